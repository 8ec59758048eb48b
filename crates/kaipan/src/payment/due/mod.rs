//! Due dates: anchors, offsets, construction nodes, working days (handbook §4.2).

mod anchor;
mod dating;
mod order;

pub use anchor::{Anchor, AnchorDates, NodeDate};
pub(super) use dating::Due;
pub(crate) use dating::DueRules;
pub(crate) use order::{dates_out_of_order, far_dates, schedule_dates};
