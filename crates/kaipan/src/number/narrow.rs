//! Short decimals: what nearly every price is before its rounding point.

use super::{Exact, Fraction, Integer, Money, Rounding};
use crate::error::{Code, Error, Result};
use std::cmp::Ordering;

/// A decimal number `count × 10^-decimals` in 128 bits.
///
/// A [`Fraction`] is several hundred bytes, most of them for numbers that never come. Explanations
/// are carried in this instead and start again in fractions when an operation is refused with
/// [`Code::NumberTooWide`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Narrow {
    count: i128,
    decimals: u32,
}

/// More decimals are left to fractions; results show at least as many exactly.
const MOST_DECIMALS: u32 = 38;

/// Powers of ten that fit 128 bits, by their number of zeros.
const POWERS: [i128; 39] = {
    let mut powers = [1_i128; 39];
    let (mut rest, mut power) = (powers.as_mut_slice(), 1_i128);
    while let [first, more @ ..] = rest {
        *first = power;
        power = power.saturating_mul(10);
        rest = more;
    }
    powers
};

#[cold]
fn too_wide() -> Error {
    Error::new(Code::NumberTooWide)
}

fn power(zeros: u32) -> Result<i128> {
    let power = usize::try_from(zeros).ok().and_then(|zeros| POWERS.get(zeros));
    power.copied().ok_or_else(too_wide)
}

impl Narrow {
    pub(crate) fn new(count: i128, decimals: u32) -> Result<Narrow> {
        if decimals > MOST_DECIMALS {
            return Err(too_wide());
        }
        Ok(Narrow { count, decimals })
    }

    /// An integer count of `10^-decimals` with few decimals, those of a scalar; zeros at its end
    /// go, so that products stay short.
    #[inline]
    pub(crate) fn of_scalar(mut count: i64, mut decimals: u32) -> Narrow {
        while decimals > 0 && count.checked_rem(10) == Some(0) {
            count = count.checked_div(10).unwrap_or(0);
            decimals = decimals.saturating_sub(1);
        }
        Narrow { count: i128::from(count), decimals }
    }

    /// The same value, if it is a short decimal.
    pub(crate) fn of_fraction(value: &Fraction) -> Option<Narrow> {
        let value = value.reduced().ok()?;
        let denominator = value.denominator().to_i128()?;
        let divides = |power: &i128| power.checked_rem(denominator) == Some(0);
        let decimals = POWERS.iter().position(divides)?;
        let times = POWERS.get(decimals)?.checked_div(denominator)?;
        let count = value.numerator().to_i128()?.checked_mul(times)?;
        Narrow::new(count, u32::try_from(decimals).ok()?).ok()
    }

    #[inline]
    pub(crate) fn add(self, other: Narrow) -> Result<Narrow> {
        let decimals = self.decimals.max(other.decimals);
        let at = |value: Narrow| -> Result<i128> {
            if value.decimals == decimals {
                return Ok(value.count);
            }
            value.count.times(power(decimals.saturating_sub(value.decimals))?)
        };
        Ok(Narrow { count: at(self)?.plus(at(other)?)?, decimals })
    }

    #[inline]
    pub(crate) fn mul(self, other: Narrow) -> Result<Narrow> {
        let decimals = self.decimals.saturating_add(other.decimals);
        Narrow::new(self.count.times(other.count)?, decimals)
    }

    #[inline]
    pub(crate) fn sub(self, other: Narrow) -> Result<Narrow> {
        self.add(Narrow { count: other.count.opposite()?, decimals: other.decimals })
    }

    pub(crate) fn compare(self, other: Narrow) -> Result<Ordering> {
        Ok(self.sub(other)?.count.cmp(&0))
    }

    /// The amount in yuan after a rounding point.
    pub(crate) fn round(self, rounding: &Rounding) -> Result<Money> {
        rounding.quotient(self.count.times(100)?, power(self.decimals)?)
    }

    #[inline]
    pub(crate) fn to_exact(self) -> Exact {
        Exact::counted(self.count, self.decimals)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Wide;
    use proptest::prelude::*;

    fn fraction(count: i64, decimals: u32) -> Fraction {
        Fraction::new(Wide::from(count), Wide::power_of_ten(decimals).unwrap()).unwrap()
    }

    #[test]
    fn only_short_decimals_fit() {
        let of = |n: i64, d: i64| Fraction::new(Wide::from(n), Wide::from(d)).unwrap();
        assert!(Narrow::of_fraction(&of(1, 3)).is_none());
        assert_eq!(Narrow::of_fraction(&of(-7, 8)).unwrap().to_exact().to_string(), "-0.875");
        assert_eq!(Narrow::of_fraction(&of(70, 7)).unwrap().to_exact().to_string(), "10");
        let most = Narrow::new(i128::MAX, 38).unwrap();
        assert_eq!(most.mul(most).unwrap_err().code(), Code::NumberTooWide);
        assert_eq!(most.add(Narrow::new(2, 0).unwrap()).unwrap_err().code(), Code::NumberTooWide);
        assert!(Narrow::new(1, 39).is_err());
    }

    proptest! {
        #[test]
        fn as_fractions(a: i64, b: i64, c: i64, x in 0..9_u32, y in 0..9_u32, z in 0..19_u32) {
            let (n, f) = (Narrow::of_scalar, fraction);
            let text = |value: Fraction| value.to_exact().unwrap();
            prop_assert_eq!(Narrow::of_fraction(&f(a, x)).unwrap().to_exact(), text(f(a, x)));
            let product = n(a, x).mul(n(b, y)).unwrap();
            let wide = f(a, x).mul(&f(b, y)).unwrap();
            prop_assert_eq!(product.to_exact(), text(wide));
            if let Ok(sum) = product.add(n(c, z)) {
                prop_assert_eq!(sum.to_exact(), text(wide.add(&f(c, z)).unwrap()));
                let wide = wide.compare(&wide.add(&f(c, z)).unwrap()).unwrap();
                prop_assert_eq!(product.compare(sum).unwrap(), wide);
                let back = sum.sub(product).unwrap();
                prop_assert_eq!(back.to_exact(), text(f(c, z)));
            }
        }
    }
}
