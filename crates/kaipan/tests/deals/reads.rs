//! A decision names every stream that it read, and none that it did not.

use super::desk::{Desk, read, registration, subscription};
use kaipan::deal::{BuyerFacts, ChoosingTurn, DealAction, DealDraft, DealGuard, Quota};
use kaipan::money::DEPOSIT;
use kaipan::{StreamKind, StreamRead};

fn kinds(reads: &[StreamRead]) -> Vec<(StreamKind, &str, u32)> {
    reads.iter().map(|one| (one.kind, one.id.as_str(), one.version)).collect()
}

#[test]
fn a_subscription_reads_unit_deal_customer_quota_and_ledger() {
    let mut desk = Desk::presale();
    desk.context.ledger = vec![StreamRead::new(StreamKind::LedgerAccount, "D1", 9)];
    desk.context.buyers = Some(vec![
        BuyerFacts::new("C1", true).with_version(6),
        BuyerFacts::new("C9", true).with_version(2),
    ]);
    desk.context.quotas = Some(vec![Quota::new("DZ", 1), Quota::new("TG", 1)]);
    let released = desk.does(DealAction::Release, DealDraft::default());
    assert_eq!(kinds(&released.reads), [(StreamKind::Unit, "3-1-1802", 0)]);
    desk.receives(DEPOSIT, "50000");
    let draft = DealDraft { quotas: vec!["DZ".into()], ..subscription() };
    let decision = desk.does(DealAction::Subscribe, draft);
    let expected = [
        (StreamKind::Unit, "3-1-1802", 1),
        (StreamKind::Deal, "D1", 0),
        (StreamKind::Customer, "C1", 6),
        (StreamKind::Quota, "DZ", 0),
        (StreamKind::LedgerAccount, "D1", 9),
    ];
    assert_eq!(kinds(&decision.reads), expected);
}

#[test]
fn a_room_is_chosen_in_turn_and_in_its_window() {
    let mut desk = Desk::presale();
    desk.does(DealAction::Release, DealDraft::default());
    desk.does(DealAction::Register, registration());
    let draft = || DealDraft { minutes: Some(30), ..DealDraft::default() };
    let action = DealAction::ChooseRoom;
    assert_eq!(desk.lacks(action, draft()), [DealGuard::InTurn]);
    let turn = |deal: &str, from: &str, until: &str| {
        Some(ChoosingTurn::new("Q1", 7, deal, read(from), read(until)))
    };
    for (deal, from, until) in [
        ("D2", "2026-09-01T09:55:00", "2026-09-01T10:05:00"),
        ("D1", "2026-09-01T10:00:01", "2026-09-01T10:05:00"),
        ("D1", "2026-09-01T09:55:00", "2026-09-01T10:00:00"),
    ] {
        desk.context.turn = turn(deal, from, until);
        assert_eq!(desk.lacks(action, draft()), [DealGuard::InTurn], "{deal} {from}");
    }
    desk.context.turn = turn("D1", "2026-09-01T09:55:00", "2026-09-01T10:05:00");
    let decision = desk.does(action, draft());
    assert!(kinds(&decision.reads).contains(&(StreamKind::Queue, "Q1", 7)));
    assert_eq!(desk.stock.hold.as_ref().unwrap().customer, "C1");
    assert_eq!(desk.deal.unit_no.as_deref(), Some("3-1-1802"));
}
