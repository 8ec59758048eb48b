//! Payment: plans, due dates, schedules that add up to the fen, loans (handbook §4).
//!
//! A schedule is made in this order: `check` says everything that is wrong with plan and request →
//! `lend` finds the loans → `amounts` gives every line its amount → `dating` its due date → `keep`
//! carries over what was received → `generate` puts it together.

mod amounts;
mod check;
mod dating;
mod deposit_limit;
mod down_payment;
mod due;
mod generate;
mod keep;
mod lend;
pub mod loan;
mod loan_cap;
mod national;
mod plan;
mod references;
mod schedule;
mod scheduling;
mod unusual;

pub(crate) use dating::DueRules;
pub use deposit_limit::{DepositLimit, DepositLimitRow};
pub use down_payment::{DownPaymentPolicy, DownPaymentRow};
pub use due::{Anchor, AnchorDates, NodeDate, WorkingDays};
pub use loan_cap::{BorrowerFacts, CapLimit, CapUplift, LoanCap, LoanCapResult};
pub use plan::{
    DepositRule, LineAmount, LoanAbove, LoanBase, LoanRule, PaymentMethod, PaymentPlan, PlanLine,
};
pub(crate) use references::{node, uplifts};
pub use schedule::{
    AmountRule, AmountStep, ExistingLine, FeeAmount, MoneyItem, Schedule, ScheduleLine,
};
pub use scheduling::Scheduling;
