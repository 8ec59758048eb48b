//! 计划节点: a milestone of a project with its planned, forecast and real date.

use crate::check::blank;
use crate::error::{Code, Error};
use crate::{Date, Text};
use kaipan_derive::boundary;

/// A milestone of a project (handbook §8.13).
///
/// ```
/// use kaipan::kpi::{PlanNode, PlanNodeKind};
/// let opening = PlanNode::new("开盘", PlanNodeKind::Opening, "2026-05-01".parse()?)
///     .with_hangs_on("预售");
/// assert!(!opening.may_be_moved());
/// assert!(opening.with_may_move(true).may_be_moved());
/// # Ok::<(), kaipan::Error>(())
/// ```
#[boundary]
pub struct PlanNode {
    /// Its name, unique among the nodes of a plan; construction nodes of payment plans are named by it.
    pub name: Text,
    /// What it is.
    pub kind: PlanNodeKind,
    /// 计划日期.
    pub planned: Date,
    /// 预计日期, where it is another than planned.
    pub forecast: Option<Date>,
    /// 实际日期, once it is reached.
    pub real: Option<Date>,
    /// Whether it may move; if absent, piling, opening and handover may not.
    pub may_move: Option<bool>,
    /// Name of the node that it hangs on: it moves by the same days.
    pub hangs_on: Option<Text>,
}

/// What a milestone is.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum PlanNodeKind {
    /// 开工.
    ConstructionStart,
    /// 基桩开工.
    Piling,
    /// 预售: the presale permit.
    Presale,
    /// 开盘.
    Opening,
    /// 封顶.
    ToppingOut,
    /// 竣工备案.
    CompletionFiling,
    /// 交付、入伙.
    Handover,
    /// 年底.
    YearEnd,
    /// A node of the host's own.
    Own,
}

impl PlanNodeKind {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            PlanNodeKind::ConstructionStart => "开工",
            PlanNodeKind::Piling => "基桩开工",
            PlanNodeKind::Presale => "预售",
            PlanNodeKind::Opening => "开盘",
            PlanNodeKind::ToppingOut => "封顶",
            PlanNodeKind::CompletionFiling => "竣工备案",
            PlanNodeKind::Handover => "交付",
            PlanNodeKind::YearEnd => "年底",
            PlanNodeKind::Own => "自定义节点",
        }
    }

    /// The name in English.
    pub const fn english(self) -> &'static str {
        match self {
            PlanNodeKind::ConstructionStart => "construction start",
            PlanNodeKind::Piling => "piling",
            PlanNodeKind::Presale => "presale",
            PlanNodeKind::Opening => "opening",
            PlanNodeKind::ToppingOut => "topping-out",
            PlanNodeKind::CompletionFiling => "completion filing",
            PlanNodeKind::Handover => "handover",
            PlanNodeKind::YearEnd => "end of the year",
            PlanNodeKind::Own => "node of the house",
        }
    }

    /// A plan has one of it.
    pub(super) const fn is_single(self) -> bool {
        !matches!(self, PlanNodeKind::YearEnd | PlanNodeKind::Own)
    }
}

impl PlanNode {
    /// Whether it may move.
    pub fn may_be_moved(&self) -> bool {
        let stays = matches!(
            self.kind,
            PlanNodeKind::Piling | PlanNodeKind::Opening | PlanNodeKind::Handover
        );
        self.may_move.unwrap_or(!stays)
    }

    /// When it is expected: the real day, else the forecast, else the planned one.
    pub fn expected(&self) -> Date {
        self.real.unwrap_or(self.forecast.unwrap_or(self.planned))
    }

    /// The same with another forecast; none where that is the planned day.
    pub(super) fn forecast_on(&self, day: Date) -> PlanNode {
        let forecast = (day != self.planned).then_some(day);
        PlanNode { forecast, ..self.clone() }
    }

    /// What is wrong with it beside others, each at its field.
    pub(super) fn errors(&self) -> Vec<Error> {
        blank(Code::KpiBlank, "name", &self.name).into_iter().collect()
    }
}
