//! Lists of a bank or a card terminal: one result a row.

mod importing;
mod row;

pub use row::{LedgerBatch, LedgerBatchImported, LedgerBatchResult, LedgerBatchRow};
