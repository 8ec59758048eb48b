//! What a split answers.

use crate::error::{Finding, told};
use crate::number::Figure;
use crate::{Date, Text};
use kaipan_derive::boundary;

/// A target with its parts.
#[boundary(answer)]
pub struct TargetSplit {
    /// The whole.
    pub total: Figure,
    /// One entry for each part, in the order given. The parts of one whole come to it exactly.
    #[boundary(required)]
    pub lines: Vec<SplitLine>,
    /// 汇总: what the parts of the whole report together; absent if one of them reports nothing.
    pub reported: Option<Figure>,
    /// 差异: reported less the whole.
    pub difference: Option<Figure>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(TargetSplit: findings);

/// A part.
#[boundary(answer)]
pub struct SplitLine {
    /// Its id.
    pub id: Text,
    /// Id of the part that it is a part of; of the whole if absent.
    pub parent: Option<Text>,
    /// Its target.
    pub value: Figure,
    /// What its own parts report together; of a part without parts, what it reports itself. Absent if
    /// one of them reports nothing.
    pub reported: Option<Figure>,
    /// 差异: reported less its target.
    pub difference: Option<Figure>,
    /// The periods of a part without parts, where periods are asked for; they come to its target.
    pub periods: Vec<SplitPeriod>,
}

/// The target of a part in a period.
#[boundary(answer)]
pub struct SplitPeriod {
    /// The period.
    pub name: Text,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Its target.
    pub value: Figure,
}
