//! Quotients of two wide integers.

use super::Wide;
use crate::error::Result;

/// `numerator ÷ denominator`; the denominator is always positive.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quotient {
    pub(super) numerator: Wide,
    pub(super) denominator: Wide,
}

impl Quotient {
    pub(super) fn plus(&self, other: &Quotient) -> Result<Quotient> {
        // Of the terms of a sum, one denominator is nearly always a multiple of the other: it stays.
        let (long, short) =
            if self.denominator < other.denominator { (other, self) } else { (self, other) };
        let (times, rest) = long.denominator.div_rem(short.denominator)?;
        if rest.is_zero() {
            let numerator = long.numerator.add(short.numerator.mul(times)?)?;
            return Ok(Quotient { numerator, denominator: long.denominator });
        }
        let left = self.numerator.mul(other.denominator)?;
        let right = other.numerator.mul(self.denominator)?;
        let denominator = self.denominator.mul(other.denominator)?;
        Ok(Quotient { numerator: left.add(right)?, denominator })
    }

    pub(super) fn opposite(&self) -> Result<Quotient> {
        Ok(Quotient { numerator: Wide::ZERO.sub(self.numerator)?, ..*self })
    }

    pub(super) fn times(&self, other: &Quotient) -> Result<Quotient> {
        Ok(Quotient {
            numerator: self.numerator.mul(other.numerator)?,
            denominator: self.denominator.mul(other.denominator)?,
        })
    }

    pub(super) fn lowest_terms(&self) -> Result<Quotient> {
        let divisor = self.numerator.gcd(self.denominator)?;
        if divisor.is_zero() || divisor == Wide::ONE {
            return Ok(*self);
        }
        Ok(Quotient {
            numerator: self.numerator.div_rem(divisor)?.0,
            denominator: self.denominator.div_rem(divisor)?.0,
        })
    }
}
