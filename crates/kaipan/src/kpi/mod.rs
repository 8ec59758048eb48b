//! 业绩指标: facts, measures in two calibers, targets and how far they are reached (handbook §8).

mod bridge;
mod completion;
mod fact;
mod measure;
mod period;
mod rounded;
mod split;
mod target;
mod variance;

pub use bridge::{
    BridgeFigure, BridgeLine, BridgeMatch, BridgeReason, BridgeSheet, BridgeTotal, Bridging,
};
pub use completion::{
    ActualFigure, Completing, CompletionParts, CompletionPeriod, CompletionRow, CompletionSheet,
};
pub use fact::{DimensionValue, Fact, FactDimension, FactKind};
pub use measure::{
    Caliber, CancellationTreatment, FactAmount, FactDate, Measure, MeasureCell, MeasureGroup,
    MeasureRatio, MeasureReading, MeasureTable, MeasureTerm, Measuring, ValueState, measures,
    ratios,
};
pub use period::{KpiPeriod, PeriodKind, PeriodSeries, SalesStage};
pub use split::{
    PhaseWeighing, SplitLine, SplitPart, SplitPeriod, TargetPhasing, TargetSplit, TargetSplitting,
};
pub use target::{FigureOwner, SalesTarget, TargetState};
pub use variance::{VarianceEffects, VarianceItem, VarianceLine, VarianceSheet, Varying};
