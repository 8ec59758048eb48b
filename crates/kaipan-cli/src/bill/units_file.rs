//! The file that the units of a project come from, written anew with the prices in force.

use super::replacing::Replacing;
use super::store::laid_out;
use crate::failure::Failure;
use crate::input;
use crate::load::in_whole;
use crate::spreadsheet::{self, Spreadsheet};
use kaipan::error::Lang;
use kaipan::pricing::AdvancedBill;
use kaipan::project::{COLUMNS, SheetColumn, Unit, sheet_columns};
use kaipan_ops::json;
use kaipan_ops::pricing::TableRequest;
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
    /// A workbook: units.csv takes its place.
    Workbook {
        /// Its table of units; none if they stand in the project that it carries.
        table: Option<CsvForm>,
        /// It carries the project, which becomes project.json.
        carries_project: bool,
    },
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

/// What became of the files of a project.
pub(crate) struct Written {
    /// The files that hold the new prices, and the project where the old file carried it.
    pub(crate) files: Vec<String>,
    /// Where the old file is kept, if it held what is not written back.
    pub(crate) kept: Option<String>,
    /// The old file was a workbook, whose place the new files have taken.
    pub(crate) was_workbook: bool,
}

impl UnitsFile {
    /// The file of a project's units.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub(crate) fn of(project_file: &str, units_file: Option<&str>) -> Result<UnitsFile, Failure> {
        let name = units_file.unwrap_or(project_file);
        let path = PathBuf::from(name);
        let json = UnitsFile { path: path.clone(), form: Form::Json, keeps_old: true };
        if units_file.is_none() && is_json(&path) {
            return Ok(json);
        }
        let bytes = input::read(&path).map_err(|error| Failure::plain(&error))?;
        let book = match spreadsheet::read(&path) {
            // A project of any name that is no spreadsheet was read as JSON.
            Err(_) | Ok(Spreadsheet::Text(_)) if units_file.is_none() => return Ok(json),
            book => book.map_err(|error| Failure::plain(&error))?,
        };
        let table = || book.units(None).map_err(|error| in_whole(name, &error));
        let (form, keeps_old) = match &book {
            Spreadsheet::Text(text) => {
                let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
                let titles = header.split([',', '\t', ';']);
                let titles = titles.map(|title| title.trim().replace('"', "")).collect();
                let imported = table()?;
                let reading = imported.reading.as_ref();
                let loses = reading.is_some_and(|reading| {
                    !reading.skipped_columns.is_empty() || !reading.skipped_rows.is_empty()
                });
                // Spreadsheets need the mark to see Chinese; a file in another encoding becomes
                // UTF-8.
                let is_utf8 = std::str::from_utf8(&bytes).is_ok();
                let is_marked = bytes.starts_with(b"\xef\xbb\xbf") || !is_utf8;
                let form = CsvForm::new(titles, imported.units, is_marked);
                (Form::Csv(form), loses || !is_utf8)
            }
            Spreadsheet::Sheets(_) => {
                let table = match units_file {
                    Some(_) => {
                        let imported = table()?;
                        let reading = imported.reading.iter();
                        let columns = reading.flat_map(|reading| &reading.columns);
                        let titles = columns.map(|column| column.title.to_string()).collect();
                        Some(CsvForm::new(titles, imported.units, true))
                    }
                    None => None,
                };
                let carries_project = name == project_file && book.project().is_some();
                (Form::Workbook { table, carries_project }, true)
            }
        };
        Ok(UnitsFile { path, form, keeps_old })
    }

    /// Writes the new prices, to take their place when all else is written. A file that holds what
    /// is not written back is kept.
    ///
    /// # Errors
    /// [`Failure::File`], also if the file that would take the place of a workbook is there already.
    pub(crate) fn write(
        &self,
        request: &TableRequest,
        advanced: &AdvancedBill,
        bill: u32,
        replacing: &mut Replacing,
    ) -> Result<Written, Failure> {
        let mut files = Vec::new();
        let kept = self.keeps_old.then(|| kept_path(&self.path, bill));
        match &self.form {
            Form::Json => {
                let mut request = request.clone();
                advanced.apply_to(&mut request.project.units);
                let text = laid_out(&json::write(&request, 65_536))?;
                replacing.write(&self.path, text.as_bytes())?;
                files.push(self.path.clone());
            }
            Form::Csv(form) => {
                replacing.write(&self.path, form.with_prices(advanced)?.as_bytes())?;
                files.push(self.path.clone());
            }
            Form::Workbook { table, carries_project } => {
                if let Some(form) = table {
                    let csv = self.path.with_extension("csv");
                    replacing.add(&csv, form.with_prices(advanced)?.as_bytes())?;
                    files.push(csv);
                }
                if *carries_project {
                    let mut request = request.clone();
                    match table {
                        Some(_) => request.project.units.clear(),
                        None => advanced.apply_to(&mut request.project.units),
                    }
                    let text = laid_out(&json::write(&request, 65_536))?;
                    let project = self.path.with_file_name("project.json");
                    replacing.add(&project, text.as_bytes())?;
                    files.push(project);
                }
            }
        }
        let was_workbook = matches!(self.form, Form::Workbook { .. });
        if let Some(kept) = &kept {
            match was_workbook {
                true => replacing.rename(&self.path, kept),
                false => {
                    let old = input::read(&self.path).map_err(|error| Failure::plain(&error))?;
                    replacing.add(kept, &old)?;
                }
            }
        }
        let name = |path: PathBuf| path.display().to_string();
        let files = files.into_iter().map(name).collect();
        Ok(Written { files, kept: kept.map(name), was_workbook })
    }
}

fn is_json(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"))
}

/// `units.before-0001.csv` beside `units.csv`; with a further number if that is taken.
fn kept_path(path: &Path, bill: u32) -> PathBuf {
    let part = |part: Option<&std::ffi::OsStr>| {
        part.map(|text| text.to_string_lossy().into_owned()).unwrap_or_default()
    };
    let (stem, end) = (part(path.file_stem()), part(path.extension()));
    let named = |more: &str| path.with_file_name(format!("{stem}.before-{bill:04}{more}.{end}"));
    let further = (2..=u32::MAX).map(|number| named(&format!("-{number}")));
    let mut free = std::iter::once(named("")).chain(further).filter(|kept| !kept.exists());
    free.next().unwrap_or_else(|| named(""))
}

impl CsvForm {
    fn new(titles: Vec<String>, units: Vec<Unit>, is_marked: bool) -> CsvForm {
        let is_chinese =
            |title: &String| COLUMNS.iter().any(|one| one.zh.contains(&title.as_str()));
        let lang = if titles.iter().any(is_chinese) { Lang::Zh } else { Lang::En };
        CsvForm { lang, is_marked, titles, units }
    }

    /// The units with the prices that a bill sets.
    fn with_prices(&self, advanced: &AdvancedBill) -> Result<String, Failure> {
        let mut units = self.units.clone();
        advanced.apply_to(&mut units);
        self.text(&units)
    }

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
