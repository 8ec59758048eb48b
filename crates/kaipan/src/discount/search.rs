//! The cheapest admissible combination of discounts, found exactly.
//!
//! Branch and bound: taking one more discount never makes a price dearer, so the price with all
//! that is still open bounds a branch from below. With rounding after every item this is not
//! quite so, and every combination is looked at.

use super::exclusion::excludes;
use super::list::List;
use super::scheme::{DiscountLimits, Stacking};
use super::stack::{self, Item, Stacked};
use crate::error::{Code, Error, Result};
use crate::number::Money;

/// More prices than this are not calculated: 2^17.
const MOST: u32 = 131_072;

/// A search over combinations of items.
pub(super) struct Search<'a> {
    list: &'a List,
    items: &'a [Item<'a>],
    stacking: &'a Stacking,
    limits: Option<&'a DiscountLimits>,
    /// Prices calculated so far.
    pub(super) calculated: u32,
}

/// The cheapest combination.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Positions of its items, ascending.
    pub(super) set: Vec<usize>,
    pub(super) price: Stacked,
}

/// What is fixed for one walk through the combinations.
struct Walk<'w> {
    required: &'w [usize],
    /// Items that may be taken, ascending.
    open: Vec<usize>,
    best: Option<Found>,
}

impl<'a> Search<'a> {
    pub(super) fn new(
        list: &'a List,
        items: &'a [Item<'a>],
        stacking: &'a Stacking,
        limits: Option<&'a DiscountLimits>,
    ) -> Search<'a> {
        Search { list, items, stacking, limits, calculated: 0 }
    }

    /// The cheapest combination that holds the required items; among equals the one with the
    /// fewest, and among those the first in the order of the items. Gifts cost the buyer nothing
    /// and are added where they may be. None if the required items exclude each other.
    ///
    /// # Errors
    /// [`Code::DiscountTooManyCombinations`]; whatever a price can be refused for.
    pub(super) fn cheapest(&mut self, required: &[usize]) -> Result<Option<Found>> {
        let items = self.items;
        let is_fixed = |at: usize| items.get(at).is_some_and(Item::is_fixed);
        let is_gift = |at: usize| items.get(at).is_some_and(Item::is_gift);
        let all = 0..items.len();
        let fixed: Vec<usize> = all.clone().filter(|at| is_fixed(*at)).collect();
        // One walk without a fixed price and one with each: within a walk prices only fall.
        let walks = std::iter::once(None).chain(fixed.into_iter().map(Some));
        let mut best: Option<Found> = None;
        for chosen in walks {
            let left_out = |at: &usize| is_fixed(*at) && Some(*at) != chosen;
            if required.iter().any(left_out) {
                continue;
            }
            let needed = |at: &usize| required.contains(at) || Some(*at) == chosen;
            let open = |at: &usize| !is_gift(*at) && !left_out(at) || needed(at);
            let open: Vec<usize> = all.clone().filter(open).collect();
            let required: Vec<usize> = open.iter().copied().filter(needed).collect();
            let mut walk = Walk { required: &required, open, best: best.take() };
            let bound = self.price_of(&walk.open)?;
            self.descend(&mut walk, 0, &mut Vec::new(), bound.total)?;
            best = walk.best;
        }
        best.map(|found| self.with_gifts(found)).transpose()
    }

    fn descend(
        &mut self,
        walk: &mut Walk<'_>,
        depth: usize,
        taken: &mut Vec<usize>,
        bound: Money,
    ) -> Result<()> {
        if self.stacking.step_rounding.is_none()
            && let Some(best) = &walk.best
            && (bound > best.price.total
                || bound == best.price.total && taken.len() >= best.set.len())
        {
            return Ok(());
        }
        let Some(at) = walk.open.get(depth).copied() else {
            return self.consider(walk, taken);
        };
        let next = depth.saturating_add(1);
        if self.may_join(at, taken) {
            taken.push(at);
            self.descend(walk, next, taken, bound)?;
            taken.pop();
        }
        if walk.required.contains(&at) {
            return Ok(());
        }
        let rest = walk.open.get(next..).unwrap_or_default();
        let widest: Vec<usize> = taken.iter().chain(rest).copied().collect();
        let bound = match self.stacking.step_rounding {
            None => self.price_of(&widest)?.total,
            Some(_) => bound,
        };
        self.descend(walk, next, taken, bound)
    }

    fn consider(&mut self, walk: &mut Walk<'_>, taken: &[usize]) -> Result<()> {
        let price = self.price_of(taken)?;
        let better = walk.best.as_ref().is_none_or(|best| {
            (price.total, taken.len()) < (best.price.total, best.set.len())
                || (price.total, taken.len()) == (best.price.total, best.set.len())
                    && taken < best.set.as_slice()
        });
        if better {
            walk.best = Some(Found { set: taken.to_vec(), price });
        }
        Ok(())
    }

    /// Whether an item may be given with those taken.
    fn may_join(&self, at: usize, taken: &[usize]) -> bool {
        let Some(item) = self.items.get(at) else { return false };
        let mut set = self.pick(taken);
        if set.iter().any(|other| excludes(other, item)) {
            return false;
        }
        set.push(*item);
        self.limits.is_none_or(|limits| limits.allows(&set))
    }

    /// Items that exclude none of the others.
    pub(super) fn free(&self) -> Vec<usize> {
        let all: Vec<usize> = (0..self.items.len()).collect();
        all.iter().copied().filter(|at| !self.is_excluded(*at, &all)).collect()
    }

    /// Whether an item may not be given with one of a set.
    pub(super) fn is_excluded(&self, at: usize, set: &[usize]) -> bool {
        let Some(item) = self.items.get(at) else { return true };
        let mut others = set.iter().filter(|other| **other != at);
        others.any(|other| self.items.get(*other).is_some_and(|other| excludes(other, item)))
    }

    fn with_gifts(&self, mut found: Found) -> Result<Found> {
        for (at, item) in self.items.iter().enumerate() {
            if item.is_gift() && !found.set.contains(&at) && self.may_join(at, &found.set) {
                found.set.push(at);
            }
        }
        found.set.sort_unstable();
        Ok(found)
    }

    pub(super) fn pick(&self, set: &[usize]) -> Vec<Item<'a>> {
        set.iter().filter_map(|at| self.items.get(*at)).copied().collect()
    }

    fn price_of(&mut self, set: &[usize]) -> Result<Stacked> {
        self.calculated = self.calculated.saturating_add(1);
        if self.calculated > MOST {
            return Err(Error::new(Code::DiscountTooManyCombinations).with("limit", MOST));
        }
        let mut items = self.pick(set);
        stack::ordered(&mut items, self.stacking);
        stack::price(self.list, &items, self.stacking)
    }
}
