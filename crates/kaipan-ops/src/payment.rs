//! `payment.schedule`: the request for a payment schedule.

pub use kaipan::payment::Schedule;

pub mod loan;

use kaipan::error::Result;
use kaipan::number::Money;
use kaipan::payment::loan::{LoanPurpose, LoanTermPolicy};
use kaipan::payment::{
    AnchorDates, BorrowerFacts, DepositLimit, DownPaymentPolicy, ExistingLine, FeeAmount,
    PaymentPlan, Scheduling, WorkingDays,
};
use kaipan::{Date, Text};
use kaipan_derive::boundary;

/// A request for a payment schedule.
#[boundary]
pub struct ScheduleRequest {
    /// The plan.
    pub plan: PaymentPlan,
    /// Contract total (or deal total), yuan.
    pub total: Money,
    /// The dates known so far.
    #[boundary(empty)]
    pub dates: AnchorDates,
    /// The day whose policies apply; the subscription date if absent.
    pub as_of: Option<Date>,
    /// Code of the project, for plans that are offered in some only.
    pub project: Option<Text>,
    /// Deposit agreed on, in place of the plan's.
    pub deposit: Option<Money>,
    /// Commercial loan applied for or approved, in place of the full share.
    pub commercial_loan: Option<Money>,
    /// Fund loan applied for or approved, in place of the full share.
    pub fund_loan: Option<Money>,
    /// 评估价, yuan.
    pub appraisal: Option<Money>,
    /// 备案总价, yuan.
    pub filed_total: Option<Money>,
    /// Which home of the household this is (1, 2, 3…); the first if absent.
    pub home_count: Option<u32>,
    /// The least down payment; not checked if absent.
    pub min_down_payment: Option<DownPaymentPolicy>,
    /// The largest deposit; the law's if absent.
    pub deposit_limit: Option<DepositLimit>,
    /// What the loans are for. With the use of the unit, what the law forbids is refused; without
    /// it, it is told.
    #[boundary(empty)]
    pub purpose: LoanPurpose,
    /// How long loans may run; the national rules if absent.
    pub loan_terms: Option<LoanTermPolicy>,
    /// What caps of loans ask of the borrowers.
    #[boundary(empty)]
    pub borrower: BorrowerFacts,
    /// Amounts of the fee lines.
    pub fees: Vec<FeeAmount>,
    /// Moves due dates to working days; dates stand as they are if absent.
    pub working_days: Option<WorkingDays>,
    /// The schedule as it was, with what was received: the new one keeps it.
    pub existing: Vec<ExistingLine>,
}

/// `payment.schedule`: the payment schedule of a plan.
///
/// # Errors
/// As [`Scheduling::schedule`].
pub fn schedule(request: &ScheduleRequest) -> Result<Schedule> {
    Scheduling::new(&request.plan)
        .dates(&request.dates)
        .as_of(request.as_of)
        .project(request.project.as_deref())
        .deposit(request.deposit)
        .commercial_loan(request.commercial_loan)
        .fund_loan(request.fund_loan)
        .appraisal(request.appraisal)
        .filed_total(request.filed_total)
        .home_count(request.home_count)
        .min_down_payment(request.min_down_payment.as_ref())
        .deposit_limit(request.deposit_limit.as_ref())
        .purpose(request.purpose)
        .loan_terms(request.loan_terms.as_ref())
        .borrower(&request.borrower)
        .fees(&request.fees)
        .working_days(request.working_days.as_ref())
        .existing(&request.existing)
        .schedule(request.total)
}
