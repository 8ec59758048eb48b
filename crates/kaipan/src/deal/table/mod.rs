//! The transition table: what may be done in which state, by whom, under which guards, with which
//! effects (handbook §5.3). The code runs from it, and `docs/lifecycle.md` is printed from it.

mod deal_rows;
mod effect;
mod stock_rows;
mod transition;

pub use effect::Effect;
pub use transition::{DraftField, Transition, Waiting};

use super::{Action, DocumentKind};
use crate::project::UnitState;

/// Every row, in the order of the handbook.
pub fn transitions() -> impl Iterator<Item = &'static Transition> {
    stock_rows::ROWS.iter().chain(deal_rows::ROWS)
}

/// The row for an action on a unit in this state, or without a unit, and a deal whose active
/// document is of this kind, or that has none.
pub fn transition(
    action: Action,
    unit: Option<UnitState>,
    document: Option<DocumentKind>,
) -> Option<&'static Transition> {
    transitions().find(|row| row.action == action && row.begins_at(unit, document))
}
