//! A claim: one line of what a deal owes.

use crate::money::{MoneyCategory, category};
use crate::number::Money;
use crate::{Date, Text};
use kaipan_derive::boundary;

/// An amount that a deal owes (应收款), with the day it is due and everything that was paid for it.
///
/// Balances are never stored: what is owed on a day follows from the payments up to that day.
///
/// ```
/// use kaipan::overdue::{ClaimPayment, MoneyClaim};
/// let paid = ClaimPayment::new("2025-03-25".parse()?, "100000".parse()?);
/// let claim = MoneyClaim::new("D1-2", "D1", "house_payment", "395206".parse()?)
///     .with_due("2025-03-10".parse()?)
///     .with_payments(vec![paid]);
/// assert_eq!(claim.payments.len(), 1);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[boundary]
pub struct MoneyClaim {
    /// Its id.
    pub id: Text,
    /// The deal that owes it.
    pub deal: Text,
    /// 款项, such as `house_payment`.
    pub item: Text,
    /// What kind of money the item is; that of the library's items if absent.
    pub category: Option<MoneyCategory>,
    /// 应收金额, yuan.
    pub amount: Money,
    /// 应付日期: the last day on which it is paid in time; not known if absent.
    pub due: Option<Date>,
    /// The day on which it arose: before it there is no claim, and nothing can be paid for it.
    pub since: Option<Date>,
    /// 承诺日期: the day promised for it, for a loan that of the bank.
    pub promised: Option<Date>,
    /// Of a loan: the planned day of its pay-out anchor, before which no cash comes.
    pub not_before: Option<Date>,
    /// The number under which the claim was recorded, if the host counts entries.
    pub recorded: Option<u32>,
    /// What was paid for it, in any order. For a claim that pays late fees first
    /// ([`LateFeeOrder::PenaltyFirst`](crate::overdue::LateFeeOrder)) also what went to those.
    pub payments: Vec<ClaimPayment>,
}

/// Money for one claim.
#[boundary]
pub struct ClaimPayment {
    /// The day on which the money came in, whenever that was entered or allocated.
    pub on: Date,
    /// Yuan; below zero it was given back that day (退款).
    pub amount: Money,
    /// It is no money: a credit (贷项, 减免应收), which clears the claim as a payment does.
    pub credit: bool,
    /// 红冲: from that day on it is as if it had never been paid.
    pub reversed: Option<ClaimReversal>,
    /// The number under which it was recorded, if the host counts entries.
    pub recorded: Option<u32>,
}

/// The reversal of a payment.
#[boundary]
pub struct ClaimReversal {
    /// The day of the reversal.
    pub on: Date,
    /// The number under which it was recorded, if the host counts entries.
    pub recorded: Option<u32>,
}

impl MoneyClaim {
    /// What kind of money it is.
    #[must_use]
    pub fn category(&self) -> MoneyCategory {
        self.category.unwrap_or_else(|| category(&self.item))
    }

    /// It is paid by a bank or the fund.
    #[must_use]
    pub fn is_loan(&self) -> bool {
        self.category() == MoneyCategory::HouseLoan
    }
}
