//! Binary fixed point: what the powers of a loan are carried in.
//!
//! `M = P·i·(1+i)^n ÷ ((1+i)^n − 1)` with `i = annual ÷ 12` has a numerator and denominator of up
//! to 24 bits × n: a loan of 360 months needs more than eight thousand bits, so exact fractions are
//! out. Here a value has [`BITS`] binary places, every operation errs by at most one unit of the
//! last place, and a value closer than 2^-100 fen to a rounding boundary counts as being on it.
//!
//! Bound, with u = 2^-360. `power` errs by at most 2n·u (each squaring doubles the error and adds
//! u), so a payment errs by a share of at most 2n·u ÷ (1 − vⁿ), v = 1 ÷ (1 + i). From month to
//! month the error of the balance grows by 1 + i at most, in all by (1+i)ⁿ ≤ (13/12)^1200 < 2^139;
//! a payment computed anew from the balance shrinks the error that the balance came with, since
//! the loan then ends at 0 whatever it was. With balances below 2^63 fen, n ≤ 1200 and a few
//! hundred changes that stays below 2^-128 fen, far inside the 2^-100 that decide a boundary. So
//! exact halves (n = 1, whole shares) go up, as they must. Another value closer than that to a
//! boundary would be misjudged; the odds are one in 2^99 a figure, and none is known.

use bnum::cast::As;
use bnum::types::U1024;

/// Months a year × steps of a rate: what `balance × rate` is divided by for a month's interest.
pub(crate) const YEAR: u64 = 12_000_000;

/// Bits of a limb: with the 24 of [`YEAR`] they fill 64, so that a limb is divided by machine.
const LIMB: u32 = 40;
const MASK: u64 = (1 << LIMB) - 1;
const LIMBS: usize = 12;
/// Binary places: the lower nine limbs.
const BITS: u32 = 9 * LIMB;

/// A number of fen, never negative, with 360 binary places, the highest limb first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Fixed([u64; LIMBS]);

/// 2^-100: the twentieth bit of the third limb behind the point.
const HAIR: Fixed = Fixed([0, 0, 0, 0, 0, 1 << 20, 0, 0, 0, 0, 0, 0]);
/// 2^-1 + 2^-100, in units of that limb.
const HALF: u128 = (1 << (3 * LIMB - 1)) + (1 << 20);

// Limbs are below 2^40 and factors below 2^24, so nothing in here can wrap.
impl Fixed {
    pub(crate) const ZERO: Fixed = Fixed([0; LIMBS]);

    /// A whole count; below zero is zero.
    pub(crate) fn of(count: i64) -> Fixed {
        let count = u64::try_from(count).unwrap_or(0);
        let mut limbs = [0; LIMBS];
        let [_, high, low, ..] = &mut limbs;
        (*high, *low) = (count >> LIMB, count & MASK);
        Fixed(limbs)
    }

    #[inline]
    pub(crate) fn plus(mut self, other: Fixed) -> Option<Fixed> {
        let mut carry = 0;
        for (limb, more) in self.0.iter_mut().zip(&other.0).rev() {
            let sum = limb.wrapping_add(*more).wrapping_add(carry);
            (*limb, carry) = (sum & MASK, sum >> LIMB);
        }
        (carry == 0).then_some(self)
    }

    /// Difference; what would be below zero (by the last places only) is zero.
    #[inline]
    pub(super) fn less(mut self, other: Fixed) -> Fixed {
        let mut borrow = 0;
        for (limb, less) in self.0.iter_mut().zip(&other.0).rev() {
            let left = (*limb | 1 << LIMB).wrapping_sub(*less).wrapping_sub(borrow);
            (*limb, borrow) = (left & MASK, 1 ^ (left >> LIMB));
        }
        if borrow == 0 { self } else { Fixed::ZERO }
    }

    /// A share of it; `by` is below 2^24.
    pub(super) fn over(mut self, by: u32) -> Option<Fixed> {
        let (by, mut rest) = (u64::from(by), 0_u64);
        for limb in &mut self.0 {
            let value = rest << LIMB | *limb;
            *limb = value.checked_div(by)?;
            rest = value.checked_rem(by)?;
        }
        Some(self)
    }

    /// `self × numerator ÷ denominator`, for factors below 2^64; `None` if it does not fit.
    pub(crate) fn share(mut self, numerator: u64, denominator: u64) -> Option<Fixed> {
        let (factor, by) = (u128::from(numerator), u128::from(denominator));
        let (low, mut carry) = (u128::from(MASK), 0_u128);
        for limb in self.0.iter_mut().rev() {
            let product = u128::from(*limb).checked_mul(factor)?.checked_add(carry)?;
            (*limb, carry) = (u64::try_from(product & low).ok()?, product >> LIMB);
        }
        // What went over the highest limb comes back with the division, if the quotient fits.
        let mut rest = carry;
        for limb in &mut self.0 {
            let value = rest.checked_mul(1 << LIMB)?.checked_add(u128::from(*limb))?;
            *limb = u64::try_from(value.checked_div(by)?).ok().filter(|limb| *limb <= MASK)?;
            rest = value.checked_rem(by)?;
        }
        Some(self)
    }

    /// `self × rate ÷ 12,000,000`: a month's interest at an annual rate in millionths.
    #[inline]
    pub(super) fn interest(mut self, rate: u32) -> Option<Fixed> {
        let (rate, mut carry) = (u64::from(rate), 0);
        for limb in self.0.iter_mut().rev() {
            let product = limb.wrapping_mul(rate).wrapping_add(carry);
            (*limb, carry) = (product & MASK, product >> LIMB);
        }
        let mut rest = 0_u64;
        for limb in &mut self.0 {
            let value = rest << LIMB | *limb;
            *limb = value.checked_div(YEAR)?;
            rest = value.wrapping_sub(limb.wrapping_mul(YEAR));
        }
        (carry == 0).then_some(self)
    }

    /// Not more than `other`, as far as 2^-100 can tell.
    pub(super) fn within(self, other: Fixed) -> bool {
        self <= other || other.plus(HAIR).is_none_or(|other| self <= other)
    }

    /// The nearest whole number, a half up.
    #[inline]
    pub(crate) fn rounded(self) -> Option<i64> {
        let [top, high, low, first, second, third, ..] = self.0;
        let join = |a, b, c| u128::from(a) << (2 * LIMB) | u128::from(b) << LIMB | u128::from(c);
        // What lies below the third limb behind the point cannot matter any more.
        let up = join(first, second, third).wrapping_add(HALF) >> (3 * LIMB);
        let count = join(top, high, low).wrapping_add(up);
        i64::try_from(count).ok()
    }

    fn wide(self) -> U1024 {
        let join = |value: U1024, limb: u64| value.unbounded_shl(LIMB) | limb.as_::<U1024>();
        self.0.into_iter().fold(U1024::MIN, join)
    }

    fn narrow(mut value: U1024) -> Option<Fixed> {
        let mut limbs = [0; LIMBS];
        for limb in limbs.iter_mut().rev() {
            *limb = value.as_::<u64>() & MASK;
            value = value.unbounded_shr(LIMB);
        }
        value.is_zero().then_some(Fixed(limbs))
    }
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
    let interest = principal.wide().checked_mul(rate.as_())?.checked_mul(one)?;
    Fixed::narrow(interest.checked_div(repaid.checked_mul(YEAR.as_())?)?)
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_hair_below_a_half_is_a_half() {
        let half = Fixed::of(1).over(2).unwrap();
        assert_eq!(half.rounded(), Some(1));
        let last_place = Fixed::narrow(U1024::power_of_two(0)).unwrap();
        assert_eq!(half.less(last_place).rounded(), Some(1));
        assert_eq!(half.less(HAIR).rounded(), Some(1));
        assert_eq!(half.less(HAIR).less(last_place).rounded(), Some(0));
        assert!(half.plus(HAIR).unwrap().within(half));
        assert!(!half.plus(HAIR).unwrap().plus(last_place).unwrap().within(half));
        assert_eq!(Fixed::ZERO.less(last_place), Fixed::ZERO);
        assert_eq!(Fixed::of(i64::MAX).rounded(), Some(i64::MAX));
        assert_eq!(Fixed::of(i64::MAX).plus(Fixed::of(1)).unwrap().rounded(), None);
    }

    proptest! {
        /// Limbs do what wide integers do.
        #[test]
        fn limbs_are_right(a: i64, b: i64, rate in 0..=1_000_000_u32, by in 1..=1_200_u32) {
            let (a, b) = (Fixed::of(a.max(0)).over(by).unwrap(), Fixed::of(b.max(0)).over(7).unwrap());
            let (more, less) = (a.max(b), a.min(b));
            prop_assert_eq!(a.plus(b).unwrap().wide(), a.wide().wrapping_add(b.wide()));
            prop_assert_eq!(more.less(less).wide(), more.wide().wrapping_sub(less.wide()));
            prop_assert_eq!(a.max(b).wide(), a.wide().max(b.wide()));
            let year: U1024 = YEAR.as_();
            let product = a.wide().wrapping_mul(rate.as_());
            prop_assert_eq!(a.interest(rate).unwrap().wide(), product.checked_div(year).unwrap());
            let share = a.wide().checked_div(by.as_()).unwrap();
            prop_assert_eq!(a.over(by).unwrap().wide(), share);
        }
    }
}
