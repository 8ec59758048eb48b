//! Fund plans (资金计划): outgoing payments need an approved line of the day's plan (handbook §28.4).
//!
//! [`FundPlanning::check`] says what is planned, paid, lapsed and still open; [`FundPlanning::pay`] decides
//! one payment.

mod checking;
mod paying;
mod payment;
mod plan;
mod planning;
mod sheet;
mod within_month;

pub use paying::FundPaymentAnswer;
pub use payment::FundPayment;
pub use plan::{FundPlan, FundPlanLine, FundPlanPurpose, FundPurpose};
pub use planning::FundPlanning;
pub use sheet::{FundLinePosition, FundLineState, FundPlanSheet, FundPurposePosition};
