//! The scalars as Kotlin, Swift and Python see them: text between the languages, a decimal or a
//! date on either side.
//!
//! A text that does not fit is an ordinary [`Error`]; nothing here can panic.

use crate::error::{Code, Error, InputPlace};
use crate::number::{Area, Exact, Figure, Fraction, Money, Rate, UnitPrice};

// Names that Swift's own libraries have already: Foundation's `Date` is an instant and its
// `Dimension` a class, SwiftUI's `Text` a view.
type CivilDate = crate::Date;
type CivilTime = crate::Time;
type UnitAttribute = crate::project::Dimension;
type ShortText = crate::Text;
type ShownText = crate::Label;

macro_rules! text {
    ($($(#[$doc:meta])* $name:ident;)*) => {
        $(uniffi::custom_type!($(#[$doc])* $name, String, {
            lower: |value| value.to_string(),
            try_lift: |text| Ok(text.parse::<$name>()?),
        });)*
    };
}

text! {
    /// Yuan, up to 2 decimals.
    Money;
    /// Yuan per m², up to 6 decimals.
    UnitPrice;
    /// m², up to 4 decimals.
    Area;
    /// A ratio, up to 6 decimals: 0.98 is 98 %.
    Rate;
    /// A number in a factor table, up to 6 decimals.
    Figure;
    /// A share of a whole: `1/3`, or up to 6 decimals: `0.35`.
    Fraction;
    /// An exact number with as many decimals as it has.
    Exact;
    /// A civil date without a time zone.
    CivilDate;
    /// A civil time to the second without a time zone.
    CivilTime;
    /// A unit attribute: `floor`, `line`, `view` …, or `custom:NAME`.
    UnitAttribute;
}

uniffi::custom_type!(
    /// A code, or a name by which things are found.
    ShortText, String, {
    lower: |text| text.into(),
    try_lift: |text| Ok(crate::Text::seen(&text)?),
});

uniffi::custom_type!(
    /// A text that is only shown: a name, a source, a note.
    ShownText, String, {
    lower: |text| text.into(),
    try_lift: |text| Ok(text.into()),
});

uniffi::custom_type!(
    /// The stable code of an error or finding, such as `pricing.factor_missing`.
    Code, String, {
    lower: |code| code.as_str().to_owned(),
    try_lift: |text| match Code::from_text(&text) {
        Some(code) => Ok(code),
        None => Err(Error::new(Code::JsonChoice)
            .with("text", text)
            .with_long("known", "docs/errors.md")
            .into()),
    },
});

uniffi::custom_type!(
    /// The place of an input, as a JSON Pointer.
    InputPlace, String, {
    lower: |place| place.to_string(),
    try_lift: |text| Ok(text.parse()?),
});
