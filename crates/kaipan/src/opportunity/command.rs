//! What can be asked of the opportunities of a customer, and what is decided.

use super::event::OpportunityEvent;
use super::follow_up::FollowUp;
use super::quotation::Quotation;
use super::record::{Opportunity, OpportunityFields};
use crate::error::{Finding, told};
use crate::{Date, Label, StreamRead, Text};
use kaipan_derive::boundary;

/// A command.
#[boundary]
pub enum OpportunityCommand {
    /// Record a call, a visit or another contact. The first call or visit of a project opens an opportunity
    /// (handbook §9.2).
    Record {
        /// The record.
        follow_up: FollowUp,
        /// Id for the opportunity, if one opens; needed then.
        opportunity: Option<Text>,
    },
    /// Record a quotation.
    Quote {
        /// The record.
        quotation: Quotation,
    },
    /// Open an opportunity by hand.
    Open {
        /// Id for it.
        opportunity: Text,
        /// Id of the project.
        project: Text,
        /// Id of the sales agent.
        agent: Text,
        /// The day.
        on: Date,
        /// What is known of it.
        #[boundary(empty)]
        fields: OpportunityFields,
    },
    /// Set what is known of it.
    Describe {
        /// Id of the opportunity.
        opportunity: Text,
        /// The day.
        on: Date,
        /// All fields; those that are absent become empty.
        fields: OpportunityFields,
    },
    /// Confirm something that a gate asks for. The request for approval behind it, where there is one,
    /// is given beside the command.
    Confirm {
        /// Id of the opportunity.
        opportunity: Text,
        /// Code of what is confirmed.
        item: Text,
        /// The day.
        on: Date,
        /// Who confirms it.
        by: Text,
    },
    /// Move it to another stage, on or back.
    Move {
        /// Id of the opportunity.
        opportunity: Text,
        /// Code of the stage.
        to: Text,
        /// The day.
        on: Date,
        /// Who moves it.
        by: Text,
        /// Why; needed to send it back.
        reason: Option<Label>,
    },
    /// End it with a deal.
    Win {
        /// Id of the opportunity.
        opportunity: Text,
        /// Id of the deal.
        deal: Text,
        /// The day.
        on: Date,
        /// Who ends it.
        by: Text,
        /// Code of the reason.
        reason: Option<Text>,
        /// In words.
        note: Option<Label>,
    },
    /// End it without a deal.
    Close {
        /// Id of the opportunity.
        opportunity: Text,
        /// The day.
        on: Date,
        /// Who ends it.
        by: Text,
        /// Code of the reason.
        reason: Text,
        /// In words.
        note: Option<Label>,
    },
}

/// What was decided: events, the streams that were read, and the opportunity as it is then.
#[boundary(answer)]
pub struct OpportunityDecision {
    /// What happens, in order. The host appends it to the customer's stream.
    #[boundary(required)]
    pub events: Vec<OpportunityEvent>,
    /// The streams that the decision read, and the versions it saw.
    #[boundary(required)]
    pub reads: Vec<StreamRead>,
    /// The opportunity concerned, after the events; none for a follow-up that belongs to none.
    pub opportunity: Option<Opportunity>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(OpportunityDecision: findings);
