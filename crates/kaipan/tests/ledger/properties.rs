//! What holds of every history: what was said never changes, sums agree, a reversal restores, what
//! is kept makes the same ledger.

use crate::desk::{Desk, yuan};
use crate::workload::history;
use kaipan::Date;
use kaipan::ledger::{
    Bookkeeping, Ledger, LedgerAct, LedgerCommand, LedgerContext, LedgerReceipt, LedgerStatement,
    ReceiptMethod, StatementDrawing,
};
use kaipan::number::Money;
use proptest::prelude::*;

fn deals() -> impl Iterator<Item = String> {
    (0..40).map(|at| format!("D{at}"))
}

fn statements(ledger: &Ledger, date: Date, horizon: u32) -> Vec<Option<LedgerStatement>> {
    let draw = |deal: String| {
        StatementDrawing::new(ledger, date).deal(deal.as_str()).horizon(horizon).draw().ok()
    };
    deals().map(draw).collect()
}

/// Receivables with what is paid and open of each, sums, accounts.
type Balances = (Vec<(String, Money, Money)>, [Money; 4], Vec<String>);

/// Balances as hosts see them, without what happened.
fn balances(ledger: &Ledger, deal: &str) -> Balances {
    let last = Date::from_ymd(9999, 12, 31).unwrap();
    let of = StatementDrawing::new(ledger, last).deal(deal).draw().unwrap();
    let receivables =
        of.receivables.iter().map(|one| (one.id.to_string(), one.received, one.outstanding));
    let accounts = of.accounts.iter().map(|one| format!("{one:?}")).collect();
    (receivables.collect(), [of.outstanding, of.prepaid, of.refund_due, of.received], accounts)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_was_said_of_a_date_and_a_horizon_never_changes(seed in 0_u64..1_000_000) {
        let (mut ledger, mut said) = (Ledger::new(), Vec::new());
        for (at, (now, command)) in history(seed, 300).into_iter().enumerate() {
            let context = LedgerContext::new(now, "出纳");
            let _ = Bookkeeping::new(&mut ledger, &context).post(&command);
            if at % 60 == 59 {
                for date in [now.date(), now.date().shift_days(-20).unwrap()] {
                    let horizon = ledger.last_order();
                    let trial = ledger.trial(date, horizon).unwrap();
                    said.push((date, horizon, statements(&ledger, date, horizon), trial));
                }
            }
        }
        for (date, horizon, then, trial) in said {
            for (now, then) in statements(&ledger, date, horizon).into_iter().zip(then) {
                prop_assert_eq!(now, then);
            }
            prop_assert_eq!(ledger.trial(date, horizon).unwrap(), trial);
        }
    }

    #[test]
    fn sums_agree_and_what_is_kept_makes_the_same_ledger(seed in 0_u64..1_000_000) {
        let (mut ledger, mut kept) = (Ledger::new(), Vec::new());
        for (now, command) in history(seed, 300) {
            let context = LedgerContext::new(now, "出纳");
            if let Ok(recorded) = Bookkeeping::new(&mut ledger, &context).record(&command)
                && !recorded.repeated
            {
                for entry in &recorded.posting.entries {
                    prop_assert!(entry.is_balanced(), "{:?}", entry);
                }
                kept.push(recorded.posting);
            }
        }
        let last = Date::from_ymd(9999, 12, 31).unwrap();
        for of in statements(&ledger, last, ledger.last_order()).into_iter().flatten() {
            let fen = Money::fen;
            let moved: i64 = of.lines.iter().map(|line| line.received.fen()).sum();
            prop_assert_eq!(moved, fen(of.received) + fen(of.prepaid) + fen(of.refund_due));
            let parts = fen(of.received) + fen(of.waived) + fen(of.outstanding);
            prop_assert_eq!(fen(of.charged), parts);
            let money: i64 = of.money.iter().map(|one| fen(one.applied) + fen(one.free)).sum();
            prop_assert_eq!(money, fen(of.received) + fen(of.prepaid));
            prop_assert!(of.receivables.iter().all(|one| !one.outstanding.is_negative()));
        }
        let again = Ledger::replay(&kept).unwrap();
        prop_assert_eq!(format!("{again:?}"), format!("{ledger:?}"));
    }

    #[test]
    fn a_reversal_restores_all_balances(seed in 0_u64..1_000_000, fen in 1_i64..200_000) {
        let mut ledger = Ledger::new();
        let mut now = None;
        for (at, command) in history(seed, 120) {
            let context = LedgerContext::new(at, "出纳");
            let _ = Bookkeeping::new(&mut ledger, &context).post(&command);
            now = Some(at);
        }
        let context = LedgerContext::new(now.unwrap(), "出纳");
        let mut books = Bookkeeping::new(&mut ledger, &context);
        for (at, deal) in deals().enumerate() {
            let before = match StatementDrawing::new(books.ledger(), context.now.date()).deal(deal.as_str()).draw() {
                Ok(_) => balances(books.ledger(), &deal),
                Err(_) => continue,
            };
            let amount = Money::from_fen(fen);
            let mut receipt = LedgerReceipt::new("house_payment", amount, ReceiptMethod::Cash, "库");
            receipt.deal = Some(deal.as_str().into());
            receipt.confirmed = true;
            let key = format!("in{at}");
            let came = LedgerCommand::new(key.as_str(), LedgerAct::receive(receipt));
            if books.post(&came).is_err() {
                continue;
            }
            let back = LedgerCommand::new(format!("back{at}").as_str(), LedgerAct::reverse(key.as_str()));
            books.post(&back).unwrap();
            prop_assert_eq!(balances(books.ledger(), &deal), before);
        }
    }
}

#[test]
fn sincerity_money_that_becomes_a_deposit_moves_to_zero() {
    let mut desk = Desk::new();
    desk.deal("D", "2025-01-01", &[("D/1", "deposit", "2025-01-05", "50000")]);
    desk.receive("D", "2025-01-02", "sincerity_money", "20000").unwrap();
    let mut moved = kaipan::ledger::MoneyTransfer::new("sincerity_money", "deposit", yuan("20000"));
    (moved.from_deal, moved.to_deal) = (Some("D".into()), Some("D".into()));
    desk.on("2025-01-05", LedgerAct::transfer(moved)).unwrap();
    let statement = desk.at("D", "2025-01-05");
    assert_eq!((statement.outstanding, statement.prepaid), (yuan("30000"), yuan("0")));
    let entry = &desk.postings.last().unwrap().entries;
    assert!(entry.len() == 1 && entry[0].is_balanced());
}

#[test]
fn amounts_beyond_any_sum_are_refused_and_leave_no_trace() {
    let mut desk = Desk::new();
    let most = "92233720368547758.07";
    for deal in ["D1", "D2"] {
        desk.on("2025-01-01", LedgerAct::open_deal(deal)).unwrap();
    }
    desk.raise("D1", "2025-01-01", &[("1", "house_payment", "", "1")]).unwrap();
    let refused = desk.raise("D2", "2025-01-01", &[("2", "house_payment", "", most)]);
    assert_eq!(refused, Err("ledger.amounts_too_large".to_owned()));
    desk.receive("D2", "2025-01-02", "house_payment", "40000000000000000").unwrap();
    let refused = desk.receive("D2", "2025-01-03", "house_payment", "40000000000000000");
    assert_eq!(refused, Err("ledger.amounts_too_large".to_owned()));
    assert_eq!(desk.at("D1", "2025-01-02").outstanding, yuan("1"));
}

#[test]
fn a_payment_is_not_taken_twice_though_another_like_it_was_confirmed_and_taken_back() {
    let mut desk = Desk::new();
    desk.on("2025-01-01", LedgerAct::open_deal("D")).unwrap();
    let paid = || crate::desk::receipt("D", "house_payment", "100");
    let take = |desk: &mut Desk, key: &str, confirmed: bool| {
        let act = LedgerAct::receive(paid().with_confirmed(confirmed));
        desk.under(key, "2025-01-05", "2025-01-02", act)
    };
    take(&mut desk, "a", false).unwrap();
    take(&mut desk, "b", true).unwrap();
    desk.under("x", "2025-01-05", "2025-01-02", LedgerAct::reverse("b")).unwrap();
    assert_eq!(take(&mut desk, "c", false), Err("ledger.looks_repeated".to_owned()));
    desk.under("y", "2025-01-05", "2025-01-02", LedgerAct::reverse("a")).unwrap();
    take(&mut desk, "d", false).unwrap();
}
