//! Postings as a host keeps them, and the ledger made from them again.

mod change;
mod record;
mod replay;
mod show;

pub use change::LedgerChange;
pub use record::{LedgerPosting, LedgerRecorded};
