//! Integers that exact arithmetic is written for: 128 bits where they do, [`Wide`] where not.

use super::Wide;
use crate::error::{Code, Error, Result};

/// A signed integer with checked operations; what does not fit is [`Code::NumberTooWide`].
pub(crate) trait Integer: Copy + Ord {
    fn of(value: i64) -> Self;
    fn plus(self, other: Self) -> Result<Self>;
    fn times(self, other: Self) -> Result<Self>;
    /// Quotient and remainder of two numbers of which neither is negative.
    fn parts(self, by: Self) -> Result<(Self, Self)>;
    fn magnitude(self) -> Result<Self>;
    fn opposite(self) -> Result<Self>;
    fn short(self) -> Option<i64>;
}

#[cold]
fn too_wide() -> Error {
    Error::new(Code::NumberTooWide)
}

impl Integer for i128 {
    #[inline]
    fn of(value: i64) -> i128 {
        i128::from(value)
    }

    #[inline]
    fn plus(self, other: i128) -> Result<i128> {
        self.checked_add(other).ok_or_else(too_wide)
    }

    #[inline]
    fn times(self, other: i128) -> Result<i128> {
        self.checked_mul(other).ok_or_else(too_wide)
    }

    #[inline]
    fn parts(self, by: i128) -> Result<(i128, i128)> {
        // 64-bit division is several times faster, and most prices fit.
        if let (Ok(a), Ok(b)) = (u64::try_from(self), u64::try_from(by))
            && let (Some(quotient), Some(rest)) = (a.checked_div(b), a.checked_rem(b))
        {
            return Ok((i128::from(quotient), i128::from(rest)));
        }
        let quotient = self.checked_div(by);
        let rest = self.checked_rem(by);
        quotient.zip(rest).ok_or_else(|| Error::new(Code::NumberZeroDenominator))
    }

    #[inline]
    fn magnitude(self) -> Result<i128> {
        self.checked_abs().ok_or_else(too_wide)
    }

    #[inline]
    fn opposite(self) -> Result<i128> {
        self.checked_neg().ok_or_else(too_wide)
    }

    #[inline]
    fn short(self) -> Option<i64> {
        i64::try_from(self).ok()
    }
}

impl Integer for Wide {
    fn of(value: i64) -> Wide {
        Wide::from(value)
    }

    fn plus(self, other: Wide) -> Result<Wide> {
        self.add(other)
    }

    fn times(self, other: Wide) -> Result<Wide> {
        self.mul(other)
    }

    fn parts(self, by: Wide) -> Result<(Wide, Wide)> {
        self.div_rem(by)
    }

    fn magnitude(self) -> Result<Wide> {
        self.abs()
    }

    fn opposite(self) -> Result<Wide> {
        Wide::ZERO.sub(self)
    }

    fn short(self) -> Option<i64> {
        self.to_i64()
    }
}
