//! The facts of a contract that fees look at.

use super::rule::{BuyerKind, FeeArea, PropertyUse};
use crate::number::{Area, Fraction, Money, Rate};
use crate::{Date, Text};
use kaipan_derive::boundary;

/// The facts that fee rules look at.
#[boundary]
pub struct FeeFacts {
    /// The day whose rules apply: for taxes the filing date.
    pub date: Date,
    /// City, in any usual way to write it: 深圳, 深圳市, 广东省深圳市, Shenzhen. One that is not known
    /// is compared as it is written, and told.
    pub city: Option<Text>,
    /// The units of the contract.
    #[boundary(required)]
    pub units: Vec<FeeUnit>,
    /// The buyers; one person with a first home if empty.
    pub buyers: Vec<FeeBuyer>,
    /// VAT rate in the price, share: 0.09 is 9 % (general), 0.05 is 5 % (simplified); 0.09 if
    /// absent. 1 % to 13 % is usual.
    pub vat_rate: Option<Rate>,
    /// Σ of the loans, yuan; no loans if absent.
    pub loan_amount: Option<Money>,
}

/// A unit as fees see it.
#[boundary]
pub struct FeeUnit {
    /// 房号.
    pub unit_no: Option<Text>,
    /// Use.
    pub property_use: PropertyUse,
    /// Contract price with VAT, yuan.
    pub price: Money,
    /// 核定价格: the price that the tax office assesses, with VAT, yuan.
    pub assessed_price: Option<Money>,
    /// 建筑面积 by the contract, m².
    pub building_area: Area,
    /// 套内面积 by the contract, m².
    pub inside_area: Option<Area>,
    /// 实测面积, m².
    pub surveyed_area: Option<Area>,
    /// 实测套内面积, m².
    pub surveyed_inside_area: Option<Area>,
    /// With a lift.
    pub elevator: Option<bool>,
    /// Storeys of the building.
    pub storeys: Option<u32>,
    /// Certificates to be issued; 1 if absent.
    pub certificates: Option<u32>,
}

impl FeeUnit {
    /// The building area that counts.
    pub(super) fn area(&self, choice: FeeArea) -> Area {
        let surveyed = self.surveyed_area.filter(|_| choice == FeeArea::Surveyed);
        surveyed.unwrap_or(self.building_area)
    }

    /// The inside area that counts, if one is known.
    pub(super) fn inside(&self, choice: FeeArea) -> Option<Area> {
        let surveyed = self.surveyed_inside_area.filter(|_| choice == FeeArea::Surveyed);
        surveyed.or(self.inside_area)
    }
}

/// A buyer as fees see them.
#[boundary]
pub struct FeeBuyer {
    /// Name.
    pub name: Option<Text>,
    /// Kind.
    #[boundary(default)]
    pub buyer: BuyerKind,
    /// Share of the property, such as `1/3` or `0.5` (0.5 is 50 %); the shares add up to exactly 1.
    pub share: Fraction,
    /// Which home of the household this is (1, 2, 3…); taken for the first if absent, and said so.
    pub home_count: Option<u32>,
}

/// A fee line as it was.
#[boundary]
pub struct ExistingFee {
    /// Code.
    pub code: Text,
    /// The unit.
    pub unit_no: Option<Text>,
    /// The buyer, for fees by buyer.
    pub buyer: Option<Text>,
    /// Yuan. Adjustments are lines of their own or included, as the host keeps them.
    pub amount: Money,
    /// Yuan received on it.
    pub received: Money,
}
