//! A limit of loan terms.

use crate::payment::loan::kind::LoanKind;
use crate::project::PropertyUse;
use crate::{Date, Label};
use kaipan_derive::boundary;

/// How long loans may run from a day on.
#[boundary]
pub struct LoanTermRow {
    /// First day it is in force; of all times before the next row if absent.
    pub from: Option<Date>,
    /// Who lends.
    pub loan: LoanKind,
    /// Use of the unit.
    pub property_use: PropertyUse,
    /// Months that a loan may run; more is forbidden.
    pub max_months: u32,
    /// Months that a loan runs as a rule; more is told.
    pub usual_months: Option<u32>,
    /// Only once the building is completed.
    pub completed_only: bool,
    /// What sets it, in Chinese.
    pub source: Option<Label>,
    /// The same in English.
    pub source_en: Option<Label>,
}
