//! The scalars: integer counts of a smallest step.

use super::decimal::{digits, parse_scaled};
use super::text_scalar;
use crate::error::{Code, Error, Result};
use std::fmt;
use std::str::FromStr;

/// Prints a scalar's inner step for `Debug` as its decimal text.
macro_rules! scalar {
    ($(#[$doc:meta])* $name:ident: $scale:literal decimals, at least $least:literal shown,
     $from:ident/$to:ident, $about:literal, $format:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        #[repr(transparent)]
        pub struct $name(i64);

        impl $name {
            /// Decimals of the smallest step.
            pub const SCALE: u32 = $scale;
            /// Nothing.
            pub const ZERO: $name = $name(0);
            /// The greatest value.
            pub const MAX: $name = $name(i64::MAX);

            /// From an integer count of the smallest step.
            pub const fn $from(count: i64) -> $name {
                $name(count)
            }

            /// As an integer count of the smallest step.
            pub const fn $to(self) -> i64 {
                self.0
            }

            /// Sum; `None` outside the range.
            #[must_use]
            pub const fn checked_add(self, other: $name) -> Option<$name> {
                match self.0.checked_add(other.0) {
                    Some(sum) => Some($name(sum)),
                    None => None,
                }
            }

            /// Difference; `None` outside the range.
            #[must_use]
            pub const fn checked_sub(self, other: $name) -> Option<$name> {
                match self.0.checked_sub(other.0) {
                    Some(difference) => Some($name(difference)),
                    None => None,
                }
            }

            /// Whole multiple; `None` outside the range.
            #[must_use]
            pub const fn checked_mul(self, times: i64) -> Option<$name> {
                match self.0.checked_mul(times) {
                    Some(product) => Some($name(product)),
                    None => None,
                }
            }

            fn with_text<T>(self, use_text: impl FnOnce(&str) -> T) -> T {
                use_text(digits(self.0, $scale, $least).as_str())
            }

            /// Greater than zero.
            pub const fn is_positive(self) -> bool {
                self.0 > 0
            }

            /// Less than zero.
            pub const fn is_negative(self) -> bool {
                self.0 < 0
            }

            /// Equal to zero.
            pub const fn is_zero(self) -> bool {
                self.0 == 0
            }
        }

        impl FromStr for $name {
            type Err = Error;

            fn from_str(text: &str) -> Result<$name> {
                parse_scaled(text, $scale).map($name)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.with_text(|text| f.pad(text))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        text_scalar!(
            $name,
            $name::ZERO,
            $about,
            $format,
            Some(r"^[+-]?[0-9]+(\.[0-9]+)?$"),
            with_text
        );
    };
}

scalar! {
    /// An amount in RMB yuan, to the fen (0.01).
    Money: 2 decimals, at least 2 shown, from_fen/fen,
    "yuan, 2 decimals", "money"
}

scalar! {
    /// Yuan per m², up to 6 decimals.
    ///
    /// Published unit prices have 2 decimals; bases, line constants and differences inside a
    /// scheme carry up to 6 (handbook §0.2).
    UnitPrice: 6 decimals, at least 2 shown, from_micros/micros,
    "yuan per square metre, up to 6 decimals", "unit_price"
}

scalar! {
    /// An area in m², up to 4 decimals (usually 2).
    Area: 4 decimals, at least 2 shown, from_ten_thousandths/ten_thousandths,
    "square metres, up to 4 decimals", "area"
}

scalar! {
    /// A ratio, up to 6 decimals: 0.98 is 98 %.
    Rate: 6 decimals, at least 0 shown, from_millionths/millionths,
    "a ratio, up to 6 decimals (0.98 is 98 %)", "rate"
}

scalar! {
    /// A number in a factor table, up to 6 decimals: a coefficient, a percent or yuan per m²,
    /// as the factor's method says.
    Figure: 6 decimals, at least 0 shown, from_millionths/millionths,
    "a factor value, up to 6 decimals: a coefficient, a percent, or yuan per square metre", "figure"
}

/// A pricing coefficient is a ratio.
pub type Coefficient = Rate;

impl Rate {
    /// The whole: 1.
    pub const ONE: Rate = Rate(1_000_000);
}

impl UnitPrice {
    /// Whether the price can be published: no decimals below the fen (handbook §0.2).
    pub const fn is_published(self) -> bool {
        matches!(self.0.checked_rem(10_000), Some(0))
    }
}

impl Money {
    /// The smallest amount: a fen.
    #[cfg(feature = "deal")]
    pub(crate) const FEN: Money = Money(1);

    /// As an error when the amount does not fit.
    pub(crate) fn sum(amounts: impl IntoIterator<Item = Money>) -> Result<Money> {
        amounts
            .into_iter()
            .try_fold(Money::ZERO, Money::checked_add)
            .ok_or_else(|| Error::new(Code::NumberOverflow))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_scalar_keeps_its_own_decimals() {
        assert_eq!("12.3".parse::<Money>().unwrap().to_string(), "12.30");
        assert_eq!("46948.255".parse::<UnitPrice>().unwrap().to_string(), "46948.255");
        assert_eq!("89.5".parse::<Area>().unwrap().to_string(), "89.50");
        assert_eq!("0.980000".parse::<Rate>().unwrap().to_string(), "0.98");
        assert_eq!(format!("{:?}", Rate::ONE), "Rate(1)");
        assert_eq!(format!("{:>8}", Money::from_fen(5)), "    0.05");
    }

    #[test]
    fn arithmetic_is_checked() {
        assert_eq!(Money::MAX.checked_add(Money::from_fen(1)), None);
        assert_eq!(Money::from_fen(i64::MIN).checked_sub(Money::from_fen(1)), None);
        assert_eq!(Money::MAX.checked_mul(2), None);
        assert_eq!(Money::sum([Money::MAX, Money::MAX]).unwrap_err().code(), Code::NumberOverflow);
    }

    #[test]
    fn json_is_text_out_and_text_or_integer_in() {
        assert_eq!(serde_json::to_string(&Money::from_fen(1234)).unwrap(), "\"12.34\"");
        assert_eq!(serde_json::from_str::<Money>("12").unwrap(), Money::from_fen(1200));
        assert_eq!(serde_json::from_str::<Money>("\"12.34\"").unwrap(), Money::from_fen(1234));
        assert!(serde_json::from_str::<Money>("12.5").is_err(), "a float never reaches a scalar");
    }
}
