//! `--output FILE`: what is written to a file is chosen by the ending of its name.

mod replace;

use crate::args::{BillFormat, Format, QuoteFormat};
use crate::failure::{Choose, Failure};
use crate::text::Say;
use crate::values::Said;
use kaipan::error::Lang;
pub(crate) use replace::replace;
use std::path::PathBuf;

/// What a run writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A table for the terminal, never in a file.
    Table,
    /// A workbook for Excel and WPS.
    Workbook,
    /// One row a unit.
    Csv,
    /// The answer of the operation.
    Json,
    /// A page to print.
    Page,
}

/// The endings that say what a file holds.
const ENDINGS: [(&str, Kind); 5] = [
    ("xlsx", Kind::Workbook),
    ("csv", Kind::Csv),
    ("json", Kind::Json),
    ("html", Kind::Page),
    ("htm", Kind::Page),
];

impl From<Format> for Kind {
    fn from(format: Format) -> Kind {
        match format {
            Format::Table => Kind::Table,
            Format::Csv => Kind::Csv,
            Format::Json => Kind::Json,
        }
    }
}

impl From<BillFormat> for Kind {
    fn from(format: BillFormat) -> Kind {
        match format {
            BillFormat::Table => Kind::Table,
            BillFormat::Json => Kind::Json,
        }
    }
}

impl From<QuoteFormat> for Kind {
    fn from(format: QuoteFormat) -> Kind {
        match format {
            QuoteFormat::Table => Kind::Table,
            QuoteFormat::Json => Kind::Json,
        }
    }
}

/// A file to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Output {
    pub(crate) file: PathBuf,
    pub(crate) kind: Kind,
}

/// What a run writes, by its options.
///
/// # Errors
/// [`Failure::Choose`] when they ask for two things at once.
pub(crate) fn kind(
    format: Option<impl Into<Kind>>,
    output: Option<&Output>,
    lang: Lang,
) -> Result<Kind, Failure> {
    let asked = format.map(Into::into);
    let Some(output) = output else { return Ok(asked.unwrap_or(Kind::Table)) };
    if asked.is_none_or(|asked| asked == output.kind) {
        return Ok(output.kind);
    }
    let file = output.file.display();
    let what = match lang {
        Lang::Zh => format!("“--format”与“--output {file}”矛盾：写成什么由文件名的结尾决定"),
        Lang::En => format!(
            "--format contradicts \"--output {file}\", where the ending of the name says what is \
             written"
        ),
    };
    let mend =
        lang.say("去掉“--format”，或改文件名的结尾", "leave --format out, or change the ending");
    Err(Failure::Choose(Choose { what, mend: mend.to_owned(), choices: Vec::new() }))
}

/// Reads the value of `--output`.
pub(crate) fn output(text: &str) -> Result<Output, Said> {
    let file = PathBuf::from(text);
    let ending = file.extension().and_then(|end| end.to_str()).unwrap_or_default();
    let known = ENDINGS.iter().find(|(known, _)| ending.eq_ignore_ascii_case(known));
    match known {
        Some((_, kind)) => Ok(Output { kind: *kind, file }),
        None => Err(Said::new(
            "文件名应以“.xlsx”、“.csv”、“.json”或“.html”结尾，由此决定写成什么",
            "the name of the file must end in .xlsx, .csv, .json or .html, which says what is \
             written",
        )),
    }
}

impl Output {
    /// Writes the file in place of an older one.
    ///
    /// # Errors
    /// [`Failure::File`]; an older file is then as it was.
    pub(crate) fn write(&self, content: &[u8]) -> Result<(), Failure> {
        replace(&self.file, content)
            .map_err(|error| Failure::File(self.file.display().to_string(), error))
    }

    /// The line that says that the file was written, and what it holds.
    pub(crate) fn written(&self, lang: Lang, holds: &str) -> String {
        let file = crate::layout::clean(&self.file.display().to_string());
        let holds = crate::text::aside(lang, holds);
        format!("{}{file}{holds}\n", lang.say("已写出 ", "written: "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_says_what_is_written() {
        for (name, kind) in [
            ("价格表.xlsx", Kind::Workbook),
            ("a/b.CSV", Kind::Csv),
            ("p.json", Kind::Json),
            ("p.html", Kind::Page),
            ("p.htm", Kind::Page),
        ] {
            assert_eq!(output(name).unwrap().kind, kind, "{name}");
        }
        for name in ["prices", "prices.xls", ".xlsx", "prices.", "prices.pdf"] {
            let said = output(name).unwrap_err();
            for ending in [".xlsx", ".csv", ".json", ".html"] {
                assert!(said.zh.contains(ending) && said.en.contains(ending), "{name}");
            }
        }
    }
}
