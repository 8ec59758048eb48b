//! The life of a price bill: its states, the steps between them, and what its execution sets.

mod advance;
mod apply;
mod execute;
pub(super) mod state;
#[cfg(test)]
mod tests;

pub use advance::{AdvancedBill, BillStep};
pub use state::{BillCommand, BillState};
