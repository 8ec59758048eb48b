//! A spreadsheet of new prices.

use crate::failure::{Failure, Located};
use crate::input;
use kaipan::error::{Code, Error};
use kaipan::pricing::PriceList;
use kaipan_ops::json;
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
    let bytes = input::read(path).map_err(|error| refuse(&error))?;
    let text = json::utf8(&bytes).map_err(|error| refuse(&error))?;
    PriceList::read(&rows(text)).map_err(|error| refuse(&error))
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
