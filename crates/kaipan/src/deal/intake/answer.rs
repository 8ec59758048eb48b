use super::{IntakeWay, OnlineRequest};
use crate::Text;
use crate::deal::DealCommand;
use crate::error::{Finding, told};
use kaipan_derive::boundary;

/// Requests as tasks of agents.
#[boundary(answer)]
pub struct IntakeList {
    /// One task a request, in the order in which the requests were made, then by id.
    #[boundary(required)]
    pub tasks: Vec<IntakeTask>,
    /// The place on the rota whose turn is next: give it as `next` the next time.
    pub next: u32,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(IntakeList: findings);

/// A request as the task of an agent.
#[boundary(answer)]
pub struct IntakeTask {
    /// What the customer asks for.
    pub request: OnlineRequest,
    /// 置业顾问 who has to act.
    pub agent: Option<Text>,
    /// Why he has.
    pub way: IntakeWay,
    /// The command that the request comes nearest to: registration (T6) without a unit, room
    /// confirmation (T8) with one, booking (T9) with one and money. The agent completes it and asks
    /// for it, or for another.
    pub command: DealCommand,
    /// The task in Chinese.
    pub zh: String,
    /// The task in English.
    pub en: String,
}
