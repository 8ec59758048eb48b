//! Entries of other areas (`enter`) on days in any order, beside lines, receipts and what takes them
//! back: sums agree on every day, nothing is below zero, and what was said stays said.

use crate::desk::{Desk, day, receipt, yuan};
use kaipan::ledger::{LedgerAct, LedgerStatement, ReceivableLine};
use kaipan::money::{LedgerAccount, LedgerEntry, LedgerLeg};
use kaipan::number::Money;
use kaipan::{Date, Text};
use proptest::prelude::*;

const TODAY: &str = "2026-12-31";
const DAYS: u8 = 60;

#[derive(Debug, Clone)]
enum Happens {
    Raised {
        due: u8,
        amount: i64,
    },
    Replaced {
        due: u8,
        amount: i64,
    },
    Received {
        amount: i64,
    },
    /// An entry takes money from where it lies; it goes out, or is due back.
    Gone {
        from: LedgerAccount,
        amount: i64,
        is_due_back: bool,
    },
    /// An entry brings money.
    Came {
        amount: i64,
    },
    Signed,
    TakenBack {
        number: usize,
    },
}

fn happens() -> impl Strategy<Value = Happens> {
    let from = prop_oneof![
        Just(LedgerAccount::Prepayment {}),
        Just(LedgerAccount::PreSale {}),
        Just(LedgerAccount::HouseMoney {}),
        Just(LedgerAccount::RefundDue {}),
    ];
    let amounts = 1_i64..300;
    prop_oneof![
        3 => (0..DAYS, amounts.clone()).prop_map(|(due, amount)| Happens::Raised { due, amount }),
        1 => (0..DAYS, amounts.clone()).prop_map(|(due, amount)| Happens::Replaced { due, amount }),
        4 => amounts.clone().prop_map(|amount| Happens::Received { amount }),
        3 => (from, amounts.clone(), any::<bool>())
            .prop_map(|(from, amount, is_due_back)| Happens::Gone { from, amount, is_due_back }),
        1 => amounts.prop_map(|amount| Happens::Came { amount }),
        1 => Just(Happens::Signed),
        3 => any::<usize>().prop_map(|number| Happens::TakenBack { number }),
    ]
}

fn on(days: u8) -> Date {
    day("2026-01-01").add_days(days.into()).unwrap()
}

fn entry(at: usize, date: Date, legs: [(LedgerAccount, i64); 2]) -> LedgerAct {
    let legs = legs.map(|(account, yuan)| LedgerLeg {
        account,
        item: "house_payment".into(),
        amount: Money::from_fen(yuan * 100),
    });
    let key = Text::of(format_args!("E{at}"));
    let recorded_at = format!("{TODAY}T10:00:00").parse().unwrap();
    LedgerAct::Enter {
        entry: LedgerEntry {
            key,
            deal: Some("D".into()),
            customer: None,
            payee: None,
            date,
            recorded_at,
            sequence: 0,
            legs: legs.into(),
        },
    }
}

fn act(at: usize, date: Date, happens: &Happens) -> Option<LedgerAct> {
    let bank = || LedgerAccount::Bank { account: "监管户".into() };
    let lines = |due: u8, amount: i64| {
        let id = format!("L{at}");
        let line = ReceivableLine::new(id.as_str(), "house_payment", Money::from_fen(amount * 100));
        vec![line.with_due(on(due))]
    };
    Some(match happens.clone() {
        Happens::Raised { due, amount } => LedgerAct::raise("D", lines(due, amount)),
        Happens::Replaced { due, amount } => LedgerAct::Raise {
            deal: "D".into(),
            lines: lines(due, amount),
            replaces: true,
            approval: None,
        },
        Happens::Received { amount } => {
            let receipt = receipt("D", "house_payment", &amount.to_string());
            LedgerAct::receive(receipt.with_confirmed(true))
        }
        Happens::Gone { from, amount, is_due_back } => {
            let to = if is_due_back { LedgerAccount::RefundDue {} } else { bank() };
            entry(at, date, [(from, -amount), (to, amount)])
        }
        Happens::Came { amount } => {
            entry(at, date, [(bank(), -amount), (LedgerAccount::Prepayment {}, amount)])
        }
        Happens::Signed => LedgerAct::sign("D", yuan("100000")),
        Happens::TakenBack { number } => {
            let of = number.checked_rem(at)?;
            LedgerAct::reverse(Text::of(format_args!("P{of}")))
        }
    })
}

fn agrees(of: &LedgerStatement) {
    let all = [of.outstanding, of.prepaid, of.refund_due, of.received, of.waived];
    assert!(all.iter().all(|one| !one.is_negative()), "{all:?} on {}", of.as_of);
    assert!(
        of.receivables.iter().all(|one| !one.outstanding.is_negative()),
        "{:?}",
        of.receivables
    );
    let moved: i64 = of.lines.iter().map(|line| line.received.fen()).sum();
    assert_eq!(moved, of.received.fen() + of.prepaid.fen() + of.refund_due.fen());
    assert_eq!(of.charged.fen(), of.received.fen() + of.waived.fen() + of.outstanding.fen());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn every_day_adds_up_and_what_was_said_stays_said(
        all in prop::collection::vec((0..DAYS, happens()), 3..16),
    ) {
        let mut desk = Desk::new();
        desk.deal("D", "2026-01-01", &[]);
        let days: Vec<String> = (0..DAYS + 3).step_by(2).map(|days| on(days).to_string()).collect();
        let draw = |desk: &Desk, horizon| -> Vec<_> {
            let drawn = days.iter().map(|as_of| desk.back_then("D", as_of, horizon));
            drawn.zip(days.iter().map(|as_of| desk.ledger.trial(day(as_of), horizon).unwrap())).collect()
        };
        let mut said = Vec::new();
        for (at, (days, happens)) in all.iter().enumerate() {
            let date = on(*days);
            let Some(act) = act(at, date, happens) else { continue };
            if desk.under(&format!("P{at}"), TODAY, &date.to_string(), act).is_err() {
                continue;
            }
            let drawn = draw(&desk, desk.ledger.last_order());
            for (statement, trial) in &drawn {
                agrees(statement);
                prop_assert_eq!(trial.iter().map(|row| row.amount.fen()).sum::<i64>(), 0);
            }
            said.push((desk.ledger.last_order(), drawn));
        }
        for (horizon, then) in said {
            prop_assert_eq!(draw(&desk, horizon), then);
        }
        let again = desk.replayed().unwrap();
        prop_assert_eq!(format!("{again:?}"), format!("{:?}", desk.ledger));
    }
}
