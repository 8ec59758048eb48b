//! What is for sale: project, phases, buildings, units, permits; selecting units; importing them.

mod attribute;
mod check;
#[cfg(feature = "csv")]
mod import;
mod model;
mod permit;
mod selection;
mod unit;

pub use attribute::Dimension;
pub use check::validate;
pub(crate) use check::{FLOORS, check_unit};
#[cfg(feature = "csv")]
pub use import::{COLUMNS, Column, ImportRequest, ImportResponse, import_units, spreadsheet_text};
pub use model::{Building, Phase, Precinct, Project, Stair};
pub use permit::{PresalePermit, saleable};
pub use selection::{AreaRange, AttributeMatch, Clause, FloorRange, PriceRange, Selection};
pub use unit::{Attribute, Unit, UnitState};
