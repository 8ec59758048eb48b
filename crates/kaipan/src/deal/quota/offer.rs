//! 一口价: units at a fixed price, until a day, a number of times.

use crate::number::Money;
use crate::{Date, Text};
use kaipan_derive::boundary;

/// The terms of a fixed-price offer (一口价).
#[boundary]
pub struct FixedPriceOffer {
    /// Its code, which is that of its quota.
    pub code: Text,
    /// How many of the units can be sold by it.
    pub limit: u32,
    /// The last day it holds.
    pub until: Date,
    /// The units, each with its price.
    #[boundary(required)]
    pub units: Vec<OfferedUnit>,
}

/// A unit of a fixed-price offer.
#[boundary]
pub struct OfferedUnit {
    /// 房号.
    pub unit_no: Text,
    /// 成交总价, yuan.
    pub total: Money,
}

impl FixedPriceOffer {
    /// The fixed price of a unit, if the offer is about it.
    pub fn total_of(&self, unit_no: &str) -> Option<Money> {
        self.units.iter().find(|unit| unit.unit_no == *unit_no).map(|unit| unit.total)
    }

    /// Its lowest price.
    pub(in crate::deal) fn lowest(&self) -> Option<Money> {
        self.units.iter().map(|unit| unit.total).min()
    }
}
