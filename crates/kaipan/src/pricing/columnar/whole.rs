//! The loop over columns of another kind of whole numbers than `i64`.

use super::columns::{ColumnSums, WholeColumns};
use super::compiled::CompiledScheme;
use super::kernel::CHUNK;
use super::whole_number::WholeNumber;

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
