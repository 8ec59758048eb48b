//! Which discounts may be given together, and the cheapest of such combinations.

mod bound;
pub(super) mod exclusion;
mod limits;
pub(super) mod search;
