//! Pricing: schemes of coefficients and differences, price tables, targets, adjustments, checks.
//!
//! Follow one price through the folders: `scheme` holds a [`PricingScheme`] with its [`Factor`]s →
//! `book` looks every factor up for every unit → `price` turns the scheme into exact integers and
//! rounds in the order of the price basis → `targets` finds base prices and removes what rounding
//! left → `trial` draws up the table that a person sees ([`Trial`]). A `bill` changes prices
//! ([`Adjusting`]), `check` holds them to floors and filed prices ([`Checking`]), and `columnar`
//! runs the same numbers over columns ([`CompiledScheme`]).

mod bill;
mod book;
mod check;
mod columnar;
mod compare;
mod net_to_list;
mod price;
mod scheme;
mod targets;
mod trial;

#[cfg(feature = "csv")]
pub use bill::PriceList;
pub use bill::{
    AdjustMode, AdjustedPrices, Adjusting, AdvancedBill, AverageMove, BillCommand, BillKind,
    BillLine, BillMethod, BillPart, BillState, BillStep, ExplicitPrice, PriceBill, PriceChange,
    SkippedUnit,
};
pub use book::ActiveDeals;
#[cfg(feature = "opportunity")]
pub(crate) use check::percent_rate;
pub use check::{CheckedPrice, Checking, FiledPriceRule, LastChange, PriceCheck, PriceRules};
pub(crate) use check::{Level, USUAL_RULES};
pub use columnar::{
    Axis, AxisKey, ColumnSums, ColumnTotals, Columns, ColumnsView, CompiledScheme, PricedColumns,
    WholeColumns, WholeNumber,
};
pub use compare::{ChangeSummary, ComparedPrices, ComparedRow, Comparing};
pub use net_to_list::{ListFromNet, ListUnit, NetSource, NetToList, NetUnit};
pub use price::FloorPriceRule;
pub(crate) use price::{per_area, total_of};
pub use scheme::{
    AreaBasis, BandArea, CoefCombine, CompositeDiscount, DiscountShare, Factor, FactorRow,
    FactorValues, FloorAxis, FloorJump, FloorRule, FloorSegment, GiftRule, JumpMode, LineStep,
    LumpSum, Method, PriceBasis, PriceOverride, PricingScheme, SpotAdjustment, TopOf, TopStep,
    ValueBand,
};
pub use targets::{
    AverageBasis, BuildingShare, BuildingSplit, Goal, Levelling, PriceLevel, PriceTarget,
    SolvedBase,
};
pub use trial::{
    Explain, Extreme, ExtremeTotal, FiledComparison, FiledDeviation, ListPrices, PriceSource,
    PriceTable, RowFactor, SolvedBases, SolvedTargetBase, Step, StepRule, Summary, SummaryGroup,
    TableRow, TargetResult, Trial,
};
