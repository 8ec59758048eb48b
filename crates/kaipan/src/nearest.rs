//! The nearest name: what somebody probably meant who asked for a name that does not exist.

use std::borrow::Cow;
use std::cmp::Reverse;

/// Letters of a name that are looked at.
const LONGEST: usize = 64;

/// The nearest of the names to the one that was asked for, if one is near.
///
/// Near is what differs only in spelling: leading zeros, spaces, width or case (see `spelling`).
/// Else it is what comes from the name asked for by changes of single letters: as many as a third
/// of the longer name has letters, at least one, and fewer than the shorter name has letters, since
/// two names of one letter have nothing in common. The fewest changes win, then the longer name,
/// then the earlier one. Every message of the library that names a nearest name takes it from here.
///
/// ```
/// use kaipan::nearest;
/// assert_eq!(nearest(["pricing.table", "quote.make"], "pricing.tabel"), Some("pricing.table"));
/// assert_eq!(nearest(["01", "02"], "1"), Some("01"));
/// assert_eq!(nearest(["fee.compute"], "nosuch"), None);
/// ```
pub fn nearest<'a>(names: impl IntoIterator<Item = &'a str>, asked: &str) -> Option<&'a str> {
    let asked = spelling(asked);
    let letters: Vec<char> = asked.chars().take(LONGEST).collect();
    let mut best: Option<(usize, usize, &str)> = None;
    for name in names {
        let spelt = spelling(name);
        if spelt == asked {
            return Some(name);
        }
        let length = spelt.chars().take(LONGEST).count();
        let (longer, shorter) = (length.max(letters.len()), length.min(letters.len()));
        let most = longer.checked_div(3).unwrap_or(0).max(1).min(shorter.saturating_sub(1));
        // Names whose lengths differ by more need more changes.
        if longer.saturating_sub(shorter) > most {
            continue;
        }
        let changes = changes(&letters, &spelt);
        let nearer =
            best.is_none_or(|(least, of, _)| (changes, Reverse(length)) < (least, Reverse(of)));
        if changes <= most && nearer {
            best = Some((changes, length, name));
        }
    }
    best.map(|(_, _, name)| name)
}

/// A name in small, narrow letters.
#[cfg(feature = "ledger")]
pub(crate) fn folded(name: &str) -> crate::Text {
    name.chars().map(narrow).flat_map(char::to_lowercase).collect::<String>().as_str().into()
}

/// A name without what a spreadsheet or a keyboard changes in it: spaces, width and case of
/// letters, zeros in front of a number, and the `.0` behind one.
///
/// `" 3-1-０１Ａ"` and `"3-1-1a"` are spelt alike. It is for messages only: names that are spelt
/// alike do not match.
pub(crate) fn spelling(name: &str) -> Cow<'_, str> {
    if is_plain(name) {
        return Cow::Borrowed(name);
    }
    let mut letters: Vec<char> = Vec::with_capacity(name.len());
    for letter in name.chars().filter(|letter| !is_blank(*letter)) {
        letters.extend(narrow(letter).to_lowercase());
    }
    let at = |at: usize| letters.get(at).copied();
    let is_digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    let mut out = String::with_capacity(name.len());
    let mut place = 0_usize;
    while let Some(letter) = at(place) {
        let before = out.chars().next_back();
        let after = at(place.saturating_add(1));
        let leads = letter == '0' && !is_digit(before) && before != Some('.') && is_digit(after);
        let whole = letter == '.'
            && is_digit(before)
            && after == Some('0')
            && !is_digit(at(place.saturating_add(2)));
        if !leads && !whole {
            out.push(letter);
        }
        place = place.saturating_add(if whole { 2 } else { 1 });
    }
    Cow::Owned(out)
}

/// Nothing in it that [`spelling`] would change. Most names are like that.
fn is_plain(name: &str) -> bool {
    let mut before = '-';
    name.chars().all(|letter| {
        let leads = letter == '0' && !before.is_ascii_digit();
        let changes = leads
            || letter == '.'
            || letter.is_uppercase()
            || is_blank(letter)
            || narrow(letter) != letter;
        before = letter;
        !changes
    })
}

fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || letter.is_control() || matches!(letter, '\u{200b}' | '\u{feff}')
}

/// Full-width letters, digits and signs as narrow ones, dashes as one dash.
fn narrow(letter: char) -> char {
    let wide = u32::from(letter);
    match letter {
        '！'..='～' => wide.checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(letter),
        '‐' | '‑' | '–' | '—' | '−' => '-',
        _ => letter,
    }
}

/// How many changes of single letters lie between two words.
fn changes(from: &[char], to: &str) -> usize {
    let to: Vec<char> = to.chars().take(LONGEST).collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, one) in from.iter().enumerate() {
        let mut diagonal = i;
        let mut left = i.saturating_add(1);
        let mut next = Vec::with_capacity(row.len());
        next.push(left);
        for (above, other) in row.iter().skip(1).zip(&to) {
            let change = diagonal.saturating_add(usize::from(one != other));
            left = change.min(left.saturating_add(1)).min(above.saturating_add(1));
            diagonal = *above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_near_is_named() {
        let known = ["AJ", "GJJ", "1-1-1001", "1-1-1002", "13", "pricing.table", "fee.compute"];
        for (asked, expected) in [
            ("aj", Some("AJ")),
            ("GJ", Some("GJJ")),
            ("1-1-10001", Some("1-1-1001")),
            ("1-1-1003", Some("1-1-1001")),
            ("pricing.tabel", Some("pricing.table")),
            ("０１３", Some("13")),
            ("nosuch", None),
            ("QZ", None),
            ("99", None),
            ("1", None),
            ("", None),
        ] {
            assert_eq!(nearest(known, asked), expected, "{asked}");
        }
        assert_eq!(nearest(["2"], "1"), None, "nothing in common");
        assert_eq!(nearest(["ab", "ac"], "ad"), Some("ab"), "the earlier of two");
    }

    #[test]
    fn spellings_fold_zeros_spaces_width_and_case() {
        for (name, spelt) in [
            ("01", "1"),
            ("0", "0"),
            ("000", "0"),
            ("3-1-0101", "3-1-101"),
            ("6栋//02", "6栋//2"),
            ("B01", "b1"),
            (" 1\u{3000}0２ ", "102"),
            ("101.0", "101"),
            ("1.05", "1.05"),
            ("1.0.0", "1"),
            ("100", "100"),
            ("Ａ－１", "a-1"),
            ("花园", "花园"),
        ] {
            assert_eq!(spelling(name), spelt, "{name}");
        }
        assert!(matches!(spelling("3-1-1802"), Cow::Borrowed(_)));
    }

    #[test]
    fn changes_are_counted() {
        let changes = |a: &str, b: &str| changes(&a.chars().collect::<Vec<_>>(), b);
        assert_eq!(changes("pricing.table", "pricing.tabel"), 2);
        assert_eq!(changes("", "abc"), 3);
        assert_eq!(changes("a", "a"), 0);
    }
}
