//! Which discounts may be given together, and the cheapest of such combinations.

mod bound;
pub(super) mod exclusion;
mod limits;
mod pull;
pub(super) mod search;
