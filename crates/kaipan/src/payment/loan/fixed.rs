//! Binary fixed point: what the powers of a loan are carried in.
//!
//! `M = P·i·(1+i)^n ÷ ((1+i)^n − 1)` with `i = annual ÷ 12` has a numerator and denominator of up
//! to 28 bits × n: a loan of 360 months needs ten thousand bits, so exact fractions are out. Here
//! a value has [`BITS`] binary places, every operation errs by at most one unit of the last place,
//! and a value closer than 2^-100 fen to a rounding boundary counts as being on it.
//!
//! Bound, with u = 2^-352. [`power`] errs by at most 2n·u (each squaring doubles the error and
//! adds u), so the payment errs by a share of at most 2n·u ÷ (1 − vⁿ). Month by month the error of
//! the balance grows by 1 + i at most, together by (1+i)ⁿ ≤ (13/12)^1200 < 2^139, and a payment
//! computed anew from the balance shrinks what was there before. With balances below 2^63 fen,
//! n ≤ 1200 and some 240 changes on the way this stays below 2^-128 fen: far inside the 2^-100 that
//! decide a boundary. Exact halves (n = 1, P·i) therefore round up, as they must; a value that is
//! not on a boundary but closer than 2^-100 to one has odds of about 2^-99 and no known instance.

use bnum::cast::As;
use bnum::types::{U512, U1024};

/// Binary places.
const BITS: u32 = 352;

/// Months a year × steps of a rate: what `balance × rate` is divided by for a month's interest.
pub(super) const YEAR: u64 = 12_000_000;

/// A number of fen, never negative, with 352 binary places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fixed(U512);

impl Fixed {
    pub(super) const ZERO: Fixed = Fixed(U512::MIN);

    /// A whole count; below zero is zero.
    pub(super) fn of(count: i64) -> Fixed {
        let count: U512 = u64::try_from(count).unwrap_or(0).as_();
        Fixed(count.unbounded_shl(BITS))
    }

    pub(super) fn plus(self, other: Fixed) -> Option<Fixed> {
        self.0.checked_add(other.0).map(Fixed)
    }

    /// Difference; what would be below zero (by the last places only) is zero.
    pub(super) fn less(self, other: Fixed) -> Fixed {
        Fixed(self.0.saturating_sub(other.0))
    }

    pub(super) fn over(self, by: u32) -> Option<Fixed> {
        self.0.checked_div(by.as_()).map(Fixed)
    }

    /// `self × rate ÷ 12,000,000`: a month's interest at an annual rate in millionths.
    pub(super) fn interest(self, rate: u32) -> Option<Fixed> {
        self.0.checked_mul(rate.as_())?.checked_div(YEAR.as_()).map(Fixed)
    }

    /// Not more than `other`, as far as 2^-100 can tell.
    pub(super) fn within(self, other: Fixed) -> bool {
        self.0 <= other.0.saturating_add(hair())
    }

    /// The nearest whole number, a half up.
    pub(super) fn rounded(self) -> Option<i64> {
        let half = U512::power_of_two(BITS.saturating_sub(1));
        let up = self.0.checked_add(half)?.checked_add(hair())?;
        i64::try_from(up.unbounded_shr(BITS)).ok()
    }
}

/// 2^-100.
fn hair() -> U512 {
    U512::power_of_two(BITS.saturating_sub(100))
}

/// What a month pays of a loan in equal instalments: `principal × i ÷ (1 − (1+i)^-months)`.
///
/// `rate` is annual, in millionths. `None` for no months or a result that does not fit.
pub(super) fn instalment(principal: Fixed, rate: u32, months: u32) -> Option<Fixed> {
    if rate == 0 {
        return principal.over(months);
    }
    let one = U1024::power_of_two(BITS);
    let repaid = one.checked_sub(power(rate, months)?)?;
    let principal: U1024 = principal.0.as_();
    let interest = principal.checked_mul(rate.as_())?.checked_mul(one)?;
    let payment = interest.checked_div(repaid.checked_mul(YEAR.as_())?)?;
    (payment.leading_zeros() >= U512::BITS).then(|| Fixed(payment.as_()))
}

/// `(1 + i)^-months`.
fn power(rate: u32, months: u32) -> Option<U1024> {
    let grown = YEAR.checked_add(rate.into())?;
    let year: U1024 = YEAR.as_();
    let base = year.unbounded_shl(BITS).checked_div(grown.as_())?;
    let times = |a: U1024, b: U1024| Some(a.checked_mul(b)?.unbounded_shr(BITS));
    let mut value = base;
    // From the second highest bit of the exponent on.
    for bit in (0..months.checked_ilog2()?).rev() {
        value = times(value, value)?;
        if months.unbounded_shr(bit) & 1 == 1 {
            value = times(value, base)?;
        }
    }
    Some(value)
}
