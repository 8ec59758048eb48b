//! What has happened: to a unit's stock, and to a deal.

mod deal_event;
mod evolve_deal;
mod evolve_stock;
mod replay;
mod stock_event;

pub use deal_event::{DealChange, DealEvent};
pub use stock_event::{StockChange, StockEvent};
