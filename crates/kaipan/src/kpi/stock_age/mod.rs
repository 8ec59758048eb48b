//! 库存积压、滞销: how long units have been on offer, and what is slow (handbook §8.16).

mod engine;
mod groups;
mod policy;
mod sheet;
mod units;

pub use engine::StockAging;
pub use policy::{SlowStock, StockAgeBand};
pub use sheet::{SlowUnit, StockAgeSheet, StockBandSum, StockGroup, StockSum};
