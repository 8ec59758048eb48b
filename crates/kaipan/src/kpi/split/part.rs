use crate::Text;
use crate::check::{Must, blank};
use crate::error::{Code, Error};
use crate::number::Figure;
use kaipan_derive::boundary;

/// A part of a whole over which a target is split: a node, a person, a channel, a period.
#[boundary]
pub struct SplitPart {
    /// Its id, unique among the parts.
    pub id: Text,
    /// Id of the part that it is a part of; of the whole if absent.
    pub parent: Option<Text>,
    /// How much of it falls to this part, beside the weights of its siblings; 1 if absent.
    pub weight: Option<Figure>,
    /// What it keeps whatever the weights say: months that are over, a target that was agreed. The
    /// rest is split over the others.
    pub fixed: Option<Figure>,
    /// 排序号: of equal fractional parts the one with the smaller number comes first, then the one with
    /// the smaller id; 0 if absent.
    pub order: Option<u32>,
    /// 上报数: what the part itself reports, to be compared.
    pub reported: Option<Figure>,
}

impl SplitPart {
    pub(super) fn weight(&self) -> Figure {
        self.weight.unwrap_or(Figure::from_millionths(1_000_000))
    }

    /// What is wrong with it, each at its field.
    pub(super) fn errors(&self) -> Vec<Error> {
        let not_negative = |field, value: Option<Figure>| {
            Must::NotBeNegative.refused(Code::KpiNumber, field, value?)
        };
        let blank = blank(Code::KpiBlank, "id", &self.id).into_iter();
        blank
            .chain(not_negative("weight", self.weight))
            .chain(not_negative("fixed", self.fixed))
            .chain(not_negative("reported", self.reported))
            .collect()
    }
}
