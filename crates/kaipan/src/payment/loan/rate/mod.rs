//! Rates of loans.

mod loan_rate;
mod lookup;
mod preset;
mod published;

pub use loan_rate::{LoanRate, RateRow};
pub(super) use lookup::in_range;
pub use preset::RatePreset;
pub use published::{RatePresetRow, published_rates};
