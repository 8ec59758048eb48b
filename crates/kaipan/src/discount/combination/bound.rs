//! How low a price can fall: what the search for the best combination prunes by.
//!
//! A bound is never above the price of a combination it stands for. It comes from what items take
//! off at most, counted in small steps and rounded to the buyer's side; rounding points come last,
//! since a rounded price never falls when the price rises. Numbers that do not fit their type give
//! no bound, and nothing is pruned.

use super::pull::{Pull, PullSums, STEPS, StartPrice, share_of_steps, steps_left};
use crate::discount::deal::list::List;
use crate::discount::scheme::{AdditiveBase, DiscountKind, DiscountOrder, Stacking};
use crate::discount::stack::Item;
use crate::number::{Money, Rate, Rounding};
use crate::pricing::PriceBasis;
use std::cell::{Cell, RefCell};
use std::cmp::Reverse;

/// Steps in a fen per m² times a ten thousandth of a m².
const STEPS_OF_AREA: i128 = 100_000_000;

/// Bounds for the combinations of one walk.
pub(super) struct Bounds<'a> {
    list: &'a List,
    stacking: &'a Stacking,
    start: StartPrice,
    pulls: Vec<Pull<'a>>,
    /// Most points in a deal, in millionths.
    points: Option<i128>,
    /// Room that is used again and again: a search asks a hundred thousand times.
    now: Cell<PullSums>,
    widest: Cell<PullSums>,
    ranked: RefCell<Vec<(i128, Option<&'a str>)>>,
}

/// Items that may still be taken: so many of them at most.
#[derive(Clone, Copy)]
struct Open<'o> {
    items: &'o [usize],
    most: usize,
}

impl<'a> Bounds<'a> {
    /// For combinations that start from the list price, or from a fixed price.
    pub(super) fn new(
        list: &'a List,
        items: &'a [Item<'a>],
        stacking: &'a Stacking,
        points: Option<Rate>,
        fixed: Option<&DiscountKind>,
    ) -> Option<Bounds<'a>> {
        let start = StartPrice::of(list, stacking.price_basis, fixed)?;
        let pulls = items.iter().map(|item| Pull::of(item, start.basis, list.area));
        let pulls: Vec<Pull<'_>> = pulls.collect::<Option<_>>()?;
        Some(Bounds {
            list,
            stacking,
            start,
            pulls,
            points: points.map(|points| i128::from(points.millionths())),
            now: Cell::default(),
            widest: Cell::default(),
            ranked: RefCell::default(),
        })
    }

    /// No combination of the items taken and at most so many of those open is cheaper.
    ///
    /// Two bounds, and the higher one holds: all that the open items can do by each measure by
    /// itself; and what each of them takes off the price as it is now, summed up, since nothing
    /// takes off more from a lower price.
    pub(super) fn lowest(&self, taken: &[usize], open: &[usize], most: usize) -> Option<Money> {
        let (mut now, mut widest) = (self.now.take(), self.widest.take());
        let lowest = self.lowest_of(taken, Open { items: open, most }, &mut now, &mut widest);
        self.now.set(now);
        self.widest.set(widest);
        lowest
    }

    fn lowest_of(
        &self,
        taken: &[usize],
        open: Open<'_>,
        now: &mut PullSums,
        widest: &mut PullSums,
    ) -> Option<Money> {
        let pulls = || taken.iter().filter_map(|at| self.pulls.get(*at));
        now.add_up(pulls())?;
        widest.add_up(pulls())?;
        self.strongest(open, &|pull| Some(pull.rate), &mut |rate| {
            widest.rates.push(rate);
            Some(())
        })?;
        widest.added = widest.added.checked_add(self.sum(open, &|pull| Some(pull.added))?)?;
        widest.unit = widest.unit.checked_add(self.sum(open, &|pull| Some(pull.unit))?)?;
        widest.total = widest.total.checked_add(self.sum(open, &|pull| Some(pull.total))?)?;
        let apart = match self.points {
            None => self.price(widest)?,
            Some(points) => self.price(widest)?.max(self.with_all_points(widest, points)?),
        };
        let together = self.summed_up(now, open)?;
        let steps = match self.stacking.step_rounding {
            None => 0,
            // Each step may be rounded down by less than its place.
            Some(rounding) => {
                let items = taken.len().checked_add(open.most.min(open.items.len()))?;
                of_place(&rounding)?.checked_mul(i128::try_from(items).ok()?)?
            }
        };
        let total = match self.start.basis {
            PriceBasis::TotalFirst => {
                apart.checked_sub(widest.total)?.max(together).checked_sub(steps)?
            }
            PriceBasis::UnitFirst => {
                let unit = apart.max(together).checked_sub(steps)?.max(0);
                let unit = i128::from(rounded(&self.stacking.unit_rounding, unit)?.fen());
                let area = i128::from(self.list.area.ten_thousandths());
                let total = unit.checked_mul(area)?.checked_mul(STEPS_OF_AREA)?;
                total.checked_sub(widest.total)?
            }
        };
        rounded(&self.stacking.total_rounding, total.max(0))
    }

    /// The strongest open items by one measure, one of a group.
    fn strongest(
        &self,
        open: Open<'_>,
        measure: &dyn Fn(&Pull<'a>) -> Option<i128>,
        each: &mut dyn FnMut(i128) -> Option<()>,
    ) -> Option<()> {
        let mut ranked = self.ranked.borrow_mut();
        ranked.clear();
        for pull in open.items.iter().filter_map(|at| self.pulls.get(*at)) {
            let strength = measure(pull)?;
            if strength > 0 {
                ranked.push((strength, pull.group));
            }
        }
        ranked.sort_unstable_by_key(|(strength, _)| Reverse(*strength));
        let is_first = |at: usize, group: &Option<&str>| {
            group.is_none() || ranked.iter().take(at).all(|(_, other)| other != group)
        };
        let firsts = ranked.iter().enumerate().filter(|(at, (_, group))| is_first(*at, group));
        firsts.take(open.most).try_for_each(|(_, (strength, _))| each(*strength))
    }

    /// What the strongest open items take off by one measure, summed up.
    fn sum(&self, open: Open<'_>, measure: &dyn Fn(&Pull<'a>) -> Option<i128>) -> Option<i128> {
        let mut sum = 0_i128;
        self.strongest(open, measure, &mut |strength| {
            sum = sum.checked_add(strength)?;
            Some(())
        })?;
        Some(sum)
    }

    fn is_early(&self) -> bool {
        self.stacking.order == DiscountOrder::RatesThenAmounts
    }

    /// The price that rates apply to. In given order amounts come last, where they do most.
    fn base(&self, sums: &PullSums) -> Option<i128> {
        match self.is_early() {
            true => Some(self.start.price.checked_sub(sums.unit)?.max(0)),
            false => Some(self.start.price),
        }
    }

    fn late(&self, sums: &PullSums) -> i128 {
        if self.is_early() { 0 } else { sums.unit }
    }

    /// The price before amounts off the total.
    fn price(&self, sums: &PullSums) -> Option<i128> {
        let base = self.base(sums)?;
        let rated = sums.rates.iter().try_fold(base, |price, rate| steps_left(price, *rate))?;
        let price = match self.stacking.additive_base {
            AdditiveBase::Running => steps_left(rated, sums.added)?,
            AdditiveBase::Original => {
                rated.checked_sub(share_of_steps(self.start.price, sums.added)?)?
            }
        };
        price.checked_sub(self.late(sums))
    }

    /// The same when no more points may be given than the most.
    fn with_all_points(&self, sums: &PullSums, points: i128) -> Option<i128> {
        let base = self.base(sums)?;
        let price = match self.stacking.additive_base {
            AdditiveBase::Running => steps_left(base, points)?,
            AdditiveBase::Original => {
                base.checked_sub(share_of_steps(self.start.price, points)?)?
            }
        };
        price.checked_sub(self.late(sums))
    }

    /// The price as it is now less what the open items take off it; of unit prices, before
    /// amounts off the total.
    fn summed_up(&self, now: &PullSums, open: Open<'_>) -> Option<i128> {
        let original = self.stacking.additive_base == AdditiveBase::Original;
        let of_total = self.start.basis == PriceBasis::TotalFirst;
        let base = self.base(now)?;
        let added_to = now.rates.iter().try_fold(base, |price, rate| steps_left(price, *rate))?;
        // One more step for each rounding down so far: what is taken off must not be too little.
        let rounded = i128::try_from(now.rates.len()).ok()?.checked_add(1)?;
        let added_to = added_to.checked_add(rounded)?;
        let rated =
            if original { added_to } else { steps_left(added_to, now.added)?.checked_add(1)? };
        let added_to = if original { self.start.price } else { added_to };
        let amounts = |pull: &Pull<'_>| match of_total {
            true => pull.unit.checked_add(pull.total),
            false => Some(pull.unit),
        };
        let all = |pull: &Pull<'_>| {
            let shares = share_of_steps(rated, pull.rate)?
                .checked_add(share_of_steps(added_to, pull.added)?)?;
            shares.checked_add(amounts(pull)?)
        };
        let mut off = self.sum(open, &all)?;
        if let Some(points) = self.points {
            let used = now.rates.iter().try_fold(now.added, |sum, rate| sum.checked_add(*rate))?;
            let rest = points.checked_sub(used)?.max(0);
            let most = share_of_steps(rated.max(added_to), rest)?;
            off = off.min(most.checked_add(self.sum(open, &amounts)?)?);
        }
        let total = if of_total { now.total } else { 0 };
        self.price(now)?.checked_sub(total)?.checked_sub(off)
    }
}

fn of_place(rounding: &Rounding) -> Option<i128> {
    i128::from(rounding.place.fen()).checked_mul(STEPS)
}

/// After a rounding point.
fn rounded(rounding: &Rounding, steps: i128) -> Option<Money> {
    rounding.quotient(steps, STEPS).ok()
}

#[cfg(test)]
mod tests;
