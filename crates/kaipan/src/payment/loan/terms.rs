//! A loan and what happens to it (handbook §4.4).

use super::rate::LoanRate;
use crate::Date;
use crate::number::{Money, Rate};

/// A loan.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct LoanTerms {
    /// Name to show: 商业贷款, 公积金贷款.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub name: Option<String>,
    /// Amount lent, yuan.
    pub principal: Money,
    /// Months it runs, 1–1200.
    pub months: u32,
    /// Annual rate.
    pub rate: LoanRate,
    /// How it is repaid.
    #[cfg_attr(feature = "serde", serde(default))]
    pub repayment: RepaymentMethod,
    /// Where amounts are rounded.
    #[cfg_attr(feature = "serde", serde(default))]
    pub convention: LoanConvention,
    /// Date of the first payment; the others follow by whole months.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub first_payment: Option<Date>,
    /// What happens on the way, in order of time.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub changes: Vec<LoanChange>,
}

/// How a loan is repaid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum RepaymentMethod {
    /// 等额本息: equal instalments.
    #[default]
    EqualInstalment,
    /// 等额本金: equal principal.
    EqualPrincipal,
    /// 到期一次还本付息: once, at the end, with interest; at most 12 months.
    Bullet,
}

/// Where the amounts of a loan are rounded. Published figures follow each of the three.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum LoanConvention {
    /// Nothing is rounded inside; what is shown is rounded half up to the fen, totals come from
    /// exact values.
    Theoretical,
    /// The monthly payment is rounded to the fen; totals are payment × months, as in the banks'
    /// per-10,000 tables.
    CentPayment,
    /// Payment and each month's interest are rounded to the fen; the last month pays the rest,
    /// so that the balance ends at 0.00.
    #[default]
    CentSchedule,
}

/// Something that happens to a loan. Give either the month or the date.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
pub enum LoanChange {
    /// The rate changes: the payment is computed anew from the balance and the months left.
    Rate {
        /// First month at the new rate (1 = the first payment).
        #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
        month: Option<u32>,
        /// Or the day: the first month whose interest begins on or after it.
        #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
        date: Option<Date>,
        /// The new annual rate.
        annual: Rate,
    },
    /// 部分提前还款: part of the balance is paid back with a month's payment.
    Prepay {
        /// With this month's payment.
        #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
        month: Option<u32>,
        /// Or the day: with the first payment on or after it.
        #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
        date: Option<Date>,
        /// Yuan, besides the month's payment.
        amount: Money,
        /// What becomes smaller.
        effect: PrepayEffect,
    },
    /// 全部提前还清: all of the balance is paid back with a month's payment.
    PayOff {
        /// With this month's payment.
        #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
        month: Option<u32>,
        /// Or the day: with the first payment on or after it.
        #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
        date: Option<Date>,
    },
}

/// What a part repayment makes smaller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum PrepayEffect {
    /// 缩短年限: the payment stays, the loan ends sooner.
    ShorterTerm,
    /// 减少月供: the end stays, the payment is computed anew.
    LowerPayment,
}
