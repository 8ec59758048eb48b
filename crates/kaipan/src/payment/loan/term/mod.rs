//! How long loans may run, and whether a loan suits what it is for.

mod national;
mod policy;
mod row;
mod suit;

pub use national::national_terms;
pub use policy::LoanTermPolicy;
pub use row::LoanTermRow;
pub(crate) use suit::{NATIONAL, Suit};
