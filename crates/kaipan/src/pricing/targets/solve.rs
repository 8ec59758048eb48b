//! Base prices from targets (均价反推, handbook §2.7).

use super::linear::{LinearTotal, area_sum};
use super::model::{Goal, PriceLevel, PriceTarget};
use super::split::split_goal;
use crate::Text;
use crate::error::{Code, Error, Input, Result};
use crate::number::{Area, UnitPrice, Unrounded};
use crate::pricing::book::{Book, Fixing};
use kaipan_derive::boundary;
use std::collections::HashMap;

/// A base price solved from a target.
#[boundary(answer)]
pub struct SolvedBase {
    /// The building, in a two-level target.
    pub building: Option<Text>,
    /// The base price, half up to 6 decimals.
    pub base_price: UnitPrice,
    /// Numerator of the exact base price, in lowest terms.
    pub numerator: Text,
    /// Denominator of the exact base price.
    pub denominator: Text,
    /// Average asked of these units, half up to 6 decimals.
    pub target_average: UnitPrice,
}

/// A base price and the units it is for.
pub(crate) struct Base {
    pub(crate) value: Unrounded,
    /// Solved rather than given.
    pub(crate) solved: bool,
}

/// The base prices of all units, and what the targets asked for.
pub(crate) struct Solution {
    pub(crate) bases: Vec<Base>,
    /// One a unit: an index into `bases`.
    pub(crate) base_of: Vec<Option<usize>>,
    pub(crate) targets: Vec<SolvedTarget>,
}

impl Solution {
    /// The base prices of a target as results show them.
    pub(crate) fn shown_bases(&self, solved: &SolvedTarget) -> Result<Vec<SolvedBase>> {
        let groups = solved.groups.iter();
        groups
            .filter_map(|group| Some((group, self.bases.get(group.base)?)))
            .map(|(group, base)| {
                let (numerator, denominator) = base.value.lowest_terms()?;
                Ok(SolvedBase {
                    building: group.building.clone(),
                    base_price: base.value.to_unit_price()?,
                    numerator: Text::of(numerator),
                    denominator: Text::of(denominator),
                    target_average: average(&group.total, group.area)?,
                })
            })
            .collect()
    }
}

/// A target with its units.
pub(crate) struct SolvedTarget {
    /// Indexes of the units in scope that a scheme prices.
    pub(crate) members: Vec<usize>,
    /// One, or one a building.
    pub(crate) groups: Vec<SolvedGroup>,
    /// Exact list total asked for.
    pub(crate) total: Unrounded,
    pub(crate) area: Area,
}

impl SolvedTarget {
    /// The list total asked of the units of a group, if the target or a part of it covers exactly
    /// them.
    pub(crate) fn asked_of(&self, building: Option<&str>, units: &[usize]) -> Option<&Unrounded> {
        if self.members == units {
            return Some(&self.total);
        }
        let mut groups = self.groups.iter().filter(|_| building.is_some());
        let group =
            groups.find(|group| group.building.as_deref() == building && group.members == units);
        group.map(|group| &group.total)
    }
}

/// Units that share a solved base.
pub(crate) struct SolvedGroup {
    pub(crate) building: Option<Text>,
    pub(crate) members: Vec<usize>,
    pub(crate) base: usize,
    /// Exact list total asked of these units.
    pub(crate) total: Unrounded,
    pub(crate) area: Area,
}

/// Solves all targets; units outside every target have no base yet, see [`given_bases`].
pub(crate) fn solve(book: &Book<'_>, targets: &[PriceTarget]) -> Result<Solution> {
    let mut bases = Vec::new();
    let mut base_of: Vec<Option<usize>> = vec![None; book.units.len()];
    let mut solved_targets = Vec::with_capacity(targets.len());
    for (at, target) in targets.iter().enumerate() {
        let solved = solve_target(book, target, &mut bases)
            .map_err(|error| error.unless_placed(|error| error.at(at).within(Input::Targets)))?;
        for group in &solved.groups {
            for member in &group.members {
                let Some(slot) = base_of.get_mut(*member) else { continue };
                if slot.is_some() {
                    let unit_no = book.unit(*member).map_or("", |unit| &unit.unit_no);
                    let error = Error::new(Code::PricingTargetsOverlap).with("unit_no", unit_no);
                    return Err(error.at("scope").at(at).within(Input::Targets));
                }
                *slot = Some(group.base);
            }
        }
        solved_targets.push(solved);
    }
    Ok(Solution { bases, base_of, targets: solved_targets })
}

/// The scheme's own base price for every unit that no target covers.
pub(crate) fn given_bases(book: &Book<'_>, solution: &mut Solution) -> Result<()> {
    let Solution { bases, base_of, .. } = solution;
    let mut of_scheme: HashMap<usize, usize> = HashMap::new();
    for (slot, base) in book.slots.iter().zip(base_of) {
        let (Some(slot), None) = (slot, &base) else { continue };
        if slot.fixing != Fixing::Free {
            continue;
        }
        let Some(entry) = book.schemes.get(slot.scheme) else { continue };
        let index = match of_scheme.get(&slot.scheme) {
            Some(index) => *index,
            None => {
                let given = entry.scheme.base_price.ok_or_else(|| {
                    let error = entry.scheme.error(Code::PricingNoBase);
                    error.at("base_price").at(slot.scheme).within(Input::Schemes)
                })?;
                let index = bases.len();
                bases.push(Base { value: Unrounded::from(given).reduced()?, solved: false });
                of_scheme.insert(slot.scheme, index);
                index
            }
        };
        *base = Some(index);
    }
    Ok(())
}

fn solve_target(
    book: &Book<'_>,
    target: &PriceTarget,
    bases: &mut Vec<Base>,
) -> Result<SolvedTarget> {
    let members: Vec<usize> = (0..book.units.len())
        .filter(|at| {
            book.slot(*at).is_some() && book.unit(*at).is_some_and(|u| target.scope.matches(u))
        })
        .collect();
    if members.is_empty() {
        return Err(Error::new(Code::PricingTargetScope).at("scope"));
    }
    let area = area_sum(book, &members, target.average_basis)?;
    let goal = match &target.goal {
        Goal::Average { average } => Unrounded::from(*average).mul(&Unrounded::from(area))?,
        Goal::Total { total } => Unrounded::from(*total),
    };
    let mut groups = Vec::new();
    match &target.split {
        None => groups.push(solve_group(book, target, bases, None, members.clone(), &goal)?),
        Some(split) => {
            for part in split_goal(book, target, split, &members, &goal)? {
                let building = Some(part.building);
                groups.push(solve_group(book, target, bases, building, part.members, &part.goal)?);
            }
        }
    }
    let mut total = Unrounded::ZERO;
    for group in &groups {
        total = total.add(&group.total)?.reduced()?;
    }
    Ok(SolvedTarget { members, groups, total, area })
}

fn solve_group(
    book: &Book<'_>,
    target: &PriceTarget,
    bases: &mut Vec<Base>,
    building: Option<Text>,
    members: Vec<usize>,
    goal: &Unrounded,
) -> Result<SolvedGroup> {
    let is_free = |at: &usize| book.slot(*at).is_some_and(|slot| slot.fixing == Fixing::Free);
    if !members.iter().any(is_free) {
        return Err(Error::new(Code::PricingTargetScope).at("scope"));
    }
    let at_goal = LinearTotal::over(book, &members, target.level)?;
    if !at_goal.slope.is_positive() {
        let sum = at_goal.slope.to_text()?;
        return Err(Error::new(Code::PricingTarget).with("sum", sum).at("goal"));
    }
    let exact = goal.sub(&at_goal.constant)?.div(&at_goal.slope)?.reduced()?;
    let total = match target.level {
        PriceLevel::List => goal.clone(),
        PriceLevel::Net => {
            let list = LinearTotal::over(book, &members, PriceLevel::List)?;
            exact.mul(&list.slope)?.add(&list.constant)?.reduced()?
        }
    };
    let value = match &target.base_rounding {
        Some(rounding) => Unrounded::from(rounding.unit_price(&exact)?).reduced()?,
        None => exact,
    };
    let area = area_sum(book, &members, target.average_basis)?;
    let base = bases.len();
    bases.push(Base { value, solved: true });
    Ok(SolvedGroup { building, members, base, total, area })
}

/// An exact total per area, half up to 6 decimals.
pub(crate) fn average(total: &Unrounded, area: Area) -> Result<UnitPrice> {
    total.div(&Unrounded::from(area))?.to_unit_price()
}
