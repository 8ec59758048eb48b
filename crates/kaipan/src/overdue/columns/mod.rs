//! Claims and receipts by the million, as columns.

mod engine;
mod grouped;
mod rows;

pub use engine::OverdueColumns;
pub use rows::{AgedGroup, AssessedColumns, AssessedSums, ClaimColumns, NO_DAY, ReceiptColumns};
