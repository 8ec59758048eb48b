//! `kpi.…`: targets and how far they are reached, measures of facts.

mod budget;
mod campaign;
mod columns;
mod nodes;
mod plan;
mod target;

pub use budget::{
    BudgetSheet, KpiBudgetRequest, KpiStockAgeRequest, StockAgeSheet, budget, stock_age,
};
pub use campaign::{CampaignSheet, KpiCampaignsRequest, campaigns};
pub use columns::{KpiMeasureColumnsRequest, MeasuredColumns, MeasuredRow};
pub use kaipan::kpi::{
    AbcSheet, BridgeSheet, CommissionSheet, CompletionSheet, DerivedFacts, ForecastSheet,
    MeasureTable, RankSheet, ScoreSheet, TargetSplit, TrendTable, VarianceSheet,
};
pub use nodes::{
    KpiChecklistRequest, KpiNodePlanRequest, KpiShiftNodeRequest, NodePlanSheet, PreparationSheet,
    ShiftedNodes, checklist, node_plan, shift_node,
};
pub use plan::{
    AdvancedPlan, AdvancedTargets, KpiAdvancePlanRequest, KpiAdvanceTargetsRequest,
    KpiPlansRequest, KpiRephaseRequest, RephasedPlan, SalesPlanSheet, advance_plan,
    advance_targets, plans, rephase,
};
pub use target::{KpiCompletionRequest, KpiSplitRequest, completion, split};

use kaipan::deal::{DealEvent, StockEvent};
use kaipan::error::Result;
use kaipan::kpi::{
    BridgeFigure, BridgeMatch, Bridging, Caliber, CancellationTreatment, Classing,
    CommissionScheme, CommissionedDeal, Commissioning, ContractUpdate, CostRecord, ExpectedOrder,
    Fact, FactDeriving, FactDimension, FactPerson, FactPolicy, FactState, FactUnit, ForecastMethod,
    Forecasting, ListedFigure, Measure, MeasureRatio, Measuring, OpenOpportunity, PeriodKind,
    PeriodSeries, RankTies, Ranking, ScoreBand, ScoredPerson, Scoring, SpendRecord, TrendPoint,
    Trending, VarianceItem, Varying,
};
use kaipan::money::LedgerEntry;
use kaipan::number::{Figure, Rate};
use kaipan::opportunity::FollowUp;
use kaipan::organisation::{OrgKind, Organisation};
use kaipan::questionnaire::AnswerSheet;
use kaipan::{Date, Text};
use kaipan_derive::boundary;

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

/// A request to rank figures.
#[boundary]
pub struct KpiRankRequest {
    /// The figures, in any order.
    #[boundary(required)]
    pub items: Vec<ListedFigure>,
    /// What equal figures do to the ranks behind them.
    #[boundary(default)]
    pub ties: RankTies,
    /// The smallest is the best: days, cost.
    pub ascending: bool,
}

/// `kpi.rank`: ranks, shares of the total, the highest and the lowest.
///
/// # Errors
/// As [`Ranking::sheet`].
pub fn rank(request: &KpiRankRequest) -> Result<RankSheet> {
    Ranking::new(&request.items).ties(request.ties).ascending(request.ascending).sheet()
}

/// A request to put figures into classes by value.
#[boundary]
pub struct KpiAbcRequest {
    /// The figures, in any order.
    #[boundary(required)]
    pub items: Vec<ListedFigure>,
    /// Class A is the fewest that hold this share; 0.8, which is 80 %, if absent.
    pub a_share: Option<Rate>,
    /// Classes A and B together hold this share; 0.95, which is 95 %, if absent.
    pub b_share: Option<Rate>,
    /// The top is this share of the list; 0.2, which is 20 %, if absent.
    pub top_share: Option<Rate>,
}

/// `kpi.abc`: classes by value, and what the top of the list holds.
///
/// # Errors
/// As [`Classing::sheet`].
pub fn abc(request: &KpiAbcRequest) -> Result<AbcSheet> {
    let mut classing = Classing::new(&request.items);
    if let Some(share) = request.a_share {
        classing = classing.a_share(share);
    }
    if let Some(share) = request.b_share {
        classing = classing.b_share(share);
    }
    if let Some(share) = request.top_share {
        classing = classing.top_share(share);
    }
    classing.sheet()
}

/// A request to score persons.
#[boundary]
pub struct KpiScoreRequest {
    /// The persons, with what counts and its weight.
    #[boundary(required)]
    pub persons: Vec<ScoredPerson>,
    /// A completion counts up to this: 1.2 is 120 %; without an end if absent.
    pub cap: Option<Rate>,
    /// Classes by score.
    pub bands: Vec<ScoreBand>,
}

/// `kpi.score`: scores of persons by how far they reach their targets, with classes.
///
/// # Errors
/// As [`Scoring::sheet`].
pub fn score(request: &KpiScoreRequest) -> Result<ScoreSheet> {
    Scoring::new(&request.persons).cap(request.cap).bands(&request.bands).sheet()
}

/// A request for how a figure changes over periods.
#[boundary]
pub struct KpiTrendRequest {
    /// What the periods are.
    pub kind: PeriodKind,
    /// The periods, the first one first, without a gap.
    #[boundary(required)]
    pub series: Vec<TrendPoint>,
    /// Over how many periods the moving average goes.
    pub moving: Option<u32>,
    /// Whether each is compared with the same period a year before.
    pub year_on_year: bool,
}

/// `kpi.trend`: changes from period to period and from year to year, moving average, cumulative.
///
/// # Errors
/// As [`Trending::table`].
pub fn trend(request: &KpiTrendRequest) -> Result<TrendTable> {
    Trending::new(request.kind, &request.series)
        .moving(request.moving)
        .year_on_year(request.year_on_year)
        .table()
}

/// A request to forecast a figure.
#[boundary]
pub struct KpiForecastRequest {
    /// What the figure was, the oldest first, one for each period.
    #[boundary(required)]
    pub history: Vec<Figure>,
    /// How it is forecast.
    pub method: ForecastMethod,
    /// How many periods ahead.
    pub ahead: u32,
    /// Opportunities that are open.
    pub opportunities: Vec<OpenOpportunity>,
    /// Orders that are still to be paid.
    pub orders: Vec<ExpectedOrder>,
}

/// `kpi.forecast`: what a figure will be, and what is on the way.
///
/// # Errors
/// As [`Forecasting::sheet`].
pub fn forecast(request: &KpiForecastRequest) -> Result<ForecastSheet> {
    Forecasting::new(&request.history, request.method.clone(), request.ahead)
        .opportunities(&request.opportunities)
        .orders(&request.orders)
        .sheet()
}

/// A request for commission.
#[boundary]
pub struct KpiCommissionRequest {
    /// What deals earn.
    pub scheme: CommissionScheme,
    /// The deals, in any order.
    #[boundary(required)]
    pub deals: Vec<CommissionedDeal>,
    /// Only what had happened by this day.
    pub as_of: Option<Date>,
}

/// `kpi.commission`: what persons and channels have earned for deals, and what goes back.
///
/// # Errors
/// As [`Commissioning::sheet`].
pub fn commission(request: &KpiCommissionRequest) -> Result<CommissionSheet> {
    Commissioning::new(&request.scheme, &request.deals).as_of(request.as_of).sheet()
}

/// A request to derive facts from what is recorded.
#[boundary]
pub struct KpiFactsRequest {
    /// What was derived before; nothing if absent.
    pub state: Option<FactState>,
    /// How facts are derived; the default if absent.
    pub policy: Option<FactPolicy>,
    /// What is known of units.
    pub units: Vec<FactUnit>,
    /// The departments of agents.
    pub persons: Vec<FactPerson>,
    /// Events of deals, in any order.
    pub events: Vec<DealEvent>,
    /// Events of the stock, in any order.
    pub stock_events: Vec<StockEvent>,
    /// Money that moved, in any order.
    pub entries: Vec<LedgerEntry>,
    /// Calls and visits, in any order.
    pub follow_ups: Vec<FollowUp>,
    /// What became known of contracts after signing.
    pub contracts: Vec<ContractUpdate>,
    /// Answers to questionnaires, in any order.
    pub sheets: Vec<AnswerSheet>,
    /// What was spent on marketing, in any order.
    pub spend: Vec<SpendRecord>,
    /// What homes and projects cost, in any order.
    pub costs: Vec<CostRecord>,
}

/// `kpi.facts`: facts from events of deals and stock, entries, follow-ups, answers, spend and costs, at
/// once or day by day.
///
/// # Errors
/// As [`FactDeriving::derive`].
pub fn facts(request: &KpiFactsRequest) -> Result<DerivedFacts> {
    let (state, policy) = (FactState::default(), FactPolicy::default());
    FactDeriving::new(request.state.as_ref().unwrap_or(&state))
        .policy(request.policy.as_ref().unwrap_or(&policy))
        .units(&request.units)
        .events(&request.events)
        .stock_events(&request.stock_events)
        .entries(&request.entries)
        .follow_ups(&request.follow_ups)
        .contracts(&request.contracts)
        .persons(&request.persons)
        .sheets(&request.sheets)
        .spend(&request.spend)
        .costs(&request.costs)
        .derive()
}
