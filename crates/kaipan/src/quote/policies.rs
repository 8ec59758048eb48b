//! The sales policies that quotes are made under.

use crate::discount::{AuthorityTable, DiscountScheme};
use crate::fee::FeePolicy;
use crate::payment::loan::{LoanConvention, LoanRate, LoanTermPolicy, RepaymentMethod};
use crate::payment::{DepositLimit, DownPaymentPolicy, PaymentPlan, WorkingDays};
use crate::pricing::PriceRules;
use crate::{Date, Text};
use kaipan_derive::boundary;

/// Everything a project has decided about its sale: discounts, ways to pay, loans, fees, limits.
#[boundary]
pub struct SalesPolicies {
    /// Code.
    pub code: Text,
    /// Version, as quotes record it.
    pub version: Option<Text>,
    /// First day in force.
    pub valid_from: Option<Date>,
    /// Last day in force.
    pub valid_to: Option<Date>,
    /// Discounts.
    pub discounts: DiscountScheme,
    /// Ways to pay.
    #[boundary(required)]
    pub plans: Vec<PaymentPlan>,
    /// Who may approve what.
    pub authority: Option<AuthorityTable>,
    /// Rules between price levels.
    #[boundary(empty)]
    pub rules: PriceRules,
    /// The least down payment; not checked if absent.
    pub min_down_payment: Option<DownPaymentPolicy>,
    /// The largest deposit; the law's if absent.
    pub deposit_limit: Option<DepositLimit>,
    /// How long loans may run, by lender, use and date; the national rules if absent.
    pub loan_terms: Option<LoanTermPolicy>,
    /// Terms of commercial loans; monthly payments are not computed if absent.
    pub commercial_loan: Option<LoanOffer>,
    /// Terms of provident fund loans.
    pub fund_loan: Option<LoanOffer>,
    /// Fees and taxes; none are computed if absent.
    pub fees: Option<FeePolicy>,
    /// Moves due dates to working days.
    pub working_days: Option<WorkingDays>,
    /// Days that a quote holds; no end if absent.
    pub quote_days: Option<u32>,
}

/// The terms of a kind of loan.
#[boundary]
pub struct LoanOffer {
    /// Annual rate.
    pub rate: LoanRate,
    /// How it is repaid.
    #[boundary(default)]
    pub repayment: RepaymentMethod,
    /// Where amounts are rounded.
    #[boundary(default)]
    pub convention: LoanConvention,
    /// Months it runs, unless plan or choice say otherwise; if absent, 360, or what is usual for
    /// the use of the unit if that is less.
    pub months: Option<u32>,
}
