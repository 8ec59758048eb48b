//! `kpi.…`: targets and how far they are reached, measures of facts.

pub use kaipan::kpi::{BridgeSheet, CompletionSheet, MeasureTable, TargetSplit, VarianceSheet};

use kaipan::error::Result;
use kaipan::kpi::{
    ActualFigure, BridgeFigure, BridgeMatch, Bridging, Caliber, CancellationTreatment, Completing,
    CompletionPeriod, Fact, FactDimension, Measure, MeasureRatio, Measuring, PeriodSeries,
    SalesTarget, SplitPart, TargetPhasing, TargetSplitting, TargetState, VarianceItem, Varying,
};
use kaipan::number::{Figure, Rate};
use kaipan::organisation::{OrgKind, Organisation};
use kaipan::{Date, Text};
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
    /// How far completion may lie below the share of days that are over: 0.1 is 10 points.
    pub alert_below: Option<Rate>,
    /// How far a target must have come to count; approved if absent.
    pub least_state: Option<TargetState>,
}

/// `kpi.completion`: completion, time progress, pace, gap, what is needed each day, and alerts.
///
/// # Errors
/// As [`Completing::sheet`].
pub fn completion(request: &KpiCompletionRequest) -> Result<CompletionSheet> {
    Completing::new(&request.targets, &request.actuals, &request.period)
        .alert_below(request.alert_below)
        .least_state(request.least_state.unwrap_or(TargetState::Approved))
        .sheet()
}

/// A request for measures of facts.
#[boundary]
pub struct KpiMeasureRequest {
    /// The facts, in any order, each event once.
    #[boundary(required)]
    pub facts: Vec<Fact>,
    /// Names of measures and ratios.
    #[boundary(required)]
    pub metrics: Vec<Text>,
    /// The periods.
    pub periods: PeriodSeries,
    /// 统计口径.
    #[boundary(default)]
    pub caliber: Caliber,
    /// How what was cancelled later is treated.
    #[boundary(default)]
    pub treatment: CancellationTreatment,
    /// What the facts are grouped by, together.
    pub by: Vec<FactDimension>,
    /// The level to which nodes are added up; each node by itself if absent.
    pub level: Option<OrgKind>,
    /// The organisation: facts of nodes that are not in it are refused.
    pub organisation: Option<Organisation>,
    /// Measures of the host's own.
    pub measures: Vec<Measure>,
    /// Ratios of the host's own.
    pub ratios: Vec<MeasureRatio>,
    /// Only what had happened by this day.
    pub as_of: Option<Date>,
    /// Only what was recorded by this day: the horizon of an earlier answer.
    pub recorded_to: Option<Date>,
    /// 已结账: the last day whose reports are published.
    pub closed_to: Option<Date>,
}

/// `kpi.measure`: measures and ratios of facts, by period and by whatever facts are grouped by.
///
/// # Errors
/// As [`Measuring::table`].
pub fn measure(request: &KpiMeasureRequest) -> Result<MeasureTable> {
    Measuring::new(&request.facts, &request.metrics, &request.periods)
        .caliber(request.caliber)
        .treatment(request.treatment)
        .by(&request.by)
        .level(request.level)
        .organisation(request.organisation.as_ref())
        .measures(&request.measures)
        .ratios(&request.ratios)
        .as_of(request.as_of)
        .recorded_to(request.recorded_to)
        .closed_to(request.closed_to)
        .table()
}

/// A request for the measures and ratios of the library.
#[boundary]
pub struct KpiPresetRequest {}

/// The measures and ratios of the library.
#[boundary(answer)]
pub struct KpiPresetResponse {
    /// The measures.
    #[boundary(required)]
    pub measures: Vec<Measure>,
    /// The ratios.
    #[boundary(required)]
    pub ratios: Vec<MeasureRatio>,
}

/// `kpi.preset`: the measures and ratios of the library as data, to read and to begin with.
///
/// # Errors
/// None.
pub fn preset(_: &KpiPresetRequest) -> Result<KpiPresetResponse> {
    Ok(KpiPresetResponse { measures: kaipan::kpi::measures(), ratios: kaipan::kpi::ratios() })
}

/// A request to show what makes two figures differ.
#[boundary]
pub struct KpiBridgeRequest {
    /// The name of the measure. A ratio has no bridge: look at its numerator and denominator.
    pub metric: Text,
    /// The facts.
    #[boundary(required)]
    pub facts: Vec<Fact>,
    /// The facts of the second figure, where they are others: another version, or entered by hand.
    pub second_facts: Option<Vec<Fact>>,
    /// How the first figure is counted.
    pub first: BridgeFigure,
    /// How the second figure is counted.
    pub second: BridgeFigure,
    /// What of one figure is held against what of the other.
    #[boundary(default)]
    pub match_by: BridgeMatch,
    /// Measures of the host's own.
    pub measures: Vec<Measure>,
}

/// `kpi.bridge`: the events that make the difference between two figures, each with its reason.
///
/// # Errors
/// As [`Bridging::sheet`].
pub fn bridge(request: &KpiBridgeRequest) -> Result<BridgeSheet> {
    Bridging::new(request.metric.clone(), &request.facts, &request.first, &request.second)
        .second_facts(request.second_facts.as_deref())
        .match_by(request.match_by)
        .measures(&request.measures)
        .sheet()
}

/// A request to say where a difference of amounts comes from.
#[boundary]
pub struct KpiVarianceRequest {
    /// The products, with quantity and amount before and after.
    #[boundary(required)]
    pub items: Vec<VarianceItem>,
}

/// `kpi.variance`: how much of a difference comes from prices, the volume and the mix of products.
///
/// # Errors
/// As [`Varying::sheet`].
pub fn variance(request: &KpiVarianceRequest) -> Result<VarianceSheet> {
    Varying::new(&request.items).sheet()
}
