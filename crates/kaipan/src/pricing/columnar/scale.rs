//! From area to total: a multiplication, a division and a rounding as one multiplication.

/// Shifts are 32 to here, so that only the upper half of the sum has to be shifted.
const MOST_SHIFT: u32 = 95;
const LOW: u64 = 0xffff_ffff;

/// Whether a row is multiplied when its factor is looked up, and not with many others later.
/// WebAssembly multiplies only numbers of 64 bits in vectors, which processors do not have: one
/// after the other is quicker there.
const AT_ONCE: bool = cfg!(target_family = "wasm");

/// `⌊(value × area + bias) ÷ divisor⌋ × place` as `((factor × area + bias') >> shift) × place`, the
/// factors of all values being computed ahead (Granlund and Montgomery 1994, with the multiplier
/// taken into the table).
///
/// With `factor = ⌈value × 2^shift ÷ divisor⌉` and `bias' = ⌈bias × 2^shift ÷ divisor⌉`, what is
/// shifted is too large by less than `area + 1`. Fractions with this divisor are at least
/// `1 ÷ divisor` below the next whole number, so the quotient is right as long as
/// `area + 1 ≤ 2^shift ÷ divisor`.
///
/// All products are of 32 with 32 bits, of which processors do several at once, and of which
/// WebAssembly gives all bits.
#[derive(Clone)]
pub(super) struct Scale {
    divisor: u64,
    place: u64,
    /// 32 to 95.
    shift: u32,
    bias_low: u64,
    bias_high: u64,
}

impl Scale {
    /// For values up to `largest`; `None` if numbers are too large.
    pub(super) fn new(divisor: u64, bias: u64, place: u64, largest: u64) -> Option<Scale> {
        let bias = u128::from(bias);
        // Factors stay below 2^63; what they are made of is then below 2^127.
        let most = u128::from(u64::MAX >> 1).checked_mul(u128::from(divisor))?;
        let shift = most.checked_div(u128::from(largest))?.checked_ilog2()?;
        let shift = shift.min(MOST_SHIFT).min(bias.leading_zeros());
        if shift < 32 {
            return None;
        }
        let bias = bias.checked_shl(shift)?.div_ceil(u128::from(divisor));
        let bias_low = u64::try_from(bias & u128::from(LOW)).ok()?;
        let bias_high = u64::try_from(bias.checked_shr(32)?).ok()?;
        Some(Scale { divisor, place, shift, bias_low, bias_high })
    }

    /// Totals of larger areas are others.
    pub(super) fn most_area(&self) -> u64 {
        let most =
            1_u128.checked_shl(self.shift).unwrap_or(0).checked_div(u128::from(self.divisor));
        u64::try_from(most.unwrap_or(0)).unwrap_or(u64::MAX).saturating_sub(1).min(LOW)
    }

    /// The factor of a value.
    pub(super) fn factor(&self, value: u64) -> Option<u64> {
        let scaled = u128::from(value).checked_shl(self.shift)?;
        u64::try_from(scaled.div_ceil(u128::from(self.divisor))).ok()
    }

    /// What is kept of a row until [`Scale::total`].
    #[inline(always)]
    pub(super) fn kept(&self, factor: u64, area: u64) -> u64 {
        if AT_ONCE { self.multiply(factor, area) } else { factor }
    }

    /// The total of a row from what was kept of it; it wraps at 64 bits, so the caller sees to it that
    /// no area is too large for that.
    #[inline(always)]
    pub(super) fn total(&self, kept: u64, area: u64) -> u64 {
        if AT_ONCE { kept } else { self.multiply(kept, area) }
    }

    #[inline(always)]
    fn multiply(&self, factor: u64, area: u64) -> u64 {
        let area = area & LOW;
        let low = (factor & LOW).wrapping_mul(area).wrapping_add(self.bias_low);
        let high = (factor >> 32).wrapping_mul(area).wrapping_add(self.bias_high);
        let steps = high.wrapping_add(low >> 32).wrapping_shr(self.shift.wrapping_sub(32));
        steps.wrapping_mul(self.place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Compares with a division; false if there is no scale. Totals have to fit 64 bits, of which the
    /// kernel sees to it.
    fn compare(divisor: u64, place: u64, mode: usize, largest: u64, value: u64, area: u64) -> bool {
        let bias = [divisor / 2, divisor - 1, 0][mode];
        let Some(scale) = Scale::new(divisor, bias, place, largest) else { return false };
        let (factor, most) = (scale.factor(value).unwrap(), scale.most_area());
        let area = area % (most + 1);
        // The area at which the quotient changes next.
        let steps = (u128::from(value) * u128::from(area) + u128::from(bias)) / u128::from(divisor);
        let next = (steps + 1) * u128::from(divisor) - u128::from(bias);
        let next = u64::try_from(next.div_ceil(u128::from(value.max(1)))).unwrap_or(most);
        for area in [0, area, next.saturating_sub(1), next, next.saturating_add(1), most] {
            let area = area.min(most);
            let sum = u128::from(value) * u128::from(area) + u128::from(bias);
            let expected = sum / u128::from(divisor) * u128::from(place);
            let found = scale.total(scale.kept(factor, area), area);
            assert_eq!(u128::from(found), expected, "{value} × {area} + {bias}, {divisor}");
        }
        true
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_096))]

        #[test]
        fn totals_are_those_of_a_division(
            divisor in 1_u64..(1 << 62),
            shorter in 0_u32..60,
            mode in 0_usize..3,
            largest in 1_u64..(1 << 62),
            smaller in 0_u32..62,
            value in any::<u64>(),
            area in any::<u64>(),
        ) {
            let (divisor, largest) = ((divisor >> shorter).max(1), (largest >> smaller).max(1));
            for value in [value % (largest + 1), largest] {
                compare(divisor, 1, mode, largest, value, area);
            }
        }

        #[test]
        fn usual_prices_have_a_scale(
            zeros in 4_u32..12,
            mode in 0_usize..3,
            value in 1_u64..100_000_000,
            area in 1_u64..100_000_000,
        ) {
            prop_assert!(compare(10_u64.pow(zeros), 3, mode, 100_000_000, value, area));
        }
    }
}
