//! Columns of units, between C's pointers and the core's slices.

use crate::text::bad_argument;
use kaipan::error::Result;
use kaipan::pricing::{ColumnTotals, Columns, ColumnsView};
use std::{ptr, slice};

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
    let optional = |name, column: *const i64| {
        // SAFETY: the caller promises NULL or `rows` elements.
        if column.is_null() { Ok(&[][..]) } else { unsafe { array(name, column, rows) } }
    };
    Ok(ColumnsView {
        codes,
        // SAFETY: the caller promises `rows` elements.
        areas: unsafe { array("areas", columns.areas, rows) }?,
        gift_areas: optional("gift_areas", columns.gift_areas)?,
        lump_sums: optional("lump_sums", columns.lump_sums)?,
    })
}

/// An array of the host; NULL is allowed for no elements.
///
/// # Safety
/// `start` is NULL or points to `len` elements that live and stay as they are for `'a`.
unsafe fn array<'a, T>(name: &str, start: *const T, len: usize) -> Result<&'a [T]> {
    check(name, start, len)?;
    // SAFETY: checked, and the caller promises the elements.
    Ok(if len == 0 { &[] } else { unsafe { slice::from_raw_parts(start, len) } })
}

/// An array of the host to be written, set to zero: hosts pass fresh memory, and a slice is of
/// values. NULL is allowed for no elements.
///
/// # Safety
/// `start` is NULL or points to memory for `len` elements that nobody else uses for `'a`.
pub(crate) unsafe fn array_out<'a>(
    name: &str,
    start: *mut i64,
    len: usize,
) -> Result<&'a mut [i64]> {
    check(name, start, len)?;
    if len == 0 {
        return Ok(&mut []);
    }
    // SAFETY: checked, and the caller promises the memory; zero bytes are an i64.
    Ok(unsafe {
        start.write_bytes(0, len);
        slice::from_raw_parts_mut(start, len)
    })
}

fn check<T>(name: &str, start: *const T, len: usize) -> Result<()> {
    if len == 0 {
        return Ok(());
    }
    if start.is_null() {
        return Err(bad_argument(name, "是空指针", "is NULL"));
    }
    if !start.is_aligned() {
        return Err(bad_argument(name, "未对齐", "is not aligned"));
    }
    if len.checked_mul(size_of::<T>()).is_none_or(|bytes| bytes > usize::MAX >> 1) {
        return Err(bad_argument("rows", "多得不可能", "are more than there can be"));
    }
    Ok(())
}
