//! Exact numbers: what a value is before its rounding point.

use super::rounding::divide;
use super::short::Decimal;
use super::{Area, Exact, Figure, Mode, Money, Rate, UnitPrice, Wide};
use crate::error::{Code, Error, Result};
use std::cmp::Ordering;
use std::str::FromStr;

/// An exact number: what carries a value from one rounding point to the next.
///
/// Nearly every value on the way is a short decimal and stays in 128 bits. What does not fit, such as
/// a base price solved from a target or a third, goes on as a quotient of two [`Wide`] integers, so
/// that an unrounded table meets its target exactly. Which of the two it is cannot be seen from
/// outside.
#[derive(Clone, Debug)]
pub struct Fraction(Repr);

#[derive(Clone, Debug)]
enum Repr {
    Short(Decimal),
    Long(Box<Quotient>),
}

use Repr::{Long, Short};

/// `numerator ÷ denominator`; the denominator is always positive.
#[derive(Clone, Copy, Debug)]
struct Quotient {
    numerator: Wide,
    denominator: Wide,
}

impl Quotient {
    fn plus(&self, other: &Quotient) -> Result<Quotient> {
        // Of the terms of a sum, one denominator is nearly always a multiple of the other: it stays.
        let (long, short) =
            if self.denominator < other.denominator { (other, self) } else { (self, other) };
        let (times, rest) = long.denominator.div_rem(short.denominator)?;
        if rest.is_zero() {
            let numerator = long.numerator.add(short.numerator.mul(times)?)?;
            return Ok(Quotient { numerator, denominator: long.denominator });
        }
        let left = self.numerator.mul(other.denominator)?;
        let right = other.numerator.mul(self.denominator)?;
        let denominator = self.denominator.mul(other.denominator)?;
        Ok(Quotient { numerator: left.add(right)?, denominator })
    }

    fn opposite(&self) -> Result<Quotient> {
        Ok(Quotient { numerator: Wide::ZERO.sub(self.numerator)?, ..*self })
    }

    fn times(&self, other: &Quotient) -> Result<Quotient> {
        Ok(Quotient {
            numerator: self.numerator.mul(other.numerator)?,
            denominator: self.denominator.mul(other.denominator)?,
        })
    }

    fn lowest_terms(&self) -> Result<Quotient> {
        let divisor = self.numerator.gcd(self.denominator)?;
        if divisor.is_zero() || divisor == Wide::ONE {
            return Ok(*self);
        }
        Ok(Quotient {
            numerator: self.numerator.div_rem(divisor)?.0,
            denominator: self.denominator.div_rem(divisor)?.0,
        })
    }
}

impl Fraction {
    /// Zero.
    pub const ZERO: Fraction = Fraction(Short(Decimal::ZERO));
    /// One.
    pub const ONE: Fraction = Fraction(Short(Decimal::ONE));

    /// The quotient `numerator ÷ denominator`.
    ///
    /// # Errors
    /// [`Code::NumberZeroDenominator`] for a zero denominator.
    pub fn new(numerator: Wide, denominator: Wide) -> Result<Fraction> {
        if denominator.is_zero() {
            return Err(Error::new(Code::NumberZeroDenominator));
        }
        let quotient = Quotient { numerator, denominator };
        if denominator.is_negative() {
            let opposite = Quotient { denominator: denominator.abs()?, ..quotient }.opposite()?;
            return Ok(Fraction::from(opposite));
        }
        Ok(Fraction::from(quotient))
    }

    /// An integer count of `10^-decimals` with few decimals, those of a scalar.
    pub(crate) fn decimal(count: i64, decimals: u32) -> Fraction {
        Fraction(Short(Decimal::of_scalar(count, decimals)))
    }

    fn quotient(&self) -> Quotient {
        match &self.0 {
            Short(value) => Quotient { numerator: value.count(), denominator: value.denominator() },
            Long(quotient) => **quotient,
        }
    }

    /// The numerator of some quotient that is this number.
    #[must_use]
    pub fn numerator(&self) -> Wide {
        self.quotient().numerator
    }

    /// The denominator that goes with the numerator, always positive.
    #[must_use]
    pub fn denominator(&self) -> Wide {
        self.quotient().denominator
    }

    /// Numerator and denominator without a common divisor.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] at the very edge of the range.
    pub fn lowest_terms(&self) -> Result<(Wide, Wide)> {
        let Quotient { numerator, denominator } = self.quotient().lowest_terms()?;
        Ok((numerator, denominator))
    }

    /// Sum.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] when it cannot be carried exactly.
    pub fn add(&self, other: &Fraction) -> Result<Fraction> {
        if let (Short(one), Short(two)) = (&self.0, &other.0)
            && let Some(sum) = one.plus(*two)
        {
            return Ok(Fraction(Short(sum)));
        }
        self.quotient().plus(&other.quotient()).map(Fraction::from)
    }

    /// Difference.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] when it cannot be carried exactly.
    pub fn sub(&self, other: &Fraction) -> Result<Fraction> {
        if let (Short(one), Short(two)) = (&self.0, &other.0)
            && let Some(difference) = two.opposite().and_then(|two| one.plus(two))
        {
            return Ok(Fraction(Short(difference)));
        }
        self.quotient().plus(&other.quotient().opposite()?).map(Fraction::from)
    }

    /// The number without its sign.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] at the very edge of the range.
    pub fn magnitude(&self) -> Result<Fraction> {
        if self.is_negative() { Fraction::ZERO.sub(self) } else { Ok(self.clone()) }
    }

    /// Product.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] when it cannot be carried exactly.
    pub fn mul(&self, other: &Fraction) -> Result<Fraction> {
        if let (Short(one), Short(two)) = (&self.0, &other.0)
            && let Some(product) = one.times(*two)
        {
            return Ok(Fraction(Short(product)));
        }
        self.quotient().times(&other.quotient()).map(Fraction::from)
    }

    /// So many times the number.
    pub(crate) fn times(&self, count: Wide) -> Result<Fraction> {
        if let (Short(one), Some(count)) = (&self.0, Decimal::new(count, 0))
            && let Some(product) = one.times(count)
        {
            return Ok(Fraction(Short(product)));
        }
        let Quotient { numerator, denominator } = self.quotient();
        Ok(Fraction::from(Quotient { numerator: numerator.mul(count)?, denominator }))
    }

    /// Quotient.
    ///
    /// # Errors
    /// [`Code::NumberZeroDenominator`] when `other` is zero; [`Code::NumberTooWide`].
    pub fn div(&self, other: &Fraction) -> Result<Fraction> {
        let (one, two) = (self.quotient(), other.quotient());
        Fraction::new(one.numerator.mul(two.denominator)?, one.denominator.mul(two.numerator)?)
    }

    /// The same value in a form that keeps what follows short.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] at the very edge of the range.
    pub fn reduced(&self) -> Result<Fraction> {
        let Long(quotient) = &self.0 else { return Ok(self.clone()) };
        let Quotient { numerator, denominator } = quotient.lowest_terms()?;
        match Decimal::of_quotient(numerator, denominator) {
            Some(decimal) => Ok(Fraction(Short(decimal))),
            None => Ok(Fraction(Long(Box::new(Quotient { numerator, denominator })))),
        }
    }

    /// Greater, equal or less.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] when the cross products cannot be carried.
    pub fn compare(&self, other: &Fraction) -> Result<Ordering> {
        if let (Short(one), Short(two)) = (&self.0, &other.0)
            && let Some(order) = one.compared(*two)
        {
            return Ok(order);
        }
        let (one, two) = (self.quotient(), other.quotient());
        let left = one.numerator.mul(two.denominator)?;
        let right = two.numerator.mul(one.denominator)?;
        Ok(left.cmp(&right))
    }

    /// A hundred times the number as a quotient in 128 bits, if it is short.
    pub(super) fn short_fen(&self) -> Option<(i128, i128)> {
        match self.0 {
            Short(value) => value.hundredfold(),
            Long(_) => None,
        }
    }

    /// Greater than zero.
    #[must_use]
    pub fn is_positive(&self) -> bool {
        self.numerator().is_positive()
    }

    /// Less than zero.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.numerator().is_negative()
    }

    /// Equal to zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.numerator().is_zero()
    }

    /// The nearest integer count of `10^-decimals`, half away from zero.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] when it cannot be carried exactly.
    pub fn scaled(&self, decimals: u32) -> Result<Wide> {
        let Quotient { numerator, denominator } = self.quotient();
        divide(numerator.mul(Wide::power_of_ten(decimals)?)?, denominator, Mode::HalfUp)
    }

    /// The nearest unit price of 6 decimals, half away from zero.
    ///
    /// # Errors
    /// [`Code::NumberOverflow`] outside the range of a unit price.
    pub fn to_unit_price(&self) -> Result<UnitPrice> {
        let micros = self.scaled(UnitPrice::SCALE)?.to_i64();
        micros.map(UnitPrice::from_micros).ok_or_else(|| Error::new(Code::NumberOverflow))
    }

    /// The nearest rate of 6 decimals, half away from zero.
    ///
    /// # Errors
    /// [`Code::NumberOverflow`] outside the range of a rate.
    pub fn to_rate(&self) -> Result<Rate> {
        let millionths = self.scaled(Rate::SCALE)?.to_i64();
        millionths.map(Rate::from_millionths).ok_or_else(|| Error::new(Code::NumberOverflow))
    }

    /// The value in plain decimal text: exact if it ends within 60 decimals, else rounded half
    /// away from zero to 12.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] when it cannot be carried exactly.
    pub fn to_text(&self) -> Result<String> {
        Ok(self.to_exact()?.to_string())
    }

    /// As [`Fraction::to_text`], as a number of a result.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`] when it cannot be carried exactly.
    pub fn to_exact(&self) -> Result<Exact> {
        let quotient = match &self.0 {
            Short(value) => return Ok(value.to_exact()),
            Long(quotient) => quotient,
        };
        // Denominators of scheme tables are powers of ten: no reduction is needed for those.
        if let Some(decimals) = quotient.denominator.log_ten().filter(|d| *d <= MOST_DECIMALS) {
            return Ok(Exact::scaled(quotient.numerator, decimals));
        }
        let Quotient { numerator, denominator } = quotient.lowest_terms()?;
        let (rest, twos) = divided_out(denominator, 2)?;
        let (rest, fives) = divided_out(rest, 5)?;
        let decimals = twos.max(fives);
        if rest != Wide::ONE || decimals > MOST_DECIMALS {
            return Ok(Exact::scaled(self.scaled(12)?, 12));
        }
        let times = Wide::power_of_ten(decimals)?.div_rem(denominator)?.0;
        Ok(Exact::scaled(numerator.mul(times)?, decimals))
    }
}

/// Reads `numerator/denominator`, both whole, as results show a solved base; or a unit price.
impl FromStr for Fraction {
    type Err = Error;

    fn from_str(text: &str) -> Result<Fraction> {
        match text.split_once('/') {
            Some((numerator, denominator)) => {
                Fraction::new(whole(numerator)?, whole(denominator)?)?.reduced()
            }
            None => Ok(Fraction::from(text.parse::<UnitPrice>()?)),
        }
    }
}

fn whole(text: &str) -> Result<Wide> {
    let syntax = || Error::new(Code::NumberSyntax).with("text", text);
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(syntax());
    }
    let ten = Wide::from(10_i64);
    let count = digits.chars().try_fold(Wide::ZERO, |value, c| {
        let digit = c.to_digit(10).ok_or_else(syntax)?;
        value.mul(ten)?.add(Wide::from(i64::from(digit)))
    })?;
    if negative { Wide::ZERO.sub(count) } else { Ok(count) }
}

/// Decimals up to which [`Fraction::to_text`] is exact.
const MOST_DECIMALS: u32 = 60;

/// The value without a prime factor, and how often the factor was in it.
fn divided_out(mut value: Wide, prime: i64) -> Result<(Wide, u32)> {
    let mut times = 0_u32;
    loop {
        let (quotient, remainder) = value.div_rem(Wide::from(prime))?;
        if !remainder.is_zero() {
            return Ok((value, times));
        }
        value = quotient;
        times = times.saturating_add(1);
    }
}

/// Prints an integer count of `10^-decimals` without needless zeros.
pub(crate) fn place_point(count: Wide, decimals: u32) -> String {
    let digits = count.to_string();
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", digits.as_str()),
    };
    let decimals = usize::try_from(decimals).unwrap_or(usize::MAX);
    let padded = format!("{digits:0>width$}", width = decimals.saturating_add(1));
    let split = padded.len().saturating_sub(decimals);
    let (whole, rest) = padded.split_at_checked(split).unwrap_or((&padded, ""));
    match rest.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        rest => format!("{sign}{whole}.{rest}"),
    }
}

impl From<Quotient> for Fraction {
    fn from(quotient: Quotient) -> Fraction {
        let Quotient { numerator, denominator } = quotient;
        match denominator.log_ten().and_then(|zeros| Decimal::new(numerator, zeros)) {
            Some(decimal) => Fraction(Short(decimal)),
            None => Fraction(Long(Box::new(quotient))),
        }
    }
}

macro_rules! from_scalar {
    ($($scalar:ident . $count:ident),*) => {
        $(impl From<$scalar> for Fraction {
            fn from(value: $scalar) -> Fraction {
                Fraction::decimal(value.$count(), $scalar::SCALE)
            }
        })*
    };
}

from_scalar!(Money.fen, UnitPrice.micros, Area.ten_thousandths, Rate.millionths, Figure.millionths);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::{Place, Rounding};
    use proptest::prelude::*;

    fn of(n: i64, d: i64) -> Fraction {
        Fraction::new(Wide::from(n), Wide::from(d)).unwrap()
    }

    #[test]
    fn quotients_are_read_as_results_show_them() {
        let read = |text: &str| text.parse::<Fraction>();
        for (text, n, d) in [
            ("150001/3", 150_001, 3),
            ("4/2", 2, 1),
            ("-1/4", -1, 4),
            ("1/-4", -1, 4),
            ("12500.5", 25_001, 2),
            ("007/1", 7, 1),
        ] {
            assert_eq!(read(text).unwrap().compare(&of(n, d)).unwrap(), Ordering::Equal, "{text}");
        }
        for (text, code) in [
            ("", Code::NumberSyntax),
            ("/", Code::NumberSyntax),
            ("1/", Code::NumberSyntax),
            ("-/1", Code::NumberSyntax),
            ("1/2/3", Code::NumberSyntax),
            ("1.5/2", Code::NumberSyntax),
            ("+1/2", Code::NumberSyntax),
            ("1/0", Code::NumberZeroDenominator),
            (&format!("{}/1", "9".repeat(400)), Code::NumberTooWide),
            (&format!("{}x/1", "9".repeat(400)), Code::NumberSyntax),
            (&format!("1.{}x", "9".repeat(40)), Code::NumberSyntax),
        ] {
            assert_eq!(read(text).unwrap_err().code(), code, "{text}");
        }
    }

    #[test]
    fn text_is_exact_when_it_ends() {
        for (n, d, text) in [
            (1, 4, "0.25"),
            (-1, 4, "-0.25"),
            (10, 1, "10"),
            (12_000, 1_000, "12"),
            (105_900_480, 100_000_000, "1.0590048"),
            (1, 1_000_000_000_000_000, "0.000000000000001"),
            (1, 3, "0.333333333333"),
            (-2, 3, "-0.666666666667"),
            (0, 7, "0"),
            (700, 7, "100"),
            (1, 625, "0.0016"),
            (3, 3_000_000_000_000_000, "0.000000000000001"),
            (-12_345, 100, "-123.45"),
        ] {
            assert_eq!(of(n, d).to_text().unwrap(), text, "{n}/{d}");
        }
    }

    #[test]
    fn arithmetic() {
        let third = of(1, 3);
        assert_eq!(third.add(&of(1, 6)).unwrap().compare(&of(1, 2)).unwrap(), Ordering::Equal);
        assert!(third.sub(&of(1, 3)).unwrap().is_zero());
        assert_eq!(of(6, -4).reduced().unwrap().to_text().unwrap(), "-1.5");
        assert_eq!(third.div(&Fraction::ZERO).unwrap_err().code(), Code::NumberZeroDenominator);
        assert_eq!(of(98, 100).to_rate().unwrap().to_string(), "0.98");
    }

    proptest! {
        /// Which form a number has cannot be seen: as a quotient that is no power of ten, and as a
        /// short decimal, it gives the same.
        #[test]
        fn both_forms_agree(a: i64, b: i64, x in 0..9_u32, y in 0..9_u32, far in 0..30_u32) {
            let short = |count: i64, decimals: u32| Fraction::decimal(count, decimals);
            let long = |count: i64, decimals: u32| {
                let three = Wide::from(3_i64);
                let by = Wide::power_of_ten(decimals).unwrap().mul(three).unwrap();
                Fraction::new(Wide::from(count).mul(three).unwrap(), by).unwrap()
            };
            let text = |value: &Fraction| value.to_text().unwrap();
            let (s, l) = ((short(a, x), short(b, y)), (long(a, x), long(b, y)));
            prop_assert_eq!(text(&s.0), text(&l.0));
            prop_assert!(matches!(l.0.0, Long(_)) && matches!(l.0.reduced().unwrap().0, Short(_)));
            for (of_s, of_l) in [
                (s.0.add(&s.1), l.0.add(&l.1)),
                (s.0.sub(&s.1), l.0.sub(&l.1)),
                (s.0.mul(&s.1), l.0.mul(&l.1)),
                (s.0.mul(&s.1).and_then(|p| p.mul(&short(1, far))), l.0.mul(&l.1).and_then(|p| p.mul(&long(1, far)))),
            ] {
                let (of_s, of_l) = (of_s.unwrap(), of_l.unwrap());
                prop_assert_eq!(text(&of_s), text(&of_l));
                prop_assert_eq!(of_s.compare(&s.0).unwrap(), of_l.compare(&l.0).unwrap());
                let away = Rounding::half_up(Place::Fen);
                prop_assert_eq!(away.fraction(&of_s).ok(), away.fraction(&of_l).ok());
                prop_assert_eq!(of_s.lowest_terms().unwrap(), of_l.lowest_terms().unwrap());
            }
        }
    }
}
