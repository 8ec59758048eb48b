//! Plain decimal text to scaled integers and back.

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
/// not: nothing is rounded in silence.
pub(super) fn parse_scaled(text: &str, scale: u32) -> Result<i64> {
    let fail = |code: Code| Error::new(code).with("text", text);
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
                            return Err(fail(Code::NumberTooPrecise).with("decimals", scale));
                        }
                        continue;
                    }
                    *count = count.saturating_add(1);
                }
                value = push_digit(value, byte).ok_or_else(|| fail(Code::NumberRange))?;
            }
            b'.' if decimals.is_none() && seen > 0 => decimals = Some(0),
            b'e' | b'E' if seen > 0 && is_number(text) => return Err(fail(Code::NumberExponent)),
            _ => return Err(fail(Code::NumberSyntax)),
        }
    }
    let missing = scale.saturating_sub(decimals.unwrap_or(0));
    if seen == 0 || digits.ends_with(b".") {
        return Err(fail(Code::NumberSyntax));
    }
    let value = value
        .checked_mul(power_of_ten(missing))
        .filter(|_| missing <= 18)
        .ok_or_else(|| fail(Code::NumberRange))?;
    Ok(if negative { value.saturating_neg() } else { value })
}

fn push_digit(value: i64, byte: u8) -> Option<i64> {
    value.checked_mul(10)?.checked_add(i64::from(byte.saturating_sub(b'0')))
}

/// Whether text that holds an `e` is a number with an exponent rather than a word.
fn is_number(text: &str) -> bool {
    let mut parts = text.splitn(2, ['e', 'E']);
    let plain = |part: &str| {
        let part = part.strip_prefix(['-', '+']).unwrap_or(part);
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit() || b == b'.')
    };
    parts.next().is_some_and(plain) && parts.next().is_some_and(plain)
}

/// Decimal digits laid down in a buffer, without heap memory.
pub(super) struct Digits {
    buffer: [u8; 32],
    start: usize,
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
        let bytes = self.buffer.get(self.start..).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }
}

/// Writes an integer count of `10^-scale` (`scale` ≤ 20) with at least `least` decimals and no
/// needless zeros.
pub(super) fn digits(value: i64, scale: u32, least: u32) -> Digits {
    let mut digits = Digits { buffer: [b'0'; 32], start: 32 };
    let mut rest = value.unsigned_abs();
    let mut decimals = scale;
    // Needless zeros go first, so that the digits can be laid down from the right.
    while decimals > least && rest.is_multiple_of(10) {
        rest = rest.checked_div(10).unwrap_or(0);
        decimals = decimals.saturating_sub(1);
    }
    let mut position = 0_u32;
    loop {
        if position == decimals && position > 0 {
            digits.put(b'.');
        }
        if position > decimals && rest == 0 {
            break;
        }
        let digit = u8::try_from(rest.checked_rem(10).unwrap_or(0)).unwrap_or(0);
        digits.put(b'0'.saturating_add(digit));
        rest = rest.checked_div(10).unwrap_or(0);
        position = position.saturating_add(1);
    }
    if value < 0 {
        digits.put(b'-');
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
