//! Due dates: anchors, offsets, construction nodes, working days (handbook §4.2).

mod anchor;
mod dating;

pub use anchor::{Anchor, AnchorDates, NodeDate, WorkingDays};
pub(super) use dating::Due;
pub(crate) use dating::DueRules;
