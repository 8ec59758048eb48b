//! Periods of figures (handbook §8.2): days, weeks, months, quarters, half-years, years, stages of
//! a sale, and everything so far.

mod kind;
mod series;
mod stage;

pub use kind::PeriodKind;
pub use series::{KpiPeriod, PeriodSeries};
pub use stage::SalesStage;
pub(in crate::kpi) use stage::wrong_stages;
