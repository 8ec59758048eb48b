//! `kaipan import`: how a spreadsheet of units is read, before anything is priced.

mod args;
mod table;

pub(crate) use args::ImportArgs;

use crate::failure::Failure;
use crate::load::in_whole;
use crate::remarks::Remarks;
use crate::spreadsheet;
use args::ImportFormat;
use kaipan::error::{Lang, Severity};
use kaipan::project::{Unit, sheet_columns};
use std::io;

/// Exit status when there are violations.
const VIOLATIONS: u8 = 3;

/// Reads a spreadsheet and prints what was understood.
pub(crate) fn run(options: &ImportArgs, lang: Lang) -> Result<u8, Failure> {
    let name = options.file.display().to_string();
    let book = spreadsheet::read(&options.file).map_err(|error| in_whole(&name, &error))?;
    let read = book.units(options.sheet.as_deref()).map_err(|error| in_whole(&name, &error))?;
    let text = match options.format {
        ImportFormat::Json => {
            kaipan_ops::json::write(&read, read.units.len().saturating_mul(512)) + "\n"
        }
        ImportFormat::Csv => csv(&read.units, lang)?,
        ImportFormat::Table => table::lines(&read, options, lang).join("\n") + "\n",
    };
    crate::print(&text)?;
    let mut remarks = Remarks::new(lang);
    if options.sheet.is_some() && !book.has_sheets() {
        remarks.without_effect("--sheet", "文字文件没有工作表", "a text file has no sheets");
    }
    remarks.write();
    let broken = read.findings.iter().any(|finding| finding.severity >= Severity::Violation);
    Ok(if broken { VIOLATIONS } else { 0 })
}

/// The units as CSV, in UTF-8 with a byte-order mark, which spreadsheets need.
fn csv(units: &[Unit], lang: Lang) -> Result<String, Failure> {
    let refuse = |error: csv::Error| Failure::Output(io::Error::other(error));
    let columns = sheet_columns(&units.iter().collect::<Vec<_>>(), lang);
    let mut out = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    out.write_record(columns.iter().map(|column| &column.header)).map_err(refuse)?;
    for row in 0..units.len() {
        let cells = columns.iter().map(|column| column.cells.get(row).map_or("", String::as_str));
        out.write_record(cells).map_err(refuse)?;
    }
    let bytes = out.into_inner().map_err(|error| io::Error::other(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| Failure::Output(io::Error::other(error)))
}
