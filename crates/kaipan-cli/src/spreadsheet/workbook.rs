//! Workbooks: xlsx, xls, ods and xlsb.

use super::decimal::plain;
use super::kind::Format;
use super::ods_merged;
use super::refusal::Refusal;
use super::sheets::{Filling, cell};
use calamine::{
    Data, DataRef, ExcelDateTime, Ods, OdsError, Range, Reader, Xls, XlsError, Xlsb, XlsbError,
    Xlsx, XlsxError,
};
use kaipan::project::{CellKind, SheetCell, Worksheet};
use std::fmt::Display;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use zip::ZipArchive;

type Bytes = Cursor<Vec<u8>>;

/// The sheets of a workbook.
///
/// # Errors
/// Workbooks that are protected, damaged or far too large.
pub(super) fn sheets(bytes: Vec<u8>, format: Format) -> Result<Vec<Worksheet>, Refusal> {
    if format != Format::Xls {
        check_unpacked(&bytes)?;
    }
    // The reader of workbooks is not ours: should it panic at a damaged one, that is no error of
    // this program.
    let hook = take_hook();
    set_hook(Box::new(|_| {}));
    let read = catch_unwind(AssertUnwindSafe(|| match format {
        Format::Xlsx => xlsx(bytes),
        Format::Xls => xls(bytes),
        Format::Ods => ods(bytes),
        Format::Xlsb => xlsb(bytes),
    }));
    set_hook(hook);
    read.unwrap_or(Err(Refusal::DAMAGED))
}

/// Refuses what would fill the memory when it is unpacked.
fn check_unpacked(bytes: &[u8]) -> Result<(), Refusal> {
    const MOST: u64 = 1 << 30;
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::DAMAGED)?;
    let unpacked = archive.decompressed_size().unwrap_or(0);
    if unpacked > u128::from(MOST) { Err(Refusal::TOO_LARGE) } else { Ok(()) }
}

fn xlsx(bytes: Vec<u8>) -> Result<Vec<Worksheet>, Refusal> {
    let refuse = |error: XlsxError| match error {
        XlsxError::Password => Refusal::LOCKED,
        _ => Refusal::DAMAGED,
    };
    let mut book: Xlsx<Bytes> = Xlsx::new(Cursor::new(bytes)).map_err(refuse)?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let mut filling = Filling::new(&name);
        // Sheets of charts have no cells.
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else { continue };
        while let Some(next) = cells.next_cell_with_formula().map_err(refuse)? {
            let formula = next.formula.unwrap_or_default();
            let cell = match next.value {
                DataRef::Empty if !formula.is_empty() => {
                    Some(cell(&format!("={formula}"), CellKind::Formula))
                }
                value => content(&value.into()),
            };
            if let Some(cell) = cell {
                filling.put(next.pos, cell)?;
            }
        }
        drop(cells);
        for merged in book.merge_cells_by_sheet_name(&name).unwrap_or_default() {
            filling.merge(merged.start, merged.end);
        }
        sheets.push(filling.done());
    }
    Ok(sheets)
}

fn xls(bytes: Vec<u8>) -> Result<Vec<Worksheet>, Refusal> {
    let mut book: Xls<Bytes> = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => Refusal::LOCKED,
        _ => Refusal::DAMAGED,
    })?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let mut filling = filled(&name, book.worksheet_range(&name))?;
        for merged in book.merge_cells_by_sheet_name(&name).unwrap_or_default() {
            filling.merge(merged.start, merged.end);
        }
        sheets.push(filling.done());
    }
    Ok(sheets)
}

fn ods(bytes: Vec<u8>) -> Result<Vec<Worksheet>, Refusal> {
    let merged = ods_merged::of(&bytes);
    let mut book: Ods<Bytes> = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
        OdsError::Password => Refusal::LOCKED,
        _ => Refusal::DAMAGED,
    })?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let mut filling = filled(&name, book.worksheet_range(&name))?;
        for (first, last) in merged.get(&name).into_iter().flatten() {
            filling.merge(*first, *last);
        }
        sheets.push(filling.done());
    }
    Ok(sheets)
}

fn xlsb(bytes: Vec<u8>) -> Result<Vec<Worksheet>, Refusal> {
    let mut book: Xlsb<Bytes> = Xlsb::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsbError::Password => Refusal::LOCKED,
        _ => Refusal::DAMAGED,
    })?;
    let names = book.sheet_names();
    let sheets =
        names.into_iter().map(|name| Ok(filled(&name, book.worksheet_range(&name))?.done()));
    sheets.collect()
}

/// A sheet with the cells of a range.
fn filled<E>(name: &str, range: Result<Range<Data>, E>) -> Result<Filling, Refusal> {
    let range = range.map_err(|_| Refusal::DAMAGED)?;
    let (first_row, first_column) = range.start().unwrap_or_default();
    let mut filling = Filling::new(name);
    for (row, column, value) in range.used_cells() {
        let Some(cell) = content(value) else { continue };
        let at = |first: u32, more: usize| u32::try_from(more).ok()?.checked_add(first);
        let (Some(row), Some(column)) = (at(first_row, row), at(first_column, column)) else {
            return Err(Refusal::TOO_LARGE);
        };
        filling.put((row, column), cell)?;
    }
    Ok(filling)
}

/// What a cell holds; none if it is empty.
fn content(value: &Data) -> Option<SheetCell> {
    let shown = |value: &dyn Display, kind| Some(cell(&value.to_string(), kind));
    match value {
        Data::Empty => None,
        Data::String(text) if text.is_empty() => None,
        Data::String(text) => Some(cell(text, CellKind::Text)),
        Data::Int(number) => shown(number, CellKind::Number),
        Data::Float(number) => plain(*number).map(|text| cell(&text, CellKind::Number)),
        Data::Bool(yes) => shown(yes, CellKind::YesNo),
        Data::DateTime(date) => Some(cell(&day(date), CellKind::Date)),
        Data::DateTimeIso(text) | Data::DurationIso(text) => Some(cell(text, CellKind::Date)),
        Data::Error(error) => shown(error, CellKind::Error),
    }
}

/// The day of a date, and the time of day if it has one.
fn day(date: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let day = format!("{year:04}-{month:02}-{day:02}");
    match (hour, minute, second) {
        (0, 0, 0) => day,
        _ => format!("{day} {hour:02}:{minute:02}:{second:02}"),
    }
}
