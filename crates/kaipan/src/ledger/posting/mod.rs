//! Posting: one command at a time, whole or not at all.

mod allocate;
mod bookkeeping;
mod commission;
mod deal;
mod detail;
mod enter;
mod entering;
mod mirror;
mod pay_out;
mod planned;
mod print;
mod raise;
mod receive;
mod slip;
mod take;
mod vouching;

pub(in crate::ledger) use bookkeeping::Noted;
pub use bookkeeping::{Bookkeeping, LedgerPosted};
pub(in crate::ledger) use print::print;
