//! Quotients of two amounts, compared and shown as rates.

use crate::error::{Code, Error, Result};
use crate::number::{Exact, Mode, Rate, divide};
use std::cmp::Ordering;

/// An exact quotient of two amounts. Both have 64 bits, so that their products with rates fit 128.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ratio {
    over: i128,
    /// Above zero.
    under: i128,
}

impl Ratio {
    pub(crate) const ZERO: Ratio = Ratio { over: 0, under: 1 };
    pub(crate) const ONE: Ratio = Ratio { over: 1, under: 1 };

    /// # Errors
    /// [`Code::NumberZeroDenominator`] unless `under` is above zero.
    pub(crate) fn new(over: i64, under: i64) -> Result<Ratio> {
        if under <= 0 {
            return Err(Error::new(Code::NumberZeroDenominator));
        }
        Ok(Ratio { over: over.into(), under: under.into() })
    }

    /// 1 − this.
    pub(crate) fn rest(self) -> Ratio {
        Ratio { over: self.under.saturating_sub(self.over), under: self.under }
    }

    pub(crate) fn compare(self, rate: Rate) -> Ordering {
        let over = self.over.saturating_mul(Rate::ONE.millionths().into());
        over.cmp(&self.under.saturating_mul(rate.millionths().into()))
    }

    /// Half up to 6 decimals.
    ///
    /// # Errors
    /// [`Code::NumberOverflow`] outside the range of a rate.
    pub(crate) fn to_rate(self) -> Result<Rate> {
        let rate = i64::try_from(self.times(1_000_000)?).map(Rate::from_millionths);
        rate.map_err(|_| Error::new(Code::NumberOverflow))
    }

    /// In percent, half up to 2 decimals.
    pub(crate) fn percent(self) -> Result<Exact> {
        Ok(Exact::counted(self.times(10_000)?, 2))
    }

    fn times(self, times: i128) -> Result<i128> {
        divide(self.over.saturating_mul(times), self.under, Mode::HalfUp)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::{Fraction, Wide};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_fractions(over: i64, under in 1..=i64::MAX, near in -3..=3_i64, any: i64) {
            let ratio = Ratio::new(over, under).unwrap();
            let fraction = Fraction::new(Wide::from(over), Wide::from(under)).unwrap();
            let shown = fraction.to_rate();
            prop_assert_eq!(ratio.to_rate().ok(), shown.ok());
            let rest = Fraction::ONE.sub(&fraction).unwrap();
            prop_assert_eq!(ratio.rest().to_rate().ok(), rest.to_rate().ok());
            let hundredths = Fraction::new(fraction.scaled(4).unwrap(), Wide::from(100_i64));
            prop_assert_eq!(ratio.percent().unwrap(), hundredths.unwrap().to_exact().unwrap());
            let close = ratio.to_rate().map_or(any, |rate| rate.millionths().saturating_add(near));
            for rate in [any, close].map(Rate::from_millionths) {
                let wide = fraction.compare(&Fraction::from(rate)).unwrap();
                prop_assert_eq!(ratio.compare(rate), wide);
            }
        }
    }

    #[test]
    fn nothing_is_divided_by_zero() {
        assert_eq!(Ratio::new(1, 0).unwrap_err().code(), Code::NumberZeroDenominator);
        assert_eq!(Ratio::ONE.rest().to_rate().unwrap(), Ratio::ZERO.to_rate().unwrap());
    }
}
