//! 趋势: a figure over periods (handbook §8.6).

mod engine;
mod point;

pub use engine::Trending;
pub use point::{TrendPoint, TrendStep, TrendTable};
