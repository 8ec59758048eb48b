//! The cover: what the project comes to, on a page.

use super::page::{A4, Page};
use super::style::{CHANGE_SHARE, FEN, SIGNED_FEN, WHOLE, bold, of_state, severe};
use super::{Book, Result};
use crate::price::report::{self, Cell, Report, Row, Tone};
use crate::text::{Say, aside};
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
/// Rows that fit on a page, if need be a little smaller.
const ONE_PAGE: u32 = 70;

pub(super) fn sheet(book: &Book<'_>, name: &str) -> Result<Worksheet> {
    let priced = book.priced;
    let lang = priced.lang;
    let mut page = Page::new(book, name, A4)?;
    page.widths(&WIDTHS)?;
    page.sheet.set_screen_gridlines(false);
    let styles = page.styles();
    page.sheet.set_row_height(0, 30)?;
    page.line(&priced.names.project.name, &styles.title)?;
    let title = lang.say("价格表", "Price list");
    let date = priced.date.map(|date| aside(lang, &date.to_string())).unwrap_or_default();
    page.line(&format!("{title}{date}"), &styles.heading)?;
    page.next();
    figures(&mut page)?;
    for (label, text) in report::facts(priced) {
        page.fact(label, &text, LAST, LETTERS)?;
    }
    page.next();
    for one in report::summaries(priced).iter().chain(&report::targets(priced)) {
        table(&mut page, 0, one)?;
        page.next();
    }
    let top = page.row;
    table(&mut page, 0, &report::states(priced))?;
    let below = std::mem::replace(&mut page.row, top);
    table(&mut page, BESIDE, &report::findings(priced))?;
    if page.row.max(below) <= ONE_PAGE {
        page.sheet.set_print_fit_to_pages(1, 1);
    }
    Ok(page.sheet)
}

fn figures(page: &mut Page<'_>) -> Result<()> {
    let (styles, figures) = (page.styles(), report::figures(page.book.priced));
    for (column, (title, _)) in FIGURES.into_iter().zip(&figures) {
        page.text(column, title, &styles.label)?;
    }
    page.next();
    page.sheet.set_row_height(page.row, 26)?;
    for (column, (_, figure)) in FIGURES.into_iter().zip(&figures) {
        page.across(column, column.saturating_add(1), "", &styles.figure(FEN))?;
        match figure {
            Cell::Count(count) => page.number(column, count, &styles.figure(WHOLE))?,
            Cell::Amount(amount) => page.number(column, amount, &styles.figure(FEN))?,
            _ => {}
        }
    }
    page.next();
    page.next();
    Ok(())
}

fn table(page: &mut Page<'_>, from: u16, report: &Report) -> Result<()> {
    let styles = page.styles();
    page.text(from, report.title, &styles.heading)?;
    page.next();
    for (column, title) in (from..).zip(&report.columns) {
        page.text(column, title, &styles.head)?;
    }
    if page.book.priced.lang == Lang::En {
        // English titles are longer than their figures.
        page.sheet.set_row_height(page.row, 30)?;
    }
    page.next();
    for row in &report.rows {
        for (column, cell) in (from..).zip(&row.cells) {
            write(page, column, cell, row)?;
        }
        page.next();
    }
    Ok(())
}

fn write(page: &mut Page<'_>, column: u16, cell: &Cell, row: &Row) -> Result<()> {
    let styles = page.styles();
    let toned = |format: Format| match (row.tone, cell) {
        (Tone::Overall, _) => bold(format),
        (Tone::Severity(kind), Cell::Text(_)) => severe(format, kind),
        (Tone::State(state), Cell::Text(_)) => of_state(format, state),
        _ => format,
    };
    let number = |format| toned(styles.number(format));
    match cell {
        Cell::Empty => page.text(column, "", &toned(styles.text.clone())),
        Cell::Text(text) => page.text(column, text, &toned(styles.text.clone())),
        Cell::Count(count) => page.number(column, count, &number(WHOLE)),
        Cell::Amount(amount) => page.number(column, amount, &number(FEN)),
        Cell::Change(amount) => page.number(column, amount, &number(SIGNED_FEN)),
        Cell::Share(share) => page.number(column, share, &number(CHANGE_SHARE)),
    }
}
