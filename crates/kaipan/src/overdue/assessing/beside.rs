//! What stands beside claims: waivers of late fees, and what was posted of them.

use crate::number::Money;
use crate::{Date, Text, Time};
use kaipan_derive::boundary;

/// 减免: a part of a late fee that is not charged. It counts only with an approval, and takes off what is
/// unpaid of the fee on its day, at most.
#[boundary]
pub struct LateFeeWaiver {
    /// The claim whose late fee it is.
    pub claim: Text,
    /// Yuan.
    pub amount: Money,
    /// The day on which it counts, before what is paid on it.
    pub on: Date,
    /// The approval that was given; without one the waiver does not count, and that is told. A blank one is
    /// refused.
    pub approval: Option<Text>,
}

/// A late fee that was posted as a claim of its own (结转违约金), or an adjustment of one.
#[boundary]
pub struct PostedLateFee {
    /// The claim whose late fee it is.
    pub claim: Text,
    /// Yuan; an adjustment may be below zero.
    pub amount: Money,
    /// The business date.
    pub on: Date,
}

/// Asks for the entries that bring what is posted to what is charged.
#[boundary]
pub struct OverduePosting {
    /// When they are recorded.
    pub recorded_at: Time,
    /// The order of the first among all that is recorded at that time.
    #[boundary(default)]
    pub sequence: u32,
}
