//! Follow-ups and opportunities: who met the customer when, how far it has come, what comes next
//! (handbook §9.2).

mod agenda;
mod command;
mod deciding;
mod event;
mod follow_up;
mod history;
mod intentions;
mod policy;
mod quotation;
mod quoting;
mod record;
mod refused;
mod review;
mod reviewing;
#[cfg(test)]
pub(crate) mod samples;
mod stages;
mod task;
mod wrong_history;
mod wrong_records;

pub use agenda::{Agenda, AgendaDay, AgendaEntry, AgendaKind, SalesCalendar};
pub use command::{OpportunityCommand, OpportunityDecision};
pub use deciding::OpportunityDeciding;
pub use event::OpportunityEvent;
pub(crate) use follow_up::{Entered, occurrences};
pub use follow_up::{FollowUp, FollowUpKind, Occurrence};
pub use history::CustomerHistory;
pub use intentions::{GradeTotal, IntentionRegister, IntentionRow, Intentions};
pub use policy::{
    FollowUpField, IntentionGrade, Medium, OpportunityOutcome, OpportunityPolicy, OutcomeReason,
};
pub use quotation::Quotation;
pub use quoting::{
    QuotationHistories, QuotationHistory, QuotationState, QuotedStep, UnitQuotations,
};
pub use record::{
    Opportunity, OpportunityConfirmation, OpportunityEnd, OpportunityFields, OpportunityState,
};
pub use review::{ForecastRow, OpportunityReview, ReviewedFollowUp, StageTotal};
pub use reviewing::OpportunityReviewing;
pub use stages::{OpportunityField, OpportunityStage, StageGate, StagePreset};
pub use task::SalesTask;
pub(crate) use wrong_records::{occurrence_told, wrong_follow_up};
