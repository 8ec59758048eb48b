//! What follows for the ledger from what happens elsewhere (handbook §6.14): the commands that a host
//! posts beside the entries of decisions.

mod deal;
mod milestone;
mod plan;
mod receipt;
mod service;
mod shortfall;

pub use deal::{DealFollowing, LedgerFollowed};
