//! The records that say whose customer it is (handbook §9.3).

use crate::customer::FamilyLink;
use crate::number::Fraction;
use crate::opportunity::{Entered, FollowUp, FollowUpKind};
use crate::{Date, Label, Text, Time};
use kaipan_derive::boundary;

/// The family of a customer, as the record of the customer has it. A link holds for both.
#[boundary]
pub struct CustomerRelatives {
    /// Id of the customer.
    pub customer: Text,
    /// Spouses, parents and children count as one customer with this one, where the policy says so;
    /// others do not.
    #[boundary(required)]
    pub relatives: Vec<FamilyLink>,
}

/// An agent's share of the commission.
#[boundary]
pub struct AgentShare {
    /// Id of the sales agent.
    pub agent: Text,
    /// The share; shares sum to 1.
    pub share: Fraction,
}

/// Why a customer was given to an agent or to a department.
#[boundary]
pub enum OwnershipChangeKind {
    /// 分配到部门: a supervisor gave the customer to a department, where an agent is named later.
    Assigned,
    /// 重新分配: by a manager, after days without a contact, where nobody has a claim, or from the
    /// customers of a department.
    Reassigned,
    /// 撞单裁定: a manager decided a conflict.
    Ruled,
}

impl OwnershipChangeKind {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            OwnershipChangeKind::Assigned => "分配到部门",
            OwnershipChangeKind::Reassigned => "重新分配",
            OwnershipChangeKind::Ruled => "撞单裁定",
        }
    }
}

/// A customer was given to an agent (转移置业顾问) or to a department (分配到部门). The claims of before
/// end with it; the records stay.
#[boundary]
pub struct OwnershipChange {
    /// Id, of this record alone.
    pub id: Text,
    /// Id of the customer.
    pub customer: Text,
    /// Id of the project.
    pub project: Text,
    /// Why.
    pub kind: OwnershipChangeKind,
    /// Id of the agent whose customer it was; none, if it was nobody's or a department's.
    pub from: Option<Text>,
    /// Id of the department whose customer it was, without an agent.
    pub from_department: Option<Text>,
    /// Id of the agent whose customer it is; none, if it is given to a department.
    pub to: Option<Text>,
    /// Id of the department whose customer it is, until an agent is named there.
    pub department: Option<Text>,
    /// How the commission is divided, if it is.
    pub shares: Vec<AgentShare>,
    /// Who decided.
    pub by: Text,
    /// Why, in words.
    pub reason: Label,
    /// When it was decided.
    pub recorded_at: Time,
    /// Decides between records of one time: the smaller was entered first.
    #[boundary(default)]
    pub sequence: u32,
}

impl OwnershipChange {
    /// Its place in the order of entry: time, sequence, id.
    pub(super) fn entered(&self) -> Entered<'_> {
        (self.recorded_at, self.sequence, &self.id)
    }
}

/// What is wrong with how an agent kept records.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum BreachKind {
    /// 迟报: entered after the deadline.
    LateEntry,
    /// 漏报: a reception was not entered.
    MissingRecord,
    /// 错报: entered otherwise than it was.
    WrongRecord,
    /// 虚报: entered although it was not.
    FalseRecord,
}

/// A breach of the rules for records (记录质量检查). A manager reads it; a false record gives no claim
/// from the day on which it was found.
#[boundary]
pub struct Breach {
    /// What it is.
    pub kind: BreachKind,
    /// Id of the sales agent.
    pub agent: Text,
    /// Id of the customer.
    pub customer: Text,
    /// Id of the project.
    pub project: Text,
    /// Id of the record, if there is one.
    pub record: Option<Text>,
    /// Id of the reception, if there was one.
    pub reception: Option<Text>,
    /// The day of the event.
    pub event: Date,
    /// The day on which it was found.
    pub found_on: Date,
}

/// A customer as the front desk received him (接待登记).
#[boundary]
pub struct Reception {
    /// Id.
    pub id: Text,
    /// Id of the customer.
    pub customer: Text,
    /// Id of the project.
    pub project: Text,
    /// Id of the sales agent who served him.
    pub agent: Text,
    /// Call, visit, or other.
    pub kind: FollowUpKind,
    /// When.
    pub at: Time,
}

/// The records of any customers, in any order.
#[boundary]
#[derive(Default)]
pub struct OwnershipRecords {
    /// The follow-ups.
    pub follow_ups: Vec<FollowUp>,
    /// The changes of ownership.
    pub changes: Vec<OwnershipChange>,
    /// The breaches that were found. Only false records with the id of their record matter here.
    pub breaches: Vec<Breach>,
    /// Who is family of whom, one entry a customer.
    pub relatives: Vec<CustomerRelatives>,
}
