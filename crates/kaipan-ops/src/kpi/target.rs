//! Targets: split over parts, and how far they are reached.

use kaipan::Text;
use kaipan::error::Result;
use kaipan::kpi::{
    ActualFigure, Completing, CompletionPeriod, CompletionSheet, SalesTarget, SplitPart,
    TargetBase, TargetPhasing, TargetSplit, TargetSplitting, TargetState,
};
use kaipan::number::{Figure, Rate};
use kaipan_derive::boundary;

/// A request to split a target.
#[boundary]
pub struct KpiSplitRequest {
    /// The whole: yuan, units, m², or what the metric counts.
    pub total: Figure,
    /// The smallest step of a part; 1 if absent. Yuan can be split to 0.01.
    pub quantum: Option<Figure>,
    /// The name of what is split. A ratio, such as an average price, cannot be.
    pub metric: Option<Text>,
    /// The parts: nodes, persons, channels or periods, of which each may have parts of its own.
    #[boundary(required)]
    pub parts: Vec<SplitPart>,
    /// Periods over which the parts without parts are split in turn.
    pub phasing: Option<TargetPhasing>,
}

/// `kpi.split`: a target split over its parts exactly, and what they report instead.
///
/// # Errors
/// As [`TargetSplitting::split`].
pub fn split(request: &KpiSplitRequest) -> Result<TargetSplit> {
    TargetSplitting::new(request.total, &request.parts)
        .quantum(request.quantum)
        .metric(request.metric.as_ref())
        .phasing(request.phasing.as_ref())
        .split()
}

/// A request for how far targets are reached.
#[boundary]
pub struct KpiCompletionRequest {
    /// The targets, in any order, with their versions and states.
    #[boundary(required)]
    pub targets: Vec<SalesTarget>,
    /// What was reached in the period.
    #[boundary(required)]
    pub actuals: Vec<ActualFigure>,
    /// The period, and the day that is looked at.
    pub period: CompletionPeriod,
    /// How far completion may lie below the share of days that are over: 0.1 is 10 % of the target.
    pub alert_below: Option<Rate>,
    /// How far a target must have come to count; approved if absent.
    pub least_state: Option<TargetState>,
    /// Which earlier period targets are compared with.
    #[boundary(default)]
    pub base: TargetBase,
    /// 基期实际: what was reached in that period, of each figure.
    pub bases: Vec<ActualFigure>,
}

/// `kpi.completion`: completion, time progress, pace, gap, what is needed each day, and alerts.
///
/// # Errors
/// As [`Completing::sheet`].
pub fn completion(request: &KpiCompletionRequest) -> Result<CompletionSheet> {
    Completing::new(&request.targets, &request.actuals, &request.period)
        .alert_below(request.alert_below)
        .least_state(request.least_state.unwrap_or(TargetState::Approved))
        .base(request.base)
        .bases(&request.bases)
        .sheet()
}
