//! One command for many units: release, withdrawal and every other action on stock.

mod answer;
mod engine;

pub use answer::{BatchedUnit, StockBatchRuling};
pub use engine::{BatchUnit, StockBatch};
