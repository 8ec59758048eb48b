//! Rows as CSV for a spreadsheet: in UTF-8 with a byte-order mark, text guarded.

use crate::failure::Failure;
use kaipan::project::spreadsheet_text;
use std::io;

/// A table as CSV.
///
/// # Errors
/// [`Failure::Output`] if it cannot be written.
pub(super) fn csv(
    titles: &[&str],
    rows: impl IntoIterator<Item = Vec<String>>,
) -> Result<String, Failure> {
    let mut out = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    let refuse = |error: csv::Error| Failure::Output(io::Error::other(error));
    out.write_record(titles).map_err(refuse)?;
    for row in rows {
        out.write_record(row).map_err(refuse)?;
    }
    let bytes =
        out.into_inner().map_err(|error| Failure::Output(io::Error::other(error.to_string())))?;
    String::from_utf8(bytes).map_err(|error| Failure::Output(io::Error::other(error)))
}

/// Text that a spreadsheet would take for something else.
pub(super) fn guarded(text: impl AsRef<str>) -> String {
    spreadsheet_text(text.as_ref()).into_owned()
}

/// Text, or nothing.
pub(super) fn text(value: Option<impl ToString>) -> String {
    value.map(|value| guarded(value.to_string())).unwrap_or_default()
}
