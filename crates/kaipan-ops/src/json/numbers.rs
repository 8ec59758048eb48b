//! Keeping decimal digits: a JSON number with a point or exponent must not become a float.

use std::borrow::Cow;

/// Puts quotes around every number that is not a plain integer of 64 bits, so that scalars read
/// its digits as text. Text without such numbers is returned as it is.
pub(super) fn quote_decimals(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut copied = 0_usize;
    let mut at = 0_usize;
    let bytes = text.as_bytes();
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => at = end_of_string(bytes, at),
            b'-' | b'0'..=b'9' => {
                let end = end_of_number(bytes, at);
                let number = text.get(at..end).unwrap_or_default();
                if needs_quotes(number) {
                    out.push_str(text.get(copied..at).unwrap_or_default());
                    out.push('"');
                    out.push_str(number);
                    out.push('"');
                    copied = end;
                }
                at = end;
            }
            _ => at = at.saturating_add(1),
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(text.get(copied..).unwrap_or_default());
    Cow::Owned(out)
}

/// Where the string that begins at `start` has ended.
pub(super) fn end_of_string(bytes: &[u8], start: usize) -> usize {
    let mut at = start.saturating_add(1);
    loop {
        // Eight bytes at a time up to a quote or backslash, or the end of the text.
        while let Some(chunk) = bytes.get(at..).and_then(|rest| rest.first_chunk()) {
            let free = plain_bytes(*chunk);
            at = at.saturating_add(free);
            if free < 8 {
                break;
            }
        }
        let Some(byte) = bytes.get(at) else { return bytes.len() };
        match byte {
            b'"' => return at.saturating_add(1),
            b'\\' => at = at.saturating_add(2),
            _ => at = at.saturating_add(1),
        }
    }
}

/// How many bytes come before the first quote or backslash, up to 8.
fn plain_bytes(chunk: [u8; 8]) -> usize {
    const ONES: u64 = u64::MAX / 255;
    let word = u64::from_le_bytes(chunk);
    // The lowest byte found is right; what is found above it does not matter.
    let zeros = |word: u64| word.wrapping_sub(ONES) & !word & (ONES << 7);
    let found = zeros(word ^ ONES.wrapping_mul(0x22)) | zeros(word ^ ONES.wrapping_mul(0x5c));
    usize::try_from(found.trailing_zeros() >> 3).unwrap_or(0)
}

fn end_of_number(bytes: &[u8], start: usize) -> usize {
    let rest = bytes.get(start..).unwrap_or_default();
    let part = |byte: &&u8| byte.is_ascii_digit() || b"+-.eE".contains(*byte);
    start.saturating_add(rest.iter().take_while(part).count().max(1))
}

/// Only well-formed JSON numbers are quoted; a malformed one stays for the reader to refuse.
fn needs_quotes(number: &str) -> bool {
    let digits = number.strip_prefix('-').unwrap_or(number);
    let (whole, rest) = match digits.find(['.', 'e', 'E']) {
        Some(at) => digits.split_at_checked(at).unwrap_or((digits, "")),
        None => (digits, ""),
    };
    if number == "-0" {
        return true;
    }
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let well_begun = plain(whole) && (whole == "0" || !whole.starts_with('0'));
    if !well_begun {
        return false;
    }
    if rest.is_empty() {
        return number.parse::<i64>().is_err() && number.parse::<u64>().is_err();
    }
    let (fraction, exponent) = match rest.find(['e', 'E']) {
        Some(at) => {
            let (fraction, exponent) = rest.split_at_checked(at).unwrap_or((rest, ""));
            (fraction, exponent.get(1..))
        }
        None => (rest, None),
    };
    let good_fraction = fraction.is_empty() || fraction.strip_prefix('.').is_some_and(plain);
    let good_exponent = exponent.is_none_or(|e| plain(e.strip_prefix(['+', '-']).unwrap_or(e)));
    good_fraction && good_exponent
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_decimals_are_quoted() {
        for (text, quoted) in [
            (r#"{"a":1.50,"b":2}"#, r#"{"a":"1.50","b":2}"#),
            (r#"[-0.5,1e5,1E+2]"#, r#"["-0.5","1e5","1E+2"]"#),
            (r#"{"a":"1.5"}"#, r#"{"a":"1.5"}"#),
            (r#"{"a\"1.5":3}"#, r#"{"a\"1.5":3}"#),
            ("12345678901234567890123456789", "\"12345678901234567890123456789\""),
            ("01.5", "01.5"),
            ("1.", "1."),
            ("-", "-"),
            ("NaN", "NaN"),
            ("\"open", "\"open"),
            ("\"open\\", "\"open\\"),
            ("", ""),
        ] {
            assert_eq!(quote_decimals(text), quoted, "{text}");
        }
    }
}
