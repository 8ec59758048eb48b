//! Whose customer it is, and why (handbook §9.3).

use super::records::AgentShare;
use crate::error::{Finding, told};
use crate::{Date, Text, Time};
use kaipan_derive::boundary;

/// Why a customer is an agent's, or nobody's.
#[boundary]
pub enum OwnerReason {
    /// Nobody else has a claim in force.
    OnlyClaim,
    /// The claim was entered first.
    FirstRecorded,
    /// Entered at the same time with the smaller sequence.
    SmallerSequence,
    /// Entered at the same time, with the same sequence and the smaller id.
    SmallerId,
    /// A manager gave him the customer.
    Reassigned,
    /// A manager decided the conflict.
    Ruled,
    /// A department's, where no agent has been named yet.
    Assigned,
    /// Nobody's: all claims have lapsed.
    Lapsed,
    /// Nobody's: no record gives a claim.
    NoClaim,
}

/// Why a customer is not an agent's who had to do with him.
#[boundary]
pub enum LoserReason {
    /// The claim is in force and was entered later.
    RecordedLater,
    /// The claim has lapsed.
    Lapsed,
    /// A manager gave the customer to another agent, or to a department.
    Superseded,
    /// He served the customer in the place of the owner, who has made up for it.
    ServedForOwner,
    /// His records were found to be false.
    FalseRecord,
}

/// An agent who had to do with a customer and does not own him.
#[boundary(answer)]
pub struct OwnerLoser {
    /// Id of the sales agent.
    pub agent: Text,
    /// Why not.
    pub reason: LoserReason,
    /// Id of the record that began the claim, or of his first record.
    pub record: Text,
    /// When that was entered.
    pub recorded_at: Time,
    /// Last day of the claim; absent without a claim, or for one without end.
    pub until: Option<Date>,
}

/// Whose customer it is.
#[boundary(answer)]
pub struct OwnerDecision {
    /// Id of the customer.
    pub customer: Text,
    /// Id of the project.
    pub project: Text,
    /// The day looked at: what was entered by its end counts.
    pub as_of: Date,
    /// Ids of the customers who count as one, if there are several.
    pub family: Vec<Text>,
    /// Id of the sales agent whose customer it is; nobody, if absent.
    pub owner: Option<Text>,
    /// Id of the department that has the customer, where no agent has been named yet.
    pub department: Option<Text>,
    /// Why.
    pub why: OwnerReason,
    /// Id of the follow-up or of the change that began the claim of the owner or the department.
    pub record: Option<Text>,
    /// When that was entered.
    pub since: Option<Time>,
    /// Last day of that claim; without end, if absent.
    pub protected_until: Option<Date>,
    /// Who else had to do with the customer, in the order of their first records.
    pub losers: Vec<OwnerLoser>,
    /// 撞单: another agent's claim is in force, and no manager has decided.
    #[boundary(written)]
    pub conflict: bool,
    /// How the commission is divided; all of it is the owner's, if empty.
    pub split: Vec<AgentShare>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(OwnerDecision: findings);
