//! Prices before and after: the change of groups of units, and two price tables side by side.

mod comparing;
mod summary;

pub use comparing::{ComparedPrices, ComparedRow, Comparing};
pub use summary::ChangeSummary;
pub(super) use summary::{Moved, summarise};
