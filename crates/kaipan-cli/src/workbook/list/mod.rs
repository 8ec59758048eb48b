//! The list of the homes: one row a home, which `kaipan price` and `kaipan import` read back to the
//! same units.
//!
//! The first row has the titles that the reader knows. What a unit has stands as it was given; what
//! was computed stands under titles that the reader skips. Units that the table leaves out keep
//! their row, hidden.

mod columns;
mod results;

use super::sheet::{A4, Sheet, exact, room};
use super::style::{TEXT, severe};
use super::{Book, Result};
use crate::price::marks;
use columns::{Column, columns};
use kaipan::pricing::TableRow;
use rust_xlsxwriter::{Format, Worksheet};
use std::collections::HashMap;

/// Widest and narrowest column, in letters.
const WIDEST: u16 = 40;
const NARROWEST: u16 = 8;
/// Cells that are looked at for the width of a column.
const LOOKED_AT: usize = 400;

pub(super) fn sheet(book: &Book<'_>, name: &str) -> Result<Worksheet> {
    let rows: HashMap<&str, &TableRow> =
        book.priced.table.rows.iter().map(|row| (row.unit_no.as_str(), row)).collect();
    let rows: Vec<Option<&TableRow>> =
        book.priced.units.iter().map(|unit| rows.get(unit.unit_no.as_str()).copied()).collect();
    let (columns, printed) = columns(book, &rows);
    let mut sheet = Sheet::new(book, name, A4)?;
    titles(&mut sheet, &columns)?;
    let styles = sheet.styles();
    let formats: Vec<Format> = columns
        .iter()
        .map(|column| match column.format {
            TEXT => styles.text.clone(),
            format => styles.number(format),
        })
        .collect();
    for (at, row) in rows.iter().enumerate() {
        let trouble = row.and_then(marks::trouble);
        for (number, (column, format)) in (0_u16..).zip(columns.iter().zip(&formats)) {
            let text = column.cells.get(at).map_or("", String::as_str);
            match trouble {
                Some(kind) if number == 0 => {
                    cell(&mut sheet, number, column, text, &severe(format.clone(), kind))?;
                }
                _ => cell(&mut sheet, number, column, text, format)?,
            }
        }
        if row.is_none() {
            sheet.worksheet.set_row_hidden(sheet.row)?;
        }
        sheet.next();
    }
    let last = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(0);
    sheet.worksheet.autofilter(0, 0, sheet.row.saturating_sub(1), last)?;
    let printed = u16::try_from(printed.saturating_sub(1)).unwrap_or(last);
    sheet.worksheet.set_print_area(0, 0, sheet.row.saturating_sub(1), printed)?;
    sheet.worksheet.set_freeze_panes(1, 1)?;
    sheet.worksheet.set_repeat_rows(0, 0)?;
    Ok(sheet.worksheet)
}

fn titles(sheet: &mut Sheet<'_>, columns: &[Column]) -> Result<()> {
    let titles: Vec<&str> = columns.iter().map(|column| column.title.as_str()).collect();
    sheet.worksheet.set_row_height(0, 32)?;
    sheet.head(&titles)?;
    let widths = columns.iter().map(|column| {
        let cells = column.cells.iter().take(LOOKED_AT).map(|cell| room(cell));
        // Thousands take room too; titles may take two lines.
        let numbers = if column.format == TEXT { 0 } else { 3 };
        let widest = cells.max().unwrap_or(0).saturating_add(numbers);
        let title = room(&column.title).div_ceil(2).saturating_add(2);
        widest.max(title).clamp(NARROWEST, WIDEST)
    });
    let widths: Vec<u16> = widths.collect();
    sheet.widths(&widths)
}

fn cell(
    sheet: &mut Sheet<'_>,
    number: u16,
    column: &Column,
    text: &str,
    format: &Format,
) -> Result<()> {
    let row = sheet.row;
    match exact(text).filter(|_| column.format != TEXT) {
        Some(value) => sheet.worksheet.write_number_with_format(row, number, value, format)?,
        None if text.is_empty() => sheet.worksheet.write_blank(row, number, format)?,
        None => sheet.worksheet.write_string_with_format(row, number, text, format)?,
    };
    Ok(())
}
