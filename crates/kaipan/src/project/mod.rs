//! What is for sale: project, phases, buildings, units, permits; selecting units; importing them.

mod attribute;
mod check;
pub(crate) mod figures;
#[cfg(feature = "csv")]
mod import;
mod model;
mod names;
mod permit;
mod property_use;
mod references;
mod search;
mod selection;
mod unit;
mod written_floor;

pub use attribute::Dimension;
pub use check::validate;
pub(crate) use check::{FEW, FLOORS, check_unit, not_positive, unknown_unit};
#[cfg(feature = "csv")]
pub(crate) use import::column_letters;
#[cfg(feature = "csv")]
pub use import::{
    COLUMNS, CellKind, Column, ColumnSkip, Conclusion, ImportedUnits, Importing, MergedCells,
    ReadAs, ReadColumn, ReadWord, RowSkip, SheetCell, SheetColumn, SheetReading, SkippedColumn,
    SkippedRows, Worksheet, cell_text, import_csv, import_units, sheet_columns, skipped_titles,
    spreadsheet_floors, spreadsheet_text,
};
pub use model::{Building, Phase, Precinct, Project, Stair};
pub(crate) use names::{Names, few, spelt_otherwise};
pub use permit::{PresalePermit, saleable};
pub use property_use::PropertyUse;
pub(crate) use references::references;
pub use search::{FoundState, FoundUnits, Searching};
pub use selection::{AreaRange, AttributeMatch, Clause, FloorRange, PriceRange, Selection};
pub use unit::{Attribute, Unit, UnitState};
pub(crate) use written_floor::written_floor;
