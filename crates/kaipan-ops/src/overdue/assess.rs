//! `overdue.assess`.

pub use kaipan::overdue::OverdueAssessment;

use kaipan::Date;
use kaipan::error::{Input, InputPlace, Result, Told};
use kaipan::overdue::{
    ClaimDeal, LateFeePolicy, LateFeeWaiver, MoneyClaim, OverdueAssessing, OverduePosting,
    PaymentDemand, PostedLateFee, TerminationPolicy,
};
use kaipan_derive::boundary;

/// Claims with their payments, and the day to look at them.
#[boundary]
pub struct OverdueAssessRequest {
    /// What contracts agree about late payment; without it nothing is charged.
    pub policy: Option<LateFeePolicy>,
    /// The day.
    pub as_of: Date,
    /// The last recorded number that counts; all if absent.
    pub horizon: Option<u32>,
    /// What deals owe, with what was paid for it.
    #[boundary(required)]
    pub claims: Vec<MoneyClaim>,
    /// The deals, for caps by the contract total and for termination.
    pub deals: Vec<ClaimDeal>,
    /// Waivers of late fees.
    pub waivers: Vec<LateFeeWaiver>,
    /// What was posted of late fees.
    pub posted: Vec<PostedLateFee>,
    /// Demands for payment that reached the buyer (催告).
    pub demands: Vec<PaymentDemand>,
    /// When the seller may end a contract; that is not looked at if absent.
    pub termination: Option<TerminationPolicy>,
    /// Asks for the entries that bring what is posted to what is charged.
    pub posting: Option<OverduePosting>,
}

/// `overdue.assess`: what is owed and overdue on a day, late fees, and rights to end contracts.
///
/// # Errors
/// As [`OverdueAssessing::assess`].
pub fn assess(request: &OverdueAssessRequest) -> Result<OverdueAssessment> {
    let policy = request.policy.clone().unwrap_or_default();
    OverdueAssessing::new(&policy, &request.claims, request.as_of)
        .horizon(request.horizon)
        .deals(&request.deals)
        .waivers(&request.waivers)
        .posted(&request.posted)
        .demands(&request.demands)
        .termination(request.termination.as_ref())
        .posting(request.posting.as_ref())
        .assess()
        .moved_by(&|place| of_default(place, request.policy.is_none()))
}

/// The place of what is told about a policy that the request does not have: where it would stand.
pub(super) fn of_default(place: &InputPlace, is_default: bool) -> Option<InputPlace> {
    let is_told = is_default && place.input() == Some(Input::Policy);
    is_told.then(|| InputPlace::of(Input::Policy))
}
