//! Numbers of spreadsheets, which are binary there, as the decimals that they show.

/// Digits that a spreadsheet shows of a number.
const DIGITS: usize = 15;

/// A number in plain decimals, of at most 15 significant digits: what `0.1 + 0.2` shows, not what
/// it is in binary. None for what is no number.
pub(super) fn plain(number: f64) -> Option<String> {
    if !number.is_finite() {
        return None;
    }
    let written = format!("{:.*e}", DIGITS.saturating_sub(1), number);
    let (mantissa, exponent) = written.split_once('e')?;
    let (sign, mantissa) = match mantissa.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", mantissa),
    };
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_end_matches('0');
    if digits.is_empty() {
        return Some("0".to_owned());
    }
    let point = exponent.parse::<i32>().ok()?.checked_add(1)?;
    let placed = match usize::try_from(point) {
        Ok(0) | Err(_) => {
            let zeros = usize::try_from(point.checked_neg()?).ok()?;
            format!("0.{}{digits}", "0".repeat(zeros))
        }
        Ok(point) => match digits.split_at_checked(point) {
            Some((whole, "")) => whole.to_owned(),
            Some((whole, part)) => format!("{whole}.{part}"),
            None => format!("{digits:0<point$}"),
        },
    };
    Some(format!("{sign}{placed}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_spreadsheets_show_them() {
        for (number, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (18.0, "18"),
            (0.1 + 0.2, "0.3"),
            (89.53, "89.53"),
            (1_425_747.000_000_000_1, "1425747"),
            (1e20, "100000000000000000000"),
            (1.5e-5, "0.000015"),
            (-12.5, "-12.5"),
            (0.5, "0.5"),
            (123_456_789_012_345_678.0, "123456789012346000"),
        ] {
            assert_eq!(plain(number).as_deref(), Some(text));
        }
        assert_eq!(plain(f64::NAN), None);
        assert_eq!(plain(f64::INFINITY), None);
    }
}
