//! Loading a project: a folder with project.json and units.csv, or one JSON file.

use crate::commented;
use crate::failure::{Failure, Located};
use crate::input;
use kaipan::error::{Code, Error};
use kaipan::project::{Unit, import_csv};
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

/// Loads a project.
///
/// # Errors
/// Files that cannot be read, or do not hold what they should, with the name of the file.
pub(crate) fn load(path: &Path) -> Result<Loaded, Failure> {
    let json_path = json_file(path).map_err(|error| Failure::plain(&error))?;
    let file = json_path.display().to_string();
    let mut request = read_request(&json_path).map_err(|error| match error.code() {
        Code::InputFile => Failure::plain(&error),
        _ => Failure::in_file(&file, &error),
    })?;
    let mut units_file = None;
    if request.project.units.is_empty() {
        let csv_path = json_path.with_file_name("units.csv");
        let name = csv_path.display().to_string();
        if !csv_path.exists() {
            let error = input::refused(
                &name,
                "文件不存在，而“project.json”里也没有房间",
                "there is no such file, and project.json holds no units either",
            );
            return Err(Failure::plain(&error));
        }
        request.project.units = read_units(&csv_path)?;
        units_file = Some(name);
    }
    Ok(Loaded { request, file, units_file })
}

fn json_file(path: &Path) -> kaipan::Result<PathBuf> {
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

fn read_request(path: &Path) -> kaipan::Result<TableRequest> {
    commented::read(path)
}

/// The units of a spreadsheet.
///
/// # Errors
/// A file that cannot be read, and everything in it that is wrong, with its row and column.
pub(crate) fn read_units(path: &Path) -> Result<Vec<Unit>, Failure> {
    let read = input::read(path).and_then(|bytes| {
        let text = json::utf8(&bytes)?;
        import_csv(text, None).map(|read| read.units)
    });
    read.map_err(|error| match error.code() {
        Code::InputFile => Failure::plain(&error),
        // The text as a whole is the place of these.
        _ => Failure::new(&error, |error| Located {
            place: path.display().to_string(),
            error: error.clone(),
            suggestion: None,
        }),
    })
}
