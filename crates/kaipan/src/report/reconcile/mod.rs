//! 双轨核对: a report beside a table that was made by hand, cell by cell (handbook §8.5).

mod answer;
mod behind;
mod engine;
mod found;
mod hand;
mod pairing;
mod reading;

pub use answer::{ReportDifference, ReportDifferenceKind, ReportReconciliation};
pub use engine::Reconciling;
pub use hand::{HandRow, HandTable};
