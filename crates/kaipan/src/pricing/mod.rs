//! Pricing: schemes of coefficients and differences, price tables, targets, adjustments, checks.
//!
//! Follow one price through the files: [`PricingScheme`] holds [`Factor`]s → `resolve` looks every
//! factor up for every unit → `arithmetic` turns the scheme into exact integers → `solve` finds
//! base prices for targets → `price` rounds in the order of the price basis → `level` removes what
//! rounding left → `trial` is the table that a person sees. [`CompiledScheme`] runs the same
//! numbers over columns.

mod adjust;
mod arithmetic;
mod bill;
mod book;
mod check;
mod columnar;
mod composite;
mod explain;
mod factor;
mod floors;
mod level;
mod net_to_list;
mod price;
mod references;
mod resolve;
mod rules;
mod scheme;
mod settle;
mod solve;
mod solve_base;
mod summary;
mod table;
mod target;
mod trial;
mod unmatched;
mod validate;

pub use adjust::{AdjustMode, AdjustRequest, AdjustedPrices, AverageMove, ExplicitPrice, adjust};
pub use bill::{
    AdvanceBillRequest, AdvancedBill, BillCommand, BillKind, BillLine, BillMethod, BillState,
    PriceBill, PriceChange, SkippedUnit, advance_bill,
};
pub use check::{CheckRequest, CheckedPrice, LastChange, PriceCheck, check};
pub use columnar::{
    Axis, AxisKey, ColumnSums, ColumnTotals, Columns, ColumnsRequest, ColumnsView, CompiledScheme,
    PricedColumns, WholeColumns, WholeNumber,
};
pub use composite::{CompositeDiscount, DiscountShare};
pub use factor::{
    BandArea, Factor, FactorRow, FactorValues, FloorAxis, FloorJump, FloorRule, FloorSegment,
    JumpMode, LineStep, Method, TopOf, TopStep, ValueBand,
};
pub use net_to_list::{ListFromNet, ListUnit, NetSource, NetToListRequest, NetUnit, net_to_list};
pub(crate) use price::{per_area, total_of};
pub(crate) use rules::Level;
pub use rules::{FiledPriceRule, PriceRules};
pub use scheme::{
    AreaBasis, CoefCombine, GiftRule, LumpSum, PriceBasis, PriceOverride, PricingScheme,
    SpotAdjustment,
};
pub use solve_base::{SolveBaseRequest, SolvedBases, SolvedTargetBase, solve_base};
pub use table::table;
pub use target::{
    AverageBasis, BuildingShare, BuildingSplit, Goal, Levelling, PriceLevel, PriceTarget,
};
pub use trial::{
    ActiveDeals, Explain, Extreme, ExtremeTotal, FiledComparison, PriceSource, PriceTable,
    RowFactor, SolvedBase, Step, StepRule, Summary, SummaryGroup, TableRequest, TableRow,
    TargetResult,
};
