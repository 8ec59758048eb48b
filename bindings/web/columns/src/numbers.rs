//! Between the numbers of JavaScript and whole counts of fen and 0.0001 m².

use kaipan::error::{Code, Error, Result};
use kaipan::number::Figure;
use kaipan::pricing::WholeNumber;

/// Whole numbers up to here are exact in JavaScript: 90 trillion yuan in fen.
const MOST: i64 = 1 << 53;

/// An element of a typed array of JavaScript.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
#[repr(transparent)]
pub(crate) struct Number(f64);

impl WholeNumber for Number {
    const MOST: u64 = MOST.cast_unsigned();

    #[inline]
    fn count(self) -> i64 {
        self.0 as i64
    }

    #[inline]
    fn of(count: i64) -> Number {
        Number(count as f64)
    }
}

/// Reads whole numbers; `counted` is the row of the first one.
pub(crate) fn whole(from: &[Number], into: &mut [i64], column: &str, counted: usize) -> Result<()> {
    let mut bad = false;
    for (from, into) in from.iter().zip(into.iter_mut()) {
        *into = from.count();
        bad |= Number::of(*into) != *from || !(-MOST..=MOST).contains(into);
    }
    if !bad {
        return Ok(());
    }
    let wrong = |(from, into): &(&Number, &i64)| {
        Number::of(**into) != **from || !(-MOST..=MOST).contains(into)
    };
    let at = from.iter().zip(into.iter()).position(|pair| wrong(&pair)).unwrap_or(0);
    let value = from.get(at).copied().unwrap_or_default().0;
    // Floats are not written as such: that alone is several kilobytes of code.
    let error = if value.is_nan() {
        Error::new(Code::NumberRange).with("text", "NaN")
    } else if value.fract() == 0.0 || value.abs() > 1e12 {
        Error::new(Code::NumberRange).with("text", value as i64)
    } else {
        let text = Figure::from_millionths((value * 1e6).round() as i64);
        Error::new(Code::NumberTooPrecise).with("text", text).with("decimals", 0)
    };
    Err(error.at(counted + at).at(column))
}

/// Writes whole numbers; `counted` is the row of the first one.
pub(crate) fn numbers(from: &[i64], into: &mut [Number], counted: usize) -> Result<()> {
    let mut most = 0_i64;
    for (from, into) in from.iter().zip(into.iter_mut()) {
        *into = Number::of(*from);
        most |= *from ^ (*from >> 63);
    }
    if most < MOST {
        return Ok(());
    }
    let at = from.iter().position(|value| !(-MOST..MOST).contains(value)).unwrap_or(0);
    Err(Error::new(Code::NumberOverflow).at(counted + at).at("rows"))
}
