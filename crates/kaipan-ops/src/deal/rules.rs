//! `deal.rules`.

pub use kaipan::deal::SaleRulesHeld;

use kaipan::deal::{SaleRules, SaleRulesFor, SaleStatus};
use kaipan::error::Result;
use kaipan::project::{PresalePermit, Unit};
use kaipan::{Date, Text};
use kaipan_derive::boundary;

/// A unit, what is known of its building, and a day.
#[boundary]
pub struct DealRulesRequest {
    /// The unit.
    pub unit: Unit,
    /// What is known of the project, its phases and buildings.
    pub status: SaleStatus,
    /// The day.
    pub on: Date,
    /// The presale permits of the project.
    pub permits: Vec<PresalePermit>,
    /// The rules; those of the nation if absent.
    pub rules: Option<SaleRules>,
    /// The nodes of the organisation that the unit lies in, the nearest first.
    pub nodes: Vec<Text>,
}

/// `deal.rules`: the gates, the anchor of the pay-out of loans, and whether deposit contracts are
/// allowed, for one unit on one day.
///
/// # Errors
/// As [`SaleRulesFor::held`].
pub fn rules(request: &DealRulesRequest) -> Result<SaleRulesHeld> {
    SaleRulesFor::new(&request.unit, &request.status, request.on)
        .permits(&request.permits)
        .rules(request.rules.as_ref())
        .nodes(&request.nodes)
        .held()
}
