//! Pricing schemes: everything that makes list prices out of units.

use super::composite::CompositeDiscount;
use super::factor::Factor;
use crate::error::{Code, Error, Finding};
use crate::number::{Money, Rate, Rounding, UnitPrice};
use crate::project::Selection;
use crate::{Label, Text, scale};
use kaipan_derive::boundary;

/// A pricing scheme (定价方案): for a project, a building or any selection of units.
///
/// `raw = base × Π coefficients + Σ differences` (handbook §2.2), then the rounding order of
/// [`PriceBasis`] (§2.6).
#[boundary]
#[derive(Default)]
pub struct PricingScheme {
    /// Code.
    pub code: Text,
    /// Name to show.
    pub name: Option<Label>,
    /// The units it prices. A unit is priced by the first scheme whose scope holds it.
    #[boundary(empty = Selection::is_all)]
    pub scope: Selection,
    /// 基准价, yuan per m² of the area basis; may be left out when a target gives it.
    pub base_price: Option<UnitPrice>,
    /// Which area unit prices are per.
    #[boundary(default)]
    pub area_basis: AreaBasis,
    /// Which of unit price and total is rounded first and so authoritative.
    #[boundary(default)]
    pub price_basis: PriceBasis,
    /// How coefficients join.
    #[boundary(default)]
    pub combine: CoefCombine,
    /// The factors, in the order in which explanations show them.
    pub factors: Vec<Factor>,
    /// 干扰: adjustments of single units or selections that do not propagate.
    pub spots: Vec<SpotAdjustment>,
    /// 赠送面积: how gift area is charged.
    pub gift: Option<GiftRule>,
    /// Amounts added to totals, such as fit-out gifts.
    pub lump_sums: Vec<LumpSum>,
    /// 综合折扣: when given, the scheme computes net prices, and list = net ÷ this.
    pub composite_discount: Option<CompositeDiscount>,
    /// Prices set by hand, which replace what the factors give. The last one that matches counts.
    pub overrides: Vec<PriceOverride>,
    /// Rounding point of the unit price (unit-first only).
    #[boundary(default = yuan)]
    pub unit_rounding: Rounding,
    /// Rounding point of the total.
    #[boundary(default = yuan)]
    pub total_rounding: Rounding,
}

impl PricingScheme {
    /// An error about it: its code, and its name for the message in Chinese.
    pub(crate) fn error(&self, code: Code) -> Error {
        let error = Error::new(code).with("scheme", &self.code);
        error.with("name", self.name.as_deref().unwrap_or(&self.code))
    }
}

fn yuan() -> Rounding {
    Rounding::YUAN
}

impl PricingScheme {
    /// Rates that are unusual, placed in the scheme.
    pub(crate) fn unusual(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        if let Some(GiftRule::Conversion { rate }) = &self.gift {
            let found = scale::rate(scale::GIFT, *rate);
            findings.extend(found.map(|found| found.at("rate").at("gift")));
        }
        let mix = self.composite_discount.iter().flat_map(CompositeDiscount::unusual);
        findings.extend(mix.map(|found| found.at("composite_discount")));
        findings
    }
}

/// Which area unit prices are per.
#[boundary]
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
#[boundary]
pub enum PriceBasis {
    /// 单价优先: the unit price is rounded, the total follows from it.
    #[default]
    UnitFirst,
    /// 总价优先: the total is rounded, the unit price is total ÷ area to the fen, for display.
    TotalFirst,
}

/// How coefficients join.
#[boundary]
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
#[boundary]
pub struct SpotAdjustment {
    /// Reason to show, such as 遮挡.
    pub name: Option<Label>,
    /// The units adjusted.
    pub select: Selection,
    /// Yuan per m², negative for a deduction.
    pub amount: UnitPrice,
}

/// How gift area (赠送面积) is charged: it is added to the total (handbook §2.5).
#[boundary]
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
#[boundary]
pub struct LumpSum {
    /// Name to show.
    pub name: Label,
    /// The units concerned.
    #[boundary(empty = Selection::is_all)]
    pub select: Selection,
    /// Yuan per unit.
    pub amount: Money,
}

/// A price set by hand for some units. Exactly one of the two numbers is given.
#[boundary]
pub struct PriceOverride {
    /// Reason to show.
    pub name: Option<Label>,
    /// The units concerned.
    pub select: Selection,
    /// Yuan per m² of the area basis; the total follows and is rounded.
    pub unit_price: Option<UnitPrice>,
    /// Yuan; kept to the fen, unit prices follow.
    pub total: Option<Money>,
}
