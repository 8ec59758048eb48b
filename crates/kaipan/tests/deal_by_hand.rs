//! What the benchmark of decisions is measured against does the same job: checks written by hand come
//! to the answers of the table, whatever is lacking.

#[path = "../benches/deals/history.rs"]
#[allow(dead_code)]
mod history;
#[path = "../benches/deals/plain/mod.rs"]
mod plain;

use history::Home;
use kaipan::approval::ApprovalRequest;
use kaipan::deal::{
    BuildingFacts, DealAction, DealBuyer, DealCommand, DealGuard, DealPrice, Encumbrance,
    FinanceTodo, FixedPriceOffer, LeastReceived, OfferedUnit, PriceApproval, Quota, ReceivedMoney,
    Reservation, RoomConfirmation, SaleFacts, SaleMode, StockLock, TodoKind,
};
use kaipan::money::BOOKING;
use kaipan::payment::{DepositLimit, DepositLimitRow};
use kaipan::project::{Unit, UnitState};
use kaipan::{StreamKind, StreamRead};

type Twist = (&'static str, fn(&mut Home, &mut DealCommand));

fn read<T: std::str::FromStr>(text: &str) -> T
where
    T::Err: std::fmt::Debug,
{
    text.parse().unwrap()
}

fn unit(home: &mut Home) -> &mut Unit {
    home.context.unit.as_mut().unwrap()
}

fn facts(home: &mut Home) -> &mut SaleFacts {
    &mut home.context.status.as_mut().unwrap().project
}

fn price(command: &mut DealCommand) -> Option<&mut DealPrice> {
    command.draft.price.as_mut()
}

fn share(customer: &str, share: &str) -> DealBuyer {
    DealBuyer::new(customer).with_share(read::<kaipan::number::Fraction>(share))
}

/// A request that was approved by this role, about the deal.
fn approved(kind: &str, role: &str, more: serde_json::Value) -> ApprovalRequest {
    let at = "2026-11-09T09:00:00";
    let mut asked = serde_json::json!({ "kind": kind, "subject": "D1", "node": "P" });
    asked.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let steps = serde_json::json!([{ "roles": [role], "rule": "all" }]);
    let route = serde_json::json!({ "source": "table", "steps": steps });
    let signature = serde_json::json!({ "step": 1, "role": role, "person": "P9", "at": at });
    serde_json::from_value(serde_json::json!({
        "id": "A1", "asked": asked, "requested_by": "P1", "requested_at": at, "status": "approved",
        "route": route, "step": 1, "signatures": [signature], "round": 1, "changed_at": at,
        "version": 3,
    }))
    .unwrap()
}

const TWISTS: &[Twist] = &[
    ("nothing", |_, _| {}),
    ("no roles", |home, _| home.context.roles.clear()),
    ("another role", |home, _| home.context.roles = vec!["planner".into()]),
    ("a change is pending", |home, _| home.stock.locks = vec![StockLock::QuitPending]),
    ("kept for another", |home, _| {
        home.stock.state = UnitState::Reserved;
        home.stock.reservation = Some(Reservation::new("C9", read("2026-11-12")));
    }),
    ("kept for another until yesterday", |home, _| {
        home.stock.state = UnitState::Reserved;
        home.stock.reservation = Some(Reservation::new("C9", read("2026-11-09")));
    }),
    ("held for another", |home, _| {
        let until = read("2026-11-10T10:20:00");
        home.stock.hold = Some(RoomConfirmation::new("C9", "李四", until));
    }),
    ("allotted to a channel", |home, _| home.context.allotted_to = Some("乙".into())),
    ("through that channel", |home, command| {
        home.context.allotted_to = Some("乙".into());
        command.draft.channel = Some("乙".into());
    }),
    ("another agent", |_, command| command.draft.agent = Some("王五".into())),
    ("with a reason", |_, command| command.draft.reason = Some("补录".into())),
    ("the document is locked", |home, _| {
        home.deal.documents.iter_mut().for_each(|one| one.locked = true);
    }),
    ("the document has run out", |home, _| {
        let day = read("2026-11-09");
        home.deal.documents.iter_mut().for_each(|one| one.valid_until = Some(day));
    }),
    ("the cashier has to refund", |home, _| {
        home.deal.todos = vec![FinanceTodo::new(9, TodoKind::Refund, read("1"), BOOKING)];
    }),
    ("nobody buys", |home, command| {
        home.deal.buyers.clear();
        command.draft.buyers.clear();
    }),
    ("two buyers without shares", |_, command| {
        command.draft.buyers = vec![DealBuyer::new("C1"), DealBuyer::new("C2")];
    }),
    ("two halves", |_, command| {
        command.draft.buyers = vec![share("C1", "1/2"), share("C2", "1/2")];
    }),
    ("a half and a third", |_, command| {
        command.draft.buyers = vec![share("C1", "1/2"), share("C2", "1/3")];
    }),
    ("one buyer twice", |_, command| {
        command.draft.buyers = vec![share("C1", "1/2"), share("C1", "1/2")];
    }),
    ("another buyer", |_, command| command.draft.buyers = vec![DealBuyer::new("C2")]),
    ("its price needs confirmation", |home, _| home.stock.needs_price_confirmation = true),
    ("permits are not known", |home, _| home.context.permits = None),
    ("the permit comes later", |home, _| {
        let permits = home.context.permits.iter_mut().flatten();
        permits.for_each(|one| one.issued_on = read("2026-12-01"));
    }),
    ("not topped out", |home, _| facts(home).topped_out = None),
    ("topped out later", |home, _| facts(home).topped_out = Some(read("2026-12-01"))),
    ("planned before the reform", |home, _| {
        facts(home).planning_permit = Some(read("2026-03-01"));
        facts(home).topped_out = None;
    }),
    ("planned before the reform, money elsewhere", |home, _| {
        facts(home).planning_permit = Some(read("2026-03-01"));
        home.context.received.iter_mut().flatten().for_each(|one| one.account = Some("乙".into()));
    }),
    ("the building has facts of its own", |home, _| {
        let own = SaleFacts { topped_out: Some(read("2026-12-24")), ..SaleFacts::default() };
        let status = home.context.status.as_mut().unwrap();
        status.buildings = vec![BuildingFacts::new("3", own)];
    }),
    ("completed, nothing filed", |home, _| facts(home).mode = Some(SaleMode::Completed)),
    ("completed and encumbered", |home, _| {
        facts(home).mode = Some(SaleMode::Completed);
        facts(home).sale_filing = Some(read("2026-12-01"));
        facts(home).encumbrance = Some(Encumbrance::Encumbered);
    }),
    ("completed and free", |home, _| {
        facts(home).mode = Some(SaleMode::Completed);
        facts(home).sale_filing = Some(read("2026-10-01"));
        facts(home).encumbrance = Some(Encumbrance::Free);
    }),
    ("no supervised account", |home, _| facts(home).supervised_account = None),
    ("money in no account", |home, _| {
        home.context.received.iter_mut().flatten().for_each(|one| one.account = None);
    }),
    ("money is not known", |home, _| home.context.received = None),
    ("no money", |home, _| home.context.received = Some(Vec::new())),
    ("money of another name", |home, _| {
        home.context.received.get_or_insert_default().push(ReceivedMoney::new("车位", read("1")));
    }),
    ("money of a mistaken name", |home, _| {
        home.context.received.get_or_insert_default().push(ReceivedMoney::new("定金", read("1")));
    }),
    ("money below zero", |home, _| {
        home.context.received.get_or_insert_default().push(ReceivedMoney::new(BOOKING, read("-1")));
    }),
    ("no amount", |_, command| command.draft.amount = None),
    ("a large amount", |_, command| command.draft.amount = Some(read("200000.01"))),
    ("an amount below zero", |_, command| command.draft.amount = Some(read("-1"))),
    ("a small amount", |home, command| {
        home.context.policy.least_booking = Some(read("20000"));
        home.context.policy.least_deposit = Some(read("20000"));
        command.draft.amount = Some(read("5000"));
    }),
    ("part of the deposit will do", |home, command| {
        home.context.policy.allow_partial_deposit = true;
        command.draft.amount = Some(read("90000"));
    }),
    ("the house allows less", |home, _| {
        let row = DepositLimitRow::new(read("2026-01-01")).with_ratio(read("0.05"));
        home.context.policy.deposit_limit = Some(DepositLimit::Table { rows: vec![row] });
    }),
    ("much before subscribing", |home, _| {
        let least = LeastReceived { amount: None, share: Some(read("0.3")) };
        home.context.policy.before_subscribing = Some(least);
    }),
    ("a share above the whole", |home, _| {
        let least = LeastReceived { amount: None, share: Some(read("1.1")) };
        home.context.policy.before_subscribing = Some(least);
    }),
    ("a last day that has passed", |_, command| command.draft.until = Some(read("2026-11-01"))),
    ("a last day far away", |_, command| command.draft.until = Some(read("2028-11-01"))),
    ("no last day", |_, command| command.draft.until = None),
    ("a field that is not taken", |_, command| command.draft.minutes = Some(3)),
    ("a customer who is not known", |home, _| home.context.buyers = Some(Vec::new())),
    ("customers are not known", |home, _| home.context.buyers = None),
    ("a customer who lacks everything", |home, _| {
        for one in home.context.buyers.iter_mut().flatten() {
            one.identified = false;
            one.missing = vec!["电话".into(), "地址".into()];
            (one.credit_limit, one.owes) = (Some(read("1")), Some(read("2")));
        }
    }),
    ("what he owes is not known", |home, _| {
        let buyers = home.context.buyers.iter_mut().flatten();
        buyers.for_each(|one| one.credit_limit = Some(read("1")));
    }),
    ("questions are not known", |home, _| home.context.unanswered = None),
    ("questions are open", |home, _| {
        home.context.unanswered = Some(vec!["用途".into(), "来源".into()]);
    }),
    ("no price", |_, command| command.draft.price = None),
    ("the price does not agree", |_, command| {
        price(command).into_iter().for_each(|one| one.deal_total = read("970000"));
    }),
    ("the contract total is smaller", |_, command| {
        price(command).into_iter().for_each(|one| one.contract_total = read("970000"));
    }),
    ("a price of nothing", |_, command| {
        price(command).into_iter().for_each(|one| one.deal_total = read("0"));
    }),
    ("another list total", |home, _| unit(home).list_total = Some(read("990000"))),
    ("another list price", |home, _| unit(home).list_price = Some(read("9999"))),
    ("another area", |home, _| {
        unit(home).building_area = read("101");
        unit(home).list_price = None;
    }),
    ("no floor price", |home, _| unit(home).floor_total = None),
    ("a floor price per area", |home, _| {
        unit(home).floor_total = None;
        unit(home).floor_price = Some(read("9900"));
    }),
    ("below the floor", |home, _| unit(home).floor_total = Some(read("990000"))),
    ("above the filed price", |home, _| unit(home).filed_total = Some(read("970000"))),
    ("above the filed price where it may be", |home, _| {
        unit(home).filed_total = Some(read("970000"));
        home.context.policy.above_filed_by_approval = true;
    }),
    ("who approves is not known", |home, _| home.context.price_approval = None),
    ("somebody has to approve", |home, _| {
        home.context.price_approval = Some(PriceApproval { role: Some("city_gm".into()) });
    }),
    ("somebody has approved", |home, _| {
        home.context.price_approval = Some(PriceApproval { role: Some("city_gm".into()) });
        let amount = serde_json::json!({ "amount": "980000" });
        home.context.approvals = vec![approved("special_discount", "city_gm", amount)];
    }),
    ("below the floor, approved", |home, _| {
        unit(home).floor_total = Some(read("990000"));
        let amount = serde_json::json!({ "amount": "980000" });
        home.context.approvals = vec![approved("below_floor", "city_gm", amount)];
    }),
    ("waived by the manager", |home, _| {
        home.context.unanswered = Some(vec!["用途".into()]);
        home.stock.needs_price_confirmation = true;
        let waives = serde_json::json!({ "waives": ["questionnaire", "price_confirmed"] });
        home.context.approvals = vec![approved("waiver", "sales_manager", waives)];
    }),
    ("waived by somebody who may not", |home, _| {
        home.stock.needs_price_confirmation = true;
        let waives = serde_json::json!({ "waives": ["price_confirmed"] });
        home.context.approvals = vec![approved("waiver", "finance_officer", waives)];
    }),
    ("a waiver of what is no guard", |home, _| {
        let waives = serde_json::json!({ "waives": ["weather"] });
        home.context.approvals = vec![approved("waiver", "sales_manager", waives)];
    }),
    ("a deep price", |home, command| {
        unit(home).floor_total = Some(read("100000"));
        if let Some(one) = price(command) {
            (one.deal_price, one.deal_total) = (read("6999.99"), read("699999"));
            one.contract_total = read("699999");
        }
    }),
    ("something unusual", |home, _| home.context.unusual = vec!["discount.unusual".into()]),
    ("something unusual, confirmed", |home, command| {
        home.context.unusual = vec!["discount.unusual".into()];
        command.draft.confirmed = vec!["discount.unusual".into()];
    }),
    ("a quota that is not known", |_, command| command.draft.quotas = vec!["老带新".into()]),
    ("a quota that is used up", |home, command| {
        home.context.quotas = Some(vec![Quota::new("老带新", 0)]);
        command.draft.quotas = vec!["老带新".into()];
    }),
    ("a quota that has ended", |home, command| {
        home.context.quotas = Some(vec![Quota::new("老带新", 1).with_until(read("2026-11-01"))]);
        command.draft.quotas = vec!["老带新".into()];
    }),
    ("a fixed price that is another", |home, command| {
        let units = vec![OfferedUnit::new("3-1-1802", read("970000"))];
        let offer = FixedPriceOffer::new("一口价", 1, read("2026-12-01"), units);
        home.context.quotas = Some(vec![Quota::new("一口价", 1).with_offer(offer)]);
        command.draft.quotas = vec!["一口价".into()];
    }),
    ("a plan that is not offered", |home, _| home.context.policy.plans = Some(Vec::new())),
    ("no plan", |_, command| command.draft.plan = None),
    ("no schedule", |_, command| command.draft.schedule.clear()),
    ("half a schedule", |_, command| command.draft.schedule.truncate(1)),
    ("a schedule with a line twice", |_, command| {
        let again = command.draft.schedule.first().cloned();
        command.draft.schedule.extend(again);
    }),
    ("no signing date", |_, command| command.draft.agreed_signing = None),
    ("a signing date that has passed", |_, command| {
        if command.action == DealAction::Subscribe {
            command.draft.agreed_signing = Some(read("2026-11-01"));
        }
    }),
    ("before the last event", |home, _| home.context.now = read("2026-11-10T09:00:00")),
    ("a stream at two versions", |home, _| {
        home.context.ledger = vec![StreamRead::new(StreamKind::Deal, "D1", 99)];
    }),
    ("streams of the ledger", |home, _| {
        let ledger = StreamRead::new(StreamKind::LedgerAccount, "D1", 4);
        home.context.ledger = vec![ledger.clone()];
        home.context.reads = vec![ledger, StreamRead::new(StreamKind::Customer, "C9", 1)];
    }),
    ("of another unit", |home, _| unit(home).unit_no = "3-1-1803".into()),
    ("the unit is sold", |home, _| home.stock.state = UnitState::Signed),
];

#[test]
fn the_benchmark_compares_equal_answers() {
    let mut unmet = 0;
    for (_, home, command) in plain::questions() {
        for (name, twist) in TWISTS {
            let (mut home, mut command) = (home.clone(), command.clone());
            twist(&mut home, &mut command);
            println!("{:?}: {name}", command.action);
            unmet += plain::check_same(&home, &command);
        }
    }
    // And where nothing else is lacking.
    let subscribe = DealCommand { action: DealAction::Subscribe, draft: history::agreed(true) };
    for (name, twist) in TWISTS {
        let (mut home, mut command) = (Home::before_subscribing(), subscribe.clone());
        twist(&mut home, &mut command);
        println!("{name}");
        unmet += plain::check_same(&home, &command);
    }
    assert!(unmet > 500, "{unmet} guards of {} were unmet", DealGuard::ALL.len());
}
