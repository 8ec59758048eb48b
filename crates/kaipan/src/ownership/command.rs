//! What a manager decides about a customer (handbook §9.3).

use super::decision::OwnerReason;
use super::records::{AgentShare, OwnershipChange};
use crate::error::{Finding, told};
use crate::{Label, StreamRead, Text, Time};
use kaipan_derive::boundary;

/// What a manager decides about a customer.
#[boundary]
pub enum OwnershipCommand {
    /// Give a customer to a department (分配到部门), after the days without a contact, where he is
    /// nobody's, or from another department. He has no agent until one is named there.
    Assign {
        /// Id for the change.
        id: Text,
        /// Id of the customer.
        customer: Text,
        /// Id of the project.
        project: Text,
        /// Id of the department: a node of the organisation.
        department: Text,
        /// Who decides.
        by: Text,
        /// Why.
        reason: Label,
        /// When.
        at: Time,
    },
    /// Give a customer to another agent, after the days without a contact or where he is nobody's; a
    /// department's customer to an agent of that department, at any time.
    Reassign {
        /// Id for the change.
        id: Text,
        /// Id of the customer.
        customer: Text,
        /// Id of the project.
        project: Text,
        /// Id of the agent who gets the customer.
        to: Text,
        /// Who decides.
        by: Text,
        /// Why.
        reason: Label,
        /// When.
        at: Time,
    },
    /// Decide between agents who claim the same customer (撞单).
    Rule {
        /// Id for the change.
        id: Text,
        /// Id of the customer.
        customer: Text,
        /// Id of the project.
        project: Text,
        /// Id of the agent whose customer it is.
        to: Text,
        /// How the commission is divided; all of it is that agent's, if empty.
        shares: Vec<AgentShare>,
        /// Who decides.
        by: Text,
        /// Why.
        reason: Label,
        /// When.
        at: Time,
    },
}

/// A change of ownership that was decided.
#[boundary(answer)]
pub struct OwnershipChangeDecision {
    /// What happens. The host appends it to the customer's stream.
    pub change: OwnershipChange,
    /// The streams that the decision read, and the versions it saw: of the customer, and of all who
    /// count as one with him.
    #[boundary(required)]
    pub reads: Vec<StreamRead>,
    /// Why the customer was the earlier agent's, or nobody's.
    pub before: OwnerReason,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(OwnershipChangeDecision: findings);
