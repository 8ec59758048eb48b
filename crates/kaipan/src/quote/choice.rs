//! How a buyer wants to buy.

use crate::discount::ChosenDiscount;
use crate::number::Money;
use crate::payment::loan::RepaymentMethod;
use crate::{Label, Text};
use kaipan_derive::boundary;

/// How a buyer wants to buy.
#[boundary]
pub struct QuoteChoice {
    /// Name to show beside other choices; the plan's if absent.
    pub name: Option<Label>,
    /// Code of the payment plan.
    pub plan: Text,
    /// Discounts, besides those that come with the plan.
    pub discounts: Vec<ChosenDiscount>,
    /// Take the best admissible combination that holds these discounts.
    pub best: bool,
    /// Deposit, in place of the plan's, yuan.
    pub deposit: Option<Money>,
    /// Commercial loan wanted, in place of the full share, yuan.
    pub commercial_loan: Option<Money>,
    /// Fund loan wanted, in place of the full share, yuan.
    pub fund_loan: Option<Money>,
    /// Months of the commercial loan.
    pub commercial_months: Option<u32>,
    /// Months of the fund loan.
    pub fund_months: Option<u32>,
    /// How loans are repaid.
    pub repayment: Option<RepaymentMethod>,
    /// Somebody has looked at what takes more off than `limits.confirm_above` of the discount scheme, and it
    /// is meant.
    pub confirmed: bool,
}
