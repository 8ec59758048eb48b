//! Measures of many facts at once, in columns (handbook §8.11).

mod compiled;
mod facts;
mod sums;
mod term;

pub use compiled::CompiledMeasures;
pub use facts::{FactColumns, NO_DAY};
pub use sums::MeasureSums;
