//! What a run of reports writes, by the ending of the file.

use super::args::ReportFormat;
use crate::failure::{Choose, Failure};
use crate::output::replace;
use crate::text::Say;
use crate::values::Said;
use kaipan::error::Lang;
use std::path::PathBuf;

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Written {
    /// A table for the terminal, never in a file.
    Table,
    /// A workbook for Excel and WPS, a sheet a report.
    Workbook,
    /// One report, a line a row.
    Csv,
    /// The answer of the operation.
    Json,
    /// XML with the schema of `docs/report.xsd`.
    Xml,
    /// A page to print.
    Page,
}

/// The endings that say what a file holds.
const ENDINGS: [(&str, Written); 6] = [
    ("xlsx", Written::Workbook),
    ("csv", Written::Csv),
    ("json", Written::Json),
    ("xml", Written::Xml),
    ("html", Written::Page),
    ("htm", Written::Page),
];

/// A file to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReportFile {
    pub(crate) file: PathBuf,
    pub(crate) written: Written,
}

impl From<ReportFormat> for Written {
    fn from(format: ReportFormat) -> Written {
        match format {
            ReportFormat::Table => Written::Table,
            ReportFormat::Csv => Written::Csv,
            ReportFormat::Json => Written::Json,
            ReportFormat::Xml => Written::Xml,
        }
    }
}

/// Reads the value of `--output`.
pub(crate) fn report_file(text: &str) -> Result<ReportFile, Said> {
    let file = PathBuf::from(text);
    let ending = file.extension().and_then(|end| end.to_str()).unwrap_or_default();
    let known = ENDINGS.iter().find(|(known, _)| ending.eq_ignore_ascii_case(known));
    match known {
        Some((_, written)) => Ok(ReportFile { written: *written, file }),
        None => Err(Said::new(
            "文件名应以“.xlsx”、“.csv”、“.json”、“.xml”或“.html”结尾，由此决定写成什么",
            "the name of the file must end in .xlsx, .csv, .json, .xml or .html, which says what is \
             written",
        )),
    }
}

impl ReportFile {
    /// Writes the file in place of an older one.
    ///
    /// # Errors
    /// [`Failure::File`]; an older file is then as it was.
    pub(crate) fn write(&self, content: &[u8]) -> Result<(), Failure> {
        replace(&self.file, content)
            .map_err(|error| Failure::File(self.file.display().to_string(), error))
    }

    /// The line that says that the file was written, and what it holds.
    pub(crate) fn told(&self, lang: Lang, holds: &str) -> String {
        let file = crate::layout::clean(&self.file.display().to_string());
        let holds = crate::text::aside(lang, holds);
        format!("{}{file}{holds}\n", lang.say("已写出 ", "written: "))
    }
}

/// Something that cannot be written so, and how to mend it.
pub(crate) fn refused(lang: Lang, what: [&str; 2], mend: [&str; 2]) -> Failure {
    let ([zh, en], [mend_zh, mend_en]) = (what, mend);
    Failure::Choose(Choose {
        what: lang.say(zh, en).to_owned(),
        mend: lang.say(mend_zh, mend_en).to_owned(),
        choices: Vec::new(),
    })
}
