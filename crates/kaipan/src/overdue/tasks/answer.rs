//! What is answered about tasks.

use super::kind::{OverdueKind, TaskMatter};
use crate::error::{Finding, told};
use crate::number::Money;
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// 我的任务: what is due or overdue on a day.
#[boundary(answer)]
pub struct OverdueTaskList {
    /// The day.
    pub as_of: Date,
    /// The tasks, by agent, day and deal; what has no agent comes last.
    #[boundary(required)]
    pub tasks: Vec<DayTask>,
    /// What each agent has to do.
    #[boundary(required)]
    pub agents: Vec<AgentDay>,
    /// 逾期业务汇总: what is overdue, by kind.
    #[boundary(required)]
    pub kinds: Vec<OverdueKindSum>,
    /// What is overdue, by reason; what has none comes last.
    #[boundary(required)]
    pub reasons: Vec<OverdueReasonSum>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(OverdueTaskList: findings);

/// A task of a day.
#[boundary(answer)]
pub struct DayTask {
    /// 置业顾问.
    pub agent: Option<Text>,
    /// What it is about.
    pub matter: TaskMatter,
    /// What is overdue, if something is.
    pub overdue: Option<OverdueKind>,
    /// The deal, if it is about one.
    pub deal: Option<Text>,
    /// 房号, if it is known.
    pub unit_no: Option<Text>,
    /// The customer, if it is known.
    pub customer: Option<Text>,
    /// The claim, service or record that it is about.
    pub subject: Option<Text>,
    /// The last day on which it is in time.
    pub due: Date,
    /// Days from the day looked at until then; below 0 it is overdue.
    pub days_left: i32,
    /// 欠款, yuan, if it is about money.
    pub amount: Option<Money>,
    /// The code of the reason, if one was given.
    pub reason: Option<Text>,
    /// The task in Chinese.
    pub zh: String,
    /// The task in English.
    pub en: String,
}

/// What an agent has to do on a day.
#[boundary(answer)]
pub struct AgentDay {
    /// 置业顾问; absent for what has none.
    pub agent: Option<Text>,
    /// How many tasks.
    pub tasks: u32,
    /// How many of them are overdue.
    pub overdue: u32,
    /// 欠款 of the tasks, yuan.
    pub amount: Money,
}

/// What is overdue of one kind.
#[boundary(answer)]
pub struct OverdueKindSum {
    /// The kind.
    pub kind: OverdueKind,
    /// Its name in Chinese.
    pub zh: Label,
    /// Its name in English.
    pub en: Label,
    /// How many.
    pub count: u32,
    /// Of how many deals.
    pub deals: u32,
    /// 欠款, yuan.
    pub amount: Money,
    /// The most days.
    pub overdue_days: u32,
}

/// What is overdue for one reason.
#[boundary(answer)]
pub struct OverdueReasonSum {
    /// The code of the reason; absent for what has none.
    pub reason: Option<Text>,
    /// Its name in Chinese.
    pub zh: Label,
    /// Its name in English.
    pub en: Label,
    /// How many.
    pub count: u32,
    /// 欠款, yuan.
    pub amount: Money,
}
