//! What happened with a customer.

use crate::number::Money;
use crate::{Date, Text, Time};
use kaipan_derive::boundary;

/// What happened with a customer.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum TrailKind {
    /// 跟进记录.
    FollowUp,
    /// 销售机会.
    Opportunity,
    /// 认筹.
    Registration,
    /// 预定.
    Booking,
    /// 认购.
    Subscription,
    /// 签约.
    Contract,
    /// 收款.
    Receipt,
    /// 关怀、投诉、报修等服务.
    Service,
    /// 问卷.
    Questionnaire,
}

/// One thing that happened, by its id. The thing itself is kept elsewhere.
#[boundary]
pub struct TrailEntry {
    /// What it is.
    pub kind: TrailKind,
    /// Its id, unique within its kind.
    pub id: Text,
    /// The day it happened.
    pub on: Date,
    /// When it was recorded.
    pub recorded_at: Time,
    /// The host's sequence number, which decides between equal times.
    #[boundary(default)]
    pub sequence: u32,
    /// The project.
    pub project: Option<Text>,
    /// Yuan, where it has an amount.
    pub amount: Option<Money>,
    /// It goes on: an opportunity that is not closed, a service that is not done.
    pub open: bool,
}
