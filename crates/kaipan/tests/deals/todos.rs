//! What the cashier has still to do: no deal stays stuck on it.

use super::desk::{Desk, because, buyer, read};
use kaipan::deal::{DealAction, DealDraft, DealGuard, TodoKind};
use kaipan::money::BOOKING;
use kaipan::project::UnitState;

fn booked() -> Desk {
    let mut desk = Desk::presale();
    desk.does(DealAction::Release, DealDraft::default());
    desk.receives(BOOKING, "10000");
    let draft = DealDraft {
        buyers: buyer(),
        amount: Some(read("10000")),
        until: Some(read("2026-09-08")),
        ..DealDraft::default()
    };
    desk.does(DealAction::Book, draft);
    desk
}

fn todo(desk: &Desk) -> DealDraft {
    DealDraft { todo: desk.deal.todos.first().map(|todo| todo.id), ..because("客户申请") }
}

#[test]
fn nobody_ends_a_booking_before_its_day_by_a_mere_reason() {
    let mut desk = booked();
    assert_eq!(desk.lacks(DealAction::Lapse, because("看着办")), [DealGuard::Expired]);
    desk.approve("quit", &[("project_gm", "王五")]);
    assert_eq!(desk.lacks(DealAction::ForfeitBooking, because("客户放弃")), []);
}

#[test]
fn a_lapsed_booking_is_returned_or_kept_by_a_later_approved_command() {
    let mut desk = booked();
    desk.context.now = read("2026-09-09T00:00:00");
    desk.does(DealAction::Lapse, DealDraft::default());
    assert_eq!(desk.stock.state, UnitState::OnSale);
    assert!(desk.deal.is_ended());
    assert_eq!(desk.deal.todos[0].kind, TodoKind::RefundOrForfeit);
    assert_eq!(desk.lacks(DealAction::RefundBooking, todo(&desk)), [DealGuard::Approved]);

    desk.context.roles.push("cashier".into());
    assert_eq!(desk.lacks(DealAction::FinishTodo, todo(&desk)), [DealGuard::TodoDecided]);

    desk.approve("refund", &[("project_gm", "王五")]).asked.amount = Some(read("9999.99"));
    assert_eq!(desk.lacks(DealAction::RefundBooking, todo(&desk)), [DealGuard::Approved]);
    desk.approve("refund", &[("project_gm", "王五")]).asked.amount = Some(read("10000"));
    let mut kept = desk.clone();
    let decision = desk.does(DealAction::RefundBooking, todo(&desk));
    assert_eq!(decision.entries[0].legs.len(), 2);
    assert_eq!(desk.deal.todos[0].kind, TodoKind::Refund);
    let finished = DealDraft { reason: None, ..todo(&desk) };
    desk.does(DealAction::FinishTodo, finished);
    assert!(desk.deal.todos.is_empty());

    kept.approve("quit", &[("project_gm", "王五")]);
    kept.does(DealAction::ForfeitBooking, todo(&kept));
    assert!(kept.deal.todos.is_empty());
}

#[test]
fn the_cashier_names_what_he_has_done() {
    let mut desk = booked();
    desk.approve("refund", &[("project_gm", "王五")]);
    desk.does(DealAction::RefundBooking, because("客户申请"));
    let finish = |todo| DealDraft { todo, ..DealDraft::default() };
    let action = DealAction::FinishTodo;
    let lacking = [DealGuard::MayAct, DealGuard::TodoNamed];
    assert_eq!(desk.lacks(action, finish(Some(999))), lacking);
    desk.context.roles = vec!["cashier".into()];
    let lacking = [DealGuard::TodoNamed, DealGuard::TodoDecided];
    assert_eq!(desk.lacks(action, finish(None)), lacking);
    let id = desk.deal.todos[0].id;
    desk.does(action, finish(Some(id)));
    assert!(desk.deal.todos.is_empty());
    assert_eq!(desk.lacks(action, finish(Some(id))), [DealGuard::TodoNamed]);
}
