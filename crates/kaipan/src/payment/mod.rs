//! Payment: plans, due dates, schedules that add up to the fen, loans (handbook §4).
//!
//! [`Scheduling`] makes the schedule of a [`PaymentPlan`]; [`loan::Repaying`] says what loans cost
//! month by month.

mod bounds;
mod due;
mod item;
mod limit;
pub mod loan;
mod micro;
mod plan;
mod schedule;

pub use crate::working_days::WorkingDays;
pub use due::{Anchor, AnchorDates, NodeDate};
pub(crate) use due::{DueRules, dates_out_of_order, far_dates, schedule_dates};
pub use item::MoneyItem;
pub use limit::{
    BorrowerFacts, CapLimit, CapUplift, DepositLimit, DepositLimitRow, DownPaymentPolicy,
    DownPaymentRow, LoanCap, LoanCapResult,
};
pub use plan::{
    DepositRule, LineAmount, LoanAbove, LoanBase, LoanRule, PaymentMethod, PaymentPlan, PlanLine,
};
pub use schedule::{
    AmountRule, AmountStep, ExistingLine, FeeAmount, Schedule, ScheduleLine, Scheduling,
};
pub(crate) use schedule::{node, uplifts};
