//! Facts: what happened, once each, with everything that figures are counted by (handbook §8.2).

mod book;
mod dimension;
mod fact_kind;
mod record;
mod spend;
mod told;

pub(super) use book::FactBook;
pub use dimension::{DimensionValue, FactDimension};
pub use fact_kind::FactKind;
pub use record::Fact;
pub(super) use spend::spend_without_amount;
pub(super) use told::recorded_ahead;
