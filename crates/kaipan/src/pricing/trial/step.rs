//! Steps: why a number is what it is.

use crate::Label;
use crate::number::{Exact, Mode};
use kaipan_derive::boundary;

/// One step of an explanation.
#[boundary(answer)]
pub struct Step {
    /// Which rule was applied.
    pub rule: StepRule,
    /// Name of the factor, spot, lump sum or override; empty for rules that need none.
    #[boundary(empty = str::is_empty)]
    pub name: Label,
    /// The number applied: a coefficient, a percent (2 is 2 %), a difference, an area, a rounding
    /// place, steps moved.
    pub value: Option<Exact>,
    /// What the number is taken of, where that is not the price before: the base price for
    /// percentages and scores, the gift area (m²), the rounding step of levelling.
    pub of: Option<Exact>,
    /// Which way the step rounded.
    pub mode: Option<Mode>,
    /// The price before; none for the first step.
    pub before: Option<Exact>,
    /// The price after.
    pub after: Exact,
}

/// The rule behind a step: what makes the price after of the price before.
///
/// Prices that no step has rounded go on exactly; where their decimals do not end, `before` and
/// `after` show 12 of them.
#[boundary]
pub enum StepRule {
    /// The base price, as given.
    Base,
    /// The base price, solved from a target.
    SolvedBase,
    /// × a coefficient.
    Coefficient,
    /// A coefficient of those that are added up: + the base price × what it is above 1.
    Percent,
    /// A weighted score: + the base price × the score; the first score begins from nothing.
    Score,
    /// + a difference.
    Difference,
    /// + a spot adjustment.
    Spot,
    /// + gift area × its price per m².
    Gift,
    /// + a lump sum.
    LumpSum,
    /// ÷ the composite discount.
    CompositeDiscount,
    /// Rounding of the unit price to a place.
    UnitRounding,
    /// × the area.
    Area,
    /// Rounding of the total to a place.
    TotalRounding,
    /// + a number of rounding steps, to meet a target.
    Levelling,
    /// ÷ the area: a unit price derived from the total; rounded to 0.01 where it has a mode.
    Derived,
    /// Set by hand.
    Override,
    /// Entered with the unit.
    Entered,
    /// Kept from the deal the unit is in.
    Kept,
    /// The list price or list total that a floor price is a share of.
    List,
    /// × the rate of the floor price.
    FloorRate,
}
