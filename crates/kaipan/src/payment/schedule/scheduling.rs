//! The engine of payment schedules and its inputs.

use super::keep::ExistingLine;
use crate::WorkingDays;
use crate::builder::{inputs, optional_inputs};
use crate::error::Input;
use crate::number::Money;
use crate::payment::due::AnchorDates;
use crate::payment::limit::{BorrowerFacts, DepositLimit, DownPaymentPolicy};
use crate::payment::loan::{self, LoanKind, LoanPurpose, LoanTermPolicy};
use crate::payment::plan::PaymentPlan;
use crate::{Date, Text};
use kaipan_derive::boundary;

/// Makes a payment schedule of a plan: amounts that add up to the total to the fen, due dates,
/// what was received (handbook §4.1–4.3).
///
/// Loans come first and are rounded down; what that cuts off goes to the buyer's own line before
/// them. Shares are rounded, the remainder goes to its line, the deposit is taken off. The least
/// down payment, the deposit limit and a surplus are findings beside the schedule.
///
/// ```
/// use kaipan::payment::{
///     Anchor, AnchorDates, LineAmount, LoanRule, PaymentMethod, PaymentPlan, PlanLine, Scheduling,
/// };
/// let signing = || Anchor::SIGNING_DATE;
/// let down = PlanLine::new("首期款", LineAmount::ratio("0.3".parse()?), signing());
/// let lent = PlanLine::new("按揭款", LineAmount::COMMERCIAL_LOAN, signing());
/// let plan = PaymentPlan::new("M7", "按揭七成", PaymentMethod::Mortgage, vec![down, lent])
///     .with_commercial(LoanRule::default().with_ratio("0.7".parse()?));
/// let dates = AnchorDates::default().with_signing("2026-11-28".parse()?);
/// let schedule = Scheduling::new(&plan).dates(&dates).schedule("1455206".parse()?)?;
/// assert_eq!(schedule.own_funds.to_string(), "445206.00");
/// assert_eq!(schedule.lines[1].amount.to_string(), "1010000.00");
/// assert_eq!(schedule.lines[1].due, Some("2026-11-28".parse()?));
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Scheduling<'a> {
    pub(super) plan: &'a PaymentPlan,
    pub(super) dates: &'a AnchorDates,
    pub(super) as_of: Option<Date>,
    pub(super) project: Option<&'a str>,
    pub(super) deposit: Option<Money>,
    pub(super) commercial_loan: Option<Money>,
    pub(super) fund_loan: Option<Money>,
    pub(super) appraisal: Option<Money>,
    pub(super) filed_total: Option<Money>,
    pub(super) home_count: Option<u32>,
    pub(super) min_down_payment: Option<&'a DownPaymentPolicy>,
    pub(super) deposit_limit: Option<&'a DepositLimit>,
    pub(super) purpose: LoanPurpose,
    pub(super) borrower: &'a BorrowerFacts,
    /// None where loans are held against their limits elsewhere.
    pub(super) loan_terms: Option<&'a LoanTermPolicy>,
    pub(super) fees: Fees<'a>,
    pub(super) working_days: Option<&'a WorkingDays>,
    pub(super) existing: &'a [ExistingLine],
}

const NO_FACTS: &BorrowerFacts =
    &BorrowerFacts { couple: None, fund_balance: None, uplifts: Vec::new() };

impl<'a> Scheduling<'a> {
    /// Schedules of this plan.
    pub fn new(plan: &'a PaymentPlan) -> Scheduling<'a> {
        Scheduling {
            plan,
            dates: AnchorDates::NONE,
            as_of: None,
            project: None,
            deposit: None,
            commercial_loan: None,
            fund_loan: None,
            appraisal: None,
            filed_total: None,
            home_count: None,
            min_down_payment: None,
            deposit_limit: None,
            purpose: LoanPurpose { property_use: None, completed: None },
            borrower: NO_FACTS,
            loan_terms: Some(loan::NATIONAL),
            fees: Fees::Given(&[]),
            working_days: None,
            existing: &[],
        }
    }

    inputs! {
        /// The dates known so far; none if left out.
        dates: &'a AnchorDates;
        /// What the loans are for. With the use of the unit, what the law forbids is refused;
        /// without it, it is told.
        purpose: LoanPurpose;
        /// What caps of loans ask of the borrowers.
        borrower: &'a BorrowerFacts;
        /// The schedule as it was, with what was received: the new one keeps it.
        existing: &'a [ExistingLine];
    }

    optional_inputs! {
        /// The day whose policies apply; the subscription date if left out.
        as_of: Date;
        /// Code of the project, for plans that are offered in some only.
        project: &'a str;
        /// Deposit agreed on, yuan, in place of the plan's.
        deposit: Money;
        /// Commercial loan applied for or approved, yuan, in place of the full share.
        commercial_loan: Money;
        /// Fund loan applied for or approved, yuan, in place of the full share.
        fund_loan: Money;
        /// 评估价, yuan.
        appraisal: Money;
        /// 备案总价, yuan.
        filed_total: Money;
        /// Which home of the household this is (1, 2, 3…); the first if left out.
        home_count: u32;
        /// The least down payment; not checked if left out.
        min_down_payment: &'a DownPaymentPolicy;
        /// The largest deposit; the law's if left out.
        deposit_limit: &'a DepositLimit;
        /// Moves due dates to working days; dates stand as they are if left out.
        working_days: &'a WorkingDays;
    }

    /// Amounts of the fee lines.
    pub fn fees(mut self, amounts: &'a [FeeAmount]) -> Self {
        self.fees = Fees::Given(amounts);
        self
    }

    /// Leaves open what the fee lines come to: loans and due dates are known without it.
    pub(crate) fn open_fees(mut self) -> Self {
        self.fees = Fees::Open;
        self
    }

    /// How long loans may run; the national rules if left out.
    pub fn loan_terms(mut self, policy: impl Into<Option<&'a LoanTermPolicy>>) -> Self {
        self.loan_terms = Some(policy.into().unwrap_or(loan::NATIONAL));
        self
    }

    /// Leaves the terms of the loans alone: who asks holds them against their limits elsewhere.
    pub(crate) fn without_loan_terms(mut self) -> Self {
        self.loan_terms = None;
        self
    }

    /// The day whose policies apply.
    pub(super) fn day(&self) -> Option<Date> {
        self.as_of.or(self.dates.subscription)
    }

    /// The amount of a loan that was applied for or approved.
    pub(super) fn applied(&self, kind: LoanKind) -> Option<Money> {
        match kind {
            LoanKind::Commercial => self.commercial_loan,
            LoanKind::Fund => self.fund_loan,
        }
    }
}

/// The input with the amount of a loan that was applied for.
pub(super) fn applied_input(kind: LoanKind) -> Input {
    match kind {
        LoanKind::Commercial => Input::CommercialLoan,
        LoanKind::Fund => Input::FundLoan,
    }
}

/// What the fee lines of a plan come to.
#[derive(Debug, Clone, Copy)]
pub(super) enum Fees<'a> {
    /// Every line finds its amount here.
    Given(&'a [FeeAmount]),
    /// Not known yet.
    Open,
}

impl<'a> Fees<'a> {
    /// The amounts that are known.
    pub(super) fn given(self) -> &'a [FeeAmount] {
        match self {
            Fees::Given(amounts) => amounts,
            Fees::Open => &[],
        }
    }
}

/// The amount of a fee.
#[boundary]
pub struct FeeAmount {
    /// Code of the fee.
    pub item: Text,
    /// Yuan.
    pub amount: Money,
}
