//! `kaipan deal area`: what is owed for a difference of area, step by step.

pub(crate) mod args;
mod drawn;

use crate::commented;
use crate::failure::Failure;
use crate::layout::columns;
use crate::paint::Paint;
use args::{AreaArgs, AreaFormat};
use kaipan::error::{Lang, Severity};
use kaipan_ops::deal::{DealSettleAreaRequest, settle_area};

/// Runs the command: 3 if something is told that must not be signed.
///
/// # Errors
/// A file that cannot be read or holds no such request, and whatever the core refuses, at its place.
pub(crate) fn run(options: &AreaArgs, lang: Lang) -> Result<u8, Failure> {
    let file = options.file.display().to_string();
    let in_file = |error: kaipan::Error| match error.code() {
        kaipan::error::Code::InputFile => Failure::plain(&error),
        _ => Failure::in_file(&file, &error),
    };
    let request = commented::read::<DealSettleAreaRequest>(&options.file).map_err(in_file)?;
    let sheet = settle_area(&request).map_err(in_file)?;
    let text = match options.format {
        AreaFormat::Json => kaipan_ops::json::write(&sheet, 4096) + "\n",
        AreaFormat::Table => {
            let view = drawn::View {
                lang,
                paint: Paint::new(options.color),
                width: columns(options.width),
            };
            view.sheet(&sheet).join("\n") + "\n"
        }
    };
    crate::print(&text)?;
    let is_wrong = sheet.findings.iter().any(|told| told.severity == Severity::Violation);
    Ok(if is_wrong { 3 } else { 0 })
}
