//! What deposits, down payments and loans are held against, by date.

mod cap;
mod deposit;
mod down_payment;
#[cfg(feature = "deal")]
mod largest_deposit;
mod national_minimum;

pub use cap::{BorrowerFacts, CapLimit, CapUplift, LoanCap, LoanCapResult};
pub(super) use cap::{caps_in_force, check_caps};
pub use deposit::{DepositLimit, DepositLimitRow};
pub use down_payment::{DownPaymentPolicy, DownPaymentRow};
