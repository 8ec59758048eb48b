//! The monthly payment to the fen.

use super::fixed::{self, Fixed, YEAR};

/// HalfUp of `principal × i ÷ (1 − (1+i)^-months)` in the unit of `principal`; `principal ÷ months`
/// at a rate of 0. `rate` is annual, in millionths (up to 1,000,000).
///
/// A first attempt takes 128 bits; when its error could reach across a
/// rounding boundary, the wide one decides.
pub(in crate::payment::loan) fn instalment(principal: i64, rate: u32, months: u32) -> Option<i64> {
    quick(principal, rate, months)
        .or_else(|| fixed::instalment(Fixed::of(principal), rate, months)?.rounded())
}

/// The payment if 128 bits are enough to tell.
///
/// With u = 2^-128, `power` errs by at most 2n·u, its complement W by 2n + 1 units. From W ≥ 2^102
/// on (always true: 1 − v > 2^-24) that is a share below 2^-90. The divisor is then cut to 64 bits
/// twice, and the quotient once: 3 × 2^-63, so fewer than 12 units of the quotient, which is below
/// 2^65. [`SLACK`] is more than that.
fn quick(principal: i64, rate: u32, months: u32) -> Option<i64> {
    if rate == 0 || months == 0 {
        return None;
    }
    let repaid = u128::MAX.wrapping_sub(power(rate, months)?);
    let zeros = repaid.leading_zeros();
    let divisor = (repaid.unbounded_shl(zeros) >> 64).checked_mul(YEAR.into())?;
    // principal × rate ÷ (12,000,000 × repaid), every part moved up as far as it goes.
    let cut = 64_u32.checked_sub(divisor.leading_zeros())?;
    let dividend = u128::try_from(principal).ok()?.checked_mul(rate.into())?;
    let lifted = dividend.leading_zeros();
    let quotient = dividend.unbounded_shl(lifted).checked_div(divisor.unbounded_shr(cut))?;
    let places = lifted.checked_add(cut)?.checked_sub(64)?.checked_sub(zeros)?;
    if !(8..=100).contains(&places) {
        return None;
    }
    let half = 1_u128.unbounded_shl(places.checked_sub(1)?);
    let middle = quotient.checked_add(half)?;
    let low = middle.checked_sub(SLACK)?.unbounded_shr(places);
    let high = middle.checked_add(SLACK)?.unbounded_shr(places);
    if low == high { i64::try_from(low).ok() } else { None }
}

const SLACK: u128 = 16;

/// `(1 + i)^-months` in units of 2^-128.
fn power(rate: u32, months: u32) -> Option<u128> {
    let grown = u128::from(YEAR).checked_add(rate.into())?;
    // 2^128 × i ÷ (1 + i), half of its digits at a time.
    let first = u128::from(rate) << 64;
    let (high, rest) = (first.checked_div(grown)?, first.checked_rem(grown)?);
    let low = (rest << 64).checked_div(grown)?;
    let base = (high << 64 | low).wrapping_neg();
    let mut value = base;
    for bit in (0..months.checked_ilog2()?).rev() {
        value = high_product(value, value);
        if months.unbounded_shr(bit) & 1 == 1 {
            value = high_product(value, base);
        }
    }
    Some(value)
}

/// The upper half of a product of 128 bits by 128; nothing in it can overflow.
fn high_product(a: u128, b: u128) -> u128 {
    const LOW: u128 = u128::MAX >> 64;
    let (a1, a0) = (a >> 64, a & LOW);
    let (b1, b0) = (b >> 64, b & LOW);
    let middle = a1.wrapping_mul(b0).wrapping_add(a0.wrapping_mul(b0) >> 64);
    let other = a0.wrapping_mul(b1).wrapping_add(middle & LOW);
    a1.wrapping_mul(b1).wrapping_add(middle >> 64).wrapping_add(other >> 64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn wide(principal: i64, rate: u32, months: u32) -> Option<i64> {
        fixed::instalment(Fixed::of(principal), rate, months)?.rounded()
    }

    #[test]
    fn handbook_payments() {
        for (principal, rate, fen) in [
            (100_000_000, 49_000, 530_727),
            (101_000_000, 35_000, 453_535),
            (41_000_000, 35_000, 184_108),
            (60_000_000, 26_000, 240_204),
        ] {
            assert_eq!(quick(principal, rate, 360), Some(fen));
            assert_eq!(wide(principal, rate, 360), Some(fen));
        }
    }

    #[test]
    fn a_half_goes_up() {
        // One month: P × (1 + i) = 60 × 1.025 = 61.5 and 20 × 1.025 = 20.5, in fen.
        assert_eq!(quick(60, 300_000, 1), None, "128 bits cannot tell");
        assert_eq!(instalment(60, 300_000, 1), Some(62));
        assert_eq!(instalment(20, 300_000, 1), Some(21));
        // 1 ÷ 2 at no interest.
        assert_eq!(instalment(1, 0, 2), Some(1));
        assert_eq!(instalment(1, 0, 3), Some(0));
    }

    #[test]
    fn ends_of_the_range() {
        // Python fractions: P·i·(1+i)^n ÷ ((1+i)^n − 1).
        for (principal, rate, months, fen) in [
            (9_223_372_036_854_775_807, 1, 1200, 7_686_527_997_874_937),
            (9_223_372_036_854_775_807, 1_000_000, 1200, 768_614_336_404_564_651),
            (9_223_372_036_854_775_807, 35_000, 360, 41_417_062_168_340_947),
            (1_000_000_000_000_000_000, 999_999, 1200, 83_333_250_000_000_000),
            (1, 1_000_000, 1200, 0),
            (6, 1_000_000, 1200, 1),
            (9_223_372_036_854_775_807, 1, 2, 4_611_686_594_888_148_213),
            (900_000_000_000_000_000, 0, 7, 128_571_428_571_428_571),
            (123_456_789_012_345_678, 1, 1199, 102_971_611_304_842),
            (10_000_000_000, 49_000, 360, 53_072_672),
        ] {
            assert_eq!(
                instalment(principal, rate, months),
                Some(fen),
                "{principal} {rate} {months}"
            );
        }
        assert_eq!(instalment(i64::MAX, 1_000_000, 1), None, "more than a Money");
    }

    proptest! {
        #[test]
        fn both_widths_agree(principal in 1..i64::MAX / 2, cut in 0..62_u32,
            rate in 0..=1_000_000_u32, months in 1..=1200_u32) {
            let principal = (principal >> cut).max(1);
            if let Some(quick) = quick(principal, rate, months) {
                prop_assert_eq!(Some(quick), wide(principal, rate, months));
            }
        }

        /// Usual loans take the quick way nearly always.
        #[test]
        fn usual_loans_are_quick(principal in 1_000_000..10_000_000_000_i64,
            rate in 10_000..=80_000_u32, months in 12..=360_u32) {
            prop_assert!(quick(principal, rate, months).is_some());
        }
    }
}
