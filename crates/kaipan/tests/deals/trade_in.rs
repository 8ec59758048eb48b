//! 以旧换新: a hold that waits for the sale of an old home (T29 to T31).

use super::desk::{Desk, because, buyer, price, read, schedule, subscription};
use kaipan::deal::{DealAction, DealDraft, DealGuard, OldHomeSale, TodoKind};
use kaipan::money::{BOOKING, DEPOSIT};
use kaipan::project::UnitState;

fn held() -> Desk {
    let mut desk = Desk::presale();
    desk.does(DealAction::Release, DealDraft::default());
    desk.receives(BOOKING, "10000");
    let draft = DealDraft {
        buyers: buyer(),
        old_home: Some("旧城路 1 号".into()),
        until: Some(read("2026-11-30")),
        ..DealDraft::default()
    };
    desk.does(DealAction::HoldForTradeIn, draft);
    desk
}

fn sold(list_total: &str) -> DealDraft {
    let mut draft = subscription();
    draft.buyers = Vec::new();
    draft.price.as_mut().unwrap().list_total = read(list_total);
    let sale = OldHomeSale::new(read("2026-09-01"), "买卖合同 12 号");
    DealDraft { old_home_sold: Some(sale), ..draft }
}

#[test]
fn nothing_but_the_sale_of_the_old_home_leads_on() {
    let desk = held();
    assert_eq!(desk.stock.state, UnitState::Reserved);
    assert_eq!(desk.stock.deal.as_deref(), Some("D1"));
    for action in [DealAction::Subscribe, DealAction::Book] {
        let draft = match action {
            DealAction::Subscribe => subscription(),
            _ => DealDraft { buyers: buyer(), ..DealDraft::default() },
        };
        let blocked = desk.has_no_row(action, draft.clone())
            || desk.lacks(action, draft).contains(&DealGuard::NoTradeInPending);
        assert!(blocked, "{action:?}");
    }
    let ended = desk.lacks(DealAction::EndReservation, DealDraft::default());
    assert_eq!(ended, [DealGuard::NoTradeInPending]);
}

#[test]
fn the_price_that_was_locked_binds() {
    let mut desk = held();
    desk.receives(DEPOSIT, "40000");
    // The list price has risen meanwhile.
    desk.context.unit.as_mut().unwrap().list_total = Some(read("1100000"));
    let action = DealAction::SubscribeTradeIn;
    assert_eq!(desk.lacks(action, sold("1100000")), [DealGuard::LockedPrice]);
    let without = DealDraft { old_home_sold: None, ..sold("1000000") };
    assert_eq!(desk.lacks(action, without), [DealGuard::OldHomeSold]);
    desk.does(action, sold("1000000"));
    assert_eq!(desk.stock.state, UnitState::Subscribed);
    assert!(desk.stock.reservation.is_none());
    assert!(desk.deal.active().unwrap().old_home_sold.is_some());
    assert_eq!(schedule("980000").len(), desk.deal.schedule.len());
    assert_eq!(price().list_total, read("1000000"));
}

#[test]
fn a_void_subscription_is_a_hold_again() {
    let mut desk = held();
    desk.receives(DEPOSIT, "40000");
    desk.does(DealAction::SubscribeTradeIn, sold("1000000"));
    desk.context.received = Some(Vec::new());
    desk.approve("void", &[("sales_manager", "王五")]);
    desk.does(DealAction::Void, because("录错"));
    assert_eq!(desk.stock.state, UnitState::Reserved);
    assert!(desk.stock.reservation.as_ref().unwrap().trade_in.is_some());
    assert_eq!(desk.stock.deal.as_deref(), Some("D1"));
    desk.approve("void", &[("sales_manager", "王五")]);
    desk.does(DealAction::Void, because("录错"));
    assert_eq!(desk.stock.state, UnitState::OnSale);
    assert!(desk.stock.reservation.is_none() && desk.stock.deal.is_none());
}

#[test]
fn a_hold_that_lapses_returns_its_money_in_full() {
    let mut desk = held();
    assert_eq!(desk.lacks(DealAction::Lapse, DealDraft::default()), [DealGuard::Expired]);
    desk.context.now = read("2026-12-01T00:00:00");
    desk.does(DealAction::Lapse, DealDraft::default());
    assert_eq!(desk.stock.state, UnitState::OnSale);
    assert!(desk.stock.deal.is_none() && desk.stock.reservation.is_none());
    assert_eq!(desk.deal.todos[0].kind, TodoKind::Refund);
    assert_eq!(desk.deal.todos[0].amount, read("10000"));
}
