//! What can happen to the opportunities of a customer.

use super::follow_up::FollowUp;
use super::quotation::Quotation;
use super::record::{Opportunity, OpportunityConfirmation, OpportunityEnd, OpportunityFields};
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// An event in the stream of a customer. Hosts store it as it is.
#[boundary]
#[expect(clippy::large_enum_variant, reason = "a decision has two events at most")]
pub enum OpportunityEvent {
    /// A follow-up was recorded.
    FollowedUp {
        /// The record.
        follow_up: FollowUp,
    },
    /// A quotation was recorded.
    Quoted {
        /// The record.
        quotation: Quotation,
    },
    /// An opportunity was opened.
    Opened {
        /// As it began.
        opportunity: Opportunity,
    },
    /// What is known of it changed.
    Described {
        /// Id of the opportunity.
        opportunity: Text,
        /// The day.
        on: Date,
        /// All fields as they are now.
        fields: OpportunityFields,
    },
    /// A person confirmed something that a gate asks for.
    Confirmed {
        /// Id of the opportunity.
        opportunity: Text,
        /// The confirmation.
        confirmation: OpportunityConfirmation,
    },
    /// It went to another stage.
    Moved {
        /// Id of the opportunity.
        opportunity: Text,
        /// Code of the stage that it left.
        from: Text,
        /// Code of the stage that it entered.
        to: Text,
        /// It was sent back.
        rework: bool,
        /// The day.
        on: Date,
        /// Who moved it.
        by: Text,
        /// Why.
        reason: Option<Label>,
    },
    /// It ended with a deal.
    Won {
        /// Id of the opportunity.
        opportunity: Text,
        /// How it ended.
        end: OpportunityEnd,
    },
    /// It ended without a deal.
    Closed {
        /// Id of the opportunity.
        opportunity: Text,
        /// How it ended.
        end: OpportunityEnd,
    },
}
