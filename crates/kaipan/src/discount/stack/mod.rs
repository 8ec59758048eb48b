//! The stacking algorithm (handbook §3.2): from the list price to the deal price, item by item.

mod item;
mod order;
mod run;
mod trail;

pub(super) use item::Item;
pub(super) use order::{ordered, roundings};
pub(super) use run::{Stacked, explained, price};
pub(super) use trail::DiscountTrail;
