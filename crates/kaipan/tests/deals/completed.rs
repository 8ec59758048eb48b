//! Completed-home sale: registrations without a unit, deposit contracts, first registration.

use super::desk::{Desk, because, buyer, price, read, subscription};
use kaipan::deal::{DealAction, DealDraft, DealGuard, DocumentKind, Encumbrance, EndedBy};
use kaipan::error::Code;
use kaipan::money::DEPOSIT;
use kaipan::project::UnitState;

fn filed(desk: &mut Desk) {
    let facts = desk.facts();
    facts.sale_filing = Some(read("2026-09-01"));
    facts.encumbrance = Some(Encumbrance::Free);
    facts.supervised_account = Some("监管户".into());
}

/// A registration, with this sincerity money, that names no unit.
fn registration(amount: &str) -> DealDraft {
    DealDraft { amount: Some(read(amount)), ..super::desk::registration() }
}

#[test]
fn a_registration_without_a_unit_looks_at_the_project() {
    let mut desk = Desk::presale();
    desk.context.unit = None;
    assert_eq!(desk.lacks(DealAction::Register, registration("20000")), []);
    desk.context.permits = Some(Vec::new());
    assert_eq!(desk.lacks(DealAction::Register, registration("20000")), [DealGuard::PresalePermit]);
}

#[test]
fn without_money_the_construction_permit_is_enough() {
    let mut desk = Desk::completed();
    desk.context.unit = None;
    desk.context.policy.sincerity_amount = Some(read("20000"));
    assert_eq!(desk.lacks(DealAction::Register, registration("0")), []);
    let lacking = [DealGuard::SaleFiled, DealGuard::FreeOfEncumbrance];
    assert_eq!(desk.lacks(DealAction::Register, registration("20000")), lacking);
    desk.facts().construction_permit = None;
    assert_eq!(
        desk.lacks(DealAction::Register, registration("0")),
        [DealGuard::ConstructionPermit]
    );
    filed(&mut desk);
    assert_eq!(desk.lacks(DealAction::Register, registration("20000")), []);
}

#[test]
fn a_first_registration_that_is_not_there_is_told() {
    let mut desk = Desk::completed();
    filed(&mut desk);
    let decision = desk.does(DealAction::Release, DealDraft::default());
    assert_eq!(decision.findings[0].code, Code::DealFirstRegistration);
    let mut desk = Desk::completed();
    filed(&mut desk);
    desk.facts().first_registration = Some(read("2026-08-30"));
    assert!(desk.does(DealAction::Release, DealDraft::default()).findings.is_empty());
}

/// A deposit contract at 980,000 with this deposit.
fn promised(desk: &mut Desk, deposit: &str) -> kaipan::deal::DealDecision {
    let received = kaipan::deal::ReceivedMoney::new(DEPOSIT, read(deposit)).with_account("定金户");
    desk.context.received.as_mut().unwrap().push(received);
    let draft = DealDraft {
        buyers: buyer(),
        amount: Some(read(deposit)),
        price: Some(price()),
        handover: Some(read("2028-06-30")),
        liabilities: Some("第八条".into()),
        ..DealDraft::default()
    };
    desk.does(DealAction::SignDepositContract, draft)
}

#[test]
fn the_deposit_stays_in_its_account_until_the_contract_is_converted() {
    let mut desk = Desk::completed();
    let decision = promised(&mut desk, "40000");
    assert!(decision.findings.is_empty(), "40,000 is no more than 5 %");
    assert_eq!(desk.stock.state, UnitState::Promised);
    filed(&mut desk);
    let draft = DealDraft { amount: Some(read("40000")), ..subscription() };
    assert_eq!(desk.lacks(DealAction::Subscribe, draft.clone()), []);
    // Other house money has no place in the deposit account.
    let astray = kaipan::deal::ReceivedMoney::new(kaipan::money::HOUSE_PAYMENT, read("1"));
    desk.context.received.as_mut().unwrap().push(astray.with_account("定金户"));
    let lacking = [DealGuard::SupervisedAccount];
    assert_eq!(desk.lacks(DealAction::Subscribe, draft.clone()), lacking);
    desk.context.received.as_mut().unwrap().pop();
    desk.does(DealAction::Subscribe, draft);
    assert_eq!(desk.deal.active().unwrap().kind, DocumentKind::Subscription);
    assert_eq!(desk.deal.active().unwrap().handover, Some(read("2028-06-30")), "it is kept");
}

#[test]
fn what_was_promised_is_judged_once() {
    let mut desk = Desk::completed();
    promised(&mut desk, "40000");
    filed(&mut desk);
    let unit = desk.context.unit.as_mut().unwrap();
    (unit.floor_total, unit.filed_total) = (Some(read("990000")), Some(read("990000")));
    desk.context.price_approval = None;
    let draft = DealDraft { amount: Some(read("40000")), ..subscription() };
    assert_eq!(desk.lacks(DealAction::Subscribe, draft.clone()), []);
    let mut lower = draft;
    let lower_price = lower.price.as_mut().unwrap();
    lower_price.deal_total = read("970000");
    lower_price.deal_price = read("9700");
    let lacking = [DealGuard::AboveFloor, DealGuard::Authority];
    assert_eq!(desk.lacks(DealAction::Subscribe, lower), lacking);
}

#[test]
fn a_large_deposit_is_told_and_a_price_must_be_approved() {
    let mut desk = Desk::completed();
    desk.context.unit.as_mut().unwrap().list_total = None;
    desk.context.unit.as_mut().unwrap().list_price = None;
    let received = kaipan::deal::ReceivedMoney::new(DEPOSIT, read("60000")).with_account("定金户");
    desk.context.received.as_mut().unwrap().push(received);
    let draft = DealDraft {
        buyers: buyer(),
        amount: Some(read("60000")),
        price: Some(price()),
        handover: Some(read("2028-06-30")),
        liabilities: Some("第八条".into()),
        ..DealDraft::default()
    };
    let action = DealAction::SignDepositContract;
    assert_eq!(desk.lacks(action, draft.clone()), [DealGuard::PriceApproved]);
    let mut bill =
        super::desk::approved("B1", "price_bill", "3-1-1802", &[("regional_gm", "王五")]);
    bill.asked.amount = Some(read("1000000"));
    desk.context.approvals.push(bill);
    let decision = desk.does(action, draft);
    assert_eq!(decision.findings[0].code, Code::DealDepositLarge);
    assert!(decision.reads.iter().any(|read| read.id == "B1"));
}

#[test]
fn a_seller_who_is_late_pays_the_deposit_back_double_at_most() {
    let mut desk = Desk::completed();
    promised(&mut desk, "40000");
    desk.approve("quit", &[("project_gm", "王五")]);
    let late = |amount: &str| DealDraft {
        ended_by: Some(EndedBy::SellerLate),
        amount: Some(read(amount)),
        ..because("逾期交付")
    };
    let action = DealAction::EndDepositContract;
    assert_eq!(desk.lacks(action, late("40000.01")), [DealGuard::LiabilityWithin]);
    let decision = desk.does(action, late("40000"));
    assert_eq!(desk.stock.state, UnitState::NotReleased);
    let todo: i64 = desk.deal.todos.iter().map(|todo| todo.amount.fen()).sum();
    assert_eq!(todo, 8_000_000, "{:?}", decision.entries);
}
