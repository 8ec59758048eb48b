//! Nudging a base price: of the bases around the solved one, the one that comes closest.

use super::model::{Levelling, PriceTarget};
use super::solve::{Solution, SolvedGroup};
use crate::error::{Code, Error, Result};
use crate::number::{Money, Place, Rounding, Unrounded};
use crate::pricing::book::{Book, of_unit};
use crate::pricing::check::PriceRules;
use crate::pricing::price::{Pricer, unit_prices};
use std::collections::BTreeMap;

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
    base: &Unrounded,
    place: Place,
    reach: u32,
    rules: &PriceRules,
) -> Result<Unrounded> {
    let distance = |total: Money| -> Result<Unrounded> {
        Unrounded::from(total).sub(&group.total)?.magnitude()
    };
    let at_base = at_base(book, group, base, rules)?;
    let mut best = (distance(at_base.total)?, base.clone());
    let middle = Rounding { guard: false, ..Rounding::half_up(place) }.round(base)?;
    let steps = (0..=reach).flat_map(|k| {
        let k = i64::from(k);
        [k.checked_neg(), Some(k)].into_iter().flatten().skip(usize::from(k == 0))
    });
    for k in steps {
        let shift = place.fen().checked_mul(k).map(Money::from_fen);
        let Some(candidate) = shift.and_then(|shift| middle.checked_add(shift)) else { continue };
        let candidate = Unrounded::from(candidate).reduced()?;
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
pub(crate) fn check_prices(book: &Book<'_>, group: &SolvedGroup, base: &Unrounded) -> Result<()> {
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
    base: &Unrounded,
    rules: &PriceRules,
) -> Result<AtBase> {
    let mut pricers = BTreeMap::new();
    let mut sums = AtBase { total: Money::ZERO, broken: Vec::with_capacity(group.members.len()) };
    for member in &group.members {
        let Some((slot, entry, unit)) = book.entry(*member) else { continue };
        let price = match entry.fixed_price(slot, unit, *member)? {
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
