//! Units as CSV, in UTF-8 with a byte-order mark, which spreadsheets need.

use crate::failure::Failure;
use kaipan::project::SheetColumn;
use std::io;

/// The columns under their headers.
pub(crate) fn write(columns: &[SheetColumn]) -> Result<String, Failure> {
    let refuse = |error: csv::Error| Failure::Output(io::Error::other(error));
    let rows = columns.iter().map(|column| column.cells.len()).max().unwrap_or(0);
    let mut out = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    out.write_record(columns.iter().map(|column| &column.header)).map_err(refuse)?;
    for row in 0..rows {
        let cells = columns.iter().map(|column| column.cells.get(row).map_or("", String::as_str));
        out.write_record(cells).map_err(refuse)?;
    }
    let bytes = out.into_inner().map_err(|error| io::Error::other(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| Failure::Output(io::Error::other(error)))
}
