//! The folded table and the loop over it.

use super::CompiledScheme;
use super::whole::WholeNumber;
use crate::error::Result;
use crate::number::{Mode, Wide};
use crate::pricing::arithmetic::Terms;
use crate::pricing::price::Pricer;
use crate::pricing::scheme::PriceBasis;

/// Combinations priced ahead at most: 256 KiB of prices, well inside a second-level cache. Places in
/// the table fit 16 bits, of which a vector holds twice as many.
const MOST_CELLS: usize = 32_768;
/// Rows worked on at a time.
pub(super) const CHUNK: usize = 1_024;
/// Totals stay below 2^50 fen (11 trillion yuan) in the fast loop, so that sums of a chunk and
/// unit prices derived from totals fit 64 bits.
const MOST_TOTAL: u128 = 1 << 50;

/// Prices of all combinations of codes, and the constants of the rounding.
#[derive(Clone)]
pub(super) struct Kernel {
    /// Step of each axis in `cells`, and its number of codes.
    pub(super) strides: Vec<(u16, u16)>,
    /// One value a combination; 0 = go through exact arithmetic.
    ///
    /// Unit-first: the unit price in fen. Total-first: the numerator of the raw unit price.
    pub(super) cells: Vec<u64>,
    /// Value × area ÷ divisor = number of rounding steps in the total.
    divisor: Reciprocal,
    /// Added before dividing: what makes the rounding mode.
    bias: u64,
    /// Rounding step of the total, fen.
    place: u64,
    /// Areas above this are left to exact arithmetic.
    most_area: u64,
    pub(super) basis: PriceBasis,
    /// No unit price of the fast loop is above it, fen.
    pub(super) dearest: u64,
}

impl Kernel {
    /// Prices all combinations ahead; `None` if there are too many or the numbers too large.
    pub(super) fn fold(compiled: &CompiledScheme) -> Result<Option<Kernel>> {
        let scheme = &compiled.scheme;
        if scheme.gift.is_some() || !scheme.lump_sums.is_empty() {
            return Ok(None);
        }
        let mut strides = Vec::with_capacity(compiled.axes.len());
        let mut count = 1_usize;
        for axis in &compiled.axes {
            let Ok(stride) = u16::try_from(count) else { return Ok(None) };
            strides.push((stride, axis.codes));
            count = match count.checked_mul(usize::from(axis.codes)) {
                Some(count) if count <= MOST_CELLS => count,
                _ => return Ok(None),
            };
        }
        let pricer = Pricer::new(scheme, &compiled.arithmetic, compiled.base)?;
        let basis = scheme.price_basis;
        let mut cells = Vec::with_capacity(count);
        let mut codes = vec![0_u16; compiled.axes.len()];
        for _ in 0..count {
            let terms = compiled.terms(codes.iter().copied());
            cells.push(terms.and_then(|terms| cell(&pricer, &terms, basis)).unwrap_or(0));
            advance(&mut codes, &strides);
        }
        Ok(Kernel::with(cells, strides, &pricer))
    }

    fn with(mut cells: Vec<u64>, strides: Vec<(u16, u16)>, pricer: &Pricer<'_>) -> Option<Kernel> {
        let rounding = pricer.scheme.total_rounding;
        let place = u64::try_from(rounding.place.fen()).ok()?;
        let basis = pricer.scheme.price_basis;
        // fen per m² × 0.0001 m² = 0.0001 fen; numerator/denominator yuan × 0.0001 m² = 0.01 fen
        let per_fen = match basis {
            PriceBasis::UnitFirst => 10_000,
            PriceBasis::TotalFirst => {
                let denominator = pricer.denominator().to_i64()?;
                let per_fen = u64::try_from(denominator).ok()?.checked_mul(100)?;
                // Short numbers leave room for large areas.
                let common = cells.iter().copied().fold(per_fen, common_divisor);
                // A divisor of one would be none.
                let common = if common == per_fen { 1 } else { common };
                for cell in &mut cells {
                    *cell = cell.checked_div(common)?;
                }
                per_fen.checked_div(common)?
            }
        };
        let divisor = per_fen.checked_mul(place)?;
        let bias = match rounding.mode {
            Mode::HalfUp => divisor.checked_div(2)?,
            Mode::Up => divisor.checked_sub(1)?,
            Mode::Down => 0,
        };
        let largest = u128::from(cells.iter().copied().max()?.max(1));
        let room = (1_u128 << 63).checked_sub(1)?.checked_sub(u128::from(bias))?;
        let by_room = room.checked_div(largest)?;
        let by_total = MOST_TOTAL.checked_mul(u128::from(per_fen))?.checked_div(largest)?;
        let most_area = u64::try_from(by_room.min(by_total)).ok()?.min(1 << 40);
        // A total of a rounding step or more is at most doubled by rounding it.
        let dearest = largest.checked_mul(20_000)?.checked_div(u128::from(per_fen))?;
        let dearest = u64::try_from(dearest).unwrap_or(u64::MAX).saturating_add(1);
        let divisor = Reciprocal::new(divisor)?;
        Some(Kernel { strides, cells, divisor, bias, place, most_area, basis, dearest })
    }

    /// Prices up to [`CHUNK`] rows; `None` if some row needs exact arithmetic, then nothing that
    /// was written counts.
    ///
    /// Inlined into the binding that runs it: one that is built for size as a whole can still be
    /// built for speed itself.
    #[inline]
    pub(super) fn chunk<N: WholeNumber>(
        &self,
        codes: &[&[u16]],
        areas: &[N],
        unit_prices: &mut [N],
        totals: &mut [N],
    ) -> Option<(u64, u64)> {
        let mut positions = [0_u16; CHUNK];
        let positions = positions.get_mut(..areas.len())?;
        self.find(codes, positions)?;
        match self.basis {
            PriceBasis::UnitFirst => {
                self.rows(positions, areas, unit_prices, totals, |value, _, _| value)
            }
            PriceBasis::TotalFirst => {
                self.rows(positions, areas, unit_prices, totals, |_, total, area| {
                    let fen = total.wrapping_mul(10_000).wrapping_add(area >> 1);
                    fen.checked_div(area).unwrap_or(0)
                })
            }
        }
    }

    /// The place of each row in the table; `None` if there is an unknown code.
    #[inline]
    fn find(&self, codes: &[&[u16]], positions: &mut [u16]) -> Option<()> {
        let mut unknown = false;
        for (column, (stride, count)) in codes.iter().zip(&self.strides) {
            // An axis with two codes or fewer is as frequent as one with many: no special case.
            for (position, code) in positions.iter_mut().zip(*column) {
                unknown |= code >= count;
                *position = position.wrapping_add(code.wrapping_mul(*stride));
            }
        }
        if unknown { None } else { Some(()) }
    }

    /// The loop; `unit_of` gives the unit price in fen from value, total and area.
    #[inline]
    fn rows<N: WholeNumber>(
        &self,
        positions: &[u16],
        areas: &[N],
        unit_prices: &mut [N],
        totals: &mut [N],
        unit_of: impl Fn(u64, u64, u64) -> u64,
    ) -> Option<(u64, u64)> {
        let (mut area_sum, mut total_sum) = (0_u64, 0_u64);
        let mut exact = false;
        let out = unit_prices.iter_mut().zip(totals);
        for ((position, area), (unit_price, total)) in positions.iter().zip(areas).zip(out) {
            let value = self.cells.get(usize::from(*position)).copied().unwrap_or(0);
            let count = area.count();
            exact |= N::of(count) != *area;
            let area = count.cast_unsigned();
            let product = value.wrapping_mul(area);
            // Zero values, areas outside the bounds, totals below one rounding step.
            exact |= area.wrapping_sub(1) >= self.most_area || product < self.divisor.divisor;
            let steps = self.divisor.divide(product.wrapping_add(self.bias));
            let fen = steps.wrapping_mul(self.place);
            *unit_price = N::of(unit_of(value, fen, area).cast_signed());
            *total = N::of(fen.cast_signed());
            area_sum = area_sum.wrapping_add(area);
            total_sum = total_sum.wrapping_add(fen);
        }
        if exact { None } else { Some((area_sum, total_sum)) }
    }
}

/// The value of one combination; an error means that rows with it need exact arithmetic.
fn cell(pricer: &Pricer<'_>, terms: &Terms, basis: PriceBasis) -> Result<u64> {
    let raw = pricer.raw_unit(terms)?;
    let value = match basis {
        PriceBasis::UnitFirst => {
            let unit = pricer.scheme.unit_rounding.unit_price(&raw)?;
            Wide::from(unit.micros()).div_rem(Wide::from(10_000_i64))?.0
        }
        PriceBasis::TotalFirst => raw.numerator(),
    };
    Ok(value.to_i64().and_then(|value| u64::try_from(value).ok()).unwrap_or(0))
}

fn common_divisor(a: u64, b: u64) -> u64 {
    let (mut a, mut b) = (a, b);
    while let Some(rest) = a.checked_rem(b) {
        (a, b) = (b, rest);
    }
    a
}

/// The next combination: the first axis turns fastest.
fn advance(codes: &mut [u16], strides: &[(u16, u16)]) {
    for (code, (_, count)) in codes.iter_mut().zip(strides) {
        *code = code.saturating_add(1);
        if *code < *count {
            return;
        }
        *code = 0;
    }
}

/// Division by a constant as a multiplication (Granlund and Montgomery 1994), for dividends below
/// 2^63: with `l = ⌈log2 d⌉` and `m = ⌊2^(63+l) ÷ d⌋ + 1`, the quotient is `(n × m) >> (63 + l)`.
#[cfg_attr(target_family = "wasm", expect(dead_code, reason = "it divides itself"))]
#[derive(Clone)]
struct Reciprocal {
    divisor: u64,
    multiplier: u64,
    /// `l - 1`: what is left to shift in the upper half of the product.
    shift: u32,
}

/// WebAssembly has no multiplication that gives the upper half of a product: the machine's division
/// is quicker than four others.
#[cfg(target_family = "wasm")]
impl Reciprocal {
    #[inline]
    fn divide(&self, dividend: u64) -> u64 {
        dividend.checked_div(self.divisor).unwrap_or(0)
    }
}

impl Reciprocal {
    fn new(divisor: u64) -> Option<Reciprocal> {
        let log = 64_u32.checked_sub(divisor.checked_sub(1)?.leading_zeros())?;
        let power = 1_u128.checked_shl(log.checked_add(63)?)?;
        let multiplier = power.checked_div(u128::from(divisor))?.checked_add(1)?;
        let multiplier = u64::try_from(multiplier).ok()?;
        Some(Reciprocal { divisor, multiplier, shift: log.checked_sub(1)? })
    }

    #[cfg(not(target_family = "wasm"))]
    #[inline]
    fn divide(&self, dividend: u64) -> u64 {
        upper_half(dividend, self.multiplier).wrapping_shr(self.shift)
    }
}

/// The upper 64 bits of a product.
#[cfg(not(target_family = "wasm"))]
#[inline]
fn upper_half(a: u64, b: u64) -> u64 {
    let product = u128::from(a).wrapping_mul(u128::from(b)).wrapping_shr(64);
    u64::try_from(product).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn reciprocal_divides(divisor in 2_u64..(1 << 62), dividend in 0_u64..(1 << 63)) {
            let by = Reciprocal::new(divisor).unwrap();
            prop_assert_eq!(by.divide(dividend), dividend / divisor);
        }

        #[test]
        fn reciprocal_divides_by_rounding_steps(zeros in 1_u32..18, dividend in 0_u64..(1 << 63)) {
            let divisor = 10_u64.pow(zeros);
            let by = Reciprocal::new(divisor).unwrap();
            for near in [dividend, dividend - dividend % divisor, (dividend - dividend % divisor).saturating_sub(1)] {
                prop_assert_eq!(by.divide(near), near / divisor);
            }
        }
    }
}
