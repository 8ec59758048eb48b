//! What is known of a deal: its list price, its facts, and how they meet the conditions of discounts.

pub(super) mod conditions;
pub(super) mod facts;
pub(super) mod list;

pub use facts::{ChosenDiscount, DealFacts, DiscountUse, Ineligible, ListPrice, Referral};
