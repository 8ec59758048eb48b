//! Short decimals: what nearly every value is before its rounding point.

use super::{Exact, Integer, Wide};
use std::cmp::Ordering;

/// A decimal number `count × 10^-decimals` in 128 bits; operations give nothing when the result
/// does not fit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Decimal {
    count: i128,
    decimals: u32,
}

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

fn power(zeros: u32) -> Option<i128> {
    POWERS.get(usize::try_from(zeros).ok()?).copied()
}

impl Decimal {
    pub(super) const ZERO: Decimal = Decimal { count: 0, decimals: 0 };
    pub(super) const ONE: Decimal = Decimal { count: 1, decimals: 0 };

    pub(super) fn new(count: Wide, decimals: u32) -> Option<Decimal> {
        power(decimals)?;
        Some(Decimal { count: count.to_i128()?, decimals })
    }

    /// An integer count of `10^-decimals` with few decimals, those of a scalar; zeros at its end
    /// go, so that products stay short.
    #[inline]
    pub(super) fn of_scalar(mut count: i64, mut decimals: u32) -> Decimal {
        while decimals > 0 && count.checked_rem(10) == Some(0) {
            count = count.checked_div(10).unwrap_or(0);
            decimals = decimals.saturating_sub(1);
        }
        Decimal { count: i128::from(count), decimals }
    }

    /// A quotient in lowest terms, if it is a short decimal.
    pub(super) fn of_quotient(numerator: Wide, denominator: Wide) -> Option<Decimal> {
        let denominator = denominator.to_i128()?;
        let divides = |power: &i128| power.checked_rem(denominator) == Some(0);
        let decimals = POWERS.iter().position(divides)?;
        let times = POWERS.get(decimals)?.checked_div(denominator)?;
        let count = numerator.to_i128()?.checked_mul(times)?;
        Some(Decimal { count, decimals: u32::try_from(decimals).ok()? })
    }

    pub(super) fn count(self) -> Wide {
        Wide::from(self.count)
    }

    pub(super) fn denominator(self) -> Wide {
        Wide::from(power(self.decimals).unwrap_or(1))
    }

    /// Both counts with the same decimals.
    fn aligned(self, other: Decimal) -> Option<(i128, i128, u32)> {
        let decimals = self.decimals.max(other.decimals);
        let at = |value: Decimal| match value.decimals == decimals {
            true => Some(value.count),
            false => value.count.checked_mul(power(decimals.checked_sub(value.decimals)?)?),
        };
        Some((at(self)?, at(other)?, decimals))
    }

    #[inline]
    pub(super) fn plus(self, other: Decimal) -> Option<Decimal> {
        let (one, two, decimals) = self.aligned(other)?;
        Some(Decimal { count: one.checked_add(two)?, decimals })
    }

    pub(super) fn opposite(self) -> Option<Decimal> {
        Some(Decimal { count: self.count.checked_neg()?, ..self })
    }

    #[inline]
    pub(super) fn times(self, other: Decimal) -> Option<Decimal> {
        let decimals = self.decimals.checked_add(other.decimals)?;
        power(decimals)?;
        Some(Decimal { count: self.count.times(other.count).ok()?, decimals })
    }

    pub(super) fn compared(self, other: Decimal) -> Option<Ordering> {
        self.aligned(other).map(|(one, two, _)| one.cmp(&two))
    }

    /// A hundred times as much, as a quotient.
    pub(super) fn hundredfold(self) -> Option<(i128, i128)> {
        Some((self.count.checked_mul(100)?, power(self.decimals)?))
    }

    #[inline]
    pub(super) fn to_exact(self) -> Exact {
        Exact::counted(self.count, self.decimals)
    }
}
