//! What is known of the homes beside their rows: units by number, counts of states.

use super::Book;
use kaipan::project::{Unit, UnitState};
use std::collections::HashMap;

/// The units of the project by their number.
pub(super) fn by_number(units: &[Unit]) -> HashMap<&str, &Unit> {
    units.iter().map(|unit| (unit.unit_no.as_str(), unit)).collect()
}

/// How many homes of the table are in each state that occurs, in the order of the sale.
pub(super) fn states(book: &Book<'_>) -> Vec<(UnitState, usize)> {
    let units = by_number(book.units);
    let mut counts = UnitState::ALL.map(|state| (state, 0_usize));
    for row in &book.table.rows {
        let Some(unit) = units.get(row.unit_no.as_str()) else { continue };
        if let Some((_, count)) = counts.iter_mut().find(|(state, _)| *state == unit.state) {
            *count = count.saturating_add(1);
        }
    }
    counts.into_iter().filter(|(_, count)| *count > 0).collect()
}
