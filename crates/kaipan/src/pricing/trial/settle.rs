//! From solved bases to final prices: pricing every unit once, nudging bases, levelling.

use super::book::{Book, Fixing, of_unit};
use crate::error::{Code, Error, Result};
use crate::number::{Fraction, Money, Place, Rate, Rounding, Wide};
use crate::pricing::check::PriceRules;
use crate::pricing::level::{Movable, Stop, spread};
use crate::pricing::price::{Price, Pricer, unit_prices};
use crate::pricing::solve::{Solution, SolvedGroup};
use crate::pricing::target::{Levelling, PriceTarget};
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

/// Moves solved bases where the levelling says so.
pub(crate) fn nudge(
    book: &Book<'_>,
    solution: &mut Solution,
    targets: &[PriceTarget],
    rules: &PriceRules,
) -> Result<()> {
    for (target, solved) in targets.iter().zip(&solution.targets) {
        let Levelling::NudgeBase { place, reach } = target.levelling else { continue };
        for group in &solved.groups {
            let Some(base) = solution.bases.get_mut(group.base) else { continue };
            base.value = nudged(book, group, &base.value, place, reach, rules)?;
        }
    }
    Ok(())
}

fn nudged(
    book: &Book<'_>,
    group: &SolvedGroup,
    base: &Fraction,
    place: Place,
    reach: u32,
    rules: &PriceRules,
) -> Result<Fraction> {
    let distance =
        |total: Money| -> Result<Fraction> { Fraction::from(total).sub(&group.total)?.magnitude() };
    let at_base = at_base(book, group, base, rules)?;
    let mut best = (distance(at_base.total)?, base.clone());
    let middle = Rounding { guard: false, ..Rounding::half_up(place) }.fraction(base)?;
    let steps = (0..=reach).flat_map(|k| {
        let k = i64::from(k);
        [k.checked_neg(), Some(k)].into_iter().flatten().skip(usize::from(k == 0))
    });
    for k in steps {
        let shift = place.fen().checked_mul(k).map(Money::from_fen);
        let Some(candidate) = shift.and_then(|shift| middle.checked_add(shift)) else { continue };
        let candidate = Fraction::from(candidate).reduced()?;
        // A base that makes a price impossible, or takes one across a limit that the solved base
        // keeps, is no candidate.
        let Ok(tried) = self::at_base(book, group, &candidate, rules) else { continue };
        let crosses = tried
            .broken
            .iter()
            .zip(&at_base.broken)
            .any(|(now, before)| now.iter().any(|code| !before.contains(code)));
        let off = distance(tried.total)?;
        if !crosses && off.compare(&best.0)?.is_lt() {
            best = (off, candidate);
        }
        if best.0.is_zero() {
            break;
        }
    }
    Ok(best.1)
}

/// Makes sure that every price of a group is one at this base.
///
/// # Errors
/// [`Code::PricingNotPositive`] or [`Code::NumberOverflow`], with the unit as its place.
pub(crate) fn check_prices(book: &Book<'_>, group: &SolvedGroup, base: &Fraction) -> Result<()> {
    at_base(book, group, base, &PriceRules::default()).map(|_| ())
}

/// What a group comes to at a base price.
struct AtBase {
    total: Money,
    /// For each member: the floor and filed limits it breaks.
    broken: Vec<Vec<Code>>,
}

fn at_base(
    book: &Book<'_>,
    group: &SolvedGroup,
    base: &Fraction,
    rules: &PriceRules,
) -> Result<AtBase> {
    let mut pricers = BTreeMap::new();
    let mut sums = AtBase { total: Money::ZERO, broken: Vec::with_capacity(group.members.len()) };
    for member in &group.members {
        let Some((slot, entry, unit)) = book.entry(*member) else { continue };
        let price = match entry.fixed_price(slot, unit)? {
            Some(price) => price,
            None => {
                if let std::collections::btree_map::Entry::Vacant(free) = pricers.entry(slot.scheme)
                {
                    free.insert(Pricer::new(entry.scheme, &entry.arithmetic, base)?);
                }
                let Some(pricer) = pricers.get(&slot.scheme) else { continue };
                let size = entry.arithmetic.size(unit, entry.lump_sum(slot.row))?;
                let raw = pricer.raw(&entry.terms(slot.row)?, size)?;
                let price = pricer.price(&raw, size.area);
                price.map_err(|error| of_unit(error, *member))?
            }
        };
        let sum = sums.total.checked_add(price.total);
        sums.total = sum.ok_or_else(|| Error::new(Code::NumberOverflow))?;
        let building = unit_prices(&price, entry.basis(slot), unit)?.building;
        sums.broken.push(rules.limits_broken(unit, building, price.total)?);
    }
    Ok(sums)
}

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
            let mut level = |members: &[usize], total: &Fraction| {
                level(book, solution, pricers, &mut outcomes, members, total, rules)
            };
            for group in &solved.groups {
                let own = level(&group.members, &group.total)?;
                stop = if own == Stop::Exact { stop } else { own };
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
    if let Some(price) = entry.fixed_price(slot, unit)? {
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
    target: &Fraction,
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

/// An exact amount in yuan, half up to the fen.
pub(crate) fn to_fen(yuan: &Fraction) -> Result<Money> {
    let fen = yuan.scaled(2)?.to_i64();
    fen.map(Money::from_fen).ok_or_else(|| Error::new(Code::NumberOverflow))
}

/// The quotient of two exact amounts as a rate of 6 decimals; 0 when the second is zero.
pub(crate) fn ratio(part: &Fraction, whole: &Fraction) -> Result<Rate> {
    if whole.numerator() == Wide::ZERO {
        return Ok(Rate::ZERO);
    }
    part.div(whole)?.to_rate()
}
