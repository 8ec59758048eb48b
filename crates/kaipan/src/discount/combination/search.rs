//! The cheapest admissible combination of discounts, found exactly by branch and bound.

use crate::discount::combination::bound::Bounds;
use crate::discount::combination::exclusion::excludes;
use crate::discount::deal::list::List;
use crate::discount::scheme::{DiscountLimits, Stacking};
use crate::discount::stack::{self, Item, Stacked};
use crate::error::{Code, Error, Result};
use crate::number::Money;

/// More branches than this are not looked at: about a second of work. Twenty discounts under any
/// limits, groups and rounding stay far below it.
const MOST: u32 = 100_000;
/// More discounts than this are not put in one deal.
const MOST_ITEMS: usize = 200;
/// Discounts that exclude each other are not settled in more ways than this.
const MOST_WAYS: usize = 64;

/// A search over combinations of items.
pub(crate) struct Search<'a> {
    list: &'a List,
    items: &'a [Item<'a>],
    stacking: &'a Stacking,
    limits: Option<&'a DiscountLimits>,
    /// Prices calculated so far.
    pub(crate) calculated: u32,
    /// Branches looked at so far, and how many there may be.
    branches: u32,
    most: u32,
}

/// The cheapest combination.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// Positions of its items, ascending.
    pub(crate) set: Vec<usize>,
    pub(crate) price: Stacked,
}

/// What is fixed for one walk through the combinations.
struct Walk<'w> {
    required: &'w [usize],
    /// None where bounds cannot be computed.
    bounds: Option<Bounds<'w>>,
    best: Option<Found>,
}

impl Walk<'_> {
    fn lowest(&self, taken: &[usize], open: &[usize], most: usize) -> Option<Money> {
        self.bounds.as_ref()?.lowest(taken, open, most)
    }
}

impl<'a> Search<'a> {
    pub(crate) fn new(
        list: &'a List,
        items: &'a [Item<'a>],
        stacking: &'a Stacking,
        limits: Option<&'a DiscountLimits>,
    ) -> Search<'a> {
        Search { list, items, stacking, limits, calculated: 0, branches: 0, most: MOST }
    }

    /// Every way to give all of these items that agree: no way holds two that exclude each other,
    /// and none leaves out an item without need.
    ///
    /// # Errors
    /// [`Code::DiscountTooManyCombinations`].
    pub(crate) fn ways(&self, wanted: &[usize]) -> Result<Vec<Vec<usize>>> {
        let mut ways = vec![Vec::new()];
        for (count, at) in wanted.iter().enumerate() {
            let so_far = wanted.get(..=count).unwrap_or_default();
            // With the item, without what excludes it; or without the item, if something does.
            for way in 0..ways.len() {
                let way = ways.get(way).map_or(&[][..], Vec::as_slice);
                let mut with = those(way, &|other| !self.is_excluded(*at, &[other]));
                with.push(*at);
                ways.push(with);
            }
            let is_whole = |way: &Vec<usize>| {
                so_far.iter().all(|one| way.contains(one) || self.is_excluded(*one, way))
            };
            ways.retain(is_whole);
            ways.sort_unstable();
            ways.dedup();
            if ways.len() > MOST_WAYS {
                return Err(self.too_many());
            }
        }
        Ok(ways)
    }

    /// The cheapest combination that holds the items of one of the ways; among equals the one with
    /// the fewest, and among those the first in the order of the items. Gifts cost the buyer
    /// nothing and are added where they may be. None if in every way the items exclude each other
    /// or are beyond the limits.
    ///
    /// # Errors
    /// [`Code::DiscountTooManyCombinations`]; whatever a price can be refused for.
    pub(crate) fn cheapest(&mut self, ways: &[Vec<usize>]) -> Result<Option<Found>> {
        self.branches = 0;
        let items = self.items;
        let is_fixed = |at: usize| items.get(at).is_some_and(Item::is_fixed);
        let is_gift = |at: usize| items.get(at).is_some_and(Item::is_gift);
        let all: Vec<usize> = (0..items.len()).collect();
        // One walk without a fixed price and one with each: a walk has one price to start from.
        let mut starts = vec![None];
        starts.extend(those(&all, &is_fixed).into_iter().map(Some));
        let walks = ways.iter().flat_map(|way| starts.iter().map(move |start| (way, *start)));
        let mut best: Option<Found> = None;
        for (required, chosen) in walks {
            let needed = those(&all, &|at| required.contains(&at) || Some(at) == chosen);
            let left_out = |at: usize| is_fixed(at) && Some(at) != chosen;
            if needed.iter().any(|at| left_out(*at) || self.is_excluded(*at, &needed))
                || !self.is_within(&needed, None)
            {
                continue;
            }
            let open = those(&all, &|at| {
                needed.contains(&at)
                    || !is_gift(at) && !left_out(at) && !self.is_excluded(at, &needed)
            });
            let points = self.limits.and_then(|limits| limits.max_share_off);
            let start = chosen.and_then(|at| items.get(at)).map(|item| item.value);
            let bounds = Bounds::new(self.list, items, self.stacking, points, start);
            let mut walk = Walk { required: &needed, bounds, best: best.take() };
            // A fixed price by itself is not rounded, so no bound holds for it.
            self.consider(&mut walk, &needed)?;
            self.grab(&mut walk, &open)?;
            self.descend(&mut walk, &mut Vec::new(), &open)?;
            best = walk.best;
        }
        Ok(best.map(|found| self.with_gifts(found)))
    }

    /// A good combination to begin with: the strongest item that may join, again and again.
    fn grab(&mut self, walk: &mut Walk<'_>, open: &[usize]) -> Result<()> {
        let mut order = those(open, &|at| !walk.required.contains(&at));
        order.sort_by_cached_key(|at| walk.lowest(&[*at], &[], 0));
        let mut set = walk.required.to_vec();
        for at in order {
            if !self.is_excluded(at, &set) && self.is_within(&set, Some(at)) {
                set.push(at);
            }
        }
        set.sort_unstable();
        self.consider(walk, &set)
    }

    /// Looks at what is taken together with any of the open items, which are ascending and may
    /// join it; those with the first of them come first.
    fn descend(
        &mut self,
        walk: &mut Walk<'_>,
        taken: &mut Vec<usize>,
        open: &[usize],
    ) -> Result<()> {
        let mut open = open;
        loop {
            if self.is_hopeless(walk, taken, open)? {
                return Ok(());
            }
            let Some((at, rest)) = open.split_first() else {
                return self.consider(walk, taken);
            };
            if self.is_within(taken, Some(*at)) {
                if taken.len() >= MOST_ITEMS {
                    return Err(self.too_many());
                }
                let joining = those(rest, &|one| !self.is_excluded(one, &[*at]));
                taken.push(*at);
                self.descend(walk, taken, &joining)?;
                taken.pop();
            }
            if walk.required.contains(at) {
                return Ok(());
            }
            open = rest;
        }
    }

    /// Whether nothing on this branch is better than the best so far.
    fn is_hopeless(&mut self, walk: &Walk<'_>, taken: &[usize], open: &[usize]) -> Result<bool> {
        self.branches = self.branches.saturating_add(1);
        if self.branches > self.most {
            return Err(self.too_many());
        }
        let Some(best) = &walk.best else { return Ok(false) };
        let limit = self.limits.and_then(|limits| limits.max_items);
        let limit = limit.map_or(usize::MAX, |limit| usize::try_from(limit).unwrap_or(usize::MAX));
        let most = limit.saturating_sub(taken.len());
        let Some(low) = walk.lowest(taken, open, most) else { return Ok(false) };
        if low != best.price.total {
            return Ok(low > best.price.total);
        }
        // As cheap is better only with fewer items, or as many that come earlier.
        let mut next = taken.iter().chain(open.first());
        let later = best.set.iter().find_map(|one| match next.next() {
            Some(other) if other == one => None,
            other => Some(other > Some(one)),
        });
        let larger = taken.len().saturating_add(usize::from(later.unwrap_or(true)));
        let Some(room) = best.set.len().checked_sub(larger) else { return Ok(true) };
        let low = walk.lowest(taken, open, most.min(room));
        Ok(low.is_some_and(|low| low > best.price.total))
    }

    fn too_many(&self) -> Error {
        Error::new(Code::DiscountTooManyCombinations).with("limit", self.most)
    }

    fn consider(&mut self, walk: &mut Walk<'_>, taken: &[usize]) -> Result<()> {
        let price = self.price_of(taken)?;
        let better = walk.best.as_ref().is_none_or(|best| {
            let key = |total, set: &[usize]| (total, set.len());
            let (one, other) = (key(price.total, taken), key(best.price.total, &best.set));
            one < other || one == other && taken < best.set.as_slice()
        });
        if better {
            walk.best = Some(Found { set: taken.to_vec(), price });
        }
        Ok(())
    }

    /// Whether items, and one more, are within the limits.
    fn is_within(&self, set: &[usize], more: Option<usize>) -> bool {
        let items = || set.iter().chain(&more).filter_map(|at| self.items.get(*at));
        self.limits.is_none_or(|limits| limits.allow(items))
    }

    /// Items that exclude none of the others.
    pub(crate) fn free(&self) -> Vec<usize> {
        let all: Vec<usize> = (0..self.items.len()).collect();
        those(&all, &|at| !self.is_excluded(at, &all))
    }

    /// Whether an item may not be given with one of a set.
    pub(crate) fn is_excluded(&self, at: usize, set: &[usize]) -> bool {
        let Some(item) = self.items.get(at) else { return true };
        let mut others = set.iter().filter(|other| **other != at);
        others.any(|other| self.items.get(*other).is_some_and(|other| excludes(other, item)))
    }

    fn with_gifts(&self, mut found: Found) -> Found {
        for (at, item) in self.items.iter().enumerate() {
            if item.is_gift()
                && !found.set.contains(&at)
                && !self.is_excluded(at, &found.set)
                && self.is_within(&found.set, Some(at))
            {
                found.set.push(at);
            }
        }
        found.set.sort_unstable();
        found
    }

    pub(crate) fn pick(&self, set: &[usize]) -> Vec<Item<'a>> {
        set.iter().filter_map(|at| self.items.get(*at)).copied().collect()
    }

    fn price_of(&mut self, set: &[usize]) -> Result<Stacked> {
        self.calculated = self.calculated.saturating_add(1);
        let mut items = self.pick(set);
        stack::ordered(&mut items, self.stacking);
        stack::price(self.list, &items, self.stacking)
    }
}

/// Those of some places that are wanted.
fn those(places: &[usize], wanted: &dyn Fn(usize) -> bool) -> Vec<usize> {
    places.iter().copied().filter(|at| wanted(*at)).collect()
}

#[cfg(test)]
mod tests;
