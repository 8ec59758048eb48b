//! The transition table: what may be done in which state, by whom, under which guards, with which
//! effects (handbook §5.3). The code runs from it, and `docs/lifecycle.md` is printed from it.

mod effect;
mod rows;
mod transition;

pub use effect::Effect;
pub use transition::{DraftField, RowApproval, Transition, Waiting};

use super::{DealAction, DocumentKind};
use crate::project::UnitState;
use std::sync::LazyLock;

/// Every row: those of the stock of a unit, then those of each document in the order of a sale.
pub fn transitions() -> impl Iterator<Item = &'static Transition> {
    rows::ROWS.into_iter().flatten()
}

/// Every row, those of an action beside each other in the order of the table.
static BY_ACTION: LazyLock<Vec<&'static Transition>> = LazyLock::new(|| {
    let mut rows: Vec<&Transition> = transitions().collect();
    rows.sort_by_key(|row| row.action);
    rows
});

/// The rows of an action, found without a look at the others.
pub(in crate::deal) fn rows_of(action: DealAction) -> &'static [&'static Transition] {
    let from = BY_ACTION.partition_point(|row| row.action < action);
    let rows = BY_ACTION.get(from..).unwrap_or_default();
    let count = rows.partition_point(|row| row.action == action);
    rows.get(..count).unwrap_or_default()
}

/// The row for an action on a unit in this state, or without a unit, and a deal whose active
/// document is of this kind, or that has none.
pub fn transition(
    action: DealAction,
    unit: Option<UnitState>,
    document: Option<DocumentKind>,
) -> Option<&'static Transition> {
    let of_stock_alone = |row: &Transition| row.document == Waiting::NoDeal;
    let mut rows = rows_of(action).iter().copied();
    rows.find(|row| row.begins_at(unit, document) && (document.is_none() || !of_stock_alone(row)))
}
