//! Loading a project: a folder with project.json and a file of units, one JSON file, or a
//! spreadsheet alone.

mod list_prices;
mod units;

use crate::commented;
use crate::failure::{Failure, Located};
use crate::input;
use crate::spreadsheet::{self, Spreadsheet};
use crate::text::Say;
use kaipan::error::{Code, Error, Lang, Result};
use kaipan::project::{ImportedUnits, Unit};
use kaipan_ops::json;
use kaipan_ops::pricing::TableRequest;
use std::path::{Path, PathBuf};

/// A project as it was found.
#[derive(Debug)]
pub(crate) struct Loaded {
    /// The request, with units.
    pub(crate) request: TableRequest,
    /// The JSON file, for messages.
    pub(crate) file: String,
    /// The spreadsheet, if the units came from one.
    pub(crate) units_file: Option<String>,
    /// What a person should know of how it was loaded, a line each.
    pub(crate) told: Vec<String>,
}

/// Where units come from, where the project does not say it all.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct UnitsFrom<'a> {
    /// A spreadsheet in place of the project's own units.
    pub(crate) file: Option<&'a Path>,
    /// The sheet of the spreadsheet.
    pub(crate) sheet: Option<&'a str>,
}

/// Loads a project.
///
/// # Errors
/// Files that cannot be read, or do not hold what they should, with the name of the file.
pub(crate) fn load(path: &Path, from: UnitsFrom<'_>, lang: Lang) -> Result<Loaded, Failure> {
    let found = Found::of(path, from.file).map_err(|error| Failure::plain(&error))?;
    if let Some(named) = &found.named {
        let name = named.display().to_string();
        let book = spreadsheet::read(named).map_err(|error| in_whole(&name, &error))?;
        if let Some(project) = book.project() {
            return carried(&project, &book, &name, (from, found.json.as_deref()), lang);
        }
    }
    let Some(json) = found.json else { return without_json(&found.units, from.sheet, lang) };
    let file = json.display().to_string();
    let request = commented::read::<TableRequest>(&json).map_err(|error| match error.code() {
        Code::InputFile => in_whole(&file, &error),
        _ => Failure::in_file(&file, &error),
    })?;
    let mut loaded = Loaded { request, file, units_file: None, told: Vec::new() };
    match found.units {
        Units::Given(units) => loaded.take(&units, from.sheet, lang)?,
        // Units of the project itself come before a file beside it.
        Units::Beside(_) | Units::None if !loaded.request.project.units.is_empty() => {}
        Units::Beside(units) => loaded.take(&units, from.sheet, lang)?,
        Units::None => {
            let name = json.with_file_name("units.csv").display().to_string();
            return Err(Failure::plain(&input::refused_with(
                &name,
                [
                    "文件不存在，而“project.json”里也没有房间",
                    "there is no such file, and project.json holds no units either",
                ],
                [
                    "把房源表放在这里，或用“--units”指明",
                    "put the table of homes there, or name one by --units",
                ],
            )));
        }
    }
    if from.sheet.is_some() && loaded.units_file.is_none() {
        let (zh, en) = (
            "“--sheet”没有作用：房源不来自表格文件",
            "--sheet has no effect: the units do not come from a spreadsheet",
        );
        loaded.told.push(lang.say(zh, en).to_owned());
    }
    Ok(loaded)
}

/// The units of a spreadsheet, and what a person should know of how it was read, a line each.
///
/// # Errors
/// A file that cannot be read, and everything in it that is wrong, with its cell.
pub(crate) fn read_units(
    path: &Path,
    sheet: Option<&str>,
    lang: Lang,
) -> Result<(Vec<Unit>, Vec<String>), Failure> {
    let book = spreadsheet::read(path).map_err(|error| Failure::plain(&error))?;
    let read = book.units(sheet).map_err(|error| in_whole(&path.display().to_string(), &error))?;
    let told = units::told(&read, lang);
    Ok((read.units, told))
}

/// The files of a project.
struct Found {
    /// The spreadsheet that was named in place of a project.
    named: Option<PathBuf>,
    json: Option<PathBuf>,
    units: Units,
}

/// The file of the units.
enum Units {
    /// Asked for.
    Given(PathBuf),
    /// Found in the folder.
    Beside(PathBuf),
    None,
}

impl Found {
    fn of(path: &Path, given: Option<&Path>) -> Result<Found> {
        let folder = path.is_dir();
        let json = if folder { path.join("project.json") } else { path.to_owned() };
        let spreadsheet = !folder && !is_json(path)?;
        let beside = json.with_file_name("project.json");
        let json = if spreadsheet { beside } else { json };
        let json = Some(json).filter(|json| !(folder || spreadsheet) || json.exists());
        let units = match given {
            Some(given) => Units::Given(given.to_owned()),
            None if spreadsheet => Units::Given(path.to_owned()),
            None => units::beside(&json.clone().unwrap_or_else(|| path.join("project.json")))?
                .map_or(Units::None, Units::Beside),
        };
        if json.is_none() && matches!(units, Units::None) {
            return Err(Error::new(Code::InputProject).with_long("file", path.display()));
        }
        let named = spreadsheet.then(|| path.to_owned());
        Ok(Found { named, json, units })
    }
}

/// Whether a file is JSON, and no spreadsheet: by its first letter, or by its name if it cannot be
/// read, so that the message is about what was meant.
fn is_json(path: &Path) -> Result<bool> {
    let bytes = input::read(path)?;
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes).trim_ascii_start();
    let named = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    Ok(named || text.starts_with(b"{"))
}

/// The project that a workbook carries: it says what the workbook was priced from, and comes before
/// a project beside it.
fn carried(
    project: &str,
    book: &Spreadsheet,
    name: &str,
    (from, beside): (UnitsFrom<'_>, Option<&Path>),
    lang: Lang,
) -> Result<Loaded, Failure> {
    let request = json::read::<TableRequest>(project);
    let request = request.map_err(|error| Failure::in_file(name, &error))?;
    let mut loaded = Loaded { request, file: name.to_owned(), units_file: None, told: Vec::new() };
    if let Some(beside) = beside {
        let beside = beside.display();
        loaded.told.push(match lang {
            Lang::Zh => format!("项目取自工作簿“{name}”自带的内容，没有用旁边的“{beside}”"),
            Lang::En => {
                format!("the project is the one that the workbook {name} carries, not {beside}")
            }
        });
    }
    match from.file {
        Some(units) => loaded.take(units, from.sheet, lang)?,
        None if !loaded.request.project.units.is_empty() && from.sheet.is_none() => {}
        None => loaded.take_from(book, name, from.sheet, lang)?,
    }
    Ok(loaded)
}

/// The project of a spreadsheet alone: the one that it carries, else one that sells at the list
/// prices in it.
fn without_json(units: &Units, sheet: Option<&str>, lang: Lang) -> Result<Loaded, Failure> {
    let (Units::Given(path) | Units::Beside(path)) = units else {
        return Err(Failure::plain(&Error::new(Code::InputProject).with_long("file", "")));
    };
    let name = path.display().to_string();
    let book = spreadsheet::read(path).map_err(|error| in_whole(&name, &error))?;
    if let Some(project) = book.project() {
        let from = UnitsFrom { file: None, sheet };
        return carried(&project, &book, &name, (from, None), lang);
    }
    let request = list_prices::request(path);
    let mut loaded = Loaded { request, file: name.clone(), units_file: None, told: Vec::new() };
    loaded.take_from(&book, &name, sheet, lang)?;
    list_prices::fill(&mut loaded.request).map_err(|error| in_whole(&name, &error))?;
    let (zh, en) = (
        "没有“project.json”：按表中的表价显示",
        "there is no project.json: the list prices in the table are shown",
    );
    loaded.told.push(lang.say(zh, en).to_owned());
    Ok(loaded)
}

impl Loaded {
    /// Takes the units of a file.
    fn take(&mut self, path: &Path, sheet: Option<&str>, lang: Lang) -> Result<(), Failure> {
        let name = path.display().to_string();
        let book = spreadsheet::read(path).map_err(|error| in_whole(&name, &error))?;
        self.take_from(&book, &name, sheet, lang)
    }

    fn take_from(
        &mut self,
        book: &Spreadsheet,
        name: &str,
        sheet: Option<&str>,
        lang: Lang,
    ) -> Result<(), Failure> {
        let read = book.units(sheet).map_err(|error| in_whole(name, &error))?;
        if sheet.is_some() && !book.has_sheets() {
            let (zh, en) = (
                "“--sheet”没有作用：文字文件没有工作表",
                "--sheet has no effect: a text file has no sheets",
            );
            self.told.push(lang.say(zh, en).to_owned());
        }
        self.told.extend(units::told(&read, lang));
        let ImportedUnits { units, .. } = read;
        self.request.project.units = units;
        self.units_file = Some(name.to_owned());
        Ok(())
    }
}

/// Errors of a file as a whole: their messages name the cell, some the file too.
pub(crate) fn in_whole(name: &str, error: &Error) -> Failure {
    let named = [Code::InputFile, Code::InputSpreadsheet].contains(&error.code());
    Failure::new(error, |error| Located {
        place: if named { String::new() } else { name.to_owned() },
        error: error.clone(),
        suggestion: None,
    })
}
