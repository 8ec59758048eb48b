//! Claims of a ledger: what the other engines look at, for hosts that keep the library's ledger.

mod answer;
mod deals;
mod engine;
mod loans;
mod payments;

pub use answer::LedgerClaims;
pub use engine::LedgerClaiming;
