//! Quotas (名额): discounts, offers and group purchases that can be used a number of times. Each has
//! a stream of its own, so that two agents cannot both use the last one (handbook §5.8, T32).

mod event;
mod offer;
mod state;

pub use event::{QuotaChange, QuotaEvent};
pub use offer::{FixedPriceOffer, OfferedUnit};
pub use state::{Quota, QuotaKind};
