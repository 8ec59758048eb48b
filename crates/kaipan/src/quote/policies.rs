//! The sales policies that quotes are made under.

use crate::Date;
use crate::Text;
use crate::discount::{AuthorityTable, DiscountScheme};
use crate::fee::FeePolicy;
use crate::payment::loan::{LoanConvention, LoanRate, LoanTermPolicy, RepaymentMethod};
use crate::payment::{DepositLimit, DownPaymentPolicy, PaymentPlan, WorkingDays};
use crate::pricing::PriceRules;

/// Everything a project has decided about its sale: discounts, ways to pay, loans, fees, limits.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct SalesPolicies {
    /// Code.
    pub code: Text,
    /// Version, as quotes record it.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub version: Option<Text>,
    /// First day in force.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub valid_from: Option<Date>,
    /// Last day in force.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub valid_to: Option<Date>,
    /// Discounts.
    pub discounts: DiscountScheme,
    /// Ways to pay.
    pub plans: Vec<PaymentPlan>,
    /// Who may approve what.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub authority: Option<AuthorityTable>,
    /// Rules between price levels.
    #[cfg_attr(feature = "serde", serde(default))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub rules: PriceRules,
    /// The least down payment; not checked if absent.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub min_down_payment: Option<DownPaymentPolicy>,
    /// The largest deposit; the law's if absent.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub deposit_limit: Option<DepositLimit>,
    /// How long loans may run, by lender, use and date; the national rules if absent.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub loan_terms: Option<LoanTermPolicy>,
    /// Terms of commercial loans; monthly payments are not computed if absent.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub commercial_loan: Option<LoanOffer>,
    /// Terms of provident fund loans.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub fund_loan: Option<LoanOffer>,
    /// Fees and taxes; none are computed if absent.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub fees: Option<FeePolicy>,
    /// Moves due dates to working days.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub working_days: Option<WorkingDays>,
    /// Days that a quote holds; no end if absent.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub quote_days: Option<u32>,
}

/// The terms of a kind of loan.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct LoanOffer {
    /// Annual rate.
    pub rate: LoanRate,
    /// How it is repaid.
    #[cfg_attr(feature = "serde", serde(default))]
    pub repayment: RepaymentMethod,
    /// Where amounts are rounded.
    #[cfg_attr(feature = "serde", serde(default))]
    pub convention: LoanConvention,
    /// Months it runs, unless plan or choice say otherwise; if absent, 360, or what is usual for
    /// the use of the unit if that is less.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub months: Option<u32>,
}
