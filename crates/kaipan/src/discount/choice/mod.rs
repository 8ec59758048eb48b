//! From the discounts that somebody wants to those that are given.

mod admission;
mod wanted;

pub(super) use admission::{Admission, Given};
pub(super) use wanted::{Wanted, wanted_as};
