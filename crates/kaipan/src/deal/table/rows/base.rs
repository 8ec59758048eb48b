//! What rows have in common: roles, guards of a unit, a row to begin from.

use crate::deal::table::{DraftField, Transition, Waiting};
use crate::deal::{DealAction, DealGuard, DocumentKind};
use crate::project::UnitState;

pub(super) const AGENTS: &[&str] = &["sales_agent", "stock_controller", "sales_manager"];
pub(super) const CONTROLLERS: &[&str] = &["stock_controller", "sales_manager"];
pub(super) const MANAGERS: &[&str] = &["sales_manager"];
pub(super) const OFFICERS: &[&str] = &["marketing_officer", "sales_manager"];
pub(super) const FINANCE: &[&str] = &["finance_officer"];
/// A clock may do it: nobody's role is looked at.
pub(super) const EVERYBODY: &[&str] = &[];

/// A row that is not about a unit.
pub(super) const NO_UNIT: &[UnitState] = &[];

pub(super) const fn only(kinds: &'static [DocumentKind]) -> Waiting {
    Waiting::For { kinds, or_new: false }
}

/// A row about the stock of a unit alone.
pub(super) const fn of_stock(
    id: &'static str,
    action: DealAction,
    units: &'static [UnitState],
) -> Transition {
    Transition { document: Waiting::NoDeal, roles: CONTROLLERS, ..of_deal(id, action, units) }
}

/// A row about a deal.
pub(super) const fn of_deal(
    id: &'static str,
    action: DealAction,
    units: &'static [UnitState],
) -> Transition {
    Transition {
        id,
        action,
        units,
        document: Waiting::New,
        to: None,
        roles: AGENTS,
        takes: &[DraftField::Reason],
        guards: &[DealGuard::MayAct],
        effects: &[],
        zh: "",
        en: "",
        law: None,
    }
}

/// What every document about a unit looks at first.
macro_rules! of_unit {
    ($($guard:ident),* $(,)?) => {
        &[
            DealGuard::MayAct,
            DealGuard::NotLockedByChange,
            DealGuard::SameCustomer,
            DealGuard::NotHeldByAnother,
            DealGuard::NotAllottedElsewhere,
            DealGuard::DocumentUnlocked,
            DealGuard::NoOpenTodo,
            DealGuard::BuyersNamed,
            $(DealGuard::$guard),*
        ]
    };
}
pub(super) use of_unit;
