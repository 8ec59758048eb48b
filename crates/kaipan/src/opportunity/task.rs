//! Sales tasks (销售任务, handbook §9.2).

use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// A task that a manager gives to agents.
#[boundary]
pub struct SalesTask {
    /// Id.
    pub id: Text,
    /// 任务名称.
    pub name: Label,
    /// Ids of the sales agents who are to do it.
    #[boundary(required)]
    pub agents: Vec<Text>,
    /// 开始日期.
    pub begins: Date,
    /// 结束日期.
    pub ends: Date,
    /// Id of the project.
    pub project: Option<Text>,
    /// Id of the customer.
    pub customer: Option<Text>,
    /// The day on which it was done.
    pub done_on: Option<Date>,
    /// In words.
    pub note: Option<Label>,
}
