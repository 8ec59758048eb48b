//! Explanations are proved (law 5): every step of a price is computed again from the price before it
//! and its own members, by the arithmetic of this test, and the steps lead from the list price to
//! the deal price.

mod discounts;

use discounts::random::{rounding, sale};
use discounts::*;
use kaipan::discount::*;
use kaipan::number::{Exact, Mode, Money, Rate, UnitPrice, Unrounded, Wide};
use proptest::prelude::*;

/// A decimal of any length.
fn number(exact: &Exact) -> Unrounded {
    let text = exact.to_string();
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let digits = whole.trim_start_matches('-').chars().chain(decimals.chars());
    let count = digits.fold(Wide::from(0_i64), |count, digit| {
        let digit = Wide::from(i64::from(digit.to_digit(10).unwrap()));
        count.mul(Wide::from(10_i64)).unwrap().add(digit).unwrap()
    });
    let ones = Wide::power_of_ten(u32::try_from(decimals.len()).unwrap()).unwrap();
    let size = Unrounded::new(count, ones).unwrap();
    if whole.starts_with('-') { Unrounded::ZERO.sub(&size).unwrap() } else { size }
}

fn same(one: &Unrounded, two: &Unrounded) -> bool {
    one.compare(two).unwrap().is_eq()
}

/// `sign × mode(|x| ÷ place) × place`, without any guard.
fn round(price: &Unrounded, place: &Unrounded, mode: Mode) -> Unrounded {
    let steps = price.magnitude().unwrap().div(place).unwrap();
    let (whole, rest) = steps.numerator().div_rem(steps.denominator()).unwrap();
    let up = match mode {
        Mode::Up => !rest.is_zero(),
        Mode::Down => false,
        _ => rest.add(rest).unwrap() >= steps.denominator(),
    };
    let whole = whole.add(Wide::from(i64::from(up))).unwrap();
    let rounded = Unrounded::new(whole, Wide::from(1_i64)).unwrap().mul(place).unwrap();
    if price.is_negative() { Unrounded::ZERO.sub(&rounded).unwrap() } else { rounded }
}

/// The price after a step, from what the step itself says.
fn after(step: &DiscountStep) -> Unrounded {
    let before = step.before.as_ref().map(number).unwrap();
    let value = || step.value.as_ref().map(number).unwrap();
    let off = |off: Unrounded| before.sub(&off).unwrap();
    match step.rule {
        DiscountRule::FixedPrice => value(),
        DiscountRule::Rate | DiscountRule::Area => before.mul(&value()).unwrap(),
        DiscountRule::Points | DiscountRule::AddedPoints => off(before.mul(&value()).unwrap()),
        DiscountRule::OriginalPoints => {
            off(value().mul(&step.times.as_ref().map(number).unwrap()).unwrap())
        }
        DiscountRule::UnitOff => {
            off(value().mul(&step.times.as_ref().map_or(Unrounded::ONE, number)).unwrap())
        }
        DiscountRule::TotalOff | DiscountRule::DepositMultiplier => off(value()),
        DiscountRule::NotBelowZero if before.is_negative() => Unrounded::ZERO,
        DiscountRule::StepRounding | DiscountRule::UnitRounding | DiscountRule::TotalRounding => {
            round(&before, &value(), step.mode.unwrap())
        }
        DiscountRule::Derived => {
            round(&before.div(&value()).unwrap(), &"0.01".parse().unwrap(), Mode::HalfUp)
        }
        rule => panic!("{rule:?} from {before:?}"),
    }
}

/// The number of a step is that of the discounts it names.
fn names_its_discounts(step: &DiscountStep, outcome: &DiscountOutcome) -> bool {
    let all: Vec<&DiscountKind> = step
        .codes
        .iter()
        .map(|code| &outcome.applied.iter().find(|one| one.code == *code).unwrap().value)
        .collect();
    let value = step.value.as_ref().map(number);
    let is = |number: Unrounded| value.as_ref().is_some_and(|value| same(value, &number));
    let points = |kind: &DiscountKind| match kind {
        DiscountKind::Rate { rate } => Unrounded::ONE.sub(&Unrounded::from(*rate)).unwrap(),
        DiscountKind::Points { off } => Unrounded::from(*off),
        other => panic!("{other:?} has no points"),
    };
    match (step.rule, all.as_slice()) {
        (DiscountRule::Rate, [DiscountKind::Rate { rate }]) => is(Unrounded::from(*rate)),
        (DiscountRule::Points, [DiscountKind::Points { off }]) => is(Unrounded::from(*off)),
        (DiscountRule::OriginalPoints, [kind]) => is(points(kind)),
        (DiscountRule::AddedPoints, kinds) => {
            let sum = |sum: Unrounded, kind: &&DiscountKind| sum.add(&points(kind)).unwrap();
            !kinds.is_empty() && is(kinds.iter().fold(Unrounded::ZERO, sum))
        }
        (DiscountRule::UnitOff, [DiscountKind::UnitOff { amount }]) => is(Unrounded::from(*amount)),
        (DiscountRule::TotalOff, [DiscountKind::TotalOff { amount }]) => {
            is(Unrounded::from(*amount))
        }
        (
            DiscountRule::DepositMultiplier,
            [DiscountKind::DepositMultiplier { paid, counts_as }],
        ) => is(Unrounded::from(*counts_as).sub(&Unrounded::from(*paid)).unwrap()),
        (DiscountRule::FixedPrice, [DiscountKind::FixedPrice { total }]) => {
            is(Unrounded::from(*total))
        }
        (DiscountRule::FixedPrice, [DiscountKind::FixedUnitPrice { unit_price }]) => {
            is(Unrounded::from(*unit_price))
        }
        (_, kinds) => kinds.is_empty(),
    }
}

/// A sale with some of the discounts of a scheme, in any order, of crooked numbers now and then.
fn sales() -> impl Strategy<Value = Sale> {
    let picks = Just((0..8_usize).collect::<Vec<_>>()).prop_shuffle();
    let crooked = proptest::collection::vec(0_i64..400_000, 8);
    let list = (1_i64..5_000_000_000, proptest::option::of(0_i64..100_000));
    (sale(), picks, 0..8_usize, crooked, list, rounding(), any::<bool>()).prop_map(
        |(mut sale, picks, count, crooked, (fen, differs), rounding, is_crooked)| {
            sale.scheme.limits = DiscountLimits::default().with_exclusivity(Exclusivity::KeepFirst);
            if is_crooked {
                sale.list.total = Some(Money::from_fen(fen + 100));
                sale.scheme.stacking.total_rounding = rounding;
                for (one, more) in sale.scheme.discounts.iter_mut().zip(crooked) {
                    match &mut one.value {
                        DiscountKind::Rate { rate } => *rate = Rate::from_millionths(more + 1),
                        DiscountKind::Points { off } => *off = Rate::from_millionths(more),
                        DiscountKind::TotalOff { amount } => *amount = Money::from_fen(more * 70),
                        DiscountKind::UnitOff { amount } => {
                            *amount = UnitPrice::from_micros(more * 3_001);
                        }
                        _ => {}
                    }
                }
            }
            if let Some(differs) = differs {
                let unit_price = sale.list.total.unwrap().fen() * 100 + differs;
                sale.list.unit_price = Some(UnitPrice::from_micros(unit_price));
            }
            let codes: Vec<String> = picks.iter().take(count).map(|at| format!("D{at}")).collect();
            let known = |code: &&String| sale.scheme.discounts.iter().any(|d| d.code == **code);
            let codes: Vec<&str> = codes.iter().filter(known).map(String::as_str).collect();
            sale.chosen = choose(&codes);
            sale
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn every_step_follows_from_the_one_before(sale in sales()) {
        let outcome = match sale.apply() {
            Ok(outcome) => outcome,
            Err(error) => {
                // What is added up beyond the whole is refused; nothing else is.
                prop_assert_eq!(error.code(), kaipan::error::Code::DiscountPointsOver);
                return Ok(());
            }
        };
        let (first, rest) = outcome.steps.split_first().unwrap();
        prop_assert_eq!(&first.before, &None);
        let start: Exact = match first.rule {
            DiscountRule::ListUnitPrice => outcome.list_unit_price.into(),
            rule => {
                prop_assert_eq!(rule, DiscountRule::ListTotal);
                outcome.list_total.into()
            }
        };
        prop_assert_eq!(&first.after, &start);
        let mut at = &first.after;
        for step in rest {
            prop_assert_eq!(Some(at), step.before.as_ref());
            prop_assert!(same(&after(step), &number(&step.after)), "{step:?}");
            prop_assert!(names_its_discounts(step, &outcome), "{step:?}");
            at = &step.after;
        }
        // The last steps are the deal price: its total and its unit price.
        let last = outcome.steps.last().unwrap();
        let (total, unit_price): (&Exact, &Exact) = match last.rule {
            DiscountRule::Derived => (last.before.as_ref().unwrap(), &last.after),
            _ => {
                let area = outcome.steps.iter().find(|step| step.rule == DiscountRule::Area);
                (&last.after, area.unwrap().before.as_ref().unwrap())
            }
        };
        prop_assert_eq!(total, &outcome.deal_total.into());
        prop_assert_eq!(unit_price, &outcome.deal_unit_price.into());
        // Every discount but a gift has its step.
        for one in &outcome.applied {
            let is_gift = matches!(one.value, DiscountKind::Gift { .. });
            let steps = outcome.steps.iter().filter(|step| step.codes.contains(&one.code));
            prop_assert_eq!(steps.count(), usize::from(!is_gift), "{}", one.code);
        }
    }

    /// Whole = sum of its parts, whatever the sale.
    #[test]
    fn amounts_and_rest_are_the_discount(sale in sales()) {
        let Ok(outcome) = sale.apply() else { return Ok(()) };
        let given = outcome.applied.iter().map(|one| one.amount);
        let rest = outcome.rest.iter().map(|one| one.amount);
        let sum: i64 = given.chain(rest).map(Money::fen).sum();
        prop_assert_eq!(sum, outcome.discount_amount.fen());
        let off = outcome.list_total.fen() - outcome.deal_total.fen();
        prop_assert_eq!(off, outcome.discount_amount.fen());
    }

    /// Whole = sum of its parts: what every discount takes off, and what lies between beside.
    #[test]
    fn amounts_add_up_to_the_discount(
        mut request in sale(),
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
}
