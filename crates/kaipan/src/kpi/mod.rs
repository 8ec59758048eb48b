//! 业绩指标: facts, measures in two calibers, targets and how far they are reached (handbook §8).

mod bridge;
mod budget;
mod campaign;
mod checklist;
mod columns;
mod commission;
mod completion;
mod derivation;
mod fact;
mod forecast;
mod measure;
mod node_plan;
mod period;
mod plan;
mod ranking;
mod rounded;
mod split;
mod stock_age;
mod targets;
mod trend;
mod variance;

pub use bridge::{
    BridgeFigure, BridgeLine, BridgeMatch, BridgeReason, BridgeSheet, BridgeTotal, Bridging,
};
pub use budget::{
    BudgetKind, BudgetLimit, BudgetLine, BudgetOwner, BudgetPosition, BudgetSheet, Budgeting,
    ExpenseAnswer, ExpenseBudget, PlanBudgetCheck,
};
pub use campaign::{
    Campaign, CampaignGoal, CampaignPhase, CampaignPosition, CampaignReviewing, CampaignSheet,
    CampaignState, GoalPosition,
};
pub use checklist::{
    PreparationChecking, PreparationItem, PreparationPosition, PreparationSheet, PreparationState,
};
pub use columns::{CompiledMeasures, FactColumns, MeasureSums, NO_DAY};
pub use commission::{
    CommissionKind, CommissionLine, CommissionMeasure, CommissionOfTier, CommissionPay,
    CommissionReceipt, CommissionScheme, CommissionShare, CommissionSheet, CommissionTier,
    CommissionTierMode, CommissionTotal, CommissionedDeal, Commissioning,
};
pub use completion::{
    ActualFigure, Completing, CompletionParts, CompletionPeriod, CompletionRow, CompletionSheet,
    TargetBase, TargetBaseDays,
};
pub use derivation::{
    ChoiceScore, ContractUpdate, CostRecord, DerivedFacts, FactDeriving, FactItem, FactPerson,
    FactPolicy, FactState, FactUnit, FinanceSale, ScoredQuestion, SpendRecord,
};
pub use fact::{DimensionValue, Fact, FactDimension, FactKind};
pub use forecast::{
    ExpectedOrder, ForecastMethod, ForecastPoint, ForecastSheet, Forecasting, OpenOpportunity,
    PipelineMonth, PipelineSheet,
};
#[cfg(feature = "report")]
pub(crate) use measure::CountedFact;
pub use measure::{
    Caliber, CancellationTreatment, FactAmount, FactDate, Measure, MeasureCell, MeasureGroup,
    MeasureRatio, MeasureReading, MeasureTable, MeasureTerm, Measuring, ValueState, measures,
    ratios,
};
pub use node_plan::{
    HungInstalment, HungStage, NodeMove, NodeMoveKind, NodePlanSheet, NodeProgress, NodeShift,
    NodeShifting, PlanNode, PlanNodeKind, PlanNodePosition, PlanNodeState, ShiftedNodes,
};
pub use period::{KpiPeriod, PeriodKind, PeriodSeries, SalesStage};
pub use plan::{
    AdvancedPlan, PlanPhase, PlanStep, RephasedLine, RephasedPlan, RephasedTotal, Rephasing,
    SalesPlan, SalesPlanAction, SalesPlanBudget, SalesPlanChange, SalesPlanDifference,
    SalesPlanKind, SalesPlanLine, SalesPlanPosition, SalesPlanSheet, SalesPlanning,
};
pub use ranking::{
    AbcClass, AbcLine, AbcSheet, Classing, ListedFigure, RankLine, RankSheet, RankTies, Ranking,
    ScoreBand, ScoreLine, ScorePart, ScoreSheet, ScoredPerson, Scoring, TopShare,
};
#[cfg(feature = "report")]
pub(crate) use rounded::{number, rate};
pub use split::{
    PhaseWeighing, SplitLine, SplitPart, SplitPeriod, TargetPhasing, TargetSplit, TargetSplitting,
};
pub use stock_age::{
    SlowStock, SlowUnit, StockAgeBand, StockAgeSheet, StockAging, StockBandSum, StockGroup,
    StockSum,
};
pub use targets::{
    AdvancedTargets, FigureOwner, SalesTarget, TargetAdvancing, TargetCommand, TargetLevels,
    TargetState,
};
pub use trend::{TrendPoint, TrendStep, TrendTable, Trending};
pub use variance::{VarianceEffects, VarianceItem, VarianceLine, VarianceSheet, Varying};
