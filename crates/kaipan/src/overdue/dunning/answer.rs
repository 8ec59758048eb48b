//! What is answered about dunning.

use super::plan::DunningChannel;
use super::promise::PromiseState;
use crate::error::{Finding, told};
use crate::money::LedgerEntry;
use crate::number::Money;
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// Who is to be reminded on a day.
#[boundary(answer)]
pub struct DunningList {
    /// The day.
    pub as_of: Date,
    /// The notices, by deal and planned day.
    #[boundary(required)]
    pub notices: Vec<DunningNotice>,
    /// 催签: reminders to sign, by agreed day and deal.
    #[boundary(required)]
    pub signing: Vec<SigningNotice>,
    /// What became of promises, in the order of the records.
    #[boundary(required)]
    pub promises: Vec<FollowedPromise>,
    /// The entries of fees for steps that are taken today, where they are asked for.
    pub entries: Vec<LedgerEntry>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(DunningList: findings);

/// A notice to a buyer: one step for all claims of a deal that have come to it.
#[boundary(answer)]
pub struct DunningNotice {
    /// The deal.
    pub deal: Text,
    /// 房号, if it is known.
    pub unit_no: Option<Text>,
    /// The customer, if it is known.
    pub customer: Option<Text>,
    /// 业主姓名.
    pub owner: Option<Label>,
    /// Their phone.
    pub phone: Option<Label>,
    /// 置业顾问.
    pub agent: Option<Text>,
    /// The code of the step.
    pub step: Text,
    /// Its name in Chinese.
    pub zh: Label,
    /// Its name in English.
    pub en: Label,
    /// How the buyer is reached.
    pub channel: DunningChannel,
    /// The first day on which the step was to be taken.
    pub planned: Date,
    /// Days since then.
    pub late_days: u32,
    /// A later step is to be taken for all its claims too: this one was missed, and is listed so that
    /// nothing is skipped.
    #[boundary(required)]
    pub superseded: bool,
    /// The day until which the buyer has promised to pay; the notice waits until it has passed.
    pub held_until: Option<Date>,
    /// The claims.
    #[boundary(required)]
    pub lines: Vec<DunningLine>,
    /// What is owed of them, yuan.
    pub outstanding: Money,
    /// 预收款 of the deal, yuan.
    pub prepayment: Money,
    /// Outstanding less prepayment, yuan.
    pub net: Money,
    /// What is left of 违约金 on the day: what has accrued, less what was waived, paid, or posted as a claim
    /// of its own, yuan.
    pub late_fee: Money,
    /// The day until which the notice asks to be paid.
    pub pay_until: Option<Date>,
    /// 催缴费, yuan.
    pub fee: Option<Money>,
    /// The message or letter in Chinese.
    pub text_zh: String,
    /// The message or letter in English.
    pub text_en: String,
}

/// A claim in a notice.
#[boundary(answer)]
pub struct DunningLine {
    /// The claim.
    pub claim: Text,
    /// 款项.
    pub item: Text,
    /// Its name in Chinese.
    pub zh: Label,
    /// Its name in English.
    pub en: Label,
    /// 应付日期.
    pub due: Date,
    /// 应收金额, yuan.
    pub amount: Money,
    /// Paid, yuan.
    pub paid: Money,
    /// 欠款, yuan.
    pub outstanding: Money,
    /// Days overdue; below 0 it is not due yet.
    pub overdue_days: i32,
}

/// A reminder to sign the contract.
#[boundary(answer)]
pub struct SigningNotice {
    /// The deal.
    pub deal: Text,
    /// 房号, if it is known.
    pub unit_no: Option<Text>,
    /// The customer, if it is known.
    pub customer: Option<Text>,
    /// 业主姓名, as the deal of the claims has it.
    pub owner: Option<Label>,
    /// Their phone.
    pub phone: Option<Label>,
    /// 置业顾问.
    pub agent: Option<Text>,
    /// 认购书编号, if it has one.
    pub number: Option<Text>,
    /// 认购日期, if it is known.
    pub subscribed_on: Option<Date>,
    /// 总价 agreed, yuan, if it is known.
    pub contract_total: Option<Money>,
    /// 约定签约日.
    pub agreed_signing: Date,
    /// Days from the day looked at until then; below 0 it is overdue.
    pub days_left: i32,
    /// 催签合同函 in Chinese.
    pub text_zh: String,
    /// The letter in English.
    pub text_en: String,
}

/// What became of a promise.
#[boundary(answer)]
pub struct FollowedPromise {
    /// The deal.
    pub deal: Text,
    /// The claims.
    #[boundary(required)]
    pub claims: Vec<Text>,
    /// The day of the record.
    pub recorded_on: Date,
    /// The promised day.
    pub on: Date,
    /// What was promised, yuan.
    pub amount: Money,
    /// What was paid of the claims from the day of the record to the promised day, yuan.
    pub paid: Money,
    /// How it stands.
    pub state: PromiseState,
}
