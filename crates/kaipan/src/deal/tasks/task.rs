use super::{DealTaskKind, DeskRecordKind};
use crate::deal::{DealCommand, FinanceTodo};
use crate::error::{Finding, told};
use crate::{Date, Text, Time};
use kaipan_derive::boundary;

/// Something that is to be done about a deal or a unit.
#[boundary(answer)]
pub struct DealTask {
    /// What it is.
    pub kind: DealTaskKind,
    /// The deal, if it is about one.
    pub deal: Option<Text>,
    /// 房号, if it is known.
    pub unit_no: Option<Text>,
    /// The customer.
    pub customer: Option<Text>,
    /// 置业顾问.
    pub agent: Option<Text>,
    /// The quota, the record of the desk, or the number of the presale permit.
    pub subject: Option<Text>,
    /// What is to be entered.
    pub record: Option<DeskRecordKind>,
    /// Homes of the presale permit that are not on sale yet.
    pub homes: Option<u32>,
    /// What the cashier has to do.
    pub todo: Option<FinanceTodo>,
    /// The last day on which it is in time. What waits for the cashier is due at once.
    pub due: Date,
    /// The first moment at which it is too late, where minutes count.
    pub due_at: Option<Time>,
    /// Days from today until it is due; below 0 it is overdue.
    pub days_left: i32,
    /// Whole minutes until it is due, where minutes count; below 0 it is overdue. Absent where they
    /// are more than 32 bits hold.
    pub minutes_left: Option<i32>,
    /// It is too late.
    #[boundary(required)]
    pub overdue: bool,
    /// What has run out and lapses: the command for `stock.decide`, or for `deal.decide` if it is
    /// about a deal.
    pub command: Option<DealCommand>,
    /// The task in Chinese.
    pub zh: String,
    /// The task in English.
    pub en: String,
}

/// What is to be done.
#[boundary(answer)]
pub struct DealTaskList {
    /// Tasks by day and moment, then kind, deal, unit.
    #[boundary(required)]
    pub tasks: Vec<DealTask>,
    /// How many of them are overdue.
    pub overdue: u32,
    /// Breaches: a deadline that has passed is told and refuses nothing.
    pub findings: Vec<Finding>,
}

told!(DealTaskList: findings);
