//! The columnar path: a scheme compiled into integer tables, run over columns of units.
//!
//! [`CompiledScheme::compile`] looks every factor up once and gives each unit one small code a
//! factor. Prices of all combinations of codes are then computed ahead, by the same exact
//! arithmetic as the explained path, so that a unit costs a table look-up, a multiplication and a
//! rounding in 64 bits. What does not fit that (too many combinations, gift area, very large
//! numbers, amounts below the rounding place) goes through the exact arithmetic row by row. Either
//! way the fen are those of [`super::Trial::table`], and nothing is allocated for a unit.

mod axis;
mod columns;
mod compiled;
mod kernel;
mod run;
mod scale;
mod whole;
mod whole_number;

pub use axis::{Axis, AxisKey};
pub use columns::{ColumnSums, ColumnTotals, Columns, ColumnsView, PricedColumns, WholeColumns};
pub use compiled::CompiledScheme;
pub use whole_number::WholeNumber;
