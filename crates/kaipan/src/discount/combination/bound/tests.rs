//! No bound is above a price it stands for.

use super::*;
use crate::discount::samples::{discount, items, million};
use crate::discount::scheme::Discount;
use crate::discount::scheme::Stack;
use crate::discount::stack;
use crate::number::{Mode, Place, UnitPrice};
use proptest::prelude::*;

fn discounts() -> impl Strategy<Value = Vec<Discount>> {
    let one = (0..5_u8, 0_i64..1_000_000, any::<bool>(), 0..4_u8);
    proptest::collection::vec(one, 1..7).prop_map(|all| {
        let build = |(at, (kind, count, add, group)): (usize, (u8, i64, bool, u8))| {
            let value = match kind {
                0 => DiscountKind::Rate { rate: Rate::from_millionths(count + 1) },
                1 => DiscountKind::Points { off: Rate::from_millionths(count / 10) },
                2 => DiscountKind::TotalOff { amount: Money::from_fen(count * 30) },
                3 => {
                    let amount = UnitPrice::from_micros(count * 3_000);
                    DiscountKind::UnitOff { amount }
                }
                _ => DiscountKind::DepositMultiplier {
                    paid: Money::from_fen(count),
                    counts_as: Money::from_fen(count * 9),
                },
            };
            let mut one = discount(&at.to_string(), value);
            one.stack = if add { Stack::Add } else { Stack::Multiply };
            one.exclusive_group = (group < 2).then(|| group.to_string().into());
            one
        };
        all.into_iter().enumerate().map(build).collect()
    })
}

fn rounding() -> impl Strategy<Value = Rounding> {
    (0..3_usize, 0..8_usize, any::<bool>()).prop_map(|(mode, place, guard)| Rounding {
        mode: [Mode::HalfUp, Mode::Up, Mode::Down][mode],
        place: Place::ALL[place],
        guard,
    })
}

fn stacking() -> impl Strategy<Value = Stacking> {
    let step = proptest::option::of(rounding());
    (any::<[bool; 3]>(), step, rounding(), rounding()).prop_map(
        |([unit_first, original, given], step_rounding, unit_rounding, total_rounding)| Stacking {
            price_basis: match unit_first {
                true => PriceBasis::UnitFirst,
                false => PriceBasis::TotalFirst,
            },
            additive_base: match original {
                true => AdditiveBase::Original,
                false => AdditiveBase::Running,
            },
            order: match given {
                true => DiscountOrder::AsGiven,
                false => DiscountOrder::RatesThenAmounts,
            },
            step_rounding,
            unit_rounding,
            total_rounding,
        },
    )
}

/// Positions of the bits of a number.
fn set(bits: usize) -> Vec<usize> {
    (0..6).filter(|at| bits >> at & 1 == 1).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn no_price_is_below_its_bound(
        discounts in discounts(),
        stacking in stacking(),
        points in proptest::option::of(0_i64..400_000),
    ) {
        let (list, items) = (million(), items(&discounts));
        let points = points.map(Rate::from_millionths);
        let bounds = Bounds::new(&list, &items, &stacking, points, None).unwrap();
        let all = 1_usize << items.len();
        let chosen = |bits: usize| set(bits).into_iter().map(|at| items[at]);
        for bits in 0..all {
            let groups = |name: &str| {
                chosen(bits)
                    .filter(|item| item.discount.exclusive_group.as_deref() == Some(name))
                    .count()
            };
            let sum = chosen(bits).map(|item| item.value.points_off().millionths()).sum();
            if groups("0") > 1 || groups("1") > 1
                || points.is_some_and(|points| Rate::from_millionths(sum) > points)
            {
                continue;
            }
            let mut picked: Vec<Item<'_>> = chosen(bits).collect();
            stack::ordered(&mut picked, &stacking);
            let price = stack::price(&list, &picked, &stacking).unwrap();
            // Whichever of its items are taken already, and whatever else is open.
            for taken in (0..all).filter(|taken| taken & bits == *taken) {
                let open = set((all - 1) & !taken);
                let most = set(bits & !taken).len();
                let low = bounds.lowest(&set(taken), &open, most).unwrap();
                prop_assert!(low <= price.total, "{:?} of {:?}", set(taken), set(bits));
            }
        }
    }

    /// With nothing open the bound is the price, but for what rounding steps leave open.
    #[test]
    fn the_bound_of_what_is_taken_is_close(discounts in discounts(), mut stacking in stacking()) {
        stacking.step_rounding = None;
        stacking.order = DiscountOrder::RatesThenAmounts;
        stacking.additive_base = AdditiveBase::Running;
        (stacking.unit_rounding, stacking.total_rounding) = (Rounding::FEN, Rounding::FEN);
        let (list, items) = (million(), items(&discounts));
        let bounds = Bounds::new(&list, &items, &stacking, None, None).unwrap();
        let all: Vec<usize> = (0..items.len()).collect();
        let mut picked = items.clone();
        stack::ordered(&mut picked, &stacking);
        let price = stack::price(&list, &picked, &stacking).unwrap();
        let fen = price.total.fen() - bounds.lowest(&all, &[], 0).unwrap().fen();
        // A fen of the unit price is 100 fen of the total.
        let most = if stacking.price_basis == PriceBasis::UnitFirst { 100 } else { 1 };
        prop_assert!((0..=most).contains(&fen), "{fen} fen below the price");
    }
}

/// A bound that does not fit 128 bits is none.
#[test]
fn what_cannot_be_computed_bounds_nothing() {
    let most = UnitPrice::from_micros(i64::MAX);
    let all = [discount("A", DiscountKind::UnitOff { amount: most })];
    let (mut list, items, stacking) = (million(), items(&all), Stacking::default());
    assert!(Bounds::new(&list, &items, &stacking, None, None).is_some());
    list.area = crate::number::Area::from_ten_thousandths(i64::MAX);
    assert!(Bounds::new(&list, &items, &stacking, None, None).is_none());
}
