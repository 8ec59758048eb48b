//! Shares of a whole as people write them: `1/3`, `0.35`.

use super::decimal::digits;
use super::{Rate, Unrounded, Wide, text_scalar};
use crate::error::{Code, Error, Result};
use std::fmt;
use std::str::FromStr;

/// A share of a whole, exactly: a quotient of two whole numbers in lowest terms.
///
/// At the boundary it is the scalar `Fraction`: text such as `1/3`, or a decimal number of up to 6
/// decimals such as `0.35`. It is written as a decimal number where 6 decimals are enough.
///
/// ```
/// use kaipan::number::Fraction;
/// let share: Fraction = "2/6".parse()?;
/// assert_eq!((share.numerator(), share.denominator()), (1, 3));
/// assert_eq!(share.to_string(), "1/3");
/// assert_eq!("7/20".parse::<Fraction>()?.to_string(), "0.35");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fraction {
    numerator: i64,
    /// Above 0, without a common divisor.
    denominator: i64,
}

impl Fraction {
    /// Nothing.
    pub const ZERO: Fraction = Fraction { numerator: 0, denominator: 1 };
    /// The whole: 1.
    pub const ONE: Fraction = Fraction { numerator: 1, denominator: 1 };

    /// The share `numerator ÷ denominator`.
    ///
    /// # Errors
    /// [`Code::NumberZeroDenominator`] for a denominator of 0; [`Code::NumberRange`] at the very
    /// edge of the range.
    pub fn new(numerator: i64, denominator: i64) -> Result<Fraction> {
        let quotient = Unrounded::new(Wide::from(numerator), Wide::from(denominator))?.reduced()?;
        Fraction::lowest(&quotient).ok_or_else(|| {
            Error::new(Code::NumberRange).with("text", format_args!("{numerator}/{denominator}"))
        })
    }

    /// From an exact number; `None` outside the range.
    fn lowest(quotient: &Unrounded) -> Option<Fraction> {
        let (numerator, denominator) = quotient.lowest_terms().ok()?;
        Some(Fraction { numerator: numerator.to_i64()?, denominator: denominator.to_i64()? })
    }

    /// Above the line.
    pub const fn numerator(self) -> i64 {
        self.numerator
    }

    /// Below the line: above 0, without a divisor in common with the numerator.
    pub const fn denominator(self) -> i64 {
        self.denominator
    }

    /// More than nothing.
    pub const fn is_positive(self) -> bool {
        self.numerator > 0
    }

    /// As the numbers that are computed with.
    pub(crate) fn exact(self) -> Unrounded {
        let (numerator, denominator) = (Wide::from(self.numerator), Wide::from(self.denominator));
        let exact = Unrounded::new(numerator, denominator).and_then(|exact| exact.reduced());
        exact.unwrap_or(Unrounded::ZERO)
    }

    /// Σ of shares as text, exactly where it is not too long for that.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] when the denominators have too many digits together.
    pub(crate) fn sum(shares: impl Iterator<Item = Fraction>) -> Result<(Unrounded, String)> {
        let mut sum = Unrounded::ZERO;
        for share in shares {
            sum = sum.add(&share.exact())?.reduced()?;
        }
        let text =
            Fraction::lowest(&sum).map_or_else(|| sum.to_text(), |share| Ok(share.to_string()));
        Ok((sum, text?))
    }

    /// Millionths, if 6 decimals are enough.
    pub(crate) fn millionths(self) -> Option<i64> {
        let million = Rate::ONE.millionths();
        if million.checked_rem(self.denominator) != Some(0) {
            return None;
        }
        self.numerator.checked_mul(million.checked_div(self.denominator)?)
    }
}

impl From<Rate> for Fraction {
    fn from(rate: Rate) -> Fraction {
        let exact = Unrounded::from(rate).reduced();
        exact.ok().as_ref().and_then(Fraction::lowest).unwrap_or(Fraction::ZERO)
    }
}

impl FromStr for Fraction {
    type Err = Error;

    fn from_str(text: &str) -> Result<Fraction> {
        let Some((numerator, denominator)) = text.split_once('/') else {
            let rate = text.parse::<Rate>();
            return rate.map(Fraction::from).map_err(|error| {
                if error.code() == Code::NumberSyntax { no_share(text) } else { error }
            });
        };
        let (negative, numerator) = match numerator.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, numerator),
        };
        let numerator = whole(numerator, text)?;
        let signed = if negative { numerator.saturating_neg() } else { numerator };
        match whole(denominator, text)? {
            0 => Err(no_share(text)),
            denominator => Fraction::new(signed, denominator),
        }
    }
}

fn no_share(text: &str) -> Error {
    Error::new(Code::NumberShare).with("text", text)
}

/// A whole number without a sign.
fn whole(digits: &str, text: &str) -> Result<i64> {
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !plain {
        return Err(no_share(text));
    }
    digits.parse().map_err(|_| Error::new(Code::NumberRange).with("text", text))
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.millionths() {
            Some(count) => f.pad(digits(count, Rate::SCALE, 0).as_str()),
            None => f.pad(&format!("{}/{}", self.numerator, self.denominator)),
        }
    }
}

impl fmt::Debug for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fraction({self})")
    }
}

text_scalar!(
    Fraction,
    Fraction::ZERO,
    "a share of a whole: a quotient of whole numbers such as 1/3, or up to 6 decimals such as 0.35",
    "fraction",
    Some(r"^([+-]?[0-9]+(\.[0-9]+)?|-?[0-9]+/[0-9]+)$")
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotients_and_decimals_are_read_and_written() {
        for (text, shown) in [
            ("1/3", "1/3"),
            ("2/6", "1/3"),
            ("0.35", "0.35"),
            ("7/20", "0.35"),
            ("1", "1"),
            ("3/3", "1"),
            ("0/5", "0"),
            ("-0.5", "-0.5"),
            ("-2/6", "-1/3"),
            ("+0.500000", "0.5"),
            ("1/128", "1/128"),
            ("1/64", "0.015625"),
            ("9223372036854775807/9223372036854775806", "9223372036854775807/9223372036854775806"),
        ] {
            let share: Fraction = text.parse().unwrap();
            assert_eq!(share.to_string(), shown, "{text}");
            assert_eq!(shown.parse::<Fraction>().unwrap(), share);
        }
        for (text, code) in [
            ("", Code::NumberShare),
            ("/3", Code::NumberShare),
            ("1/", Code::NumberShare),
            ("--1/3", Code::NumberShare),
            ("1/-3", Code::NumberShare),
            ("1/2/3", Code::NumberShare),
            ("1.5/2", Code::NumberShare),
            ("一/三", Code::NumberShare),
            ("1/0", Code::NumberShare),
            ("1/9223372036854775808", Code::NumberRange),
            ("0.3333333", Code::NumberTooPrecise),
        ] {
            assert_eq!(text.parse::<Fraction>().unwrap_err().code(), code, "{text}");
        }
    }

    #[test]
    fn sums_are_exact() {
        let sum = |texts: &[&str]| {
            Fraction::sum(texts.iter().map(|text| text.parse().unwrap())).unwrap().1
        };
        assert_eq!(sum(&["1/3", "1/3", "1/3"]), "1");
        assert_eq!(sum(&["1/3", "0.333333"]), "1999999/3000000");
        assert_eq!(sum(&[]), "0");
    }
}
