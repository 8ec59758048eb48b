//! What a fund plan comes to on a day.

use super::plan::FundPurpose;
use crate::error::{Finding, told};
use crate::number::Money;
use crate::{Date, Text};
use kaipan_derive::boundary;

/// What is planned, paid, lapsed and open in a month, as of a day.
#[boundary(answer)]
pub struct FundPlanSheet {
    /// The day: payments after it, and lines reported after it, are left out.
    pub as_of: Date,
    /// The first day of the month.
    pub month: Date,
    /// What may go out in the month, yuan.
    pub amount: Money,
    /// What the days plan, yuan: of days that have passed what was paid, of others the lines.
    pub planned: Money,
    /// What was paid by lines of the plan, yuan.
    pub paid: Money,
    /// What lapsed, yuan.
    pub lapsed: Money,
    /// What days can still plan, yuan.
    pub room: Money,
    /// What was paid without what it needs, yuan.
    pub unplanned: Money,
    /// The same by purpose, where the month is planned so.
    pub purposes: Vec<FundPurposePosition>,
    /// Every line, in the order given.
    #[boundary(required)]
    pub lines: Vec<FundLinePosition>,
    /// What breaks the plan.
    pub findings: Vec<Finding>,
}

/// What a purpose comes to.
#[boundary(answer)]
pub struct FundPurposePosition {
    /// The purpose.
    pub purpose: FundPurpose,
    /// What may go out in the month, yuan.
    pub amount: Money,
    /// What the days plan, yuan.
    pub planned: Money,
    /// What was paid, yuan.
    pub paid: Money,
    /// What days can still plan, yuan.
    pub room: Money,
}

/// What has become of a line.
#[boundary]
pub enum FundLineState {
    /// 未批准: it, or its month, is not approved.
    NotApproved,
    /// 不符: it was reported late, or goes above the month's plan; nothing is paid by it.
    Refused,
    /// 未到日期.
    Planned,
    /// 可付款: it is its day.
    Open,
    /// 已付清.
    Paid,
    /// 已失效: its day has passed, and something was not paid.
    Lapsed,
}

/// What a line comes to.
#[boundary(answer)]
pub struct FundLinePosition {
    /// Id of the line.
    pub line: Text,
    /// The day.
    pub date: Date,
    /// Yuan.
    pub amount: Money,
    /// What was paid, yuan.
    pub paid: Money,
    /// What can be paid on the day itself, yuan: what is open of it, and no more than the month has left.
    pub left: Money,
    /// What lapsed, yuan.
    pub lapsed: Money,
    /// What has become of it.
    pub state: FundLineState,
}

told!(FundPlanSheet: findings);
