//! The measures and ratios of the library (handbook §8.2, §8.3).

mod measures;
mod ratios;
mod terms;

pub use measures::measures;
pub(in crate::kpi) use measures::stock_of_name;
pub(in crate::kpi) use ratios::ratio_of_name;
pub use ratios::ratios;
