//! The list price that discounts start from.

use super::facts::ListPrice;
use crate::error::{At, Code, Error, Finding, Input, Result, both, finding};
use crate::number::{Area, Money, Rounding, UnitPrice};
use crate::pricing::{per_area, total_of};
use crate::project::Unit;
use crate::project::figures::{Figured, differ};
use std::fmt::Display;

/// A list price with both its forms.
#[derive(Clone, Copy, Debug)]
pub(crate) struct List {
    pub(crate) total: Money,
    pub(crate) unit_price: UnitPrice,
    pub(crate) area: Area,
}

impl List {
    /// What there is to say when unit price × area is not the total.
    pub(crate) fn differs(&self) -> Option<Finding> {
        let finding = differ(Figured::List, self.unit_price, self.area, self.total)?;
        Some(finding.within(Input::List))
    }

    /// What there is to say when the price is none of this unit: it is per an area that the unit
    /// does not have, or another one is in force.
    pub(crate) fn foreign_to(&self, unit: &Unit) -> Result<Vec<Finding>> {
        let mut findings = Vec::new();
        let areas = [
            Some(unit.building_area),
            unit.inside_area,
            unit.surveyed_area,
            unit.surveyed_inside_area,
            unit.registered_area,
        ];
        // A smaller one may be the inside area, where that is not given.
        let may_be_inside = unit.inside_area.is_none() && self.area < unit.building_area;
        if !may_be_inside && !areas.contains(&Some(self.area)) {
            let inside = unit.inside_area.map_or_else(|| "—".to_owned(), |area| area.to_string());
            let finding = finding!(
                Code::ProjectAreasDiffer,
                area = self.area,
                building = unit.building_area,
                inside
            );
            findings.push(finding.unit(&unit.unit_no).at("area").within(Input::List));
        }
        let own = match (unit.list_total, unit.list_price) {
            (Some(own), _) => {
                let apart = own.fen().abs_diff(self.total.fen());
                Some(own).filter(|_| apart >= 100)
            }
            (None, Some(price)) => {
                let area = unit.building_area;
                let differs = differ(Figured::List, price, area, self.total).is_some();
                differs.then(|| total_of(price, area, &Rounding::FEN)).transpose()?
            }
            (None, None) => None,
        };
        if let Some(own) = own {
            let finding = finding!(Code::PricingListNotInForce, total = self.total, own);
            findings.push(finding.unit(&unit.unit_no).within(Input::List));
        }
        Ok(findings)
    }

    /// Whether this is the list price that stands with a unit.
    pub(crate) fn is_of(&self, unit: &Unit) -> bool {
        unit.list_total == Some(self.total)
            && unit.list_price == Some(self.unit_price)
            && unit.building_area == self.area
    }
}

impl ListPrice {
    /// Derives the form that is not given.
    pub(crate) fn resolve(&self) -> Result<List> {
        let area = self.area;
        let mut errors = Vec::new();
        errors.extend(positive("area", &area, area.is_positive()).at("area").err());
        if let Some(total) = self.total {
            errors.extend(positive("total", &total, total.is_positive()).at("total").err());
        }
        if let Some(price) = self.unit_price {
            let fine = positive("unit_price", &price, price.is_positive());
            errors.extend(fine.at("unit_price").err());
        }
        let missing = || Error::new(Code::DiscountListMissing);
        errors.extend((self.total.is_none() && self.unit_price.is_none()).then(missing));
        Error::collect(errors)?;
        let (total, unit_price) = match (self.total, self.unit_price) {
            (Some(total), Some(price)) => (total, price),
            (Some(total), None) => (total, per_area(total, area).at("total")?),
            (None, Some(price)) => (total_of(price, area, &Rounding::FEN).at("unit_price")?, price),
            (None, None) => return Err(missing()),
        };
        // A price may be above zero and round to nothing in its other form.
        let total_fits = positive("total", &total, total.is_positive());
        both(total_fits, positive("unit_price", &unit_price, unit_price.is_positive()))?;
        Ok(List { total, unit_price, area })
    }
}

fn positive(field: &'static str, value: &dyn Display, fine: bool) -> Result<()> {
    if fine {
        return Ok(());
    }
    Err(Error::new(Code::DiscountListNotPositive).with("field", field).with("value", value))
}
