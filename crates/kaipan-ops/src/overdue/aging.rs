//! `overdue.aging`.

pub use kaipan::overdue::AgingReport;

use kaipan::Date;
use kaipan::error::Result;
use kaipan::overdue::{
    Aging, AgingBucket, AgingDimension, AgingMode, ClaimDeal, DatedPrepayment, LateFeePolicy,
    MoneyClaim,
};
use kaipan_derive::boundary;

/// Claims with their payments, and the day to look at them.
#[boundary]
pub struct OverdueAgingRequest {
    /// The day.
    pub as_of: Date,
    /// The last recorded number that counts; all if absent.
    pub horizon: Option<u32>,
    /// What deals owe, with what was paid for it.
    #[boundary(required)]
    pub claims: Vec<MoneyClaim>,
    /// What is analysed; what is still owed if absent.
    pub mode: Option<AgingMode>,
    /// The buckets; up to 30, 60, 90, 180, 360 days and longer if absent.
    pub buckets: Option<Vec<AgingBucket>>,
    /// The tables to break it down by.
    pub by: Vec<AgingDimension>,
    /// The deals, for tables by agent, project, product, customer and deal.
    pub deals: Vec<ClaimDeal>,
    /// Money that no claim has.
    pub prepayments: Vec<DatedPrepayment>,
    /// What contracts agree about late payment, where payments pay late fees too.
    pub policy: Option<LateFeePolicy>,
}

/// `overdue.aging`: what is owed on a day by how long it is overdue (账龄分析表).
///
/// # Errors
/// As [`Aging::report`].
pub fn aging(request: &OverdueAgingRequest) -> Result<AgingReport> {
    Aging::new(&request.claims, request.as_of)
        .horizon(request.horizon)
        .mode(request.mode.unwrap_or_default())
        .buckets(request.buckets.as_deref())
        .by(&request.by)
        .deals(&request.deals)
        .prepayments(&request.prepayments)
        .policy(request.policy.as_ref())
        .report()
}
