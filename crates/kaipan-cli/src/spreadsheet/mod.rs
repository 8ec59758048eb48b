//! Files of spreadsheets: bytes to the sheets or the text that the library reads.

mod decimal;
mod encoding;
mod kind;
mod ods_merged;
mod refusal;
mod sheets;
mod workbook;

use crate::input;
use kaipan::error::Result;
use kaipan::project::{ImportedUnits, Importing, Worksheet, import_csv};
use kind::Kind;
use refusal::Refusal;
use std::path::Path;

/// The sheet that holds a whole project as text.
const PROJECT_SHEET: &str = "kaipan";

/// What a file holds.
#[derive(Debug)]
pub(crate) enum Spreadsheet {
    /// CSV, or text like it.
    Text(String),
    /// The sheets of a workbook.
    Sheets(Vec<Worksheet>),
}

/// Reads a file. What kind it is of is seen by its content, whatever its name.
///
/// # Errors
/// Files that cannot be read, and what is no spreadsheet.
pub(crate) fn read(path: &Path) -> Result<Spreadsheet> {
    let bytes = input::read(path)?;
    let name = path.display().to_string();
    from_bytes(bytes).map_err(|refusal| refusal.of_file(&name))
}

/// The content of a file.
fn from_bytes(bytes: Vec<u8>) -> Result<Spreadsheet, Refusal> {
    match kind::of(&bytes)? {
        Kind::Text => encoding::text(bytes).map(Spreadsheet::Text),
        Kind::Workbook(format) => workbook::sheets(bytes, format).map(Spreadsheet::Sheets),
    }
}

impl Spreadsheet {
    /// The units in it.
    ///
    /// # Errors
    /// As [`Importing::read`] and [`import_csv`].
    pub(crate) fn units(&self, sheet: Option<&str>) -> Result<ImportedUnits> {
        match self {
            Spreadsheet::Text(text) => import_csv(text, None),
            Spreadsheet::Sheets(sheets) => Importing::new(sheets).sheet(sheet).read(),
        }
    }

    /// Whether it has sheets to choose from.
    pub(crate) fn has_sheets(&self) -> bool {
        matches!(self, Spreadsheet::Sheets(_))
    }

    /// The project that the workbook carries: the text of project.json, in pieces down the first
    /// column of a sheet of its own.
    pub(crate) fn project(&self) -> Option<String> {
        let Spreadsheet::Sheets(sheets) = self else { return None };
        let sheet = sheets.iter().find(|sheet| sheet.name.as_deref() == Some(PROJECT_SHEET))?;
        let pieces = sheet.rows.iter().filter_map(|row| row.first());
        Some(pieces.map(|cell| cell.text.as_str()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_is_seen_by_the_content() {
        for (bytes, expected) in [
            (&b""[..], "the file is empty"),
            (b" \r\n ", "the file is empty"),
            (b"%PDF-1.7", "it is a PDF"),
            (b"<html><table><tr><td>1</td></tr></table></html>", "it is a web page"),
            (b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", "XML"),
            (b"PK\x03\x04 nothing of a workbook", "damaged"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 too short", "damaged"),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "it is no spreadsheet"),
        ] {
            let refusal = from_bytes(bytes.to_vec()).unwrap_err();
            let error = refusal.of_file("f");
            let message = error.message(kaipan::error::Lang::En);
            assert!(message.contains(expected), "{message}");
        }
    }

    #[test]
    fn a_project_in_pieces() {
        let mut sheet = Worksheet::new(vec![vec!["{\"a\":".into()], vec!["1}".into()]]);
        sheet.name = Some("kaipan".into());
        let workbook = Spreadsheet::Sheets(vec![sheet]);
        assert_eq!(workbook.project().as_deref(), Some("{\"a\":1}"));
    }
}
