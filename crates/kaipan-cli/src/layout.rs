//! Text in columns of a terminal: widths, padding, cutting, wrapping, thousands.

use crate::paint::{Paint, Style};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Width when there is no terminal to ask.
const DEFAULT_WIDTH: usize = 100;

/// The width to draw in: as asked, else the terminal's, else that of `COLUMNS`.
pub(crate) fn columns(asked: Option<u16>) -> usize {
    let variable = || std::env::var("COLUMNS").ok()?.parse::<u16>().ok();
    let terminal = || terminal_size::terminal_size().map(|(width, _)| width.0);
    let width = asked.or_else(terminal).or_else(variable);
    width.map_or(DEFAULT_WIDTH, |width| usize::from(width).max(40))
}

/// A heading with an empty line before it.
pub(crate) fn heading(title: &str, to: usize, paint: Paint) -> Vec<String> {
    let lines = wrap(title, to);
    let lines = lines.iter().map(|line| paint.on(Style::Bold, line));
    std::iter::once(String::new()).chain(lines).collect()
}

/// Labels with texts, the texts in one column.
pub(crate) fn facts(facts: &[(&str, String)], to: usize) -> Vec<String> {
    let longest = facts.iter().map(|(label, _)| width(label)).max().unwrap_or(0);
    let line = |(label, text): &(&str, String)| {
        paragraph(&format!("{}  ", left(label, longest)), &clean(text), to)
    };
    facts.iter().flat_map(line).collect()
}

/// Columns that a text takes; Chinese characters take two.
pub(crate) fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// Text without control characters, which a terminal might obey.
pub(crate) fn clean(text: &str) -> String {
    let harmful = |c: char| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c);
    text.chars().map(|c| if harmful(c) { '\u{fffd}' } else { c }).collect()
}

/// Spaces.
pub(crate) fn spaces(count: usize) -> String {
    " ".repeat(count)
}

/// Pads on the right.
pub(crate) fn left(text: &str, to: usize) -> String {
    format!("{text}{}", spaces(to.saturating_sub(width(text))))
}

/// Pads on the left.
pub(crate) fn right(text: &str, to: usize) -> String {
    format!("{}{text}", spaces(to.saturating_sub(width(text))))
}

/// Cuts to a width, with an ellipsis.
pub(crate) fn clip(text: &str, to: usize) -> String {
    if width(text) <= to {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 1_usize;
    for c in text.chars() {
        used = used.saturating_add(c.width().unwrap_or(0));
        if used > to {
            break;
        }
        out.push(c);
    }
    out.push('…');
    out
}

/// Thousands separators for plain decimal text; other text is returned as it is.
pub(crate) fn group(text: &str) -> String {
    let (sign, digits) = match text.strip_prefix(['-', '+']) {
        Some(rest) => (text.strip_suffix(rest).unwrap_or(""), rest),
        None => ("", text),
    };
    let (whole, rest) = digits.split_once('.').map_or((digits, None), |(w, r)| (w, Some(r)));
    if whole.is_empty() || !whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.to_owned();
    }
    let mut out = sign.to_owned();
    let count = whole.len();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && count.saturating_sub(at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(rest) = rest {
        out.push('.');
        out.push_str(rest);
    }
    out
}

/// A plain decimal with at most so many decimals, half up.
pub(crate) fn rounded(text: &str, decimals: usize) -> String {
    let cut = || {
        let (whole, rest) = text.split_once('.')?;
        let (kept, left) = rest.split_at_checked(decimals).filter(|(_, left)| !left.is_empty())?;
        let number = format!("{whole}{kept}").parse::<i128>().ok()?;
        let up = i128::from(left.starts_with(['5', '6', '7', '8', '9']));
        let digits = number.checked_abs()?.checked_add(up)?.to_string();
        let digits = format!("{digits:0>width$}", width = decimals.checked_add(1)?);
        let (whole, rest) = digits.split_at_checked(digits.len().checked_sub(decimals)?)?;
        let rest = rest.trim_end_matches('0');
        let sign = if text.starts_with('-') { "-" } else { "" };
        let point = if rest.is_empty() { "" } else { "." };
        Some(format!("{sign}{whole}{point}{rest}"))
    };
    cut().unwrap_or_else(|| text.to_owned())
}

/// With thousands separators, and without the fen if there are none.
pub(crate) fn amount(value: impl std::fmt::Display) -> String {
    let text = group(&value.to_string());
    text.strip_suffix(".00").map(str::to_owned).unwrap_or(text)
}

/// A share as a number of percent: `0.0301` is `3.01`, digit by digit.
pub(crate) fn percent(share: &str) -> String {
    let (sign, digits) = share.strip_prefix('-').map_or(("", share), |rest| ("-", rest));
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, ""));
    let rest = format!("{rest:0<2}");
    let (moved, rest) = rest.split_at_checked(2).unwrap_or((&rest, ""));
    let whole = format!("{whole}{moved}");
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let rest = rest.trim_end_matches('0');
    let point = if rest.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{rest}")
}

/// With a plus sign if it is greater than zero.
pub(crate) fn signed(text: &str) -> String {
    let nothing = text.chars().all(|c| matches!(c, '0' | '.' | ','));
    if nothing || text.starts_with('-') { text.to_owned() } else { format!("+{text}") }
}

/// Breaks text into lines, at spaces and between Chinese characters.
pub(crate) fn wrap(text: &str, to: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in words(text) {
        if width(&line).saturating_add(width(word.trim_end())) > to && !line.is_empty() {
            lines.push(line.trim_end().to_owned());
            line.clear();
        }
        for c in word.chars() {
            let more = c.width().unwrap_or(0);
            if width(&line).saturating_add(more) > to && c != ' ' {
                lines.push(std::mem::take(&mut line));
            }
            line.push(c);
        }
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// Pieces that should stay on one line; punctuation stays with what it follows.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let (mut narrow, mut opening) = (false, false);
    for c in text.chars() {
        let wide = c.width().unwrap_or(0) > 1;
        let closing = "，。；：、）”！？》」".contains(c);
        match words.last_mut() {
            Some(word) if c == ' ' || closing || opening || (narrow && !wide) => word.push(c),
            _ => words.push(c.to_string()),
        }
        narrow = !wide && c != ' ';
        opening = "（“《「".contains(c);
    }
    words
}

/// A paragraph after a label: lines after the first are indented to it.
pub(crate) fn paragraph(label: &str, text: &str, to: usize) -> Vec<String> {
    let indent = width(label);
    let lines = wrap(text, to.saturating_sub(indent).max(10));
    let margin = spaces(indent);
    let numbered = lines.iter().enumerate();
    numbered.map(|(at, line)| format!("{}{line}", if at == 0 { label } else { &margin })).collect()
}

/// Compares names as people do: `2` before `10`.
pub(crate) fn natural(a: &str, b: &str) -> std::cmp::Ordering {
    parts(a).cmp(&parts(b)).then_with(|| a.cmp(b))
}

/// Runs of digits, by length and value, and runs of other characters.
fn parts(text: &str) -> Vec<(bool, usize, String)> {
    let runs: Vec<char> = text.chars().collect();
    let runs = runs.chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit());
    let part = |run: &[char]| {
        let run: String = run.iter().collect();
        if run.starts_with(|c: char| c.is_ascii_digit()) {
            let digits = run.trim_start_matches('0');
            (false, digits.len(), digits.to_owned())
        } else {
            (true, 0, run)
        }
    };
    runs.map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_shown_in_percent() {
        for (share, shown) in [
            ("0", "0"),
            ("0.03", "3"),
            ("-0.0301", "-3.01"),
            ("0.002144", "0.2144"),
            ("1.5", "150"),
            ("-0.6", "-60"),
            ("0.155", "15.5"),
        ] {
            assert_eq!(percent(share), shown, "{share}");
        }
    }

    #[test]
    fn widths_cutting_and_padding() {
        assert_eq!(width("3栋01"), 5);
        assert_eq!(right("栋", 4), "  栋");
        assert_eq!(left("栋", 4), "栋  ");
        assert_eq!(clip("松风明月花园", 7), "松风明…");
        assert_eq!(clip("松风明月花园", 12), "松风明月花园");
        assert_eq!(clean("a\u{1b}[2Jb"), "a\u{fffd}[2Jb");
    }

    #[test]
    fn thousands() {
        for (text, shown) in [
            ("0", "0"),
            ("999.5", "999.5"),
            ("1000", "1,000"),
            ("-2134261664.00", "-2,134,261,664.00"),
            ("+1234", "+1,234"),
            ("12a4", "12a4"),
            ("", ""),
        ] {
            assert_eq!(group(text), shown);
        }
        for (text, shown) in [
            ("9555.440827863119", "9555.4408"),
            ("6333348.14345", "6333348.1435"),
            ("0.99995", "1"),
            ("-0.00005", "-0.0001"),
            ("46948.255", "46948.255"),
            ("12.00004", "12"),
            ("7", "7"),
        ] {
            assert_eq!(rounded(text, 4), shown);
        }
        assert_eq!(amount("1234.00"), "1,234");
        assert_eq!(amount("1234.50"), "1,234.50");
        assert_eq!(signed("0.00"), "0.00");
        assert_eq!(signed("3"), "+3");
    }

    #[test]
    fn wrapping_keeps_words_and_punctuation() {
        assert_eq!(wrap("one two three", 8), ["one two", "three"]);
        assert_eq!(wrap("提高价格，或申请审批", 8), ["提高价", "格，或申", "请审批"]);
        assert_eq!(wrap("abcdefghij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(paragraph("a: ", "one two three four", 13), ["a: one two", "   three four"]);
        assert_eq!(wrap("", 4), [""]);
    }

    #[test]
    fn numbers_in_names_count() {
        let mut names = ["10", "2", "S1", "2单元", "02", "1"];
        names.sort_by(|a, b| natural(a, b));
        assert_eq!(names, ["1", "02", "2", "2单元", "10", "S1"]);
    }
}
