//! Claims of a ledger: what is overdue by them is what statements say.

use crate::desk::{Desk, day, yuan};
use crate::workload::history;
use kaipan::Text;
use kaipan::ledger::{
    Bookkeeping, Ledger, LedgerAct, LedgerApproval, LedgerContext, ReceivableLine, StatementDrawing,
};
use kaipan::money::{LedgerAccount, LedgerEntry, LedgerLeg};
use kaipan::number::Money;
use kaipan::overdue::{
    LateFeePolicy, LateFeeTier, LedgerClaiming, MoneyClaim, OverdueAssessing, OverdueAssessment,
};
use proptest::prelude::*;

fn claims(desk: &Desk, as_of: &str) -> Vec<MoneyClaim> {
    LedgerClaiming::new(&desk.ledger, day(as_of)).claims().unwrap().claims
}

/// Days overdue, amount, paid and owed of every claim.
fn assessed(desk: &Desk, as_of: &str) -> Vec<(String, u32, String, String, String)> {
    let tier = LateFeeTier { up_to_days: None, rate: "0.0002".parse().unwrap() };
    let policy = LateFeePolicy { tiers: vec![tier], ..LateFeePolicy::default() };
    let claims = claims(desk, as_of);
    let found = OverdueAssessing::new(&policy, &claims, day(as_of)).assess().unwrap();
    let each = found.claims.into_iter().map(|one| {
        let (owed, fee) = (one.outstanding.to_string(), one.late_fee.to_string());
        (one.claim.to_string(), one.overdue_days, one.paid.to_string(), owed, fee)
    });
    each.collect()
}

fn row(id: &str, days: u32, [paid, owed, fee]: [&str; 3]) -> (String, u32, String, String, String) {
    (id.into(), days, paid.into(), owed.into(), fee.into())
}

#[test]
fn what_was_paid_counts_from_the_day_on_which_it_came_in() {
    let mut desk = Desk::new();
    desk.deal("D", "2025-01-01", &[("D/2", "down_payment", "2025-03-10", "395206")]);
    desk.receive("D", "2025-03-25", "down_payment", "100000").unwrap();
    desk.receive("D", "2025-04-30", "down_payment", "295206").unwrap();
    // Example 6-A of the handbook.
    assert_eq!(assessed(&desk, "2025-05-01"), [row("D/2", 0, ["395206.00", "0.00", "3311.10"])]);
    // 395,206 × 15 × 0.0002 + 295,206 × 6 × 0.0002 = 1,185.618 + 354.2472
    assert_eq!(
        assessed(&desk, "2025-03-31"),
        [row("D/2", 21, ["100000.00", "295206.00", "1539.87"])]
    );
    assert_eq!(assessed(&desk, "2025-03-10"), [row("D/2", 0, ["0.00", "395206.00", "0.00"])]);
}

/// A deposit that was paid in time is not late under the plan that takes the place of the first.
#[test]
fn another_plan_takes_over_what_was_paid_with_its_days() {
    let mut desk = Desk::new();
    desk.deal(
        "D",
        "2025-01-01",
        &[
            ("D/1", "deposit", "2025-01-05", "50000"),
            ("D/2", "down_payment", "2025-02-01", "250000"),
        ],
    );
    desk.receive("D", "2025-01-05", "deposit", "50000").unwrap();
    let line = |id: &str, item: &str, due: &str, amount: &str| {
        ReceivableLine::new(id, item, yuan(amount)).with_due(day(due))
    };
    let lines = vec![
        line("D/a/1", "deposit", "2025-01-05", "50000"),
        line("D/a/2", "house_payment", "2025-03-01", "250000"),
    ];
    let replaced = LedgerAct::Raise { deal: "D".into(), lines, replaces: true, approval: None };
    desk.on("2025-02-15", replaced).unwrap();
    assert_eq!(
        assessed(&desk, "2025-02-14"),
        [
            row("D/1", 0, ["50000.00", "0.00", "0.00"]),
            // 250,000 × 13 × 0.0002
            row("D/2", 13, ["0.00", "250000.00", "650.00"]),
        ]
    );
    assert_eq!(
        assessed(&desk, "2025-03-11"),
        [
            row("D/a/1", 0, ["50000.00", "0.00", "0.00"]),
            row("D/a/2", 10, ["0.00", "250000.00", "500.00"]),
        ]
    );
}

#[test]
fn money_given_back_is_owed_again_and_what_was_reversed_never_was_paid() {
    let mut desk = Desk::new();
    desk.deal("D", "2025-01-01", &[("D/1", "house_payment", "2025-01-10", "1000")]);
    desk.receive("D", "2025-01-10", "house_payment", "600").unwrap();
    let wrong = desk.receive("D", "2025-01-10", "house_payment", "400").unwrap();
    assert_eq!(assessed(&desk, "2025-01-20"), [row("D/1", 0, ["1000.00", "0.00", "0.00"])]);
    desk.on("2025-02-01", LedgerAct::reverse(wrong)).unwrap();
    // 400 × 32 × 0.0002
    assert_eq!(assessed(&desk, "2025-02-11"), [row("D/1", 32, ["600.00", "400.00", "2.56"])]);
    assert_eq!(assessed(&desk, "2025-01-31"), [row("D/1", 0, ["1000.00", "0.00", "0.00"])]);
    let leg = |account, amount: &str| LedgerLeg {
        account,
        item: "house_payment".into(),
        amount: yuan(amount),
    };
    let bank = LedgerAccount::Bank { account: "监管户".into() };
    let entry = LedgerEntry {
        key: "D/9".into(),
        deal: Some("D".into()),
        customer: None,
        payee: None,
        date: day("2025-02-21"),
        recorded_at: "2025-02-21T10:00:00".parse().unwrap(),
        sequence: 0,
        legs: vec![leg(LedgerAccount::Prepayment {}, "-600"), leg(bank, "600")],
    };
    desk.on("2025-02-21", LedgerAct::Enter { entry }).unwrap();
    // 400 × 52 × 0.0002 + 600 × 10 × 0.0002
    assert_eq!(assessed(&desk, "2025-03-03"), [row("D/1", 52, ["0.00", "1000.00", "5.36"])]);
}

#[test]
fn amounts_and_days_are_those_of_the_day() {
    let mut desk = Desk::new();
    desk.deal("D", "2025-01-01", &[("D/1", "house_payment", "2025-01-10", "1000")]);
    let receivable = Text::from("D/1");
    let due = Some(day("2025-03-10"));
    desk.on("2025-02-01", LedgerAct::Redate { receivable: receivable.clone(), due }).unwrap();
    let waive = LedgerAct::Waive {
        receivable: receivable.clone(),
        amount: yuan("100"),
        approval: LedgerApproval::new("A1", yuan("100")),
        reason: None,
    };
    desk.on("2025-02-02", waive).unwrap();
    let adjust = LedgerAct::Adjust { receivable, by: yuan("-200"), approval: None, reason: None };
    desk.on("2025-02-03", adjust).unwrap();
    assert_eq!(assessed(&desk, "2025-01-31"), [row("D/1", 21, ["0.00", "1000.00", "4.20"])]);
    assert_eq!(assessed(&desk, "2025-02-02"), [row("D/1", 0, ["100.00", "900.00", "0.00"])]);
    assert_eq!(assessed(&desk, "2025-02-03"), [row("D/1", 0, ["100.00", "700.00", "0.00"])]);
    let credit = &claims(&desk, "2025-02-03")[0].payments[0];
    assert!(credit.credit && credit.on == day("2025-02-02"));
    desk.on("2025-02-04", LedgerAct::end_deal("D")).unwrap();
    let left = LedgerClaiming::new(&desk.ledger, day("2025-02-04")).claims().unwrap();
    let none = LateFeePolicy::default();
    let owed = OverdueAssessing::new(&none, &left.claims, day("2025-02-04"));
    assert!(owed.assess().unwrap().totals.outstanding.is_zero());
}

#[test]
fn what_came_in_later_is_there_to_compare_with() {
    let mut desk = Desk::new();
    desk.deal("D", "2025-01-01", &[("D/1", "house_payment", "2025-02-10", "1000")]);
    desk.receive("D", "2025-02-12", "house_payment", "700").unwrap();
    desk.deal("E", "2025-02-20", &[("E/1", "house_payment", "2025-02-25", "500")]);
    desk.receive("E", "2025-02-25", "house_payment", "500").unwrap();
    let then = LedgerClaiming::new(&desk.ledger, day("2025-01-31")).actual_until(day("2025-02-28"));
    let then = then.claims().unwrap();
    let later: Vec<_> = then.claims.iter().map(|claim| (claim.id.as_str(), claim.since)).collect();
    assert_eq!(later, [("D/1", None), ("E/1", Some(day("2025-02-20")))]);
    let forecast =
        kaipan::overdue::CashForecasting::new(&then.claims, day("2025-01-31"), day("2025-02-28"));
    let forecast = forecast.actual_until(day("2025-02-28")).forecast().unwrap();
    let total = &forecast.periods[0].total;
    assert_eq!((total.expected, total.actual), (yuan("1000"), Some(yuan("1200"))));
    assert_eq!(claims(&desk, "2025-01-31")[0].payments, []);
}

#[test]
fn a_horizon_that_there_is_not_is_refused_and_so_is_a_last_day_that_is_not_later() {
    let desk = Desk::new();
    let claiming = LedgerClaiming::new(&desk.ledger, day("2025-01-31"));
    let code =
        |claiming: LedgerClaiming<'_>| claiming.claims().unwrap_err().code().as_str().to_owned();
    assert_eq!(code(claiming.horizon(1)), "ledger.stale");
    assert_eq!(code(claiming.actual_until(day("2025-01-31"))), "overdue.forecast_end");
}

/// What deals owe by their claims.
fn owed(ledger: &Ledger, as_of: kaipan::Date, horizon: u32) -> (OverdueAssessment, Vec<Money>) {
    let claims = LedgerClaiming::new(ledger, as_of).horizon(horizon).claims().unwrap();
    let policy = LateFeePolicy::default();
    let assessed = OverdueAssessing::new(&policy, &claims.claims, as_of).assess().unwrap();
    let prepaid = |deal: &str| {
        let own = claims.prepayments.iter().filter(|one| one.deal.as_deref() == Some(deal));
        own.map(|one| one.amount).next().unwrap_or(Money::ZERO)
    };
    let prepaid = (0..40).map(|at| prepaid(&format!("D{at}"))).collect();
    (assessed, prepaid)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// On any day, as it was known at any point, claims come to what statements say.
    #[test]
    fn they_come_to_what_statements_say(seed in 0_u64..1_000_000, back in 0_i32..60, share in 1_u32..=10) {
        let mut ledger = Ledger::new();
        let mut last = None;
        for (now, command) in history(seed, 400) {
            let context = LedgerContext::new(now, "出纳");
            let _ = Bookkeeping::new(&mut ledger, &context).post(&command);
            last = Some(now.date());
        }
        let as_of = last.unwrap().shift_days(-back).unwrap();
        let horizon = ledger.last_order() / 10 * share;
        let (assessed, prepaid) = owed(&ledger, as_of, horizon);
        for (at, prepaid) in prepaid.into_iter().enumerate() {
            let deal = format!("D{at}");
            let statement = StatementDrawing::new(&ledger, as_of).deal(deal.as_str()).horizon(horizon);
            let Ok(statement) = statement.draw() else { continue };
            let own = assessed.deals.iter().find(|one| one.deal == *deal);
            let (outstanding, overdue) = own.map_or((Money::ZERO, Money::ZERO), |own| {
                (own.outstanding, own.overdue)
            });
            let open = |one: &Money| (*one).max(Money::ZERO).fen();
            // A statement shows what a back-dated receipt pays before there is anything to pay; below
            // zero nothing is owed.
            let owed: i64 = statement.receivables.iter().map(|one| open(&one.outstanding)).sum();
            prop_assert_eq!(outstanding.fen(), owed, "{}", deal);
            prop_assert_eq!(overdue, statement.overdue, "{}", deal);
            prop_assert_eq!(prepaid, statement.prepaid, "{}", deal);
        }
    }
}
