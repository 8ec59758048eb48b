//! Measures as data, and what facts come to by them (handbook §8.2, §8.3).

mod answer;
mod cell;
mod contribution;
#[cfg(feature = "report")]
mod counted;
mod definition;
mod engine;
mod group;
mod preset;
mod ratio;
mod tally;
mod wanted;

pub use answer::{MeasureCell, MeasureGroup, MeasureTable, ValueState};
pub(super) use contribution::{Contribution, Counting, contributions, has_happened};
#[cfg(feature = "report")]
pub(crate) use counted::CountedFact;
pub use definition::{
    Caliber, CancellationTreatment, FactAmount, FactDate, Measure, MeasureReading, MeasureTerm,
};
pub(in crate::kpi) use engine::MOST_CELLS;
pub use engine::Measuring;
pub use preset::{measures, ratios};
pub(super) use preset::{ratio_of_name, stock_of_name};
pub use ratio::MeasureRatio;
pub(super) use wanted::Wanted;
