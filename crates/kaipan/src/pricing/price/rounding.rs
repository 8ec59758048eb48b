//! From a raw price to a price: the order of rounding, and derived unit prices (handbook §2.6).

use crate::error::{Code, Error, Result};
use crate::number::{Area, Integer, Money, Rounding, UnitPrice, Unrounded};
use crate::pricing::scheme::{AreaBasis, PriceBasis, PricingScheme};
use crate::project::Unit;

/// What a price is before its rounding points, on list level.
pub(crate) struct Raw {
    /// Yuan per m² of the area basis.
    pub(crate) unit: Unrounded,
    /// Yuan.
    pub(crate) total: Unrounded,
}

/// A price after its rounding points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Price {
    /// Per m² of the area basis.
    pub(crate) unit: UnitPrice,
    pub(crate) total: Money,
}

/// Which number of a price is rounded first, and where both are rounded (handbook §2.6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RoundingOrder {
    pub(crate) basis: PriceBasis,
    pub(crate) unit: Rounding,
    pub(crate) total: Rounding,
}

/// Writes the methods of an engine for its order of rounding.
macro_rules! rounding_inputs {
    () => {
        /// Which of unit price and total is rounded first; the unit price otherwise.
        pub fn price_basis(mut self, basis: PriceBasis) -> Self {
            self.rounding.basis = basis;
            self
        }

        /// Rounding point of list unit prices; half up to the yuan otherwise.
        pub fn unit_rounding(mut self, rounding: Rounding) -> Self {
            self.rounding.unit = rounding;
            self
        }

        /// Rounding point of list totals; half up to the yuan otherwise.
        pub fn total_rounding(mut self, rounding: Rounding) -> Self {
            self.rounding.total = rounding;
            self
        }
    };
}
pub(crate) use rounding_inputs;

impl RoundingOrder {
    /// Half up to the yuan, the unit price first.
    pub(crate) const USUAL: RoundingOrder =
        RoundingOrder { basis: PriceBasis::UnitFirst, unit: Rounding::YUAN, total: Rounding::YUAN };
}

impl PricingScheme {
    /// The order of rounding that its prices have.
    pub(crate) fn rounding_order(&self) -> RoundingOrder {
        let (unit, total) = (self.unit_rounding, self.total_rounding);
        RoundingOrder { basis: self.price_basis, unit, total }
    }
}

impl RoundingOrder {
    /// Rounds a raw price.
    ///
    /// # Errors
    /// [`Code::PricingNotPositive`] when nothing is left, [`Code::NumberOverflow`].
    pub(crate) fn price(&self, raw: &Raw, area: Area) -> Result<Price> {
        match self.basis {
            PriceBasis::UnitFirst => from_unit(self.unit.unit_price(&raw.unit)?, area, &self.total),
            PriceBasis::TotalFirst => from_total(self.total.round(&raw.total)?, area),
        }
    }
}

/// A price whose unit price is authoritative; the total is unit price × area, rounded.
pub(crate) fn from_unit(unit: UnitPrice, area: Area, rounding: &Rounding) -> Result<Price> {
    positive(Price { unit, total: total_of(unit, area, rounding)? })
}

impl Price {
    /// A price of which one number or both are given; the other follows, to the fen.
    pub(crate) fn given(
        unit: Option<UnitPrice>,
        total: Option<Money>,
        area: Area,
    ) -> Result<Option<Price>> {
        Ok(Some(match (unit, total) {
            (Some(unit), Some(total)) => Price { unit, total },
            (None, Some(total)) => Price { unit: per_area(total, area)?, total },
            (Some(unit), None) => Price { unit, total: total_of(unit, area, &Rounding::FEN)? },
            (None, None) => return Ok(None),
        }))
    }

    /// The list price of a unit, per m² of building area.
    pub(crate) fn listed(unit: &Unit) -> Result<Option<Price>> {
        Price::given(unit.list_price, unit.list_total, unit.building_area)
    }
}

/// A price whose total is authoritative; the unit price is total ÷ area, half up to the fen.
pub(crate) fn from_total(total: Money, area: Area) -> Result<Price> {
    positive(Price { unit: per_area(total, area)?, total })
}

/// Unit price × area, rounded.
pub(crate) fn total_of(unit: UnitPrice, area: Area, rounding: &Rounding) -> Result<Money> {
    // micro-yuan × 0.0001 m² = 10^-10 yuan = 10^-8 fen
    let product = i128::from(unit.micros()).times(i128::from(area.ten_thousandths()))?;
    rounding.quotient(product, 100_000_000)
}

/// Total ÷ area, half up to 0.01 (handbook §2.6).
pub(crate) fn per_area(total: Money, area: Area) -> Result<UnitPrice> {
    let fen = i128::from(total.fen()).times(10_000)?;
    let per = Rounding::FEN.quotient(fen, i128::from(area.ten_thousandths()))?;
    let micros = per.fen().checked_mul(10_000);
    micros.map(UnitPrice::from_micros).ok_or_else(|| Error::new(Code::NumberOverflow))
}

fn positive(price: Price) -> Result<Price> {
    if price.total.is_positive() && price.unit.is_positive() {
        return Ok(price);
    }
    let shown =
        if price.unit.is_positive() { price.total.to_string() } else { price.unit.to_string() };
    Err(Error::new(Code::PricingNotPositive).with("price", shown))
}

/// Both unit prices of a unit: the one of the basis is exact, the other is derived.
#[derive(Clone, Copy)]
pub(crate) struct UnitPrices {
    pub(crate) building: UnitPrice,
    pub(crate) inside: Option<UnitPrice>,
}

/// Derives the unit prices that the basis does not fix.
pub(crate) fn unit_prices(price: &Price, basis: AreaBasis, unit: &Unit) -> Result<UnitPrices> {
    let building = match basis {
        AreaBasis::Building | AreaBasis::PerUnit => price.unit,
        AreaBasis::Inside => per_area(price.total, unit.building_area)?,
    };
    let inside = match (basis, unit.inside_area) {
        (AreaBasis::Inside, _) => Some(price.unit),
        (_, Some(area)) => Some(per_area(price.total, area)?),
        (_, None) => None,
    };
    Ok(UnitPrices { building, inside })
}

/// The total that a unit entered by hand needs.
pub(crate) fn entered(unit: &Unit) -> Result<Price> {
    let total = unit
        .entered_total
        .ok_or_else(|| Error::new(Code::PricingUnitTotalMissing).at("entered_total"))?;
    from_total(total, unit.building_area)
}
