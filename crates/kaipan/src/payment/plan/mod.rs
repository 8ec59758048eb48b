//! Payment plans: what they are made of, and whether a schedule can be made of one.

mod check;
mod line;
mod loan_rule;
mod offer;
mod payment_plan;
mod whole;

pub use line::{LineAmount, PlanLine};
pub use loan_rule::{LoanAbove, LoanBase, LoanRule};
pub use payment_plan::{DepositRule, PaymentMethod, PaymentPlan};
