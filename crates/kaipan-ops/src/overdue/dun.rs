//! `overdue.dun`.

pub use kaipan::overdue::DunningList;

use kaipan::deal::{Deal, DealDeadlines};
use kaipan::error::Result;
use kaipan::overdue::{
    ClaimDeal, DatedPrepayment, Dunning, DunningPlan, DunningRecord, LateFeePolicy, LateFeeWaiver,
    MoneyClaim, OverduePosting, PostedLateFee,
};
use kaipan::{Date, Label, Text};
use kaipan_derive::boundary;

/// Claims with their payments, what was done about them, and the day.
#[boundary]
pub struct OverdueDunRequest {
    /// The day.
    pub as_of: Date,
    /// What deals owe, with what was paid for it.
    #[boundary(required)]
    pub claims: Vec<MoneyClaim>,
    /// The last recorded number that counts; all if absent.
    pub horizon: Option<u32>,
    /// The steps; those of most houses if absent.
    pub plan: Option<DunningPlan>,
    /// Days before its due day from which on a claim is looked at; those of the plan's first step if
    /// absent.
    pub lead_days: Option<u32>,
    /// The items that buyers are reminded of; all if there are none.
    pub items: Vec<Text>,
    /// The deals: unit, owner, phone, agent.
    pub claim_deals: Vec<ClaimDeal>,
    /// Money of the deals that no claim has.
    pub prepayments: Vec<DatedPrepayment>,
    /// Steps that were taken.
    pub records: Vec<DunningRecord>,
    /// Deals with their documents, for reminders to sign.
    pub deals: Vec<Deal>,
    /// How long before the agreed day signing is reminded of.
    pub deadlines: Option<DealDeadlines>,
    /// What contracts agree about late payment, for the late fee that letters name.
    pub policy: Option<LateFeePolicy>,
    /// Waivers of late fees.
    pub waivers: Vec<LateFeeWaiver>,
    /// What was posted of late fees as claims of their own.
    pub posted: Vec<PostedLateFee>,
    /// Who writes.
    pub seller: Option<Label>,
    /// Asks for the entries of fees for steps.
    pub posting: Option<OverduePosting>,
}

/// `overdue.dun`: who is to be reminded on a day, by which step, in which words; and what became of
/// promises.
///
/// # Errors
/// As [`Dunning::list`].
pub fn dun(request: &OverdueDunRequest) -> Result<DunningList> {
    Dunning::new(&request.claims, request.as_of)
        .horizon(request.horizon)
        .plan(request.plan.as_ref())
        .lead_days(request.lead_days)
        .items(&request.items)
        .claim_deals(&request.claim_deals)
        .prepayments(&request.prepayments)
        .records(&request.records)
        .deals(&request.deals)
        .deadlines(request.deadlines.as_ref())
        .policy(request.policy.as_ref())
        .waivers(&request.waivers)
        .posted(&request.posted)
        .seller(request.seller.as_deref())
        .posting(request.posting.as_ref())
        .list()
}
