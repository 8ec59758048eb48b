//! The plan of a month and the lines of its days.

use crate::number::Money;
use crate::{Date, Text};
use kaipan_derive::boundary;

/// What outgoing money is for.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum FundPurpose {
    /// 退款.
    Refund,
    /// 佣金.
    Commission,
    /// 代收代付: a fee paid on to the authority.
    CollectedFee,
    /// 其他.
    Other,
}

impl FundPurpose {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            FundPurpose::Refund => "退款",
            FundPurpose::Commission => "佣金",
            FundPurpose::CollectedFee => "代收代付",
            FundPurpose::Other => "其他",
        }
    }
}

/// The fund plan of a month: what may go out in all, and the lines of its days.
#[boundary]
pub struct FundPlan {
    /// Any day of the month.
    pub month: Date,
    /// What may go out in the month, yuan.
    pub amount: Money,
    /// The same by purpose, if it is planned so; a purpose without a row has none. They add up to
    /// `amount`.
    pub purposes: Vec<FundPlanPurpose>,
    /// Id of the request by which the month was approved; absent until then.
    pub approval: Option<Text>,
    /// How many days before its day a line is to be reported; 1 if absent.
    pub days_ahead: Option<u32>,
    /// The lines of the days, in the order in which they were reported.
    pub lines: Vec<FundPlanLine>,
}

/// What may go out in a month for a purpose.
#[boundary]
pub struct FundPlanPurpose {
    /// The purpose.
    pub purpose: FundPurpose,
    /// Yuan.
    pub amount: Money,
}

/// A line of a day's plan. What is not paid on its day lapses.
#[boundary]
pub struct FundPlanLine {
    /// Its id.
    pub id: Text,
    /// The day.
    pub date: Date,
    /// What it is for.
    pub purpose: FundPurpose,
    /// Yuan, above zero.
    pub amount: Money,
    /// The deal that it is for, if it is for one.
    pub deal: Option<Text>,
    /// Who is paid, if that is planned.
    pub payee: Option<Text>,
    /// The day on which it was reported; in time if absent.
    pub reported_on: Option<Date>,
    /// Id of the request by which it was approved; absent until then.
    pub approval: Option<Text>,
}
