//! The list price that discounts start from.

use super::facts::ListPrice;
use crate::error::{At, Code, Error, Result};
use crate::number::{Area, Money, Rounding, UnitPrice};
use crate::pricing::{per_area, total_of};

/// A list price with both its forms.
#[derive(Clone, Copy, Debug)]
pub(crate) struct List {
    pub(crate) total: Money,
    pub(crate) unit_price: UnitPrice,
    pub(crate) area: Area,
}

impl List {
    /// Unit price × area, where it is further from the total than roundings go: 0.1 %.
    pub(crate) fn differs(&self) -> Result<Option<Money>> {
        let product = total_of(self.unit_price, self.area, &Rounding::FEN)?;
        let apart = i128::from(product.fen()).abs_diff(i128::from(self.total.fen()));
        let far = apart.saturating_mul(1_000) > u128::from(self.total.fen().unsigned_abs());
        Ok(far.then_some(product))
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
        let mut positive = |field: &str, value: &dyn std::fmt::Display, fine: bool| {
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
        let mut positive = |field: &str, value: &dyn std::fmt::Display, fine: bool| {
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
