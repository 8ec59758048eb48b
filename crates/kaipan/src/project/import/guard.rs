//! Text in the cells of a spreadsheet: kept from becoming something else there, and taken back.
//!
//! A spreadsheet that opens a CSV file makes a date of `3-1-02`, the number 1 of `01`, a formula of
//! `=1+1`, and shows twenty digits as `1.2E+19`. Written as the formula `="01"` the text stays text,
//! in Excel and WPS alike.

use crate::fold::trim;
use std::borrow::Cow;

/// A text as a cell of a CSV file for spreadsheets: as it is where it is safe, else as the formula
/// that gives it (`="01"`). [`super::import_csv`] reads either back to the same text.
pub fn spreadsheet_text(text: &str) -> Cow<'_, str> {
    /// Characters that a text in a formula may have.
    const LONGEST: usize = 255;
    if is_safe(trim(text)) {
        Cow::Borrowed(text)
    } else if text.chars().count() <= LONGEST {
        Cow::Owned(format!("=\"{}\"", text.replace('"', "\"\"")))
    } else {
        Cow::Owned(format!("'{text}"))
    }
}

/// What a cell of a CSV file holds, as [`super::import_csv`] reads it: without its guard.
pub fn cell_text(cell: &str) -> Cow<'_, str> {
    content(cell)
}

/// What a cell holds: without the spaces and the characters that cannot be seen at its ends, and
/// without its guard: `="01"`, or `'01` as it is typed in a spreadsheet.
pub(super) fn content(cell: &str) -> Cow<'_, str> {
    let cell = trim(cell);
    let text = match cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        Some(quoted) if quoted.contains('"') => Cow::Owned(quoted.replace("\"\"", "\"")),
        Some(quoted) => Cow::Borrowed(quoted),
        None => Cow::Borrowed(cell.strip_prefix('\'').unwrap_or(cell)),
    };
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(trim(text)),
        Cow::Owned(text) => Cow::Owned(trim(&text).to_owned()),
    }
}

/// Whether a spreadsheet takes it for text, or for a number that is written as the text is.
fn is_safe(text: &str) -> bool {
    if text.starts_with(['=', '+', '-', '@', '\'', '"']) {
        return false;
    }
    // More digits would be shown with an exponent.
    let digits = text.bytes().all(|byte| byte.is_ascii_digit()) && text.len() <= 11;
    if digits && (text == "0" || !text.starts_with('0')) {
        return true;
    }
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let numeric =
        words.all(|word| NUMERIC.contains(&word) || word.chars().all(|c| DATE.contains(&c)));
    // Words of which a spreadsheet could make a date, a time, an exponent or a truth.
    !(numeric && (text.contains(char::is_numeric) || ["true", "false"].contains(&&*lower)))
}

const DATE: [char; 9] = ['年', '月', '日', '时', '分', '秒', '上', '下', '午'];
const NUMERIC: [&str; 32] = [
    "e",
    "a",
    "p",
    "am",
    "pm",
    "true",
    "false",
    "jan",
    "january",
    "feb",
    "february",
    "mar",
    "march",
    "apr",
    "april",
    "may",
    "jun",
    "june",
    "jul",
    "july",
    "aug",
    "august",
    "sep",
    "sept",
    "september",
    "oct",
    "october",
    "nov",
    "november",
    "dec",
    "december",
    "d",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Text;
    use proptest::prelude::*;

    #[test]
    fn what_a_spreadsheet_would_change_is_guarded() {
        for hostile in [
            "01",
            "3-1-02",
            "1-2",
            "2026/3/1",
            "3/4",
            "1E5",
            "1e5",
            "12345678901234567890",
            "1.50",
            "=1+1",
            "+86",
            "-1",
            "@x",
            "'01",
            "\"x\"",
            "=\"01\"",
            "TRUE",
            "Mar-1",
            "1-MAR",
            "SEP2",
            "3月1日",
            "8时30分",
            "10:30",
            "5%",
            "1,000",
            "(5)",
            "¥5",
            "1 p",
            "=cmd|' /C calc'!A0",
        ] {
            assert!(spreadsheet_text(hostile).starts_with("=\""), "{hostile}");
        }
        for safe in [
            "",
            "0",
            "101",
            "99999999999",
            "3栋",
            "6栋-1802",
            "A座",
            "P-B1-001",
            "南北通透",
            "花园 1",
            "Marina 1",
            "garden",
            "True North",
            "-".trim_start_matches('-'),
            "三月",
        ] {
            assert_eq!(spreadsheet_text(safe), safe, "it stays as it is");
        }
        let long = format!("={}", "x".repeat(300));
        assert_eq!(spreadsheet_text(&long), format!("'{long}"));
        assert_eq!(spreadsheet_text("\u{a0}\u{200b}=1+1").chars().next(), Some('='));
    }

    proptest! {
        #[test]
        fn it_is_read_back_to_the_same_text(text in r#"[=+\-@'",;0-9A-E月栋 .:/（\t\u{a0}]{0,8}"#) {
            let text = Text::from(text);
            prop_assert_eq!(Text::from(&*content(&spreadsheet_text(&text))), text);
        }
    }
}
