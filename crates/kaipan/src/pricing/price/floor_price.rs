//! Floor prices by rate (底价按比例): a share of the list price (handbook §2.8).

use super::rounding::{Price, per_area, total_of};
use crate::check::scale;
use crate::error::{At, Code, Error, Finding, Input, Result};
use crate::number::{Area, Rate, Rounding, Unrounded};
use crate::pricing::scheme::PriceBasis;
use crate::project::Unit;
use kaipan_derive::boundary;

/// 底价规则: floor prices as a share of list prices (handbook §2.8).
///
/// A home whose unit price is authoritative has floor = list unit price × rate, rounded, and its
/// floor total is that × building area, half up to the fen. A home whose total is authoritative
/// (total first, per unit, a total set by hand) has floor total = list total × rate, rounded, and
/// its floor price is that ÷ building area, half up to the fen.
///
/// ```
/// use kaipan::pricing::{FloorPriceRule, PricingScheme, Trial};
/// use kaipan::project::{Project, Unit};
/// let unit = Unit::new("101", "1", 1, "01", "120.30".parse()?);
/// let project = Project::new("云境湾").with_units(vec![unit]);
/// let schemes = [PricingScheme::new("A").with_base_price("10590".parse()?)];
/// let rule = FloorPriceRule::new("0.92".parse()?);
/// let table = Trial::new(&project, &schemes).floor_price(&rule).table()?;
/// // 10,590 × 0.92 = 9,742.8, to the yuan; × 120.30.
/// assert_eq!(table.rows[0].floor_price, Some("9743".parse()?));
/// assert_eq!(table.rows[0].floor_total, Some("1172082.90".parse()?));
/// # Ok::<(), kaipan::Error>(())
/// ```
#[boundary]
pub struct FloorPriceRule {
    /// Share of the list price: 0.92 is 92 %. 50 % to 100 % is usual.
    pub rate: Rate,
    /// Rounding point of the authoritative number.
    #[boundary(default)]
    pub rounding: Rounding,
}

impl FloorPriceRule {
    /// Refuses a rate that is not in (0, 1].
    ///
    /// # Errors
    /// [`Code::NumberPart`].
    pub fn validate(&self) -> Result<()> {
        if self.rate.is_positive() && self.rate <= Rate::ONE {
            return Ok(());
        }
        Err(Error::new(Code::NumberPart).with("field", "rate").with("value", self.rate).at("rate"))
    }

    /// A rate that is unusual.
    pub(crate) fn unusual(&self) -> Option<Finding> {
        scale::rate(scale::FLOOR, self.rate).map(|found| found.at("rate"))
    }

    /// Gives a unit that has no floor price of its own the one of its list price in force; the list
    /// total decides where there is one. A unit without a list price stays as it is.
    ///
    /// # Errors
    /// [`Code::NumberOverflow`]; [`Code::NumberPart`] as [`FloorPriceRule::validate`].
    pub fn fill_in(&self, unit: &mut Unit) -> Result<()> {
        self.validate().within(Input::FloorPrice)?;
        let own = unit.floor_price.is_some() || unit.floor_total.is_some();
        let listed = if own { None } else { Price::listed(unit)? };
        if let Some(list) = listed {
            let by_total = unit.list_total.is_some();
            let basis = if by_total { PriceBasis::TotalFirst } else { PriceBasis::UnitFirst };
            let floor = self.floor_of(&list, basis, unit.building_area)?;
            unit.floor_price = Some(floor.unit);
            unit.floor_total = Some(floor.total);
        }
        Ok(())
    }

    /// The floor price that goes with a list price per m² of building area.
    pub(crate) fn floor_of(&self, list: &Price, basis: PriceBasis, area: Area) -> Result<Price> {
        let rate = Unrounded::from(self.rate);
        match basis {
            PriceBasis::UnitFirst => {
                let unit = self.rounding.unit_price(&Unrounded::from(list.unit).mul(&rate)?)?;
                Ok(Price { unit, total: total_of(unit, area, &Rounding::FEN)? })
            }
            PriceBasis::TotalFirst => {
                let total = self.rounding.round(&Unrounded::from(list.total).mul(&rate)?)?;
                Ok(Price { unit: per_area(total, area)?, total })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn floor(rate: &str, unit: &str, total: &str, basis: PriceBasis) -> (String, String) {
        let rule = FloorPriceRule::new(rate.parse().unwrap());
        let list = Price { unit: unit.parse().unwrap(), total: total.parse().unwrap() };
        let floor = rule.floor_of(&list, basis, "89.50".parse().unwrap()).unwrap();
        (floor.unit.to_string(), floor.total.to_string())
    }

    #[test]
    fn the_authoritative_number_is_the_one_that_the_rate_is_taken_of() {
        // 10,696 × 0.92 = 9,840.32 → 9,840; × 89.50 = 880,680.
        let by_unit = floor("0.92", "10696", "957292", PriceBasis::UnitFirst);
        assert_eq!(by_unit, ("9840.00".into(), "880680.00".into()));
        // 957,292 × 0.92 = 880,708.64 → 880,709; ÷ 89.50 = 9,840.3240… → 9,840.32.
        let by_total = floor("0.92", "10696", "957292", PriceBasis::TotalFirst);
        assert_eq!(by_total, ("9840.32".into(), "880709.00".into()));
    }

    #[test]
    fn a_listed_unit_gets_the_floor_of_its_list_price_once() {
        let rule = FloorPriceRule::new("0.92".parse().unwrap());
        let mut unit = Unit { building_area: "89.50".parse().unwrap(), ..Unit::default() };
        rule.fill_in(&mut unit).unwrap();
        assert_eq!((unit.floor_price, unit.floor_total), (None, None));
        unit.list_price = Some("10696".parse().unwrap());
        unit.list_total = Some("957292".parse().unwrap());
        rule.fill_in(&mut unit).unwrap();
        assert_eq!(unit.floor_total.unwrap().to_string(), "880709.00");
        FloorPriceRule::new(Rate::ONE).fill_in(&mut unit).unwrap();
        assert_eq!(unit.floor_price.unwrap().to_string(), "9840.32", "its own stays");
    }

    #[test]
    fn a_rate_that_is_no_part_is_refused() {
        for rate in ["0", "-0.1", "1.01", "92"] {
            let error = FloorPriceRule::new(rate.parse().unwrap()).validate().unwrap_err();
            assert_eq!((error.code(), error.path().as_str()), (Code::NumberPart, "/rate"));
        }
        assert!(FloorPriceRule::new(Rate::ONE).validate().is_ok());
    }
}
