//! Exact integers wide enough for every intermediate of the trade.

use crate::error::{Code, Error, Result};
use bnum::cast::As;
use bnum::types::I1024;
use std::cmp::Ordering;
use std::fmt;

/// An exact signed integer of up to 1024 bits (308 digits).
///
/// Six coefficients of six decimals times a base and an area need about 60 digits, a solved base
/// about 110: `rust_decimal` holds 28 and rounds in silence past that. Most values fit 128 bits
/// and are computed there; wider ones go on in 1024 bits; what does not fit those is an error
/// ([`Code::NumberTooWide`]), never a rounding. No heap memory is used.
#[derive(Clone, Copy, Debug)]
pub struct Wide(Repr);

#[derive(Clone, Copy, Debug)]
enum Repr {
    Small(i128),
    /// Only for values that do not fit `Small`.
    Big(I1024),
}

use Repr::{Big, Small};

fn too_wide() -> Error {
    Error::new(Code::NumberTooWide)
}

#[expect(
    clippy::should_implement_trait,
    reason = "these return a Result, and operators would hide the error"
)]
impl Wide {
    /// Zero.
    pub const ZERO: Wide = Wide(Small(0));
    /// One.
    pub const ONE: Wide = Wide(Small(1));

    pub(crate) const fn small(value: i128) -> Wide {
        Wide(Small(value))
    }

    fn big(self) -> I1024 {
        match self.0 {
            Small(value) => value.as_(),
            Big(value) => value,
        }
    }

    /// What does not fit 128 bits.
    #[cold]
    #[inline(never)]
    fn in_full(one: Wide, two: Wide, work: fn(I1024, I1024) -> Option<I1024>) -> Result<Wide> {
        work(one.big(), two.big()).map(Wide::from_big).ok_or_else(too_wide)
    }

    fn from_big(value: I1024) -> Wide {
        match i128::try_from(value) {
            Ok(small) => Wide(Small(small)),
            Err(_) => Wide(Big(value)),
        }
    }

    /// The power of ten with this many zeros.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] past 307 zeros.
    pub fn power_of_ten(zeros: u32) -> Result<Wide> {
        if let Some(small) = 10_i128.checked_pow(zeros) {
            return Ok(Wide(Small(small)));
        }
        let (mut power, mut zeros) = (Wide::ONE, zeros);
        while zeros > 0 {
            // What is too wide is refused long before the zeros of any number are used up.
            let some = zeros.min(38);
            power = power.mul(Wide(Small(10_i128.saturating_pow(some))))?;
            zeros = zeros.saturating_sub(some);
        }
        Ok(power)
    }

    /// Sum.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] past 1024 bits.
    #[inline]
    pub fn add(self, other: Wide) -> Result<Wide> {
        if let (Small(a), Small(b)) = (self.0, other.0)
            && let Some(sum) = a.checked_add(b)
        {
            return Ok(Wide(Small(sum)));
        }
        Wide::in_full(self, other, I1024::checked_add)
    }

    /// Difference.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] past 1024 bits.
    #[inline]
    pub fn sub(self, other: Wide) -> Result<Wide> {
        if let (Small(a), Small(b)) = (self.0, other.0)
            && let Some(difference) = a.checked_sub(b)
        {
            return Ok(Wide(Small(difference)));
        }
        Wide::in_full(self, other, I1024::checked_sub)
    }

    /// Product.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] past 1024 bits.
    #[inline]
    pub fn mul(self, other: Wide) -> Result<Wide> {
        if let (Small(a), Small(b)) = (self.0, other.0)
            && let Some(product) = a.checked_mul(b)
        {
            return Ok(Wide(Small(product)));
        }
        Wide::in_full(self, other, I1024::checked_mul)
    }

    /// Quotient toward zero and remainder with the sign of the dividend.
    ///
    /// # Errors
    /// [`Code::NumberZeroDenominator`] for a zero divisor.
    pub fn div_rem(self, by: Wide) -> Result<(Wide, Wide)> {
        if by.is_zero() {
            return Err(Error::new(Code::NumberZeroDenominator));
        }
        if let (Small(a), Small(b)) = (self.0, by.0) {
            // 64-bit division is several times faster, and most prices fit.
            if let (Ok(a), Ok(b)) = (u64::try_from(a), u64::try_from(b))
                && let (Some(q), Some(r)) = (a.checked_div(b), a.checked_rem(b))
            {
                return Ok((Wide::from(q), Wide::from(r)));
            }
            if let (Some(q), Some(r)) = (a.checked_div(b), a.checked_rem(b)) {
                return Ok((Wide(Small(q)), Wide(Small(r))));
            }
        }
        let (a, b) = (self.big(), by.big());
        let quotient = a.checked_div(b).ok_or_else(too_wide)?;
        let remainder = a.checked_rem(b).ok_or_else(too_wide)?;
        Ok((Wide::from_big(quotient), Wide::from_big(remainder)))
    }

    /// The value without its sign.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] for the single value whose opposite does not fit.
    pub fn abs(self) -> Result<Wide> {
        if self.is_negative() { Wide::ZERO.sub(self) } else { Ok(self) }
    }

    /// Less than zero.
    pub fn is_negative(self) -> bool {
        match self.0 {
            Small(value) => value < 0,
            Big(value) => value.is_negative(),
        }
    }

    /// Equal to zero.
    pub fn is_zero(self) -> bool {
        matches!(self.0, Small(0))
    }

    /// Greater than zero.
    pub fn is_positive(self) -> bool {
        !self.is_zero() && !self.is_negative()
    }

    /// The value in 64 bits, if it fits.
    pub fn to_i64(self) -> Option<i64> {
        match self.0 {
            Small(value) => i64::try_from(value).ok(),
            Big(_) => None,
        }
    }

    /// The value in 128 bits, if it fits.
    pub fn to_i128(self) -> Option<i128> {
        match self.0 {
            Small(value) => Some(value),
            Big(_) => None,
        }
    }

    /// The number of zeros, if this is a power of ten.
    pub fn log_ten(self) -> Option<u32> {
        let zeros = match self.0 {
            Small(value) => value.checked_ilog10()?,
            Big(value) => value.checked_ilog10()?,
        };
        (Wide::power_of_ten(zeros).ok()? == self).then_some(zeros)
    }

    /// The greatest common divisor, never negative.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] as [`Wide::abs`].
    pub fn gcd(self, other: Wide) -> Result<Wide> {
        let (mut a, mut b) = (self.abs()?, other.abs()?);
        while !b.is_zero() {
            let (_, remainder) = a.div_rem(b)?;
            (a, b) = (b, remainder);
        }
        Ok(a)
    }
}

impl From<i64> for Wide {
    fn from(value: i64) -> Wide {
        Wide(Small(i128::from(value)))
    }
}

impl From<u64> for Wide {
    fn from(value: u64) -> Wide {
        Wide(Small(i128::from(value)))
    }
}

impl From<i128> for Wide {
    fn from(value: i128) -> Wide {
        Wide(Small(value))
    }
}

impl PartialEq for Wide {
    fn eq(&self, other: &Wide) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Wide {}

impl PartialOrd for Wide {
    fn partial_cmp(&self, other: &Wide) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Wide {
    fn cmp(&self, other: &Wide) -> Ordering {
        match (self.0, other.0) {
            (Small(a), Small(b)) => a.cmp(&b),
            _ => self.big().cmp(&other.big()),
        }
    }
}

impl fmt::Display for Wide {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Small(value) => value.fmt(f),
            Big(_) => self.big().fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn six_six_digit_coefficients_stay_exact() {
        // 12,345.67 × six coefficients of six decimals: 43 significant digits.
        let factors = [1_012_347, 987_653, 1_003_001, 1_049_999, 963_007, 1_020_003];
        let mut exact = Wide::from(1_234_567_i64);
        let mut plain = rust_decimal::Decimal::new(1_234_567, 2);
        for factor in factors {
            exact = exact.mul(Wide::from(factor)).unwrap();
            plain *= rust_decimal::Decimal::new(factor, 6);
        }
        // Python: 1234567*1012347*987653*1003001*1049999*963007*1020003
        assert_eq!(exact.to_string(), "1276937367520860019739511929963134005957963");
        let plain_digits = plain.to_string().replace('.', "");
        assert_ne!(plain_digits, exact.to_string(), "plain Decimal has rounded in silence");
        assert!(plain_digits.len() < exact.to_string().len());
    }

    #[test]
    fn what_cannot_be_carried_is_an_error() {
        let mut value = Wide::from(i64::MAX);
        let error = loop {
            match value.mul(value) {
                Ok(square) => value = square,
                Err(error) => break error,
            }
        };
        assert_eq!(error.code(), Code::NumberTooWide);
        assert!(Wide::power_of_ten(307).is_ok());
        assert!(Wide::power_of_ten(400).is_err());
        assert_eq!(Wide::ONE.div_rem(Wide::ZERO).unwrap_err().code(), Code::NumberZeroDenominator);
    }

    proptest! {
        #[test]
        fn both_widths_agree(a: i128, b: i64, c in 1_i64..) {
            let (a, b, c) = (Wide::from(a), Wide::from(b), Wide::from(c));
            let product = a.mul(b).unwrap();
            let (q, r) = product.add(c).unwrap().div_rem(c).unwrap();
            prop_assert_eq!(q.mul(c).unwrap().add(r).unwrap().sub(c).unwrap(), product);
            prop_assert!(r.abs().unwrap() < c);
            prop_assert_eq!(product.is_negative(), a.is_negative() != b.is_negative() && !product.is_zero());
        }
    }
}
