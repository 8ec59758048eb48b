//! Money of deals: what must be there, what is forfeited, what is returned, and what it is.

use super::changes::subscribed;
use super::desk::{Desk, because, buyer, price, read, schedule, subscription};
use kaipan::deal::{
    DealAction, DealCommand, DealDecision, DealDraft, DealGuard, Deciding, EndedBy, LeastReceived,
    ReceivedMoney, TodoKind,
};
use kaipan::money::{
    BOOKING, DEPOSIT, DOWN_PAYMENT, HOUSE_PAYMENT, LedgerAccount, MoneyCategory, SINCERITY,
};
use kaipan::payment::MoneyItem;

fn on_sale() -> Desk {
    let mut desk = Desk::presale();
    desk.does(DealAction::Release, DealDraft::default());
    desk
}

/// What an entry of a decision brings to an account, by item.
fn brought(decision: &DealDecision, account: &LedgerAccount) -> Vec<(String, i64)> {
    let legs = decision.entries.iter().flat_map(|entry| &entry.legs);
    let legs = legs.filter(|leg| leg.account == *account && leg.amount.is_positive());
    legs.map(|leg| (leg.item.to_string(), leg.amount.fen() / 100)).collect()
}

fn codes(decision: &DealDecision) -> Vec<&'static str> {
    decision.findings.iter().map(|one| one.code.as_str()).collect()
}

#[test]
fn no_contract_is_signed_without_own_money_that_the_schedule_names() {
    let mut desk = on_sale();
    let lines = |items: &[(MoneyItem, &str)]| {
        let mut lines = schedule("980000");
        lines.truncate(items.len());
        for (line, (item, amount)) in lines.iter_mut().zip(items) {
            (line.item, line.amount) = (*item, read(amount));
        }
        DealDraft { schedule: lines, amount: None, agreed_signing: None, ..subscription() }
    };
    let whole = lines(&[(MoneyItem::Instalment, "980000")]);
    let lent = lines(&[(MoneyItem::CommercialLoan, "980000")]);
    let nothing = lines(&[(MoneyItem::DownPayment, "0"), (MoneyItem::CommercialLoan, "980000")]);
    let later = lines(&[(MoneyItem::DownPayment, "0"), (MoneyItem::Instalment, "980000")]);
    let deposit = lines(&[(MoneyItem::Deposit, "50000"), (MoneyItem::Instalment, "930000")]);
    let lacking = [DealGuard::DownPayment];
    for draft in [&whole, &lent, &nothing, &later, &deposit] {
        assert_eq!(desk.lacks(DealAction::Sign, draft.clone()), lacking, "{:?}", draft.schedule);
    }
    desk.receives(HOUSE_PAYMENT, "979999.99");
    assert_eq!(desk.lacks(DealAction::Sign, whole.clone()), lacking);
    desk.receives(HOUSE_PAYMENT, "0.01");
    for draft in [whole, later, deposit] {
        assert_eq!(desk.lacks(DealAction::Sign, draft), []);
    }
    assert_eq!(desk.lacks(DealAction::Sign, lent), lacking, "the buyer pays nothing");
}

/// Plan and schedule are given at signing only where they are another: what is not given stays as it
/// was subscribed.
#[test]
fn days_that_are_set_at_signing_count_without_a_plan_beside_them() {
    let mut lines = schedule("980000");
    lines[1].due = Some(read("2027-12-31"));
    let days = DealDraft { schedule: lines, ..because("约定交付日") };
    let plan = DealDraft { plan: Some("FQ".into()), ..because("按认购方案") };
    for (draft, due) in [(days, Some(read("2027-12-31"))), (plan, None)] {
        let mut desk = subscribed();
        desk.does(DealAction::Lock, DealDraft::default());
        desk.receives(HOUSE_PAYMENT, "250000");
        desk.does(DealAction::Sign, draft);
        assert_eq!(desk.deal.plan.as_deref(), Some("FQ"));
        assert_eq!(desk.deal.schedule.len(), 2);
        assert_eq!(desk.deal.schedule[1].due, due);
    }
}

/// A booking of 10,000 with all kinds of money.
fn booked() -> Desk {
    let mut desk = on_sale();
    for (item, yuan) in
        [(BOOKING, "10000"), (SINCERITY, "20000"), (HOUSE_PAYMENT, "300000"), ("维修资金", "8000")]
    {
        desk.receives(item, yuan);
    }
    let draft = DealDraft {
        buyers: buyer(),
        amount: Some(read("10000")),
        until: Some(read("2026-09-08")),
        ..DealDraft::default()
    };
    desk.does(DealAction::Book, draft);
    desk.context.now = read("2026-09-09T10:00:00");
    desk
}

#[test]
fn of_a_booking_the_booking_money_alone_is_forfeited() {
    let mut desk = booked();
    desk.approve("quit", &[("project_gm", "王五")]);
    let decision = desk.does(DealAction::ForfeitBooking, DealDraft::default());
    let income = brought(&decision, &LedgerAccount::ChargeIncome {});
    assert_eq!(income, [(BOOKING.to_owned(), 10_000)]);
    let todos: Vec<_> = desk.deal.todos.iter().map(|todo| (todo.kind, todo.amount.fen())).collect();
    let refund = |fen| (TodoKind::Refund, fen);
    assert_eq!(todos, [refund(2_000_000), refund(30_000_000), refund(800_000)]);
}

#[test]
fn of_a_lapsed_booking_the_booking_money_alone_is_undecided() {
    let mut desk = booked();
    desk.does(DealAction::Lapse, DealDraft::default());
    let todos: Vec<_> = desk.deal.todos.iter().map(|todo| (todo.kind, todo.amount.fen())).collect();
    let refund = |fen| (TodoKind::Refund, fen);
    let undecided = (TodoKind::RefundOrForfeit, 1_000_000);
    assert_eq!(todos, [undecided, refund(2_000_000), refund(30_000_000), refund(800_000)]);
}

#[test]
fn of_a_deposit_contract_the_deposit_alone_is_forfeited() {
    let mut desk = Desk::completed();
    let receives = |desk: &mut Desk, item: &str, yuan: &str| {
        let one = ReceivedMoney::new(item, read(yuan)).with_account("定金户");
        desk.context.received.as_mut().unwrap().insert(0, one);
    };
    receives(&mut desk, DEPOSIT, "30000");
    let promise = DealDraft {
        buyers: buyer(),
        amount: Some(read("30000")),
        price: Some(price()),
        handover: Some(read("2028-06-30")),
        liabilities: Some("第八条".into()),
        ..DealDraft::default()
    };
    desk.does(DealAction::SignDepositContract, promise);
    receives(&mut desk, HOUSE_PAYMENT, "100000");
    receives(&mut desk, "维修资金", "8000");
    desk.approve("quit", &[("project_gm", "王五")]);
    let draft = DealDraft { ended_by: Some(EndedBy::BuyerDefault), ..because("买方违约") };
    let decision = desk.does(DealAction::EndDepositContract, draft);
    let income = brought(&decision, &LedgerAccount::ChargeIncome {});
    assert_eq!(income, [(DEPOSIT.to_owned(), 30_000)]);
    let returned = brought(&decision, &LedgerAccount::RefundDue {});
    assert_eq!(returned, [("维修资金".to_owned(), 8_000), (HOUSE_PAYMENT.to_owned(), 100_000)]);
}

#[test]
fn what_is_above_the_deposit_of_a_deposit_contract_waits_for_the_sale() {
    let mut desk = Desk::completed();
    let sincerity = ReceivedMoney::new(SINCERITY, read("50000")).with_account("定金户");
    desk.context.received = Some(vec![sincerity]);
    let promise = DealDraft {
        buyers: buyer(),
        amount: Some(read("30000")),
        price: Some(price()),
        handover: Some(read("2028-06-30")),
        liabilities: Some("第八条".into()),
        ..DealDraft::default()
    };
    let decision = desk.does(DealAction::SignDepositContract, promise);
    let before = desk.context.received.take().unwrap();
    let after = ReceivedMoney::after(&before, &decision.entries[0]).unwrap();
    let mut items: Vec<_> = after.iter().map(|one| (one.item.as_str(), one.amount.fen())).collect();
    items.sort_unstable();
    assert_eq!(items, [(DEPOSIT, 3_000_000), (SINCERITY, 2_000_000)]);
    desk.context.received = Some(after);
    desk.facts().sale_filing = Some(read("2026-09-01"));
    desk.facts().encumbrance = Some(kaipan::deal::Encumbrance::Free);
    desk.facts().supervised_account = Some("监管户".into());
    let draft = DealDraft { amount: Some(read("50000")), ..subscription() };
    let decision = desk.does(DealAction::Subscribe, draft);
    assert_eq!(brought(&decision, &LedgerAccount::PreSale {}), [(DEPOSIT.to_owned(), 20_000)]);
}

#[test]
fn money_that_nobody_knows_is_told() {
    let mut desk = on_sale();
    desk.receives(DEPOSIT, "50000");
    desk.receives("押金", "1");
    let decision = desk.does(DealAction::Subscribe, subscription());
    let unknown = decision.findings.iter().find(|one| one.code.as_str() == "deal.money_unknown");
    let path = unknown.and_then(|one| one.path.as_ref()).map(ToString::to_string);
    assert_eq!(path.as_deref(), Some("/context/received/1/item"));
    // What the host says of his own items is known.
    let mut desk = on_sale();
    let own = ReceivedMoney::new("优惠券", read("50000")).with_account("监管户");
    desk.context.received = Some(vec![own.with_category(MoneyCategory::HouseNonLoan)]);
    desk.receives(DEPOSIT, "50000");
    desk.context.policy.before_subscribing =
        Some(LeastReceived { amount: Some(read("100000")), share: None });
    let decision = desk.does(DealAction::Subscribe, subscription());
    assert!(!codes(&decision).contains(&"deal.money_unknown"), "{:?}", decision.findings);
}

#[test]
fn fees_collected_for_others_are_returned_from_where_they_lie() {
    let mut desk = on_sale();
    desk.receives(BOOKING, "10000");
    let fund = ReceivedMoney::new("维修资金", read("8000")).with_account("代收户");
    let fund = fund.with_category(MoneyCategory::Collected);
    desk.context.received.as_mut().unwrap().push(fund);
    let draft = DealDraft {
        buyers: buyer(),
        amount: Some(read("10000")),
        until: Some(read("2026-09-08")),
        ..DealDraft::default()
    };
    desk.does(DealAction::Book, draft);
    desk.approve("refund", &[("project_gm", "王五")]);
    let decision = desk.does(DealAction::RefundBooking, because("客户要求"));
    let legs = decision.entries.iter().flat_map(|entry| &entry.legs);
    let of_fund: Vec<_> =
        legs.filter(|leg| leg.item == "维修资金").map(|leg| &leg.account).collect();
    assert_eq!(of_fund, [&LedgerAccount::Collected {}, &LedgerAccount::RefundDue {}]);
}

#[test]
fn another_name_of_an_item_is_an_error_that_says_which() {
    for (item, meant) in [
        ("定金", Some(DEPOSIT)),
        ("楼款", Some(HOUSE_PAYMENT)),
        ("instalment", Some(HOUSE_PAYMENT)),
        ("down_paymnet", Some(DOWN_PAYMENT)),
        ("押金", None),
    ] {
        let mut desk = on_sale();
        desk.receives(item, "50000");
        let command = DealCommand { action: DealAction::Subscribe, draft: subscription() };
        let decide = |desk: &Desk| {
            let deciding = Deciding::new(&desk.context).stock(&desk.stock).deal(&desk.deal);
            deciding.decide(&command).map(|_| ())
        };
        let found = decide(&desk).err().map(|error| {
            assert_eq!(error.path(), "/context/received/0/item");
            error.message(kaipan::error::Lang::En)
        });
        assert_eq!(found.is_some(), meant.is_some(), "{item}");
        assert!(found.is_none_or(|found| found.contains(meant.unwrap())), "{item}");
        let own = desk.context.received.as_mut().unwrap();
        own[0].category = Some(MoneyCategory::Other);
        assert_eq!(decide(&desk), Ok(()), "{item}: the host says what it is");
    }
}

#[test]
fn money_in_another_account_is_told_where_the_rules_do_not_ask() {
    let mut desk = on_sale();
    let astray = ReceivedMoney::new(DEPOSIT, read("50000")).with_account("一般户");
    desk.context.received.as_mut().unwrap().push(astray);
    let decision = desk.does(DealAction::Subscribe, subscription());
    assert!(codes(&decision).contains(&"deal.money_elsewhere"), "{:?}", decision.findings);
}

#[test]
fn a_deposit_that_is_not_that_of_the_schedule_is_told() {
    let mut desk = on_sale();
    desk.receives(DEPOSIT, "50000");
    let mut draft = subscription();
    draft.schedule[0].item = MoneyItem::Deposit;
    let decision = desk.does(DealAction::Subscribe, draft);
    assert!(codes(&decision).contains(&"deal.deposit_differs"), "{:?}", decision.findings);
}

#[test]
fn booking_money_that_is_no_small_part_of_the_price_is_told() {
    let mut desk = on_sale();
    desk.receives(BOOKING, "300000");
    let draft = |yuan: &str| DealDraft {
        buyers: buyer(),
        amount: Some(read(yuan)),
        until: Some(read("2026-09-08")),
        ..DealDraft::default()
    };
    let small = desk.clone().does(DealAction::Book, draft("200000"));
    assert_eq!(codes(&small), [] as [&str; 0]);
    let large = desk.does(DealAction::Book, draft("200000.01"));
    assert_eq!(codes(&large), ["deal.booking_large"]);
}

#[test]
fn a_text_of_discounts_that_is_not_that_of_the_price_is_told() {
    let mut desk = on_sale();
    desk.receives(DEPOSIT, "50000");
    let told = |text: &str| {
        let mut draft = subscription();
        draft.price.as_mut().unwrap().discounts = text.into();
        codes(&desk.clone().does(DealAction::Subscribe, draft)).contains(&"deal.discount_differs")
    };
    for (text, is_told) in [("98折", false), ("88折", true), ("9.8折", false), ("开盘优惠", false)]
    {
        assert_eq!(told(text), is_told, "{text}");
    }
}
