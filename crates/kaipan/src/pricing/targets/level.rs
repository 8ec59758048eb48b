//! Levelling (调平): removing the deviation that rounding leaves (handbook §2.7).

use crate::error::{Code, Result};
use crate::number::{Money, UnitPrice, Unrounded, Wide};
use crate::pricing::check::PriceRules;
use crate::pricing::price::{Price, Pricer, Raw, from_total, from_unit, unit_prices};
use crate::pricing::scheme::PriceBasis;
use crate::project::Unit;
use std::cmp::Ordering;

/// A unit that levelling may move.
pub(crate) struct Movable<'a> {
    pub(crate) unit: &'a Unit,
    pub(crate) pricer: &'a Pricer<'a>,
    pub(crate) raw: Raw,
    pub(crate) price: Price,
    /// Rounding steps moved so far.
    pub(crate) steps: i32,
}

/// Decimals at which rounding losses are compared.
const LOSS_DECIMALS: u32 = 18;
/// Passes after which a residual is given up; each pass moves at least one unit.
const MOST_PASSES: usize = 10_000;

impl Movable<'_> {
    /// What rounding has taken so far: raw − present value.
    fn loss(&self) -> Result<Wide> {
        let lost = match self.pricer.scheme.price_basis {
            PriceBasis::UnitFirst => self.raw.unit.sub(&Unrounded::from(self.price.unit))?,
            PriceBasis::TotalFirst => self.raw.total.sub(&Unrounded::from(self.price.total))?,
        };
        lost.scaled(LOSS_DECIMALS)
    }

    /// The price so many rounding steps higher or lower, if it is a price.
    fn stepped(&self, up: bool, times: i64) -> Option<Price> {
        let scheme = self.pricer.scheme;
        let area = self.pricer.arithmetic.area(self.unit).ok()?;
        let sign = if up { times } else { times.checked_neg()? };
        let price = match scheme.price_basis {
            PriceBasis::UnitFirst => {
                let step = scheme.unit_rounding.place.fen().checked_mul(10_000)?;
                let step = UnitPrice::from_micros(step.checked_mul(sign)?);
                let unit = self.price.unit.checked_add(step)?;
                from_unit(unit, area, &scheme.total_rounding).ok()?
            }
            PriceBasis::TotalFirst => {
                let step = scheme.total_rounding.place.fen().checked_mul(sign)?;
                let total = self.price.total.checked_add(Money::from_fen(step))?;
                from_total(total, area).ok()?
            }
        };
        Some(price)
    }

    /// Whether every step changes the total: not so where totals are rounded more coarsely than a
    /// step of the unit price moves them. A pass leaves out steps that change nothing.
    fn moves_every_step(&self) -> Result<bool> {
        let scheme = self.pricer.scheme;
        if scheme.price_basis == PriceBasis::TotalFirst {
            return Ok(true);
        }
        let area = self.pricer.arithmetic.area(self.unit)?;
        let moved =
            Wide::from(scheme.unit_rounding.place.fen()).mul(Wide::from(area.ten_thousandths()))?;
        let step = Wide::from(scheme.total_rounding.place.fen()).mul(Wide::from(10_000_i64))?;
        Ok(moved >= step)
    }

    /// Whether a price keeps the limits on the side that it was moved to, by its unit price and by
    /// its total: raising must not take it above the filed price, lowering not below floor or
    /// filed price.
    fn keeps(&self, price: &Price, up: bool, rules: &PriceRules) -> Result<bool> {
        let basis = self.pricer.scheme.area_basis;
        let building = unit_prices(price, basis, self.unit)?.building;
        let broken = rules.limits_broken(self.unit, building, price.total)?;
        Ok(broken.iter().all(|code| up != (*code == Code::PricingAboveFiled)))
    }
}

/// Moves single units by one step, those with the largest rounding loss first, while the distance
/// to the target shrinks. `fixed` is the total of the units that may not move.
///
/// Long ways are taken in leaps that come to the same as so many passes.
pub(crate) fn spread(
    movable: &mut [Movable<'_>],
    fixed: Money,
    target: &Unrounded,
    rules: &PriceRules,
) -> Result<Stop> {
    // The residual in units of 1/denominator fen.
    let unit = target.denominator();
    let mut residual = target.numerator().mul(Wide::from(100_i64))?;
    let mut total = Wide::from(fixed.fen());
    for item in movable.iter() {
        total = total.add(Wide::from(item.price.total.fen()))?;
    }
    residual = residual.sub(total.mul(unit)?)?;
    for _ in 0..MOST_PASSES {
        if residual.is_zero() {
            return Ok(Stop::Exact);
        }
        if leap(movable, &mut residual, unit, rules)? {
            continue;
        }
        let pass = pass(movable, &mut residual, unit, rules)?;
        if !pass.moved {
            return Ok(if pass.limited { Stop::Limits } else { Stop::NoCloserStep });
        }
    }
    Ok(Stop::TooFar)
}

/// Why levelling has ended; what weighs more comes later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stop {
    /// The target is met, or levelling was not asked for.
    Exact,
    /// No single step on one unit comes closer.
    NoCloserStep,
    /// A step that comes closer would cross a floor or filed limit.
    Limits,
    /// Too many steps away.
    TooFar,
}

impl Stop {
    /// What to tell a person, in Chinese and English.
    pub(crate) const fn reason(self) -> (&'static str, &'static str) {
        match self {
            Stop::Exact | Stop::NoCloserStep => (
                "没有一套房移动一个取整位能更接近目标",
                "no single rounding step on one unit comes closer",
            ),
            Stop::Limits => {
                ("再移动就会越过底价或备案价", "moving further would cross floor or filed prices")
            }
            Stop::TooFar => (
                "离目标太远，请检查基准价的取整",
                "the target is too many steps away; check how the base price is rounded",
            ),
        }
    }
}

/// Moves every unit by the same number of steps, as many as whole passes would before the residual
/// is less than a pass; whether it did.
fn leap(
    movable: &mut [Movable<'_>],
    residual: &mut Wide,
    unit: Wide,
    rules: &PriceRules,
) -> Result<bool> {
    let up = residual.is_positive();
    let mut free = Vec::with_capacity(movable.len());
    let mut one_pass = Wide::ZERO;
    for (at, item) in movable.iter().enumerate() {
        let Some(price) = item.stepped(up, 1) else { continue };
        if !item.moves_every_step()? {
            return Ok(false);
        }
        if item.keeps(&price, up, rules)? {
            let change = Wide::from(price.total.fen()).sub(Wide::from(item.price.total.fen()))?;
            one_pass = one_pass.add(change.abs()?)?;
            free.push(at);
        }
    }
    if one_pass.is_zero() {
        return Ok(false);
    }
    let passes = residual.abs()?.div_rem(one_pass.mul(unit)?)?.0.to_i64().unwrap_or(i64::MAX);
    let mut times = passes.saturating_sub(1).min(i64::from(i32::MAX));
    while times >= 2 {
        if let Some(prices) = leapt(movable, &free, up, times, rules)? {
            let mut change = Wide::ZERO;
            for (at, price) in free.iter().zip(&prices) {
                let Some(item) = movable.get(*at) else { continue };
                let moved = Wide::from(price.total.fen());
                change = change.add(moved.sub(Wide::from(item.price.total.fen()))?)?;
            }
            let rest = residual.sub(change.mul(unit)?)?;
            if rest.is_positive() == up && !rest.is_zero() {
                let steps = i32::try_from(times).unwrap_or(i32::MAX);
                for (at, price) in free.iter().zip(prices) {
                    let Some(item) = movable.get_mut(*at) else { continue };
                    item.price = price;
                    item.steps =
                        item.steps.saturating_add(if up { steps } else { steps.saturating_neg() });
                }
                *residual = rest;
                return Ok(true);
            }
        }
        times = times.checked_div(2).unwrap_or(0);
    }
    Ok(false)
}

/// The prices after so many steps; none if one of them is no price or crosses a limit.
fn leapt(
    movable: &[Movable<'_>],
    free: &[usize],
    up: bool,
    times: i64,
    rules: &PriceRules,
) -> Result<Option<Vec<Price>>> {
    let mut prices = Vec::with_capacity(free.len());
    for item in free.iter().filter_map(|at| movable.get(*at)) {
        match item.stepped(up, times) {
            Some(price) if item.keeps(&price, up, rules)? => prices.push(price),
            _ => return Ok(None),
        }
    }
    Ok(Some(prices))
}

/// What a pass has done.
struct Pass {
    moved: bool,
    /// A step that would have come closer would also have crossed a limit.
    limited: bool,
}

/// One pass in order of rounding loss.
fn pass(
    movable: &mut [Movable<'_>],
    residual: &mut Wide,
    unit: Wide,
    rules: &PriceRules,
) -> Result<Pass> {
    let up = residual.is_positive();
    let mut order = Vec::with_capacity(movable.len());
    for (at, item) in movable.iter().enumerate() {
        order.push((item.loss()?, at));
    }
    order.sort_by(|(a, first), (b, second)| {
        let by_loss = if up { b.cmp(a) } else { a.cmp(b) };
        by_loss.then(first.cmp(second))
    });
    let mut pass = Pass { moved: false, limited: false };
    for (_, at) in order {
        let Some(item) = movable.get_mut(at) else { continue };
        let Some(price) = item.stepped(up, 1) else { continue };
        let change = Wide::from(price.total.fen()).sub(Wide::from(item.price.total.fen()))?;
        let rest = residual.sub(change.mul(unit)?)?;
        if rest.abs()?.cmp(&residual.abs()?) != Ordering::Less {
            continue;
        }
        if !item.keeps(&price, up, rules)? {
            pass.limited = true;
            continue;
        }
        item.price = price;
        item.steps = item.steps.saturating_add(if up { 1 } else { -1 });
        *residual = rest;
        pass.moved = true;
        if residual.is_zero() || residual.is_positive() != up {
            break;
        }
    }
    Ok(pass)
}
