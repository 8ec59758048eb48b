//! Discounts for unit tests.

#![cfg(test)]

use crate::discount::deal::List;
use crate::discount::scheme::{Discount, DiscountKind};
use crate::discount::stack::Item;
use crate::number::{Area, Money, UnitPrice};

pub(crate) fn discount(code: &str, value: DiscountKind) -> Discount {
    Discount::new(code, code, value)
}

pub(crate) fn rate(rate: &str) -> DiscountKind {
    DiscountKind::Rate { rate: rate.parse().unwrap() }
}

pub(crate) fn points(off: &str) -> DiscountKind {
    DiscountKind::Points { off: off.parse().unwrap() }
}

pub(crate) fn total_off(amount: &str) -> DiscountKind {
    DiscountKind::TotalOff { amount: amount.parse().unwrap() }
}

pub(crate) fn fixed(total: &str) -> DiscountKind {
    DiscountKind::FixedPrice { total: total.parse().unwrap() }
}

pub(crate) fn items(discounts: &[Discount]) -> Vec<Item<'_>> {
    discounts.iter().map(|discount| Item { discount, value: &discount.value }).collect()
}

/// 1,000,000 yuan, 100 m².
pub(crate) fn million() -> List {
    List {
        total: Money::from_fen(100_000_000),
        unit_price: UnitPrice::from_micros(10_000_000_000),
        area: Area::from_ten_thousandths(1_000_000),
    }
}
