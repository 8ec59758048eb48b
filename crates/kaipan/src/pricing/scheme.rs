//! Pricing schemes: everything that makes list prices out of units.

use super::composite::CompositeDiscount;
use super::factor::Factor;
use crate::error::{Code, Error, Finding};
use crate::number::{Money, Rate, Rounding, UnitPrice};
use crate::project::Selection;
use crate::scale;
use crate::{Label, Text};

/// A pricing scheme (定价方案): for a project, a building or any selection of units.
///
/// `raw = base × Π coefficients + Σ differences` (handbook §2.2), then the rounding order of
/// [`PriceBasis`] (§2.6).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct PricingScheme {
    /// Code.
    pub code: Text,
    /// Name to show.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub name: Option<Label>,
    /// The units it prices. A unit is priced by the first scheme whose scope holds it.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Selection::is_all"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub scope: Selection,
    /// 基准价, yuan per m² of the area basis; may be left out when a target gives it.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub base_price: Option<UnitPrice>,
    /// Which area unit prices are per.
    #[cfg_attr(feature = "serde", serde(default))]
    pub area_basis: AreaBasis,
    /// Which of unit price and total is rounded first and so authoritative.
    #[cfg_attr(feature = "serde", serde(default))]
    pub price_basis: PriceBasis,
    /// How coefficients join.
    #[cfg_attr(feature = "serde", serde(default))]
    pub combine: CoefCombine,
    /// The factors, in the order in which explanations show them.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub factors: Vec<Factor>,
    /// 干扰: adjustments of single units or selections that do not propagate.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub spots: Vec<SpotAdjustment>,
    /// 赠送面积: how gift area is charged.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub gift: Option<GiftRule>,
    /// Amounts added to totals, such as fit-out gifts.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub lump_sums: Vec<LumpSum>,
    /// 综合折扣: when given, the scheme computes net prices, and list = net ÷ this.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub composite_discount: Option<CompositeDiscount>,
    /// Prices set by hand, which replace what the factors give. The last one that matches counts.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub overrides: Vec<PriceOverride>,
    /// Rounding point of the unit price (unit-first only).
    #[cfg_attr(feature = "serde", serde(default = "yuan"))]
    pub unit_rounding: Rounding,
    /// Rounding point of the total.
    #[cfg_attr(feature = "serde", serde(default = "yuan"))]
    pub total_rounding: Rounding,
}

impl PricingScheme {
    /// An error about it: its code, and its name for the message in Chinese.
    pub(super) fn error(&self, code: Code) -> Error {
        let error = Error::new(code).with("scheme", &self.code);
        error.with("name", self.name.as_deref().unwrap_or(&self.code))
    }
}

#[cfg(feature = "serde")]
fn yuan() -> Rounding {
    Rounding::YUAN
}

impl Default for Rounding {
    fn default() -> Rounding {
        Rounding::YUAN
    }
}

impl PricingScheme {
    /// Rates that are unusual, placed in the scheme.
    pub(crate) fn unusual(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        if let Some(GiftRule::Conversion { rate }) = &self.gift {
            let found = scale::rate(scale::GIFT, *rate);
            findings.extend(found.map(|found| found.path("/gift/rate")));
        }
        let mix = self.composite_discount.iter();
        findings.extend(mix.flat_map(|mix| mix.unusual("/composite_discount")));
        findings
    }
}

/// Which area unit prices are per.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum AreaBasis {
    /// 按建筑面积.
    #[default]
    Building,
    /// 按套内面积.
    Inside,
    /// 按套: the total is entered with the unit, both unit prices are derived.
    PerUnit,
}

/// Order of calculation and rounding (handbook §2.6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum PriceBasis {
    /// 单价优先: the unit price is rounded, the total follows from it.
    #[default]
    UnitFirst,
    /// 总价优先: the total is rounded, the unit price is total ÷ area to the fen, for display.
    TotalFirst,
}

/// How coefficients join.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum CoefCombine {
    /// 连乘: base × Π c.
    #[default]
    Multiplicative,
    /// 相加: base × (1 + Σ (c − 1)).
    Additive,
    /// 打分法: base × Σ w·s(unit) ÷ Σ w·s(reference); coefficients are scores.
    Score,
}

/// A unit-specific adjustment that does not propagate to other floors.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct SpotAdjustment {
    /// Reason to show, such as 遮挡.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub name: Option<Label>,
    /// The units adjusted.
    pub select: Selection,
    /// Yuan per m², negative for a deduction.
    pub amount: UnitPrice,
}

/// How gift area (赠送面积) is charged: it is added to the total (handbook §2.5).
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "serde", serde(tag = "kind"))]
pub enum GiftRule {
    /// At a price of its own.
    Price {
        /// Yuan per m² of gift area.
        price: UnitPrice,
    },
    /// At the unit's own price × a conversion rate (折算率).
    Conversion {
        /// The rate, share: 0.5 is 50 %. 1 % to 150 % is usual.
        rate: Rate,
    },
}

/// An amount added to the total of some units, such as a fit-out gift.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct LumpSum {
    /// Name to show.
    pub name: Label,
    /// The units concerned.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Selection::is_all"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub select: Selection,
    /// Yuan per unit.
    pub amount: Money,
}

/// A price set by hand for some units. Exactly one of the two numbers is given.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct PriceOverride {
    /// Reason to show.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub name: Option<Label>,
    /// The units concerned.
    pub select: Selection,
    /// Yuan per m² of the area basis; the total follows and is rounded.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub unit_price: Option<UnitPrice>,
    /// Yuan; kept to the fen, unit prices follow.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub total: Option<Money>,
}
