//! Explained or not, a price is the same.

use super::*;
use crate::discount::samples::{discount, items, million};
use crate::discount::scheme::{Discount, DiscountOrder};
use crate::discount::stack::ordered;
use proptest::prelude::*;

fn discounts() -> impl Strategy<Value = Vec<Discount>> {
    let one = (0..7_u8, 1_i64..=1_000_000, any::<bool>());
    proptest::collection::vec(one, 0..5).prop_map(|all| {
        let build = |(at, (kind, count, add)): (usize, (u8, i64, bool))| {
            let money = Money::from_fen(count * 30);
            let value = match kind {
                0 | 1 => DiscountKind::Rate { rate: Rate::from_millionths(count) },
                2 => DiscountKind::Points { off: Rate::from_millionths(count / 10) },
                3 => DiscountKind::TotalOff { amount: money },
                4 => DiscountKind::UnitOff { amount: UnitPrice::from_micros(count * 999) },
                5 if at == 0 => DiscountKind::FixedPrice { total: money },
                6 if at == 0 => {
                    let unit_price = UnitPrice::from_micros(count * 9_001);
                    DiscountKind::FixedUnitPrice { unit_price }
                }
                _ => DiscountKind::Gift { value: None },
            };
            let mut one = discount(&at.to_string(), value);
            one.stack = if add { Stack::Add } else { Stack::Multiply };
            one
        };
        all.into_iter().enumerate().map(build).collect()
    })
}

proptest! {
    #[test]
    fn explained_or_not_the_price_is_the_same(
        discounts in discounts(),
        (unit_first, original, step) in any::<(bool, bool, bool)>(),
        place in 0..8_usize,
    ) {
        let rounding = Rounding::half_up(Place::ALL[place]);
        let stacking = Stacking {
            price_basis: match unit_first {
                true => PriceBasis::UnitFirst,
                false => PriceBasis::TotalFirst,
            },
            additive_base: match original {
                true => AdditiveBase::Original,
                false => AdditiveBase::Running,
            },
            order: DiscountOrder::AsGiven,
            step_rounding: step.then_some(rounding),
            unit_rounding: rounding,
            total_rounding: rounding,
        };
        let list = million();
        let mut items = items(&discounts);
        ordered(&mut items, &stacking);
        let plain = price(&list, &items, &stacking).unwrap();
        prop_assert_eq!(plain, explained(&list, &items, &stacking).unwrap().0);
    }
}
