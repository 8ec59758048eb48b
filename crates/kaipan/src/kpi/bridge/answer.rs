//! What a bridge answers.

use crate::error::{Finding, told};
use crate::number::Exact;
use crate::{Date, Text};
use kaipan_derive::boundary;

/// The way from one figure to another. There is no line for a rest: the lines come to the difference
/// exactly.
#[boundary(answer)]
pub struct BridgeSheet {
    /// The first figure: yuan, units, m² or days.
    pub first: Exact,
    /// The second figure.
    pub second: Exact,
    /// The second less the first.
    pub difference: Exact,
    /// Every event or deal that makes a difference, by reason, then by key.
    pub lines: Vec<BridgeLine>,
    /// Σ of the lines by reason.
    pub reasons: Vec<BridgeTotal>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(BridgeSheet: findings);

/// What makes a difference.
#[boundary(answer)]
pub struct BridgeLine {
    /// Why the figures differ here.
    pub reason: BridgeReason,
    /// Key of the first event of what is compared; the deal or unit, where these are compared.
    pub key: Text,
    /// The deal.
    pub deal: Option<Text>,
    /// 房号.
    pub unit: Option<Text>,
    /// Keys of the facts that make it.
    #[boundary(required)]
    pub facts: Vec<Text>,
    /// The day by which the first figure counts it, in its period or not.
    pub first_date: Option<Date>,
    /// The day by which the second figure counts it.
    pub second_date: Option<Date>,
    /// What it is in the first figure.
    pub first: Exact,
    /// What it is in the second figure.
    pub second: Exact,
    /// The second less the first.
    pub difference: Exact,
}

/// Why two figures differ: what is said of the figure that lacks it.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum BridgeReason {
    /// 金额不同: both count it, and not the same.
    AmountDiffers,
    /// 已计入以前期间.
    CountedEarlier,
    /// 计入以后期间.
    CountedLater,
    /// 该口径不确认: the reading does not know it, or not yet: a subscription without a contract, a
    /// deposit before the contract, what finance has not confirmed.
    NotRecognised,
    /// 截至日尚未发生.
    NotYetHappened,
    /// 当时尚未录入.
    NotYetRecorded,
    /// 另一方没有这笔: it is not among the facts of that figure.
    NotKnown,
}

/// Σ of the lines of one reason.
#[boundary(answer)]
pub struct BridgeTotal {
    /// The reason.
    pub reason: BridgeReason,
    /// How many lines.
    pub count: u32,
    /// Σ of their differences.
    pub difference: Exact,
}
