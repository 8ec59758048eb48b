//! Slips of the pen: told, or refused at their place.

use super::desk::{Desk, because, buyer, read, subscription};
use kaipan::deal::{
    BuyerFacts, DealAction, DealBuyer, DealCommand, DealDecision, DealDraft, DealGuard, Deciding,
    FixedPriceOffer, OfferedUnit, Quota,
};
use kaipan::error::{Code, Error};
use kaipan::money::{BOOKING, DEPOSIT};
use kaipan::{StreamKind, StreamRead, Text};
use std::time::Instant;

fn on_sale() -> Desk {
    let mut desk = Desk::presale();
    desk.does(DealAction::Release, DealDraft::default());
    desk.receives(DEPOSIT, "50000");
    desk.receives(BOOKING, "10000");
    desk
}

fn codes(decision: &DealDecision) -> Vec<Code> {
    decision.findings.iter().map(|one| one.code).collect()
}

fn refused(desk: &Desk, action: DealAction, draft: DealDraft) -> Error {
    let command = DealCommand { action, draft };
    let deciding = Deciding::new(&desk.context).stock(&desk.stock).deal(&desk.deal);
    deciding.decide(&command).unwrap_err()
}

#[test]
fn a_booking_without_a_last_day_and_days_far_ahead_are_told() {
    let desk = on_sale();
    let booking = |until: Option<&str>| DealDraft {
        buyers: buyer(),
        amount: Some(read("10000")),
        until: until.map(read),
        ..DealDraft::default()
    };
    for (until, told) in [
        (Some("2026-09-20"), &[][..]),
        (Some("2062-09-20"), &[Code::DealDayFar]),
        (None, &[Code::DealNoLastDay]),
    ] {
        let decision = desk.clone().does(DealAction::Book, booking(until));
        let told: Vec<Code> = told.to_vec();
        assert_eq!(codes(&decision), told, "{until:?}");
    }
    let mut far = subscription();
    (far.agreed_signing, far.handover) = (Some(read("9999-01-01")), Some(read("2099-01-01")));
    let decision = desk.clone().does(DealAction::Subscribe, far);
    let days = decision.findings.iter().filter(|one| one.code == Code::DealDayFar);
    let places: Vec<String> = days.map(|one| one.path.as_ref().unwrap().to_string()).collect();
    assert_eq!(places, ["/command/draft/agreed_signing", "/command/draft/handover"]);
}

#[test]
fn what_cannot_be_of_schedule_buyers_and_credit_is_an_error() {
    let mut desk = on_sale();
    let mut draft = subscription();
    draft.schedule[0].amount = read("-100");
    assert_eq!(
        refused(&desk, DealAction::Subscribe, draft).path(),
        "/command/draft/schedule/0/amount"
    );
    let mut draft = subscription();
    draft.schedule[1].seq = draft.schedule[0].seq;
    assert_eq!(
        refused(&desk, DealAction::Subscribe, draft).path(),
        "/command/draft/schedule/1/seq"
    );
    let draft = DealDraft { buyers: vec![DealBuyer::new(" ")], ..subscription() };
    assert_eq!(
        refused(&desk, DealAction::Subscribe, draft).path(),
        "/command/draft/buyers/0/customer"
    );
    let facts = BuyerFacts::new("C1", true).with_credit_limit(read("-1"));
    desk.context.buyers = Some(vec![facts]);
    let error = refused(&desk, DealAction::Subscribe, subscription());
    assert_eq!(error.path(), "/context/buyers/0/credit_limit");
}

#[test]
fn nothing_is_ended_or_unlocked_that_is_not() {
    let mut desk = on_sale();
    assert_eq!(desk.lacks(DealAction::EndHold, DealDraft::default()), [DealGuard::HoldThere]);
    desk.does(DealAction::Subscribe, subscription());
    assert_eq!(desk.lacks(DealAction::Unlock, because("录错")), [DealGuard::DocumentLocked]);
    desk.does(DealAction::Lock, DealDraft::default());
    assert_eq!(desk.lacks(DealAction::Unlock, because("录错")), []);
}

#[test]
fn a_deal_is_about_the_unit_that_it_has() {
    let mut desk = on_sale();
    desk.does(DealAction::Subscribe, subscription());
    desk.deal.unit_no = Some("9-9-9".into());
    let error = refused(&desk, DealAction::Lock, DealDraft::default());
    assert_eq!(error.code(), Code::DealUnitDiffers);
}

#[test]
fn a_hold_longer_than_any_clock_is_placed_in_the_draft() {
    let mut desk = on_sale();
    desk.context.policy.longest_hold = Some(u32::MAX);
    let draft = DealDraft { buyers: buyer(), minutes: Some(u32::MAX), ..DealDraft::default() };
    let command = DealCommand { action: DealAction::ConfirmRoom, draft };
    let error = Deciding::new(&desk.context).stock(&desk.stock).decide(&command).unwrap_err();
    assert_eq!(
        (error.code(), error.path()),
        (Code::DealDeadlineLong, "/command/draft/minutes".into())
    );
}

/// Ten times as much takes ten times as long, not a hundred times.
#[test]
fn many_buyers_quotas_and_streams_are_decided_in_time() {
    let mut desk = on_sale();
    let many = 20_000_u32;
    let name = |kind: &str, at: u32| Text::from(format!("{kind}{at}"));
    let share = read::<kaipan::number::Fraction>("1/20000");
    let buyers: Vec<DealBuyer> =
        (0..many).map(|at| DealBuyer::new(name("C", at)).with_share(share)).collect();
    desk.context.buyers =
        Some((0..many).rev().map(|at| BuyerFacts::new(name("C", at), true)).collect());
    desk.context.quotas = Some((0..many).rev().map(|at| Quota::new(name("Q", at), 1)).collect());
    let read_of = |at| StreamRead::new(StreamKind::LedgerAccount, name("L", at), 1);
    desk.context.ledger = (0..many).map(read_of).collect();
    let quotas = (0..many).map(|at| name("Q", at)).collect();
    let start = Instant::now();
    let decision = desk.does(DealAction::Subscribe, DealDraft { buyers, quotas, ..subscription() });
    assert_eq!(decision.quotas.len(), 20_000);
    assert!(start.elapsed().as_secs() < 120, "{:?}", start.elapsed());
}

#[test]
fn an_offer_of_many_units_is_looked_through_once() {
    let units: Vec<OfferedUnit> =
        (0..20_000).map(|at| OfferedUnit::new(format!("1-{at}"), read("850000"))).collect();
    let offer = FixedPriceOffer::new("YKJ", 1, read("2026-09-30"), units);
    let desk = on_sale();
    let draft = DealDraft { offer: Some(offer), ..DealDraft::default() };
    let start = Instant::now();
    assert_eq!(desk.lacks(DealAction::OpenOffer, draft), [DealGuard::Approved]);
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}
