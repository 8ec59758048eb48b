//! What the age of the stock answers.

use crate::error::{Finding, told};
use crate::kpi::fact::DimensionValue;
use crate::number::{Area, Figure, Money, UnitPrice};
use crate::{Date, Text};
use kaipan_derive::boundary;

/// The stock that was released and is not sold, by age.
#[boundary(answer)]
pub struct StockAgeSheet {
    /// The day.
    pub day: Date,
    /// All of it.
    pub stock: StockSum,
    /// One entry for each band; together they are all of it.
    #[boundary(required)]
    pub bands: Vec<StockBandSum>,
    /// One entry for each group that was ever released, in the order of its values.
    #[boundary(required)]
    pub groups: Vec<StockGroup>,
    /// The units that are slow, the oldest first.
    #[boundary(required)]
    pub slow: Vec<SlowUnit>,
    /// What the slow units come to.
    pub slow_stock: StockSum,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(StockAgeSheet: findings);

/// Units with their area and list value.
#[boundary(answer)]
#[derive(Copy, Default)]
pub struct StockSum {
    /// 套数.
    pub units: u32,
    /// m².
    pub area: Area,
    /// 表价总价, yuan.
    pub list_value: Money,
}

/// The stock of a band.
#[boundary(answer)]
pub struct StockBandSum {
    /// Its name.
    pub name: Text,
    /// The first day since the release.
    pub from_days: u32,
    /// The last day; no end if absent.
    pub to_days: Option<u32>,
    /// What is in it.
    pub stock: StockSum,
}

/// The stock of a group.
#[boundary(answer)]
pub struct StockGroup {
    /// What it is a group of.
    pub by: Vec<DimensionValue>,
    /// The lowest list price of the group, yuan per m²; absent below the first bound, and where no
    /// bounds are given.
    pub price_from: Option<UnitPrice>,
    /// The list price below which its units are; absent from the last bound on.
    pub price_below: Option<UnitPrice>,
    /// What is not sold.
    pub stock: StockSum,
    /// 净销售套数 in the months counted; below zero if more came back.
    pub sold: i32,
    /// 月均去化: units a month, 2 decimals, half up.
    pub monthly_rate: Figure,
    /// 去化周期: months that the stock lasts at that rate, 2 decimals, half up; absent where nothing was
    /// sold.
    pub months_of_inventory: Option<Figure>,
    /// 滞销: it has stock, which would last longer than the bound, or nothing was sold.
    #[boundary(required)]
    pub slow: bool,
}

/// A slow unit.
#[boundary(answer)]
pub struct SlowUnit {
    /// 房号.
    pub unit: Text,
    /// The day of its release.
    pub released_on: Date,
    /// Days since then.
    pub days: u32,
    /// The band.
    pub band: Text,
    /// m².
    pub area: Option<Area>,
    /// 表价总价, yuan.
    pub list_value: Option<Money>,
    /// It is slow by its own age.
    pub by_age: bool,
    /// It is slow because its group is.
    pub by_group: bool,
}
