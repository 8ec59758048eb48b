//! From solved bases to final prices: pricing every unit once, then levelling.

use super::level::{Movable, Stop, spread};
use super::model::{Levelling, PriceTarget};
use super::solve::Solution;
use crate::error::{Code, Error, Result};
use crate::number::{Money, Unrounded};
use crate::pricing::book::{Book, Fixing, of_unit};
use crate::pricing::check::PriceRules;
use crate::pricing::price::{Price, Pricer};
use std::collections::BTreeMap;

/// A unit's final price and how it was reached.
pub(crate) struct Outcome {
    pub(crate) price: Price,
    /// Factors decide the price; else it is fixed.
    pub(crate) computed: bool,
    /// Rounding steps moved by levelling.
    pub(crate) steps: i32,
}

/// The pricers of a solution, by scheme and base.
pub(crate) type Pricers<'a> = BTreeMap<(usize, usize), Pricer<'a>>;

/// A pricer for every scheme and base that some unit uses.
pub(crate) fn pricers<'a>(book: &'a Book<'_>, solution: &Solution) -> Result<Pricers<'a>> {
    let mut pricers = BTreeMap::new();
    for (slot, base) in book.slots.iter().zip(&solution.base_of) {
        let (Some(slot), Some(base)) = (slot, base) else { continue };
        let key = (slot.scheme, *base);
        if slot.fixing != Fixing::Free || pricers.contains_key(&key) {
            continue;
        }
        let (Some(entry), Some(value)) = (book.schemes.get(slot.scheme), solution.bases.get(*base))
        else {
            continue;
        };
        pricers.insert(key, Pricer::new(entry.scheme, &entry.arithmetic, &value.value)?);
    }
    Ok(pricers)
}

/// All prices, and for each target why levelling ended.
pub(crate) struct Settled {
    /// One a unit; none for units that are not wanted or that no scheme prices.
    pub(crate) outcomes: Vec<Option<Outcome>>,
    pub(crate) stops: Vec<Stop>,
}

/// Prices the wanted units and all that targets look at, then levels.
pub(crate) fn settle(
    book: &Book<'_>,
    solution: &Solution,
    pricers: &Pricers<'_>,
    targets: &[PriceTarget],
    rules: &PriceRules,
    wanted: &[bool],
) -> Result<Settled> {
    let mut needed = wanted.to_vec();
    for member in solution.targets.iter().flat_map(|target| &target.members) {
        if let Some(slot) = needed.get_mut(*member) {
            *slot = true;
        }
    }
    let mut outcomes = Vec::with_capacity(book.units.len());
    for (at, needed) in needed.into_iter().enumerate() {
        let outcome = if needed {
            price_unit(book, solution, pricers, at).map_err(|error| of_unit(error, at))?
        } else {
            None
        };
        outcomes.push(outcome);
    }
    let mut stops = Vec::with_capacity(targets.len());
    for (target, solved) in targets.iter().zip(&solution.targets) {
        let mut stop = Stop::Exact;
        if matches!(target.levelling, Levelling::SpreadResidual {}) {
            let mut level = |members: &[usize], total: &Unrounded| {
                level(book, solution, pricers, &mut outcomes, members, total, rules)
            };
            for group in &solved.groups {
                let own = level(&group.members, &group.total)?;
                stop = stop.max(own);
            }
            // Buildings are level each by itself; what their roundings leave for the project goes
            // last.
            if target.split.as_ref().is_some_and(|split| split.normalise) {
                stop = level(&solved.members, &solved.total)?;
            }
        }
        stops.push(stop);
    }
    Ok(Settled { outcomes, stops })
}

fn price_unit(
    book: &Book<'_>,
    solution: &Solution,
    pricers: &Pricers<'_>,
    at: usize,
) -> Result<Option<Outcome>> {
    let Some((slot, entry, unit)) = book.entry(at) else { return Ok(None) };
    if let Some(price) = entry.fixed_price(slot, unit, at)? {
        return Ok(Some(Outcome { price, computed: false, steps: 0 }));
    }
    let base = solution.base_of.get(at).copied().flatten();
    let Some(pricer) = base.and_then(|base| pricers.get(&(slot.scheme, base))) else {
        return Ok(None);
    };
    let size = entry.arithmetic.size(unit, entry.lump_sum(slot.row))?;
    let price = pricer.price(&pricer.raw(&entry.terms(slot.row)?, size)?, size.area)?;
    Ok(Some(Outcome { price, computed: true, steps: 0 }))
}

fn level(
    book: &Book<'_>,
    solution: &Solution,
    pricers: &Pricers<'_>,
    outcomes: &mut [Option<Outcome>],
    members: &[usize],
    target: &Unrounded,
    rules: &PriceRules,
) -> Result<Stop> {
    let mut fixed = Money::ZERO;
    let mut movable = Vec::with_capacity(members.len());
    let mut movers = Vec::with_capacity(members.len());
    for member in members {
        let Some(Some(outcome)) = outcomes.get(*member) else { continue };
        let Some((slot, entry, unit)) = book.entry(*member) else { continue };
        let base = solution.base_of.get(*member).copied().flatten();
        let pricer = base.and_then(|base| pricers.get(&(slot.scheme, base)));
        match pricer {
            Some(pricer) if outcome.computed => {
                let size = entry.arithmetic.size(unit, entry.lump_sum(slot.row))?;
                let raw = pricer.raw(&entry.terms(slot.row)?, size)?;
                let (price, steps) = (outcome.price, outcome.steps);
                movable.push(Movable { unit, pricer, raw, price, steps });
                movers.push(*member);
            }
            _ => {
                let sum = fixed.checked_add(outcome.price.total);
                fixed = sum.ok_or_else(|| Error::new(Code::NumberOverflow))?;
            }
        }
    }
    let stop = spread(&mut movable, fixed, target, rules)?;
    for (member, moved) in movers.into_iter().zip(movable) {
        if let Some(Some(outcome)) = outcomes.get_mut(member) {
            outcome.price = moved.price;
            outcome.steps = moved.steps;
        }
    }
    Ok(stop)
}

impl Settled {
    /// The price of a unit.
    pub(crate) fn outcome(&self, at: usize) -> Option<&Outcome> {
        self.outcomes.get(at).and_then(Option::as_ref)
    }

    /// Σ of the final totals of some units.
    pub(crate) fn total(&self, members: &[usize]) -> Result<Money> {
        let outcomes = members.iter().filter_map(|at| self.outcome(*at));
        Money::sum(outcomes.map(|outcome| outcome.price.total))
    }
}
