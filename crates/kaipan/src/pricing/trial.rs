//! The price trial table (价格试算表, handbook §2.10): request, rows and summaries.

use super::rules::PriceRules;
use super::scheme::PricingScheme;
use super::target::{AverageBasis, PriceTarget};
use crate::error::Finding;
use crate::number::{Area, Exact, Figure, Mode, Money, Rate, UnitPrice};
use crate::project::{Project, Selection};
use crate::{Label, Text};
use kaipan_derive::boundary;

/// A request for a price table.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRequest {
    /// The project with its units.
    pub project: Project,
    /// Pricing schemes; the first whose scope holds a unit prices it.
    #[boundary(required)]
    pub schemes: Vec<PricingScheme>,
    /// Targets from which base prices are solved; their scopes must not share units.
    pub targets: Vec<PriceTarget>,
    /// Rules that prices are checked against.
    #[boundary(empty)]
    pub rules: PriceRules,
    /// The units to price and show; targets and floors still look at the whole project.
    #[boundary(empty = Selection::is_all)]
    pub select: Selection,
    /// Units in an active deal.
    #[boundary(default)]
    pub active_deals: ActiveDeals,
    /// Which rows carry their steps.
    #[boundary(default)]
    pub explain: Explain,
    /// Which area averages in summaries are per.
    #[boundary(default)]
    pub average_basis: AverageBasis,
}

/// What happens to units in an active deal (booked, subscribed, signed) that have a list price.
#[boundary]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ActiveDeals {
    /// They keep their price snapshot (handbook §2.9).
    #[default]
    Keep,
    /// They are priced like the rest, for a what-if table.
    Reprice,
}

/// Which rows carry their steps.
// Empty braces instead of plain variants: serde would let unknown fields of those pass.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Explain {
    /// None.
    None {},
    /// All.
    All {},
    /// Those of the units named.
    Units {
        /// Unit numbers.
        #[boundary(required)]
        unit_nos: Vec<Text>,
    },
}

impl Default for Explain {
    fn default() -> Explain {
        Explain::None {}
    }
}

/// A price table.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriceTable {
    /// One row a unit, in the order of the project.
    #[boundary(required)]
    pub rows: Vec<TableRow>,
    /// Summary rows: per building, per layout, overall.
    #[boundary(required)]
    pub summaries: Vec<Summary>,
    /// How each target was met.
    pub targets: Vec<TargetResult>,
    /// Comparison with filed prices, if any unit has one.
    pub filed: Option<FiledComparison>,
    /// What a person should read.
    #[boundary(required)]
    pub findings: Vec<Finding>,
}

/// Where a row's price comes from.
#[boundary]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PriceSource {
    /// Computed from the scheme's factors.
    Scheme,
    /// Set by hand in the scheme.
    Override,
    /// Entered with the unit (按套).
    Entered,
    /// Kept from the deal the unit is in: its total, or its unit price if there is no total. A unit
    /// price that is not the quotient of the total beside it is kept by a step of its own.
    Kept,
}

/// One unit of the table.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// 房号.
    pub unit_no: Text,
    /// 楼栋.
    pub building: Text,
    /// 单元.
    pub stair: Option<Text>,
    /// 楼层.
    pub floor: i32,
    /// 户位.
    pub line: Text,
    /// 户型.
    pub layout: Option<Text>,
    /// 朝向.
    pub orientation: Option<Text>,
    /// 景观.
    pub view: Option<Text>,
    /// 建筑面积, m².
    pub building_area: Area,
    /// 套内面积, m².
    pub inside_area: Option<Area>,
    /// Code of the scheme.
    pub scheme: Text,
    /// Where the price comes from.
    pub source: PriceSource,
    /// 基准价, yuan per m² of the area basis, shown to 6 decimals (the exact one was used).
    pub base_price: Option<UnitPrice>,
    /// Each factor's value, in the order of the scheme; factors out of scope are left out.
    pub factors: Vec<RowFactor>,
    /// 总系数, a factor: 1.02 is 2 % more.
    pub total_coefficient: Option<Exact>,
    /// 总差价, yuan per m².
    pub total_difference: Option<UnitPrice>,
    /// Unit price before rounding.
    pub raw_price: Option<Exact>,
    /// Unit price per m² of the scheme's area basis.
    pub unit_price: UnitPrice,
    /// 建筑面积单价, yuan per m².
    pub building_unit_price: UnitPrice,
    /// 套内单价, yuan per m².
    pub inside_unit_price: Option<UnitPrice>,
    /// 总价, yuan.
    pub total: Money,
    /// Rounding steps moved by levelling.
    #[boundary(empty = is_zero)]
    pub levelled_steps: i32,
    /// 底价, yuan per m² of building area.
    pub floor_price: Option<UnitPrice>,
    /// 底价 (总价), yuan.
    pub floor_total: Option<Money>,
    /// 备案价, yuan per m² of building area.
    pub filed_price: Option<UnitPrice>,
    /// 备案总价: the filed price of the whole unit, yuan.
    pub filed_total: Option<Money>,
    /// 原表价 (单价).
    pub old_list_price: Option<UnitPrice>,
    /// 原表价 (总价).
    pub old_list_total: Option<Money>,
    /// Change of the total, yuan.
    pub change: Option<Money>,
    /// Change of the total, share: 0.0123 is 1.23 %; half up to 4 decimals.
    pub change_rate: Option<Rate>,
    /// Codes of the findings that concern this unit.
    pub flags: Vec<Text>,
    /// How the price came about, if asked for.
    pub steps: Vec<Step>,
}

#[cfg(feature = "serde")]
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn is_zero(value: &i32) -> bool {
    *value == 0
}

/// A factor's value for one unit.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFactor {
    /// Name of the factor.
    pub name: Label,
    /// The unit's attribute value.
    pub key: Text,
    /// The number used, as the factor's method says: a factor, a percent (2 is 2 %), or yuan per
    /// m².
    pub value: Figure,
}

/// One step of an explanation.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Which rule was applied.
    pub rule: StepRule,
    /// Name of the factor, spot, lump sum or override; empty for rules that need none.
    #[boundary(empty = str::is_empty)]
    pub name: Label,
    /// The number applied: a coefficient, a percent (2 is 2 %), a difference, an area, a rounding
    /// place, steps moved.
    pub value: Option<Exact>,
    /// Which way a rounding step went.
    pub mode: Option<Mode>,
    /// The price before; none for the first step.
    pub before: Option<Exact>,
    /// The price after.
    pub after: Exact,
}

/// The rule behind a step.
#[boundary]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StepRule {
    /// The base price, as given.
    Base,
    /// The base price, solved from a target.
    SolvedBase,
    /// × a coefficient.
    Coefficient,
    /// + a percentage (additive coefficients).
    Percent,
    /// A weighted score.
    Score,
    /// + a difference.
    Difference,
    /// + a spot adjustment.
    Spot,
    /// + gift area.
    Gift,
    /// + a lump sum.
    LumpSum,
    /// ÷ the composite discount.
    CompositeDiscount,
    /// Rounding of the unit price.
    UnitRounding,
    /// × the area.
    Area,
    /// Rounding of the total.
    TotalRounding,
    /// ± rounding steps, to meet a target.
    Levelling,
    /// ÷ the area: a unit price derived from the total.
    Derived,
    /// Set by hand.
    Override,
    /// Entered with the unit.
    Entered,
    /// Kept from the deal the unit is in.
    Kept,
}

/// What a summary row is about.
#[boundary]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SummaryGroup {
    /// One building.
    Building,
    /// One layout.
    Layout,
    /// All rows of the table.
    Overall,
}

/// A summary row.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// What it is about.
    pub group: SummaryGroup,
    /// The building or layout; empty for the overall row and for units without a layout.
    pub key: Text,
    /// Number of units (套).
    pub units: u32,
    /// Σ building area, m².
    pub building_area: Area,
    /// Σ inside area, m², if every unit has one.
    pub inside_area: Option<Area>,
    /// Σ total, yuan.
    pub total: Money,
    /// 均价: Σ total ÷ Σ area of the average basis, half up to 0.01.
    pub average: UnitPrice,
    /// Highest unit price of the average basis.
    pub highest_unit_price: Extreme,
    /// Lowest unit price of the average basis.
    pub lowest_unit_price: Extreme,
    /// Highest − lowest unit price.
    pub unit_price_spread: UnitPrice,
    /// Highest total.
    pub highest_total: ExtremeTotal,
    /// Lowest total.
    pub lowest_total: ExtremeTotal,
    /// Highest − lowest total.
    pub total_spread: Money,
    /// Target average, if a target (or its split) covers exactly these units.
    pub target_average: Option<UnitPrice>,
    /// Average − target average, both unrounded, half up to 6 decimals.
    pub deviation: Option<UnitPrice>,
    /// Deviation ÷ target average, share: 0.01 is 1 %; half up to 6 decimals.
    pub deviation_rate: Option<Rate>,
}

/// A highest or lowest unit price and the first unit that has it.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extreme {
    /// Yuan per m².
    pub unit_price: UnitPrice,
    /// The unit.
    pub unit_no: Text,
}

/// A highest or lowest total and the first unit that has it.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtremeTotal {
    /// Yuan.
    pub total: Money,
    /// The unit.
    pub unit_no: Text,
}

/// How a target was met.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetResult {
    /// The solved base prices: one, or one a building.
    #[boundary(required)]
    pub bases: Vec<SolvedBase>,
    /// Units in scope.
    pub units: u32,
    /// Σ area of the average basis, m².
    pub area: Area,
    /// The list total asked for, half up to the fen (the exact one was used).
    pub target_total: Money,
    /// The list average asked for, half up to 6 decimals.
    pub target_average: UnitPrice,
    /// Σ list total reached.
    pub total: Money,
    /// Average reached, half up to 6 decimals.
    pub average: UnitPrice,
    /// Total reached − total asked for, half up to the fen.
    pub deviation: Money,
    /// Deviation ÷ total asked for, share: 0.01 is 1 %; half up to 6 decimals.
    pub deviation_rate: Rate,
    /// Σ list total × composite discount, half up to the fen: what is expected to be received.
    pub net_total: Option<Money>,
    /// Units moved by levelling.
    pub levelled_units: u32,
}

/// A base price solved from a target.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SolvedBase {
    /// The building, in a two-level target.
    pub building: Option<Text>,
    /// The base price, half up to 6 decimals.
    pub base_price: UnitPrice,
    /// Numerator of the exact base price, in lowest terms.
    pub numerator: Text,
    /// Denominator of the exact base price.
    pub denominator: Text,
    /// Average asked of these units, half up to 6 decimals.
    pub target_average: UnitPrice,
}

/// Comparison of computed with filed unit prices (备案核对).
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FiledComparison {
    /// Units with a filed price.
    pub compared: u32,
    /// Units whose building-area unit price equals the filed price to the fen.
    pub equal: u32,
    /// Units above the band around the filed price that the rules allow.
    #[boundary(default)]
    pub above: u32,
    /// Units below that band.
    #[boundary(default)]
    pub below: u32,
    /// Unit with the greatest difference, if any differs.
    pub worst: Option<Extreme>,
}
