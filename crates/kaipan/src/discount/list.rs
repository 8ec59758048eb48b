//! The list price that discounts start from.

use super::facts::ListPrice;
use crate::error::{At, Code, Error, Finding, Result};
use crate::number::{Area, Money, Rounding, UnitPrice};
use crate::pricing::{per_area, total_of};
use crate::project::Unit;
use crate::project::figures::{Figured, differ};

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
        Some(finding.path("/list"))
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
            let params: [(&str, &dyn std::fmt::Display); 3] =
                [("area", &self.area), ("building", &unit.building_area), ("inside", &inside)];
            let finding = Finding::new(Code::ProjectAreasDiffer, &params).path("/list/area");
            findings.push(finding.unit(&unit.unit_no));
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
            let params: [(&str, &dyn std::fmt::Display); 2] =
                [("total", &self.total), ("own", &own)];
            let finding = Finding::new(Code::PricingListNotInForce, &params).path("/list");
            findings.push(finding.unit(&unit.unit_no));
        }
        Ok(findings)
    }

    /// Whether this is the list price that stands with a unit.
    pub(crate) fn is_of(&self, unit: &Unit) -> bool {
        unit.list_total == Some(self.total)
            && unit.list_price == Some(self.unit_price)
            && unit.building_area == self.area
    }

    /// Stands in while the reasons against a request are collected.
    pub(crate) const ONE: List = List {
        total: Money::from_fen(100),
        unit_price: UnitPrice::from_micros(1_000_000),
        area: Area::from_ten_thousandths(10_000),
    };
}

impl ListPrice {
    /// Derives the form that is not given.
    pub(crate) fn resolve(&self) -> Result<List> {
        let mut errors = Vec::new();
        let mut positive = |field: &'static str, value: &dyn std::fmt::Display, fine: bool| {
            if !fine {
                let error = Error::new(Code::DiscountListNotPositive);
                errors.push(error.with("field", field).with("value", value).at(field));
            }
        };
        positive("area", &self.area, self.area.is_positive());
        if let Some(total) = self.total {
            positive("total", &total, total.is_positive());
        }
        if let Some(price) = self.unit_price {
            positive("unit_price", &price, price.is_positive());
        }
        if self.total.is_none() && self.unit_price.is_none() {
            errors.push(Error::new(Code::DiscountListMissing));
        }
        Error::collect(errors)?;
        let area = self.area;
        let total = match (self.total, self.unit_price) {
            (Some(total), _) => total,
            (None, Some(price)) => total_of(price, area, &Rounding::FEN).at("unit_price")?,
            (None, None) => return Err(Error::new(Code::DiscountListMissing)),
        };
        let unit_price = match self.unit_price {
            Some(price) => price,
            None => per_area(total, area).at("total")?,
        };
        // A price may be above zero and round to nothing in its other form.
        let mut errors = Vec::new();
        let mut positive = |field: &'static str, value: &dyn std::fmt::Display, fine: bool| {
            if !fine {
                let error = Error::new(Code::DiscountListNotPositive);
                errors.push(error.with("field", field).with("value", value));
            }
        };
        positive("total", &total, total.is_positive());
        positive("unit_price", &unit_price, unit_price.is_positive());
        Error::collect(errors)?;
        Ok(List { total, unit_price, area })
    }
}
