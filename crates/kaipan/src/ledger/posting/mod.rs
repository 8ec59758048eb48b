//! Posting: one command at a time, whole or not at all.

mod allocating;
mod bookkeeping;
mod days;
mod deal;
mod detail;
mod enter;
mod entering;
mod mirror;
mod money;
mod noting;
mod odd;
mod print;
mod raise;
mod signing;
mod slip;

pub use bookkeeping::{Bookkeeping, LedgerPosted};
pub(in crate::ledger) use noting::Noted;
pub(in crate::ledger) use print::print;
