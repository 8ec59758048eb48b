//! The folded table and the loop over it.

use super::axis::{Axis, terms};
use super::scale::Scale;
use super::whole_number::WholeNumber;
use crate::error::Result;
use crate::number::{Mode, UnitPrice, Wide};
use crate::pricing::price::Pricer;
use crate::pricing::price::Terms;
use crate::pricing::scheme::PriceBasis;

/// Combinations priced ahead at most: 512 KiB of prices, inside a second-level cache. Places in
/// the table fit 16 bits, of which a vector holds twice as many.
const MOST_CELLS: usize = 32_768;
/// Rows worked on at a time: all that belongs to them stays in a first-level cache.
pub(super) const CHUNK: usize = 256;
/// Totals stay below 2^50 fen (11 trillion yuan) in the fast loop, so that sums of a chunk and
/// unit prices derived from totals fit 64 bits.
const MOST_TOTAL: u128 = 1 << 50;

/// Prices of all combinations of codes, and the constants of the rounding.
#[derive(Clone)]
pub(super) struct Kernel {
    /// Step of each axis in `cells`, and its number of codes.
    pub(super) strides: Vec<(u16, u16)>,
    /// One a combination.
    pub(super) cells: Vec<Cell>,
    /// From factor and area to the total.
    scale: Scale,
    /// Totals below it, fen, are left to exact arithmetic: those that may be less than one rounding
    /// step before they are rounded.
    least: i64,
    /// Areas above this are left to exact arithmetic.
    most_area: i64,
    pub(super) basis: PriceBasis,
    /// No unit price of the fast loop is above it, fen.
    pub(super) dearest: u64,
}

/// What a combination costs; zeros go through exact arithmetic.
#[derive(Clone, Copy, Default)]
pub(super) struct Cell {
    /// Unit-first: the unit price in fen. Total-first: the numerator of the raw unit price.
    value: u64,
    /// [`Scale::factor`] of the value.
    factor: u64,
}

impl Kernel {
    /// Prices all combinations of codes ahead; `None` if there are too many or the numbers too
    /// large.
    pub(super) fn fold(
        pricer: &Pricer<'_>,
        axes: &[Axis],
        spots: &[UnitPrice],
    ) -> Result<Option<Kernel>> {
        let scheme = pricer.scheme;
        if scheme.gift.is_some() || !scheme.lump_sums.is_empty() {
            return Ok(None);
        }
        let mut strides = Vec::with_capacity(axes.len());
        let mut count = 1_usize;
        for axis in axes {
            let Ok(stride) = u16::try_from(count) else { return Ok(None) };
            strides.push((stride, axis.codes));
            count = match count.checked_mul(usize::from(axis.codes)) {
                Some(count) if count <= MOST_CELLS => count,
                _ => return Ok(None),
            };
        }
        let basis = scheme.price_basis;
        let mut cells = Vec::with_capacity(count);
        let mut codes = vec![0_u16; axes.len()];
        for _ in 0..count {
            let terms = terms(pricer.arithmetic, spots, codes.iter().copied());
            cells.push(terms.and_then(|terms| cell(pricer, &terms, basis)).unwrap_or(0));
            advance(&mut codes, &strides);
        }
        Ok(Kernel::with(cells, strides, pricer))
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
        let largest = cells.iter().copied().max()?.max(1);
        let scale = Scale::new(divisor, bias, place, largest)?;
        let largest = u128::from(largest);
        let by_total = MOST_TOTAL.checked_mul(u128::from(per_fen))?.checked_div(largest)?;
        let most_area = u64::try_from(by_total).unwrap_or(u64::MAX).min(scale.most_area());
        let most_area = i64::try_from(most_area).ok()?;
        let cell = |value: &u64| Some(Cell { value: *value, factor: scale.factor(*value)? });
        let cells = cells.iter().map(cell).collect::<Option<Vec<_>>>()?;
        // A total of a rounding step or more is at most doubled by rounding it.
        let dearest = largest.checked_mul(20_000)?.checked_div(u128::from(per_fen))?;
        let dearest = u64::try_from(dearest).unwrap_or(u64::MAX).saturating_add(1);
        let least = i64::try_from(place).ok()?.checked_mul(2)?;
        Some(Kernel { strides, cells, scale, least, most_area, basis, dearest })
    }

    /// Prices up to [`CHUNK`] rows; `None` if some row needs exact arithmetic, then nothing that
    /// was written counts.
    ///
    /// Always inlined into the binding that runs it: one that is built for size as a whole can
    /// still build this for speed, with instructions that the rest does not use.
    #[inline(always)]
    pub(super) fn chunk<N: WholeNumber>(
        &self,
        codes: &[&[u16]],
        areas: &[N],
        unit_prices: &mut [N],
        totals: &mut [N],
    ) -> Option<(u64, u64)> {
        let mut positions = [0_u16; CHUNK];
        let mut kept = [0_u64; CHUNK];
        let positions = positions.get_mut(..areas.len())?;
        let kept = kept.get_mut(..areas.len())?;
        self.find(codes, positions)?;
        self.look_up(positions, areas, kept, unit_prices);
        let sums = self.total(kept, areas, totals)?;
        if self.basis == PriceBasis::TotalFirst {
            derive(areas, totals, unit_prices);
        }
        Some(sums)
    }

    /// The place of each row in the table; `None` if there is an unknown code.
    #[inline(always)]
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

    /// Looks rows up: what is kept of each, see [`Scale::kept`], and its value.
    ///
    /// A loop of its own, so that the others can do several rows at once.
    #[inline(always)]
    fn look_up<N: WholeNumber>(
        &self,
        positions: &[u16],
        areas: &[N],
        kept: &mut [u64],
        values: &mut [N],
    ) {
        let out = kept.iter_mut().zip(values);
        for ((position, area), (kept, value)) in positions.iter().zip(areas).zip(out) {
            let cell = self.cells.get(usize::from(*position)).copied().unwrap_or_default();
            *kept = self.scale.kept(cell.factor, area.count().cast_unsigned());
            *value = N::of(cell.value.cast_signed());
        }
    }

    /// Totals of rows, and the sums of areas and totals; `None` if a row needs exact arithmetic.
    #[inline(always)]
    fn total<N: WholeNumber>(
        &self,
        kept: &[u64],
        areas: &[N],
        totals: &mut [N],
    ) -> Option<(u64, u64)> {
        let (mut area_sum, mut total_sum) = (0_u64, 0_u64);
        let mut broken = false;
        // Negative after an area that is outside the bounds, or a total that is too small.
        let mut outside = 0_i64;
        for ((kept, area), total) in kept.iter().zip(areas).zip(totals) {
            let count = area.count();
            broken |= N::of(count) != *area;
            outside |= count.wrapping_sub(1) | self.most_area.wrapping_sub(count);
            let fen = self.scale.total(*kept, count.cast_unsigned());
            outside |= fen.cast_signed().wrapping_sub(self.least);
            *total = N::of(fen.cast_signed());
            area_sum = area_sum.wrapping_add(count.cast_unsigned());
            total_sum = total_sum.wrapping_add(fen);
        }
        if broken || outside < 0 { None } else { Some((area_sum, total_sum)) }
    }
}

/// Unit prices from totals.
#[inline(always)]
fn derive<N: WholeNumber>(areas: &[N], totals: &[N], unit_prices: &mut [N]) {
    for ((area, total), unit_price) in areas.iter().zip(totals).zip(unit_prices) {
        let (area, total) = (area.count().cast_unsigned(), total.count().cast_unsigned());
        let fen = total.wrapping_mul(10_000).wrapping_add(area >> 1);
        *unit_price = N::of(fen.checked_div(area).unwrap_or(0).cast_signed());
    }
}

/// The value of one combination; an error means that rows with it need exact arithmetic.
fn cell(pricer: &Pricer<'_>, terms: &Terms, basis: PriceBasis) -> Result<u64> {
    let value = match basis {
        PriceBasis::UnitFirst => {
            let unit = pricer.scheme.unit_rounding.unit_price(&pricer.raw_unit(terms)?)?;
            Wide::from(unit.micros()).div_rem(Wide::from(10_000_i64))?.0
        }
        PriceBasis::TotalFirst => pricer.numerator(terms)?,
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
