//! The cover: what the project comes to, on a sheet.

use super::sheet::{A4, Sheet};
use super::style::{CHANGE_SHARE, FEN, SIGNED_FEN, WHOLE, bold, of_state, severe};
use super::{Book, Result};
use crate::price::report::{self, Cell, Report, Row, Tone};
use crate::text::aside;
use kaipan::error::Lang;
use rust_xlsxwriter::{Format, Worksheet};

/// Widths of the columns of the summary, in letters.
const WIDTHS: [u16; 13] = [16, 9, 14, 19, 13, 13, 16, 13, 16, 12, 13, 11, 10];
/// The last column of every cover, and the letters from the second one to it.
const LAST: u16 = 9;
const LETTERS: usize = 112;
/// Where the figures stand, each over two columns.
const FIGURES: [u16; 4] = [0, 2, 4, 6];
/// Where the counts of findings stand, beside the states.
const BESIDE: u16 = 3;
/// Rows that fit on a sheet, if need be a little smaller.
const ONE_PAGE: u32 = 70;

pub(super) fn sheet(book: &Book<'_>, name: &str) -> Result<Worksheet> {
    let priced = book.priced;
    let lang = priced.lang;
    let mut sheet = Sheet::new(book, name, A4)?;
    sheet.widths(&WIDTHS)?;
    sheet.worksheet.set_screen_gridlines(false);
    let styles = sheet.styles();
    sheet.worksheet.set_row_height(0, 30)?;
    sheet.line(&priced.names.project.name, &styles.title)?;
    let title = priced.title();
    let date = priced.date.map(|date| aside(lang, &date.to_string())).unwrap_or_default();
    sheet.line(&format!("{title}{date}"), &styles.heading)?;
    sheet.next();
    figures(&mut sheet)?;
    for (label, text) in report::facts(priced) {
        sheet.fact(label, &text, LAST, LETTERS)?;
    }
    sheet.next();
    for one in report::summaries(priced).iter().chain(&report::targets(priced)) {
        table(&mut sheet, 0, one)?;
        sheet.next();
    }
    let top = sheet.row;
    table(&mut sheet, 0, &report::states(priced))?;
    let below = std::mem::replace(&mut sheet.row, top);
    table(&mut sheet, BESIDE, &report::findings(priced))?;
    if sheet.row.max(below) <= ONE_PAGE {
        sheet.worksheet.set_print_fit_to_pages(1, 1);
    }
    Ok(sheet.worksheet)
}

fn figures(sheet: &mut Sheet<'_>) -> Result<()> {
    let (styles, figures) = (sheet.styles(), report::figures(sheet.book.priced));
    for (column, (title, _)) in FIGURES.into_iter().zip(&figures) {
        sheet.text(column, title, &styles.label)?;
    }
    sheet.next();
    sheet.worksheet.set_row_height(sheet.row, 26)?;
    for (column, (_, figure)) in FIGURES.into_iter().zip(&figures) {
        sheet.across(column, column.saturating_add(1), "", &styles.figure(FEN))?;
        match figure {
            Cell::Count(count) => sheet.number(column, count, &styles.figure(WHOLE))?,
            Cell::Amount(amount) => sheet.number(column, amount, &styles.figure(FEN))?,
            _ => {}
        }
    }
    sheet.next();
    sheet.next();
    Ok(())
}

fn table(sheet: &mut Sheet<'_>, from: u16, report: &Report) -> Result<()> {
    let styles = sheet.styles();
    sheet.text(from, report.title, &styles.heading)?;
    sheet.next();
    for (column, title) in (from..).zip(&report.columns) {
        sheet.text(column, title, &styles.head)?;
    }
    if sheet.book.priced.lang == Lang::En && report.columns.len() > 2 {
        // English titles are longer than their figures.
        sheet.worksheet.set_row_height(sheet.row, 30)?;
    }
    sheet.next();
    for row in &report.rows {
        for (column, cell) in (from..).zip(&row.cells) {
            write(sheet, column, cell, row)?;
        }
        sheet.next();
    }
    Ok(())
}

fn write(sheet: &mut Sheet<'_>, column: u16, cell: &Cell, row: &Row) -> Result<()> {
    let styles = sheet.styles();
    let toned = |format: Format| match (row.tone, cell) {
        (Tone::Overall, _) => bold(format),
        (Tone::Severity(kind), Cell::Text(_)) => severe(format, kind),
        (Tone::State(state), Cell::Text(_)) => of_state(format, state),
        _ => format,
    };
    let number = |format| toned(styles.number(format));
    match cell {
        Cell::Empty => sheet.text(column, "", &toned(styles.text.clone())),
        Cell::Text(text) => sheet.text(column, text, &toned(styles.text.clone())),
        Cell::Count(count) => sheet.number(column, count, &number(WHOLE)),
        Cell::Amount(amount) => sheet.number(column, amount, &number(FEN)),
        Cell::Change(amount) => sheet.number(column, amount, &number(SIGNED_FEN)),
        Cell::Share(share) => sheet.number(column, share, &number(CHANGE_SHARE)),
    }
}
