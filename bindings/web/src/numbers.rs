//! Between the numbers of JavaScript and whole counts of fen and 0.0001 m².

use kaipan::error::{Code, Error, Input, Result};
use kaipan::number::Figure;
use kaipan::pricing::WholeNumber;

/// Whole numbers up to here are exact in JavaScript: 90 trillion yuan in fen.
const MOST: i64 = 1 << 53;

/// An element of a typed array of JavaScript.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
#[repr(transparent)]
pub(crate) struct Number(f64);

/// 2^52. Floats from here to twice this are the whole numbers, and their last 52 bits count from
/// here: so much quicker than the instructions that convert, of which there are none for vectors.
const WHOLE: f64 = (1_i64 << 52) as f64;

impl WholeNumber for Number {
    const MOST: u64 = 1 << 52;

    #[inline]
    fn count(self) -> i64 {
        (self.0 + WHOLE).to_bits().wrapping_sub(WHOLE.to_bits()).cast_signed()
    }

    #[inline]
    fn of(count: i64) -> Number {
        Number(f64::from_bits(WHOLE.to_bits().wrapping_add(count.cast_unsigned())) - WHOLE)
    }
}

impl From<f64> for Number {
    fn from(number: f64) -> Number {
        Number(number)
    }
}

impl From<Number> for f64 {
    fn from(number: Number) -> f64 {
        number.0
    }
}

/// Reads whole numbers; `counted` is the row of the first one.
pub(crate) fn whole<N: Copy + Into<f64>>(
    from: &[N],
    into: &mut [i64],
    column: &'static str,
    counted: usize,
) -> Result<()> {
    let mut bad = false;
    let is_bad = |from: f64, into: i64| into as f64 != from || !(-MOST..=MOST).contains(&into);
    for (from, into) in from.iter().zip(into.iter_mut()) {
        let from: f64 = (*from).into();
        *into = from as i64;
        bad |= is_bad(from, *into);
    }
    if !bad {
        return Ok(());
    }
    let mut pairs = from.iter().map(|from| (*from).into()).zip(into.iter());
    let at = pairs.position(|(from, into)| is_bad(from, *into)).unwrap_or(0);
    let value = from.get(at).map_or(0.0, |from| (*from).into());
    // Floats are not written as such: that alone is several kilobytes of code.
    let error = if value.is_nan() {
        Error::new(Code::NumberSyntax).with("text", "NaN")
    } else if value.fract() == 0.0 || value.abs() > 1e12 {
        Error::new(Code::NumberRange).with("text", value as i64)
    } else {
        let text = Figure::from_millionths((value * 1e6).round() as i64);
        Error::new(Code::NumberTooPrecise).with("text", text).with("decimals", 0)
    };
    Err(error.at(counted + at).at(column))
}

/// A column of whole numbers in integers, which is named where one cannot be.
#[cfg(any(feature = "overdue", feature = "kpi"))]
pub(crate) fn integers(column: &'static str, from: &[f64], input: Input) -> Result<Vec<i64>> {
    let mut into = vec![0; from.len()];
    whole(from, &mut into, column, 0).map_err(|error| error.within(input))?;
    Ok(into)
}

/// Writes whole numbers; `counted` is the row of the first one.
#[cfg(any(feature = "pricing", feature = "overdue"))]
pub(crate) fn numbers<N: From<f64>>(from: &[i64], into: &mut [N], counted: usize) -> Result<()> {
    let mut most = 0_i64;
    for (from, into) in from.iter().zip(into.iter_mut()) {
        *into = (*from as f64).into();
        most |= *from ^ (*from >> 63);
    }
    if most < MOST {
        return Ok(());
    }
    let at = from.iter().position(|value| !(-MOST..MOST).contains(value)).unwrap_or(0);
    Err(Error::new(Code::NumberOverflow).at(counted + at).within(Input::Rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOST: i64 = <Number as WholeNumber>::MOST.cast_signed();

    #[test]
    fn whole_numbers_are_counts_and_counts_are_whole_numbers() {
        for count in [0, 1, 2, 1_215_000, i64::from(u32::MAX), MOST / 3, MOST - 1, MOST] {
            assert_eq!(Number::of(count).0, count as f64);
            assert_eq!(Number(count as f64).count(), count);
        }
        assert_eq!(Number(-0.0).count(), 0);
    }

    #[test]
    fn other_numbers_are_seen() {
        let most = MOST as f64;
        let fractions = [0.5, 1e-300, 1.0 + f64::EPSILON, 121.49, most - 0.5, most / 2.0 + 0.5];
        let large = [most + 1.0, most * 2.0, most * 2.0 + 2.0, most * 3.0, 1e300, f64::INFINITY];
        let negative = [-1.0, -0.5, -most, -most - 1.0, -most * 3.0, f64::NEG_INFINITY];
        for value in [fractions, large, negative].concat().into_iter().chain([f64::NAN]) {
            let count = Number(value).count();
            let seen = Number::of(count) != Number(value) || !(0..=MOST).contains(&count);
            assert!(seen, "{value} counted {count}");
        }
    }
}
