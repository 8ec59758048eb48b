//! Cash-flow forecast (回款预测, handbook §6.10): what will come in, by period and kind.

mod answer;
mod engine;
mod expected;
mod kind;
mod period;
mod policy;
mod releases;
mod sums;

pub use answer::{
    CashForecast, CashForecastPeriod, CashForecastRow, ForecastRelease, ForecastTotals,
};
pub use engine::CashForecasting;
pub use kind::CollectionKind;
pub use period::ForecastUnit;
pub use policy::{CollectionRate, ForecastPolicy, PlannedSales};
pub use releases::{ForecastAccount, ReleaseNode};
