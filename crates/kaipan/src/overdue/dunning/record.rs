//! What was done, and what buyers promised.

use super::plan::DunningChannel;
use crate::number::Money;
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// 催款记录: a step that was taken.
#[boundary]
pub struct DunningRecord {
    /// The deal.
    pub deal: Text,
    /// The claims that it was about.
    #[boundary(required)]
    pub claims: Vec<Text>,
    /// The code of the step.
    pub step: Text,
    /// The day.
    pub on: Date,
    /// How the buyer was reached, if not by the step's own channel.
    pub channel: Option<DunningChannel>,
    /// What came of it.
    pub result: Option<DunningResult>,
    /// What the buyer promised.
    pub promise: Option<PaymentPromise>,
    /// A note.
    pub note: Option<Label>,
}

/// What came of a step.
#[boundary]
pub enum DunningResult {
    /// 已联系.
    Reached,
    /// 未联系上.
    NotReached,
    /// 承诺付款.
    Promised,
    /// 拒绝付款.
    Refused,
    /// 有争议.
    Disputed,
}

/// 承诺付款: what a buyer promised to pay, and until when.
#[boundary]
pub struct PaymentPromise {
    /// The last day.
    pub on: Date,
    /// Yuan; everything that was owed of the claims on the day of the record if absent.
    pub amount: Option<Money>,
}
