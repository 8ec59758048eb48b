//! Plain decimal text to scaled integers and back.

use super::Exact;
use crate::error::{Code, Error, Result};

/// Ten to the power of `digits`, if it fits 64 bits (`digits` ≤ 18).
pub(crate) const fn power_of_ten(digits: u32) -> i64 {
    match 10_i64.checked_pow(digits) {
        Some(power) => power,
        None => i64::MAX,
    }
}

/// Reads plain decimal text as an integer count of `10^-scale`.
///
/// A sign, digits, at most one point. Zeros past the scale are accepted, other digits there are
/// not: nothing is rounded in silence. Whether it is a number at all is said first: digits are
/// counted only in what is one.
pub(super) fn parse_scaled(text: &str, scale: u32) -> Result<i64> {
    read_scaled(text, scale).map_err(|code| refusal(text, code, scale))
}

#[cold]
fn refusal(text: &str, code: Code, scale: u32) -> Error {
    if let Some(error) = percent(text) {
        return error;
    }
    let code = match DecimalForm::of(text) {
        DecimalForm::Exponent => Code::NumberExponent,
        DecimalForm::Other => Code::NumberSyntax,
        DecimalForm::Plain => code,
    };
    let error = Error::new(code).with("text", text);
    if code == Code::NumberTooPrecise { error.with("decimals", scale) } else { error }
}

/// Refuses `92%` with the forms that are read: the share, and the number without its sign.
fn percent(text: &str) -> Option<Error> {
    let bare = text.strip_suffix(['%', '％'])?.trim_end();
    if DecimalForm::of(bare) != DecimalForm::Plain {
        return None;
    }
    /// Decimals of hundredths that are shown exactly.
    const DECIMALS: u32 = 9;
    let count = read_scaled(bare, DECIMALS).ok()?;
    let share = Exact::counted(count.into(), DECIMALS.saturating_add(2));
    Some(Error::new(Code::NumberPercent).with("text", text).with("share", share).with("bare", bare))
}

fn read_scaled(text: &str, scale: u32) -> Result<i64, Code> {
    let (negative, digits) = match text.as_bytes() {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        all => (false, all),
    };
    let mut value: i64 = 0;
    let mut decimals: Option<u32> = None;
    let mut seen = 0_usize;
    for &byte in digits {
        match byte {
            b'0'..=b'9' => {
                seen = seen.saturating_add(1);
                if let Some(count) = &mut decimals {
                    if *count == scale {
                        if byte != b'0' {
                            return Err(Code::NumberTooPrecise);
                        }
                        continue;
                    }
                    *count = count.saturating_add(1);
                }
                value = push_digit(value, byte).ok_or(Code::NumberRange)?;
            }
            b'.' if decimals.is_none() && seen > 0 => decimals = Some(0),
            _ => return Err(Code::NumberSyntax),
        }
    }
    let missing = scale.saturating_sub(decimals.unwrap_or(0));
    if seen == 0 || digits.ends_with(b".") {
        return Err(Code::NumberSyntax);
    }
    let value = value
        .checked_mul(power_of_ten(missing))
        .filter(|_| missing <= 18)
        .ok_or(Code::NumberRange)?;
    Ok(if negative { value.saturating_neg() } else { value })
}

fn push_digit(value: i64, byte: u8) -> Option<i64> {
    value.checked_mul(10)?.checked_add(i64::from(byte.saturating_sub(b'0')))
}

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum DecimalForm {
    /// A sign, digits, a point and digits behind it.
    Plain,
    /// A plain number with an exponent.
    Exponent,
    /// No number.
    Other,
}

impl DecimalForm {
    fn of(text: &str) -> DecimalForm {
        fn unsigned(text: &str) -> &str {
            text.strip_prefix(['-', '+']).unwrap_or(text)
        }
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let (number, exponent) = match text.split_once(['e', 'E']) {
            Some((number, exponent)) => (number, Some(exponent)),
            None => (text, None),
        };
        let number = unsigned(number);
        let plain = match number.split_once('.') {
            Some((whole, decimals)) => digits(whole) && digits(decimals),
            None => digits(number),
        };
        match exponent.map(unsigned) {
            None if plain => DecimalForm::Plain,
            Some(exponent) if plain && digits(exponent) => DecimalForm::Exponent,
            _ => DecimalForm::Other,
        }
    }
}

/// A number as text, in a buffer without heap memory.
// Aligned so that `from_utf8` looks at it word by word.
#[repr(align(8))]
pub(super) struct Digits {
    buffer: [u8; 32],
    start: usize,
    end: usize,
}

impl Digits {
    fn put(&mut self, byte: u8) {
        self.start = self.start.saturating_sub(1);
        if let Some(slot) = self.buffer.get_mut(self.start) {
            *slot = byte;
        }
    }

    /// The digits as text.
    pub(super) fn as_str(&self) -> &str {
        let text = std::str::from_utf8(&self.buffer).unwrap_or_default();
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// Most decimals that [`digits`] writes.
pub(super) const MOST_DECIMALS: u32 = 20;

/// Writes an integer count of `10^-scale` (`scale` ≤ [`MOST_DECIMALS`]) with at least `least`
/// decimals and no needless zeros.
#[inline]
pub(super) fn digits(value: i64, scale: u32, least: u32) -> Digits {
    let mut digits = Digits { buffer: [b'0'; 32], start: 0, end: 0 };
    let size = value.unsigned_abs();
    if digits.short(size, scale, least).is_none() {
        digits.long(size, scale, least);
    }
    if value < 0 {
        digits.put(b'-');
    }
    digits
}

impl Digits {
    /// Up to eight digits on either side of the point, as nearly all numbers of the trade have;
    /// `None` for others.
    #[inline]
    fn short(&mut self, value: u64, scale: u32, least: u32) -> Option<()> {
        const POINT: usize = 15;
        let scale_at = usize::try_from(scale).ok()?;
        let (power, shift) =
            (SHORT_POWERS.get(scale_at)?, SHORT_POWERS.iter().rev().nth(scale_at)?);
        let (whole, part) = (value.checked_div(*power)?, value.checked_rem(*power)?);
        if whole >= 100_000_000 {
            return None;
        }
        let whole = eight_digits(whole);
        let part = eight_digits(part.wrapping_mul(*shift));
        // Digits of zero on the outside are not shown.
        let whole_zeros = (whole.trailing_zeros() >> 3).min(7);
        let decimals = 8_u32.saturating_sub(part.leading_zeros() >> 3).max(least);
        *self.buffer.get_mut(POINT.saturating_sub(8)..)?.first_chunk_mut()? = ascii(whole);
        *self.buffer.get_mut(POINT)? = b'.';
        *self.buffer.get_mut(POINT.saturating_add(1)..)?.first_chunk_mut()? = ascii(part);
        let skipped = usize::try_from(whole_zeros).ok()?;
        self.start = POINT.saturating_sub(8).saturating_add(skipped);
        let shown = if decimals > 0 { decimals.saturating_add(1) } else { 0 };
        self.end = POINT.saturating_add(usize::try_from(shown).ok()?);
        Some(())
    }

    /// Any digits, one by one from the right.
    #[cold]
    fn long(&mut self, value: u64, scale: u32, least: u32) {
        (self.start, self.end) = (32, 32);
        let mut rest = value;
        let mut decimals = scale;
        // Needless zeros go first, so that the digits can be laid down from the right.
        while decimals > least && rest.is_multiple_of(10) {
            rest = rest.checked_div(10).unwrap_or(0);
            decimals = decimals.saturating_sub(1);
        }
        let mut position = 0_u32;
        loop {
            if position == decimals && position > 0 {
                self.put(b'.');
            }
            if position > decimals && rest == 0 {
                break;
            }
            let digit = u8::try_from(rest.checked_rem(10).unwrap_or(0)).unwrap_or(0);
            self.put(b'0'.saturating_add(digit));
            rest = rest.checked_div(10).unwrap_or(0);
            position = position.saturating_add(1);
        }
    }
}

/// Powers of ten of up to eight zeros.
const SHORT_POWERS: [u64; 9] =
    [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

/// Eight digits of a number below 10^8, one a byte, the first in the lowest byte.
///
/// The number is halved by its digits three times, each time in all lanes of one word at once; the
/// divisions by 100 and 10 are multiplications that are exact for the few digits of a lane.
#[inline]
fn eight_digits(value: u64) -> u64 {
    let fours =
        value.checked_div(10_000).unwrap_or(0) | (value.checked_rem(10_000).unwrap_or(0) << 32);
    let high = (fours.wrapping_mul(10_486) >> 20) & 0x0000_007f_0000_007f;
    let twos = high | (fours.wrapping_sub(high.wrapping_mul(100)) << 16);
    let high = (twos.wrapping_mul(103) >> 10) & 0x000f_000f_000f_000f;
    high | (twos.wrapping_sub(high.wrapping_mul(10)) << 8)
}

#[inline]
fn ascii(digits: u64) -> [u8; 8] {
    (digits | 0x3030_3030_3030_3030).to_le_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_plain_decimals_only() {
        assert_eq!(parse_scaled("123.45", 2).unwrap(), 12345);
        assert_eq!(parse_scaled("-0.5", 2).unwrap(), -50);
        assert_eq!(parse_scaled("+7", 2).unwrap(), 700);
        assert_eq!(parse_scaled("1.230000000", 2).unwrap(), 123);
        assert_eq!(parse_scaled("92233720368547758.07", 2).unwrap(), i64::MAX);
        let code = |text: &str| parse_scaled(text, 2).unwrap_err().code();
        for bad in
            ["", "-", ".", ".5", "1.", "1,000", "NaN", "inf", "0x1", "1 ", "１", "e5", "1e", "one"]
        {
            assert_eq!(code(bad), Code::NumberSyntax, "{bad}");
        }
        // What is no number is not called too long or too precise.
        for bad in
            ["12.345,00", "1.239x", "99999999999999999999,0", "1.2.345", "12.345 元", "1.2.3e5"]
        {
            assert_eq!(code(bad), Code::NumberSyntax, "{bad}");
        }
        for exponent in ["1.2345e1", "99999999999999999999e2", "-1E+02"] {
            assert_eq!(code(exponent), Code::NumberExponent, "{exponent}");
        }
        assert_eq!(code("1e5"), Code::NumberExponent);
        assert_eq!(code("1.5E-3"), Code::NumberExponent);
        assert_eq!(code("1.234"), Code::NumberTooPrecise);
        assert_eq!(code("92233720368547758.08"), Code::NumberRange);
        assert_eq!(code("12345678901234567890123456789"), Code::NumberRange);
        assert_eq!(code("99999999999999999"), Code::NumberRange);
    }

    #[test]
    fn prints_what_it_reads() {
        for (value, scale, least, text) in [
            (0, 2, 2, "0.00"),
            (5, 2, 2, "0.05"),
            (-5, 2, 2, "-0.05"),
            (123_450, 4, 2, "12.345"),
            (120_000, 4, 2, "12.00"),
            (1_000_000, 6, 0, "1"),
            (980_000, 6, 0, "0.98"),
            (10_000_000, 6, 0, "10"),
            (0, 6, 0, "0"),
            (i64::MIN, 2, 2, "-92233720368547758.08"),
            (i64::MAX, 6, 2, "9223372036854.775807"),
        ] {
            assert_eq!(digits(value, scale, least).as_str(), text);
        }
    }

    #[test]
    fn eight_digits_at_once() {
        for four in 0..10_000_u64 {
            for count in [four, four * 10_000, four * 10_000 + four] {
                assert_eq!(ascii(eight_digits(count)), format!("{count:08}").as_bytes());
            }
        }
    }

    proptest! {
        #[test]
        fn both_ways_agree(value: i64, shift in 0..64_u32, scale in 0..9_u32, least in 0..3_u32) {
            let size = value.unsigned_abs() >> shift;
            let least = least.min(scale);
            let empty = || Digits { buffer: [b'0'; 32], start: 0, end: 0 };
            let (mut short, mut long) = (empty(), empty());
            long.long(size, scale, least);
            if short.short(size, scale, least).is_some() {
                prop_assert_eq!(short.as_str(), long.as_str());
            }
            let whole = digits(value >> shift, 0, 0);
            prop_assert_eq!(whole.as_str(), (value >> shift).to_string());
        }
    }
}
