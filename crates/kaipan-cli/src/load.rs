//! Loading a project: a folder with project.json and units.csv, or one JSON file.

use crate::failure::Failure;
use crate::input;
use kaipan::error::{Code, Error, Result};
use kaipan::project::import_csv;
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
    /// The CSV file, if the units came from one.
    pub(crate) units_file: Option<String>,
}

/// Where units come from, where the project does not say it all.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct UnitsFrom<'a> {
    /// A spreadsheet in place of the project's own units.
    pub(crate) file: Option<&'a Path>,
}

/// Loads a project.
///
/// # Errors
/// Files that cannot be read, or do not hold what they should, with the name of the file.
pub(crate) fn load(path: &Path, from: UnitsFrom<'_>) -> Result<Loaded, Failure> {
    let json_path = json_file(path).map_err(|error| Failure::plain(&error))?;
    let file = json_path.display().to_string();
    let mut request = read_request(&json_path).map_err(|error| match error.code() {
        Code::InputFile => Failure::plain(&error),
        _ => Failure::in_file(&file, &error),
    })?;
    let mut units_file = None;
    if from.file.is_some() || request.project.units.is_empty() {
        let beside = || json_path.with_file_name("units.csv");
        let csv_path = from.file.map_or_else(beside, Path::to_owned);
        let name = csv_path.display().to_string();
        if !csv_path.exists() {
            let error = input::refused(
                &name,
                "文件不存在，而“project.json”里也没有房间",
                "there is no such file, and project.json holds no units either",
            );
            return Err(Failure::plain(&error));
        }
        request.project.units = read_units(&csv_path).map_err(|error| match error.code() {
            Code::InputFile => Failure::plain(&error),
            // The text as a whole is the place of these.
            _ => Failure::new(&error, |error| crate::failure::Located {
                place: name.clone(),
                error: error.clone(),
                suggestion: None,
            }),
        })?;
        units_file = Some(name);
    }
    Ok(Loaded { request, file, units_file })
}

fn json_file(path: &Path) -> Result<PathBuf> {
    if !path.is_dir() {
        return Ok(path.to_owned());
    }
    let inside = path.join("project.json");
    if inside.exists() {
        Ok(inside)
    } else {
        Err(Error::new(Code::InputProject).with_long("file", path.display()))
    }
}

fn read_request(path: &Path) -> Result<TableRequest> {
    let bytes = input::read(path)?;
    json::read(json::utf8(&bytes)?)
}

fn read_units(path: &Path) -> Result<Vec<kaipan::project::Unit>> {
    let bytes = input::read(path)?;
    import_csv(json::utf8(&bytes)?, None).map(|read| read.units)
}
