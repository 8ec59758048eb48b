//! Pricing: schemes of coefficients and differences, price tables, targets, adjustments, checks.
//!
//! Follow one price through the files: [`PricingScheme`] holds [`Factor`]s → `resolve` looks every
//! factor up for every unit → `arithmetic` turns the scheme into exact integers → `solve` finds
//! base prices for targets → `price` rounds in the order of the price basis → `level` removes what
//! rounding left → [`Trial`] draws up the table that a person sees. [`CompiledScheme`] runs the same
//! numbers over columns.

mod arithmetic;
mod bill;
mod check;
mod columnar;
mod composite;
mod factor;
mod floors;
mod level;
mod net_to_list;
mod price;
mod references;
mod resolve;
mod scheme;
mod solve;
mod target;
mod trial;
mod unmatched;
mod validate;

pub use bill::{
    AdjustMode, AdjustedPrices, Adjusting, AdvancedBill, AverageMove, BillCommand, BillKind,
    BillLine, BillMethod, BillState, BillStep, ExplicitPrice, PriceBill, PriceChange, SkippedUnit,
};
pub(crate) use check::Level;
pub use check::{CheckedPrice, Checking, FiledPriceRule, LastChange, PriceCheck, PriceRules};
pub use columnar::{
    Axis, AxisKey, ColumnSums, ColumnTotals, Columns, ColumnsView, CompiledScheme, PricedColumns,
    WholeColumns, WholeNumber,
};
pub use composite::{CompositeDiscount, DiscountShare};
pub use factor::{
    BandArea, Factor, FactorRow, FactorValues, FloorAxis, FloorJump, FloorRule, FloorSegment,
    JumpMode, LineStep, Method, TopOf, TopStep, ValueBand,
};
pub use net_to_list::{ListFromNet, ListUnit, NetSource, NetToList, NetUnit};
pub(crate) use price::{per_area, total_of};
pub use scheme::{
    AreaBasis, CoefCombine, GiftRule, LumpSum, PriceBasis, PriceOverride, PricingScheme,
    SpotAdjustment,
};
pub use solve::SolvedBase;
pub use target::{
    AverageBasis, BuildingShare, BuildingSplit, Goal, Levelling, PriceLevel, PriceTarget,
};
pub use trial::{
    ActiveDeals, Explain, Extreme, ExtremeTotal, FiledComparison, PriceSource, PriceTable,
    RowFactor, SolvedBases, SolvedTargetBase, Step, StepRule, Summary, SummaryGroup, TableRow,
    TargetResult, Trial,
};
