//! The best of small schemes, and how many branches large ones take.

use super::*;
use crate::discount::samples::{discount, fixed, items, million, points, rate, total_off};
use crate::discount::scheme::Discount;
use crate::discount::scheme::{DiscountKind, Stack};
use crate::number::{Mode, Money, Place, Rate, Rounding, UnitPrice};

fn cheapest(
    discounts: &[Discount],
    stacking: &Stacking,
    required: &[usize],
) -> Option<(Vec<usize>, String)> {
    let (list, items) = (million(), items(discounts));
    let mut search = Search::new(&list, &items, stacking, None);
    let found = search.cheapest(&[required.to_vec()]).unwrap()?;
    Some((found.set, found.price.total.to_string()))
}

#[test]
fn fewest_among_equals_and_the_first_of_those() {
    // Whatever is taken, the price is cut to 900,000; one is enough.
    let all = ["0.01", "0.02", "0.02"].map(|off| discount(off, points(off)));
    let stacking = Stacking {
        total_rounding: Rounding::new(Mode::Down, Place::HundredThousand),
        ..Stacking::default()
    };
    let found = |set: Vec<usize>| Some((set, "900000.00".to_owned()));
    assert_eq!(cheapest(&all, &stacking, &[]), found(vec![0]));
    assert_eq!(cheapest(&all, &stacking, &[2]), found(vec![2]));
}

#[test]
fn a_tie_between_walks_goes_by_the_order_of_the_items() {
    let both = [discount("F", fixed("990000")), discount("R", rate("0.99"))];
    let found = cheapest(&both, &Stacking::default(), &[]);
    assert_eq!(found, Some((vec![0], "990000.00".to_owned())));
    let [f, r] = both;
    let found = cheapest(&[r, f], &Stacking::default(), &[]);
    assert_eq!(found, Some((vec![0], "990000.00".to_owned())));
}

#[test]
fn what_excludes_itself_has_no_combination() {
    let both = [discount("F", fixed("990000")), discount("R", rate("0.99"))];
    assert_eq!(cheapest(&both, &Stacking::default(), &[0, 1]), None);
    assert_eq!(cheapest(&[], &Stacking::default(), &[]), Some((vec![], "1000000.00".to_owned())));
}

#[test]
fn what_cannot_be_proved_is_refused() {
    let all: Vec<Discount> = (0..9).map(|at| discount(&at.to_string(), points("0.01"))).collect();
    let limits = DiscountLimits {
        max_share_off: Some("0.035".parse().unwrap()),
        ..DiscountLimits::default()
    };
    let (list, items, stacking) = (million(), items(&all), Stacking::default());
    let mut search = Search::new(&list, &items, &stacking, Some(&limits));
    assert_eq!(search.cheapest(&[vec![]]).unwrap().unwrap().set, [0, 1, 2]);
    let needed = search.branches;
    for (most, enough) in [(needed, true), (needed - 1, false)] {
        let mut search = Search::new(&list, &items, &stacking, Some(&limits));
        search.most = most;
        match search.cheapest(&[vec![]]) {
            Ok(found) => assert!(enough && found.is_some()),
            Err(error) => {
                assert!(!enough);
                assert_eq!(error.code(), Code::DiscountTooManyCombinations);
            }
        }
    }
}

#[test]
fn hundreds_of_discounts_in_one_deal_are_refused_not_followed() {
    let all: Vec<Discount> = (0..250).map(|at| discount(&at.to_string(), total_off("1"))).collect();
    let (list, items, stacking) = (million(), items(&all), Stacking::default());
    let mut search = Search::new(&list, &items, &stacking, None);
    let error = search.cheapest(&[vec![]]).unwrap_err();
    assert_eq!(error.code(), Code::DiscountTooManyCombinations);
}

#[test]
fn hundreds_of_discounts_in_one_group_are_no_trouble() {
    let mut all: Vec<Discount> =
        (0..250).map(|at| discount(&at.to_string(), rate("0.99"))).collect();
    all[200].value = rate("0.5");
    all.iter_mut().for_each(|one| one.exclusive_group = Some("G".into()));
    let found = cheapest(&all, &Stacking::default(), &[]);
    assert_eq!(found, Some((vec![200], "500000.00".to_owned())));
}

/// Twenty discounts of every kind; with groups of so many.
fn twenty(group: usize) -> Vec<Discount> {
    let one = |at: usize| {
        let (count, code) = (i64::try_from(at).unwrap(), at.to_string());
        let share =
            |millionths: i64| DiscountKind::Points { off: Rate::from_millionths(millionths) };
        let value = match at % 4 {
            0 => share(10_000 - count * 100),
            1 => share(3_000 + count * 150),
            2 => DiscountKind::TotalOff { amount: Money::from_fen(100_000 + count * 70_000) },
            _ => {
                let amount = UnitPrice::from_micros((10 + 3 * count) * 1_000_000);
                DiscountKind::UnitOff { amount }
            }
        };
        let mut one = discount(&code, value);
        one.stack = if at % 4 == 1 { Stack::Add } else { Stack::Multiply };
        one.exclusive_group = (group > 1).then(|| (at / group).to_string().into());
        one
    };
    (0..20).map(one).collect()
}

#[test]
fn twenty_discounts_stay_far_below_the_limit() {
    let rounded =
        |place: Place| Stacking { total_rounding: Rounding::half_up(place), ..Stacking::default() };
    let stepped = Stacking { step_rounding: Some(Rounding::FEN), ..Stacking::default() };
    let items_at_most =
        |max_items: u32| DiscountLimits { max_items: Some(max_items), ..DiscountLimits::default() };
    let points = DiscountLimits {
        max_share_off: Some("0.05".parse().unwrap()),
        ..DiscountLimits::default()
    };
    let none = DiscountLimits::default();
    let fen = rounded(Place::Fen);
    for (group, stacking, limits, most) in [
        (1, &fen, &none, 100),
        (1, &stepped, &none, 100),
        (2, &fen, &none, 100),
        (4, &fen, &none, 100),
        (1, &fen, &items_at_most(3), 100),
        (1, &fen, &items_at_most(5), 100),
        (1, &fen, &items_at_most(10), 200),
        (1, &fen, &points, 2_000),
        (1, &rounded(Place::TenThousand), &none, 100),
        (1, &rounded(Place::HundredThousand), &none, 1_000),
    ] {
        let (list, all) = (million(), twenty(group));
        let items = items(&all);
        let mut search = Search::new(&list, &items, stacking, Some(limits));
        search.cheapest(&[vec![]]).unwrap();
        assert!(search.branches < most, "{} branches", search.branches);
    }
}
