//! Exact quotients: what a value is before its rounding point.

use super::rounding::divide;
use super::{Area, Exact, Figure, Mode, Money, Rate, UnitPrice, Wide, power_of_ten};
use crate::error::{Code, Error, Result};
use std::cmp::Ordering;
use std::str::FromStr;

/// An exact quotient of two [`Wide`] integers; the denominator is always positive.
///
/// A base found by back-solving is rarely a decimal number: it stays a fraction until a rounding
/// point, so that an unrounded table meets its target exactly.
#[derive(Clone, Copy, Debug)]
pub struct Fraction {
    numerator: Wide,
    denominator: Wide,
}

impl Fraction {
    /// Zero.
    pub const ZERO: Fraction = Fraction { numerator: Wide::ZERO, denominator: Wide::ONE };
    /// One.
    pub const ONE: Fraction = Fraction { numerator: Wide::ONE, denominator: Wide::ONE };

    /// The quotient `numerator ÷ denominator`.
    ///
    /// # Errors
    /// [`Code::NumberZeroDenominator`] for a zero denominator.
    pub fn new(numerator: Wide, denominator: Wide) -> Result<Fraction> {
        if denominator.is_zero() {
            return Err(Error::new(Code::NumberZeroDenominator));
        }
        if denominator.is_negative() {
            let (n, d) = (Wide::ZERO.sub(numerator)?, Wide::ZERO.sub(denominator)?);
            return Ok(Fraction { numerator: n, denominator: d });
        }
        Ok(Fraction { numerator, denominator })
    }

    /// The numerator.
    #[must_use]
    pub fn numerator(&self) -> Wide {
        self.numerator
    }

    /// The denominator, always positive.
    #[must_use]
    pub fn denominator(&self) -> Wide {
        self.denominator
    }

    /// Sum.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] when it cannot be carried exactly.
    pub fn add(&self, other: &Fraction) -> Result<Fraction> {
        if self.denominator == other.denominator {
            let numerator = self.numerator.add(other.numerator)?;
            return Ok(Fraction { numerator, denominator: self.denominator });
        }
        let left = self.numerator.mul(other.denominator)?;
        let right = other.numerator.mul(self.denominator)?;
        let denominator = self.denominator.mul(other.denominator)?;
        Ok(Fraction { numerator: left.add(right)?, denominator })
    }

    /// Difference.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] when it cannot be carried exactly.
    pub fn sub(&self, other: &Fraction) -> Result<Fraction> {
        let numerator = Wide::ZERO.sub(other.numerator)?;
        self.add(&Fraction { numerator, denominator: other.denominator })
    }

    /// Product.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] when it cannot be carried exactly.
    pub fn mul(&self, other: &Fraction) -> Result<Fraction> {
        Ok(Fraction {
            numerator: self.numerator.mul(other.numerator)?,
            denominator: self.denominator.mul(other.denominator)?,
        })
    }

    /// Quotient.
    ///
    /// # Errors
    /// [`Code::NumberZeroDenominator`] when `other` is zero; [`Code::NumberTooWide`].
    pub fn div(&self, other: &Fraction) -> Result<Fraction> {
        Fraction::new(
            self.numerator.mul(other.denominator)?,
            self.denominator.mul(other.numerator)?,
        )
    }

    /// The same value in lowest terms.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] at the very edge of the range.
    pub fn reduced(&self) -> Result<Fraction> {
        let divisor = self.numerator.gcd(self.denominator)?;
        if divisor.is_zero() || divisor == Wide::ONE {
            return Ok(*self);
        }
        Ok(Fraction {
            numerator: self.numerator.div_rem(divisor)?.0,
            denominator: self.denominator.div_rem(divisor)?.0,
        })
    }

    /// Greater, equal or less.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] when the cross products cannot be carried.
    pub fn compare(&self, other: &Fraction) -> Result<Ordering> {
        let left = self.numerator.mul(other.denominator)?;
        let right = other.numerator.mul(self.denominator)?;
        Ok(left.cmp(&right))
    }

    /// Greater than zero.
    #[must_use]
    pub fn is_positive(&self) -> bool {
        self.numerator.is_positive()
    }

    /// Less than zero.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.numerator.is_negative()
    }

    /// Equal to zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.numerator.is_zero()
    }

    /// The nearest integer count of `10^-decimals`, half away from zero.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] when it cannot be carried exactly.
    pub fn scaled(&self, decimals: u32) -> Result<Wide> {
        let scale = Wide::power_of_ten(decimals)?;
        divide(self.numerator.mul(scale)?, self.denominator, Mode::HalfUp)
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

    /// The value in plain decimal text: exact if it ends within 60 decimals, else rounded half
    /// away from zero to 12.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] when it cannot be carried exactly.
    pub fn to_text(&self) -> Result<String> {
        Ok(self.to_exact()?.to_string())
    }

    /// As [`Fraction::to_text`], as a number of a result.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] when it cannot be carried exactly.
    pub fn to_exact(&self) -> Result<Exact> {
        // Denominators of scheme tables are powers of ten: no reduction is needed for those.
        if let Some(decimals) = self.denominator.log_ten().filter(|d| *d <= MOST_DECIMALS) {
            return Ok(Exact::scaled(self.numerator, decimals));
        }
        let Fraction { numerator, denominator } = self.reduced()?;
        let (rest, twos) = divided_out(denominator, 2)?;
        let (rest, fives) = divided_out(rest, 5)?;
        let decimals = twos.max(fives);
        if rest != Wide::ONE || decimals > MOST_DECIMALS {
            return Ok(Exact::scaled(self.scaled(12)?, 12));
        }
        let times = Wide::power_of_ten(decimals)?.div_rem(denominator)?.0;
        Ok(Exact::scaled(numerator.mul(times)?, decimals))
    }
}

/// Reads `numerator/denominator`, both whole, as results show a solved base; or a unit price.
impl FromStr for Fraction {
    type Err = Error;

    fn from_str(text: &str) -> Result<Fraction> {
        match text.split_once('/') {
            Some((numerator, denominator)) => {
                Fraction::new(whole(numerator)?, whole(denominator)?)?.reduced()
            }
            None => Ok(Fraction::from(text.parse::<UnitPrice>()?)),
        }
    }
}

fn whole(text: &str) -> Result<Wide> {
    let syntax = || Error::new(Code::NumberSyntax).with("text", text);
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(syntax());
    }
    let ten = Wide::from(10_i64);
    let count = digits.chars().try_fold(Wide::ZERO, |value, c| {
        let digit = c.to_digit(10).ok_or_else(syntax)?;
        value.mul(ten)?.add(Wide::from(i64::from(digit)))
    })?;
    if negative { Wide::ZERO.sub(count) } else { Ok(count) }
}

/// Decimals up to which [`Fraction::to_text`] is exact.
const MOST_DECIMALS: u32 = 60;

/// The value without a prime factor, and how often the factor was in it.
fn divided_out(mut value: Wide, prime: i64) -> Result<(Wide, u32)> {
    let mut times = 0_u32;
    loop {
        let (quotient, remainder) = value.div_rem(Wide::from(prime))?;
        if !remainder.is_zero() {
            return Ok((value, times));
        }
        value = quotient;
        times = times.saturating_add(1);
    }
}

/// Prints an integer count of `10^-decimals` without needless zeros.
pub(crate) fn place_point(count: Wide, decimals: u32) -> String {
    let digits = count.to_string();
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", digits.as_str()),
    };
    let decimals = usize::try_from(decimals).unwrap_or(usize::MAX);
    let padded = format!("{digits:0>width$}", width = decimals.saturating_add(1));
    let split = padded.len().saturating_sub(decimals);
    let (whole, rest) = padded.split_at_checked(split).unwrap_or((&padded, ""));
    match rest.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        rest => format!("{sign}{whole}.{rest}"),
    }
}

macro_rules! from_scalar {
    ($($scalar:ident . $count:ident),*) => {
        $(impl From<$scalar> for Fraction {
            fn from(value: $scalar) -> Fraction {
                Fraction {
                    numerator: Wide::from(value.$count()),
                    denominator: Wide::from(power_of_ten($scalar::SCALE)),
                }
            }
        })*
    };
}

from_scalar!(Money.fen, UnitPrice.micros, Area.ten_thousandths, Rate.millionths, Figure.millionths);

#[cfg(test)]
mod tests {
    use super::*;

    fn of(n: i64, d: i64) -> Fraction {
        Fraction::new(Wide::from(n), Wide::from(d)).unwrap()
    }

    #[test]
    fn quotients_are_read_as_results_show_them() {
        let read = |text: &str| text.parse::<Fraction>();
        for (text, n, d) in [
            ("150001/3", 150_001, 3),
            ("4/2", 2, 1),
            ("-1/4", -1, 4),
            ("1/-4", -1, 4),
            ("12500.5", 25_001, 2),
            ("007/1", 7, 1),
        ] {
            assert_eq!(read(text).unwrap().compare(&of(n, d)).unwrap(), Ordering::Equal, "{text}");
        }
        for (text, code) in [
            ("", Code::NumberSyntax),
            ("/", Code::NumberSyntax),
            ("1/", Code::NumberSyntax),
            ("-/1", Code::NumberSyntax),
            ("1/2/3", Code::NumberSyntax),
            ("1.5/2", Code::NumberSyntax),
            ("+1/2", Code::NumberSyntax),
            ("1/0", Code::NumberZeroDenominator),
            (&format!("{}/1", "9".repeat(400)), Code::NumberTooWide),
            (&format!("{}x/1", "9".repeat(400)), Code::NumberSyntax),
            (&format!("1.{}x", "9".repeat(40)), Code::NumberSyntax),
        ] {
            assert_eq!(read(text).unwrap_err().code(), code, "{text}");
        }
    }

    #[test]
    fn text_is_exact_when_it_ends() {
        for (n, d, text) in [
            (1, 4, "0.25"),
            (-1, 4, "-0.25"),
            (10, 1, "10"),
            (12_000, 1_000, "12"),
            (105_900_480, 100_000_000, "1.0590048"),
            (1, 1_000_000_000_000_000, "0.000000000000001"),
            (1, 3, "0.333333333333"),
            (-2, 3, "-0.666666666667"),
            (0, 7, "0"),
            (700, 7, "100"),
            (1, 625, "0.0016"),
            (3, 3_000_000_000_000_000, "0.000000000000001"),
            (-12_345, 100, "-123.45"),
        ] {
            assert_eq!(of(n, d).to_text().unwrap(), text, "{n}/{d}");
        }
    }

    #[test]
    fn arithmetic() {
        let third = of(1, 3);
        assert_eq!(third.add(&of(1, 6)).unwrap().compare(&of(1, 2)).unwrap(), Ordering::Equal);
        assert_eq!(third.sub(&of(1, 3)).unwrap().numerator(), Wide::ZERO);
        assert_eq!(of(6, -4).reduced().unwrap().to_text().unwrap(), "-1.5");
        assert_eq!(third.div(&Fraction::ZERO).unwrap_err().code(), Code::NumberZeroDenominator);
        assert_eq!(of(98, 100).to_rate().unwrap().to_string(), "0.98");
    }
}
