//! The loop over columns of floats: whole numbers as JavaScript has them.
//!
//! WebAssembly has no multiplication that gives the upper half of a product, so dividing integers
//! by a constant costs four; and whole numbers below 2^53 are as exact in a float as in an integer.
//! So rows whose numbers stay well below that are priced in floats and need no conversion on their
//! way in and out. The machine rounds nothing but quotients, and those are asked for half a step
//! away from every whole number, further than it can err: see [`quotient`].
//!
//! Written for the compiler of a page, which makes no vectors of loops: four codes are one word,
//! and what is wrong with rows is collected in bits and looked at once.

#![allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::float_arithmetic,
    reason = "whole numbers below 2^53, see above"
)]

use super::kernel::{CHUNK, Kernel};
use super::{ColumnSums, CompiledScheme};
use crate::pricing::scheme::PriceBasis;

/// Dividends stay below 2^50, see [`quotient`].
const MOST_DIVIDEND: u128 = 1 << 50;
/// Totals stay below 2^36 fen (687 million yuan), since ten thousand times as much is a dividend.
const MOST_TOTAL: u128 = 1 << 36;
/// Unit prices stay below 2^48 fen.
const MOST_UNIT_PRICE: u128 = 1 << 48;
/// Rounding steps above this are left to integers.
const MOST_PLACE: u64 = 1 << 30;
/// Added and taken away again it rounds to a whole number: between 2^52 and 2^53 there are no others.
const ROUNDER: f64 = 6_755_399_441_055_744.0;
/// Codes in a word, and words of a chunk.
const LANES: usize = 4;
const WORDS: usize = CHUNK >> 2;
/// Multiplied by it a number of 16 bits stands in every place of a word.
const EVERY: u64 = 0x0001_0001_0001_0001;
/// The highest bit of every place of a word.
const HIGHEST: u64 = EVERY << 15;

/// Columns of whole numbers in floats: what [`CompiledScheme::price_floats`] reads and writes.
#[derive(Debug)]
pub struct FloatColumns<'a> {
    /// One column an axis.
    pub codes: &'a [&'a [u16]],
    /// Areas in 0.0001 m².
    pub areas: &'a [f64],
    /// Unit prices in fen per m² of the area basis.
    pub unit_prices: &'a mut [f64],
    /// Totals in fen.
    pub totals: &'a mut [f64],
}

/// The constants of the rounding, as [`Kernel`] has them.
pub(super) struct Floats {
    divisor: f64,
    /// 1 ÷ divisor, rounded.
    inverse: f64,
    bias: f64,
    place: f64,
    /// Areas above this are left to integers.
    most_area: f64,
}

impl Floats {
    /// `None` if numbers are too large for any area.
    pub(super) fn new(
        largest: u128,
        per_fen: u64,
        divisor: u64,
        bias: u64,
        place: u64,
        most_area: u64,
    ) -> Option<Floats> {
        let dearest = largest.checked_mul(10_000)?.checked_div(u128::from(per_fen))?;
        if place > MOST_PLACE || dearest > MOST_UNIT_PRICE {
            return None;
        }
        let by_room = MOST_DIVIDEND.checked_sub(u128::from(bias))?.checked_div(largest)?;
        let by_total = MOST_TOTAL.checked_mul(u128::from(per_fen))?.checked_div(largest)?;
        let most_area = u64::try_from(by_room.min(by_total)).ok()?.min(most_area);
        let divisor = float(divisor)?;
        Some(Floats {
            divisor,
            inverse: 1.0 / divisor,
            bias: float(bias)?,
            place: float(place)?,
            most_area: float(most_area)?,
        })
    }

    /// The loop; `unit_of` gives the unit price in fen from value, total and area.
    #[inline]
    fn rows(
        &self,
        cells: &[u64],
        places: &[u64],
        areas: &[f64],
        unit_prices: &mut [f64],
        totals: &mut [f64],
        unit_of: impl Fn(f64, f64, f64) -> f64,
    ) -> Option<(f64, f64)> {
        let (mut area_sum, mut total_sum) = (0.0, 0.0);
        let (mut negative, mut broken) = (0_i64, 0_i64);
        // Positive floats are in the order of their bits.
        let (least, most) = (bits(1.0), bits(self.most_area));
        let least_product = bits(self.divisor);
        let parts = unit_prices.chunks_mut(LANES).zip(totals.chunks_mut(LANES));
        for ((places, areas), (unit_prices, totals)) in
            places.iter().zip(areas.chunks(LANES)).zip(parts)
        {
            let mut places = *places;
            for ((area, unit_price), total) in areas.iter().zip(unit_prices).zip(totals) {
                let value = usize::try_from(places & 0xffff).ok().and_then(|at| cells.get(at));
                let value = value.copied().unwrap_or(0).cast_signed() as f64;
                places >>= 16;
                let product = value * area;
                let found = bits(*area);
                // Areas outside the bounds or no numbers; zero values, totals below one step.
                negative |= found | found.wrapping_sub(least) | most.wrapping_sub(found);
                negative |= bits(product).wrapping_sub(least_product);
                // Areas that are not whole.
                broken |= found ^ bits(rounded(*area));
                let fen = quotient(product + self.bias, |n| n * self.inverse) * self.place;
                *unit_price = unit_of(value, fen, *area);
                *total = fen;
                area_sum += area;
                total_sum += fen;
            }
        }
        if negative < 0 || broken != 0 { None } else { Some((area_sum, total_sum)) }
    }
}

#[inline]
fn bits(value: f64) -> i64 {
    value.to_bits().cast_signed()
}

/// The nearest whole number, for numbers up to 2^51.
#[inline]
fn rounded(value: f64) -> f64 {
    (value + ROUNDER) - ROUNDER
}

/// The quotient, rounded down, of a whole number below 2^50 by a whole number; `estimate` divides and
/// may be wrong by two parts in 2^53.
///
/// Half more than the dividend is never a multiple of the divisor `d`: the exact quotient lies at
/// least `0.5 ÷ d` away from every whole number, and the estimate, below `2^50 ÷ d`, is off by less
/// than `0.25 ÷ d`. So both are rounded down to the same.
#[inline]
fn quotient(dividend: f64, estimate: impl FnOnce(f64) -> f64) -> f64 {
    rounded(estimate(dividend + 0.5) - 0.5)
}

/// Whole numbers that a float has exactly.
fn float(value: u64) -> Option<f64> {
    (value <= 1 << 53).then_some(value as f64)
}

impl Kernel {
    /// The places of rows in the table, four in a word; `None` if there is an unknown code.
    ///
    /// All codes but unknown ones are below 2^15, and so are places.
    #[inline]
    fn find_words(&self, codes: &[&[u16]], places: &mut [u64]) -> Option<()> {
        let mut unknown = 0_u64;
        for (column, (stride, count)) in codes.iter().zip(&self.strides) {
            let stride = u64::from(*stride);
            // Added to a code that is too large it sets the highest bit of 16.
            let beyond = 0x8000_u64.saturating_sub(u64::from(*count)).wrapping_mul(EVERY);
            let (words, rest) = column.as_chunks::<LANES>();
            let mut last = [0; LANES];
            for (code, place) in rest.iter().zip(&mut last) {
                *place = *code;
            }
            for (codes, places) in words.iter().chain(std::iter::once(&last)).zip(&mut *places) {
                let word = word(*codes);
                unknown |= word | (word & !HIGHEST).wrapping_add(beyond);
                *places = places.wrapping_add(word.wrapping_mul(stride));
            }
        }
        if unknown & HIGHEST == 0 { Some(()) } else { None }
    }

    /// As [`Kernel::chunk`].
    #[inline]
    fn float_chunk(
        &self,
        codes: &[&[u16]],
        areas: &[f64],
        unit_prices: &mut [f64],
        totals: &mut [f64],
    ) -> Option<(f64, f64)> {
        let floats = self.floats.as_ref()?;
        let mut places = [0_u64; WORDS];
        self.find_words(codes, &mut places)?;
        let cells = self.cells.as_slice();
        match self.basis {
            PriceBasis::UnitFirst => {
                floats.rows(cells, &places, areas, unit_prices, totals, |value, _, _| value)
            }
            PriceBasis::TotalFirst => {
                floats.rows(cells, &places, areas, unit_prices, totals, |_, total, area| {
                    // Half the area, rounded down.
                    let half = rounded(area * 0.5 - 0.25);
                    quotient(total * 10_000.0 + half, |dividend| dividend / area)
                })
            }
        }
    }
}

/// Four codes as one word, the first one lowest.
#[inline]
fn word([a, b, c, d]: [u16; LANES]) -> u64 {
    u64::from(a) | (u64::from(b) << 16) | (u64::from(c) << 32) | (u64::from(d) << 48)
}

impl CompiledScheme {
    /// Prices rows that come in parts, as [`CompiledScheme::price_next`], whole numbers in floats.
    ///
    /// False if it cannot: some row needs the exact arithmetic of `price_next` or is wrong. Then
    /// nothing was added to `sums`, and what was written does not count.
    #[inline]
    pub fn price_floats(&self, columns: FloatColumns<'_>, sums: &mut ColumnSums) -> bool {
        self.floats_priced(columns, sums).is_some()
    }

    #[inline]
    fn floats_priced(&self, columns: FloatColumns<'_>, sums: &mut ColumnSums) -> Option<()> {
        let kernel = self.kernel.as_ref()?;
        let FloatColumns { codes, areas, unit_prices, totals } = columns;
        let rows = areas.len();
        let as_long = |length: usize| length == rows;
        let alike = codes.iter().all(|column| as_long(column.len()));
        if !(alike
            && codes.len() == self.axes.len()
            && as_long(unit_prices.len())
            && as_long(totals.len()))
        {
            return None;
        }
        let (mut area_sum, mut total_sum) = (0_i128, 0_i128);
        let mut first = 0_usize;
        let mut parts: [&[u16]; 32] = [&[]; 32];
        let parts = parts.get_mut(..codes.len())?;
        let chunks = unit_prices.chunks_mut(CHUNK).zip(totals.chunks_mut(CHUNK));
        for ((unit_prices, totals), areas) in chunks.zip(areas.chunks(CHUNK)) {
            let last = first.saturating_add(areas.len());
            for (part, column) in parts.iter_mut().zip(codes) {
                *part = column.get(first..last)?;
            }
            let (area, total) = kernel.float_chunk(parts, areas, unit_prices, totals)?;
            area_sum = area_sum.saturating_add(i128::from(area as i64));
            total_sum = total_sum.saturating_add(i128::from(total as i64));
            first = last;
        }
        sums.add(rows, area_sum, total_sum);
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn quotients_are_exact(bits in 0_u32..50, odd: u64, steps: u64, rest: u64) {
            let divisor = (1 << bits) | (odd & ((1 << bits) - 1));
            let steps = steps % ((1_u64 << 50) / divisor).max(1);
            for dividend in [divisor * steps, divisor * steps + rest % divisor, divisor * (steps + 1) - 1] {
                if dividend < 1 << 50 {
                    let (n, d) = (dividend as f64, divisor as f64);
                    let inverse = 1.0 / d;
                    prop_assert_eq!(quotient(n, |n| n * inverse) as u64, steps);
                    prop_assert_eq!(quotient(n, |n| n / d) as u64, steps);
                }
            }
        }

        #[test]
        fn codes_stay_in_their_place(codes: [u16; 4], stride in 1_u16..3) {
            let codes = codes.map(|code| code >> 2);
            let found = word(codes) * u64::from(stride);
            let lanes = [0, 16, 32, 48].map(|shift| found >> shift & 0xffff);
            prop_assert_eq!(lanes, codes.map(|code| u64::from(code * stride)));
        }

        #[test]
        fn whole_numbers_stay_and_others_do_not(whole in 0_u64..(1 << 40), part in 0.001..0.999_f64) {
            prop_assert_eq!(rounded(whole as f64) as u64, whole);
            prop_assert_ne!(rounded(whole as f64 + part), whole as f64 + part);
        }
    }
}
