//! Exact numbers as text: as a quotient, and in decimals.

use super::Repr::{Long, Short};
use super::quotient::Quotient;
use super::{Exact, UnitPrice, Unrounded, Wide};
use crate::error::{Code, Error, Result};
use std::str::FromStr;

impl Unrounded {
    /// The value in plain decimal text: exact if it ends within 60 decimals, else rounded half
    /// away from zero to 12.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] when it cannot be carried exactly.
    pub fn to_text(&self) -> Result<String> {
        Ok(self.to_exact()?.to_string())
    }

    /// As [`Unrounded::to_text`], as a number of a result.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] when it cannot be carried exactly.
    pub fn to_exact(&self) -> Result<Exact> {
        let quotient = match &self.0 {
            Short(value) => return Ok(value.to_exact()),
            Long(quotient) => quotient,
        };
        // Denominators of scheme tables are powers of ten: no reduction is needed for those.
        if let Some(decimals) = quotient.denominator.log_ten().filter(|d| *d <= MOST_DECIMALS) {
            return Ok(Exact::scaled(quotient.numerator, decimals));
        }
        let Quotient { numerator, denominator } = quotient.lowest_terms()?;
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
impl FromStr for Unrounded {
    type Err = Error;

    fn from_str(text: &str) -> Result<Unrounded> {
        match text.split_once('/') {
            Some((numerator, denominator)) => {
                Unrounded::new(whole(numerator)?, whole(denominator)?)?.reduced()
            }
            None => Ok(Unrounded::from(text.parse::<UnitPrice>()?)),
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

/// Decimals up to which [`Unrounded::to_text`] is exact.
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::cmp::Ordering;

    fn of(n: i64, d: i64) -> Unrounded {
        Unrounded::new(Wide::from(n), Wide::from(d)).unwrap()
    }

    #[test]
    fn quotients_are_read_as_results_show_them() {
        let read = |text: &str| text.parse::<Unrounded>();
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
}
