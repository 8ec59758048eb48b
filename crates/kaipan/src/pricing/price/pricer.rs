//! From the linear function to a price: rounding order and derived unit prices (handbook §2.6).

use super::arithmetic::{Arithmetic, Size, Terms};
use super::rounding::{Price, Raw};
use crate::error::Result;
use crate::number::{Area, Unrounded, Wide};
use crate::pricing::scheme::PricingScheme;

/// A scheme with one base price: prices units one at a time, exactly.
pub(crate) struct Pricer<'a> {
    pub(crate) scheme: &'a PricingScheme,
    pub(crate) arithmetic: &'a Arithmetic,
    pub(crate) base: Unrounded,
    /// Factor of a unit's coefficient numerator in the list price's numerator.
    per_coefficient: Wide,
    /// Factor of a unit's difference.
    per_difference: Wide,
    /// Denominator of every list unit price of the scheme.
    denominator: Wide,
    /// One over the denominator: a short decimal for nearly every scheme.
    step: Unrounded,
}

impl<'a> Pricer<'a> {
    pub(crate) fn new(
        scheme: &'a PricingScheme,
        arithmetic: &'a Arithmetic,
        base: &Unrounded,
    ) -> Result<Pricer<'a>> {
        // raw = (bn/bd × Cn/Cd + Dn/10^6) ÷ (δn/δd), over the one denominator bd·Cd·10^6·δn,
        // with common factors taken out so that most prices stay within 128 bits.
        let micro = Wide::from(1_000_000_i64);
        let (dn, dd) = arithmetic.delta.lowest_terms()?;
        let cd = arithmetic.coefficient_denominator;
        let (bn, bd) = base.lowest_terms()?;
        let mut per_coefficient = bn.mul(micro)?.mul(dd)?;
        let mut per_difference = bd.mul(cd)?.mul(dd)?;
        let mut denominator = bd.mul(cd)?.mul(micro)?.mul(dn)?;
        let common = per_coefficient.gcd(per_difference)?.gcd(denominator)?;
        if common > Wide::ONE {
            per_coefficient = per_coefficient.div_rem(common)?.0;
            per_difference = per_difference.div_rem(common)?.0;
            denominator = denominator.div_rem(common)?.0;
        }
        let step = Unrounded::new(Wide::ONE, denominator)?.reduced()?;
        let base = base.clone();
        Ok(Pricer { scheme, arithmetic, base, step, per_coefficient, per_difference, denominator })
    }

    /// Denominator of every list unit price of the scheme.
    pub(crate) fn denominator(&self) -> Wide {
        self.denominator
    }

    /// Numerator of the list price per m² without gift area and lump sums.
    pub(crate) fn numerator(&self, terms: &Terms) -> Result<Wide> {
        let from_base = terms.coefficient.mul(self.per_coefficient)?;
        if terms.difference.is_zero() {
            return Ok(from_base);
        }
        from_base.add(terms.difference.mul(self.per_difference)?)
    }

    /// List price per m² without gift area and lump sums.
    pub(crate) fn raw_unit(&self, terms: &Terms) -> Result<Unrounded> {
        self.step.times(self.numerator(terms)?)
    }

    /// The exact list price of a unit.
    pub(crate) fn raw(&self, terms: &Terms, size: Size) -> Result<Raw> {
        let price = self.raw_unit(terms)?;
        let area = Unrounded::from(size.area);
        if self.arithmetic.is_plain(size) {
            let total = price.mul(&area)?;
            return Ok(Raw { unit: price, total });
        }
        let extra = self.arithmetic.extra(size)?.div(&self.arithmetic.delta)?;
        let total = price.mul(&self.arithmetic.charged_area(size)?)?.add(&extra)?;
        Ok(Raw { unit: total.div(&area)?, total })
    }

    /// Rounds a raw price by the scheme.
    ///
    /// # Errors
    /// As [`RoundingOrder::price`](super::rounding::RoundingOrder::price).
    pub(crate) fn price(&self, raw: &Raw, area: Area) -> Result<Price> {
        self.scheme.rounding_order().price(raw, area)
    }
}
