//! Keeping decimal digits: a JSON number with a point or exponent must not become a float.

use super::scan::end_of_string;
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
