//! What there is to say about records, and the forecast by stage (handbook §9.2).

use super::follow_up::Occurrence;
use crate::error::{Finding, told};
use crate::number::{Money, Rate};
use crate::{Label, Text};
use kaipan_derive::boundary;

/// A follow-up, and what the records say about first or return.
#[boundary(answer)]
pub struct ReviewedFollowUp {
    /// Id of the record.
    pub id: Text,
    /// First or return of its kind, for the customer and the project.
    pub occurrence: Occurrence,
}

/// An open opportunity in the forecast.
#[boundary(answer)]
pub struct ForecastRow {
    /// Id of the opportunity.
    pub id: Text,
    /// Code of its stage.
    pub stage: Text,
    /// The probability that counts, a share: 0.25 is 25 %. Its own, or that of its stage.
    pub probability: Rate,
    /// What it would be worth, yuan; 0 where that is not known.
    pub amount: Money,
    /// Amount × probability, half up to the fen.
    pub weighted: Money,
}

/// The open opportunities of a stage.
#[boundary(answer)]
pub struct StageTotal {
    /// Code of the stage.
    pub stage: Text,
    /// Name of the stage.
    pub name: Label,
    /// How many there are.
    pub count: u32,
    /// Σ of their amounts, yuan.
    pub amount: Money,
    /// Σ of their weighted amounts, yuan.
    pub weighted: Money,
}

/// What there is to say about the records.
#[boundary(answer)]
pub struct OpportunityReview {
    /// The follow-ups, in the order given.
    #[boundary(required)]
    pub follow_ups: Vec<ReviewedFollowUp>,
    /// The open opportunities, in the order given, but for those with a stage, an id or fields that
    /// cannot be.
    #[boundary(required)]
    pub forecast: Vec<ForecastRow>,
    /// Every stage, in the order of the policy.
    #[boundary(required)]
    pub stages: Vec<StageTotal>,
    /// Σ of the weighted amounts, yuan.
    pub weighted: Money,
    /// What a person should read: everything that is wrong with a record, and what is odd.
    pub findings: Vec<Finding>,
}

told!(OpportunityReview: findings);
