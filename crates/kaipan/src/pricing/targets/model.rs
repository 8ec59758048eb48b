//! Targets: what the table as a whole should come to.

use crate::Text;
use crate::number::{Money, Place, Rate, Rounding, UnitPrice};
use crate::project::Selection;
use kaipan_derive::boundary;

/// A target from which base prices are solved (均价反推, handbook §2.7).
///
/// One base price is solved for the units in scope, or, with a split, one for each building.
/// Units priced by hand or kept in a deal count with their fixed totals.
#[boundary]
pub struct PriceTarget {
    /// The units that together meet the target.
    #[boundary(empty = Selection::is_all)]
    pub scope: Selection,
    /// The average or total to meet.
    pub goal: Goal,
    /// Which area the average is per.
    #[boundary(default)]
    pub average_basis: AverageBasis,
    /// Whether the goal is in list prices or in what is received after the composite discount.
    #[boundary(default)]
    pub level: PriceLevel,
    /// Two levels: project → buildings → units.
    pub split: Option<BuildingSplit>,
    /// Rounding of the solved base price; exact by default.
    pub base_rounding: Option<Rounding>,
    /// 调平: what to do with the deviation that rounding leaves.
    #[boundary(default)]
    pub levelling: Levelling,
}

/// The figure to meet.
#[boundary]
pub enum Goal {
    /// Area-weighted average: Σ total ÷ Σ area.
    Average {
        /// Yuan per m².
        average: UnitPrice,
    },
    /// Sum of all totals.
    Total {
        /// Yuan.
        total: Money,
    },
}

/// Which area averages are per.
#[boundary]
pub enum AverageBasis {
    /// 建筑面积, the default of the trade.
    #[default]
    Building,
    /// 套内面积.
    Inside,
}

/// List prices or receipts after discounts.
#[boundary]
pub enum PriceLevel {
    /// 表价.
    #[default]
    List,
    /// 实收: list × the scheme's composite discount.
    Net,
}

/// How a project target is divided among buildings (handbook §2.7, two levels).
#[boundary]
pub struct BuildingSplit {
    /// The buildings with their coefficients β; every building in scope is named once.
    #[boundary(required)]
    pub buildings: Vec<BuildingShare>,
    /// Scale the building averages so that the project still meets its target.
    #[boundary(default = true)]
    pub normalise: bool,
}

/// A building's average in proportion to the project's.
#[boundary]
pub struct BuildingShare {
    /// The building.
    pub building: Text,
    /// β: building average ÷ project average, before normalising; a factor: 1.05 is 5 % more. Where
    /// it is taken as it is, 0.2 to 5 is usual.
    pub coefficient: Rate,
}

/// What to do with the deviation that rounding leaves (调平, handbook §2.7).
///
/// No strategy moves a unit price or a total across its floor or filed limit.
// Empty braces instead of plain variants: serde would let unknown fields of those pass.
#[boundary]
pub enum Levelling {
    /// Report it.
    None {},
    /// Try bases around the solved one and keep the one that comes closest.
    NudgeBase {
        /// Distance between tried bases.
        place: Place,
        /// How many steps to each side; at most 1000.
        reach: u32,
    },
    /// Move single units by one rounding step, those with the largest rounding loss first, while
    /// the deviation shrinks.
    SpreadResidual {},
}

impl Default for Levelling {
    fn default() -> Levelling {
        Levelling::None {}
    }
}
