//! Price bills (定价单 / 调价单): made from a project, moved on to execution (handbook §2.9).

mod adjusting;
mod advance;
mod apply;
mod execute;
mod line;
mod make;
mod mode;
mod model;
mod new_prices;
mod parts;
mod price_list;
mod refuse;
mod state;
mod summaries;
#[cfg(test)]
mod tests;
mod to_average;
mod told;
mod unit_rounding;

pub use adjusting::Adjusting;
pub use advance::{AdvancedBill, BillStep};
pub use make::AdjustedPrices;
pub use mode::{AdjustMode, AverageMove, ExplicitPrice};
pub use model::{BillKind, BillLine, BillMethod, PriceBill, PriceChange, SkippedUnit};
pub use parts::BillPart;
pub use price_list::PriceList;
pub use state::{BillCommand, BillState};
