//! The numbers that an explanation carries from step to step.

use super::{
    Area, Exact, FAST, Figure, Fraction, Money, Narrow, Rate, Rounding, Share, UnitPrice, Wide,
    power_of_ten,
};
use crate::error::{Code, Error, Result};
use std::cmp::Ordering;

/// An exact number: [`Narrow`] does for most explanations, [`Fraction`] for all.
pub(crate) trait Carried: Copy {
    /// An integer count of `10^-decimals` (`decimals` ≤ 18).
    fn scalar(count: i64, decimals: u32) -> Self;
    /// The quotient of two integers.
    fn quotient(numerator: Wide, denominator: Wide) -> Result<Self>;
    fn plus(self, other: Self) -> Result<Self>;
    fn minus(self, other: Self) -> Result<Self>;
    fn times(self, other: Self) -> Result<Self>;
    /// Greater, equal or less.
    fn compared(self, other: Self) -> Result<Ordering>;
    /// The same value in a form that keeps what follows short.
    fn tidy(self) -> Result<Self>;
    fn shown(self) -> Result<Exact>;
    /// The amount in yuan after a rounding point.
    fn rounded(self, rounding: &Rounding) -> Result<Money>;

    fn zero() -> Self {
        Self::scalar(0, 0)
    }

    fn one() -> Self {
        Self::scalar(1, 0)
    }

    fn unit_price(value: UnitPrice) -> Self {
        Self::scalar(value.micros(), UnitPrice::SCALE)
    }

    fn area(value: Area) -> Self {
        Self::scalar(value.ten_thousandths(), Area::SCALE)
    }

    fn money(value: Money) -> Self {
        Self::scalar(value.fen(), Money::SCALE)
    }

    fn share(value: Share) -> Result<Self> {
        if let Some(count) = value.millionths() {
            return Ok(Self::scalar(count, Rate::SCALE));
        }
        Self::quotient(Wide::from(value.numerator()), Wide::from(value.denominator()))
    }

    fn rate(value: Rate) -> Self {
        Self::scalar(value.millionths(), Rate::SCALE)
    }

    fn figure(value: Figure) -> Self {
        Self::scalar(value.millionths(), Figure::SCALE)
    }
}

/// In short decimals; in fractions if that is too narrow.
pub(crate) fn either<T>(
    narrow: impl FnOnce() -> Result<T>,
    wide: impl FnOnce() -> Result<T>,
) -> Result<T> {
    short(narrow).unwrap_or_else(wide)
}

/// What short decimals give; nothing if it takes fractions, which give the same.
pub(crate) fn short<T>(narrow: impl FnOnce() -> Result<T>) -> Option<Result<T>> {
    if !FAST {
        return None;
    }
    match narrow() {
        Err(error) if error.code() == Code::NumberTooWide => None,
        done => Some(done),
    }
}

impl Carried for Narrow {
    fn scalar(count: i64, decimals: u32) -> Narrow {
        Narrow::of_scalar(count, decimals)
    }

    /// Quotients are left to fractions.
    fn quotient(_: Wide, _: Wide) -> Result<Narrow> {
        Err(Error::new(Code::NumberTooWide))
    }

    fn plus(self, other: Narrow) -> Result<Narrow> {
        self.add(other)
    }

    fn minus(self, other: Narrow) -> Result<Narrow> {
        self.sub(other)
    }

    fn times(self, other: Narrow) -> Result<Narrow> {
        self.mul(other)
    }

    fn compared(self, other: Narrow) -> Result<Ordering> {
        self.compare(other)
    }

    fn tidy(self) -> Result<Narrow> {
        Ok(self)
    }

    fn shown(self) -> Result<Exact> {
        Ok(self.to_exact())
    }

    fn rounded(self, rounding: &Rounding) -> Result<Money> {
        self.round(rounding)
    }
}

impl Carried for Fraction {
    fn scalar(count: i64, decimals: u32) -> Fraction {
        let denominator = Wide::from(power_of_ten(decimals));
        Fraction::new(Wide::from(count), denominator).unwrap_or(Fraction::ZERO)
    }

    fn quotient(numerator: Wide, denominator: Wide) -> Result<Fraction> {
        Fraction::new(numerator, denominator)
    }

    fn plus(self, other: Fraction) -> Result<Fraction> {
        self.add(&other)
    }

    fn minus(self, other: Fraction) -> Result<Fraction> {
        self.sub(&other)
    }

    fn times(self, other: Fraction) -> Result<Fraction> {
        self.mul(&other)
    }

    fn compared(self, other: Fraction) -> Result<Ordering> {
        self.compare(&other)
    }

    fn tidy(self) -> Result<Fraction> {
        self.reduced()
    }

    fn shown(self) -> Result<Exact> {
        self.to_exact()
    }

    fn rounded(self, rounding: &Rounding) -> Result<Money> {
        rounding.fraction(&self)
    }
}
