//! Prices that bind: the contract total, the list price, the floor, what was subscribed or promised.

use super::desk::{Desk, approved, because, buyer, price, read, schedule, subscription};
use kaipan::deal::{DealAction, DealDraft, DealGuard, ReceivedMoney};
use kaipan::money::{DEPOSIT, DOWN_PAYMENT};

fn on_sale() -> Desk {
    let mut desk = Desk::presale();
    desk.does(DealAction::Release, DealDraft::default());
    desk.receives(DEPOSIT, "50000");
    desk
}

/// A subscription at 980,000 with another contract total.
fn in_all(total: &str) -> DealDraft {
    let mut draft = DealDraft { schedule: schedule(total), ..subscription() };
    draft.price.as_mut().unwrap().contract_total = read(total);
    draft
}

#[test]
fn the_contract_total_is_never_below_the_deal_total() {
    let desk = on_sale();
    assert_eq!(desk.lacks(DealAction::Subscribe, in_all("979999.99")), [DealGuard::PriceAgrees]);
    assert_eq!(desk.lacks(DealAction::Subscribe, in_all("980000")), []);
}

#[test]
fn what_the_contract_has_besides_is_told_and_makes_no_larger_deposit() {
    let mut desk = on_sale();
    desk.receives(DEPOSIT, "150000");
    let draft = |deposit: &str| DealDraft { amount: Some(read(deposit)), ..in_all("1030000") };
    assert_eq!(desk.lacks(DealAction::Subscribe, draft("196000.01")), [DealGuard::DepositCap]);
    let decision = desk.does(DealAction::Subscribe, draft("196000"));
    let codes: Vec<_> = decision.findings.iter().map(|one| one.code.as_str()).collect();
    assert!(codes.contains(&"deal.contract_above"), "{codes:?}");
}

#[test]
fn no_table_of_a_house_makes_the_deposit_larger_than_law() {
    use kaipan::payment::{DepositLimit, DepositLimitRow};
    let mut desk = on_sale();
    desk.receives(DEPOSIT, "440000");
    let draft = || DealDraft { amount: Some(read("490000")), ..subscription() };
    for (from, ratio) in [("2026-01-01", "0.5"), ("2027-01-01", "0.1")] {
        let row = DepositLimitRow::new(read(from)).with_ratio(read(ratio));
        desk.context.policy.deposit_limit = Some(DepositLimit::Table { rows: vec![row] });
        assert_eq!(desk.lacks(DealAction::Subscribe, draft()), [DealGuard::DepositCap], "{from}");
    }
}

#[test]
fn a_contract_at_once_looks_at_the_day_and_the_deposit() {
    let mut desk = Desk::presale();
    desk.does(DealAction::Release, DealDraft::default());
    let until = Some(read("2026-09-05"));
    let draft = DealDraft { buyers: buyer(), until, queue_number: Some(7), ..DealDraft::default() };
    desk.does(DealAction::Register, draft);
    desk.receives(DOWN_PAYMENT, "294000");
    let signed = |amount: Option<&str>| DealDraft {
        amount: amount.map(read),
        agreed_signing: None,
        ..subscription()
    };
    assert_eq!(desk.lacks(DealAction::Sign, signed(Some("196000.01"))), [DealGuard::DepositCap]);
    assert_eq!(desk.lacks(DealAction::Sign, signed(None)), []);
    desk.context.now = read("2026-09-06T10:00:00");
    assert_eq!(desk.lacks(DealAction::Sign, signed(None)), [DealGuard::NotExpired]);
}

#[test]
fn a_contract_keeps_what_was_subscribed() {
    let mut desk = on_sale();
    desk.does(DealAction::Subscribe, subscription());
    desk.does(DealAction::Lock, DealDraft::default());
    desk.receives(DOWN_PAYMENT, "244000");
    let same = || DealDraft { amount: None, agreed_signing: None, ..subscription() };
    let lacking = |desk: &Desk, draft: DealDraft| -> Vec<&'static str> {
        desk.lacks(DealAction::Sign, draft).iter().map(|guard| guard.word()).collect()
    };
    assert!(lacking(&desk, same()).is_empty());
    // Days may be set by now; amounts may not change.
    let mut dated = same();
    dated.schedule[1].due = Some(read("2028-06-30"));
    assert!(lacking(&desk, dated).is_empty());

    let mut cheaper = same();
    let agreed = cheaper.price.as_mut().unwrap();
    (agreed.deal_price, agreed.deal_total) = (read("9000"), read("900000"));
    agreed.contract_total = read("900000");
    cheaper.schedule = schedule("900000");
    assert_eq!(lacking(&desk, cheaper.clone()), ["terms_kept"]);
    let mut listed = same();
    listed.price.as_mut().unwrap().list_total = read("2000000");
    assert_eq!(lacking(&desk, listed), ["terms_kept", "unusual_confirmed"]);
    assert_eq!(lacking(&desk, DealDraft { plan: Some("YC".into()), ..same() }), ["terms_kept"]);
    let mut moved = same();
    moved.schedule.swap(0, 1);
    assert_eq!(lacking(&desk, moved), ["terms_kept"]);
    let deposit = DealDraft { amount: Some(read("60000")), ..same() };
    assert_eq!(lacking(&desk, deposit), ["terms_kept"]);

    desk.approve("waiver", &[("senior_sales_manager", "王五")]).asked.waives =
        ["terms_kept".into()].into();
    assert!(lacking(&desk, cheaper).is_empty(), "an approved change");
}

#[test]
fn a_list_price_is_above_zero_and_agrees_with_itself() {
    let mut desk = Desk::presale();
    let mut release = |price: Option<&str>, total: Option<&str>| {
        let unit = desk.context.unit.as_mut().unwrap();
        (unit.list_price, unit.list_total) = (price.map(read), total.map(read));
        desk.lacks(DealAction::Release, DealDraft::default())
    };
    let lacking = [DealGuard::PriceInForce];
    for total in ["0", "-5"] {
        assert_eq!(release(None, Some(total)), lacking, "{total}");
        assert_eq!(release(Some("10000"), Some(total)), lacking, "{total}");
    }
    assert_eq!(release(Some("0"), None), lacking);
    assert_eq!(release(Some("10000"), Some("100000")), lacking, "a digit is lost");
    assert_eq!(release(Some("10000"), None), []);
    assert_eq!(release(None, Some("1000000")), []);
}

#[test]
fn a_floor_price_is_there_or_the_policy_says_that_there_is_none() {
    let mut desk = Desk::presale();
    desk.context.unit.as_mut().unwrap().floor_total = Some(read("0"));
    let lacking = [DealGuard::FloorInForce];
    assert_eq!(desk.lacks(DealAction::Release, DealDraft::default()), lacking);
    desk.context.unit.as_mut().unwrap().floor_total = None;
    assert_eq!(desk.lacks(DealAction::Release, DealDraft::default()), lacking);
    let mut sold = on_sale();
    sold.context.unit.as_mut().unwrap().floor_total = None;
    assert_eq!(sold.lacks(DealAction::Subscribe, subscription()), [DealGuard::AboveFloor]);
    for desk in [&mut desk, &mut sold] {
        desk.context.policy.without_floor_prices = true;
    }
    assert_eq!(desk.lacks(DealAction::Release, DealDraft::default()), []);
    assert_eq!(sold.lacks(DealAction::Subscribe, subscription()), []);
}

#[test]
fn who_signs_late_may_have_lost_a_discount() {
    let mut desk = on_sale();
    desk.does(DealAction::Subscribe, subscription());
    desk.does(DealAction::Lock, DealDraft::default());
    desk.receives(DOWN_PAYMENT, "250000");
    let at = |total: &str, price: &str| {
        let draft = DealDraft { amount: None, agreed_signing: None, ..in_all(total) };
        let mut draft = DealDraft { schedule: schedule(total), ..draft };
        let agreed = draft.price.as_mut().unwrap();
        (agreed.deal_total, agreed.deal_price) = (read(total), read(price));
        draft
    };
    let lacking = [DealGuard::TermsKept];
    assert_eq!(desk.lacks(DealAction::Sign, at("990000", "9900")), lacking);
    desk.context.now = read("2026-09-11T10:00:00");
    assert_eq!(desk.lacks(DealAction::Sign, at("990000", "9900")), []);
    assert_eq!(desk.lacks(DealAction::Sign, at("970000", "9700")), lacking, "never a lower one");
}

#[test]
fn the_draft_has_list_price_and_area_of_the_unit() {
    let mut desk = on_sale();
    desk.context.unit.as_mut().unwrap().building_area = read("128.56");
    let lacking = [DealGuard::ListPriceKept];
    assert_eq!(desk.lacks(DealAction::Subscribe, subscription()), lacking, "another area");
    let unit = desk.context.unit.as_mut().unwrap();
    (unit.building_area, unit.list_price) = (read("100"), Some(read("10100")));
    assert_eq!(desk.lacks(DealAction::Subscribe, subscription()), lacking, "another price");
    // A project may price by the inside area.
    let unit = desk.context.unit.as_mut().unwrap();
    (unit.building_area, unit.inside_area) = (read("128.56"), Some(read("100")));
    unit.list_price = Some(read("10000"));
    assert_eq!(desk.lacks(DealAction::Subscribe, subscription()), []);
}

/// What a deposit contract at 980,000 agrees.
fn promise() -> DealDraft {
    DealDraft {
        buyers: buyer(),
        amount: Some(read("40000")),
        price: Some(price()),
        handover: Some(read("2028-06-30")),
        liabilities: Some("第八条".into()),
        ..DealDraft::default()
    }
}

fn completed() -> Desk {
    let mut desk = Desk::completed();
    let received = ReceivedMoney::new(DEPOSIT, read("40000")).with_account("定金户");
    desk.context.received.as_mut().unwrap().push(received);
    desk
}

#[test]
fn a_deposit_contract_has_the_list_price_or_that_of_an_approved_bill() {
    let mut desk = completed();
    let mut listed = promise();
    listed.price.as_mut().unwrap().list_total = read("5000000");
    let action = DealAction::SignDepositContract;
    let lacking = [DealGuard::ListPriceKept, DealGuard::UnusualConfirmed];
    assert_eq!(desk.lacks(action, listed), lacking);
    let unit = desk.context.unit.as_mut().unwrap();
    (unit.list_price, unit.list_total) = (None, None);
    let bill = |amount: Option<&str>| {
        let mut bill = approved("B1", "price_bill", "3-1-1802", &[("regional_gm", "王五")]);
        bill.asked.amount = amount.map(read);
        vec![bill]
    };
    for (amount, lacking) in [
        (None, vec![DealGuard::PriceApproved]),
        (Some("1000000.01"), vec![DealGuard::PriceApproved]),
        (Some("1000000"), vec![]),
    ] {
        desk.context.approvals = bill(amount);
        assert_eq!(desk.lacks(action, promise()), lacking, "{amount:?}");
    }
}

#[test]
fn a_promise_binds_in_every_total() {
    let mut desk = completed();
    desk.does(DealAction::SignDepositContract, promise());
    desk.facts().sale_filing = Some(read("2026-09-01"));
    desk.facts().encumbrance = Some(kaipan::deal::Encumbrance::Free);
    desk.facts().supervised_account = Some("监管户".into());
    let draft = |total: &str| DealDraft { amount: Some(read("40000")), ..in_all(total) };
    assert_eq!(desk.lacks(DealAction::Subscribe, draft("980000")), []);
    let lacking = [DealGuard::PromiseKept];
    assert_eq!(desk.lacks(DealAction::Subscribe, draft("1200000")), lacking);
    let mut listed = draft("980000");
    listed.price.as_mut().unwrap().list_total = read("77");
    assert_eq!(desk.lacks(DealAction::Subscribe, listed), lacking);
}

#[test]
fn a_seller_pays_double_only_of_the_deposit_in_law() {
    let mut desk = completed();
    desk.does(DealAction::SignDepositContract, promise());
    let received = ReceivedMoney::new(DEPOSIT, read("260000")).with_account("定金户");
    desk.context.received.as_mut().unwrap().push(received);
    desk.approve("quit", &[("project_gm", "王五")]);
    let late = |amount: &str| DealDraft {
        ended_by: Some(kaipan::deal::EndedBy::SellerLate),
        amount: Some(read(amount)),
        ..because("逾期交付")
    };
    let action = DealAction::EndDepositContract;
    assert_eq!(desk.lacks(action, late("196000.01")), [DealGuard::LiabilityWithin]);
    assert_eq!(desk.lacks(action, late("196000")), []);
}
