//! Decisions: what follows from a command, or why it is refused.

mod apply;
mod decide;
mod decision;
mod drafted;
mod options;
mod rejection;
mod settle;

pub use decide::Deciding;
pub use decision::{DealDecision, DealRuling, WaivedGuard};
pub use options::DealOption;
pub use rejection::{DealRejection, StaleStream};
