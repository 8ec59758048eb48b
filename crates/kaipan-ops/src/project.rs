//! `project.…`: units from a spreadsheet or as JSON, and units that are looked for.

pub use kaipan::project::{FoundUnits, ImportedUnits, Unit};

use kaipan::Text;
use kaipan::error::{Code, Error, Input, Result};
use kaipan::project::{Importing, Searching, Selection, Worksheet, import_csv};
use kaipan_derive::boundary;

/// Units to read from a spreadsheet: its sheets, or CSV text, or units as JSON.
///
/// The header names the columns, in Chinese or English, see the reference of columns
/// (docs/columns.md). A column `custom:NAME` becomes an attribute of the project's own.
#[boundary]
#[derive(Default)]
pub struct ImportRequest {
    /// The text of a CSV file, with its header row. One of `csv`, `sheets` and `units` is given.
    pub csv: Option<String>,
    /// The sheets of a spreadsheet.
    pub sheets: Vec<Worksheet>,
    /// Name of the sheet that holds the units; needed if several could.
    pub sheet: Option<Text>,
    /// Units as JSON.
    pub units: Vec<Unit>,
    /// What separates the cells of CSV text, one ASCII character; by default the comma, tab or
    /// semicolon that the header has most of.
    pub delimiter: Option<String>,
}

/// `project.import_units`: units from a spreadsheet, from CSV text or as JSON.
///
/// # Errors
/// As [`Importing::read`], [`import_csv`] and [`kaipan::project::import_units`];
/// [`Code::JsonTogether`] for more than one of them.
pub fn import_units(request: ImportRequest) -> Result<ImportedUnits> {
    let together = |field: &str, other: &str, input: Input| {
        Error::new(Code::JsonTogether).with("field", field).with("other", other).within(input)
    };
    let csv = request.csv.as_deref();
    if request.sheet.is_some() && request.sheets.is_empty() {
        // A name of a sheet among none.
        return Importing::new(&[]).sheet(request.sheet.as_deref()).read();
    }
    match (csv, request.sheets.is_empty(), request.units.is_empty()) {
        (Some(_), _, false) => Err(together("units", "csv", Input::Units)),
        (_, false, false) => Err(together("units", "sheets", Input::Units)),
        (Some(_), false, _) => Err(together("sheets", "csv", Input::Sheets)),
        (Some(csv), true, true) => import_csv(csv, request.delimiter.as_deref()),
        (None, false, true) => {
            Importing::new(&request.sheets).sheet(request.sheet.as_deref()).read()
        }
        (None, true, _) => kaipan::project::import_units(request.units),
    }
}

/// Units to look among, and what is looked for.
#[boundary]
pub struct FindUnitsRequest {
    /// The units.
    #[boundary(required)]
    pub units: Vec<Unit>,
    /// Any combination of conditions; every unit if it has none.
    #[boundary(default)]
    pub select: Selection,
}

/// `project.find_units`: the units that meet the conditions, with their number and area.
///
/// # Errors
/// As [`Searching::find`].
pub fn find_units(request: &FindUnitsRequest) -> Result<FoundUnits> {
    Searching::new(&request.units, &request.select).find()
}
