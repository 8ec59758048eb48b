//! Which part of a difference is paid for, and how often.

mod amount;
mod band;
mod check;

pub(super) use amount::{Parts, parts};
pub use band::{AreaBand, AreaRule, BandWay};
