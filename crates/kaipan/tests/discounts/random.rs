//! Schemes of every kind, for property tests.

use super::{Sale, all_of, deposit, discount, scheme, total};
use kaipan::Text;
use kaipan::discount::*;
use kaipan::number::{Mode, Money, Place, Rate, Rounding, UnitPrice};
use kaipan::pricing::PriceBasis;
use proptest::prelude::*;

pub(crate) fn rounding() -> impl Strategy<Value = Rounding> {
    (0..3_usize, 0..8_usize, any::<bool>()).prop_map(|(mode, place, guard)| Rounding {
        mode: [Mode::HalfUp, Mode::Up, Mode::Down][mode],
        place: Place::ALL[place],
        guard,
    })
}

/// Round numbers that meet each other: ties, groups, bans, caps, fixed prices, every base.
pub(crate) fn small() -> impl Strategy<Value = Vec<Discount>> {
    let value = prop_oneof![
        4 => (94_i64..=100).prop_map(|percent| DiscountKind::Rate {
            rate: Rate::from_millionths(percent * 10_000)
        }),
        3 => (0_i64..6).prop_map(|points| DiscountKind::Points {
            off: Rate::from_millionths(points * 10_000)
        }),
        2 => (0_i64..5).prop_map(|thousands| DiscountKind::TotalOff {
            amount: Money::from_fen(thousands * 500_000)
        }),
        1 => (0_i64..4).prop_map(|tens| DiscountKind::UnitOff {
            amount: UnitPrice::from_micros(tens * 50_000_000)
        }),
        1 => (92_i64..102).prop_map(|percent| DiscountKind::FixedPrice {
            total: Money::from_fen(percent * 1_000_000 + 4_999)
        }),
        1 => (95_i64..101).prop_map(|percent| DiscountKind::FixedUnitPrice {
            unit_price: UnitPrice::from_micros(percent * 100_000_001)
        }),
        1 => Just(deposit("5000", "10000")),
        1 => Just(DiscountKind::Gift { value: None }),
    ];
    let one = (value, any::<bool>(), 0..5_u8, 0..6_u8, 0..7_usize, any::<bool>());
    proptest::collection::vec(one, 1..7).prop_map(|all| {
        let count = all.len();
        let build = |(at, (value, add, group, ban, other, combinable))| {
            let mut one = discount(&format!("D{at}"), value);
            one.stack = if add { Stack::Add } else { Stack::Multiply };
            one.exclusive_group = (group < 2).then(|| Text::of(format_args!("G{group}")));
            if ban == 0 {
                one.not_with = vec![format!("D{}", other % count).into()];
            }
            one.combinable = combinable;
            one
        };
        all.into_iter().enumerate().map(build).collect()
    })
}

pub(crate) fn stacking() -> impl Strategy<Value = Stacking> {
    let coarse = prop_oneof![Just(Rounding::FEN), rounding()];
    let step = prop_oneof![2 => Just(None), 1 => rounding().prop_map(Some)];
    let all = (any::<bool>(), any::<bool>(), any::<bool>(), step, coarse.clone(), coarse);
    all.prop_map(|(unit_first, original, given, step_rounding, unit_rounding, total_rounding)| {
        let pick = |on: bool| if on { PriceBasis::UnitFirst } else { PriceBasis::TotalFirst };
        Stacking {
            price_basis: pick(unit_first),
            additive_base: if original { AdditiveBase::Original } else { AdditiveBase::Running },
            order: if given { DiscountOrder::AsGiven } else { DiscountOrder::RatesThenAmounts },
            step_rounding,
            unit_rounding,
            total_rounding,
        }
    })
}

pub(crate) fn limits() -> impl Strategy<Value = DiscountLimits> {
    let items = proptest::option::of(1..4_u32);
    let points = proptest::option::of(0..12_i64);
    (items, points).prop_map(|(max_items, points)| DiscountLimits {
        max_items,
        max_share_off: points.map(|points| Rate::from_millionths(points * 10_000)),
        ..DiscountLimits::default()
    })
}

pub(crate) fn sale() -> impl Strategy<Value = Sale> {
    (small(), stacking(), limits()).prop_map(|(discounts, stacking, limits)| {
        let mut scheme = scheme(discounts);
        scheme.stacking = stacking;
        scheme.limits = limits;
        all_of(total("1000000", "100"), scheme)
    })
}
