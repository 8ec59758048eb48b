//! Columns: units by code and area, prices, and their sums.

use crate::error::{Code, Error, Result};
use crate::number::{Area, Money, UnitPrice};
use crate::pricing::price::per_area;

/// Units as columns: one code a unit for every axis, and areas.
#[derive(Debug, Clone, Default)]
pub struct Columns {
    /// One column an axis, in the order of [`axes`](super::CompiledScheme::axes).
    pub codes: Vec<Vec<u16>>,
    /// Areas that prices are per, in 0.0001 m².
    pub areas: Vec<i64>,
    /// Gift areas in 0.0001 m²; empty if the scheme does not charge them.
    pub gift_areas: Vec<i64>,
    /// Lump sums in fen; empty if the scheme has none.
    pub lump_sums: Vec<i64>,
}

/// Borrowed columns: what [`price`](super::CompiledScheme::price) reads.
#[derive(Debug, Clone, Copy)]
pub struct ColumnsView<'a, C> {
    /// One column an axis.
    pub codes: &'a [C],
    /// Areas in 0.0001 m².
    pub areas: &'a [i64],
    /// Gift areas in 0.0001 m², or empty.
    pub gift_areas: &'a [i64],
    /// Lump sums in fen, or empty.
    pub lump_sums: &'a [i64],
}

/// Where prices are written: one element a unit.
#[derive(Debug)]
pub struct PricedColumns<'a> {
    /// Unit prices in fen per m² of the area basis.
    pub unit_prices: &'a mut [i64],
    /// Totals in fen.
    pub totals: &'a mut [i64],
}

/// Sums over all rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnTotals {
    /// Rows priced.
    pub units: u64,
    /// Σ area of the area basis, m².
    pub area: Area,
    /// Σ total, yuan.
    pub total: Money,
}

impl ColumnTotals {
    /// Σ total ÷ Σ area, half up to 0.01 (handbook §2.6), as the summaries of a price table have it;
    /// `None` without area.
    ///
    /// # Errors
    /// [`Code::NumberOverflow`].
    pub fn average(&self) -> Result<Option<UnitPrice>> {
        let per_area = || per_area(self.total, self.area);
        self.area.is_positive().then(per_area).transpose()
    }
}

impl Columns {
    /// The columns, borrowed.
    #[must_use]
    pub fn view(&self) -> ColumnsView<'_, Vec<u16>> {
        ColumnsView {
            codes: &self.codes,
            areas: &self.areas,
            gift_areas: &self.gift_areas,
            lump_sums: &self.lump_sums,
        }
    }
}

/// Sums over rows that come in parts, see [`price_next`](super::CompiledScheme::price_next).
#[derive(Debug, Clone, Default)]
pub struct ColumnSums {
    pub(super) units: usize,
    pub(super) area: i128,
    pub(super) total: i128,
}

impl ColumnSums {
    /// The sums of all parts.
    ///
    /// # Errors
    /// [`Code::NumberOverflow`].
    pub fn totals(&self) -> Result<ColumnTotals> {
        let overflow = |_| Error::new(Code::NumberOverflow);
        Ok(ColumnTotals {
            units: u64::try_from(self.units).map_err(overflow)?,
            area: Area::from_ten_thousandths(i64::try_from(self.area).map_err(overflow)?),
            total: Money::from_fen(i64::try_from(self.total).map_err(overflow)?),
        })
    }
}

impl ColumnSums {
    /// Adds the sums of some rows.
    pub(super) fn add(&mut self, rows: usize, area: i128, total: i128) {
        self.units = self.units.saturating_add(rows);
        self.area = self.area.saturating_add(area);
        self.total = self.total.saturating_add(total);
    }
}

/// Columns of whole numbers: what [`price_whole`](super::CompiledScheme::price_whole) reads and writes.
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
