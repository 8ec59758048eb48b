//! 业绩指标: facts, measures in two calibers, targets and how far they are reached (handbook §8).

mod bridge;
mod columns;
mod commission;
mod completion;
mod derivation;
mod fact;
mod forecast;
mod measure;
mod period;
mod ranking;
mod rounded;
mod split;
mod targets;
mod trend;
mod variance;

pub use bridge::{
    BridgeFigure, BridgeLine, BridgeMatch, BridgeReason, BridgeSheet, BridgeTotal, Bridging,
};
pub use columns::{CompiledMeasures, FactColumns, MeasureSums, NO_DAY};
pub use commission::{
    CommissionKind, CommissionLine, CommissionMeasure, CommissionOfTier, CommissionPay,
    CommissionReceipt, CommissionScheme, CommissionShare, CommissionSheet, CommissionTier,
    CommissionTierMode, CommissionTotal, CommissionedDeal, Commissioning,
};
pub use completion::{
    ActualFigure, Completing, CompletionParts, CompletionPeriod, CompletionRow, CompletionSheet,
};
pub use derivation::{
    ContractUpdate, DerivedFacts, FactDeriving, FactItem, FactPolicy, FactState, FactUnit,
    FinanceSale,
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
pub use period::{KpiPeriod, PeriodKind, PeriodSeries, SalesStage};
pub use ranking::{
    AbcClass, AbcLine, AbcSheet, Classing, ListedFigure, RankLine, RankSheet, RankTies, Ranking,
    ScoreBand, ScoreLine, ScorePart, ScoreSheet, ScoredPerson, Scoring, TopShare,
};
#[cfg(feature = "report")]
pub(crate) use rounded::{number, rate};
pub use split::{
    PhaseWeighing, SplitLine, SplitPart, SplitPeriod, TargetPhasing, TargetSplit, TargetSplitting,
};
pub use targets::{FigureOwner, SalesTarget, TargetState};
pub use trend::{TrendPoint, TrendStep, TrendTable, Trending};
pub use variance::{VarianceEffects, VarianceItem, VarianceLine, VarianceSheet, Varying};
