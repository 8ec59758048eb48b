//! The invariants of discounts (handbook §11, items 4 and 5).

mod discounts;

use discounts::random::rounding;
use discounts::*;
use kaipan::Text;
use kaipan::discount::*;
use kaipan::number::{Area, Money, Rate, Rounding, Unrounded, Wide};
use kaipan::pricing::PriceBasis;
use proptest::prelude::*;

fn list() -> impl Strategy<Value = ListPrice> {
    (10_000_000_i64..900_000_000, 300_000_i64..3_000_000).prop_map(|(total, area)| {
        let area = Area::from_ten_thousandths(area / 100 * 100);
        ListPrice::new(area).with_total(Money::from_fen(total))
    })
}

/// Rates and points of up to 6 decimals.
fn share() -> impl Strategy<Value = DiscountKind> {
    let fine = 1_i64..=1_000_000;
    let plain = (90_i64..=100).prop_map(|percent| percent * 10_000);
    let rate = prop_oneof![fine, plain.clone(), plain];
    (rate, any::<bool>()).prop_map(|(millionths, points)| {
        let rate = Rate::from_millionths(millionths);
        match points {
            true => DiscountKind::Points { off: Rate::ONE.checked_sub(rate).unwrap() },
            false => DiscountKind::Rate { rate },
        }
    })
}

fn shares(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Discount>> {
    proptest::collection::vec(share(), count).prop_map(|values| {
        let one = |(at, value)| discount(&format!("D{at}"), value);
        values.into_iter().enumerate().map(one).collect()
    })
}

/// A positive count of `10^-decimals`.
fn fraction(count: i64, decimals: u32) -> Unrounded {
    Unrounded::new(Wide::from(count), Wide::power_of_ten(decimals).unwrap()).unwrap()
}

fn left(value: &DiscountKind) -> Unrounded {
    match value {
        DiscountKind::Rate { rate } => Unrounded::from(*rate),
        DiscountKind::Points { off } => Unrounded::ONE.sub(&Unrounded::from(*off)).unwrap(),
        _ => Unrounded::ONE,
    }
}

proptest! {
    #[test]
    fn multiplied_shares_may_stand_in_any_order(
        list in list(),
        (discounts, shuffled) in shares(1..8).prop_flat_map(|all| {
            let codes: Vec<Text> = all.iter().map(|one| one.code.clone()).collect();
            (Just(all), Just(codes).prop_shuffle())
        }),
        rounding in rounding(),
    ) {
        let mut request = all_of(list, scheme(discounts));
        request.scheme.stacking.order = DiscountOrder::AsGiven;
        request.scheme.stacking.total_rounding = rounding;
        let one = request.apply().unwrap();
        request.chosen = choose(&shuffled.iter().map(Text::as_str).collect::<Vec<_>>());
        let other = request.apply().unwrap();
        prop_assert_eq!(one.deal_total, other.deal_total);
        prop_assert_eq!(one.deal_unit_price, other.deal_unit_price);
    }

    #[test]
    fn shares_never_raise_a_price(list in list(), discounts in shares(0..8)) {
        let outcome = all_of(list, scheme(discounts)).apply().unwrap();
        prop_assert!(outcome.deal_total <= outcome.list_total);
        prop_assert!(!outcome.deal_total.is_negative());
        prop_assert!(outcome.effective_discount <= Rate::ONE);
        // Each is rounded by itself: a half goes up in both.
        let sum = outcome.share_off.checked_add(outcome.effective_discount).unwrap();
        prop_assert!(sum == Rate::ONE || sum.millionths() == 1_000_001);
    }

    #[test]
    fn something_is_left_of_shares_in_use(
        list in list(),
        offs in proptest::collection::vec(0_i64..300_000, 0..12),
    ) {
        let one = |(at, off): (usize, &i64)| {
            discount(&format!("D{at}"), DiscountKind::Points { off: Rate::from_millionths(*off) })
        };
        let discounts = offs.iter().enumerate().map(one).collect();
        let outcome = all_of(list, scheme(discounts)).apply().unwrap();
        prop_assert!(outcome.effective_discount.is_positive());
        prop_assert!(outcome.effective_discount <= Rate::ONE);
        let none = offs.iter().all(|off| *off == 0);
        prop_assert_eq!(none, outcome.deal_total == outcome.list_total);
    }

    #[test]
    fn adding_is_never_dearer_than_multiplying(
        list in list(),
        discounts in proptest::collection::vec(0_i64..200_000, 1..6),
        unit_first: bool,
    ) {
        let one = |(at, off): (usize, i64)| {
            let off = Rate::from_millionths(off);
            discount(&format!("D{at}"), DiscountKind::Points { off })
        };
        let multiplied: Vec<Discount> = discounts.into_iter().enumerate().map(one).collect();
        let summed: Vec<Discount> = multiplied.iter().cloned().map(added).collect();
        let price = |discounts: Vec<Discount>| {
            let mut request = all_of(list.clone(), scheme(discounts));
            if unit_first {
                request.scheme.stacking.price_basis = PriceBasis::UnitFirst;
            }
            request.apply().unwrap().deal_total
        };
        prop_assert!(price(summed) <= price(multiplied));
    }

    /// One group of added points among multiplied ones, both bases, both orders.
    #[test]
    fn added_groups_are_exact(
        list in list(),
        discounts in shares(1..12),
        adds in proptest::collection::vec(any::<bool>(), 12),
        original: bool,
        unit_first: bool,
    ) {
        let area = list.area;
        let mut discounts = discounts;
        for (one, add) in discounts.iter_mut().zip(adds) {
            if add {
                one.stack = Stack::Add;
                one.value = points("0.07");
            }
        }
        let mut request = all_of(list, scheme(discounts.clone()));
        request.scheme.stacking.order = DiscountOrder::AsGiven;
        if original {
            request.scheme.stacking.additive_base = AdditiveBase::Original;
        }
        if unit_first {
            request.scheme.stacking.price_basis = PriceBasis::UnitFirst;
        }
        let outcome = request.apply().unwrap();
        let start = match unit_first {
            true => Unrounded::from(outcome.list_unit_price),
            false => Unrounded::from(outcome.list_total),
        };
        let mut exact = start.clone();
        let mut seen = false;
        let sum = i64::try_from(discounts.iter().filter(|one| one.stack == Stack::Add).count());
        let sum = fraction(sum.unwrap() * 7, 2);
        for one in &discounts {
            match one.stack {
                Stack::Add if original => {
                    exact = exact.sub(&start.mul(&fraction(7, 2)).unwrap()).unwrap();
                }
                Stack::Add if seen => {}
                Stack::Add => {
                    seen = true;
                    exact = exact.mul(&Unrounded::ONE.sub(&sum).unwrap()).unwrap();
                }
                _ => exact = exact.mul(&left(&one.value)).unwrap(),
            }
        }
        if exact.is_negative() {
            exact = Unrounded::ZERO;
        }
        let total = match unit_first {
            false => Rounding::FEN.round(&exact).unwrap(),
            true => {
                let unit = Rounding::FEN.unit_price(&exact).unwrap();
                prop_assert_eq!(unit, outcome.deal_unit_price);
                let total = Unrounded::from(unit).mul(&Unrounded::from(area)).unwrap();
                Rounding::FEN.round(&total).unwrap()
            }
        };
        prop_assert_eq!(outcome.deal_total, total);
    }
}

proptest! {
    // Numbers of hundreds of digits take their time in a debug build.
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Chains too long for short decimals, against arithmetic of this test.
    #[test]
    fn long_chains_are_exact(
        list in list(),
        discounts in shares(1..40),
        amounts in proptest::collection::vec(0_i64..1_000_000, 0..4),
        rounding in rounding(),
    ) {
        let mut exact = Unrounded::from(list.total.unwrap());
        for one in &discounts {
            exact = exact.mul(&left(&one.value)).unwrap();
        }
        let mut discounts = discounts;
        for (at, fen) in amounts.into_iter().enumerate() {
            let amount = Money::from_fen(fen);
            exact = exact.sub(&Unrounded::from(amount)).unwrap();
            discounts.push(discount(&format!("T{at}"), DiscountKind::TotalOff { amount }));
        }
        if exact.is_negative() {
            exact = Unrounded::ZERO;
        }
        let mut request = all_of(list, scheme(discounts));
        request.scheme.stacking.total_rounding = rounding;
        let outcome = request.apply().unwrap();
        prop_assert_eq!(outcome.deal_total, rounding.round(&exact).unwrap());
    }
}
