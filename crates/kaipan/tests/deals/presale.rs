//! The happy path of a presale: release, registration, booking, subscription, lock, contract.

use super::desk::{Desk, buyer, price, read, registration, schedule};
use kaipan::deal::{CloseReason, DealAction, DealDraft, DocumentKind};
use kaipan::money::{BOOKING, DEPOSIT, HOUSE_PAYMENT, SINCERITY};
use kaipan::project::UnitState;

#[test]
fn from_release_to_contract() {
    let mut desk = Desk::presale();
    desk.does(
        DealAction::Release,
        DealDraft { batch: Some("一批".into()), ..DealDraft::default() },
    );
    assert_eq!(desk.stock.state, UnitState::OnSale);
    desk.does(DealAction::Register, registration());
    desk.receives(SINCERITY, "20000");
    desk.does(
        DealAction::ConfirmRoom,
        DealDraft { buyers: buyer(), minutes: Some(30), ..DealDraft::default() },
    );
    assert!(desk.stock.hold.is_some());
    desk.receives(BOOKING, "10000");
    let booked = DealDraft {
        buyers: buyer(),
        amount: Some(read("10000")),
        until: Some(read("2026-09-08")),
        ..DealDraft::default()
    };
    desk.does(DealAction::Book, booked);
    assert_eq!(desk.stock.state, UnitState::Booked);
    assert!(desk.stock.hold.is_none(), "the hold is used");
    desk.receives(DEPOSIT, "30000");
    let subscribed = DealDraft {
        amount: Some(read("50000")),
        price: Some(price()),
        plan: Some("FQ".into()),
        schedule: schedule("980000"),
        agreed_signing: Some(read("2026-09-10")),
        ..DealDraft::default()
    };
    let decision = desk.does(DealAction::Subscribe, subscribed.clone());
    assert_eq!(desk.stock.state, UnitState::Subscribed);
    // 50,000 agreed, 30,000 paid: of 20,000 and 10,000 all becomes the deposit but 10,000.
    let legs = &decision.entries[0].legs;
    let of = |item: &str| {
        legs.iter().filter(|leg| leg.item == *item).map(|leg| leg.amount.fen()).sum::<i64>()
    };
    assert_eq!(
        [of(SINCERITY), of(BOOKING), of(DEPOSIT), of(HOUSE_PAYMENT)],
        [-2_000_000, -1_000_000, 2_000_000, 1_000_000]
    );
    desk.does(DealAction::Lock, DealDraft::default());
    desk.receives(HOUSE_PAYMENT, "240000");
    let signed = DealDraft { amount: None, agreed_signing: None, ..subscribed };
    desk.does(DealAction::Sign, signed);
    assert_eq!(desk.stock.state, UnitState::Signed);
    let closed: Vec<_> = desk.deal.documents.iter().map(|one| (one.kind, one.closed)).collect();
    assert_eq!(
        closed,
        [
            (DocumentKind::Registration, Some(CloseReason::Converted)),
            (DocumentKind::Booking, Some(CloseReason::Converted)),
            (DocumentKind::Subscription, Some(CloseReason::Converted)),
            (DocumentKind::Contract, None),
        ]
    );
}
