//! The steps from the list price to the deal price.

use crate::Text;
use crate::number::{Exact, Mode};
use kaipan_derive::boundary;

/// One step from the list price to the deal price.
#[boundary(answer)]
pub struct DiscountStep {
    /// Which rule was applied.
    pub rule: DiscountRule,
    /// Codes of the discounts applied; none for rounding and the like.
    pub codes: Vec<Text>,
    /// The number applied: a rate to pay (share: 0.98 is 98 %), points as a share, yuan, yuan per
    /// m², an area, the place that a rounding step went to.
    pub value: Option<Exact>,
    /// What the number is multiplied by before it is taken off, where that is not the price before:
    /// the original price for its points, the area for yuan per m² off a total.
    pub times: Option<Exact>,
    /// Which way a rounding step went.
    pub mode: Option<Mode>,
    /// The price before; none for the first step.
    pub before: Option<Exact>,
    /// The price after: a total or a unit price, as the basis says.
    pub after: Exact,
}

/// The rule behind a step.
#[boundary]
pub enum DiscountRule {
    /// The list total.
    ListTotal,
    /// The list unit price.
    ListUnitPrice,
    /// A fixed price, the value, takes the place of the list price.
    FixedPrice,
    /// × the value, a rate.
    Rate,
    /// × (1 − the value), points.
    Points,
    /// × (1 − the value), the sum of added points.
    AddedPoints,
    /// − the value, points, × the original price.
    OriginalPoints,
    /// − the value, yuan per m²; × the area where a total is discounted.
    UnitOff,
    /// − the value, yuan.
    TotalOff,
    /// − the value, what a deposit counts beyond itself.
    DepositMultiplier,
    /// Nothing is less than zero: 0 in place of less.
    NotBelowZero,
    /// Rounding after an item.
    StepRounding,
    /// Rounding of the unit price.
    UnitRounding,
    /// × the value, the area.
    Area,
    /// Rounding of the total.
    TotalRounding,
    /// ÷ the value, the area, half up to the fen: a unit price derived from the total.
    Derived,
}
