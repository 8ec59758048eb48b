//! Rows of the price trial table: one unit with its price.

use super::step::Step;
use crate::number::{Area, Exact, Figure, Money, Rate, UnitPrice};
use crate::{Label, Text};
use kaipan_derive::boundary;

/// Where a row's price comes from.
#[boundary]
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
    /// The list price in force, in a table that prices nothing anew.
    InForce,
}

/// One unit of the table.
#[boundary(answer)]
pub struct TableRow {
    /// 房号.
    pub unit_no: Text,
    /// 楼栋.
    pub building: Text,
    /// 单元.
    pub stair: Option<Text>,
    /// 楼层; of a duplex the lower.
    pub floor: i32,
    /// 复式上层: the upper floor of a duplex.
    pub top_floor: Option<i32>,
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
    /// Code of the scheme; empty for a list price in force.
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
    /// 底价, yuan per m² of building area: the unit's own, else by the rule of floor prices.
    pub floor_price: Option<UnitPrice>,
    /// 底价 (总价), yuan: the unit's own, else by the rule of floor prices.
    pub floor_total: Option<Money>,
    /// 备案价, yuan per m² of building area.
    pub filed_price: Option<UnitPrice>,
    /// 备案总价: the filed price of the whole unit, yuan.
    pub filed_total: Option<Money>,
    /// How far the list price is from the filed price, or the total from the filed total where
    /// only that is given; share: 0.05 is 5 % above; half up to 6 decimals.
    pub filed_deviation: Option<Rate>,
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
    /// How a floor price by rate came about, if asked for; empty for a floor price of the unit's own.
    pub floor_steps: Vec<Step>,
}

#[cfg(any(feature = "serde", feature = "json"))]
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn is_zero(value: &i32) -> bool {
    *value == 0
}

/// A factor's value for one unit.
#[boundary(answer)]
pub struct RowFactor {
    /// Name of the factor.
    pub name: Label,
    /// The unit's attribute value.
    pub key: Text,
    /// The number used, as the factor's method says: a factor, a percent (2 is 2 %), or yuan per
    /// m².
    pub value: Figure,
}
