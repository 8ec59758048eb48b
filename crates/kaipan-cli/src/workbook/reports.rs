//! Reports as a workbook: a sheet a report, each set up to print.

use super::names::SheetNames;
use super::sheet::{A3, A4, exact, room};
use super::style::{FEN, FINE, Styles, WHOLE, bold, severe};
use super::{COLUMN_WIDTH, COMPRESSION, ROW_HEIGHT, Result};
use crate::failure::Failure;
use crate::layout::{clean, wrap};
use crate::report::cells::{UNDEFINED, hidden, is_number, number, shown, title, title_with_unit};
use crate::report::words::about;
use crate::text::{Say, severity};
use kaipan::error::Lang;
use kaipan::report::{ReportCell, ReportColumn, ReportColumnKind, ReportTable};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet};
use std::io;

/// Shares as percentages, days as people write them.
const PERCENT: &str = "0.00%";
const DAY: &str = "yyyy-mm-dd";
/// The row of the titles; those of the report stand above it.
const HEAD: u32 = 3;
/// Reports with more columns are printed on larger paper.
const MOST_ON_A4: usize = 14;
/// Widths of columns, in letters; longer texts take several lines.
const WIDTHS: [u16; 2] = [8, 30];
/// Height of a line of a text, in points, and lines that a row has room for.
const LINE_HEIGHT: u32 = 15;
const MOST_LINES: u32 = 27;
/// Letters of a title on one line.
const TITLE: u16 = 14;

/// The bytes of the workbook: the same for the same reports.
///
/// # Errors
/// [`Failure::Output`] when a text is longer than a cell can hold.
pub(crate) fn reports(
    tables: &[&ReportTable],
    lang: Lang,
) -> std::result::Result<Vec<u8>, Failure> {
    made(tables, lang).map_err(|error| Failure::Output(io::Error::other(error)))
}

fn made(tables: &[&ReportTable], lang: Lang) -> Result<Vec<u8>> {
    let styles = Styles::new(lang);
    let mut workbook = Workbook::new();
    workbook.set_default_format(&styles.base, ROW_HEIGHT, COLUMN_WIDTH)?;
    workbook.set_zip_compression_level(COMPRESSION);
    workbook.set_properties(&properties(tables, lang)?);
    let mut names = SheetNames::new(lang);
    for table in tables {
        let name = names.of_report(lang.say(&table.title_zh, &table.title_en));
        workbook.push_worksheet(sheet(table, &name, &styles, lang)?);
    }
    workbook.save_to_buffer()
}

/// Title and day of the file: not the clock's, so that the same reports are the same file.
fn properties(tables: &[&ReportTable], lang: Lang) -> Result<DocProperties> {
    let day = tables.iter().map(|table| table.as_of).max();
    let day = day.and_then(|day| ExcelDateTime::parse_from_str(&day.to_string()).ok());
    // A spreadsheet knows no day before 1900.
    let day = day.map_or_else(|| ExcelDateTime::from_ymd(2000, 1, 1), Ok)?;
    let title = match tables {
        [one] => lang.say(&one.title_zh, &one.title_en),
        _ => lang.say("报表", "Reports"),
    };
    Ok(DocProperties::new().set_title(title).set_author("kaipan").set_creation_datetime(&day))
}

fn sheet(table: &ReportTable, of: &str, styles: &Styles, lang: Lang) -> Result<Worksheet> {
    let mut sheet = Worksheet::new();
    sheet.set_name(of)?;
    let paper = if table.columns.len() > MOST_ON_A4 { A3 } else { A4 };
    sheet.set_landscape().set_paper_size(paper).set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.7, 0.6, 0.3, 0.3);
    let name = lang.say(&table.title_zh, &table.title_en);
    let escaped = |text: &str| clean(text).replace('&', "&&");
    // A space after the size: digits would belong to it. The program that prints it puts both numbers in.
    sheet.set_header(format!("&L&9 {}&R&9 {}", escaped(name), escaped(&about(table, lang))));
    let (page, all) = ("&P", "&N");
    let place = match lang {
        Lang::Zh => format!("第 {page} 页，共 {all} 页"),
        Lang::En => format!("Page {page} of {all}"),
    };
    sheet.set_footer(format!("&R&9 {place}"));
    sheet.set_repeat_rows(HEAD, HEAD)?;
    sheet.set_row_height(0, 30)?;
    sheet.write_string_with_format(0, 0, clean(name), &styles.title)?;
    sheet.write_string_with_format(1, 0, clean(&about(table, lang)), &styles.remark)?;
    let last = last_column(table);
    for (column, one) in (0_u16..).zip(&table.columns) {
        sheet.write_string_with_format(HEAD, column, on_two_lines(one, lang), &styles.head)?;
        sheet.set_column_width(column, f64::from(width(table, usize::from(column), one, lang)))?;
    }
    sheet.set_row_height(HEAD, 45)?;
    let leading = table.columns.iter().take_while(|one| one.kind == ReportColumnKind::Text);
    let frozen = u16::try_from(leading.count().min(2)).unwrap_or(0);
    sheet.set_freeze_panes(HEAD.saturating_add(1), frozen)?;
    let mut row = HEAD;
    for one in &table.rows {
        row = row.saturating_add(1);
        line(&mut sheet, row, table, &one.cells, styles, lang, false)?;
        let lines = lines(table, &one.cells, lang);
        if lines > 1 {
            sheet.set_row_height(row, LINE_HEIGHT.saturating_mul(lines))?;
        }
    }
    if !table.rows.is_empty() {
        sheet.autofilter(HEAD, 0, row, last)?;
    }
    if table.totals.iter().any(|cell| !matches!(cell, ReportCell::Absent {})) {
        row = row.saturating_add(1);
        line(&mut sheet, row, table, &table.totals, styles, lang, true)?;
    }
    row = row.saturating_add(1);
    for note in &table.notes {
        row = row.saturating_add(1);
        let text = format!("{}  {}", note.topic, note.text);
        sheet.write_string_with_format(row, 0, clean(&text), &styles.base)?;
    }
    for finding in &table.findings {
        row = row.saturating_add(1);
        let text = format!("{}  {}", severity(lang, finding.severity), finding.message(lang));
        let format = severe(styles.base.clone(), finding.severity);
        sheet.write_string_with_format(row, 0, clean(&text), &format)?;
    }
    Ok(sheet)
}

fn last_column(table: &ReportTable) -> u16 {
    u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(u16::MAX)
}

/// The title of a column with its unit under it.
fn on_two_lines(column: &ReportColumn, lang: Lang) -> String {
    let title = title(lang, column);
    let whole = title_with_unit(lang, column);
    match whole.strip_prefix(title).map(str::trim_start) {
        Some(unit) if !unit.is_empty() => format!("{title}\n{unit}"),
        _ => title.to_owned(),
    }
}

/// Lines that the longest text of a row takes.
fn lines(table: &ReportTable, cells: &[ReportCell], lang: Lang) -> u32 {
    let to = usize::from(WIDTHS[1].saturating_sub(3));
    let cells = table.columns.iter().zip(cells);
    let long = cells.map(|(column, cell)| shown(lang, column, cell));
    let long = long.filter(|text| room(text) > WIDTHS[1]);
    let most = long.map(|text| wrap(&text, to).len()).max().unwrap_or(1);
    u32::try_from(most).unwrap_or(MOST_LINES).min(MOST_LINES)
}

/// Letters that a column takes: those of its longest cell, and of its title on two lines.
fn width(table: &ReportTable, at: usize, column: &ReportColumn, lang: Lang) -> u16 {
    let cells = table.rows.iter().map(|row| &row.cells).chain([&table.totals]);
    let cells = cells.filter_map(|cells| cells.get(at));
    let longest = cells.map(|cell| room(&shown(lang, column, cell))).max().unwrap_or(0);
    let title = on_two_lines(column, lang);
    let title = title.lines().map(room).max().unwrap_or(0);
    let title = if title > TITLE { title.div_ceil(2).saturating_add(2) } else { title };
    let [least, most] = WIDTHS;
    // The arrow of a filter stands in the title.
    longest.max(title.saturating_add(1)).clamp(least, most)
}

fn line(
    sheet: &mut Worksheet,
    row: u32,
    table: &ReportTable,
    cells: &[ReportCell],
    styles: &Styles,
    lang: Lang,
    is_total: bool,
) -> Result<()> {
    let toned = |format: Format| if is_total { bold(format) } else { format };
    for (column, (one, cell)) in (0_u16..).zip(table.columns.iter().zip(cells)) {
        let text = toned(match is_number(one.kind) {
            true => styles.number("@"),
            false => styles.text.clone(),
        });
        match cell {
            ReportCell::Absent {} if is_total && column == 0 => {
                let total = lang.say("合计", "total");
                sheet.write_string_with_format(row, column, total, &text)?;
            }
            ReportCell::Absent {} => {
                sheet.write_blank(row, column, &text)?;
            }
            ReportCell::Undefined {} => {
                sheet.write_string_with_format(row, column, UNDEFINED, &text)?;
            }
            ReportCell::Hidden {} => {
                sheet.write_string_with_format(row, column, hidden(lang), &text)?;
            }
            ReportCell::Date { date } => {
                let format = toned(styles.centred().set_num_format(DAY));
                match ExcelDateTime::parse_from_str(&date.to_string()) {
                    Ok(day) => sheet.write_datetime_with_format(row, column, &day, &format)?,
                    Err(_) => {
                        sheet.write_string_with_format(row, column, date.to_string(), &text)?
                    }
                };
            }
            cell => match number(cell).map(|digits| (exact(&digits), digits)) {
                Some((Some(value), _)) => {
                    let format = toned(styles.number(format_of(one.kind)));
                    sheet.write_number_with_format(row, column, value, &format)?;
                }
                // A number that a spreadsheet would cut is written as text.
                Some((None, digits)) => {
                    sheet.write_string_with_format(row, column, digits, &text)?;
                }
                None => {
                    let words = clean(&shown(lang, one, cell));
                    let is_long = room(&words) > WIDTHS[1];
                    let format = if is_long { toned(styles.wrapped.clone()) } else { text };
                    sheet.write_string_with_format(row, column, words, &format)?;
                }
            },
        }
    }
    Ok(())
}

/// How numbers of a column are shown.
const fn format_of(kind: ReportColumnKind) -> &'static str {
    match kind {
        ReportColumnKind::Money | ReportColumnKind::Area | ReportColumnKind::UnitPrice => FEN,
        ReportColumnKind::Share => PERCENT,
        ReportColumnKind::Count | ReportColumnKind::Days => WHOLE,
        _ => FINE,
    }
}
