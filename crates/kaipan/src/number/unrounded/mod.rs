//! Exact numbers: what a value is before its rounding point.

mod integer;
mod quotient;
mod short;
mod text;
mod wide;

pub(crate) use integer::Integer;
pub(crate) use text::place_point;
pub use wide::Wide;

use super::rounding::divide;
use super::{Area, Exact, Figure, Mode, Money, Rate, UnitPrice};
use crate::error::{Code, Error, Result};
use quotient::Quotient;
use short::Decimal;
use std::cmp::Ordering;

/// An exact number: what carries a value from one rounding point to the next.
///
/// Nearly every value on the way is a short decimal and stays in 128 bits. What does not fit, such as
/// a base price solved from a target or a third, goes on as a quotient of two [`Wide`] integers, so
/// that an unrounded table meets its target exactly. Which of the two it is cannot be seen from
/// outside.
#[derive(Clone, Debug)]
pub struct Unrounded(Repr);

#[derive(Clone, Debug)]
enum Repr {
    Short(Decimal),
    Long(Box<Quotient>),
}

use Repr::{Long, Short};

impl Unrounded {
    /// Zero.
    pub const ZERO: Unrounded = Unrounded(Short(Decimal::ZERO));
    /// One.
    pub const ONE: Unrounded = Unrounded(Short(Decimal::ONE));

    /// The quotient `numerator ÷ denominator`.
    ///
    /// # Errors
    /// [`Code::NumberZeroDenominator`] for a zero denominator.
    pub fn new(numerator: Wide, denominator: Wide) -> Result<Unrounded> {
        if denominator.is_zero() {
            return Err(Error::new(Code::NumberZeroDenominator));
        }
        let quotient = Quotient { numerator, denominator };
        if denominator.is_negative() {
            let opposite = Quotient { denominator: denominator.abs()?, ..quotient }.opposite()?;
            return Ok(Unrounded::from(opposite));
        }
        Ok(Unrounded::from(quotient))
    }

    /// An integer count of `10^-decimals` with few decimals, those of a scalar.
    pub(crate) fn decimal(count: i64, decimals: u32) -> Unrounded {
        Unrounded(Short(Decimal::of_scalar(count, decimals)))
    }

    fn quotient(&self) -> Quotient {
        match &self.0 {
            Short(value) => Quotient { numerator: value.count(), denominator: value.denominator() },
            Long(quotient) => **quotient,
        }
    }

    /// The numerator of some quotient that is this number.
    pub fn numerator(&self) -> Wide {
        self.quotient().numerator
    }

    /// The denominator that goes with the numerator, always positive.
    pub fn denominator(&self) -> Wide {
        self.quotient().denominator
    }

    /// Numerator and denominator without a common divisor.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] at the very edge of the range.
    pub fn lowest_terms(&self) -> Result<(Wide, Wide)> {
        let Quotient { numerator, denominator } = self.quotient().lowest_terms()?;
        Ok((numerator, denominator))
    }

    /// Sum.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] when it cannot be carried exactly.
    pub fn add(&self, other: &Unrounded) -> Result<Unrounded> {
        if let (Short(one), Short(two)) = (&self.0, &other.0)
            && let Some(sum) = one.plus(*two)
        {
            return Ok(Unrounded(Short(sum)));
        }
        self.quotient().plus(&other.quotient()).map(Unrounded::from)
    }

    /// Difference.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] when it cannot be carried exactly.
    pub fn sub(&self, other: &Unrounded) -> Result<Unrounded> {
        if let (Short(one), Short(two)) = (&self.0, &other.0)
            && let Some(difference) = two.opposite().and_then(|two| one.plus(two))
        {
            return Ok(Unrounded(Short(difference)));
        }
        self.quotient().plus(&other.quotient().opposite()?).map(Unrounded::from)
    }

    /// The number without its sign.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] at the very edge of the range.
    pub fn magnitude(&self) -> Result<Unrounded> {
        if self.is_negative() { Unrounded::ZERO.sub(self) } else { Ok(self.clone()) }
    }

    /// Product.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] when it cannot be carried exactly.
    pub fn mul(&self, other: &Unrounded) -> Result<Unrounded> {
        if let (Short(one), Short(two)) = (&self.0, &other.0)
            && let Some(product) = one.times(*two)
        {
            return Ok(Unrounded(Short(product)));
        }
        self.quotient().times(&other.quotient()).map(Unrounded::from)
    }

    /// So many times the number.
    pub(crate) fn times(&self, count: Wide) -> Result<Unrounded> {
        if let (Short(one), Some(count)) = (&self.0, Decimal::new(count, 0))
            && let Some(product) = one.times(count)
        {
            return Ok(Unrounded(Short(product)));
        }
        let Quotient { numerator, denominator } = self.quotient();
        Ok(Unrounded::from(Quotient { numerator: numerator.mul(count)?, denominator }))
    }

    /// Quotient.
    ///
    /// # Errors
    /// [`Code::NumberZeroDenominator`] when `other` is zero; [`Code::NumberTooWide`].
    pub fn div(&self, other: &Unrounded) -> Result<Unrounded> {
        let (one, two) = (self.quotient(), other.quotient());
        Unrounded::new(one.numerator.mul(two.denominator)?, one.denominator.mul(two.numerator)?)
    }

    /// The same value in a form that keeps what follows short.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] at the very edge of the range.
    pub fn reduced(&self) -> Result<Unrounded> {
        let Long(quotient) = &self.0 else { return Ok(self.clone()) };
        let Quotient { numerator, denominator } = quotient.lowest_terms()?;
        match Decimal::of_quotient(numerator, denominator) {
            Some(decimal) => Ok(Unrounded(Short(decimal))),
            None => Ok(Unrounded(Long(Box::new(Quotient { numerator, denominator })))),
        }
    }

    /// Greater, equal or less.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] when the cross products cannot be carried.
    pub fn compare(&self, other: &Unrounded) -> Result<Ordering> {
        if let (Short(one), Short(two)) = (&self.0, &other.0)
            && let Some(order) = one.compared(*two)
        {
            return Ok(order);
        }
        let (one, two) = (self.quotient(), other.quotient());
        let left = one.numerator.mul(two.denominator)?;
        let right = two.numerator.mul(one.denominator)?;
        Ok(left.cmp(&right))
    }

    /// A hundred times the number as a quotient in 128 bits, if it is short.
    pub(super) fn short_fen(&self) -> Option<(i128, i128)> {
        match self.0 {
            Short(value) => value.hundredfold(),
            Long(_) => None,
        }
    }

    /// Greater than zero.
    pub fn is_positive(&self) -> bool {
        self.numerator().is_positive()
    }

    /// Less than zero.
    pub fn is_negative(&self) -> bool {
        self.numerator().is_negative()
    }

    /// Equal to zero.
    pub fn is_zero(&self) -> bool {
        self.numerator().is_zero()
    }

    /// The nearest integer count of `10^-decimals`, half away from zero.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] when it cannot be carried exactly.
    pub fn scaled(&self, decimals: u32) -> Result<Wide> {
        let Quotient { numerator, denominator } = self.quotient();
        divide(numerator.mul(Wide::power_of_ten(decimals)?)?, denominator, Mode::HalfUp)
    }

    /// The nearest unit price of 6 decimals, half away from zero.
    ///
    /// # Errors
    /// [`Code::NumberOverflow`] outside the range of a unit price.
    pub fn to_unit_price(&self) -> Result<UnitPrice> {
        let micros = self.scaled(UnitPrice::SCALE)?.to_i64();
        micros.map(UnitPrice::from_micros).ok_or_else(|| Error::new(Code::NumberOverflow))
    }

    /// The nearest rate of 6 decimals, half away from zero.
    ///
    /// # Errors
    /// [`Code::NumberOverflow`] outside the range of a rate.
    pub fn to_rate(&self) -> Result<Rate> {
        let millionths = self.scaled(Rate::SCALE)?.to_i64();
        millionths.map(Rate::from_millionths).ok_or_else(|| Error::new(Code::NumberOverflow))
    }
}

impl From<Quotient> for Unrounded {
    fn from(quotient: Quotient) -> Unrounded {
        let Quotient { numerator, denominator } = quotient;
        match denominator.log_ten().and_then(|zeros| Decimal::new(numerator, zeros)) {
            Some(decimal) => Unrounded(Short(decimal)),
            None => Unrounded(Long(Box::new(quotient))),
        }
    }
}

macro_rules! from_scalar {
    ($($scalar:ident . $count:ident),*) => {
        $(impl From<$scalar> for Unrounded {
            fn from(value: $scalar) -> Unrounded {
                Unrounded::decimal(value.$count(), $scalar::SCALE)
            }
        })*
    };
}

from_scalar!(Money.fen, UnitPrice.micros, Area.ten_thousandths, Rate.millionths, Figure.millionths);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::{Place, Rounding};
    use proptest::prelude::*;

    fn of(n: i64, d: i64) -> Unrounded {
        Unrounded::new(Wide::from(n), Wide::from(d)).unwrap()
    }

    #[test]
    fn arithmetic() {
        let third = of(1, 3);
        assert_eq!(third.add(&of(1, 6)).unwrap().compare(&of(1, 2)).unwrap(), Ordering::Equal);
        assert!(third.sub(&of(1, 3)).unwrap().is_zero());
        assert_eq!(of(6, -4).reduced().unwrap().to_text().unwrap(), "-1.5");
        assert_eq!(third.div(&Unrounded::ZERO).unwrap_err().code(), Code::NumberZeroDenominator);
        assert_eq!(of(98, 100).to_rate().unwrap().to_string(), "0.98");
    }

    proptest! {
        /// Which form a number has cannot be seen: as a quotient that is no power of ten, and as a
        /// short decimal, it gives the same.
        #[test]
        fn both_forms_agree(a: i64, b: i64, x in 0..9_u32, y in 0..9_u32, far in 0..30_u32) {
            let short = |count: i64, decimals: u32| Unrounded::decimal(count, decimals);
            let long = |count: i64, decimals: u32| {
                let three = Wide::from(3_i64);
                let by = Wide::power_of_ten(decimals).unwrap().mul(three).unwrap();
                Unrounded::new(Wide::from(count).mul(three).unwrap(), by).unwrap()
            };
            let text = |value: &Unrounded| value.to_text().unwrap();
            let (s, l) = ((short(a, x), short(b, y)), (long(a, x), long(b, y)));
            prop_assert_eq!(text(&s.0), text(&l.0));
            prop_assert!(matches!(l.0.0, Long(_)) && matches!(l.0.reduced().unwrap().0, Short(_)));
            for (of_s, of_l) in [
                (s.0.add(&s.1), l.0.add(&l.1)),
                (s.0.sub(&s.1), l.0.sub(&l.1)),
                (s.0.mul(&s.1), l.0.mul(&l.1)),
                (s.0.mul(&s.1).and_then(|p| p.mul(&short(1, far))), l.0.mul(&l.1).and_then(|p| p.mul(&long(1, far)))),
            ] {
                let (of_s, of_l) = (of_s.unwrap(), of_l.unwrap());
                prop_assert_eq!(text(&of_s), text(&of_l));
                prop_assert_eq!(of_s.compare(&s.0).unwrap(), of_l.compare(&l.0).unwrap());
                let away = Rounding::half_up(Place::Fen);
                prop_assert_eq!(away.round(&of_s).ok(), away.round(&of_l).ok());
                prop_assert_eq!(of_s.lowest_terms().unwrap(), of_l.lowest_terms().unwrap());
            }
        }
    }
}
