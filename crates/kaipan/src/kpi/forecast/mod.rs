//! 预测: what a figure will be, from what it was, and from what is on the way (handbook §8.6).

mod engine;
mod pipeline;

pub use engine::{ForecastMethod, ForecastPoint, ForecastSheet, Forecasting};
pub use pipeline::{ExpectedOrder, OpenOpportunity, PipelineMonth, PipelineSheet};
