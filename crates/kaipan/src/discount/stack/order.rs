//! The order in which discounts are calculated, and what price they are taken off.

use super::item::Item;
use crate::discount::scheme::{
    AdditiveBase, DiscountKind, DiscountOrder, DiscountReason, Stacking,
};
use crate::number::Rounding;
use crate::pricing::PriceBasis;

/// Puts items in the order of calculation.
pub(crate) fn ordered(items: &mut [Item<'_>], stacking: &Stacking) {
    let by_class = stacking.order == DiscountOrder::RatesThenAmounts;
    let unit_first = basis(items, stacking) == PriceBasis::UnitFirst;
    sort(items, &|item| {
        let class = class(item);
        // Amounts wait until the unit price has become a total; a fixed price takes the place of
        // the list price, wherever it was given.
        (unit_first && class == AMOUNT, !item.is_fixed(), if by_class { class } else { 0 })
    });
    if stacking.additive_base == AdditiveBase::Running
        && let Some(first) = items.iter().position(Item::is_added)
    {
        // Added items are one group, at the place of the first.
        let rest = items.get_mut(first..).unwrap_or_default();
        sort(rest, &|item| (!item.is_added(), false, 0));
    }
}

/// Sorts items, those with the same key as they were.
fn sort(items: &mut [Item<'_>], key: &dyn Fn(&Item<'_>) -> (bool, bool, u8)) {
    items.sort_by_key(key);
}

/// What a price is before it is the other: a total or a unit price.
pub(super) fn basis(items: &[Item<'_>], stacking: &Stacking) -> PriceBasis {
    // A fixed price is a total or a unit price by itself, whatever the scheme's basis.
    let fixed = items.iter().find_map(|item| match item.value {
        DiscountKind::FixedPrice { .. } => Some(PriceBasis::TotalFirst),
        DiscountKind::FixedUnitPrice { .. } => Some(PriceBasis::UnitFirst),
        _ => None,
    });
    fixed.unwrap_or(stacking.price_basis)
}

/// The only item that changes the price.
pub(super) fn alone<'a>(items: &'a [Item<'_>]) -> Option<&'a DiscountKind> {
    let changing = |item: &&Item<'_>| !matches!(item.value, DiscountKind::Gift { .. });
    let mut changing = items.iter().filter(changing);
    changing.next().map(|item| item.value).filter(|_| changing.next().is_none())
}

/// The rounding points that a price passes, of the unit price and of the total.
pub(crate) fn roundings<'s>(
    items: &[Item<'_>],
    stacking: &'s Stacking,
) -> (Option<&'s Rounding>, Option<&'s Rounding>) {
    let (unit, total) = (Some(&stacking.unit_rounding), Some(&stacking.total_rounding));
    match (basis(items, stacking), alone(items)) {
        // A fixed price with nothing on top is the price itself.
        (_, Some(DiscountKind::FixedPrice { .. })) => (None, None),
        (_, Some(DiscountKind::FixedUnitPrice { .. })) | (PriceBasis::TotalFirst, _) => {
            (None, total)
        }
        (PriceBasis::UnitFirst, _) => (unit, total),
    }
}

/// The class of amounts off the total.
const AMOUNT: u8 = 4;

fn class(item: &Item<'_>) -> u8 {
    match item.value {
        DiscountKind::FixedPrice { .. } | DiscountKind::FixedUnitPrice { .. } => 0,
        DiscountKind::UnitOff { .. } => 1,
        DiscountKind::Rate { .. } | DiscountKind::Points { .. } => {
            if item.discount.reason == DiscountReason::PaymentMethod { 2 } else { 3 }
        }
        DiscountKind::TotalOff { .. } | DiscountKind::DepositMultiplier { .. } => AMOUNT,
        DiscountKind::Gift { .. } => 5,
    }
}
