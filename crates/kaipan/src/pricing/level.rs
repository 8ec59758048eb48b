//! Levelling (调平): removing the deviation that rounding leaves (handbook §2.7).

use super::price::{Price, Pricer, Raw, from_total, unit_prices};
use super::rules::{PriceLevels, PriceRules};
use super::scheme::PriceBasis;
use crate::error::{Code, Result};
use crate::number::{Fraction, Money, UnitPrice, Wide};
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
            PriceBasis::UnitFirst => self.raw.unit.sub(&Fraction::from(self.price.unit))?,
            PriceBasis::TotalFirst => self.raw.total.sub(&Fraction::from(self.price.total))?,
        };
        lost.scaled(LOSS_DECIMALS)
    }

    /// The price one rounding step higher or lower, if it is a price.
    fn stepped(&self, up: bool) -> Option<Price> {
        let scheme = self.pricer.scheme;
        let area = self.pricer.arithmetic.area(self.unit).ok()?;
        let sign = if up { 1_i64 } else { -1 };
        let price = match scheme.price_basis {
            PriceBasis::UnitFirst => {
                let step = scheme.unit_rounding.place.fen().checked_mul(10_000)?;
                let step = UnitPrice::from_micros(step.checked_mul(sign)?);
                self.pricer.at_unit_price(self.price.unit.checked_add(step)?, area).ok()?
            }
            PriceBasis::TotalFirst => {
                let step = scheme.total_rounding.place.fen().checked_mul(sign)?;
                let total = self.price.total.checked_add(Money::from_fen(step))?;
                from_total(total, area).ok()?
            }
        };
        Some(price)
    }

    /// Whether a price keeps the limits on the side that it was moved to: raising must not take
    /// it above the filed price, lowering not below floor or filed price.
    fn keeps(&self, price: &Price, up: bool, rules: &PriceRules) -> Result<bool> {
        let basis = self.pricer.scheme.area_basis;
        let building = unit_prices(price, basis, self.unit)?.building;
        let levels = PriceLevels { floor: self.unit.floor_price, filed: self.unit.filed_price };
        let broken = rules.broken(building, levels)?;
        Ok(broken.iter().all(|broken| up != (broken.code == Code::PricingAboveFiled)))
    }
}

/// Moves single units by one step, those with the largest rounding loss first, while the distance
/// to the target shrinks. `fixed` is the total of the units that may not move.
///
/// Returns whether floor or filed limits have kept it from coming closer.
pub(crate) fn spread(
    movable: &mut [Movable<'_>],
    fixed: Money,
    target: &Fraction,
    rules: &PriceRules,
) -> Result<bool> {
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
            break;
        }
        let pass = pass(movable, &mut residual, unit, rules)?;
        if !pass.moved {
            return Ok(pass.limited);
        }
    }
    Ok(false)
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
        let Some(price) = item.stepped(up) else { continue };
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
