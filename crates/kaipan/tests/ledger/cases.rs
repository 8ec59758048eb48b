//! What other ledgers got wrong, with the answer that the field holds right.

use crate::desk::{Desk, day, receipt, yuan};
use kaipan::Text;
use kaipan::ledger::{
    AllocationLine, Ledger, LedgerAct, LedgerApproval, LedgerRefund, ReceiptMethod,
};

#[test]
fn what_is_overdue_follows_the_due_date_and_what_was_paid_by_then() {
    let mut desk = Desk::new();
    desk.deal("D", "2016-10-01", &[("D/1", "house_payment", "2017-02-28", "10000")]);
    for (on, amount) in [("2016-11-09", "1500"), ("2016-11-30", "1000"), ("2017-01-30", "2000")] {
        desk.receive("D", on, "house_payment", amount).unwrap();
    }
    let statement = desk.at("D", "2017-04-04");
    assert_eq!(statement.outstanding, yuan("5500"));
    assert_eq!(statement.receivables[0].days_overdue, 35);
}

#[test]
fn a_payment_after_the_date_is_open_on_the_date() {
    let mut desk = Desk::new();
    desk.deal("D", "2016-12-30", &[("D/1", "house_payment", "2016-12-30", "100")]);
    desk.receive("D", "2017-01-01", "house_payment", "100").unwrap();
    assert_eq!(desk.at("D", "2016-12-31").outstanding, yuan("100"));
    assert_eq!(desk.at("D", "2017-01-01").outstanding, yuan("0"));
}

#[test]
fn an_allocation_that_is_made_later_counts_from_the_receipt() {
    let mut desk = Desk::new();
    desk.deal("D", "2016-01-01", &[("D/1", "house_payment", "2016-02-01", "100")]);
    let kept = receipt("D", "house_payment", "100").with_keep_rest(true);
    let key = desk.on("2016-01-20", LedgerAct::receive(kept)).unwrap();
    let horizon = desk.ledger.last_order();
    assert_eq!(desk.at("D", "2016-03-01").overdue, yuan("100"));
    let lines = vec![AllocationLine::new("D/1", yuan("100"))];
    let allocate = LedgerAct::Allocate { receipt: key, allocations: lines };
    let context =
        kaipan::ledger::LedgerContext::new("2017-01-20T10:00:00".parse().unwrap(), "出纳");
    let command = kaipan::ledger::LedgerCommand::new("late", allocate);
    kaipan::ledger::Bookkeeping::new(&mut desk.ledger, &context).post(&command).unwrap();
    assert_eq!(desk.at("D", "2016-03-01").overdue, yuan("0"));
    assert_eq!(desk.back_then("D", "2016-03-01", horizon).overdue, yuan("100"));
}

#[test]
fn a_reversal_has_its_own_date_and_a_closed_period_stays_closed() {
    let mut desk = Desk::new();
    desk.deal("D", "2025-10-01", &[("D/1", "house_payment", "2025-10-10", "100")]);
    let key = desk.receive("D", "2025-10-10", "house_payment", "100").unwrap();
    desk.on("2025-10-31", LedgerAct::close(day("2025-10-31"))).unwrap();
    let october = desk.at("D", "2025-10-31");
    let reverse = || LedgerAct::reverse(key.clone());
    assert_eq!(
        desk.under("r0", "2025-11-05", "2025-10-20", reverse()),
        Err("ledger.period_closed".into())
    );
    desk.under("r1", "2025-11-05", "2025-11-05", reverse()).unwrap();
    assert_eq!(desk.at("D", "2025-11-05").outstanding, yuan("100"));
    let again = desk.at("D", "2025-10-31");
    assert_eq!((again.outstanding, again.lines.len()), (october.outstanding, october.lines.len()));
    for (key, code) in
        [("r1", "ledger.reversal_of_reversal"), (key.as_str(), "ledger.reversed_twice")]
    {
        let refused = desk.on("2025-11-06", LedgerAct::reverse(Text::from(key)));
        assert_eq!(refused, Err(code.to_owned()));
    }
    // The claim can be paid again.
    desk.receive("D", "2025-11-07", "house_payment", "100").unwrap();
    assert_eq!(desk.at("D", "2025-11-07").outstanding, yuan("0"));
}

#[test]
fn too_much_is_refused_and_the_rest_is_paid_in_advance() {
    let mut desk = Desk::new();
    desk.deal("D", "2025-01-01", &[("D/1", "house_payment", "2025-02-01", "100")]);
    let over = receipt("D", "house_payment", "150")
        .with_allocations(vec![AllocationLine::new("D/1", yuan("100.01"))]);
    assert_eq!(
        desk.on("2025-01-02", LedgerAct::receive(over)),
        Err("ledger.over_allocated".into())
    );
    desk.receive("D", "2025-01-02", "house_payment", "150").unwrap();
    let statement = desk.at("D", "2025-01-02");
    assert_eq!((statement.outstanding, statement.prepaid), (yuan("0"), yuan("50")));
    // What becomes receivable takes it.
    desk.raise("D", "2025-01-03", &[("D/2", "house_payment", "", "80")]).unwrap();
    let statement = desk.at("D", "2025-01-03");
    assert_eq!((statement.outstanding, statement.prepaid), (yuan("30"), yuan("0")));
}

#[test]
fn two_refunds_at_once_are_one() {
    let mut desk = Desk::new();
    desk.deal("D", "2025-01-01", &[]);
    desk.receive("D", "2025-01-02", "sincerity_money", "20000").unwrap();
    let refund = |id: &str| {
        let approval = LedgerApproval::new(id, yuan("20000"));
        let refund = LedgerRefund::new(
            "sincerity_money",
            yuan("20000"),
            ReceiptMethod::BankTransfer,
            "监管户",
            approval,
        );
        LedgerAct::refund(refund.with_deal(Text::from("D")))
    };
    desk.on("2025-01-03", refund("A1")).unwrap();
    assert_eq!(desk.on("2025-01-03", refund("A2")), Err("ledger.looks_repeated".into()));
    assert_eq!(desk.on("2025-01-04", refund("A2")), Err("ledger.above_refundable".into()));
    assert_eq!(desk.ledger.bank_balance("监管户"), yuan("0"));
}

#[test]
fn the_same_key_answers_the_first_result_and_other_content_is_refused() {
    let mut desk = Desk::new();
    desk.deal("D", "2025-01-01", &[("D/1", "house_payment", "2025-02-01", "100")]);
    let take = |amount: &str| LedgerAct::receive(receipt("D", "house_payment", amount));
    desk.under("POS-1", "2025-01-02", "2025-01-02", take("50")).unwrap();
    let order = desk.ledger.last_order();
    desk.under("POS-1", "2025-01-02", "2025-01-02", take("50")).unwrap();
    assert_eq!(desk.ledger.last_order(), order);
    let other = desk.under("POS-1", "2025-01-02", "2025-01-02", take("51"));
    assert_eq!(other, Err("ledger.key_reused".into()));
}

#[test]
fn deleted_today_it_never_was_but_for_who_looks_as_of_before() {
    let mut desk = Desk::new();
    desk.deal("D", "2025-01-01", &[("D/1", "house_payment", "2025-02-01", "100")]);
    let key = desk.receive("D", "2025-01-02", "house_payment", "50").unwrap();
    let horizon = desk.ledger.last_order();
    let before = desk.at("D", "2025-01-02");
    let delete = |key: &Text| LedgerAct::delete(key.clone());
    assert_eq!(desk.on("2025-01-03", delete(&key)), Err("ledger.deleted_late".into()));
    desk.on("2025-01-02", delete(&key)).unwrap();
    let after = desk.at("D", "2025-01-02");
    assert_eq!((after.outstanding, after.lines.len()), (yuan("100"), before.lines.len() - 1));
    assert_eq!(desk.back_then("D", "2025-01-02", horizon), before);
    // Once verified it is reversed, and not deleted.
    let key = desk.receive("D", "2025-01-02", "house_payment", "50").unwrap();
    desk.on("2025-01-02", LedgerAct::verify(key.clone())).unwrap();
    assert_eq!(desk.on("2025-01-02", delete(&key)), Err("ledger.verified".into()));
}

#[test]
fn what_is_kept_makes_the_same_ledger() {
    let mut desk = Desk::new();
    desk.deal(
        "D",
        "2025-01-01",
        &[("D/1", "deposit", "2025-01-01", "50000"), ("D/2", "down_payment", "2025-02-01", "100")],
    );
    let key = desk.receive("D", "2025-01-02", "house_payment", "60000").unwrap();
    desk.on("2025-01-05", LedgerAct::sign("D", yuan("50100"))).unwrap();
    desk.on("2025-01-06", LedgerAct::reverse(key)).unwrap();
    let again: Ledger = desk.replayed().unwrap();
    let statement = |ledger: &Ledger| {
        kaipan::ledger::StatementDrawing::new(ledger, day("2025-12-31")).deal("D").draw().unwrap()
    };
    assert_eq!(statement(&again), statement(&desk.ledger));
    assert_eq!(format!("{again:?}"), format!("{:?}", desk.ledger));
}

#[test]
fn a_number_by_hand_stands_on_one_paper_after_a_replay_too() {
    let mut desk = Desk::new();
    desk.deal("D", "2025-01-01", &[]);
    let key = desk.receive("D", "2025-01-02", "house_payment", "50").unwrap();
    let mut act = LedgerAct::reverse(key);
    if let LedgerAct::Reverse { voucher, .. } = &mut act {
        *voucher = Some("V".into());
    }
    desk.on("2025-01-03", act).unwrap();
    desk.ledger = desk.replayed().unwrap();
    let again = receipt("D", "house_payment", "7").with_voucher(Text::from("V"));
    let again = desk.on("2025-01-04", LedgerAct::receive(again));
    assert_eq!(again, Err("ledger.voucher_used".into()));
}
