//! Prices in 128 bits: nearly every unit of nearly every scheme.
//!
//! [`Pricer::raw`] and [`Pricer::price`] do the same in integers of 1024 bits, which are slow to
//! carry around. Here `None` means that a unit needs those; an answer is the one they give.

use super::arithmetic::{Arithmetic, FactorNumbers, Size};
use super::price::{Price, Pricer, Raw, from_total};
use super::scheme::{CoefCombine, PriceBasis};
use crate::number::{Area, Fraction, Narrow, UnitPrice, Wide};

/// A unit's place in the linear function, as [`super::arithmetic::Terms`].
#[derive(Clone, Copy)]
pub(crate) struct NarrowTerms {
    pub(crate) coefficient: i128,
    pub(crate) difference: i128,
}

/// The linear function of a scheme: what its constants are in 128 bits.
pub(crate) struct Linear {
    pub(crate) per_coefficient: i128,
    pub(crate) per_difference: i128,
    pub(crate) denominator: i128,
}

/// The base price and the coefficients of a scheme whose prices all are short decimals.
#[derive(Clone, Copy)]
pub(crate) struct Decimals {
    base: Narrow,
    base_price: UnitPrice,
    /// Decimals of total coefficients.
    coefficient: u32,
}

/// What a price is before its rounding points, in short decimals.
pub(crate) struct NarrowPrice {
    pub(crate) base: Narrow,
    /// The base price as rows show it.
    pub(crate) base_price: UnitPrice,
    pub(crate) coefficient: Narrow,
    pub(crate) difference: UnitPrice,
    pub(crate) raw: Raw<Narrow>,
}

impl Linear {
    pub(crate) fn new(
        per_coefficient: Wide,
        per_difference: Wide,
        denominator: Wide,
    ) -> Option<Linear> {
        Some(Linear {
            per_coefficient: per_coefficient.to_i128()?,
            per_difference: per_difference.to_i128()?,
            denominator: denominator.to_i128()?,
        })
    }
}

impl Decimals {
    /// For schemes without anything that divides.
    pub(crate) fn new(arithmetic: &Arithmetic, base: &Fraction) -> Option<Decimals> {
        if arithmetic.combine == CoefCombine::Score || arithmetic.discounted {
            return None;
        }
        Some(Decimals {
            base: Narrow::of_fraction(base)?,
            base_price: base.to_unit_price().ok()?,
            coefficient: arithmetic.coefficient_denominator.log_ten()?,
        })
    }
}

impl Arithmetic {
    /// As [`Arithmetic::terms`].
    pub(crate) fn narrow_terms(
        &self,
        codes: impl Iterator<Item = u32>,
        spot: UnitPrice,
    ) -> Option<NarrowTerms> {
        let mut difference = i128::from(spot.micros());
        let multiplied = self.combine == CoefCombine::Multiplicative;
        let mut coefficient = if multiplied { 1 } else { self.additive_one.to_i128()? };
        for (numbers, code) in self.factors.iter().zip(codes) {
            let position = usize::try_from(code).ok()?;
            match numbers {
                FactorNumbers::Difference(values) => {
                    if let Some(value) = values.get(position) {
                        difference = difference.checked_add(value.to_i128()?)?;
                    }
                }
                FactorNumbers::Coefficient(values) => {
                    let Some(value) = values.get(position) else { continue };
                    let value = value.to_i128()?;
                    coefficient = match multiplied {
                        true => coefficient.checked_mul(value)?,
                        false => coefficient.checked_add(value)?,
                    };
                }
            }
        }
        Some(NarrowTerms { coefficient, difference })
    }
}

impl Pricer<'_> {
    /// The price of a unit whose total is unit price × area and nothing else.
    pub(crate) fn narrow_price(&self, terms: NarrowTerms, size: Size) -> Option<Price> {
        let linear = self.linear.as_ref().filter(|_| self.arithmetic.is_plain(size))?;
        let from_base = terms.coefficient.checked_mul(linear.per_coefficient)?;
        let from_differences = terms.difference.checked_mul(linear.per_difference)?;
        let fen = from_base.checked_add(from_differences)?.checked_mul(100)?;
        match self.scheme.price_basis {
            PriceBasis::UnitFirst => {
                let per = self.scheme.unit_rounding.quotient(fen, linear.denominator).ok()?;
                let unit = UnitPrice::from_micros(per.fen().checked_mul(10_000)?);
                self.at_unit_price(unit, size.area).ok()
            }
            PriceBasis::TotalFirst => {
                let fen = fen.checked_mul(i128::from(size.area.ten_thousandths()))?;
                let by = linear.denominator.checked_mul(10_000)?;
                let total = self.scheme.total_rounding.quotient(fen, by).ok()?;
                from_total(total, size.area).ok()
            }
        }
    }

    /// The exact list price of a unit whose total is unit price × area and nothing else.
    pub(crate) fn narrow_raw(&self, terms: NarrowTerms, size: Size) -> Option<NarrowPrice> {
        let decimals = self.decimals.filter(|_| self.arithmetic.is_plain(size))?;
        let coefficient = Narrow::new(terms.coefficient, decimals.coefficient).ok()?;
        let mut unit = decimals.base.mul(coefficient).ok()?;
        let difference = UnitPrice::from_micros(i64::try_from(terms.difference).ok()?);
        if !difference.is_zero() {
            unit = unit.add(Narrow::of_scalar(difference.micros(), UnitPrice::SCALE)).ok()?;
        }
        let area = Narrow::of_scalar(size.area.ten_thousandths(), Area::SCALE);
        let raw = Raw { unit, total: unit.mul(area).ok()? };
        let Decimals { base, base_price, .. } = decimals;
        Some(NarrowPrice { base, base_price, coefficient, difference, raw })
    }
}
