//! The ledger: handbook §6, and the cases that other ledgers got wrong.
#![cfg(feature = "ledger")]

mod cases;
#[cfg(feature = "overdue")]
mod claims;
#[cfg(feature = "kpi")]
mod commissions;
mod days;
mod desk;
mod entries_of_others;
mod following;
#[cfg(feature = "overdue")]
mod order_of_days;
mod place;
mod properties;
#[cfg(feature = "overdue")]
mod taken_back;
mod workload;
