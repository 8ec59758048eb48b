//! The file of units beside a project, and what is told of how it was read.

use crate::input;
use crate::text::{Say, aside};
use kaipan::error::{Code, Lang, Result};
use kaipan::project::{ColumnSkip, ImportedUnits, RowSkip, SheetReading};
use std::path::{Path, PathBuf};

/// Names that the file of units may have.
const NAMES: [&str; 4] = ["units.csv", "units.xlsx", "units.xls", "units.ods"];

/// The file of units beside project.json.
///
/// # Errors
/// Two of them.
pub(super) fn beside(json: &Path) -> Result<Option<PathBuf>> {
    let files = NAMES.map(|name| json.with_file_name(name));
    let mut there = files.into_iter().filter(|file| file.exists());
    match (there.next(), there.next()) {
        (Some(one), Some(two)) => {
            let other = two.file_name().unwrap_or_default().to_string_lossy();
            Err(input::refused_with(
                &one.display().to_string(),
                [
                    &format!("旁边还有“{other}”，不知道该用哪一个"),
                    &format!("{other} stands beside it, and it is not clear which one counts"),
                ],
                ["删去其中一个，或用“--units”指明", "remove one of them, or name one by --units"],
            ))
        }
        (one, _) => Ok(one),
    }
}

/// What was left out and concluded, in a line or two. What was as expected is not told.
pub(super) fn told(read: &ImportedUnits, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    if !read.further_readings.is_empty() {
        let readings = read.reading.iter().chain(&read.further_readings);
        let sheets: Vec<&str> = readings.filter_map(|reading| reading.sheet.as_deref()).collect();
        let sheets = sheets.join(lang.say("、", ", "));
        lines.push(format!("{}{sheets}", lang.say("读取的工作表：", "sheets that were read: ")));
    }
    for reading in read.reading.iter().chain(&read.further_readings) {
        let sheet = reading.sheet.as_deref().filter(|_| !read.further_readings.is_empty());
        let sheet = sheet.map(|name| format!("{name}{}", lang.say("：", ": ")));
        let sheet = sheet.unwrap_or_default();
        lines.extend(skipped(reading, lang).map(|line| format!("{sheet}{line}")));
        let conclusions: Vec<&str> =
            reading.conclusions.iter().map(|conclusion| conclusion.text(lang)).collect();
        if !conclusions.is_empty() && reading.sheet.is_some() {
            lines.push(conclusions.join(lang.say("；", "; ")));
        }
    }
    // Prices that differ are told with the table; this is not.
    let of_columns = [Code::ProjectCellsRounded, Code::ProjectColumnMistaken];
    let of_columns = read.findings.iter().filter(|one| of_columns.contains(&one.code));
    lines.extend(of_columns.map(|finding| finding.message(lang).to_owned()));
    lines
}

fn skipped(reading: &SheetReading, lang: Lang) -> Option<String> {
    let columns = reading.skipped_columns.iter();
    let columns = columns.filter(|column| column.why != ColumnSkip::Empty).map(|column| {
        let title = column.title.as_str();
        match lang {
            Lang::Zh => format!("“{title}”列{}", aside(lang, column.why.text(lang))),
            Lang::En => format!("column \"{title}\"{}", aside(lang, column.why.text(lang))),
        }
    });
    let rows = reading.skipped_rows.iter();
    let rows =
        rows.filter(|rows| !matches!(rows.why, RowSkip::Empty | RowSkip::Title)).map(|rows| {
            let numbers = match rows.first == rows.last {
                true => rows.first.to_string(),
                false => format!("{}-{}", rows.first, rows.last),
            };
            match lang {
                Lang::Zh => format!("第 {numbers} 行{}", aside(lang, rows.why.text(lang))),
                Lang::En => format!("row {numbers}{}", aside(lang, rows.why.text(lang))),
            }
        });
    /// More than these are counted, not listed.
    const MOST: usize = 6;
    let all: Vec<String> = columns.chain(rows).collect();
    let more = all.len().saturating_sub(MOST);
    let mut list = all.into_iter().take(MOST).collect::<Vec<_>>().join(lang.say("、", ", "));
    if more > 0 {
        list.push_str(&match lang {
            Lang::Zh => format!(" 等，还有 {more} 处，见“kaipan import”"),
            Lang::En => format!(" and {more} more, see kaipan import"),
        });
    }
    (!list.is_empty()).then(|| format!("{}{list}", lang.say("没有读取：", "not read: ")))
}
