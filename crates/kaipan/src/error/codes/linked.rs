//! The catalogue for what a page loads: a code leads to its texts, so that only those of codes
//! that are named in what is loaded are in it. It has constants in place of variants.

use crate::error::Severity;
use crate::error::catalogue::{Area, Entry};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

macro_rules! linked {
    ($($name:ident = $number:literal $area:ident $severity:ident $code:literal
        { zh: $zh:literal, en: $en:literal, mend_zh: $hint_zh:literal, mend_en: $hint_en:literal })*) => {
        /// The stable code of an error or finding.
        #[derive(Clone, Copy)]
        pub struct Code(&'static Row);

        /// Statics rather than constants: what is loaded is packed better.
        #[allow(non_upper_case_globals)]
        mod rows {
            use super::{Row, Severity};

            $(
                pub(super) static $name: Row = Row {
                    number: $number,
                    severity: Severity::$severity,
                    texts: concat!($zh, "\n", $en, "\n", $hint_zh, "\n", $hint_en),
                };
            )*
        }

        #[allow(non_upper_case_globals)]
        impl Code {
            $(
                #[doc = concat!("`", $code, "`: ", $en)]
                pub const $name: Code = Code(&rows::$name);
            )*

            /// Every code, in the order of the catalogue.
            pub const ALL: &'static [Code] = &[$(Code::$name),*];
        }

        /// The codes that are read: what is read may have one that nothing here names.
        static READ: &[Row] =
            &[$(Row { number: $number, severity: Severity::$severity, texts: "" }),*];

        /// The dotted texts, in the order of the catalogue.
        const DOTTED: &str = concat!($($code, "\n"),*);
    };
}

/// Number, severity and the texts, a line each; none for a code that was read.
struct Row {
    texts: &'static str,
    number: u16,
    severity: Severity,
}

gather! { linked }

impl Code {
    /// The row of the catalogue.
    #[must_use]
    pub fn entry(self) -> Entry {
        let text = |at: usize| self.text(at);
        Entry {
            code: self.as_str(),
            number: self.number(),
            area: self.area(),
            severity: self.severity(),
            zh: text(0),
            en: text(1),
            hint_zh: text(2),
            hint_en: text(3),
        }
    }

    /// Message and hint, each in Chinese and English. What is read has its own messages; if one
    /// was made of its code all the same, it would be the dotted text.
    pub(in crate::error) fn text(self, at: usize) -> &'static str {
        let text = self.0.texts.split('\n').nth(at).unwrap_or_default();
        if text.is_empty() { self.as_str() } else { text }
    }

    fn rows() -> impl Iterator<Item = (&'static Row, &'static str)> {
        READ.iter().zip(DOTTED.split('\n'))
    }

    /// The dotted text of the code.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        let row = Code::rows().find(|(row, _)| row.number == self.0.number);
        row.map(|(_, text)| text).unwrap_or_default()
    }

    /// The code with this dotted text.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Code> {
        Code::rows().find(|(_, dotted)| *dotted == text).map(|(row, _)| Code(row))
    }

    /// The stable number of the code.
    #[must_use]
    pub fn number(self) -> u32 {
        self.0.number.into()
    }

    fn area(self) -> Area {
        let word = self.as_str().split('.').next();
        match word.unwrap_or_default() {
            "date" | "number" | "time" => Area::Number,
            "project" => Area::Project,
            "pricing" => Area::Pricing,
            "discount" => Area::Discount,
            "loan" | "payment" => Area::Payment,
            "fee" => Area::Fee,
            "quote" => Area::Quote,
            _ => Area::Input,
        }
    }

    pub(in crate::error) const fn severity(self) -> Severity {
        self.0.severity
    }
}

// By number: a code that was read is the same as the one that is named.
impl PartialEq for Code {
    fn eq(&self, other: &Code) -> bool {
        self.0.number == other.0.number
    }
}

impl Eq for Code {}

impl PartialOrd for Code {
    fn partial_cmp(&self, other: &Code) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Code {
    fn cmp(&self, other: &Code) -> Ordering {
        self.0.number.cmp(&other.0.number)
    }
}

impl Hash for Code {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.number.hash(state);
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Code;
    use crate::error::codes::listed;

    #[test]
    fn it_is_the_catalogue() {
        assert_eq!(Code::ALL.len(), listed::Code::ALL.len());
        for (code, listed) in Code::ALL.iter().zip(listed::Code::ALL) {
            let (entry, expected) = (code.entry(), listed.entry());
            assert_eq!(format!("{entry:?}"), format!("{expected:?}"));
            let read = Code::from_text(listed.as_str());
            assert_eq!(read, Some(*code));
            let without = read.map(Code::entry).unwrap();
            assert_eq!((without.number, without.severity), (entry.number, entry.severity));
            assert_eq!([without.zh, without.hint_en], [listed.as_str(); 2]);
        }
        assert!(Code::ALL.is_sorted() && listed::Code::ALL.is_sorted());
        assert_eq!(Code::from_text("Input"), None);
    }
}
