//! Which discounts may be given together, and the cheapest of such combinations.

mod bound;
mod exclusion;
mod limits;
mod pull;
mod search;

pub(super) use exclusion::{conflicts, excludes};
pub(super) use search::{Found, Search};
