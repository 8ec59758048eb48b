//! What comes of a survey.

use crate::Text;
use crate::area_settlement::{AreaSettlementDecision, AreaSettlementSheet};
use crate::error::{Finding, told};
use crate::number::Money;
use kaipan_derive::boundary;

/// What comes of a survey: one result a row, and totals of the rows that were accepted.
#[boundary(answer)]
pub struct ImportedSurvey {
    /// The results, in the order of the rows.
    #[boundary(required)]
    pub rows: Vec<SurveyRowResult>,
    /// How many were accepted.
    pub accepted: u32,
    /// How many were not.
    pub rejected: u32,
    /// Σ of what buyers pay, yuan.
    pub receivable: Money,
    /// Σ of what is refunded or set off, yuan.
    pub refund: Money,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

/// The result of a row: a document that is submitted, or why there is none.
#[boundary(answer)]
pub struct SurveyRowResult {
    /// 房号.
    pub unit_no: Text,
    /// The deal, if the unit has a contract.
    pub deal: Option<Text>,
    /// What follows, if the row was accepted.
    pub decision: Option<AreaSettlementDecision>,
    /// What it would come to, of a row that was not accepted and can be computed.
    pub sheet: Option<AreaSettlementSheet>,
    /// Why it was not accepted; its places are in the request.
    pub reasons: Vec<Finding>,
}

told!(SurveyRowResult: decision, sheet, reasons);
told!(ImportedSurvey: rows, findings);
