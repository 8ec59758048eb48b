//! The loop over columns of another kind of whole numbers than `i64`.

use super::kernel::CHUNK;
use super::{ColumnSums, CompiledScheme};

/// A whole number as a host has it in its arrays. Amounts are computed in integers all the same:
/// this only turns one into the other.
pub trait WholeNumber: Copy + PartialEq {
    /// Counts from 0 to here are exact.
    const MOST: u64;

    /// The count. For other numbers than whole ones from 0 to [`WholeNumber::MOST`] one outside of
    /// that, or one from which [`WholeNumber::of`] does not give the number back.
    fn count(self) -> i64;

    /// The number of a count from 0 to [`WholeNumber::MOST`].
    fn of(count: i64) -> Self;
}

impl WholeNumber for i64 {
    const MOST: u64 = i64::MAX.cast_unsigned();

    #[inline]
    fn count(self) -> i64 {
        self
    }

    #[inline]
    fn of(count: i64) -> i64 {
        count
    }
}

/// Columns of whole numbers: what [`CompiledScheme::price_whole`] reads and writes.
#[derive(Debug)]
pub struct WholeColumns<'a, N> {
    /// One column an axis.
    pub codes: &'a [&'a [u16]],
    /// Areas in 0.0001 m².
    pub areas: &'a [N],
    /// Unit prices in fen per m² of the area basis.
    pub unit_prices: &'a mut [N],
    /// Totals in fen.
    pub totals: &'a mut [N],
}

impl CompiledScheme {
    /// Prices rows that come in parts, as [`CompiledScheme::price_next`], from and into numbers of
    /// the host.
    ///
    /// False if it cannot: some row needs the exact arithmetic of `price_next` or is wrong. Then
    /// nothing was added to `sums`, and what was written does not count.
    #[inline(always)]
    pub fn price_whole<N: WholeNumber>(
        &self,
        columns: WholeColumns<'_, N>,
        sums: &mut ColumnSums,
    ) -> bool {
        self.whole_priced(columns, sums).is_some()
    }

    #[inline(always)]
    fn whole_priced<N: WholeNumber>(
        &self,
        columns: WholeColumns<'_, N>,
        sums: &mut ColumnSums,
    ) -> Option<()> {
        let kernel = self.kernel.as_ref().filter(|kernel| kernel.dearest <= N::MOST)?;
        let WholeColumns { codes, areas, unit_prices, totals } = columns;
        let rows = areas.len();
        let alike = codes.iter().all(|column| column.len() == rows)
            && codes.len() == self.axes.len()
            && unit_prices.len() == rows
            && totals.len() == rows;
        if !alike {
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
            let (area, total) = kernel.chunk(parts, areas, unit_prices, totals)?;
            area_sum = area_sum.saturating_add(i128::from(area));
            total_sum = total_sum.saturating_add(i128::from(total));
            first = last;
        }
        sums.add(rows, area_sum, total_sum);
        Some(())
    }
}
