//! Text as people type it: full-width digits, 万 and 元, thousands separators.

use crate::number::Rate;

/// The text without spaces, in ASCII digits and signs and small letters.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).map(ascii).collect()
}

/// Full-width forms and Chinese digits to ASCII.
fn ascii(c: char) -> char {
    const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let digit = DIGITS.iter().position(|d| *d == c).and_then(|at| u32::try_from(at).ok());
    if let Some(digit) = digit {
        return char::from_digit(digit, 10).unwrap_or(c);
    }
    match c {
        '零' => '0',
        '两' => '2',
        '。' => '.',
        '￥' => '¥',
        '−' => '-',
        // Full-width forms of ! to ~ stand in the order of ASCII.
        '\u{ff01}'..='\u{ff5e}' => {
            let code = u32::from(c).saturating_sub(0xfee0);
            char::from_u32(code).unwrap_or(c).to_ascii_lowercase()
        }
        other => other.to_ascii_lowercase(),
    }
}

/// A number with its unit: digits in yuan or in yuan per m².
pub(super) struct Quantity {
    /// Plain decimal digits.
    pub(super) digits: String,
    /// Per m².
    pub(super) per_area: bool,
}

/// Reads plain text as a number with its unit; none if it has another shape.
pub(super) fn quantity(plain: &str) -> Option<Quantity> {
    const PER_AREA: [&str; 9] =
        ["/㎡", "/m²", "/m2", "/平方米", "/平米", "/平", "每平方米", "每平米", "每㎡"];
    const YUAN: [&str; 3] = ["元", "圆", "yuan"];
    let (rest, per_area) = without_end(plain, &PER_AREA);
    let (rest, _) = without_end(rest, &YUAN);
    let (rest, wan) = without_end(rest, &["万", "w"]);
    let (rest, yi) = if wan { (rest, false) } else { without_end(rest, &["亿"]) };
    let (sign, rest) = match rest.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", rest.strip_prefix('+').unwrap_or(rest)),
    };
    let rest = ["¥", "人民币"].iter().find_map(|one| rest.strip_prefix(one)).unwrap_or(rest);
    let (whole, part) = match rest.split_once('.') {
        Some((whole, part)) if !part.is_empty() => (whole, part),
        Some(_) => return None,
        None => (rest, ""),
    };
    let whole = if whole.contains(',') { ungrouped(whole)? } else { whole.to_owned() };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(&whole) || !digits(part) {
        return None;
    }
    let places = match (wan, yi) {
        (true, _) => 4,
        (_, true) => 8,
        _ => 0,
    };
    Some(Quantity { digits: format!("{sign}{}", shifted(&whole, part, places)), per_area })
}

/// The digits of a number as people write it, in plain decimals, with the decimals that were written; areas
/// and counts may have their unit beside them.
#[cfg(feature = "report")]
pub(crate) fn written_number(text: &str) -> Option<String> {
    let text = plain(text);
    let units = ["平方米", "㎡", "m²", "m2", "套", "批", "人", "天", "days", "units"];
    let (rest, has_unit) = without_end(&text, &units);
    let rest = if has_unit && !rest.ends_with(['/', '每']) { rest } else { &text };
    quantity(rest).map(|quantity| quantity.digits)
}

/// The point, so many places to the right.
fn shifted(whole: &str, part: &str, places: usize) -> String {
    let padded = format!("{part:0<places$}");
    let (over, rest) = padded.split_at_checked(places).unwrap_or((&padded, ""));
    let point = if rest.is_empty() { "" } else { "." };
    format!("{whole}{over}{point}{rest}")
}

/// Digits without their thousands separators, which stand before every third digit from the right.
fn ungrouped(text: &str) -> Option<String> {
    let mut groups = text.split(',');
    let first = groups.next().filter(|first| (1..=3).contains(&first.len()))?;
    let mut all = first.to_owned();
    for group in groups {
        all.push_str(Some(group).filter(|group| group.len() == 3)?);
    }
    Some(all)
}

/// The text without one of these ends, and whether it had one.
pub(super) fn without_end<'a>(text: &'a str, ends: &[&str]) -> (&'a str, bool) {
    match ends.iter().find_map(|end| text.strip_suffix(end)) {
        Some(rest) => (rest, true),
        None => (text, false),
    }
}

/// A number divided by a whole number, if the quotient has no more than six decimals.
pub(super) fn divided(number: Rate, parts: i64) -> Option<Rate> {
    let exact = number.millionths().checked_rem(parts) == Some(0);
    number.millionths().checked_div(parts).filter(|_| exact).map(Rate::from_millionths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "report")]
    #[test]
    fn numbers_in_tables_have_other_units_too() {
        for (text, digits) in [
            ("89.50 平方米", "89.50"),
            ("12套", "12"),
            ("3 天", "3"),
            ("38,000元/㎡", "38000"),
            ("1.25万元/平方米", "12500"),
        ] {
            assert_eq!(written_number(text).as_deref(), Some(digits), "{text}");
        }
        assert_eq!(written_number("套"), None);
    }

    #[test]
    fn numbers_with_their_units() {
        let read = |text: &str| quantity(&plain(text)).map(|quantity| quantity.digits);
        for (text, digits) in [
            ("20000", "20000"),
            ("２０，０００ 元", "20000"),
            ("1.2345万", "12345"),
            ("1.234567万元", "12345.67"),
            ("-2万", "-20000"),
            ("80W", "800000"),
            ("1.5亿", "150000000"),
            ("￥1,234,567.80", "1234567.80"),
            ("38,000元/㎡", "38000"),
            ("3.8万/平", "38000"),
        ] {
            assert_eq!(read(text).as_deref(), Some(digits), "{text}");
        }
        for bad in
            ["", "万", "元", "1,23", "1,2345", ",123", "1.", ".5", "1万亿", "1e5", "二十万", "1-2"]
        {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
