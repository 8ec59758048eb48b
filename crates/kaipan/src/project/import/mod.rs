//! Units from a spreadsheet, and back into one.

mod cell;
mod columns;
mod guard;
mod header;
mod problems;
mod sheet;
mod table;
#[cfg(test)]
mod tests;

pub use columns::{COLUMNS, Column};
pub use guard::spreadsheet_text;
pub use sheet::{SheetColumn, sheet_columns};

use super::check::validate_units;
use super::{Unit, figures};
use crate::error::{At, Code, Error, Finding, Input, InputPlace, Result, told};
use crate::{Label, Text};
use cell::cell_error;
use guard::content;
use header::Header;
use kaipan_derive::boundary;
use problems::Problems;
use std::collections::HashMap;
use table::{Table, delimiter};

/// Units that were read and checked.
#[boundary(answer)]
#[derive(Default)]
pub struct ImportedUnits {
    /// The units, in the order of the file.
    #[boundary(required)]
    pub units: Vec<Unit>,
    /// How many rows held a unit; header and empty rows do not count.
    pub rows: u32,
    /// What a person should read, such as totals that are not unit price × area.
    pub findings: Vec<Finding>,
    /// Columns that were not read, by their headers: what kaipan's own price table has computed.
    pub ignored: Vec<Label>,
}

told!(ImportedUnits: findings);

/// Reads and checks units from a spreadsheet saved as CSV text.
///
/// The first row names the columns, in Chinese or English: see [`COLUMNS`]. A column `custom:NAME`
/// becomes an attribute of the project's own. What separates the cells is one ASCII character; by
/// default a comma, or the tab or semicolon of a header row that has no comma.
///
/// A byte order mark, empty rows and what cannot be seen around cells are ignored, and so are the
/// guards `="01"` and `'01` by which spreadsheets keep text from becoming a number or a date; an
/// empty cell is an absent value. Names are folded as everywhere (see [`Text`]). Numbers are plain decimals; thousands may be grouped in a quoted cell. Floors may be
/// written `18`, `18层`, `18F`, `-1` or `B1`; the state in Chinese or English. kaipan's own price
/// table (`kaipan price --format csv`) is read too: its old list prices are the units' list prices,
/// and what it has computed is left out and named. Without a column
/// for it, the unit number is `building-stair-floorline`, such as `3-1-1802`.
///
/// # Errors
/// All that is wrong with the header ([`Code::ProjectUnknownColumn`],
/// [`Code::ProjectMissingColumn`], [`Code::ProjectDuplicateColumn`]), or else with the rows, of
/// which 50 are listed ([`Code::ProjectRow`], [`Code::ProjectCell`],
/// [`Code::ProjectTooManyErrors`]). [`Code::ProjectNoUnits`] when there is no row.
/// [`Code::ProjectDelimiter`] for one that cannot be one.
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
    let delimiter = delimiter(asked, text)?;
    let mut table = Table::new(text, delimiter);
    let header = match table.next()? {
        Some(_) => Header::read(&table.record)?,
        None => return Err(Error::new(Code::ProjectNoUnits).within(Input::Csv)),
    };
    let mut units = Vec::new();
    let mut first_rows: HashMap<Text, u32> = HashMap::new();
    let mut problems = Problems::default();
    while let Some(row) = table.next()? {
        let found = table.record.len();
        if table.record.iter().all(|cell| content(cell).is_empty()) {
            continue;
        }
        if found != header.columns.len() {
            problems.add(|| {
                Error::new(Code::ProjectRow)
                    .with("row", row)
                    .with("found", found)
                    .with("expected", header.columns.len())
                    .within(Input::Csv)
            });
            continue;
        }
        let Some(unit) = header.unit(&table, row, &mut problems) else { continue };
        if let Some(first) = first_rows.get(unit.unit_no.as_str()) {
            problems.add(|| {
                cell_error(
                    row,
                    header.unit_no(),
                    &format!("房号“{}”重复，首次出现在第 {first} 行", unit.unit_no),
                    &format!(
                        "unit number \"{}\" is given twice, first in row {first}",
                        unit.unit_no
                    ),
                )
            });
            continue;
        }
        first_rows.insert(unit.unit_no.clone(), row);
        units.push(unit);
    }
    if table.ends_in_open_quote() {
        problems.add(|| {
            let column = header.columns.last().map_or("", |(_, title)| title);
            cell_error(table.row, column, "引号没有闭合", "a quote is not closed")
        });
    }
    problems.finish()?;
    if units.is_empty() {
        return Err(Error::new(Code::ProjectNoUnits).within(Input::Csv));
    }
    let rows = u32::try_from(units.len()).unwrap_or(u32::MAX);
    let findings = units.iter().flat_map(|unit| figures::of_unit(unit, InputPlace::default()));
    let findings = findings.map(|finding| finding.placed(Input::Csv)).collect();
    Ok(ImportedUnits { units, rows, ignored: header.ignored(), findings })
}

/// Checks units that are at hand already, as [`import_csv`] checks those that it reads.
///
/// # Errors
/// [`Code::ProjectNoUnits`] when there are none; numbers given twice and what cannot be a unit.
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
    Ok(ImportedUnits { findings: findings.collect(), units, rows, ignored: Vec::new() })
}
