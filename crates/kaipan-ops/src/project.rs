//! `project.import_units`: units from a spreadsheet or as JSON.

pub use kaipan::project::{ImportedUnits, Unit};

use kaipan::error::{Code, Error, Input, Result};
use kaipan::project::import_csv;
use kaipan_derive::boundary;

/// Units to read from a spreadsheet saved as CSV.
///
/// The first row names the columns, in Chinese or English: see [`kaipan::project::COLUMNS`]. A column
/// `custom:NAME` becomes an attribute of the project's own.
#[boundary]
#[derive(Default)]
pub struct ImportRequest {
    /// The text of a CSV file, with its header row. Either this or `units` is given.
    pub csv: Option<String>,
    /// Units as JSON.
    pub units: Vec<Unit>,
    /// What separates the cells, one ASCII character; by default a comma, or the tab or
    /// semicolon of a header row that has no comma.
    pub delimiter: Option<String>,
}

/// `project.import_units`: units from CSV text or as JSON.
///
/// # Errors
/// As [`import_csv`] and [`kaipan::project::import_units`]; [`Code::JsonTogether`] for units beside
/// a table.
pub fn import_units(request: ImportRequest) -> Result<ImportedUnits> {
    let Some(csv) = &request.csv else { return kaipan::project::import_units(request.units) };
    if !request.units.is_empty() {
        let error = Error::new(Code::JsonTogether).with("field", "units");
        return Err(error.with("other", "csv").within(Input::Units));
    }
    import_csv(csv, request.delimiter.as_deref())
}
