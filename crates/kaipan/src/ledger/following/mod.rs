//! What follows for the ledger from what happens elsewhere (handbook §6.14): the commands that a host
//! posts beside the entries of decisions.

#[cfg(feature = "kpi")]
mod commission;
mod deal;
mod milestone;
mod plan;
mod receipt;
mod service;
mod shortfall;

#[cfg(feature = "kpi")]
pub use commission::CommissionFollowing;
pub use deal::{DealFollowing, LedgerFollowed};
