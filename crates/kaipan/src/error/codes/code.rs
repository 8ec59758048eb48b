//! A code, and its row of the catalogue.

use crate::error::Severity;
use crate::error::catalogue::{Area, Entry};

macro_rules! codes {
    ($($name:ident = $number:literal $area:ident $severity:ident $code:literal
        { zh: $zh:literal, en: $en:literal, mend_zh: $hint_zh:literal, mend_en: $hint_en:literal })*) => {
        /// The stable code of an error or finding.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Code {
            $(
                #[doc = concat!("`", $code, "`: ", $en)]
                $name,
            )*
        }

        impl Code {
            /// Every code, in the order of the catalogue.
            pub const ALL: &'static [Code] = &[$(Code::$name),*];

            /// The row of the catalogue.
            pub const fn entry(self) -> &'static Entry {
                match self {
                    $(Code::$name => const {
                        &Entry {
                            code: $code,
                            number: $number,
                            area: Area::$area,
                            severity: Severity::$severity,
                            zh: $zh,
                            en: $en,
                            hint_zh: $hint_zh,
                            hint_en: $hint_en,
                        }
                    })*
                }
            }
        }
    };
}

gather! { codes }

impl Code {
    /// The stable number of the code.
    pub const fn number(self) -> u32 {
        self.entry().number
    }

    pub(crate) const fn severity(self) -> Severity {
        self.entry().severity
    }

    /// The dotted text of the code.
    pub const fn as_str(self) -> &'static str {
        self.entry().code
    }

    /// The code with this dotted text.
    pub fn from_text(text: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.as_str() == text)
    }
}
