//! `stock.decide`, `deal.decide`, `deal.options`, `deal.replay`: deals as decisions over a table.

mod answer;
mod decide;
mod given;
pub mod lottery;
mod options;
mod replay;

pub use answer::{DealRejectionAnswer, DecisionAnswer, UnmetDealGuardAnswer};
pub use decide::{DealDecideRequest, StockDecideRequest, decide, decide_stock};
pub use given::{GivenDeal, GivenStock};
pub use options::{DealOptionAnswer, DealOptionsRequest, DealOptionsResponse, options};
pub use replay::{DealReplayRequest, DealReplayResponse, replay};
