//! What goes out with an earlier date takes only what is free on its day and on every later one, and
//! nothing happens before its own day.

use crate::desk::{Desk, day, receipt, yuan};
use kaipan::Text;
use kaipan::ledger::{
    AllocationLine, CommissionStep, FeesPaidOn, JournalMapping, Journalising, LedgerAct,
    LedgerApproval, LedgerCommission, LedgerRefund, PaidOnLine, ReceiptMethod, RevenueMilestone,
};
use kaipan::money::MoneyCategory;
use kaipan::number::Money;

const TODAY: &str = "2025-06-30";

type Posted = Result<Text, String>;

/// Recorded today and dated another day.
fn dated(desk: &mut Desk, key: &str, date: &str, act: LedgerAct) -> Posted {
    desk.under(key, TODAY, date, act)
}

fn take(deal: &str, item: &str, amount: &str) -> LedgerAct {
    LedgerAct::receive(receipt(deal, item, amount).with_confirmed(true))
}

fn refund(item: &str, amount: &str, id: &str) -> LedgerAct {
    let approval = LedgerApproval::new(id, yuan(amount));
    let refund =
        LedgerRefund::new(item, yuan(amount), ReceiptMethod::BankTransfer, "监管户", approval);
    LedgerAct::refund(refund.with_deal(Text::from("D")).with_confirmed(true))
}

fn adjust(id: &str, by: &str) -> LedgerAct {
    LedgerAct::Adjust { receivable: id.into(), by: yuan(by), approval: None, reason: None }
}

/// Received, outstanding, prepaid.
fn at(desk: &Desk, on: &str) -> [Money; 3] {
    let of = desk.at("D", on);
    [of.received, of.outstanding, of.prepaid]
}

fn refused(code: &str) -> Posted {
    Err(code.to_owned())
}

fn one_line(amount: &str) -> Desk {
    let mut desk = Desk::new();
    desk.deal("D", "2025-01-01", &[("h", "house_payment", "2025-01-10", amount)]);
    desk
}

#[test]
fn a_line_that_another_receipt_pays_until_later_is_paid_from_then_on() {
    let mut desk = one_line("100");
    dated(&mut desk, "r1", "2025-02-20", take("D", "house_payment", "100")).unwrap();
    dated(&mut desk, "v1", "2025-04-01", LedgerAct::reverse(Text::from("r1"))).unwrap();
    let by_hand = receipt("D", "house_payment", "100").with_confirmed(true);
    let by_hand = by_hand.with_allocations(vec![AllocationLine::new("h", yuan("100"))]);
    let explicit = dated(&mut desk, "r0", "2025-02-21", LedgerAct::receive(by_hand));
    assert_eq!(explicit, refused("ledger.over_allocated"));
    dated(&mut desk, "r2", "2025-02-21", take("D", "house_payment", "100")).unwrap();
    assert_eq!(at(&desk, "2025-03-10"), ["100", "0", "100"].map(yuan));
    assert_eq!(at(&desk, "2025-04-01"), ["100", "0", "0"].map(yuan));
}

#[test]
fn money_that_was_refunded_for_a_while_is_not_there_in_the_meantime() {
    let mut desk = Desk::new();
    desk.deal("D", "2025-01-01", &[]);
    dated(&mut desk, "r", "2025-01-05", take("D", "house_payment", "100")).unwrap();
    dated(&mut desk, "f", "2025-01-10", refund("house_payment", "100", "A1")).unwrap();
    dated(&mut desk, "v", "2025-03-01", LedgerAct::reverse(Text::from("f"))).unwrap();
    let again = || refund("house_payment", "100", "A2");
    assert_eq!(dated(&mut desk, "g", "2025-01-12", again()), refused("ledger.used_later"));
    dated(&mut desk, "g", "2025-03-01", again()).unwrap();
    assert_eq!(at(&desk, "2025-01-15"), ["0", "0", "0"].map(yuan));
}

#[test]
fn what_is_freed_later_pays_an_earlier_line_from_then_on() {
    for freed in [adjust("h", "-100"), LedgerAct::reverse(Text::from("K2"))] {
        let mut desk = one_line("100");
        dated(&mut desk, "r", "2025-01-05", take("D", "house_payment", "100")).unwrap();
        dated(&mut desk, "a", "2025-03-01", freed).unwrap();
        let lines = [("g", "house_payment", "2025-01-10", "100")];
        let lines = lines.map(|(id, item, due, amount)| {
            kaipan::ledger::ReceivableLine::new(id, item, yuan(amount)).with_due(day(due))
        });
        dated(&mut desk, "g", "2025-01-10", LedgerAct::raise("D", lines.to_vec())).unwrap();
        assert_eq!(at(&desk, "2025-02-01"), ["100", "100", "0"].map(yuan));
        assert_eq!(at(&desk, "2025-03-01"), ["100", "0", "0"].map(yuan));
    }
}

#[test]
fn a_raised_amount_takes_money_of_an_earlier_day_from_its_own_day_on() {
    let mut desk = one_line("100");
    dated(&mut desk, "a", "2025-03-01", adjust("h", "50")).unwrap();
    dated(&mut desk, "r", "2025-02-01", take("D", "house_payment", "150")).unwrap();
    assert_eq!(at(&desk, "2025-02-01"), ["100", "0", "50"].map(yuan));
    assert_eq!(at(&desk, "2025-03-01"), ["150", "0", "0"].map(yuan));
}

#[test]
fn nothing_happens_to_money_before_it_came_or_to_a_line_before_it_was_raised() {
    let mut desk = one_line("100");
    let tax = receipt("D", "deed_tax", "50").with_category(MoneyCategory::Collected);
    dated(&mut desk, "t", "2025-02-02", LedgerAct::receive(tax)).unwrap();
    let line = PaidOnLine { deal: "D".into(), amount: yuan("50") };
    let paid_on = || FeesPaidOn::new("deed_tax", "税务局", "监管户", vec![line.clone()]);
    let pay_on = || LedgerAct::PayOn { payment: paid_on() };
    assert_eq!(dated(&mut desk, "p", "2025-01-03", pay_on()), refused("ledger.used_later"));
    dated(&mut desk, "p", "2025-02-02", pay_on()).unwrap();
    let commission = |step, account: Option<&str>| {
        let mut one = LedgerCommission::new(step, "中介", "D", yuan("1000"));
        one.account = account.map(Text::from);
        LedgerAct::Commission { commission: one }
    };
    let earned = commission(CommissionStep::Earned, None);
    dated(&mut desk, "c", "2025-01-10", earned).unwrap();
    for act in [
        commission(CommissionStep::Paid, Some("监管户")),
        commission(CommissionStep::ClawedBack, None),
    ] {
        assert_eq!(dated(&mut desk, "d", "2025-01-05", act), refused("ledger.used_later"));
    }
    let before = refused("ledger.before_original");
    dated(&mut desk, "r", "2025-01-05", take("D", "house_payment", "10")).unwrap();
    assert_eq!(dated(&mut desk, "x", "2024-12-31", adjust("h", "-40")), before);
    let due = LedgerAct::Redate { receivable: "h".into(), due: None };
    assert_eq!(dated(&mut desk, "x", "2024-12-31", due), before);
    assert_eq!(dated(&mut desk, "x", "2025-01-04", LedgerAct::verify(Text::from("r"))), before);
    dated(&mut desk, "s", "2025-02-01", LedgerAct::sign("D", yuan("100"))).unwrap();
    let reach = |milestone| LedgerAct::Reach { deal: "D".into(), milestone };
    let handover = || reach(RevenueMilestone::Handover);
    assert_eq!(dated(&mut desk, "x", "2025-01-31", handover()), before);
    dated(&mut desk, "y", "2025-04-01", handover()).unwrap();
    let notice = || reach(RevenueMilestone::HandoverNotice);
    assert_eq!(dated(&mut desk, "z", "2025-04-02", notice()), before);
    dated(&mut desk, "z", "2025-03-20", notice()).unwrap();
}

#[test]
fn the_end_of_a_deal_frees_what_is_dated_later_as_it_comes() {
    let mut desk = one_line("100");
    dated(&mut desk, "r", "2025-01-10", take("D", "house_payment", "30")).unwrap();
    dated(&mut desk, "e", "2025-01-09", LedgerAct::end_deal("D")).unwrap();
    assert_eq!(at(&desk, "2025-01-09"), ["0", "0", "0"].map(yuan));
    assert_eq!(at(&desk, "2025-01-10"), ["0", "0", "30"].map(yuan));
    assert_eq!(desk.at("D", TODAY).lines.last().unwrap().balance, yuan("-30"));
    dated(&mut desk, "f", "2025-02-01", refund("house_payment", "30", "A")).unwrap();
    let before = desk.replayed().unwrap();
    assert_eq!(format!("{before:?}"), format!("{:?}", desk.ledger));
}

#[test]
fn a_deal_does_not_end_before_a_line_was_raised() {
    let mut desk = one_line("100");
    let line = kaipan::ledger::ReceivableLine::new("g", "house_payment", yuan("50"));
    dated(&mut desk, "g", "2025-03-01", LedgerAct::raise("D", vec![line])).unwrap();
    let ended = dated(&mut desk, "e", "2025-02-01", LedgerAct::end_deal("D"));
    assert_eq!(ended, refused("ledger.used_later"));
    dated(&mut desk, "e", "2025-03-01", LedgerAct::end_deal("D")).unwrap();
}

/// Debits and credits of contract liability, VAT to be recognised and pre-sale money up to a day.
fn journal(desk: &Desk, to: &str) -> Vec<(String, Money)> {
    let mapping = JournalMapping::preset();
    let sheet = Journalising::new(&desk.ledger, &mapping, day("2025-01-01"), day(to));
    let sheet = sheet.sheet().unwrap();
    assert_eq!(sheet.debit, sheet.credit);
    let rows = sheet.trial.into_iter().filter(|row| !row.closing.is_zero());
    rows.map(|row| (row.account.to_string(), row.closing)).collect()
}

#[test]
fn pre_sale_money_becomes_house_money_on_the_day_of_signing_in_any_order_of_entry() {
    let steps: [(&str, LedgerAct); 2] = [
        ("2025-01-05", take("D", "deposit", "50000")),
        ("2025-01-10", LedgerAct::sign("D", yuan("100000"))),
    ];
    let mut seen = Vec::new();
    for order in [[0, 1], [1, 0]] {
        let mut desk = Desk::new();
        desk.deal("D", "2025-01-01", &[("h", "deposit", "2025-01-05", "100000")]);
        for at in order {
            let (date, act) = &steps[at];
            dated(&mut desk, &format!("s{at}"), date, act.clone()).unwrap();
        }
        seen.push(["2025-01-05", "2025-01-09", "2025-01-10"].map(|to| journal(&desk, to)));
        let again = desk.replayed().unwrap();
        assert_eq!(format!("{again:?}"), format!("{:?}", desk.ledger));
    }
    assert_eq!(seen[0], seen[1]);
    assert_eq!(seen[0][0], seen[0][1]);
    assert_eq!(seen[0][0].len(), 2, "bank and pre-sale money: {:?}", seen[0][0]);
    assert_eq!(seen[0][2].len(), 3, "bank, contract liability, VAT: {:?}", seen[0][2]);
}

#[test]
fn money_that_comes_after_an_earlier_signing_is_house_money_at_once() {
    let mut desk = Desk::new();
    desk.deal("D", "2025-01-01", &[("h", "deposit", "2025-01-05", "100000")]);
    dated(&mut desk, "r", "2025-01-05", take("D", "deposit", "50000")).unwrap();
    dated(&mut desk, "s", "2025-01-02", LedgerAct::sign("D", yuan("100000"))).unwrap();
    assert_eq!(journal(&desk, "2025-01-04"), []);
    assert_eq!(journal(&desk, "2025-01-05").len(), 3);
    let back = LedgerAct::reverse(Text::from("r"));
    dated(&mut desk, "v", "2025-01-07", back).unwrap();
    assert_eq!(journal(&desk, "2025-01-06").len(), 3);
    assert_eq!(journal(&desk, "2025-01-07"), []);
}

#[test]
fn a_number_of_a_voucher_stands_on_one_paper() {
    let mut desk = one_line("100");
    let with = |amount: &str| {
        let one = receipt("D", "house_payment", amount).with_voucher(Text::from("NO.1"));
        LedgerAct::receive(one)
    };
    dated(&mut desk, "a", "2025-01-05", with("10")).unwrap();
    assert_eq!(dated(&mut desk, "b", "2025-01-06", with("20")), refused("ledger.voucher_used"));
    dated(&mut desk, "v", "2025-01-07", LedgerAct::reverse(Text::from("a"))).unwrap();
    assert_eq!(dated(&mut desk, "b", "2025-01-08", with("20")), refused("ledger.voucher_used"));
}
