//! What a number must be, with one wording each.

use crate::error::{Code, Error};
use crate::number::{Area, Figure, Fraction, Money, Rate, UnitPrice};
use std::fmt::Display;

/// What a number must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Must {
    /// Above 0.
    BePositive,
    /// Above 0 or below.
    #[cfg(feature = "kpi")]
    NotBeZero,
    /// At least 0.
    NotBeNegative,
    /// At least 1.
    BeOneOrMore,
    /// Above 0 and at most 1.
    BePart,
    /// From 0 to 1.
    BeShare,
    /// At least 0 and below 1.
    BeLessThanOne,
}

impl Must {
    /// In Chinese and in English.
    const fn words(self) -> [&'static str; 2] {
        match self {
            Must::BePositive => ["大于 0", "above 0"],
            #[cfg(feature = "kpi")]
            Must::NotBeZero => ["不为 0", "other than 0"],
            Must::NotBeNegative => ["不小于 0", "at least 0"],
            Must::BeOneOrMore => ["至少为 1", "at least 1"],
            Must::BePart => ["大于 0 且不超过 1", "above 0 and at most 1"],
            Must::BeShare => ["在 0 到 1 之间", "from 0 to 1"],
            Must::BeLessThanOne => ["不小于 0 且小于 1", "at least 0 and below 1"],
        }
    }

    fn holds(self, [count, one]: [i64; 2]) -> bool {
        match self {
            Must::BePositive => count > 0,
            #[cfg(feature = "kpi")]
            Must::NotBeZero => count != 0,
            Must::NotBeNegative => count >= 0,
            Must::BeOneOrMore => count >= one,
            Must::BePart => count > 0 && count <= one,
            Must::BeShare => count >= 0 && count <= one,
            Must::BeLessThanOne => count >= 0 && count < one,
        }
    }

    /// The error of this code, at the field, if its value is not what it must be.
    #[inline]
    pub(crate) fn refused(
        self,
        code: Code,
        field: &'static str,
        value: impl Counted,
    ) -> Option<Error> {
        let error = || {
            let [zh, en] = self.words();
            let error = Error::new(code).with("field", field).with("value", &value);
            error.with("rule_zh", zh).with("rule_en", en).at(field)
        };
        (!self.holds(value.count_and_one())).then(error)
    }
}

/// A number as an integer count of steps, and how many steps are one.
pub(crate) trait Counted: Display {
    fn count_and_one(&self) -> [i64; 2];
}

macro_rules! counted {
    ($($scalar:ident . $count:ident / $one:literal),*) => {
        $(impl Counted for $scalar {
            fn count_and_one(&self) -> [i64; 2] {
                [self.$count(), $one]
            }
        })*
    };
}

counted!(
    Money.fen / 100,
    UnitPrice.micros / 1_000_000,
    Area.ten_thousandths / 10_000,
    Rate.millionths / 1_000_000,
    Figure.millionths / 1_000_000
);

impl Counted for Fraction {
    fn count_and_one(&self) -> [i64; 2] {
        [self.numerator(), self.denominator()]
    }
}

impl Counted for u32 {
    fn count_and_one(&self) -> [i64; 2] {
        [i64::from(*self), 1]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_belong_to_the_range_or_not() {
        let of = |must: Must, text: &str| {
            let rate: Rate = text.parse().unwrap();
            must.refused(Code::FeeAmount, "rate", rate).is_none()
        };
        let holds = |must| ["-0.1", "0", "0.5", "1", "1.1"].map(|text| of(must, text));
        assert_eq!(holds(Must::BePositive), [false, false, true, true, true]);
        assert_eq!(holds(Must::NotBeNegative), [false, true, true, true, true]);
        assert_eq!(holds(Must::BeOneOrMore), [false, false, false, true, true]);
        assert_eq!(holds(Must::BePart), [false, false, true, true, false]);
        assert_eq!(holds(Must::BeShare), [false, true, true, true, false]);
        assert_eq!(holds(Must::BeLessThanOne), [false, true, true, false, false]);
        let error = Must::BeOneOrMore.refused(Code::FeeAmount, "storeys", 0).unwrap();
        assert_eq!(error.path(), "/storeys");
        assert!(Must::BePart.refused(Code::FeeAmount, "share", Fraction::ONE).is_none());
    }
}
