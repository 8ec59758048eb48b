//! A loan and what happens to it (handbook §4.4).

use super::kind::LoanKind;
use super::rate::LoanRate;
use crate::number::{Money, Rate};
use crate::{Date, Label};
use kaipan_derive::boundary;

/// The longest loan, in months.
pub(crate) const MOST_MONTHS: u32 = 1_200;

/// A loan.
#[boundary]
pub struct LoanTerms {
    /// Name to show: 商业贷款, 公积金贷款.
    pub name: Option<Label>,
    /// Amount lent, yuan, above 0.
    pub principal: Money,
    /// Months it runs, 1–1200.
    pub months: u32,
    /// Annual rate, 0–1 once looked up.
    pub rate: LoanRate,
    /// How it is repaid.
    #[boundary(default)]
    pub repayment: RepaymentMethod,
    /// Where amounts are rounded.
    #[boundary(default)]
    pub convention: LoanConvention,
    /// Date of the first payment; the others follow by whole months. For a bullet loan, the date
    /// of its one payment.
    pub first_payment: Option<Date>,
    /// What happens on the way, in order of time.
    pub changes: Vec<LoanChange>,
    /// Who lends; the provident fund with one of its rates, else a bank, if absent.
    pub kind: Option<LoanKind>,
}

/// How a loan is repaid.
#[boundary]
pub enum RepaymentMethod {
    /// 等额本息: equal instalments.
    #[default]
    EqualInstalment,
    /// 等额本金: equal principal.
    EqualPrincipal,
    /// 到期一次还本付息: once, at the end, `P × (1 + annual × months ÷ 12)`; at most 12 months.
    Bullet,
}

/// Where the amounts of a loan are rounded. Published figures follow each of the three
/// (handbook §4.4).
///
/// Rounding is half up to the fen. The monthly rate is annual ÷ 12, never rounded. With P the
/// balance that the payment is counted from (the principal, or the balance at a rate change or a
/// part repayment that lowers the payment) and n the months left, the exact payment is
/// `P·i·(1+i)^n ÷ ((1+i)^n − 1)` for equal instalments (`P ÷ n` at no interest), and
/// `P ÷ n + balance × i` for equal principal.
///
/// A bullet loan is the same in all three.
#[boundary]
pub enum LoanConvention {
    /// Nothing is rounded inside; every figure shown is its exact value, rounded, totals too. So
    /// figures of a row may miss each other by a fen.
    Theoretical,
    /// The payment of every month is rounded; totals are the sum of these payments (payment ×
    /// months for equal instalments), as in the banks' per-10,000 tables.
    ///
    /// Equal instalments: each month's interest is rounded, the rest of the payment is principal.
    /// Equal principal: principal is P ÷ n, rounded; interest is the rest of the payment. In both,
    /// the last month's principal is the balance, and its interest what the payment leaves: it
    /// takes up all rounding, and at a rate near 0 may be a few fen below 0. After a part repayment
    /// that shortens the loan, the last payment is the balance and its rounded interest.
    CentPayment,
    /// The payment (for equal principal, the monthly principal P ÷ n) and each month's interest are
    /// rounded; the last month pays the balance and its interest, so that the loan ends at 0.00.
    ///
    /// A loan of so few fen that rounding its payment up pays it off early ends early.
    #[default]
    CentSchedule,
}

/// Something that happens to a loan. Give either the month or the date; a date needs the loan's
/// first payment date. Changes come in order of time; within a month, rates before repayments.
///
/// A bullet loan takes none.
#[boundary]
pub enum LoanChange {
    /// The rate changes: the payment is computed anew from the balance and the months left (those
    /// of the shortened loan, after a part repayment that shortened it).
    Rate {
        /// First month at the new rate (1 = the first payment).
        month: Option<u32>,
        /// Or the day: the first month whose interest begins on or after it.
        date: Option<Date>,
        /// The new annual rate, share: 0.035 is 3.5 %; 0 to 1. 0.1 % to 24 % is usual.
        annual: Rate,
    },
    /// 部分提前还款: part of the balance is paid back with a month's payment.
    Prepay {
        /// With this month's payment.
        month: Option<u32>,
        /// Or the day: with the first payment on or after it.
        date: Option<Date>,
        /// Yuan, besides the month's payment; less than the balance after that.
        amount: Money,
        /// What becomes smaller.
        effect: PrepayEffect,
    },
    /// 全部提前还清: all of the balance is paid back with a month's payment.
    PayOff {
        /// With this month's payment.
        month: Option<u32>,
        /// Or the day: with the first payment on or after it.
        date: Option<Date>,
    },
}

/// What a part repayment makes smaller.
#[boundary]
pub enum PrepayEffect {
    /// 缩短年限: the payment (for equal principal, the monthly principal) stays, the loan ends
    /// sooner, with a smaller last payment.
    ShorterTerm,
    /// 减少月供: the end stays, the payment is computed anew.
    LowerPayment,
}
