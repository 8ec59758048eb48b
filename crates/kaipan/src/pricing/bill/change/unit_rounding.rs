//! Where the prices of one unit are rounded: as the scheme says that prices it, else as the bill.

use super::mode::AdjustMode;
use crate::error::{Code, Error, Result};
use crate::number::{Area, Unrounded};
use crate::pricing::bill::adjusting::Adjusting;
use crate::pricing::price::{Price, Raw, RoundingOrder, from_total, per_area};
use crate::pricing::scheme::{AreaBasis, PriceBasis, PricingScheme};
use crate::project::Unit;

/// The order of rounding of a unit, and the area that its unit price is set on.
pub(in crate::pricing::bill) struct UnitRounding {
    pub(in crate::pricing::bill) order: RoundingOrder,
    /// Inside area for a scheme on it, building area otherwise.
    pub(in crate::pricing::bill) area: Area,
    /// Unit prices are set on the inside area.
    pub(in crate::pricing::bill) inside: bool,
}

impl Adjusting<'_> {
    /// The scheme that says how the prices of a unit are rounded, by its index.
    pub(in crate::pricing::bill) fn scheme_of(&self, unit: &Unit) -> Option<usize> {
        self.schemes.iter().position(|scheme| scheme.scope.matches(unit))
    }

    /// Which number of a new price is authoritative: a change of totals moves the total whatever
    /// the rounding, and what is priced anew is rounded by the schemes that price it.
    pub(in crate::pricing::bill) fn basis_of(&self, unit: &Unit) -> Result<PriceBasis> {
        match self.mode {
            AdjustMode::TotalAmount { .. } => Ok(PriceBasis::TotalFirst),
            AdjustMode::Reprice { schemes, .. } => {
                self.rounding_by(schemes, unit).map(|rounding| rounding.order.basis)
            }
            _ => self.rounding_of(unit).map(|rounding| rounding.order.basis),
        }
    }

    /// The rounding of a unit: of the first scheme whose scope holds it, else of the bill.
    ///
    /// # Errors
    /// [`Code::PricingInsideAreaMissing`] for a unit that is priced by an inside area and has none.
    pub(in crate::pricing::bill) fn rounding_of(&self, unit: &Unit) -> Result<UnitRounding> {
        self.rounding_by(self.schemes, unit)
    }

    fn rounding_by(&self, schemes: &[PricingScheme], unit: &Unit) -> Result<UnitRounding> {
        let building =
            |order: RoundingOrder| UnitRounding { order, area: unit.building_area, inside: false };
        let scheme = schemes.iter().find(|scheme| scheme.scope.matches(unit));
        let Some(order) = scheme.map(PricingScheme::rounding_order) else {
            return Ok(building(self.rounding));
        };
        match scheme.map(|scheme| scheme.area_basis) {
            Some(AreaBasis::Inside) => {
                let missing = || Error::new(Code::PricingInsideAreaMissing).at("inside_area");
                let area = unit.inside_area.ok_or_else(missing)?;
                Ok(UnitRounding { order, area, inside: true })
            }
            // What is priced per unit has a total, and its unit price follows.
            Some(AreaBasis::PerUnit) => {
                Ok(building(RoundingOrder { basis: PriceBasis::TotalFirst, ..order }))
            }
            _ => Ok(building(order)),
        }
    }
}

impl UnitRounding {
    /// An old price, per m² of the area that unit prices are set on.
    pub(in crate::pricing::bill) fn start(&self, old: &Price) -> Result<Price> {
        let unit = if self.inside { per_area(old.total, self.area)? } else { old.unit };
        Ok(Price { unit, total: old.total })
    }

    /// The price that a raw price is rounded to, per m² of building area.
    pub(in crate::pricing::bill) fn round(&self, raw: &Raw, unit: &Unit) -> Result<Price> {
        let price = self.order.price(raw, self.area)?;
        if self.inside { from_total(price.total, unit.building_area) } else { Ok(price) }
    }

    /// A change per m² of building area, per m² of the area that unit prices are set on.
    pub(in crate::pricing::bill) fn per_area(
        &self,
        amount: &Unrounded,
        unit: &Unit,
    ) -> Result<Unrounded> {
        if !self.inside {
            return Ok(amount.clone());
        }
        amount.mul(&Unrounded::from(unit.building_area))?.div(&Unrounded::from(self.area))
    }
}
