//! What is known of a deal: its list price, its facts, and how they meet the conditions of discounts.

mod conditions;
mod facts;
mod list;

pub(super) use conditions::{Deal, PlanNames};
pub use facts::{ChosenDiscount, DealFacts, DiscountUse, Ineligible, ListPrice, Referral};
pub(super) use list::List;
