//! Columns of units, between C's pointers and the core's slices.

use crate::arrays::{array, optional};
use kaipan::error::Result;
use kaipan::pricing::{ColumnTotals, Columns, ColumnsView};
use std::ptr;

/// Units as columns. The arrays belong to whoever filled this in; the library only reads them,
/// during the call.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct KpColumns {
    /// Number of units: the length of every array below.
    pub rows: usize,
    /// One array for every axis of the scheme, with the code of each unit.
    pub codes: *const *const u16,
    /// Number of arrays in `codes`: `kp_compiled_scheme_axis_count`.
    pub axes: usize,
    /// Areas that prices are per, in 0.0001 m².
    pub areas: *const i64,
    /// Gift areas in 0.0001 m²; NULL if the scheme does not charge them.
    pub gift_areas: *const i64,
    /// Lump sums in fen; NULL if the scheme has none.
    pub lump_sums: *const i64,
}

/// Sums over all rows.
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KpColumnTotals {
    /// Rows priced.
    pub units: u64,
    /// Sum of the areas, in 0.0001 m².
    pub area: i64,
    /// Sum of the totals, in fen.
    pub total: i64,
}

impl From<ColumnTotals> for KpColumnTotals {
    fn from(sums: ColumnTotals) -> KpColumnTotals {
        KpColumnTotals {
            units: sums.units,
            area: sums.area.ten_thousandths(),
            total: sums.total.fen(),
        }
    }
}

/// The columns of a compiled scheme with the pointers that a [`KpColumns`] needs.
pub(crate) struct Lent {
    columns: Columns,
    codes: Vec<*const u16>,
}

// SAFETY: the pointers lead into `columns`, which nobody changes; shared reading is what `Columns`
// allows too.
unsafe impl Send for Lent {}
// SAFETY: as above.
unsafe impl Sync for Lent {}

impl Lent {
    pub(crate) fn new(columns: Columns) -> Lent {
        let codes = columns.codes.iter().map(|column| column.as_ptr()).collect();
        Lent { columns, codes }
    }

    pub(crate) fn lend(&self) -> KpColumns {
        let or_null = |column: &Vec<i64>| {
            if column.is_empty() { ptr::null() } else { column.as_ptr() }
        };
        KpColumns {
            rows: self.columns.areas.len(),
            codes: self.codes.as_ptr(),
            axes: self.codes.len(),
            areas: self.columns.areas.as_ptr(),
            gift_areas: or_null(&self.columns.gift_areas),
            lump_sums: or_null(&self.columns.lump_sums),
        }
    }
}

/// The code columns as slices; the number of axes has been compared with the scheme's.
///
/// # Safety
/// As written at [`KpColumns`], for `'a`.
pub(crate) unsafe fn codes<'a>(columns: &KpColumns) -> Result<Vec<&'a [u16]>> {
    // SAFETY: the caller promises `axes` pointers.
    let pointers = unsafe { array("codes", columns.codes, columns.axes) }?;
    // SAFETY: the caller promises `rows` codes behind each.
    pointers.iter().map(|column| unsafe { array("codes", *column, columns.rows) }).collect()
}

/// The columns as the core reads them.
///
/// # Safety
/// As written at [`KpColumns`], for `'a`.
pub(crate) unsafe fn view<'a>(
    columns: &KpColumns,
    codes: &'a [&'a [u16]],
) -> Result<ColumnsView<'a, &'a [u16]>> {
    let rows = columns.rows;
    Ok(ColumnsView {
        codes,
        // SAFETY: the caller promises `rows` elements.
        areas: unsafe { array("areas", columns.areas, rows) }?,
        // SAFETY: the caller promises NULL or `rows` elements.
        gift_areas: unsafe { optional("gift_areas", columns.gift_areas, rows) }?,
        // SAFETY: as above.
        lump_sums: unsafe { optional("lump_sums", columns.lump_sums, rows) }?,
    })
}
