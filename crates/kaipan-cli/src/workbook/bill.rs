//! The workbook of prices before and after, of a bill or a comparison: the homes, and their sums.

use super::sheet::{A4, exact, room};
use super::style::{CHANGE_SHARE, FINE, SIGNED_FEN, Styles, TEXT, WHOLE};
use super::{COLUMN_WIDTH, COMPRESSION, ROW_HEIGHT, Result};
use crate::bill::table::{Cells, Column, SUMS};
use crate::failure::Failure;
use crate::price::names::Names;
use crate::text::Say;
use kaipan::error::Lang;
use kaipan::pricing::ChangeSummary;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet};
use std::io;

/// Narrowest and widest columns, in letters.
const WIDTHS: (u16, u16) = (9, 40);

/// The bytes of the workbook: the same for the same prices.
///
/// # Errors
/// [`Failure::Output`] when a text is longer than a cell can hold.
pub(crate) fn before_and_after<T>(
    (columns, lines): (&[Column<T>], &[T]),
    sums: &[ChangeSummary],
    names: &Names,
    lang: Lang,
) -> std::result::Result<Vec<u8>, Failure> {
    let made = || {
        let styles = Styles::new(lang);
        let mut workbook = Workbook::new();
        workbook.set_default_format(&styles.base, ROW_HEIGHT, COLUMN_WIDTH)?;
        workbook.set_zip_compression_level(COMPRESSION);
        // Not the clock's day, so that the same prices are the same file.
        let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
        let properties = DocProperties::new().set_author("kaipan");
        workbook.set_properties(&properties.set_creation_datetime(&day));
        let homes = lang.say("逐套", "Homes");
        workbook.push_worksheet(table(homes, columns, lines, (&styles, names, lang))?);
        let before_and_after = lang.say("前后对照", "Before and after");
        workbook.push_worksheet(table(before_and_after, SUMS, sums, (&styles, names, lang))?);
        workbook.save_to_buffer()
    };
    made().map_err(|error| Failure::Output(io::Error::other(error)))
}

/// A sheet with a table: titles, and a row for each of the rows.
fn table<T>(
    name: &str,
    columns: &[Column<T>],
    rows: &[T],
    (styles, names, lang): (&Styles, &Names, Lang),
) -> Result<Worksheet> {
    let mut sheet = Worksheet::new();
    sheet.set_name(name)?.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    let mut last = 0;
    for (number, column) in (0_u16..).zip(columns) {
        let title = column.heading(lang);
        sheet.write_string_with_format(0, number, &*title, &styles.head)?;
        let mut widest = room(&title);
        let format = format_of(styles, column.cells);
        for (row, of) in (1_u32..).zip(rows) {
            let text = (column.value)(of, names, lang);
            widest = widest.max(room(&text).saturating_add(3));
            match exact(&text).filter(|_| column.cells != Cells::Text) {
                Some(value) => sheet.write_number_with_format(row, number, value, &format)?,
                None if text.is_empty() => sheet.write_blank(row, number, &format)?,
                None => sheet.write_string_with_format(row, number, text, &format)?,
            };
            last = row;
        }
        sheet.set_column_width(number, f64::from(widest.clamp(WIDTHS.0, WIDTHS.1)))?;
    }
    let columns = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(0);
    sheet.autofilter(0, 0, last, columns)?;
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_repeat_rows(0, 0)?;
    Ok(sheet)
}

fn format_of(styles: &Styles, cells: Cells) -> Format {
    match cells {
        Cells::Text => styles.number(TEXT).set_align(rust_xlsxwriter::FormatAlign::Left),
        Cells::Count => styles.number(WHOLE),
        Cells::Amount => styles.number(FINE),
        Cells::Change => styles.number(SIGNED_FEN),
        Cells::Share => styles.number(CHANGE_SHARE),
    }
}
