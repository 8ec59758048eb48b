//! `fund_plan.check` and `fund_plan.pay`: outgoing payments and the plan they need.

pub use kaipan::fund_plan::{FundPaymentAnswer, FundPlanSheet};

use kaipan::Date;
use kaipan::error::Result;
use kaipan::fund_plan::{FundPayment, FundPlan, FundPlanning};
use kaipan_derive::boundary;

/// A fund plan, to be looked at on a day.
#[boundary]
pub struct FundPlanCheckRequest {
    /// The plan of a month with the lines of its days.
    pub plan: FundPlan,
    /// The payments that were made, in the order in which they were recorded.
    pub payments: Vec<FundPayment>,
    /// The day: what came later is left out.
    pub as_of: Date,
}

/// `fund_plan.check`: what is planned, paid, lapsed and open as of a day, and what breaks the plan.
///
/// # Errors
/// As [`FundPlanning::check`].
pub fn check(request: &FundPlanCheckRequest) -> Result<FundPlanSheet> {
    FundPlanning::new(&request.plan).payments(&request.payments).check(request.as_of)
}

/// A payment that is to go out.
#[boundary]
pub struct FundPlanPayRequest {
    /// The plan of a month with the lines of its days.
    pub plan: FundPlan,
    /// The payments that were made, in the order in which they were recorded.
    pub payments: Vec<FundPayment>,
    /// The payment.
    pub payment: FundPayment,
}

/// `fund_plan.pay`: decides a payment by the plan of its day.
///
/// # Errors
/// As [`FundPlanning::pay`].
pub fn pay(request: &FundPlanPayRequest) -> Result<FundPaymentAnswer> {
    FundPlanning::new(&request.plan).payments(&request.payments).pay(&request.payment)
}
