//! A spreadsheet of new prices.

use crate::failure::{Failure, Located};
use crate::spreadsheet::{self, Spreadsheet};
use kaipan::error::{Code, Error};
use kaipan::pricing::PriceList;
use kaipan::project::{SheetCell, Worksheet};
use std::path::Path;

/// Reads the new prices of a file.
///
/// # Errors
/// Files that cannot be read, or hold no list of prices, with the name of the file.
pub(super) fn read(path: &Path) -> Result<PriceList, Failure> {
    let file = path.display().to_string();
    let refuse = |error: &Error| match error.code() {
        Code::InputFile => Failure::plain(error),
        // The text as a whole is the place of these.
        _ => Failure::new(error, |error| Located {
            place: file.clone(),
            error: error.clone(),
            suggestion: None,
        }),
    };
    let book = spreadsheet::read(path).map_err(|error| refuse(&error))?;
    let list = match &book {
        Spreadsheet::Text(text) => PriceList::read(&rows(text)),
        Spreadsheet::Sheets(sheets) => of_sheets(sheets),
    };
    list.map_err(|error| refuse(&error))
}

/// The list of the first sheet that holds one.
fn of_sheets(sheets: &[Worksheet]) -> Result<PriceList, Error> {
    let cells = |sheet: &Worksheet| -> Vec<Vec<String>> {
        let row = |row: &Vec<SheetCell>| row.iter().map(|cell| cell.text.to_string()).collect();
        sheet.rows.iter().map(row).collect()
    };
    let mut lists = sheets.iter().map(|sheet| PriceList::read(&cells(sheet)));
    let no_list = |list: &Result<PriceList, Error>| {
        list.as_ref().is_err_and(|error| error.code() == Code::ProjectMissingColumn)
    };
    let first = lists.next().unwrap_or_else(|| PriceList::read::<String>(&[]));
    if !no_list(&first) {
        return first;
    }
    lists.find(|list| !no_list(list)).unwrap_or(first)
}

/// The cells of a CSV text.
fn rows(text: &str) -> Vec<Vec<String>> {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let delimiter = [b',', b'\t', b';'].into_iter().find(|&one| first.contains(char::from(one)));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter.unwrap_or(b','))
        .from_reader(text.as_bytes());
    let mut rows: Vec<Vec<String>> = Vec::new();
    for record in reader.records().flatten() {
        // Empty lines are rows too.
        let before = record.position().map_or(0, |place| place.line().saturating_sub(1));
        while u64::try_from(rows.len()).is_ok_and(|rows| rows < before) {
            rows.push(Vec::new());
        }
        rows.push(record.iter().map(str::to_owned).collect());
    }
    rows
}
