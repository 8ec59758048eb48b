//! The rows of a customer list, from CSV text or from the sheet of a workbook.

use super::columns::{Column, column};
use crate::input::refused;
use crate::spreadsheet::Spreadsheet;
use kaipan::error::Result;
use kaipan::project::{CellKind, SheetCell, Worksheet};

/// Rows in which the header is looked for.
const LOOKED_AT: usize = 20;
/// Digits that a spreadsheet keeps of a number.
const KEPT: usize = 15;

/// A row as a spreadsheet counts it, with its cells.
pub(super) struct Row {
    pub(super) number: usize,
    pub(super) cells: Vec<String>,
}

/// The rows from the header on that are not empty. Of a workbook they are those of the sheet that is
/// named, or of the only one with a header of customers.
///
/// # Errors
/// No such sheet, several that could be meant, no header, and cells whose content is lost.
pub(super) fn rows(book: &Spreadsheet, sheet: Option<&str>, file: &str) -> Result<Vec<Row>> {
    match book {
        Spreadsheet::Text(text) => from_header(of_text(text, file)?, file),
        Spreadsheet::Sheets(sheets) => {
            let name = |one: &Worksheet| one.name.as_deref().unwrap_or_default().to_owned();
            let asked = |one: &&Worksheet| sheet.is_none_or(|asked| name(one) == asked.trim());
            let all: Vec<&Worksheet> = sheets.iter().filter(asked).collect();
            let names = |of: &[&Worksheet]| of.iter().map(|one| name(one)).collect::<Vec<String>>();
            if let (Some(asked), true) = (sheet, all.is_empty()) {
                let known = names(&sheets.iter().collect::<Vec<_>>());
                return Err(refused(
                    file,
                    &format!("没有工作表“{asked}”，只有“{}”", known.join("”、“")),
                    &format!("there is no sheet \"{asked}\", only \"{}\"", known.join("\", \"")),
                ));
            }
            let of_customers = |one: &&Worksheet| header(&texts(one)).is_some();
            let lists: Vec<&Worksheet> = all.iter().copied().filter(of_customers).collect();
            if lists.len() > 1 {
                let names = names(&lists);
                return Err(refused(
                    file,
                    &format!("好几个工作表都像客户名单：“{}”，用“--sheet”指明", names.join("”、“")),
                    &format!(
                        "several sheets could be the customer list: \"{}\"; name one by --sheet",
                        names.join("\", \"")
                    ),
                ));
            }
            let Some(chosen) = lists.first().or(all.first()) else { return Ok(Vec::new()) };
            let rows = from_header(texts(chosen), file)?;
            let first = rows.first().map_or(0, |row| row.number);
            let read: Vec<bool> = rows.first().map_or_else(Vec::new, |header| {
                header.cells.iter().map(|title| column(title).is_some()).collect()
            });
            lost(chosen, first, &read, file)?;
            Ok(rows)
        }
    }
}

/// The rows from the header on; all of them if none is a header, for what it lacks to be told.
fn from_header(mut rows: Vec<Row>, file: &str) -> Result<Vec<Row>> {
    if rows.is_empty() {
        return Err(refused(file, "文件是空的", "the file is empty"));
    }
    Ok(rows.split_off(header(&rows).unwrap_or(0)))
}

/// Where the header is: a row that names customers and something by which they are known.
fn header(rows: &[Row]) -> Option<usize> {
    rows.iter().take(LOOKED_AT).position(|row| {
        let columns: Vec<Column> = row.cells.iter().filter_map(|cell| column(cell)).collect();
        columns.contains(&Column::Name) && columns.iter().any(Column::tells_apart)
    })
}

fn is_filled(cells: &[String]) -> bool {
    cells.iter().any(|cell| !cell.is_empty())
}

/// The rows of a sheet that are not empty.
fn texts(sheet: &Worksheet) -> Vec<Row> {
    let rows = sheet.rows.iter().enumerate().map(|(at, cells)| Row {
        number: at.saturating_add(1),
        cells: cells.iter().map(|cell| content(&cell.text)).collect(),
    });
    rows.filter(|row| is_filled(&row.cells)).collect()
}

/// Refuses cells of columns that are read whose content the spreadsheet has lost: long numbers,
/// formulas without a value, errors.
fn lost(sheet: &Worksheet, header: usize, read: &[bool], file: &str) -> Result<()> {
    for (at, cells) in sheet.rows.iter().enumerate().skip(header) {
        let row = at.saturating_add(1);
        for cell in cells.iter().zip(read).filter_map(|(cell, read)| read.then_some(cell)) {
            let Some((zh, en)) = why_lost(cell) else { continue };
            let text = content(&cell.text);
            return Err(refused(
                file,
                &format!("第 {row} 行的“{text}”{zh}"),
                &format!("\"{text}\" in row {row} {en}"),
            ));
        }
    }
    Ok(())
}

fn why_lost(cell: &SheetCell) -> Option<(&'static str, &'static str)> {
    let digits = cell.text.bytes().filter(u8::is_ascii_digit).count();
    match cell.kind {
        CellKind::Number if digits > KEPT => Some((
            "是超过 15 位的数字，表格软件已丢失末尾：把该列设为文本格式，重新填写",
            "is a number of more than 15 digits, of which the spreadsheet has lost the last ones: make the column text and enter it again",
        )),
        CellKind::Formula => Some((
            "是没有保存结果的公式：在表格软件中打开，另存一次",
            "is a formula whose value was not saved: open the file in a spreadsheet and save it",
        )),
        CellKind::Error => Some((
            "是公式的错误，先在表格中改正",
            "is the error of a formula: mend it in the spreadsheet",
        )),
        _ => None,
    }
}

/// The rows of CSV text that are not empty.
fn of_text(text: &str, file: &str) -> Result<Vec<Row>> {
    let first = text.lines().next().unwrap_or_default();
    let delimiter = [b',', b'\t', b';'].into_iter().max_by_key(|mark| {
        // The first of equals counts: a comma.
        (first.bytes().filter(|byte| byte == mark).count(), std::cmp::Reverse(*mark == b';'))
    });
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter.unwrap_or(b','))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    // As a spreadsheet counts: empty lines are rows, line breaks inside a cell are none.
    let mut number = 0_usize;
    let mut rows = Vec::new();
    for record in reader.records() {
        let Ok(record) = record else {
            return Err(refused(file, "不是 CSV 表格", "it is no CSV table"));
        };
        let begin = record.position().map_or(0, csv::Position::byte);
        let begin = usize::try_from(begin).unwrap_or(usize::MAX);
        number = number.saturating_add(empty_lines(text, begin)).saturating_add(1);
        let cells: Vec<String> = record.iter().map(content).collect();
        if is_filled(&cells) {
            rows.push(Row { number, cells });
        }
    }
    Ok(rows)
}

/// Empty lines before a record that begins here, behind the line break of the record before it.
fn empty_lines(text: &str, begin: usize) -> usize {
    let bytes = text.as_bytes();
    let mut before = begin.checked_sub(1).and_then(|at| bytes.get(at));
    let mut count = 0_usize;
    for byte in bytes.get(begin..).unwrap_or_default() {
        match byte {
            b'\n' if before == Some(&b'\r') => {}
            b'\r' | b'\n' => count = count.saturating_add(1),
            _ => break,
        }
        before = Some(byte);
    }
    count
}

/// What a cell holds, without the guard that keeps it text: `="0755"`, `'0755`.
fn content(cell: &str) -> String {
    let cell = cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let quoted = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    quoted.or_else(|| cell.strip_prefix('\'')).unwrap_or(cell).trim().to_owned()
}
