//! How list prices change (调价方式): modes, parts of a bill, and the new prices that they make.

mod coarse_totals;
pub(super) mod mode;
pub(super) mod new_prices;
pub(super) mod parts;
#[cfg(feature = "csv")]
mod price_list;
#[cfg(feature = "csv")]
mod price_titles;
mod to_average;
mod unit_rounding;

pub use mode::{AdjustMode, AverageMove, BillPart, ExplicitPrice};
#[cfg(feature = "csv")]
pub use price_list::PriceList;
