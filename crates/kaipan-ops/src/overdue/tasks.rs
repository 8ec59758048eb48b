//! `overdue.tasks`.

pub use kaipan::overdue::OverdueTaskList;

use kaipan::deal::{Deal, DealDeadlines};
use kaipan::error::Result;
use kaipan::overdue::{
    ClaimDeal, GivenReason, LateFeePolicy, MoneyClaim, OverdueReason, OverdueTasking,
};
use kaipan::service::{FollowedService, ServiceDefinition};
use kaipan::{Text, Time, WorkingDays};
use kaipan_derive::boundary;

/// Claims, deals and services, and the moment to look at them.
#[boundary]
pub struct OverdueTasksRequest {
    /// Now.
    pub now: Time,
    /// What deals owe.
    pub claims: Vec<MoneyClaim>,
    /// The last recorded number that counts; all if absent.
    pub horizon: Option<u32>,
    /// What contracts agree about late payment, where payments pay late fees too.
    pub policy: Option<LateFeePolicy>,
    /// What is known of deals of claims that are not among the deals.
    pub claim_deals: Vec<ClaimDeal>,
    /// Deals with their documents.
    pub deals: Vec<Deal>,
    /// Services after signing.
    pub services: Vec<FollowedService>,
    /// Machines of services, where they are not the presets.
    pub definitions: Vec<ServiceDefinition>,
    /// How long before a deadline of a deal it is told.
    pub deadlines: Option<DealDeadlines>,
    /// Which days are worked; Monday to Friday if absent.
    pub working_days: Option<WorkingDays>,
    /// Days before its day from which on money and steps of services are listed; on the day itself if
    /// it is 0.
    #[boundary(default)]
    pub ahead_days: u32,
    /// The reasons that there are; those of most houses if absent.
    pub reason_classes: Option<Vec<OverdueReason>>,
    /// Reasons that were found for what is overdue.
    pub reasons: Vec<GivenReason>,
    /// Whose tasks alone are wanted.
    pub agent: Option<Text>,
}

/// `overdue.tasks`: everything that is due or overdue on a day, by agent, and what is overdue by kind and
/// reason.
///
/// # Errors
/// As [`OverdueTasking::list`].
pub fn tasks(request: &OverdueTasksRequest) -> Result<OverdueTaskList> {
    OverdueTasking::new(request.now)
        .claims(&request.claims)
        .horizon(request.horizon)
        .policy(request.policy.as_ref())
        .claim_deals(&request.claim_deals)
        .deals(&request.deals)
        .services(&request.services)
        .definitions(&request.definitions)
        .deadlines(request.deadlines.as_ref())
        .working_days(request.working_days.as_ref())
        .ahead_days(request.ahead_days)
        .reason_classes(request.reason_classes.as_deref())
        .reasons(&request.reasons)
        .agent(request.agent.as_ref())
        .list()
}
