//! 销售阶段: stages of the sale of a project, with days of their own.

use crate::check::{Span, blank};
use crate::error::{Code, Error};
use crate::{Date, Text};
use kaipan_derive::boundary;

/// 销售阶段 of a project: 蓄客, 开盘, 强销, 持续, 尾盘 (handbook §8.2).
#[boundary]
pub struct SalesStage {
    /// Its name.
    pub name: Text,
    /// Id of the project or another node of the organisation; every one if absent.
    pub node: Option<Text>,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

impl SalesStage {
    fn days(&self) -> Span<Date> {
        Span::new(Some(self.from), Some(self.to))
    }
}

/// What is wrong with stages, each at its place in the list: without a name, turned, or two of one
/// node on one day.
pub(in crate::kpi) fn wrong_stages(stages: &[SalesStage]) -> Vec<Error> {
    let mut errors = Vec::new();
    for (at, stage) in stages.iter().enumerate() {
        let turned = stage
            .days()
            .turned()
            .map(|_| stage.days().named_in(Error::new(Code::KpiDatesTurned)).at("to"));
        let meets = |other: &&SalesStage| {
            let same = other.node == stage.node || other.node.is_none() || stage.node.is_none();
            same && other.days().turned().is_none() && other.days().meets(stage.days())
        };
        let overlap = stages.iter().take(at).find(meets).filter(|_| turned.is_none());
        let overlap = overlap.map(|other| {
            let error = Error::new(Code::KpiStagesOverlap).with("stage", &stage.name);
            error.with("other_stage", &other.name).at("from")
        });
        let own =
            blank(Code::KpiBlank, "name", &stage.name).into_iter().chain(turned).chain(overlap);
        errors.extend(own.map(|error| error.at(at)));
    }
    errors
}
