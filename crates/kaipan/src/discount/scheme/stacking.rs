//! How the discounts of a deal join (handbook §3.2).

use crate::number::Rounding;
use crate::pricing::PriceBasis;
use kaipan_derive::boundary;

/// The stacking rules (handbook §3.2); stored with every deal, since each choice gives another
/// price.
#[boundary]
pub struct Stacking {
    /// Whether the total or the unit price is discounted and rounded first.
    #[boundary(default = total_first)]
    pub price_basis: PriceBasis,
    /// What added points are a share of.
    #[boundary(default)]
    pub additive_base: AdditiveBase,
    /// The order of the items.
    #[boundary(default)]
    pub order: DiscountOrder,
    /// Rounding after each item, as some systems do; none if absent.
    pub step_rounding: Option<Rounding>,
    /// Rounding point of the deal unit price, when it comes first; half up to the fen if absent.
    #[boundary(default = fen)]
    pub unit_rounding: Rounding,
    /// Rounding point of the deal total; half up to the fen if absent.
    #[boundary(default = fen)]
    pub total_rounding: Rounding,
}

impl Default for Stacking {
    fn default() -> Stacking {
        Stacking {
            price_basis: PriceBasis::TotalFirst,
            additive_base: AdditiveBase::default(),
            order: DiscountOrder::default(),
            step_rounding: None,
            unit_rounding: Rounding::FEN,
            total_rounding: Rounding::FEN,
        }
    }
}

#[cfg(any(feature = "serde", feature = "json"))]
fn total_first() -> PriceBasis {
    PriceBasis::TotalFirst
}

#[cfg(any(feature = "serde", feature = "json"))]
fn fen() -> Rounding {
    Rounding::FEN
}

/// What added points are a share of.
#[boundary]
pub enum AdditiveBase {
    /// The price as discounted so far, at the place of the first added item.
    #[default]
    Running,
    /// The price that stacking starts from, wherever the item stands.
    Original,
}

/// The order of the items.
#[boundary]
pub enum DiscountOrder {
    /// Fixed price, unit price off, payment-method rate, other rates and points, amounts off.
    /// The order in which discounts are chosen does not matter.
    #[default]
    RatesThenAmounts,
    /// In the order in which the discounts are chosen, those of the plan first: choosing them in
    /// another order gives another price.
    AsGiven,
}

/// How a rate or points join with what was taken off before (折上折 or 累加).
#[boundary]
pub enum Stack {
    /// 折上折: applied to the price as discounted so far.
    #[default]
    Multiply,
    /// 累加: all such items form one group, and their points are summed.
    Add,
}
