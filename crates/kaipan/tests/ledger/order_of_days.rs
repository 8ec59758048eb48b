//! The order in which things are entered decides nothing: lines that are raised, replaced, adjusted,
//! waived and dated anew, and receipts that come in and are taken back, each on a day of its own.

use crate::desk::{Desk, day, receipt, yuan};
use crate::place::assessed;
use kaipan::ledger::{LedgerAct, LedgerApproval, ReceivableLine};
use kaipan::number::Money;
use kaipan::{Date, Text};
use proptest::prelude::*;

const TODAY: &str = "2026-12-31";

/// What happens on a day.
#[derive(Debug, Clone)]
enum Happens {
    Raised { due: u8, amount: i64 },
    Replaced { due: u8, amount: i64 },
    Adjusted { line: usize, by: i64 },
    Waived { line: usize, amount: i64 },
    Redated { line: usize, due: u8 },
    Received { amount: i64 },
    TakenBack { number: usize },
}

fn happens() -> impl Strategy<Value = Happens> {
    let (days, amounts) = (0_u8..90, 1_i64..300);
    prop_oneof![
        3 => (days.clone(), amounts.clone()).prop_map(|(due, amount)| Happens::Raised { due, amount }),
        1 => (days.clone(), amounts.clone()).prop_map(|(due, amount)| Happens::Replaced { due, amount }),
        2 => (0_usize..4, -200_i64..200).prop_map(|(line, by)| Happens::Adjusted { line, by }),
        1 => (0_usize..4, 1_i64..100).prop_map(|(line, amount)| Happens::Waived { line, amount }),
        2 => (0_usize..4, days).prop_map(|(line, due)| Happens::Redated { line, due }),
        5 => amounts.prop_map(|amount| Happens::Received { amount }),
        2 => (0_usize..4).prop_map(|number| Happens::TakenBack { number }),
    ]
}

fn on(days: usize) -> Date {
    day("2026-01-01").add_days(u32::try_from(days).unwrap()).unwrap()
}

fn act(at: usize, all: &[Happens]) -> Option<LedgerAct> {
    let lines = |fits: fn(&Happens) -> bool| -> Vec<usize> {
        (0..at).filter(|one| fits(&all[*one])).collect()
    };
    let is_line = |one: &Happens| matches!(one, Happens::Raised { .. } | Happens::Replaced { .. });
    let pick = |of: Vec<usize>, at: usize| Some(*of.get(at.checked_rem(of.len())?)?);
    let line = |at: usize| Some(Text::of(format_args!("L{}", pick(lines(is_line), at)?)));
    let raised = |due: u8, amount: i64| {
        let id = format!("L{at}");
        let line = ReceivableLine::new(id.as_str(), "house_payment", Money::from_fen(amount * 100));
        vec![line.with_due(on(due.into()))]
    };
    Some(match all[at] {
        Happens::Raised { due, amount } => LedgerAct::raise("D", raised(due, amount)),
        Happens::Replaced { due, amount } => LedgerAct::Raise {
            deal: "D".into(),
            lines: raised(due, amount),
            replaces: true,
            approval: None,
        },
        Happens::Adjusted { line: of, by } => LedgerAct::Adjust {
            receivable: line(of)?,
            by: Money::from_fen(by * 100),
            approval: None,
            reason: None,
        },
        Happens::Waived { line: of, amount } => LedgerAct::Waive {
            receivable: line(of)?,
            amount: Money::from_fen(amount * 100),
            approval: LedgerApproval::new(format!("A{at}").as_str(), yuan("1000")),
            reason: None,
        },
        Happens::Redated { line: of, due } => {
            LedgerAct::Redate { receivable: line(of)?, due: Some(on(due.into())) }
        }
        Happens::Received { amount } => {
            let receipt = receipt("D", "house_payment", &amount.to_string());
            LedgerAct::receive(receipt.with_confirmed(true))
        }
        Happens::TakenBack { number } => {
            let is_receipt = |one: &Happens| matches!(one, Happens::Received { .. });
            let of = pick(lines(is_receipt), number)?;
            LedgerAct::reverse(Text::of(format_args!("K{of}")))
        }
    })
}

/// A ledger with what happened, each on its day, entered in an order; what is refused is left out.
fn entered(all: &[(usize, LedgerAct)], order: &[usize]) -> (Desk, Vec<usize>) {
    let mut desk = Desk::new();
    desk.deal("D", "2026-01-01", &[]);
    let mut accepted = Vec::new();
    for at in order {
        let (number, act) = &all[*at];
        let (key, date) = (format!("K{number}"), on(number * 3).to_string());
        if desk.under(&key, TODAY, &date, act.clone()).is_ok() {
            accepted.push(*at);
        }
    }
    (desk, accepted)
}

fn sorted(desk: &Desk, as_of: &str) -> Vec<(Text, Money, Money, Money)> {
    let mut assessed = assessed(&desk.ledger, as_of);
    assessed.sort();
    assessed
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn every_day_is_as_if_entered_in_its_turn(
        all in prop::collection::vec(happens(), 3..14),
        keys in prop::collection::vec(any::<u32>(), 14),
    ) {
        let acts = (0..all.len()).filter_map(|at| Some((at, act(at, &all)?)));
        let acts: Vec<(usize, LedgerAct)> = acts.collect();
        let in_turn: Vec<usize> = (0..acts.len()).collect();
        let (_, accepted) = entered(&acts, &in_turn);
        // A plan that is replaced says what of its lines was there when that was recorded.
        let late = |at: &usize| matches!(acts[*at].1, LedgerAct::Raise { replaces: true, .. });
        let first = |at: &usize| {
            let later = accepted.iter().any(|other| late(other) && other > at);
            later && !matches!(acts[*at].1, LedgerAct::Receive { .. } | LedgerAct::Reverse { .. } | LedgerAct::Redate { .. })
        };
        let mut turned = accepted.clone();
        turned.sort_by_key(|at| (!first(at), if first(at) { 0 } else { keys[*at] }, *at));
        let (one, by_turn) = entered(&acts, &accepted);
        let (other, by_chance) = entered(&acts, &turned);
        prop_assert_eq!(by_turn.len(), accepted.len());
        // What names something that is not there yet is refused; then nothing is to be compared.
        if by_chance.len() == accepted.len() {
            for days in 0..acts.len() + 1 {
                let as_of = on(days * 3 + 1).to_string();
                prop_assert_eq!(
                    sorted(&one, &as_of), sorted(&other, &as_of),
                    "{}: {:?} entered as {:?}", as_of, acts, turned
                );
                let (one, other) = (one.at("D", &as_of), other.at("D", &as_of));
                prop_assert_eq!(one.prepaid, other.prepaid);
                prop_assert_eq!(one.outstanding, other.outstanding);
            }
            let again = other.replayed().unwrap();
            prop_assert_eq!(format!("{again:?}"), format!("{:?}", other.ledger));
        }
    }
}

#[test]
fn a_wrong_receipt_that_is_entered_anew_on_its_true_day_pays_on_that_day() {
    let mut desk = Desk::new();
    desk.deal("D", "2026-01-01", &[("v", "house_payment", "2026-02-01", "100000")]);
    let take = || LedgerAct::receive(receipt("D", "house_payment", "100000").with_confirmed(true));
    desk.under("r1", TODAY, "2026-03-01", take()).unwrap();
    desk.under("x1", TODAY, "2026-03-05", LedgerAct::reverse(Text::from("r1"))).unwrap();
    desk.under("r2", TODAY, "2026-01-20", take()).unwrap();
    for as_of in ["2026-03-02", "2026-03-06", "2026-12-31"] {
        let paid = (Text::from("v"), yuan("100000"), yuan("0"), yuan("0"));
        assert_eq!(assessed(&desk.ledger, as_of), [paid], "{as_of}");
    }
    assert_eq!(desk.at("D", "2026-03-02").prepaid, yuan("100000"));
    assert_eq!(desk.at("D", "2026-03-05").prepaid, yuan("0"));
}
