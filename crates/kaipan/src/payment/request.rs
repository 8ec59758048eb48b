//! Requests and answers of `payment.schedule`.

use super::deposit_limit::DepositLimit;
use super::down_payment::DownPaymentPolicy;
use super::due::{AnchorDates, WorkingDays};
use super::loan::{self, LoanPurpose, LoanTermPolicy};
use super::loan_cap::{BorrowerFacts, LoanCapResult};
use super::plan::PaymentPlan;
use crate::Date;
use crate::error::Finding;
use crate::number::{Exact, Mode, Money, Rate};
use crate::{Label, Text};

/// A request for a payment schedule.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ScheduleRequest {
    /// The plan.
    pub plan: PaymentPlan,
    /// Contract total (or deal total), yuan.
    pub total: Money,
    /// The dates known so far.
    #[cfg_attr(feature = "serde", serde(default))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub dates: AnchorDates,
    /// The day whose policies apply; the subscription date if absent.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub as_of: Option<Date>,
    /// Code of the project, for plans that are offered in some only.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub project: Option<Text>,
    /// Deposit agreed on, in place of the plan's.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub deposit: Option<Money>,
    /// Commercial loan applied for or approved, in place of the full share.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub commercial_loan: Option<Money>,
    /// Fund loan applied for or approved, in place of the full share.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub fund_loan: Option<Money>,
    /// 评估价, yuan.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub appraisal: Option<Money>,
    /// 备案总价, yuan.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub filed_total: Option<Money>,
    /// Which home of the household this is (1, 2, 3…); the first if absent.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub home_count: Option<u32>,
    /// The least down payment; not checked if absent.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub min_down_payment: Option<DownPaymentPolicy>,
    /// The largest deposit; the law's if absent.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub deposit_limit: Option<DepositLimit>,
    /// What the loans are for. With the use of the unit, what the law forbids is refused; without
    /// it, it is told.
    #[cfg_attr(feature = "serde", serde(default))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub purpose: LoanPurpose,
    /// How long loans may run; the national rules if absent.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub loan_terms: Option<LoanTermPolicy>,
    /// What caps of loans ask of the borrowers.
    #[cfg_attr(feature = "serde", serde(default))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub borrower: BorrowerFacts,
    /// Amounts of the fee lines.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub fees: Vec<FeeAmount>,
    /// Moves due dates to working days; dates stand as they are if absent.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub working_days: Option<WorkingDays>,
    /// The schedule as it was, with what was received: the new one keeps it.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub existing: Vec<ExistingLine>,
}

/// A request that borrows its parts, so that quotes need no copies of plans and dates.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ask<'a> {
    pub(crate) plan: &'a PaymentPlan,
    pub(crate) total: Money,
    pub(crate) dates: &'a AnchorDates,
    pub(crate) as_of: Option<Date>,
    pub(crate) project: Option<&'a str>,
    pub(crate) deposit: Option<Money>,
    pub(crate) commercial_loan: Option<Money>,
    pub(crate) fund_loan: Option<Money>,
    pub(crate) appraisal: Option<Money>,
    pub(crate) filed_total: Option<Money>,
    pub(crate) home_count: Option<u32>,
    pub(crate) min_down_payment: Option<&'a DownPaymentPolicy>,
    pub(crate) deposit_limit: Option<&'a DepositLimit>,
    pub(crate) purpose: LoanPurpose,
    pub(crate) borrower: &'a BorrowerFacts,
    /// None where loans are held against their limits elsewhere.
    pub(crate) loan_terms: Option<&'a LoanTermPolicy>,
    pub(crate) fees: &'a [FeeAmount],
    pub(crate) working_days: Option<&'a WorkingDays>,
    pub(crate) existing: &'a [ExistingLine],
}

impl ScheduleRequest {
    pub(super) fn ask(&self) -> Ask<'_> {
        Ask {
            plan: &self.plan,
            total: self.total,
            dates: &self.dates,
            as_of: self.as_of,
            project: self.project.as_deref(),
            deposit: self.deposit,
            commercial_loan: self.commercial_loan,
            fund_loan: self.fund_loan,
            appraisal: self.appraisal,
            filed_total: self.filed_total,
            home_count: self.home_count,
            min_down_payment: self.min_down_payment.as_ref(),
            deposit_limit: self.deposit_limit.as_ref(),
            purpose: self.purpose,
            borrower: &self.borrower,
            loan_terms: Some(self.loan_terms.as_ref().unwrap_or(loan::NATIONAL)),
            fees: &self.fees,
            working_days: self.working_days.as_ref(),
            existing: &self.existing,
        }
    }
}

/// The amount of a fee.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct FeeAmount {
    /// Code of the fee.
    pub item: Text,
    /// Yuan.
    pub amount: Money,
}

/// A line of the schedule as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ExistingLine {
    /// What it is.
    pub item: MoneyItem,
    /// Name, as the schedule had it.
    pub name: Label,
    /// Code of the fee, for fee lines; they are matched by name if absent.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub fee: Option<Text>,
    /// Yuan.
    pub amount: Money,
    /// Due date it had.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub due: Option<Date>,
    /// Yuan received on it.
    pub received: Money,
}

/// What a line of a schedule is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum MoneyItem {
    /// 定金.
    Deposit,
    /// 首期款: the first own-funds line of a plan.
    DownPayment,
    /// 分期款 / 房款: own-funds lines after the first.
    Instalment,
    /// 商业贷款.
    CommercialLoan,
    /// 公积金贷款.
    FundLoan,
    /// Fees and taxes, outside the contract total.
    Fee,
}

/// A payment schedule. Σ of the lines in the price = the contract total, to the fen.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Schedule {
    /// Code of the plan.
    pub plan: Text,
    /// Contract total, yuan.
    pub total: Money,
    /// The lines, in the order of the plan; the deposit first.
    pub lines: Vec<ScheduleLine>,
    /// Σ of the buyer's own lines in the price, deposit included.
    pub own_funds: Money,
    /// Σ of the loans.
    pub loan_total: Money,
    /// Own funds ÷ contract total, share: 0.3 is 30 %; half up to 6 decimals.
    pub own_ratio: Rate,
    /// Loans ÷ contract total, share: 0.7 is 70 %; half up to 6 decimals.
    pub loan_ratio: Rate,
    /// Every cap of the loans that have caps by name, and which one binds.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub loan_caps: Vec<LoanCapResult>,
    /// The least down payment that was checked, share: 0.15 is 15 %.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub min_down_payment: Option<Rate>,
    /// What sets it.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub min_down_payment_source: Option<Label>,
    /// Received beyond what the new schedule asks for: to be refunded or kept as prepayment.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub surplus: Option<Money>,
    /// Of it, what was received on loan lines: it goes back to the lender, not to the buyer.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub loan_surplus: Option<Money>,
    /// What a person should read.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub findings: Vec<Finding>,
}

/// A line of a schedule.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ScheduleLine {
    /// Position, from 1.
    pub seq: u32,
    /// What it is.
    pub item: MoneyItem,
    /// Name to show.
    pub name: Label,
    /// Name in English.
    pub name_en: Label,
    /// Code of the fee, for fee lines.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub fee: Option<Text>,
    /// Yuan.
    pub amount: Money,
    /// Part of the contract total.
    pub in_price: bool,
    /// Due date; none until the event it hangs on has a date.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub due: Option<Date>,
    /// The date hangs on a planned or agreed day and may still move.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "std::ops::Not::not"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub provisional: bool,
    /// What the due date hangs on.
    pub anchor: super::due::Anchor,
    /// Amount ÷ contract total, share: 0.3 is 30 %; half up to 6 decimals.
    pub share: Rate,
    /// Received so far, if the request says.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub received: Option<Money>,
    /// Still to be paid, if the request says what was received.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub outstanding: Option<Money>,
    /// How the amount came about.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub parts: Vec<AmountStep>,
}

/// One step of an amount.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct AmountStep {
    /// Which rule was applied.
    pub rule: AmountRule,
    /// The number applied: a share (0.3 is 30 %), a cap, a place, an amount in yuan.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub value: Option<Exact>,
    /// Which way a rounding step went.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub mode: Option<Mode>,
    /// The amount after.
    pub after: Exact,
}

/// The rule behind a step of an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum AmountRule {
    /// A share of the contract total.
    Ratio,
    /// A share of the lowest valuation.
    ValuationRatio,
    /// What the limit for all loans leaves.
    LoanLimit,
    /// A fixed amount.
    Fixed,
    /// The amount applied for or approved.
    AppliedFor,
    /// Not more than the cap.
    Cap,
    /// Rounding.
    Rounding,
    /// + what rounding down a loan cut off.
    LoanCutOff,
    /// − the deposit.
    Deposit,
    /// − what a line before could not take off.
    CarriedDeposit,
    /// Whatever is left of the contract total; with a value, what was added to the line for it.
    Remainder,
    /// − what rounding had added, where the lines would else ask for more than the total.
    GivenBack,
}
