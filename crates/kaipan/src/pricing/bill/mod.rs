//! Price bills (定价单 / 调价单): made from a project, moved on to execution (handbook §2.9).

mod adjusting;
mod change;
mod life;
mod line;
mod make;
mod model;
mod refuse;
mod summaries;
mod told;

pub use adjusting::Adjusting;
#[cfg(feature = "csv")]
pub use change::PriceList;
pub use change::{AdjustMode, AverageMove, BillPart, ExplicitPrice};
pub use life::{AdvancedBill, BillCommand, BillState, BillStep};
pub use make::AdjustedPrices;
pub use model::{BillKind, BillLine, BillMethod, PriceBill, PriceChange, SkippedUnit};
