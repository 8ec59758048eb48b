//! Checking prices: the rules between the three price levels, and rules on changes (handbook §2.8).

mod broken;
mod change;
mod checking;
mod rules;
#[cfg(test)]
mod tests;

pub(crate) use broken::Level;
pub use change::LastChange;
pub(crate) use change::percent_rate;
pub(super) use change::{LastChanges, PriceMove};
pub use checking::{CheckedPrice, Checking, PriceCheck};
pub(crate) use rules::USUAL_RULES;
pub use rules::{FiledPriceRule, PriceRules};
