//! `kaipan import`: how a spreadsheet of units is read, before anything is priced.

mod args;
mod table;

pub(crate) use args::ImportArgs;

use crate::failure::Failure;
use crate::load::in_whole;
use crate::remarks::Remarks;
use crate::spreadsheet;
use crate::units_csv;
use args::ImportFormat;
use kaipan::error::{Lang, Severity};
use kaipan::project::sheet_columns;

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
        ImportFormat::Csv => {
            units_csv::write(&sheet_columns(&read.units.iter().collect::<Vec<_>>(), lang))?
        }
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
