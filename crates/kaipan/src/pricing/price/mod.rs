//! Prices of single units: exact arithmetic, then the rounding points in their order.

mod arithmetic;
mod coarse_totals;
mod floor_price;
mod pricer;
mod rounding;

pub(super) use arithmetic::{Arithmetic, FactorNumbers, Size, Terms};
pub(super) use coarse_totals::CoarseTotals;
pub use floor_price::FloorPriceRule;
pub(super) use pricer::Pricer;
pub(super) use rounding::{
    Price, Raw, RoundingOrder, UnitPrices, entered, from_total, from_unit, unit_prices,
};
pub(crate) use rounding::{per_area, rounding_inputs, total_of};
