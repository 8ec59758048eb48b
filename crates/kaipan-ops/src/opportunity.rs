//! `opportunity.decide`, `opportunity.check`, `opportunity.stages_preset`, `opportunity.calendar`,
//! `opportunity.quotations` and `opportunity.intentions`.

pub use kaipan::opportunity::{
    IntentionRegister, OpportunityDecision, OpportunityReview, QuotationHistory, SalesCalendar,
};

use kaipan::approval::ApprovalRequest;
use kaipan::customer::Customer;
use kaipan::error::Result;
use kaipan::opportunity::{
    Agenda, FollowUp, IntentionGrade, Intentions, Opportunity, OpportunityCommand,
    OpportunityDeciding, OpportunityHistory, OpportunityPolicy, OpportunityReviewing,
    OpportunityStage, Quotation, QuotationHistories, SalesTask, StagePreset,
};
use kaipan::{Date, Text};
use kaipan_derive::boundary;

/// A request to decide on a command about the opportunities of a customer.
#[boundary]
pub struct OpportunityDecideRequest {
    /// The rules of the office.
    pub policy: OpportunityPolicy,
    /// What happened to the customer so far.
    pub history: OpportunityHistory,
    /// What is to be done.
    pub command: OpportunityCommand,
    /// The version of the history that the person who commands has seen; any, if absent.
    pub expected_version: Option<u32>,
    /// The request for approval behind a confirmation, as it was decided: of the kind
    /// `opportunity_step`, about the id of the opportunity and the code of what is confirmed,
    /// `O1/review`.
    pub approval: Option<ApprovalRequest>,
}

/// `opportunity.decide`: the events of a command, and the streams that were read.
///
/// # Errors
/// As [`OpportunityDeciding::decide`].
pub fn decide(request: &OpportunityDecideRequest) -> Result<OpportunityDecision> {
    OpportunityDeciding::new(&request.policy, &request.history)
        .expected_version(request.expected_version)
        .approval(request.approval.as_ref())
        .decide(&request.command)
}

/// A request to look records over.
#[boundary]
pub struct OpportunityCheckRequest {
    /// The rules of the office.
    pub policy: OpportunityPolicy,
    /// The follow-ups.
    pub follow_ups: Vec<FollowUp>,
    /// The opportunities.
    pub opportunities: Vec<Opportunity>,
    /// Ids of the customers there are; any, if empty.
    pub customers: Vec<Text>,
    /// Today; without it nothing is overdue.
    pub as_of: Option<Date>,
}

/// `opportunity.check`: what is wrong or odd about records, and the forecast of open opportunities.
///
/// # Errors
/// As [`OpportunityReviewing::review`].
pub fn check(request: &OpportunityCheckRequest) -> Result<OpportunityReview> {
    OpportunityReviewing::new(&request.policy)
        .follow_ups(&request.follow_ups)
        .opportunities(&request.opportunities)
        .customers(&request.customers)
        .as_of(request.as_of)
        .review()
}

/// A request for a table of stages.
#[boundary]
pub struct StagesPresetRequest {
    /// Which one.
    pub preset: StagePreset,
}

/// A table of stages.
#[boundary(answer)]
pub struct StagesPresetResponse {
    /// The stages, in their order.
    #[boundary(required)]
    pub stages: Vec<OpportunityStage>,
}

/// `opportunity.stages_preset`: a table of stages to begin with.
///
/// # Errors
/// None; the signature is that of every operation.
pub fn stages_preset(request: &StagesPresetRequest) -> Result<StagesPresetResponse> {
    Ok(StagesPresetResponse { stages: request.preset.stages() })
}

/// A request for tasks and reminders by date.
#[boundary]
pub struct SalesCalendarRequest {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// Tasks.
    pub tasks: Vec<SalesTask>,
    /// Follow-ups with the day of the next contact.
    pub follow_ups: Vec<FollowUp>,
    /// Opportunities.
    pub opportunities: Vec<Opportunity>,
    /// Only what this agent is to do; everybody's, if absent.
    pub agent: Option<Text>,
}

/// `opportunity.calendar`: tasks and reminders by date.
///
/// # Errors
/// As [`Agenda::between`].
pub fn calendar(request: &SalesCalendarRequest) -> Result<SalesCalendar> {
    Agenda::new()
        .tasks(&request.tasks)
        .follow_ups(&request.follow_ups)
        .opportunities(&request.opportunities)
        .agent(request.agent.as_ref())
        .between(request.from, request.to)
}

/// A request for what a customer was quoted.
#[boundary]
pub struct QuotationsRequest {
    /// Id of the customer.
    pub customer: Text,
    /// Quotations, of any customers and in any order.
    #[boundary(required)]
    pub quotations: Vec<Quotation>,
    /// The day looked at; later quotations do not count.
    pub as_of: Date,
}

/// `opportunity.quotations`: what a customer was quoted, unit by unit and step by step.
///
/// # Errors
/// As [`QuotationHistories::of`].
pub fn quotations(request: &QuotationsRequest) -> Result<QuotationHistory> {
    QuotationHistories::new(&request.quotations, request.as_of).of(&request.customer)
}

/// A request for the register of intentions.
#[boundary]
pub struct IntentionsRequest {
    /// The grades of intention, the highest first.
    pub grades: Vec<IntentionGrade>,
    /// The follow-ups.
    #[boundary(required)]
    pub follow_ups: Vec<FollowUp>,
    /// The opportunities.
    pub opportunities: Vec<Opportunity>,
    /// The customers, for names and wishes.
    pub customers: Vec<Customer>,
}

/// `opportunity.intentions`: who has not bought yet, by grade, and how many of each grade did.
///
/// # Errors
/// As [`Intentions::register`].
pub fn intentions(request: &IntentionsRequest) -> Result<IntentionRegister> {
    Intentions::new(&request.grades, &request.follow_ups, &request.opportunities)
        .customers(&request.customers)
        .register()
}
