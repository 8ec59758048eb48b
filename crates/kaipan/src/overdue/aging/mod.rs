//! Aging (账龄, handbook §6.7): what is owed by how long it is overdue.

mod answer;
mod bucket;
mod dimension;
mod engine;
mod sums;

pub use answer::{AgingColumn, AgingReport, AgingRow, AgingTable};
pub use bucket::AgingBucket;
pub(super) use bucket::{standard_buckets, wrong_buckets};
pub(super) use dimension::category_name;
pub use dimension::{AgingDimension, AgingMode};
pub use engine::{Aging, DatedPrepayment};
