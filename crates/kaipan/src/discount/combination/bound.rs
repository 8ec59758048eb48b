//! How low a price can fall: what the search for the best combination prunes by.
//!
//! A bound is never above the price of a combination it stands for. It comes from what items take
//! off at most, counted in small steps and rounded to the buyer's side; rounding points come last,
//! since a rounded price never falls when the price rises.

use crate::discount::deal::list::List;
use crate::discount::scheme::DiscountKind;
use crate::discount::scheme::{AdditiveBase, DiscountOrder, Stacking};
use crate::discount::stack::Item;
use crate::number::{Money, Rate, Rounding, Saturating};
use crate::pricing::PriceBasis;
use std::cell::{Cell, RefCell};
use std::cmp::Reverse;

/// Steps in a fen. A price of any size times a share in millionths fits 128 bits.
const STEPS: i128 = 1_000_000_000_000;
/// Steps in a millionth of a yuan, of which a fen has ten thousand.
const STEPS_OF_MICRO: i128 = 100_000_000;
/// Steps in a millionth of a yuan per m² times a ten thousandth of a m².
const STEPS_OF_PRODUCT: i128 = 10_000;
/// Steps in a fen per m² times a ten thousandth of a m².
const STEPS_OF_AREA: i128 = 100_000_000;
/// The whole, in millionths.
const WHOLE: i128 = 1_000_000;

/// What an item takes off.
#[derive(Clone, Copy, Debug, Default)]
struct Pull<'a> {
    /// Share of the price so far, in millionths.
    rate: i128,
    /// Share that is summed with others, in millionths.
    added: i128,
    /// Off the price that stacking starts from, in steps.
    unit: i128,
    /// Off the total, in steps.
    total: i128,
    /// At most one of a group can be taken.
    group: Option<&'a str>,
}

/// What several items take off.
#[derive(Default)]
struct Sums {
    rates: Vec<i128>,
    added: i128,
    unit: i128,
    total: i128,
}

/// Bounds for the combinations of one walk.
pub(crate) struct Bounds<'a> {
    list: &'a List,
    stacking: &'a Stacking,
    basis: PriceBasis,
    /// The price that stacking starts from, in steps.
    start: i128,
    pulls: Vec<Pull<'a>>,
    /// Most points in a deal, in millionths.
    points: Option<i128>,
    /// Room that is used again and again: a search asks a hundred thousand times.
    now: Cell<Sums>,
    widest: Cell<Sums>,
    ranked: RefCell<Vec<(i128, Option<&'a str>)>>,
}

impl<'a> Bounds<'a> {
    /// For combinations that start from the list price, or from a fixed price.
    pub(crate) fn new(
        list: &'a List,
        items: &'a [Item<'a>],
        stacking: &'a Stacking,
        points: Option<Rate>,
        fixed: Option<&DiscountKind>,
    ) -> Bounds<'a> {
        let total = |total: Money| (PriceBasis::TotalFirst, total.fen(), STEPS);
        let unit = |micros: i64| (PriceBasis::UnitFirst, micros, STEPS_OF_MICRO);
        let (basis, count, steps) = match (fixed, stacking.price_basis) {
            (Some(DiscountKind::FixedPrice { total: fixed }), _) => total(*fixed),
            (Some(DiscountKind::FixedUnitPrice { unit_price }), _) => unit(unit_price.micros()),
            (_, PriceBasis::TotalFirst) => total(list.total),
            (_, PriceBasis::UnitFirst) => unit(list.unit_price.micros()),
        };
        let start = i128::from(count).by(steps);
        let points = points.map(|points| i128::from(points.millionths()));
        let mut bounds = Bounds {
            list,
            stacking,
            basis,
            start,
            pulls: Vec::new(),
            points,
            now: Cell::default(),
            widest: Cell::default(),
            ranked: RefCell::default(),
        };
        bounds.pulls = items.iter().map(|item| bounds.pull(item)).collect();
        bounds
    }

    fn pull(&self, item: &Item<'a>) -> Pull<'a> {
        let mut pull = Pull { group: item.discount.exclusive_group.as_deref(), ..Pull::default() };
        let of_total = |amount: Money| i128::from(amount.fen()).by(STEPS);
        match item.value {
            DiscountKind::Rate { .. } | DiscountKind::Points { .. } => {
                let share = i128::from(item.value.points_off().millionths());
                *(if item.is_added() { &mut pull.added } else { &mut pull.rate }) = share;
            }
            DiscountKind::UnitOff { amount } => {
                let (micros, area) = (i128::from(amount.micros()), self.list.area);
                pull.unit = match self.basis {
                    PriceBasis::TotalFirst => {
                        micros.by(i128::from(area.ten_thousandths())).by(STEPS_OF_PRODUCT)
                    }
                    PriceBasis::UnitFirst => micros.by(STEPS_OF_MICRO),
                };
            }
            DiscountKind::TotalOff { amount } => pull.total = of_total(*amount),
            DiscountKind::DepositMultiplier { paid, counts_as } => {
                pull.total = of_total(*counts_as).less(of_total(*paid));
            }
            DiscountKind::FixedPrice { .. }
            | DiscountKind::FixedUnitPrice { .. }
            | DiscountKind::Gift { .. } => {}
        }
        pull
    }

    /// No combination of the items taken and at most so many of those open is cheaper.
    ///
    /// Two bounds, and the higher one holds: all that the open items can do by each measure by
    /// itself; and what each of them takes off the price as it is now, summed up, since nothing
    /// takes off more from a lower price.
    pub(crate) fn lowest(&self, taken: &[usize], open: &[usize], most: usize) -> Money {
        let (mut now, mut widest) = (self.now.take(), self.widest.take());
        self.add_up(taken, &mut now);
        self.add_up(taken, &mut widest);
        self.strongest(open, most, &|pull| pull.rate, &mut |rate| widest.rates.push(rate));
        let sum = |measure: fn(&Pull<'_>) -> i128| self.strongest_sum(open, most, &measure);
        widest.added = widest.added.more(sum(|pull| pull.added));
        widest.unit = widest.unit.more(sum(|pull| pull.unit));
        widest.total = widest.total.more(sum(|pull| pull.total));
        let apart = self.price(&widest).max(self.with_all_points(&widest));
        let together = self.summed_up(&now, open, most);
        let steps = match self.stacking.step_rounding {
            None => 0,
            // Each step may be rounded down by less than its place.
            Some(rounding) => {
                let items = taken.len().saturating_add(most.min(open.len()));
                of_place(&rounding).by(i128::try_from(items).unwrap_or(i128::MAX))
            }
        };
        let total = match self.basis {
            PriceBasis::TotalFirst => apart.less(widest.total).max(together).less(steps),
            PriceBasis::UnitFirst => {
                let unit = apart.max(together).less(steps).max(0);
                let unit = rounded(&self.stacking.unit_rounding, unit);
                i128::from(unit.fen())
                    .by(i128::from(self.list.area.ten_thousandths()))
                    .by(STEPS_OF_AREA)
                    .less(widest.total)
            }
        };
        self.now.set(now);
        self.widest.set(widest);
        rounded(&self.stacking.total_rounding, total.max(0))
    }

    fn add_up(&self, taken: &[usize], sums: &mut Sums) {
        let mut rates = std::mem::take(&mut sums.rates);
        rates.clear();
        *sums = Sums { rates, ..Sums::default() };
        for pull in taken.iter().filter_map(|at| self.pulls.get(*at)) {
            sums.rates.push(pull.rate);
            sums.added = sums.added.more(pull.added);
            sums.unit = sums.unit.more(pull.unit);
            sums.total = sums.total.more(pull.total);
        }
    }

    /// The strongest open items by one measure: so many at most, one of a group.
    fn strongest(
        &self,
        open: &[usize],
        most: usize,
        measure: &dyn Fn(&Pull<'a>) -> i128,
        each: &mut dyn FnMut(i128),
    ) {
        let mut ranked = self.ranked.borrow_mut();
        ranked.clear();
        let pulls = open.iter().filter_map(|at| self.pulls.get(*at));
        let pulls = pulls.map(|pull| (measure(pull), pull.group));
        ranked.extend(pulls.filter(|(pull, _)| *pull > 0));
        ranked.sort_unstable_by_key(|(pull, _)| Reverse(*pull));
        let mut found = 0;
        for (at, (pull, group)) in ranked.iter().enumerate() {
            if found >= most {
                break;
            }
            let again = group.is_some() && ranked.iter().take(at).any(|(_, other)| other == group);
            if !again {
                each(*pull);
                found = found.saturating_add(1);
            }
        }
    }

    fn strongest_sum(
        &self,
        open: &[usize],
        most: usize,
        measure: &dyn Fn(&Pull<'a>) -> i128,
    ) -> i128 {
        let mut sum = 0_i128;
        self.strongest(open, most, measure, &mut |pull| sum = sum.more(pull));
        sum
    }

    fn is_early(&self) -> bool {
        self.stacking.order == DiscountOrder::RatesThenAmounts
    }

    /// The price that rates apply to. In given order amounts come last, where they do most.
    fn base(&self, sums: &Sums) -> i128 {
        match self.is_early() {
            true => self.start.less(sums.unit).max(0),
            false => self.start,
        }
    }

    fn late(&self, sums: &Sums) -> i128 {
        if self.is_early() { 0 } else { sums.unit }
    }

    /// The price before amounts off the total.
    fn price(&self, sums: &Sums) -> i128 {
        let rated = sums.rates.iter().fold(self.base(sums), |price, rate| left(price, *rate));
        let price = match self.stacking.additive_base {
            AdditiveBase::Running => left(rated, sums.added),
            AdditiveBase::Original => rated.less(share(self.start, sums.added)),
        };
        price.less(self.late(sums))
    }

    /// The same when no more points may be given than the most.
    fn with_all_points(&self, sums: &Sums) -> i128 {
        let Some(points) = self.points else { return i128::MIN };
        let base = self.base(sums);
        let price = match self.stacking.additive_base {
            AdditiveBase::Running => left(base, points),
            AdditiveBase::Original => base.less(share(self.start, points)),
        };
        price.less(self.late(sums))
    }

    /// The price as it is now less what the open items take off it; of unit prices, before
    /// amounts off the total.
    fn summed_up(&self, now: &Sums, open: &[usize], most: usize) -> i128 {
        let original = self.stacking.additive_base == AdditiveBase::Original;
        let of_total = self.basis == PriceBasis::TotalFirst;
        let added_to = now.rates.iter().fold(self.base(now), |price, rate| left(price, *rate));
        // One more step for each rounding down so far: what is taken off must not be too little.
        let rounded = i128::try_from(now.rates.len()).unwrap_or(i128::MAX).more(1);
        let added_to = added_to.more(rounded);
        let rated = if original { added_to } else { left(added_to, now.added).more(1) };
        let added_to = if original { self.start } else { added_to };
        let shares = |pull: &Pull<'_>| share(rated, pull.rate).more(share(added_to, pull.added));
        let amounts = |pull: &Pull<'_>| match of_total {
            true => pull.unit.more(pull.total),
            false => pull.unit,
        };
        let all = |pull: &Pull<'_>| shares(pull).more(amounts(pull));
        let mut off = self.strongest_sum(open, most, &all);
        if let Some(points) = self.points {
            let used = add_up(now.rates.iter().copied()).more(now.added);
            let rest = points.less(used).max(0);
            let amounts = self.strongest_sum(open, most, &amounts);
            off = off.min(share(rated.max(added_to), rest).more(amounts));
        }
        let total = if of_total { now.total } else { 0 };
        self.price(now).less(total).less(off)
    }
}

/// What is left of a price, rounded down.
fn left(price: i128, off: i128) -> i128 {
    let left = WHOLE.less(off).max(0);
    price.by(left).checked_div(WHOLE).unwrap_or(0)
}

/// A share of a price, rounded up.
fn share(price: i128, share: i128) -> i128 {
    let product = price.by(share).more(WHOLE.less(1));
    product.checked_div(WHOLE).unwrap_or(i128::MAX)
}

fn add_up(all: impl IntoIterator<Item = i128>) -> i128 {
    all.into_iter().fold(0, Saturating::more)
}

fn of_place(rounding: &Rounding) -> i128 {
    i128::from(rounding.place.fen()).by(STEPS)
}

/// After a rounding point. What does not fit an amount bounds nothing.
fn rounded(rounding: &Rounding, steps: i128) -> Money {
    rounding.quotient(steps, STEPS).unwrap_or(Money::ZERO)
}

#[cfg(test)]
mod tests {
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
            |([unit_first, original, given], step_rounding, unit_rounding, total_rounding)| {
                Stacking {
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
                }
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
            let bounds = Bounds::new(&list, &items, &stacking, points, None);
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
                    let low = bounds.lowest(&set(taken), &open, most);
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
            let bounds = Bounds::new(&list, &items, &stacking, None, None);
            let all: Vec<usize> = (0..items.len()).collect();
            let mut picked = items.clone();
            stack::ordered(&mut picked, &stacking);
            let price = stack::price(&list, &picked, &stacking).unwrap();
            let fen = price.total.fen() - bounds.lowest(&all, &[], 0).fen();
            // A fen of the unit price is 100 fen of the total.
            let most = if stacking.price_basis == PriceBasis::UnitFirst { 100 } else { 1 };
            prop_assert!((0..=most).contains(&fen), "{fen} fen below the price");
        }
    }
}
