//! The transition table: what may be done in which state, by whom, under which guards, with which
//! effects (handbook §5.3). The code runs from it, and `docs/lifecycle.md` is printed from it.

mod effect;
mod rows;
mod transition;

pub use effect::Effect;
pub use transition::{DraftField, RowApproval, Transition, Waiting};

use super::{DealAction, DocumentKind};
use crate::project::UnitState;

/// Every row: those of the stock of a unit, then those of each document in the order of a sale.
pub fn transitions() -> impl Iterator<Item = &'static Transition> {
    rows::ROWS.into_iter().flatten()
}

/// The row for an action on a unit in this state, or without a unit, and a deal whose active
/// document is of this kind, or that has none.
pub fn transition(
    action: DealAction,
    unit: Option<UnitState>,
    document: Option<DocumentKind>,
) -> Option<&'static Transition> {
    let of_stock_alone = |row: &Transition| row.document == Waiting::NoDeal;
    transitions().find(|row| {
        row.action == action
            && row.begins_at(unit, document)
            && (document.is_none() || !of_stock_alone(row))
    })
}
