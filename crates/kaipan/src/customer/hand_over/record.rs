//! What an agent holds, who takes over, and what comes of it.

use crate::error::{Finding, told};
use crate::{Date, StreamRead, Text};
use kaipan_derive::boundary;

/// What kind of thing an agent holds.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum HoldingKind {
    /// 客户.
    Customer,
    /// 销售机会.
    Opportunity,
    /// 交易: a registration, subscription or contract that goes on.
    Deal,
    /// 待办任务.
    Task,
    /// 服务、投诉.
    Service,
}

/// Something that an agent holds.
#[boundary]
pub struct Holding {
    /// What it is.
    pub kind: HoldingKind,
    /// Its id, unique within its kind.
    pub id: Text,
    /// Who holds it.
    pub agent: Text,
    /// The customer that it belongs to; none for a customer.
    pub customer: Option<Text>,
    /// The project.
    pub project: Option<Text>,
    /// The version of its stream that was seen, for a customer and a deal.
    #[boundary(default)]
    pub version: u32,
}

/// An agent leaves, and who takes over.
#[boundary]
pub struct HandOver {
    /// Who leaves.
    pub from: Text,
    /// The last day.
    pub last_day: Date,
    /// Who decided.
    pub by: Text,
    /// Who takes what is named, or what is of a project; the most precise row counts: one that names
    /// the thing, then one that names its customer, then one of its kind and project, then one of its
    /// project, then one of its kind, then one of everything.
    #[boundary(required)]
    pub successors: Vec<Successor>,
    /// The agents that there are; not looked at if empty.
    pub agents: Vec<ActiveAgent>,
}

/// Who takes over.
#[boundary]
pub struct Successor {
    /// Who.
    pub agent: Text,
    /// This kind only.
    pub kind: Option<HoldingKind>,
    /// This one only, by its id; with its kind.
    pub id: Option<Text>,
    /// What belongs to this customer only, and the customer.
    pub customer: Option<Text>,
    /// What is of this project only.
    pub project: Option<Text>,
}

/// An agent, and the days on which there is one.
#[boundary]
pub struct ActiveAgent {
    /// Id.
    pub agent: Text,
    /// First day.
    pub valid_from: Option<Date>,
    /// Last day.
    pub valid_to: Option<Date>,
}

/// Everything that is handed over.
#[boundary(answer)]
pub struct HandOverSheet {
    /// Everything that the agent held, by kind and id, with who has it now.
    #[boundary(required)]
    pub moves: Vec<HoldingMove>,
    /// What nobody takes over: the hand-over must not be executed while there is any.
    #[boundary(required)]
    pub left: Vec<HoldingLeft>,
    /// How much each successor takes over, by agent and kind.
    #[boundary(required)]
    pub totals: Vec<HandOverTotal>,
    /// The streams that the decision read: it is appended only while they are as they were.
    #[boundary(required)]
    pub reads: Vec<StreamRead>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(HandOverSheet: findings);

/// One thing that is handed over. Both agents stay on record.
#[boundary(answer)]
pub struct HoldingMove {
    /// What it is.
    pub kind: HoldingKind,
    /// Its id.
    pub id: Text,
    /// Who had it.
    pub from: Text,
    /// Who has it now.
    pub to: Text,
    /// From this day on: the day after the last one.
    pub from_day: Date,
}

/// Something that nobody takes over.
#[boundary(answer)]
pub struct HoldingLeft {
    /// What it is.
    pub kind: HoldingKind,
    /// Its id.
    pub id: Text,
}

/// What a successor takes over.
#[boundary(answer)]
pub struct HandOverTotal {
    /// Who.
    pub agent: Text,
    /// What.
    pub kind: HoldingKind,
    /// How many.
    pub count: u32,
}
