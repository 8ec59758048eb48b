//! Exact numbers as results show them.

use super::decimal::{Digits, MOST_DECIMALS, digits, parse_scaled};
use super::{Area, Figure, Money, Place, Rate, UnitPrice, Unrounded, Wide, text_scalar};
use crate::error::{Code, Error, Result};
use std::fmt;
use std::str::FromStr;

/// A number in plain decimal digits, as many as it has.
///
/// Exact for every value whose decimals end within 60; others are rounded half away from zero to
/// 12 decimals (a price from a solved base, such as 10,149.344585…). Results use it for what lies
/// before a rounding point, so it has no arithmetic: carry on with an [`Unrounded`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exact(Repr);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Repr {
    /// `count × 10^-decimals`, without trailing zeros behind the point.
    Small { count: i64, decimals: u8 },
    /// Longer numbers, as text.
    Long(Box<Box<str>>),
}

impl Exact {
    /// An integer count of `10^-decimals`.
    pub(super) fn scaled(count: Wide, decimals: u32) -> Exact {
        if let (Some(count), Ok(decimals)) = (count.to_i64(), u8::try_from(decimals))
            && u32::from(decimals) <= MOST_DECIMALS
        {
            return Exact::small(count, decimals);
        }
        Exact::from_digits(&super::unrounded::place_point(count, decimals))
    }

    /// As [`Exact::scaled`], for counts of 128 bits.
    pub(crate) fn counted(mut count: i128, mut decimals: u32) -> Exact {
        let short = i64::MIN.into()..=i64::MAX.into();
        // A count that is long only for its zeros must not take the way through text.
        while decimals > 0 && !short.contains(&count) && count.checked_rem(10) == Some(0) {
            count = count.checked_div(10).unwrap_or(0);
            decimals = decimals.saturating_sub(1);
        }
        match (i64::try_from(count), u8::try_from(decimals)) {
            (Ok(count), Ok(places)) if decimals <= MOST_DECIMALS => Exact::small(count, places),
            _ => Exact::scaled(Wide::from(count), decimals),
        }
    }

    /// Half away from zero to so many decimals, for people to read; calculations go on with the
    /// number itself.
    ///
    /// ```
    /// use kaipan::number::Exact;
    /// let price: Exact = "9555.445827863119".parse()?;
    /// assert_eq!(price.rounded(2).to_string(), "9555.45");
    /// # Ok::<(), kaipan::Error>(())
    /// ```
    pub fn rounded(&self, decimals: u32) -> Exact {
        let text = self.to_string();
        let (sign, digits) = match text.strip_prefix('-') {
            Some(digits) => ("-", digits),
            None => ("", text.as_str()),
        };
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let kept = usize::try_from(decimals).ok().and_then(|at| part.split_at_checked(at));
        let Some((kept, rest)) = kept else { return self.clone() };
        let mut shown = format!("{whole}{kept}").into_bytes();
        if rest.bytes().next().is_some_and(|next| next >= b'5') {
            let nines = shown.iter().rev().take_while(|digit| **digit == b'9').count();
            let mut last = shown.iter_mut().rev();
            last.by_ref().take(nines).for_each(|digit| *digit = b'0');
            match last.next() {
                Some(digit) => *digit = digit.saturating_add(1),
                None => shown.insert(0, b'1'),
            }
        }
        let point = shown.len().saturating_sub(kept.len());
        let (whole, part) = shown.split_at_checked(point).unwrap_or((&shown, &[]));
        let [whole, part] = [whole, part].map(String::from_utf8_lossy);
        let dot = if part.is_empty() { "" } else { "." };
        Exact::from_digits(&format!("{sign}{whole}{dot}{part}"))
    }

    /// From plain decimal text: the short form if it fits, so that equal numbers are equal.
    fn from_digits(text: &str) -> Exact {
        let text = text.strip_prefix('+').unwrap_or(text);
        let text = match text.contains('.') {
            true => text.trim_end_matches('0').trim_end_matches('.'),
            false => text,
        };
        let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let decimals = u32::try_from(decimals).unwrap_or(u32::MAX).min(MOST_DECIMALS);
        match (parse_scaled(text, decimals), u8::try_from(decimals)) {
            (Ok(count), Ok(decimals)) => Exact::small(count, decimals),
            _ => Exact(Repr::Long(Box::new(text.into()))),
        }
    }

    fn small(mut count: i64, mut decimals: u8) -> Exact {
        while decimals > 0 && count.checked_rem(10) == Some(0) {
            count = count.checked_div(10).unwrap_or(0);
            decimals = decimals.saturating_sub(1);
        }
        Exact(Repr::Small { count, decimals })
    }

    fn with_text<T>(&self, use_text: impl FnOnce(&str) -> T) -> T {
        match &self.0 {
            Repr::Small { count, decimals } => {
                let buffer: Digits = digits(*count, u32::from(*decimals), 0);
                use_text(buffer.as_str())
            }
            Repr::Long(text) => use_text(text),
        }
    }
}

macro_rules! from_scalar {
    ($($scalar:ident . $count:ident / $scale:literal),*) => {
        $(impl From<$scalar> for Exact {
            fn from(value: $scalar) -> Exact {
                Exact::small(value.$count(), $scale)
            }
        })*
    };
}

from_scalar!(
    Money.fen / 2,
    UnitPrice.micros / 6,
    Area.ten_thousandths / 4,
    Rate.millionths / 6,
    Figure.millionths / 6,
    Place.fen / 2
);

impl From<i32> for Exact {
    fn from(value: i32) -> Exact {
        Exact(Repr::Small { count: i64::from(value), decimals: 0 })
    }
}

impl TryFrom<&Unrounded> for Exact {
    type Error = Error;

    fn try_from(value: &Unrounded) -> Result<Exact> {
        value.to_exact()
    }
}

impl FromStr for Exact {
    type Err = Error;

    fn from_str(text: &str) -> Result<Exact> {
        // Any number of digits will do, so only the form is checked.
        match parse_scaled(text, 0) {
            Err(error) if ![Code::NumberRange, Code::NumberTooPrecise].contains(&error.code()) => {
                Err(error)
            }
            _ => Ok(Exact::from_digits(text)),
        }
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.with_text(|text| f.pad(text))
    }
}

text_scalar!(
    Exact,
    Exact::small(0, 0),
    "a number in plain decimal digits, as many as it has",
    "exact",
    Some(r"^-?[0-9]+(\.[0-9]+)?$"),
    with_text
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shown_to_so_many_decimals() {
        for (text, decimals, shown) in [
            ("9555.440827863119", 2, "9555.44"),
            ("9555.445", 2, "9555.45"),
            ("9999.995", 2, "10000"),
            ("-9999.995", 2, "-10000"),
            ("-0.004", 2, "0"),
            ("12769.37567520860739019511929963134005957963", 2, "12769.38"),
            ("0.5", 0, "1"),
            ("1.5", 2, "1.5"),
            ("10200", 2, "10200"),
        ] {
            assert_eq!(text.parse::<Exact>().unwrap().rounded(decimals).to_string(), shown);
        }
    }

    #[test]
    fn reads_what_it_writes() {
        for text in
            ["0", "-1.5", "10200", "0.000000000001", "12769.37367520860019739511929963134005957963"]
        {
            assert_eq!(text.parse::<Exact>().unwrap().to_string(), text);
        }
        assert_eq!("1.5".parse::<Exact>(), format!("1.5{:030}", 0).parse());
        assert_eq!("12.x".parse::<Exact>().unwrap_err().code(), Code::NumberSyntax);
        for bad in ["12.345,00", "12345678901234567890123,5", "1.5.5", "1.5 "] {
            assert_eq!(bad.parse::<Exact>().unwrap_err().code(), Code::NumberSyntax, "{bad}");
        }
        let long = "12345678901234567890.5";
        assert_eq!(format!("+{long}").parse::<Exact>().unwrap().to_string(), long);
        assert_eq!("1.500".parse::<Exact>().unwrap().to_string(), "1.5");
        assert_eq!(Exact::from(Money::from_fen(979_200)).to_string(), "9792");
        assert_eq!(Exact::from(Place::Jiao).to_string(), "0.1");
        assert_eq!("1e5".parse::<Exact>().unwrap_err().code(), Code::NumberExponent);
    }
}
