//! Amounts between two rounding points.

use crate::error::Result;
use crate::number::{Exact, Mode, Money, Rate, Rounding, divide, overflow};

/// An amount of zero or more in millionths of a fen: an amount × a rate is a whole number of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Micro(i128);

const MILLION: i128 = 1_000_000;

impl Micro {
    pub(super) const ZERO: Micro = Micro(0);

    pub(super) fn of(amount: Money) -> Micro {
        Micro::times(amount, 1_000_000)
    }

    /// A share of an amount.
    pub(super) fn share(amount: Money, share: Rate) -> Micro {
        Micro::times(amount, share.millionths())
    }

    /// An amount so many millionth times. (Two numbers of 64 bits multiply within 128.)
    pub(super) fn times(amount: Money, millionths: i64) -> Micro {
        Micro(i128::from(amount.fen()).wrapping_mul(millionths.into()))
    }

    /// # Errors
    /// [`NumberOverflow`](crate::error::Code::NumberOverflow).
    pub(super) fn plus(self, other: Micro) -> Result<Micro> {
        self.0.checked_add(other.0).map(Micro).ok_or_else(overflow)
    }

    /// # Errors
    /// [`NumberOverflow`](crate::error::Code::NumberOverflow).
    pub(super) fn less(self, other: Micro) -> Result<Micro> {
        self.0.checked_sub(other.0).map(Micro).ok_or_else(overflow)
    }

    /// In yuan, exactly.
    pub(super) fn yuan(self) -> Exact {
        Exact::counted(self.0, 8)
    }

    /// The rounding that a policy comes to for it: one below the place is left to the fen.
    pub(super) fn rounding(self, policy: &Rounding) -> Rounding {
        let place = Micro::of(Money::from_fen(policy.place.fen()));
        if policy.guard && self < place { Rounding::FEN } else { *policy }
    }

    /// Rounded by a policy.
    ///
    /// # Errors
    /// [`NumberOverflow`](crate::error::Code::NumberOverflow).
    pub(super) fn rounded(self, rounding: &Rounding) -> Result<Money> {
        rounding.quotient(self.0, MILLION)
    }

    /// Rounded to the fen.
    ///
    /// # Errors
    /// [`NumberOverflow`](crate::error::Code::NumberOverflow).
    pub(super) fn to_fen(self, mode: Mode) -> Result<Money> {
        let fen = divide(self.0, MILLION, mode)?;
        i64::try_from(fen).map(Money::from_fen).map_err(|_| overflow())
    }
}
