//! Units from a spreadsheet, and back into one.

mod cell;
mod guard;
mod header;
mod importing;
mod mistaken;
mod problems;
mod reading;
mod rows;
mod source;
#[cfg(test)]
mod tests;
mod together;
mod worksheet;
mod written;

pub use guard::{cell_text, spreadsheet_text};
pub use header::{COLUMNS, Column};
pub use importing::Importing;
pub use reading::{
    ColumnSkip, Conclusion, ReadAs, ReadColumn, ReadWord, RowSkip, SheetReading, SkippedColumn,
    SkippedRows,
};
pub(crate) use worksheet::column_letters;
pub use worksheet::{CellKind, MergedCells, SheetCell, Worksheet};
pub use written::{SheetColumn, sheet_columns, spreadsheet_floors};

use super::check::validate_units;
use super::{Unit, figures};
use crate::error::{At, Error, Finding, Input, InputPlace, Result, told};
use cell::cell_error;
use header::{Found, Header};
use importing::{no_header, read_table};
use kaipan_derive::boundary;
use source::{CsvRows, Source, delimiter};

/// Units that were read and checked.
#[boundary(answer)]
#[derive(Default)]
pub struct ImportedUnits {
    /// The units, in the order of the file.
    #[boundary(required)]
    pub units: Vec<Unit>,
    /// How many rows held a unit.
    pub rows: u32,
    /// What a person should read, such as totals that are not unit price × area.
    pub findings: Vec<Finding>,
    /// How the table was read; none for units that were given as they are.
    pub reading: Option<SheetReading>,
    /// How further sheets were read, where each holds other buildings.
    pub further_readings: Vec<SheetReading>,
}

told!(ImportedUnits: findings);

/// Titles of columns that are skipped wherever they stand, and why.
pub fn skipped_titles() -> &'static [(ColumnSkip, &'static [&'static str])] {
    header::OTHERS
}

/// Reads and checks units from a spreadsheet saved as CSV text.
///
/// The text is read as [`Importing`] reads a sheet. What separates the cells is one ASCII character;
/// by default the comma, tab or semicolon that the header has most of. A byte order mark is ignored,
/// and so are the guards `="01"` and `'01` by which spreadsheets keep text from becoming a number or
/// a date; an empty cell is an absent value. Rows of units are as long as the header. kaipan's own
/// price table (`kaipan price --format csv`) is read too: its old list prices are the units' list
/// prices, and what it has computed is left out and named.
///
/// # Errors
/// As [`Importing::read`]; [`Code::ProjectRow`](crate::error::Code::ProjectRow) for rows of another
/// length than the header, [`Code::ProjectDelimiter`](crate::error::Code::ProjectDelimiter) for one
/// that cannot be one.
///
/// ```
/// use kaipan::project::import_csv;
/// let csv = "房号,楼栋,楼层,户位,建筑面积（㎡）\n3-1802,3,18层,02,89.50\n";
/// let read = import_csv(csv, None)?;
/// let unit = &read.units[0];
/// assert_eq!((unit.unit_no.as_str(), unit.floor), ("3-1802", 18));
/// assert_eq!(unit.building_area.to_string(), "89.50");
/// # Ok::<(), kaipan::Error>(())
/// ```
pub fn import_csv(csv: &str, asked: Option<&str>) -> Result<ImportedUnits> {
    let text = csv.strip_prefix('\u{feff}').unwrap_or(csv);
    let rows = CsvRows::read(text, delimiter(asked, text)?)?;
    let source = Source::csv(&rows);
    let empty = || {
        let mut places =
            (0..source.rows()).flat_map(|row| (0..source.columns()).map(move |at| (row, at)));
        places.all(|(row, at)| source.cell(row, at).is_empty())
    };
    let found = Found::find(&source);
    let found = found.ok_or_else(|| no_header(empty(), "").within(Input::Csv))?;
    read_table(&source, found)
}

/// The last cell of a text has swallowed rows.
fn open_quote(source: &Source<'_>, header: &Header) -> Error {
    let last = source.rows().saturating_sub(1);
    let (at, title) = header.columns.last().map_or((0, ""), |one| (one.at, one.title.as_str()));
    let name = source.cell_name(last, at);
    cell_error(&name, title, "引号没有闭合", "a quote is not closed").placed(source.whole())
}

/// Checks units that are at hand already, as [`import_csv`] checks those that it reads.
///
/// # Errors
/// [`Code::ProjectNoUnits`](crate::error::Code::ProjectNoUnits) when there are none; numbers given
/// twice and what cannot be a unit.
///
/// ```
/// use kaipan::project::{Unit, import_units};
/// let unit = Unit {
///     unit_no: "3-1802".into(), building: "3".into(), floor: 18, line: "02".into(),
///     building_area: "89.50".parse()?, list_price: Some("12000".parse()?),
///     list_total: Some("107.40".parse()?), ..Unit::default()
/// };
/// // The total was given in 10,000 yuan: that is told.
/// let read = import_units(vec![unit.clone()])?;
/// assert_eq!(read.findings[0].code.as_str(), "project.figures_differ");
/// let twice = import_units(vec![unit.clone(), unit]).unwrap_err();
/// assert_eq!((twice.code().as_str(), twice.path().as_str()), ("project.duplicate_unit", "/units/1/unit_no"));
/// # Ok::<(), kaipan::Error>(())
/// ```
pub fn import_units(units: Vec<Unit>) -> Result<ImportedUnits> {
    validate_units(&units).within(Input::Units)?;
    let rows = u32::try_from(units.len()).unwrap_or(u32::MAX);
    let place = InputPlace::of(Input::Units);
    let at = units.iter().enumerate();
    let findings = at.flat_map(|(at, unit)| figures::of_unit(unit, place.clone().then(at)));
    Ok(ImportedUnits {
        findings: findings.collect(),
        units,
        rows,
        reading: None,
        further_readings: Vec::new(),
    })
}
