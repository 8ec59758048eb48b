//! What follows for the ledger from events of deals, entries of cashiers and services.

use crate::desk::{day, yuan};
use kaipan::area_settlement::AreaSettlementSheet;
use kaipan::deal::{Deal, DealEvent};
use kaipan::ledger::{
    Bookkeeping, DealFollowing, Ledger, LedgerAct, LedgerActKind, LedgerCommand, LedgerContext,
    LedgerReceipt, LedgerStatement, ReceiptMethod, ReceivableLine, RevenueMilestone,
    StatementDrawing, SummaryDrawing,
};
use kaipan::money::{LedgerAccount, LedgerEntry, LedgerLeg};
use kaipan::service::{Service, ServiceChange, ServiceEvent, ServiceKind, ServiceState};
use kaipan::{Text, Time};
use serde_json::{Value, json};

/// A ledger, and the events of one deal.
struct Books {
    ledger: Ledger,
    events: Vec<DealEvent>,
}

impl Books {
    fn new() -> Books {
        Books { ledger: Ledger::new(), events: Vec::new() }
    }

    /// A decision: its events, and what was posted for them.
    fn decide(
        &mut self,
        at: &str,
        changes: &[Value],
        sheet: Option<&AreaSettlementSheet>,
    ) -> Vec<LedgerActKind> {
        let first = self.events.len();
        for change in changes {
            let version = self.events.len() + 1;
            let event =
                json!({"deal": "D1", "version": version, "at": at, "by": "销售", "change": change});
            self.events.push(serde_json::from_value(event).unwrap());
        }
        let deal = Deal::replay("D1".into(), &self.events, None).unwrap();
        let following = DealFollowing::new(&self.ledger, &deal).settlement(sheet);
        let followed = following.commands(&self.events[first..]).unwrap();
        let acts = followed.iter().map(|one| one.command.act.kind()).collect();
        for one in followed {
            self.post(at, &one.command);
        }
        acts
    }

    fn post(&mut self, at: &str, command: &LedgerCommand) {
        let context = LedgerContext::new(at.parse().unwrap(), "出纳");
        Bookkeeping::new(&mut self.ledger, &context).post(command).unwrap();
    }

    fn receive(&mut self, key: &str, at: &str, item: &str, amount: &str, line: Option<u32>) {
        let time: Time = at.parse().unwrap();
        let legs = vec![
            LedgerLeg::new(LedgerAccount::bank("监管户"), item, yuan(&format!("-{amount}"))),
            LedgerLeg::new(LedgerAccount::Prepayment {}, item, yuan(amount)),
        ];
        let entry = LedgerEntry::new(key, time.date(), time, legs).with_deal(Text::from("D1"));
        let method = ReceiptMethod::BankTransfer;
        let receipt = LedgerReceipt::of_entry(&self.ledger, &entry, method, line).unwrap().unwrap();
        let receipt = receipt.with_voucher(Text::from(key));
        self.post(at, &LedgerCommand::new(key, LedgerAct::receive(receipt)));
    }

    fn on(&self, date: &str) -> LedgerStatement {
        StatementDrawing::new(&self.ledger, day(date)).deal("D1").draw().unwrap()
    }

    /// Item, amount and due date of what stands.
    fn standing(&self, date: &str) -> Vec<String> {
        let lines = self.on(date).receivables.into_iter();
        let lines = lines.filter(|line| line.amount.is_positive());
        let line = |line: kaipan::ledger::StatementReceivable| {
            let due = line.due.map_or("-".to_owned(), |due| due.to_string());
            format!("{} {} {due}", line.item, line.amount)
        };
        lines.map(line).collect()
    }
}

fn line(seq: u32, item: &str, amount: &str, due: &str) -> Value {
    json!({"seq": seq, "item": item, "name": item, "name_en": item, "amount": amount,
        "in_price": true, "due": due, "anchor": {"kind": "signing_date"}, "share": "0"})
}

fn plan(lines: &[Value]) -> Value {
    json!({"kind": "payment_agreed", "plan": "P", "schedule": lines})
}

fn price(total: &str) -> Value {
    json!({"kind": "price_agreed", "price": {"list_price": "10000", "list_total": total,
        "area": "100", "discounts": "无", "deal_price": "10000", "deal_total": total,
        "contract_total": total}})
}

fn opened(document: &str) -> Value {
    json!({"kind": "document_opened", "document": {"kind": document, "number": "N", "state": "active",
        "active_at": "2026-03-14T10:00:00"}})
}

fn closed(document: &str, why: &str) -> Value {
    json!({"kind": "document_closed", "document": document, "why": why})
}

/// Subscribed on March 14 for 1,000,000: a deposit of 50,000 and the rest.
fn subscribed() -> Books {
    let mut books = Books::new();
    let lines = [
        line(1, "deposit", "50000", "2026-03-14"),
        line(2, "down_payment", "950000", "2026-03-28"),
    ];
    let buyers = json!({"kind": "buyers_named", "buyers": [{"customer": "C1"}]});
    let changes = [buyers, price("1000000"), plan(&lines), opened("subscription")];
    let acts = books.decide("2026-03-14T10:00:00", &changes, None);
    assert_eq!(acts, [LedgerActKind::OpenDeal, LedgerActKind::Raise]);
    books
}

/// And signed on March 20, the rest due on March 27.
fn signed() -> Books {
    let mut books = subscribed();
    let lines = [
        line(1, "deposit", "50000", "2026-03-14"),
        line(2, "down_payment", "950000", "2026-03-27"),
    ];
    let changes = [plan(&lines), closed("subscription", "converted"), opened("contract")];
    let acts = books.decide("2026-03-20T10:00:00", &changes, None);
    assert_eq!(acts, [LedgerActKind::Redate, LedgerActKind::Sign]);
    books
}

fn settled(amount: &str) -> Value {
    json!({"kind": "area_settled", "amount": amount})
}

#[test]
fn a_line_that_stays_keeps_its_payments_and_only_its_date_moves() {
    let mut books = subscribed();
    books.receive("R1", "2026-03-14T11:00:00", "deposit", "50000", None);
    assert_eq!(books.on("2026-03-19").outstanding, yuan("950000"));
    let lines = [
        line(1, "deposit", "50000", "2026-03-14"),
        line(2, "down_payment", "950000", "2026-03-27"),
    ];
    let changes = [plan(&lines), closed("subscription", "converted"), opened("contract")];
    books.decide("2026-03-20T10:00:00", &changes, None);
    let statement = books.on("2026-03-20");
    // The deposit was paid on the day that it was due, and still is after the signing.
    assert_eq!(statement.receivables[0].raised_on, day("2026-03-14"));
    assert_eq!((statement.overdue, statement.received), (yuan("0"), yuan("50000")));
    let due = "down_payment 950000.00 2026-03-27";
    assert_eq!(books.standing("2026-03-20"), ["deposit 50000.00 2026-03-14", due]);
    assert_eq!(books.standing("2026-03-19")[1], "down_payment 950000.00 2026-03-28");
}

#[test]
fn another_plan_changes_amounts_and_drops_what_is_not_in_it() {
    let mut books = subscribed();
    books.receive("R1", "2026-03-14T11:00:00", "deposit", "50000", None);
    let lines = [
        line(1, "deposit", "50000", "2026-03-14"),
        line(2, "down_payment", "250000", "2026-03-28"),
        line(3, "commercial_loan", "600000", "2026-05-01"),
    ];
    let acts = books.decide("2026-03-16T10:00:00", &[price("900000"), plan(&lines)], None);
    assert_eq!(acts, [LedgerActKind::Adjust, LedgerActKind::Raise]);
    let statement = books.on("2026-03-16");
    assert_eq!((statement.charged, statement.received), (yuan("900000"), yuan("50000")));
    let lump = [
        line(1, "deposit", "50000", "2026-03-14"),
        line(2, "down_payment", "850000", "2026-03-28"),
    ];
    let acts = books.decide("2026-03-17T10:00:00", &[plan(&lump)], None);
    assert_eq!(acts, [LedgerActKind::Adjust, LedgerActKind::Adjust]);
    assert_eq!(books.standing("2026-03-17").len(), 2);
    assert_eq!(books.on("2026-03-17").charged, yuan("900000"));
    // The same again changes nothing.
    assert!(books.decide("2026-03-18T10:00:00", &[plan(&lump)], None).is_empty());
}

#[test]
fn a_smaller_area_takes_off_what_is_due_last_and_frees_what_was_paid() {
    let mut books = signed();
    books.receive("R1", "2026-03-20T11:00:00", "house_payment", "1000000", None);
    let acts = books.decide("2026-11-08T10:00:00", &[settled("-12345.67")], None);
    assert_eq!(acts, [LedgerActKind::Adjust]);
    let statement = books.on("2026-11-08");
    assert_eq!((statement.charged, statement.prepaid), (yuan("987654.33"), yuan("12345.67")));
    assert_eq!(statement.outstanding, yuan("0"));
    // A plan that is agreed again comes to the same contract total.
    let lines = [
        line(1, "deposit", "50000", "2026-03-14"),
        line(2, "down_payment", "950000", "2026-12-31"),
    ];
    let acts = books.decide("2026-11-09T10:00:00", &[plan(&lines)], None);
    assert_eq!(acts, [LedgerActKind::Redate]);
    assert_eq!(books.on("2026-11-09").charged, yuan("987654.33"));
}

#[test]
fn a_larger_area_is_owed_on_the_day_of_the_settlement() {
    let sheet: AreaSettlementSheet = serde_json::from_value(json!({
        "deal": "D1", "unit_no": "101", "basis": "building", "outcome": "buyer_pays",
        "contract_area": "100", "registered_area": "101", "ratio": "0.01", "building_ratio": "0.01",
        "may_quit": false, "unit_price": "10000", "amount": "10000",
        "money": [{"way": "receivable", "item": "area_difference", "amount": "10000", "due": "2026-11-23"}],
        "contract_total_before": "1000000", "contract_total_after": "1010000", "steps": []
    }))
    .unwrap();
    let lines = ReceivableLine::of_area_settlement(&sheet, "D1/area/1");
    assert_eq!((lines.len(), lines[0].due), (1, Some(day("2026-11-23"))));
    let mut books = signed();
    books.decide("2026-11-08T10:00:00", &[settled("10000")], Some(&sheet));
    assert_eq!(books.standing("2026-11-08")[2], "area_difference 10000.00 2026-11-23");
    let mut undated = signed();
    undated.decide("2026-11-08T10:00:00", &[settled("10000")], None);
    assert_eq!(undated.standing("2026-11-08")[2], "area_difference 10000.00 -");
}

#[test]
fn the_line_that_a_cashier_names_is_paid_before_what_is_due_first() {
    let mut books = signed();
    books.receive("R1", "2026-03-20T11:00:00", "house_payment", "100000", Some(2));
    let statement = books.on("2026-03-20");
    let paid: Vec<_> = statement.receivables.iter().map(|line| line.received).collect();
    assert_eq!(paid, [yuan("0"), yuan("100000")]);
    // More than the line takes goes by the policy.
    books.receive("R2", "2026-03-21T11:00:00", "house_payment", "900000", Some(2));
    assert_eq!(books.on("2026-03-21").outstanding, yuan("0"));
}

#[test]
fn a_fee_is_raised_once_it_is_to_be_collected_and_an_end_drops_the_rest() {
    let mut books = subscribed();
    let todo = json!({"kind": "todo_opened",
        "todo": {"id": 5, "kind": "collect", "amount": "500", "item": "handling_fee"}});
    assert_eq!(books.decide("2026-03-15T10:00:00", &[todo], None), [LedgerActKind::Raise]);
    let acts = books.decide("2026-03-16T10:00:00", &[closed("subscription", "refunded")], None);
    assert_eq!(acts, [LedgerActKind::EndDeal]);
    assert_eq!(books.standing("2026-03-16"), ["handling_fee 500.00 -"]);
}

#[test]
fn only_plain_receipts_are_receipts() {
    let books = signed();
    let time: Time = "2026-03-20T11:00:00".parse().unwrap();
    let leg = |account, amount: &str| LedgerLeg::new(account, "handling_fee", yuan(amount));
    let of = |legs: Vec<LedgerLeg>| {
        let entry = LedgerEntry::new("K", time.date(), time, legs).with_deal(Text::from("D1"));
        LedgerReceipt::of_entry(&books.ledger, &entry, ReceiptMethod::Cash, None).unwrap()
    };
    // A charge that nothing was raised for is income as it comes.
    let bank = || LedgerAccount::bank("基本户");
    assert!(of(vec![leg(bank(), "-500"), leg(LedgerAccount::ChargeIncome {}, "500")]).is_none());
    assert!(of(vec![leg(bank(), "500"), leg(LedgerAccount::RefundDue {}, "-500")]).is_none());
    assert!(
        of(vec![leg(LedgerAccount::PreSale {}, "-5"), leg(LedgerAccount::RefundDue {}, "5")])
            .is_none()
    );
    let fund = |account, amount: &str| LedgerLeg::new(account, "水电开户费", yuan(amount));
    let legs = vec![fund(bank(), "-900"), fund(LedgerAccount::Collected {}, "900")];
    let receipt = of(legs).unwrap();
    assert_eq!(receipt.category, Some(kaipan::money::MoneyCategory::Collected));
}

#[test]
fn services_reach_the_milestones_of_revenue() {
    let on = day("2026-12-01");
    let ended = |state| ServiceChange::Ended { state, on };
    let of = RevenueMilestone::of_service;
    let done = ended(ServiceState::Done);
    assert_eq!(of(ServiceKind::Handover, &done), Some((RevenueMilestone::Handover, on)));
    assert_eq!(of(ServiceKind::Title, &done), Some((RevenueMilestone::Title, on)));
    assert_eq!(of(ServiceKind::Mortgage, &done), None);
    assert_eq!(of(ServiceKind::Handover, &ended(ServiceState::ClosedByQuit)), None);
}

/// 70,000 of 700,000 are not lent: the buyer owes them ten days later.
#[test]
fn what_the_bank_does_not_lend_is_owed_by_the_buyer() {
    let mut books = subscribed();
    let lines = [
        line(1, "down_payment", "300000", "2026-03-20"),
        line(2, "commercial_loan", "700000", "2026-05-05"),
    ];
    books.decide("2026-03-20T10:00:00", &[plan(&lines)], None);
    let mut service = Service::new("S1", "D1", ServiceKind::Mortgage);
    let mut follow = |books: &mut Books, version: u32, change: Value| {
        let at = "2026-04-10T10:00:00";
        let event =
            json!({"service": "S1", "version": version, "at": at, "by": "按揭", "change": change});
        let event: ServiceEvent = serde_json::from_value(event).unwrap();
        service.apply(&event).unwrap();
        let commands = LedgerCommand::of_service(&books.ledger, &service, &event).unwrap();
        commands.iter().for_each(|command| books.post(at, command));
        commands.len()
    };
    let started =
        json!({"kind": "started", "deal": "D1", "service_kind": "mortgage", "on": "2026-03-21"});
    assert_eq!(follow(&mut books, 1, started), 0);
    let todo = json!({"id": 2, "kind": "shortfall", "amount": "70000", "due": "2026-04-20"});
    let opened = json!({"kind": "todo_opened", "todo": todo});
    assert_eq!(follow(&mut books, 2, opened.clone()), 2);
    let owed = |books: &Books| books.standing("2026-04-10");
    let before = ["down_payment 300000.00 2026-03-20", "commercial_loan 700000.00 2026-05-05"];
    let lent_less = [
        "down_payment 300000.00 2026-03-20",
        "commercial_loan 630000.00 2026-05-05",
        "house_payment 70000.00 2026-04-20",
    ];
    assert_eq!(owed(&books), lent_less);
    // The bank decides anew.
    assert_eq!(follow(&mut books, 3, json!({"kind": "todo_dropped", "id": 2})), 2);
    assert_eq!(owed(&books), before);
    // It is collected: what is owed does not hang on the to-do.
    let again = json!({"kind": "todo_opened",
        "todo": {"id": 4, "kind": "shortfall", "amount": "70000", "due": "2026-04-20"}});
    assert_eq!(follow(&mut books, 4, again), 2);
    assert_eq!(follow(&mut books, 5, json!({"kind": "todo_done", "id": 4})), 0);
    assert_eq!(owed(&books), lent_less);
    // A plan with the smaller loan takes the place of both.
    let lines = [
        line(1, "down_payment", "370000", "2026-03-20"),
        line(2, "commercial_loan", "630000", "2026-05-05"),
    ];
    books.decide("2026-04-12T10:00:00", &[plan(&lines)], None);
    let agreed = ["down_payment 370000.00 2026-03-20", "commercial_loan 630000.00 2026-05-05"];
    assert_eq!(books.standing("2026-04-12"), agreed);
}

#[test]
fn the_summary_is_what_the_statements_come_to() {
    let mut books = signed();
    books.receive("R1", "2026-03-20T11:00:00", "house_payment", "300000.50", None);
    let (date, statement) = ("2026-04-01", books.on("2026-04-01"));
    let summary = SummaryDrawing::new(&books.ledger, day(date)).draw().unwrap();
    assert_eq!((summary.deals, summary.owing), (1, 1));
    assert_eq!(summary.charged, statement.charged);
    assert_eq!(summary.received, statement.received);
    assert_eq!(summary.outstanding, statement.outstanding);
    assert_eq!(summary.overdue, statement.overdue);
    assert_eq!(summary.overdue, yuan("699999.50"));
    let deals = [Text::from("D1")];
    let several = StatementDrawing::new(&books.ledger, day(date)).deals(&deals[..]).draw().unwrap();
    assert_eq!(several, statement);
    let before = SummaryDrawing::new(&books.ledger, day("2026-03-13")).draw().unwrap();
    assert_eq!((before.deals, before.items.len()), (0, 0));
}
