//! Sums over the units of a target.

use super::model::{AverageBasis, PriceLevel};
use crate::error::{Code, Error, Result};
use crate::number::{Area, Money, Unrounded, Wide};
use crate::pricing::book::{Book, of_unit};

/// `Σ total = base × slope + constant` over some units, before any rounding.
pub(super) struct LinearTotal {
    pub(super) slope: Unrounded,
    pub(super) constant: Unrounded,
}

impl LinearTotal {
    pub(super) fn over(
        book: &Book<'_>,
        members: &[usize],
        level: PriceLevel,
    ) -> Result<LinearTotal> {
        // Within a scheme all terms share their denominators, so sums stay as narrow as a term.
        struct SchemeSums {
            slope: Unrounded,
            constant: Unrounded,
            extra: Unrounded,
            fixed: Money,
        }
        let none = || SchemeSums {
            slope: Unrounded::ZERO,
            constant: Unrounded::ZERO,
            extra: Unrounded::ZERO,
            fixed: Money::ZERO,
        };
        let mut schemes: Vec<SchemeSums> = book.schemes.iter().map(|_| none()).collect();
        for member in members {
            let Some((slot, entry, unit)) = book.entry(*member) else { continue };
            let Some(sums) = schemes.get_mut(slot.scheme) else { continue };
            if let Some(price) = entry.fixed_price(slot, unit, *member)? {
                let fixed = sums.fixed.checked_add(price.total);
                sums.fixed = fixed.ok_or_else(|| Error::new(Code::NumberOverflow))?;
                continue;
            }
            let terms = entry.terms(slot.row)?;
            let arithmetic = &entry.arithmetic;
            let size = arithmetic
                .size(unit, entry.lump_sum(slot.row))
                .map_err(|error| of_unit(error, *member))?;
            let charged = arithmetic.charged_area(size)?;
            let coefficient = arithmetic.total_coefficient(&terms)?;
            let difference = Unrounded::new(terms.difference, Wide::from(1_000_000_i64))?;
            sums.slope = sum(&sums.slope, &coefficient.mul(&charged)?)?;
            sums.constant = sum(&sums.constant, &difference.mul(&charged)?)?;
            sums.extra = sum(&sums.extra, &arithmetic.extra(size)?)?;
        }
        let mut all = LinearTotal { slope: Unrounded::ZERO, constant: Unrounded::ZERO };
        for (sums, entry) in schemes.iter().zip(&book.schemes) {
            let delta = entry.delta();
            let mut slope = sums.slope.reduced()?;
            let mut constant = sums.constant.add(&sums.extra)?.reduced()?;
            let mut fixed = Unrounded::from(sums.fixed);
            match level {
                PriceLevel::List => {
                    slope = slope.div(delta)?;
                    constant = constant.div(delta)?;
                }
                PriceLevel::Net => fixed = fixed.mul(delta)?,
            }
            all.slope = all.slope.add(&slope)?.reduced()?;
            all.constant = all.constant.add(&constant)?.add(&fixed)?.reduced()?;
        }
        Ok(all)
    }
}

/// A sum that starts with the first term's denominator.
fn sum(so_far: &Unrounded, term: &Unrounded) -> Result<Unrounded> {
    if so_far.is_zero() { Ok(term.clone()) } else { so_far.add(term) }
}

/// Σ area of the average basis.
pub(super) fn area_sum(book: &Book<'_>, members: &[usize], basis: AverageBasis) -> Result<Area> {
    let mut sum = Area::ZERO;
    for member in members {
        let Some(unit) = book.unit(*member) else { continue };
        let area = match basis {
            AverageBasis::Building => unit.building_area,
            AverageBasis::Inside => unit.inside_area.ok_or_else(|| {
                of_unit(Error::new(Code::PricingInsideAreaMissing).at("inside_area"), *member)
            })?,
        };
        sum = sum.checked_add(area).ok_or_else(|| Error::new(Code::NumberOverflow))?;
    }
    Ok(sum)
}
