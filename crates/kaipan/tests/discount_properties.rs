//! The invariants of discounts (handbook §11, items 4 and 5), and the best combination against
//! every combination there is.

mod discounts;

use discounts::*;
use kaipan::Text;
use kaipan::discount::*;
use kaipan::number::{Area, Fraction, Mode, Money, Place, Rate, Rounding, UnitPrice, Wide};
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

fn rounding() -> impl Strategy<Value = Rounding> {
    (0..3_usize, 0..8_usize, any::<bool>()).prop_map(|(mode, place, guard)| Rounding {
        mode: [Mode::HalfUp, Mode::Up, Mode::Down][mode],
        place: Place::ALL[place],
        guard,
    })
}

/// A positive count of `10^-decimals`.
fn fraction(count: i64, decimals: u32) -> Fraction {
    Fraction::new(Wide::from(count), Wide::power_of_ten(decimals).unwrap()).unwrap()
}

fn left(value: &DiscountKind) -> Fraction {
    match value {
        DiscountKind::Rate { rate } => Fraction::from(*rate),
        DiscountKind::Points { off } => Fraction::ONE.sub(&Fraction::from(*off)).unwrap(),
        _ => Fraction::ONE,
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
            true => Fraction::from(outcome.list_unit_price),
            false => Fraction::from(outcome.list_total),
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
                    exact = exact.mul(&Fraction::ONE.sub(&sum).unwrap()).unwrap();
                }
                _ => exact = exact.mul(&left(&one.value)).unwrap(),
            }
        }
        if exact.is_negative() {
            exact = Fraction::ZERO;
        }
        let total = match unit_first {
            false => Rounding::FEN.fraction(&exact).unwrap(),
            true => {
                let unit = Rounding::FEN.unit_price(&exact).unwrap();
                prop_assert_eq!(unit, outcome.deal_unit_price);
                let total = Fraction::from(unit).mul(&Fraction::from(area)).unwrap();
                Rounding::FEN.fraction(&total).unwrap()
            }
        };
        prop_assert_eq!(outcome.deal_total, total);
    }

    /// Every step begins where the one before it ended.
    #[test]
    fn steps_are_a_chain(request in request()) {
        let Ok(outcome) = request.apply() else { return Ok(()) };
        for pair in outcome.steps.windows(2) {
            prop_assert_eq!(Some(&pair[0].after), pair[1].before.as_ref());
        }
        let last = outcome.steps.last().unwrap();
        let end = match last.rule {
            DiscountRule::Derived => outcome.deal_unit_price.into(),
            _ => outcome.deal_total.into(),
        };
        prop_assert_eq!(&last.after, &end);
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
        let mut exact = Fraction::from(list.total.unwrap());
        for one in &discounts {
            exact = exact.mul(&left(&one.value)).unwrap();
        }
        let mut discounts = discounts;
        for (at, fen) in amounts.into_iter().enumerate() {
            let amount = Money::from_fen(fen);
            exact = exact.sub(&Fraction::from(amount)).unwrap();
            discounts.push(discount(&format!("T{at}"), DiscountKind::TotalOff { amount }));
        }
        if exact.is_negative() {
            exact = Fraction::ZERO;
        }
        let mut request = all_of(list, scheme(discounts));
        request.scheme.stacking.total_rounding = rounding;
        let outcome = request.apply().unwrap();
        prop_assert_eq!(outcome.deal_total, rounding.fraction(&exact).unwrap());
    }
}

// ---- the best combination

/// Round numbers that meet each other: ties, groups, bans, caps, fixed prices, every base.
fn small() -> impl Strategy<Value = Vec<Discount>> {
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

fn stacking() -> impl Strategy<Value = Stacking> {
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

fn limits() -> impl Strategy<Value = DiscountLimits> {
    let items = proptest::option::of(1..4_u32);
    let points = proptest::option::of(0..12_i64);
    (items, points).prop_map(|(max_items, points)| DiscountLimits {
        exclusivity: Exclusivity::Reject,
        max_items,
        max_share_off: points.map(|points| Rate::from_millionths(points * 10_000)),
        confirm_above: None,
    })
}

fn request() -> impl Strategy<Value = Sale> {
    (small(), stacking(), limits()).prop_map(|(discounts, stacking, limits)| {
        let mut scheme = scheme(discounts);
        scheme.stacking = stacking;
        scheme.limits = limits;
        all_of(total("1000000", "100"), scheme)
    })
}

/// Price and size of every combination that `apply` accepts; codes in the order of the scheme.
fn every_combination(request: &Sale) -> Vec<(Vec<Text>, Money)> {
    let codes: Vec<Text> = request.scheme.discounts.iter().map(|d| d.code.clone()).collect();
    let mut all = Vec::new();
    for set in 0..1_u32 << codes.len() {
        let taken = codes.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1);
        let taken: Vec<Text> = taken.map(|(_, code)| code.clone()).collect();
        let names: Vec<&str> = taken.iter().map(Text::as_str).collect();
        let one = Sale { chosen: choose(&names), ..request.clone() };
        if let Ok(outcome) = one.apply() {
            all.push((taken, outcome.deal_total));
        }
    }
    all
}

fn is_gift(request: &Sale, code: &str) -> bool {
    let one = request.scheme.discounts.iter().find(|one| one.code == code).unwrap();
    matches!(one.value, DiscountKind::Gift { .. })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 800, ..ProptestConfig::default() })]

    #[test]
    fn best_is_the_cheapest_of_all(request in request(), forced in 0..8_usize) {
        let codes: Vec<&str> = request.scheme.discounts.iter().map(|d| d.code.as_str()).collect();
        let forced: Vec<&str> = codes.get(forced).copied().into_iter().collect();
        let all: Vec<_> = every_combination(&request)
            .into_iter()
            .filter(|(set, _)| forced.iter().all(|code| set.iter().any(|one| one == code)))
            .collect();
        let response = match request.engine().best(&choose(&forced)) {
            Ok(response) => response,
            Err(error) => {
                prop_assert!(all.is_empty(), "{error}");
                return Ok(());
            }
        };
        let lowest = all.iter().map(|(_, total)| *total).min().unwrap();
        prop_assert_eq!(response.best.deal_total, lowest);
        // Among equals the fewest; gifts do not count, they cost nothing.
        let size = |set: &[Text]| {
            set.iter().filter(|code| !is_gift(&request, code) || forced.contains(&code.as_str())).count()
        };
        let fewest = all.iter().filter(|(_, total)| *total == lowest).map(|(set, _)| size(set)).min();
        let mut found: Vec<Text> = given(&response.best).into_iter().map(Into::into).collect();
        found.sort();
        prop_assert_eq!(Some(size(&found)), fewest);
        // And among those the first in the order of the scheme.
        let plain = |set: &[Text]| -> Vec<Text> {
            set.iter().filter(|code| !is_gift(&request, code) || forced.contains(&code.as_str())).cloned().collect()
        };
        let first = all.iter().filter(|(set, total)| *total == lowest && Some(size(set)) == fewest)
            .map(|(set, _)| plain(set)).min();
        prop_assert_eq!(Some(plain(&found)), first);
        // A gift that could join is in.
        for code in &codes {
            if is_gift(&request, code) && !found.iter().any(|one| one == code) {
                let mut more = found.clone();
                more.push((*code).into());
                more.sort();
                prop_assert!(all.iter().all(|(set, _)| *set != more), "{code} could join {found:?}");
            }
        }
        for out in &response.excluded {
            let with = all.iter().filter(|(set, _)| set.contains(&out.code));
            prop_assert_eq!(out.deal_total_with, with.map(|(_, total)| *total).min(), "{}", out.code);
            prop_assert!(!out.why.is_empty());
        }
        prop_assert_eq!(codes.len(), response.best.applied.len() + response.excluded.len());
    }

    /// Whole = sum of its parts: what every discount takes off, and what lies between beside.
    #[test]
    fn amounts_add_up_to_the_discount(
        mut request in request(),
        more in 0_i64..3,
        differs in 0_i64..100_000,
    ) {
        request.scheme.limits = DiscountLimits {
            exclusivity: Exclusivity::KeepFirst,
            ..DiscountLimits::default()
        };
        // Now and then more is taken off than there is.
        for one in &mut request.scheme.discounts {
            if let DiscountKind::TotalOff { amount } = &mut one.value {
                *amount = Money::from_fen(amount.fen() * (1 + more * 70));
            }
        }
        request.list.unit_price = Some(UnitPrice::from_micros(10_000_000_000 + differs));
        let Ok(outcome) = request.apply() else { return Ok(()) };
        let rest = |rule: DiscountRestRule| {
            outcome.rest.iter().find(|one| one.rule == rule).map_or(0, |one| one.amount.fen())
        };
        let given: i64 = outcome.applied.iter().map(|one| one.amount.fen()).sum();
        let all: i64 = outcome.rest.iter().map(|one| one.amount.fen()).sum();
        prop_assert_eq!(given + all, outcome.discount_amount.fen());
        prop_assert!(rest(DiscountRestRule::NotBelowZero) <= 0);
        let of_units = outcome.steps.iter().any(|step| step.rule == DiscountRule::Area);
        prop_assert!(of_units || rest(DiscountRestRule::ListTotal) == 0);
        // What is called rounding is no more than rounding points can do.
        let stacking = &request.scheme.stacking;
        if stacking.step_rounding.is_none() && !of_units {
            let place = stacking.total_rounding.place.fen();
            let most = place.max(1) + i64::try_from(outcome.applied.len()).unwrap();
            prop_assert!(rest(DiscountRestRule::Rounding).abs() <= most, "{:?}", outcome.rest);
        }
    }

    /// Where the cheapest is kept, chosen discounts that exclude each other are settled by the
    /// whole deal.
    #[test]
    fn the_best_settles_what_is_chosen(mut request in request(), picks in 0_usize..64) {
        request.scheme.limits.exclusivity = Exclusivity::KeepBestForBuyer;
        let codes: Vec<Text> = request.scheme.discounts.iter().map(|d| d.code.clone()).collect();
        let picked = codes.iter().enumerate().filter(|(at, _)| picks >> at & 1 == 1);
        let chosen: Vec<&str> = picked.map(|(_, code)| code.as_str()).collect();
        let mut rejecting = request.clone();
        rejecting.scheme.limits.exclusivity = Exclusivity::Reject;
        // Pairs that may not be given together, whatever the limits.
        let mut free = rejecting.clone();
        free.scheme.limits = DiscountLimits::default();
        let agree: Vec<Vec<Text>> = every_combination(&free).into_iter().map(|(set, _)| set).collect();
        let part = |set: &[Text]| -> Vec<Text> {
            set.iter().filter(|code| chosen.contains(&code.as_str())).cloned().collect()
        };
        let ways: Vec<Vec<Text>> = agree.iter().map(|set| part(set)).collect();
        let whole = |way: &Vec<Text>| {
            let more = |other: &Vec<Text>| {
                other.len() > way.len() && way.iter().all(|code| other.contains(code))
            };
            !ways.iter().any(more)
        };
        let combinations = every_combination(&rejecting);
        let lowest = combinations
            .iter()
            .filter(|(set, _)| whole(&part(set)))
            .map(|(_, total)| *total)
            .min();
        match request.engine().best(&choose(&chosen)) {
            Ok(response) => {
                prop_assert_eq!(Some(response.best.deal_total), lowest);
                let given = |code: &str| response.best.applied.iter().any(|one| one.code == code);
                let lost: Vec<&str> = chosen.iter().copied().filter(|code| !given(code)).collect();
                let removed = removed(&response.best);
                prop_assert_eq!(removed.iter().map(|(code, _)| *code).collect::<Vec<_>>(), lost);
                prop_assert!(removed.iter().all(|(_, why)| !why.is_empty()));
            }
            Err(_) => prop_assert_eq!(lowest, None),
        }
    }

    /// The cheapest of the conflict-free choices that hold all they can.
    #[test]
    fn keeping_the_best_is_the_cheapest_way_to_settle(mut request in request()) {
        request.scheme.limits = DiscountLimits::default();
        request.scheme.stacking.step_rounding = None;
        for one in &mut request.scheme.discounts {
            if matches!(one.value, DiscountKind::FixedPrice { .. } | DiscountKind::FixedUnitPrice { .. }) {
                one.value = points("0.03");
            }
        }
        let all = every_combination(&request);
        request.scheme.limits.exclusivity = Exclusivity::KeepBestForBuyer;
        let outcome = request.apply().unwrap();
        let holds = |big: &[Text], small: &[Text]| small.iter().all(|code| big.contains(code));
        let maximal = all.iter().filter(|(set, _)| {
            !all.iter().any(|(other, _)| other.len() > set.len() && holds(other, set))
        });
        let lowest = maximal.map(|(_, total)| *total).min().unwrap();
        prop_assert_eq!(outcome.deal_total, lowest);
        for (code, why) in removed(&outcome) {
            prop_assert!(!why.is_empty(), "{code} is removed without a reason");
        }
    }
}
