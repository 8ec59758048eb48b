//! How far an approval, a quota and a reservation reach: once, for one buyer, and as long as they last.

use super::desk::{Desk, approved, because, buyer, price, read, schedule, subscription};
use kaipan::approval::ApprovalKind;
use kaipan::deal::{
    BuyerFacts, DealAction, DealBuyer, DealCommand, DealDraft, DealGuard, Deciding,
    FixedPriceOffer, Lacking, OfferedUnit, Quota, Reservation, StockCorrection,
};
use kaipan::error::Code;
use kaipan::money::{BOOKING, DEPOSIT, SINCERITY};
use kaipan::project::UnitState;
use kaipan::{StreamKind, StreamRead};

fn on_sale() -> Desk {
    let mut desk = Desk::presale();
    desk.does(DealAction::Release, DealDraft::default());
    desk.receives(DEPOSIT, "50000");
    desk
}

/// An offer of the unit at 500,000, far below its floor.
fn cheap() -> Quota {
    let units = vec![OfferedUnit::new("3-1-1802", read("500000"))];
    let offer = FixedPriceOffer::new("O", 1, read("2026-09-30"), units);
    Quota::new("O", 1).with_until(read("2026-09-30")).with_offer(offer)
}

fn at_500_000(quota: &str) -> DealDraft {
    let mut price = price();
    (price.deal_price, price.deal_total) = (read("5000"), read("500000"));
    price.contract_total = read("500000");
    let schedule = schedule("500000");
    DealDraft { price: Some(price), schedule, quotas: vec![quota.into()], ..subscription() }
}

fn quotas_waived(desk: &mut Desk) {
    desk.approve("waiver", &[("sales_manager", "王五")]).asked.waives =
        vec!["quota_left".into(), "quota_open".into()];
}

#[test]
fn an_offer_that_is_over_serves_nobody_whoever_approves() {
    let mut desk = on_sale();
    desk.context.quotas = Some(vec![cheap()]);
    assert_eq!(desk.lacks(DealAction::Subscribe, at_500_000("O")), []);
    quotas_waived(&mut desk);
    let over: [fn(&mut Quota); 3] = [
        |quota| quota.used = 1,
        |quota| quota.ended = true,
        |quota| quota.until = Some(read("2026-08-31")),
    ];
    for spoil in over {
        let mut quota = cheap();
        spoil(&mut quota);
        desk.context.quotas = Some(vec![quota]);
        let lacking = [DealGuard::AboveFloor, DealGuard::QuotaOpen, DealGuard::UnusualConfirmed];
        assert_eq!(desk.lacks(DealAction::Subscribe, at_500_000("O")), lacking);
    }
}

#[test]
fn more_uses_of_a_discount_may_be_approved() {
    let mut desk = on_sale();
    desk.context.quotas = Some(vec![Quota::new("DZ", 0)]);
    let draft = || DealDraft { quotas: vec!["DZ".into()], ..subscription() };
    assert_eq!(desk.lacks(DealAction::Subscribe, draft()), [DealGuard::QuotaLeft]);
    quotas_waived(&mut desk);
    assert_eq!(desk.lacks(DealAction::Subscribe, draft()), []);
    desk.context.quotas = Some(vec![Quota::new("DZ", 9).with_ended(true)]);
    assert_eq!(desk.lacks(DealAction::Subscribe, draft()), [DealGuard::QuotaOpen]);
}

#[test]
fn an_offer_binds_beside_another_quota_and_there_is_one() {
    let mut desk = on_sale();
    let mut other = cheap();
    (other.id, other.offer.as_mut().unwrap().code) = ("P".into(), "P".into());
    desk.context.quotas = Some(vec![cheap(), Quota::new("Q", 5), other]);
    let both = DealDraft { quotas: vec!["O".into(), "P".into()], ..at_500_000("O") };
    assert_eq!(desk.lacks(DealAction::Subscribe, both), [DealGuard::OfferKept]);
    desk.does(DealAction::Subscribe, at_500_000("O"));
    desk.does(DealAction::Lock, DealDraft::default());
    desk.receives(kaipan::money::HOUSE_PAYMENT, "294000");
    let named = DealDraft { buyers: Vec::new(), quotas: vec!["Q".into()], ..subscription() };
    assert!(desk.lacks(DealAction::Sign, named).contains(&DealGuard::OfferKept));
}

#[test]
fn a_quota_is_named_once() {
    let mut desk = on_sale();
    desk.context.quotas = Some(vec![Quota::new("DZ", 5)]);
    let quotas = vec!["DZ".into(), "DZ".into()];
    let command = DealCommand {
        action: DealAction::Subscribe,
        draft: DealDraft { quotas, ..subscription() },
    };
    let deciding = Deciding::new(&desk.context).stock(&desk.stock).deal(&desk.deal);
    let error = deciding.decide(&command).unwrap_err();
    assert_eq!(
        (error.code(), error.path()),
        (Code::DealGivenTwice, "/command/draft/quotas/1".into())
    );
}

#[test]
fn a_request_serves_once() {
    let mut desk = on_sale();
    desk.does(DealAction::Subscribe, subscription());
    desk.does(DealAction::Lock, DealDraft::default());
    desk.receives(kaipan::money::HOUSE_PAYMENT, "250000");
    desk.does(DealAction::Sign, DealDraft { buyers: Vec::new(), ..subscription() });
    desk.context.received = Some(Vec::new());
    desk.approve("void", &[("sales_manager", "王五")]);
    let decision = desk.does(DealAction::Void, because("录错"));
    assert!(decision.deal.iter().all(|event| event.approval.as_deref() == Some("A1")));
    assert_eq!(desk.deal.approvals, ["A1"]);
    desk.does(DealAction::Unlock, because("录错"));
    assert_eq!(desk.lacks(DealAction::Void, because("录错")), [DealGuard::Approved]);
    desk.approve("void", &[("sales_manager", "王五")]);
    desk.does(DealAction::Void, because("录错"));
}

#[test]
fn a_request_about_the_unit_is_for_the_buyers_that_it_names() {
    let mut desk = on_sale();
    desk.context.unit.as_mut().unwrap().floor_total = Some(read("990000"));
    let mut request = approved("B1", "below_floor", "3-1-1802", &[("city_gm", "王五")]);
    request.asked.amount = Some(read("980000"));
    desk.context.approvals = vec![request];
    let lacks = |desk: &Desk| desk.lacks(DealAction::Subscribe, subscription());
    assert_eq!(lacks(&desk), [DealGuard::AboveFloor]);
    for (kind, id, lacking) in [
        (StreamKind::Customer, "C1", &[][..]),
        (StreamKind::Customer, "C2", &[DealGuard::AboveFloor]),
        (StreamKind::Deal, "D1", &[]),
        (StreamKind::Deal, "D2", &[DealGuard::AboveFloor]),
    ] {
        desk.context.approvals[0].asked.about = vec![StreamRead::new(kind, id, 1)];
        assert_eq!(lacks(&desk), lacking, "{id}");
    }
}

#[test]
fn a_signature_counts_from_when_it_was_made_and_never_of_a_sales_agent() {
    let mut desk = on_sale();
    desk.does(DealAction::Subscribe, subscription());
    desk.context.received = Some(Vec::new());
    desk.approve("void", &[("sales_manager", "王五")]);
    desk.context.approvals[0].signatures[0].at = read("2026-09-01T10:00:01");
    assert_eq!(desk.lacks(DealAction::Void, because("录错")), [DealGuard::Approved]);
    desk.context.now = read("2026-09-01T10:00:01");
    assert_eq!(desk.lacks(DealAction::Void, because("录错")), []);
    desk.context.approvals[0].signatures[0].role = "sales_agent".into();
    assert_eq!(desk.lacks(DealAction::Void, because("录错")), [DealGuard::Approved]);
}

#[test]
fn each_role_of_a_correction_is_signed_by_a_person_of_its_own() {
    let mut desk = Desk::presale();
    desk.context.roles.push("data_clerk".into());
    let signed =
        [("regional_gm", "王五"), ("senior_sales_manager", "王五"), ("sales_manager", "赵六")];
    desk.context.approvals = vec![approved("S1", "stock_data", "3-1-1802", &signed)];
    let draft = || correction();
    assert_eq!(desk.lacks(DealAction::CorrectStock, draft()), [DealGuard::Approved]);
    let signed = [signed[0], signed[1], ("senior_sales_manager", "赵六")];
    desk.context.approvals = vec![approved("S1", "stock_data", "3-1-1802", &signed)];
    desk.does(DealAction::CorrectStock, draft());
    assert_eq!(desk.lacks(DealAction::CorrectStock, draft()), [DealGuard::Approved], "once");
    // A unit that was released is corrected by the senior manager's signature.
    desk.does(DealAction::Release, DealDraft::default());
    desk.context.approvals = vec![approved("S2", "stock_change", "3-1-1802", &signed[..1])];
    let lacking = desk.ask(DealAction::CorrectStock, draft());
    let kaipan::deal::DealRuling::Rejected {
        rejection: kaipan::deal::DealRejection::GuardsNotMet { guards, .. },
    } = lacking
    else {
        panic!("the senior manager has not signed")
    };
    let role = Some("senior_sales_manager".into());
    let about = ApprovalKind::StockChange;
    assert_eq!(guards[0].lacking, Lacking::Request { about, role });
}

fn correction() -> DealDraft {
    let corrected = StockCorrection::new("building_area", "100.10").with_old("100.00");
    let paper = Some("字〔2026〕1号".into());
    DealDraft { paper, corrections: vec![corrected], ..because("面积有误") }
}

fn reserved_for(desk: &mut Desk, until: &str) {
    let draft = DealDraft { buyers: buyer(), until: Some(read(until)), ..DealDraft::default() };
    desk.does(DealAction::Reserve, draft);
}

fn booking(customer: &str) -> DealDraft {
    DealDraft {
        buyers: vec![DealBuyer::new(customer)],
        amount: Some(read("10000")),
        until: Some(read("2026-09-20")),
        ..DealDraft::default()
    }
}

#[test]
fn a_reservation_that_ran_out_keeps_nobody_away() {
    let mut desk = on_sale();
    desk.receives(BOOKING, "10000");
    desk.context.buyers.as_mut().unwrap().push(BuyerFacts::new("C2", true));
    reserved_for(&mut desk, "2026-09-05");
    assert_eq!(desk.lacks(DealAction::Book, booking("C2")), [DealGuard::SameCustomer]);
    desk.context.now = read("2026-09-06T09:00:00");
    assert_eq!(desk.lacks(DealAction::Book, booking("C2")), []);
    assert_eq!(desk.lacks(DealAction::Book, booking("C1")), []);
}

#[test]
fn a_hold_keeps_a_unit_from_being_withdrawn_until_it_lapses() {
    let mut desk = on_sale();
    let draft = DealDraft { buyers: buyer(), minutes: Some(30), ..DealDraft::default() };
    desk.does(DealAction::ConfirmRoom, draft);
    let kaipan::deal::DealRuling::Rejected {
        rejection: kaipan::deal::DealRejection::GuardsNotMet { guards, .. },
    } = desk.ask(DealAction::Withdraw, DealDraft::default())
    else {
        panic!("it is held")
    };
    assert_eq!(guards[0].lacking, Lacking::Moment { time: read("2026-09-01T10:30:00") });
    desk.context.now = read("2026-09-01T10:30:00");
    desk.does(DealAction::Withdraw, DealDraft::default());
}

#[test]
fn a_void_booking_gives_the_reservation_back() {
    let mut desk = on_sale();
    reserved_for(&mut desk, "2026-09-05");
    desk.receives(BOOKING, "10000");
    desk.does(DealAction::Book, booking("C1"));
    assert_eq!(desk.stock.reservation, None);
    desk.context.received = Some(Vec::new());
    desk.approve("void", &[("sales_manager", "王五")]);
    let booked = desk.clone();
    desk.does(DealAction::Void, because("录错"));
    let reservation = Reservation::new("C1", read("2026-09-05"));
    assert_eq!(
        (desk.stock.state, &desk.stock.reservation),
        (UnitState::Reserved, &Some(reservation))
    );
    assert_eq!(desk.stock.deal, None);
    // One that has run out since does not come back.
    let mut later = booked;
    later.context.now = read("2026-09-06T09:00:00");
    later.does(DealAction::Void, because("录错"));
    assert_eq!((later.stock.state, &later.stock.reservation), (UnitState::OnSale, &None));
}

#[test]
fn queue_and_lottery_have_a_number_each() {
    let mut desk = on_sale();
    desk.receives(SINCERITY, "20000");
    let register =
        |number| DealDraft { buyers: buyer(), queue_number: number, ..DealDraft::default() };
    let lacking = [DealGuard::QueueNumberGiven];
    assert_eq!(desk.lacks(DealAction::Register, register(None)), lacking);
    assert_eq!(desk.lacks(DealAction::Register, register(Some(0))), lacking);
    desk.does(DealAction::Register, register(Some(5)));
    desk.context.lottery = Some(kaipan::deal::LotterySeen::new("Q", 1));
    let enter = |number| DealDraft { lottery_number: number, ..DealDraft::default() };
    let lacking = [DealGuard::LotteryNumberGiven];
    assert_eq!(desk.lacks(DealAction::EnterLottery, enter(Some(0))), lacking);
    desk.does(DealAction::EnterLottery, enter(Some(3)));
    assert_eq!((desk.deal.queue_number, desk.deal.lottery_number), (Some(5), Some(3)));
    let lacking = [DealGuard::NotInLottery];
    assert_eq!(desk.lacks(DealAction::EnterLottery, enter(Some(4))), lacking);
}

#[test]
fn nothing_is_recorded_before_what_was_recorded() {
    let mut desk = on_sale();
    desk.context.now = read("2026-08-31T10:00:00");
    let command = DealCommand { action: DealAction::Withdraw, draft: DealDraft::default() };
    let error = Deciding::new(&desk.context).stock(&desk.stock).decide(&command).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::NowBeforeLast, "/context/now".into()));
    assert_eq!(desk.stock.changed_at, Some(read("2026-09-01T10:00:00")));
}

#[test]
fn a_stream_is_read_at_one_version() {
    let mut desk = on_sale();
    let unit = |version| StreamRead::new(StreamKind::Unit, "3-1-1802", version);
    desk.context.reads = vec![unit(1)];
    desk.does(
        DealAction::ConfirmRoom,
        DealDraft { buyers: buyer(), minutes: Some(30), ..DealDraft::default() },
    );
    let command = DealCommand { action: DealAction::EndHold, draft: DealDraft::default() };
    let error = Deciding::new(&desk.context).stock(&desk.stock).decide(&command).unwrap_err();
    let place = "/context/reads/0/version".into();
    assert_eq!((error.code(), error.path()), (Code::ReadTwice, place));
}

#[test]
fn a_deposit_contract_that_ends_gives_its_quota_back() {
    let mut desk = Desk::completed();
    desk.receives(DEPOSIT, "50000");
    desk.context.received.as_mut().unwrap()[0].account = Some("定金户".into());
    desk.context.quotas = Some(vec![Quota::new("DZ", 1)]);
    let draft = DealDraft {
        buyers: buyer(),
        amount: Some(read("50000")),
        price: Some(price()),
        handover: Some(read("2027-06-30")),
        liabilities: Some("第八条".into()),
        quotas: vec!["DZ".into()],
        ..DealDraft::default()
    };
    desk.does(DealAction::SignDepositContract, draft);
    assert_eq!(desk.context.quotas.as_ref().unwrap()[0].left(), 0);
    desk.approve("quit", &[("sales_manager", "王五")]);
    let ended_by = Some(kaipan::deal::EndedBy::Agreement);
    desk.does(DealAction::EndDepositContract, DealDraft { ended_by, ..DealDraft::default() });
    assert_eq!(desk.context.quotas.as_ref().unwrap()[0].left(), 1);
    assert!(desk.deal.quotas.is_empty());
}

#[test]
fn a_correction_says_what_was_and_what_is() {
    let mut desk = Desk::presale();
    desk.context.roles.push("data_clerk".into());
    let signed = [("regional_gm", "王五"), ("senior_sales_manager", "赵六")];
    desk.context.approvals = vec![approved("S1", "stock_data", "3-1-1802", &signed)];
    let wrong: [fn(&mut Vec<StockCorrection>); 5] = [
        |all| all.clear(),
        |all| all[0].field = " ".into(),
        |all| all[0].new = "".into(),
        |all| all[0].old = Some("100.10".into()),
        |all| all.push(all[0].clone()),
    ];
    for spoil in wrong {
        let mut draft = correction();
        spoil(&mut draft.corrections);
        assert_eq!(desk.lacks(DealAction::CorrectStock, draft), [DealGuard::CorrectionsGiven]);
    }
    let decision = desk.does(DealAction::CorrectStock, correction());
    let kaipan::deal::StockChange::Corrected { corrections, .. } = &decision.stock[0].change else {
        panic!("{:?}", decision.stock)
    };
    assert_eq!(corrections, &correction().corrections);
}

#[test]
fn nothing_is_born_expired() {
    let mut desk = on_sale();
    desk.receives(BOOKING, "10000");
    let past = |draft: DealDraft| DealDraft { until: Some(read("2026-08-31")), ..draft };
    assert_eq!(desk.lacks(DealAction::Book, past(booking("C1"))), [DealGuard::UntilAhead]);
    let registration = past(super::desk::registration());
    assert_eq!(desk.lacks(DealAction::Register, registration), [DealGuard::UntilAhead]);
    let mut desk = Desk::completed();
    desk.context.received = Some(Vec::new());
    desk.receives(DEPOSIT, "50000");
    desk.context.received.as_mut().unwrap()[0].account = Some("定金户".into());
    let promised = DealDraft {
        buyers: buyer(),
        amount: Some(read("50000")),
        price: Some(price()),
        handover: Some(read("2027-06-30")),
        liabilities: Some("第八条".into()),
        until: Some(read("2026-12-31")),
        ..DealDraft::default()
    };
    let action = DealAction::SignDepositContract;
    assert_eq!(desk.lacks(action, past(promised.clone())), [DealGuard::UntilAhead]);
    let gone = DealDraft { handover: Some(read("2000-01-01")), ..promised.clone() };
    assert_eq!(desk.lacks(action, gone), [DealGuard::HandoverPromised]);
    for liabilities in [None, Some(" ".into())] {
        let without = DealDraft { liabilities, ..promised.clone() };
        assert_eq!(desk.lacks(action, without), [DealGuard::LiabilitiesFixed]);
    }
    desk.does(action, promised);
    let document = desk.deal.active().unwrap();
    assert_eq!(document.valid_until, Some(read("2026-12-31")));
    assert_eq!(document.liabilities.as_deref(), Some("第八条"));
}
