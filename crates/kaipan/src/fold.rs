//! The one rule by which identifiers and names are compared.
//!
//! People and spreadsheets write the same home in many ways. What cannot be told apart on paper is
//! one text here, wherever it comes from:
//!
//! - Spaces of any kind at the ends go (tabs, line breaks, U+00A0, U+3000); inside, a run of them
//!   is one space.
//! - Characters that cannot be seen go: control characters, zero width, byte-order mark, marks of
//!   direction, soft hyphen, variation selectors, fillers.
//! - Full-width letters, digits and punctuation (Ａ, １, －, （, ＃, ：) become their narrow forms.
//! - Dashes (‐ ‑ ‒ – — ― −) become `-`.
//!
//! Everything else stays: letters keep their case and are compared with it, `01` is not `1`, and
//! Chinese punctuation without a narrow form (、。〔〕) is itself. Text of which nothing is left is
//! refused where it is read.

use std::borrow::Cow;

/// What becomes of a character.
#[derive(Clone, Copy)]
enum Fate {
    Kept(char),
    Space,
    Dropped,
}

/// The text as it is compared; text that is so already, as nearly all is, costs one look.
pub(crate) fn fold(text: &str) -> Cow<'_, str> {
    if is_folded(text) { Cow::Borrowed(text) } else { Cow::Owned(folded(text)) }
}

/// Without the spaces and the characters that cannot be seen at its ends.
#[cfg(feature = "csv")]
pub(crate) fn trim(text: &str) -> &str {
    text.trim_matches(|c| !matches!(fate(c), Fate::Kept(_)))
}

fn is_folded(text: &str) -> bool {
    // A space is in place after a character that is none, and not at the end.
    let mut after_space = true;
    let simple = text.bytes().all(|byte| {
        let good = matches!(byte, b'!'..=b'~') || byte == b' ' && !after_space;
        after_space = byte == b' ';
        good
    });
    if simple {
        return !after_space || text.is_empty();
    }
    let mut after_space = true;
    let kept = text.chars().all(|c| {
        let good = match fate(c) {
            Fate::Kept(to) => to == c,
            Fate::Space => c == ' ' && !after_space,
            Fate::Dropped => false,
        };
        after_space = c == ' ';
        good
    });
    kept && !after_space
}

#[cold]
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut space = false;
    for c in text.chars() {
        match fate(c) {
            Fate::Kept(c) => {
                if space && !out.is_empty() {
                    out.push(' ');
                }
                space = false;
                out.push(c);
            }
            Fate::Space => space = true,
            Fate::Dropped => {}
        }
    }
    out
}

fn fate(c: char) -> Fate {
    match c {
        '!'..='~' | '\u{4e00}'..='\u{9fff}' => Fate::Kept(c),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2043}' | '\u{fe58}' | '\u{fe63}' => {
            Fate::Kept('-')
        }
        '\u{ff01}'..='\u{ff5e}' => {
            let narrow = u32::from(c).saturating_sub(0xfee0);
            Fate::Kept(char::from_u32(narrow).unwrap_or(c))
        }
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{2800}'
        | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e01ef}' => Fate::Dropped,
        c if c.is_whitespace() => Fate::Space,
        c if c.is_control() => Fate::Dropped,
        c => Fate::Kept(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_home_written_in_many_ways() {
        for same in [
            "3-1-1802",
            " 3-1-1802 ",
            "3-1-1802\u{a0}",
            "\u{3000}3-1-1802\r\n",
            "3-1-1802\t",
            "\u{feff}3-1-1802",
            "3-1\u{200b}-18\u{ad}02",
            "\u{202d}3-1-1802\u{202c}",
            "３－１－１８０２",
            "3–1—1802",
            "3‐1−1802",
            "3-1-18\u{0}02",
        ] {
            assert_eq!(fold(same), "3-1-1802", "{same:?}");
        }
        assert_eq!(fold("Ａ座（东）＃１"), "A座(东)#1");
        assert_eq!(fold("A \u{3000}\u{200b} 座"), "A 座");
        for other in ["3-1-1802a", "3-1-1802A", "3--1-1802", "3-1-01802", "3 -1-1802", "〔1〕、。"]
        {
            assert_eq!(fold(other), other, "it stays itself");
        }
        for nothing in ["", " ", "\u{200b}\u{3000}", "\n\u{feff}", "\u{3164}"] {
            assert_eq!(fold(nothing), "", "{nothing:?}");
        }
        assert!(matches!(fold("3-1 1802"), Cow::Borrowed(_)));
        assert!(matches!(fold("云璟湾 一期"), Cow::Borrowed(_)));
    }

    proptest! {
        #[test]
        fn folded_text_stays_as_it_is(text in "[ -~\u{80}-\u{3100}楼栋\u{fe00}-\u{ffff}\u{e0100}]{0,12}") {
            let once = fold(&text).into_owned();
            prop_assert!(is_folded(&once), "{once:?}");
            prop_assert_eq!(folded(&once), once.clone());
            prop_assert_eq!(folded(&text), once.clone());
            prop_assert_eq!(once.trim(), once.as_str());
        }
    }
}
