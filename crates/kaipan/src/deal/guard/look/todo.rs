//! What the cashier has still to do.

use super::{Look, fact, needs};
use crate::deal::guard::{Lacking, Situation};
use crate::deal::{DealAction, FinanceTodo, TodoKind};
use crate::money;
use crate::number::Money;

impl<'a> Situation<'a> {
    /// What the draft names of what the cashier has still to do.
    pub(in crate::deal) fn todo(&self) -> Option<&'a FinanceTodo> {
        let id = self.draft.todo?;
        self.deal?.todos.iter().find(|todo| todo.id == id)
    }
}

pub(super) fn none_open(at: &Situation<'_>) -> Look {
    match at.deal.and_then(|deal| deal.todos.first()) {
        Some(todo) => Err(Lacking::Amount { needed: todo.amount, found: Money::ZERO }),
        None => Ok(()),
    }
}

pub(super) fn named(at: &Situation<'_>) -> Look {
    match at.draft.todo {
        None => needs("todo"),
        Some(_) => fact(at.todo().is_some()),
    }
}

/// It is decided whether money is returned or kept; what is not there is looked at by [`named`].
pub(super) fn decided(at: &Situation<'_>) -> Look {
    if at.draft.todo.is_none() {
        return needs("todo");
    }
    fact(at.todo().is_none_or(|todo| todo.kind != TodoKind::RefundOrForfeit))
}

/// It is not decided yet; booking money alone can be kept.
pub(super) fn undecided(at: &Situation<'_>) -> Look {
    if at.draft.todo.is_none() {
        return needs("todo");
    }
    let Some(todo) = at.todo() else { return Ok(()) };
    match at.row.action == DealAction::ForfeitBooking && todo.item != money::BOOKING {
        true => Err(super::named(&todo.item, 1)),
        false => fact(todo.kind == TodoKind::RefundOrForfeit),
    }
}
