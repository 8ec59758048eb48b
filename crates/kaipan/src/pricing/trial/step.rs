//! Steps: why a number is what it is.

use crate::Label;
use crate::number::{Exact, Mode};
use kaipan_derive::boundary;

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
