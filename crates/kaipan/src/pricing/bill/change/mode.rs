//! How list prices change (调价方式).

use crate::Text;
use crate::number::{Figure, Money, UnitPrice};
use crate::pricing::scheme::PricingScheme;
use crate::pricing::targets::{Levelling, PriceTarget};
use crate::project::Selection;
use kaipan_derive::boundary;

/// How list prices change; each is followed by rounding and checks.
#[boundary]
pub enum AdjustMode {
    /// ± yuan per m² of building area.
    AmountPerM2 {
        /// The change.
        amount: UnitPrice,
    },
    /// ± percent.
    Percent {
        /// The change, percent: `-3` is 3 % less. 0.1 % to 30 % either way is usual.
        percent: Figure,
    },
    /// ± yuan per unit, on the total.
    TotalAmount {
        /// The change.
        amount: Money,
    },
    /// To an average over all units chosen; those in a deal count with the price they keep.
    ToAverage {
        /// Yuan per m² of building area.
        average: UnitPrice,
        /// How prices move.
        #[boundary(default)]
        by: AverageMove,
        /// What to do with the deviation that rounding leaves.
        #[boundary(default)]
        levelling: Levelling,
    },
    /// By pricing schemes, with their own roundings.
    Reprice {
        /// The schemes.
        #[boundary(required)]
        schemes: Vec<PricingScheme>,
        /// Targets, if base prices are to be solved.
        targets: Vec<PriceTarget>,
    },
    /// By a table; units not in it are left out.
    Explicit {
        /// The prices.
        #[boundary(required)]
        prices: Vec<ExplicitPrice>,
    },
}

/// How prices move to meet an average.
#[boundary]
pub enum AverageMove {
    /// By the same factor.
    #[default]
    Scale,
    /// By the same amount per m².
    Shift,
}

/// A price from a table: one of the two numbers is given and authoritative. Both are kept as they
/// are if both are given, and must agree.
#[boundary]
pub struct ExplicitPrice {
    /// 房号.
    pub unit_no: Text,
    /// Yuan per m² of building area.
    pub unit_price: Option<UnitPrice>,
    /// Yuan.
    pub total: Option<Money>,
    /// New floor price, yuan per m² of building area; unchanged if absent.
    pub floor_price: Option<UnitPrice>,
}

/// A further part of a price bill: some units, and how their prices change.
#[boundary]
pub struct BillPart {
    /// The units to change; those that an earlier part has stay with it.
    #[boundary(empty = Selection::is_all)]
    pub select: Selection,
    /// How their prices change.
    pub mode: AdjustMode,
}
