//! A spreadsheet of new prices.

use crate::failure::{Failure, Located};
use crate::spreadsheet::{self, Spreadsheet};
use kaipan::error::{Code, Error};
use kaipan::pricing::PriceList;
use kaipan::project::{SheetCell, Worksheet};
use std::path::Path;

/// The new prices of a file.
pub(crate) struct PriceFile {
    pub(crate) list: PriceList,
    /// Where several sheets hold a list: the one that was read, and the others.
    pub(crate) sheets: Option<(String, Vec<String>)>,
}

/// Reads the new prices of a file.
///
/// # Errors
/// Files that cannot be read, or hold no list of prices, with the name of the file; sheets that are
/// not there.
pub(crate) fn read(path: &Path, sheet: Option<&str>) -> Result<PriceFile, Failure> {
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
        Spreadsheet::Text(text) => {
            PriceList::read(&rows(text)).map(|list| PriceFile { list, sheets: None })
        }
        Spreadsheet::Sheets(sheets) => of_sheets(sheets, sheet),
    };
    list.map_err(|error| refuse(&error))
}

/// The list of the sheet that is named, else the longest one, the first of those.
fn of_sheets(sheets: &[Worksheet], named: Option<&str>) -> Result<PriceFile, Error> {
    let cells = |sheet: &Worksheet| -> Vec<Vec<String>> {
        let row = |row: &Vec<SheetCell>| row.iter().map(|cell| cell.text.to_string()).collect();
        sheet.rows.iter().map(row).collect()
    };
    if let Some(name) = named {
        let is_it = |sheet: &&Worksheet| sheet.name.as_deref() == Some(name);
        let sheet = sheets.iter().find(is_it).ok_or_else(|| no_sheet(sheets, name))?;
        return PriceList::read(&cells(sheet)).map(|list| PriceFile { list, sheets: None });
    }
    let (mut lists, mut failed) = (Vec::new(), None);
    for sheet in sheets {
        let name = sheet.name.as_ref().map(ToString::to_string).unwrap_or_default();
        match PriceList::read(&cells(sheet)) {
            Ok(list) => lists.push((name, list)),
            // A sheet that holds a list with mistakes says more than one that holds none.
            Err(error) if error.code() == Code::ProjectMissingColumn => {
                failed = failed.or(Some(error));
            }
            Err(error) => failed = Some(error),
        }
    }
    let longest = lists.iter().map(|(_, list)| list.prices.len()).max().unwrap_or(0);
    let at = lists.iter().position(|(_, list)| list.prices.len() == longest);
    let Some(at) = at else {
        let none = || PriceList::read::<String>(&[]).map(|list| PriceFile { list, sheets: None });
        return failed.map_or_else(none, Err);
    };
    let (name, list) = lists.swap_remove(at);
    let others: Vec<String> = lists.into_iter().map(|(name, _)| name).collect();
    Ok(PriceFile { list, sheets: (!others.is_empty()).then_some((name, others)) })
}

/// There is no such sheet: those that there are.
fn no_sheet(sheets: &[Worksheet], asked: &str) -> Error {
    let names: Vec<&str> = sheets.iter().filter_map(|sheet| sheet.name.as_deref()).collect();
    Error::new(Code::ProjectSheetUnknown).with("name", asked).with_long("known", names.join(", "))
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
