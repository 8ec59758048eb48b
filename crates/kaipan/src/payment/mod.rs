//! Payment: plans, due dates, schedules that add up to the fen, loans (handbook §4).

mod down_payment;
mod due;
pub mod loan;
mod plan;
mod request;

pub use down_payment::{DownPaymentPolicy, DownPaymentRow};
pub use due::{Anchor, AnchorDates, NodeDate, WorkingDays};
pub use plan::{DepositRule, LineAmount, LoanBase, LoanRule, PaymentMethod, PaymentPlan, PlanLine};
pub use request::{
    AmountRule, AmountStep, ExistingLine, FeeAmount, MoneyItem, Schedule, ScheduleLine,
    ScheduleRequest,
};
