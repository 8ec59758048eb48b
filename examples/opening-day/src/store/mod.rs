//! The store: what any host of the library needs of its database.

mod appended;
mod attempt;
mod connection;
#[cfg(test)]
mod memory;
mod order;
mod seen;

pub(crate) use attempt::{Answer, Attempt};
pub(crate) use connection::{Address, Connection, What, what_failed};
#[cfg(test)]
pub(crate) use memory::Memory;
pub(crate) use order::{Act, Order};
pub(crate) use seen::after_entry;
