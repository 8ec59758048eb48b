//! What has happened: to a unit's stock, and to a deal.

mod deal_event;
mod evolve_deal;
mod evolve_stock;
mod older;
mod replay;
mod schema;
mod stock_event;
mod stream;

pub use deal_event::{DealChange, DealEvent};
#[cfg(feature = "service")]
pub(crate) use older::service as older_service;
pub(in crate::deal) use older::{queue as older_queue, quota as older_quota};
pub use replay::expect_events;
pub use schema::EVENT_SCHEMA;
pub use stock_event::{StockChange, StockEvent};
#[cfg(feature = "service")]
pub(crate) use stream::StreamEvent;
pub(crate) use stream::{next_version, replayed};
