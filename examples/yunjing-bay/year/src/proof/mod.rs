//! Proof that a year holds together, from its lines alone.

mod check;
mod replay;

pub(crate) use check::{Checked, check_year};
pub(crate) use replay::{Replayed, year_end};
