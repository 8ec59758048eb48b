//! Rows about what the cashier has still to do (财务待办), while a deal goes on and after it ended.

use super::base::{CASHIERS, CONTROLLERS, NO_UNIT, by_request, of_deal};
use crate::approval::ApprovalKind;
use crate::deal::table::{DraftField, Effect, Transition, Waiting};
use crate::deal::{DealAction, DealGuard, TodoKind};

pub(super) const ROWS: &[Transition] = &[
    Transition {
        document: Waiting::Any,
        roles: CASHIERS,
        takes: &[DraftField::Reason, DraftField::Todo, DraftField::Paper],
        guards: &[DealGuard::MayAct, DealGuard::TodoNamed, DealGuard::TodoDecided],
        effects: &[Effect::FinishTodo],
        zh: "完成财务待办：出纳已退款、已转款",
        en: "finish an open matter: the cashier has paid it back or moved it",
        ..of_deal("F1", DealAction::FinishTodo, NO_UNIT)
    },
    Transition {
        document: Waiting::Ended,
        roles: CONTROLLERS,
        approval: by_request(ApprovalKind::Refund),
        takes: &[DraftField::Reason, DraftField::Todo],
        guards: SETTLED,
        effects: &[Effect::SettleTodo(TodoKind::Refund)],
        zh: "到期失效的预定：经批准，预定金退还",
        en: "a booking that lapsed: approved, its money is returned",
        ..of_deal("T10", DealAction::RefundBooking, NO_UNIT)
    },
    Transition {
        document: Waiting::Ended,
        roles: CONTROLLERS,
        approval: by_request(ApprovalKind::Quit),
        takes: &[DraftField::Reason, DraftField::Todo],
        guards: SETTLED,
        effects: &[Effect::SettleTodo(TodoKind::Forfeit)],
        zh: "到期失效的预定：经批准，预定金没收转收入",
        en: "a booking that lapsed: approved, its money becomes income",
        ..of_deal("T11", DealAction::ForfeitBooking, NO_UNIT)
    },
];

const SETTLED: &[DealGuard] = &[
    DealGuard::MayAct,
    DealGuard::ReasonGiven,
    DealGuard::TodoNamed,
    DealGuard::TodoUndecided,
    DealGuard::Approved,
];
