//! Decisions: what follows from a command, or why it is refused.

mod apply;
mod changing;
mod check;
mod decide;
mod decision;
mod document;
mod drafted;
mod money;
mod offer;
mod options;
mod reads;
mod rejection;
mod stock;
mod streams;
mod told;
mod told_days;
mod told_price;

pub use decide::Deciding;
pub use decision::{DealDecision, DealRuling, WaivedGuard};
pub use options::DealOption;
pub use rejection::{DealRejection, StaleStream};
pub(in crate::deal) use streams::back_in_time;
