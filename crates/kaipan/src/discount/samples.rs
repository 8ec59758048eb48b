//! Discounts for unit tests.

#![cfg(test)]

use super::kind::{DiscountKind, DiscountReason, Stack};
use super::list::List;
use super::scheme::{Discount, DiscountConditions};
use super::stack::Item;
use crate::number::{Area, Money, UnitPrice};

pub(super) fn discount(code: &str, value: DiscountKind) -> Discount {
    Discount {
        code: code.into(),
        name: code.into(),
        name_en: None,
        value,
        tiers: vec![],
        negotiable: false,
        reason: DiscountReason::Other,
        stack: Stack::Multiply,
        conditions: DiscountConditions::default(),
        enabled: true,
        exclusive_group: None,
        not_with: vec![],
        combinable: false,
        needs_approval: false,
        max_uses: None,
        campaign: None,
    }
}

pub(super) fn rate(rate: &str) -> DiscountKind {
    DiscountKind::Rate { rate: rate.parse().unwrap() }
}

pub(super) fn points(off: &str) -> DiscountKind {
    DiscountKind::Points { off: off.parse().unwrap() }
}

pub(super) fn total_off(amount: &str) -> DiscountKind {
    DiscountKind::TotalOff { amount: amount.parse().unwrap() }
}

pub(super) fn fixed(total: &str) -> DiscountKind {
    DiscountKind::FixedPrice { total: total.parse().unwrap() }
}

pub(super) fn items(discounts: &[Discount]) -> Vec<Item<'_>> {
    discounts.iter().map(|discount| Item { discount, value: &discount.value }).collect()
}

/// 1,000,000 yuan, 100 m².
pub(super) fn million() -> List {
    List {
        total: Money::from_fen(100_000_000),
        unit_price: UnitPrice::from_micros(10_000_000_000),
        area: Area::from_ten_thousandths(1_000_000),
    }
}
