//! The file that the units of a project come from, written anew with the prices in force.

use super::store::{Replacing, laid_out};
use crate::failure::{Failure, Located};
use crate::input;
use crate::spreadsheet::{self, Spreadsheet};
use crate::text::Say;
use kaipan::error::{Code, Error, Lang};
use kaipan::pricing::AdvancedBill;
use kaipan::project::{COLUMNS, SheetColumn, Unit, sheet_columns};
use kaipan_ops::json;
use kaipan_ops::pricing::TableRequest;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A file of units that will be written anew.
pub(crate) struct UnitsFile {
    path: PathBuf,
    form: Form,
    /// The file holds more than can be written back, so the old one is kept.
    keeps_old: bool,
}

enum Form {
    /// project.json with its units.
    Json,
    /// units.csv.
    Csv(CsvForm),
}

/// How a CSV file of units is written.
struct CsvForm {
    /// Language of its headers.
    lang: Lang,
    /// It begins with a byte-order mark.
    is_marked: bool,
    /// Its headers, whose order is kept.
    titles: Vec<String>,
    /// Its units.
    units: Vec<Unit>,
}

impl UnitsFile {
    /// The file of a project's units, in a form that can be written.
    ///
    /// # Errors
    /// A file in another form: nothing is changed, and the user is told how to go on.
    pub(crate) fn of(
        project_file: &str,
        units_file: Option<&str>,
        lang: Lang,
    ) -> Result<UnitsFile, Failure> {
        let Some(name) = units_file else {
            let path = PathBuf::from(project_file);
            return Ok(UnitsFile { path, form: Form::Json, keeps_old: true });
        };
        let path = PathBuf::from(name);
        let book = spreadsheet::read(&path).map_err(|error| Failure::plain(&error))?;
        let imported = book.units(None).ok();
        let (Spreadsheet::Text(text), Some(imported)) = (&book, imported) else {
            return Err(other_form(name, lang));
        };
        let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let titles = header.split([',', '\t', ';']).map(|title| title.trim().replace('"', ""));
        let titles: Vec<String> = titles.collect();
        let is_chinese =
            |title: &String| COLUMNS.iter().any(|one| one.zh.contains(&title.as_str()));
        let lang = if titles.iter().any(is_chinese) { Lang::Zh } else { Lang::En };
        let bytes = input::read(&path).map_err(|error| Failure::plain(&error))?;
        // Spreadsheets need the mark to see Chinese; a file in another encoding becomes UTF-8.
        let is_utf8 = std::str::from_utf8(&bytes).is_ok();
        let is_marked = bytes.starts_with(b"\xef\xbb\xbf") || !is_utf8;
        let reading = imported.reading.as_ref();
        let loses = reading.is_some_and(|reading| {
            !reading.skipped_columns.is_empty() || !reading.skipped_rows.is_empty()
        });
        let keeps_old = loses || !is_utf8;
        let form = Form::Csv(CsvForm { lang, is_marked, titles, units: imported.units });
        Ok(UnitsFile { path, form, keeps_old })
    }

    /// Its name.
    pub(crate) fn name(&self) -> String {
        self.path.display().to_string()
    }

    /// Writes it with the new prices, to take its place when all else is written. Gives the name
    /// under which the old file is kept, if it holds what is not written back.
    ///
    /// # Errors
    /// [`Failure::File`].
    pub(crate) fn write(
        &self,
        request: &TableRequest,
        advanced: &AdvancedBill,
        bill: u32,
        replacing: &mut Replacing,
    ) -> Result<Option<String>, Failure> {
        let text = match &self.form {
            Form::Json => {
                let mut request = request.clone();
                advanced.apply_to(&mut request.project.units);
                laid_out(&json::write(&request, 65_536))?
            }
            Form::Csv(form) => {
                let mut units = form.units.clone();
                advanced.apply_to(&mut units);
                form.text(&units)?
            }
        };
        replacing.write(&self.path, &text)?;
        if !self.keeps_old {
            return Ok(None);
        }
        let kept = kept_path(&self.path, bill);
        let name = kept.display().to_string();
        fs::copy(&self.path, &kept).map_err(|error| Failure::File(name.clone(), error))?;
        Ok(Some(name))
    }
}

/// `units.before-0001.csv` beside `units.csv`.
fn kept_path(path: &Path, bill: u32) -> PathBuf {
    let part = |part: Option<&std::ffi::OsStr>| {
        part.map(|text| text.to_string_lossy().into_owned()).unwrap_or_default()
    };
    let (stem, end) = (part(path.file_stem()), part(path.extension()));
    path.with_file_name(format!("{stem}.before-{bill:04}.{end}"))
}

impl CsvForm {
    /// The units: every field that any of them has, which the import reads back. Columns stand in
    /// the order of the old file, new ones after them.
    fn text(&self, units: &[Unit]) -> Result<String, Failure> {
        let rows: Vec<&Unit> = units.iter().collect();
        let mut columns = sheet_columns(&rows, self.lang);
        columns.sort_by_key(|column| self.place(column));
        let refuse = |error: csv::Error| Failure::Output(io::Error::other(error));
        let mark = if self.is_marked { "\u{feff}" } else { "" };
        let mut out = csv::Writer::from_writer(mark.as_bytes().to_vec());
        out.write_record(columns.iter().map(|column| &column.header)).map_err(refuse)?;
        for at in 0..rows.len() {
            let cell = |column: &SheetColumn| column.cells.get(at).cloned().unwrap_or_default();
            out.write_record(columns.iter().map(cell)).map_err(refuse)?;
        }
        let bytes = out.into_inner();
        let bytes = bytes.map_err(|error| Failure::Output(io::Error::other(error.to_string())))?;
        String::from_utf8(bytes).map_err(|error| Failure::Output(io::Error::other(error)))
    }

    /// Where the old file has a column; after all others if it has none.
    fn place(&self, column: &SheetColumn) -> usize {
        let known = COLUMNS.iter().find(|one| one.name == column.field);
        let is_it = |title: &String| {
            *title == column.header
                || known.is_some_and(|one| {
                    one.name == title || one.zh.iter().any(|zh| title.starts_with(zh))
                })
        };
        // A title may begin with the name of another column (底价, 底价总价): the exact one first.
        let exact = self.titles.iter().position(|title| {
            *title == column.header
                || known.is_some_and(|one| one.name == title || one.zh.contains(&title.as_str()))
        });
        exact.or_else(|| self.titles.iter().position(is_it)).unwrap_or(usize::MAX)
    }
}

/// The units come from a file that cannot be written back.
fn other_form(name: &str, lang: Lang) -> Failure {
    let error = Error::new(Code::InputFile).with_long("file", name);
    let error = error
        .with_long("detail_zh", "执行价格单要改写房源表，这种文件还不能改写")
        .with_long("detail", "the units come from it, and it cannot be written back");
    let suggestion = lang.say(
        "把房源表另存为“units.csv”（UTF-8）再执行；现在什么都没有改",
        "save the units as units.csv (UTF-8) and execute the bill then; nothing has been changed",
    );
    Failure::Coded(vec![Located {
        place: String::new(),
        error,
        suggestion: Some(suggestion.to_owned()),
    }])
}
