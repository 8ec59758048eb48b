//! Price bills (定价单 / 调价单): made from a project, moved on to execution (handbook §2.9).

mod adjusting;
mod advance;
mod approved;
mod execute;
mod line;
mod make;
mod mode;
mod model;
mod new_prices;
mod refuse;
mod state;
#[cfg(test)]
mod tests;

pub use adjusting::Adjusting;
pub use advance::{AdvancedBill, BillStep};
pub use make::AdjustedPrices;
pub use mode::{AdjustMode, AverageMove, ExplicitPrice};
pub use model::{BillKind, BillLine, BillMethod, PriceBill, PriceChange, SkippedUnit};
pub use state::{BillCommand, BillState};
