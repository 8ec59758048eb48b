//! What JavaScript copies rows into, a part at a time, and prices out of. So memory does not grow
//! with the number of rows, and a part stays in the cache.

use super::column::Column;
use crate::numbers::{Number, numbers, whole as integers};
use kaipan::error::Result;
use kaipan::pricing::{
    ColumnSums, ColumnTotals, ColumnsView, CompiledScheme, PricedColumns, WholeColumns,
};

/// Rows of a part.
pub(crate) const ROWS: usize = 4_096;

/// What a part is read from and written to.
#[derive(Default)]
pub(crate) struct Buffers {
    /// Codes, one axis after the other, [`ROWS`] each.
    codes: Column<u16>,
    areas: Column<Number>,
    gift_areas: Column<Number>,
    lump_sums: Column<Number>,
    unit_prices: Column<Number>,
    totals: Column<Number>,
    exact: Exact,
    sums: ColumnSums,
    /// Rows priced so far.
    counted: usize,
    axes: usize,
    gift_areas_given: bool,
    lump_sums_given: bool,
}

/// The same columns in integers, where they are needed.
#[derive(Default)]
struct Exact {
    areas: Vec<i64>,
    gift_areas: Vec<i64>,
    lump_sums: Vec<i64>,
    unit_prices: Vec<i64>,
    totals: Vec<i64>,
}

impl Exact {
    fn resize(&mut self, rows: usize) {
        let Exact { areas, gift_areas, lump_sums, unit_prices, totals } = self;
        for column in [areas, gift_areas, lump_sums, unit_prices, totals] {
            column.resize(rows, 0);
        }
    }
}

impl Buffers {
    /// Begins with the first row.
    pub(crate) fn begin(&mut self, axes: usize, gift_areas: bool, lump_sums: bool) {
        self.sums = ColumnSums::default();
        self.counted = 0;
        self.axes = axes;
        self.gift_areas_given = gift_areas;
        self.lump_sums_given = lump_sums;
        self.codes.resize(ROWS * axes);
        let Buffers { areas, gift_areas, lump_sums, unit_prices, totals, .. } = self;
        for column in [areas, gift_areas, lump_sums, unit_prices, totals] {
            column.resize(ROWS);
        }
    }

    /// Where codes, areas, gift areas, lump sums, unit prices and totals lie.
    #[must_use]
    pub(crate) fn places(&self) -> [usize; 6] {
        [
            self.codes.place(),
            self.areas.place(),
            self.gift_areas.place(),
            self.lump_sums.place(),
            self.unit_prices.place(),
            self.totals.place(),
        ]
    }

    /// Prices the rows that were filled in.
    ///
    /// # Errors
    /// As [`CompiledScheme::price_next`]; numbers that are not whole or too large.
    #[inline(never)]
    // The loop is inlined and several rows are done at once.
    #[cfg_attr(target_family = "wasm", target_feature(enable = "simd128"))]
    pub(crate) fn price(&mut self, scheme: &CompiledScheme, rows: usize) -> Result<()> {
        let rows = rows.min(ROWS);
        let codes = by_axis(&self.codes, self.axes, rows);
        let whole = WholeColumns {
            codes: &codes,
            areas: self.areas.rows(rows),
            unit_prices: self.unit_prices.rows_mut(rows),
            totals: self.totals.rows_mut(rows),
        };
        if !scheme.price_whole(whole, &mut self.sums) {
            self.price_exactly(scheme, rows)?;
        }
        self.counted += rows;
        Ok(())
    }

    /// As [`Buffers::price`], for rows that are not right or need exact arithmetic.
    #[inline(never)]
    fn price_exactly(&mut self, scheme: &CompiledScheme, rows: usize) -> Result<()> {
        let buffers = self;
        let gift = if buffers.gift_areas_given { rows } else { 0 };
        let lump = if buffers.lump_sums_given { rows } else { 0 };
        let Buffers { exact, counted, .. } = buffers;
        exact.resize(ROWS);
        integers(buffers.areas.rows(rows), &mut exact.areas[..rows], "areas", *counted)?;
        integers(
            buffers.gift_areas.rows(gift),
            &mut exact.gift_areas[..gift],
            "gift_areas",
            *counted,
        )?;
        integers(
            buffers.lump_sums.rows(lump),
            &mut exact.lump_sums[..lump],
            "lump_sums",
            *counted,
        )?;
        let codes = by_axis(&buffers.codes, buffers.axes, rows);
        let view = ColumnsView {
            codes: &codes,
            areas: &exact.areas[..rows],
            gift_areas: &exact.gift_areas[..gift],
            lump_sums: &exact.lump_sums[..lump],
        };
        let out = PricedColumns {
            unit_prices: &mut exact.unit_prices[..rows],
            totals: &mut exact.totals[..rows],
        };
        scheme.price_next(&view, out, &mut buffers.sums)?;
        numbers(&exact.unit_prices[..rows], buffers.unit_prices.rows_mut(rows), *counted)?;
        numbers(&exact.totals[..rows], buffers.totals.rows_mut(rows), *counted)
    }

    /// The sums of all parts.
    ///
    /// # Errors
    /// Sums that are too large.
    pub(crate) fn totals(&self) -> Result<ColumnTotals> {
        self.sums.totals()
    }
}

/// The codes of each axis.
fn by_axis(codes: &Column<u16>, axes: usize, rows: usize) -> Vec<&[u16]> {
    codes.rows(axes * ROWS).chunks(ROWS).map(|column| &column[..rows]).collect()
}
