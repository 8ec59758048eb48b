//! Running a compiled scheme over columns.

use super::axis::terms;
use super::columns::{ColumnSums, ColumnTotals, ColumnsView, PricedColumns};
use super::compiled::CompiledScheme;
use super::kernel::CHUNK;
use crate::error::{Code, Error, Input, Result};
use crate::number::{Area, Money};
use crate::pricing::price::Pricer;
use crate::pricing::price::{Price, Size};
use crate::pricing::scheme::chinese_label;

/// Rows of a part that go through exact arithmetic.
#[derive(Clone, Copy)]
struct ExactRows<'a> {
    /// Place of the first one in its part.
    first: usize,
    /// Rows of earlier parts.
    before: usize,
    areas: &'a [i64],
}

impl CompiledScheme {
    /// Prices every row into `out` and adds up.
    ///
    /// # Errors
    /// [`Code::PricingColumnLength`] when columns differ in length; otherwise the error of the
    /// first row that has one, with the row (counted from 0) as its place:
    /// [`Code::PricingColumnCode`], [`Code::PricingColumnArea`], [`Code::PricingNotPositive`],
    /// [`Code::NumberOverflow`]. What was written to `out` does not count then.
    pub fn price<C: AsRef<[u16]>>(
        &self,
        columns: &ColumnsView<'_, C>,
        out: PricedColumns<'_>,
    ) -> Result<ColumnTotals> {
        let mut sums = ColumnSums::default();
        self.price_next(columns, out, &mut sums)?;
        sums.totals()
    }

    /// Prices rows that come in parts: those of this part follow the ones already in `sums`.
    ///
    /// # Errors
    /// As [`CompiledScheme::price`]; rows are counted from the first part on. What was added to
    /// `sums` does not count then.
    pub fn price_next<C: AsRef<[u16]>>(
        &self,
        columns: &ColumnsView<'_, C>,
        out: PricedColumns<'_>,
        sums: &mut ColumnSums,
    ) -> Result<()> {
        let codes = columns.codes.iter().map(|column| column.as_ref().len());
        let others = [
            columns.gift_areas.len(),
            columns.lump_sums.len(),
            out.unit_prices.len(),
            out.totals.len(),
        ];
        self.check_lengths(columns.areas.len(), codes, others)?;
        let pricer = Pricer::new(&self.scheme, &self.arithmetic, &self.base)?;
        let before = sums.units;
        let mut first = 0_usize;
        let chunks = out.unit_prices.chunks_mut(CHUNK).zip(out.totals.chunks_mut(CHUNK));
        let mut codes: [&[u16]; 32] = [&[]; 32];
        for ((unit_prices, totals), areas) in chunks.zip(columns.areas.chunks(CHUNK)) {
            let last = first.saturating_add(areas.len());
            let fast = self.kernel.as_ref().and_then(|kernel| {
                let codes = codes.get_mut(..columns.codes.len())?;
                for (chunk, column) in codes.iter_mut().zip(columns.codes) {
                    *chunk = column.as_ref().get(first..last)?;
                }
                kernel.chunk(codes, areas, unit_prices, totals)
            });
            let (area, total) = match fast {
                Some((area, total)) => (i128::from(area), i128::from(total)),
                None => {
                    let rows = ExactRows { first, before, areas };
                    self.exact(&pricer, columns, rows, unit_prices, totals)?
                }
            };
            sums.area = sums.area.saturating_add(area);
            sums.total = sums.total.saturating_add(total);
            first = last;
        }
        sums.units = before.saturating_add(first);
        Ok(())
    }

    /// Checks the lengths of columns: `codes` of each column of codes, `others` of gift areas, lump
    /// sums, unit prices and totals. [`CompiledScheme::price`] does it too; this is for hosts that
    /// give their rows in parts.
    ///
    /// # Errors
    /// [`Code::PricingColumnLength`].
    pub fn check_lengths(
        &self,
        rows: usize,
        codes: impl ExactSizeIterator<Item = usize>,
        others: [usize; 4],
    ) -> Result<()> {
        self.check_axes(codes.len())?;
        for (at, (found, axis)) in codes.zip(&self.axes).enumerate() {
            if found != rows {
                return Err(unlike(&axis.name, found, rows).at(at).at("codes"));
            }
        }
        let gift = if self.scheme.gift.is_some() { rows } else { 0 };
        let lumps = if self.scheme.lump_sums.is_empty() { 0 } else { rows };
        let names = ["gift_areas", "lump_sums", "unit_prices", "totals"];
        let expected = [gift, lumps, rows, rows];
        for ((name, found), expected) in names.into_iter().zip(others).zip(expected) {
            if found != expected {
                return Err(unlike(name, found, expected).at(name));
            }
        }
        Ok(())
    }

    /// Checks the number of columns of codes, for hosts that must not follow pointers before.
    ///
    /// # Errors
    /// [`Code::PricingColumnLength`].
    pub fn check_axes(&self, found: usize) -> Result<()> {
        match self.axes.len() {
            expected if expected == found => Ok(()),
            expected => Err(unlike("codes", found, expected).at("codes")),
        }
    }

    /// The same rows through exact arithmetic.
    fn exact<C: AsRef<[u16]>>(
        &self,
        pricer: &Pricer<'_>,
        columns: &ColumnsView<'_, C>,
        rows: ExactRows<'_>,
        unit_prices: &mut [i64],
        totals: &mut [i64],
    ) -> Result<(i128, i128)> {
        let (mut area_sum, mut total_sum) = (0_i128, 0_i128);
        let out = unit_prices.iter_mut().zip(totals);
        for ((row, area), (unit_price, total)) in (rows.first..).zip(rows.areas).zip(out) {
            let counted = rows.before.saturating_add(row);
            let price = self
                .exact_row(pricer, columns, row, counted, *area)
                .map_err(|error| error.at(counted).within(Input::Rows))?;
            *unit_price = price.unit.micros().checked_div(10_000).unwrap_or(0);
            *total = price.total.fen();
            area_sum = area_sum.saturating_add(i128::from(*area));
            total_sum = total_sum.saturating_add(i128::from(price.total.fen()));
        }
        Ok((area_sum, total_sum))
    }

    fn exact_row<C: AsRef<[u16]>>(
        &self,
        pricer: &Pricer<'_>,
        columns: &ColumnsView<'_, C>,
        row: usize,
        counted: usize,
        area: i64,
    ) -> Result<Price> {
        let area = Area::from_ten_thousandths(area);
        if !area.is_positive() {
            let error = Error::new(Code::PricingColumnArea).with("row", counted);
            return Err(error.with("value", area));
        }
        let at = |column: &C| column.as_ref().get(row).copied().unwrap_or(0);
        for (column, axis) in columns.codes.iter().zip(&self.axes) {
            let code = at(column);
            if code >= axis.codes {
                let error = Error::new(Code::PricingColumnCode).with("row", counted);
                let error = error.with("factor_zh", chinese_label(&axis.name));
                return Err(error.with("factor", &axis.name).with("value", code));
            }
        }
        let terms = terms(&self.arithmetic, &self.spots, columns.codes.iter().map(at))?;
        let gift = columns.gift_areas.get(row).copied().unwrap_or(0);
        let lump = columns.lump_sums.get(row).copied().unwrap_or(0);
        let size =
            Size { area, gift: Area::from_ten_thousandths(gift), lump_sum: Money::from_fen(lump) };
        pricer.price(&pricer.raw(&terms, size)?, area)
    }
}

fn unlike(column: &str, found: usize, expected: usize) -> Error {
    let error = Error::new(Code::PricingColumnLength).with("column", column);
    error.with("found", found).with("expected", expected)
}
