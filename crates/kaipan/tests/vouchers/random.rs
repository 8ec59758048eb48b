//! Random histories of two books against a naive account of every number.

use super::closure::held_together;
use kaipan::number::Money;
use kaipan::voucher::{VoucherBook, VoucherCommand, VoucherDeciding, VoucherKind, VoucherStatus};
use proptest::prelude::*;
use std::collections::BTreeMap;

#[derive(Debug, Clone)]
enum Act {
    Issue(u8, u32),
    GiveBack(u8),
    Draw(u8, u32),
    Void(u32),
    Recover(u32),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        (0..2_u8, 1..4_u32).prop_map(|(holder, count)| Act::Issue(holder, count)),
        (0..2_u8).prop_map(Act::GiveBack),
        (0..2_u8, 0..30_u32).prop_map(|(holder, receipt)| Act::Draw(holder, receipt)),
        (0..2_u8, 0..30_u32).prop_map(|(holder, receipt)| Act::Draw(holder, receipt)),
        (1..13_u32).prop_map(Act::Void),
        (1..13_u32).prop_map(Act::Recover),
    ]
}

fn command(act: &Act) -> VoucherCommand {
    let holder = |holder: &u8| format!("h{holder}");
    match act {
        Act::Issue(one, count) => VoucherCommand::issue(holder(one).as_str(), *count),
        Act::GiveBack(one) => VoucherCommand::give_back(holder(one).as_str()),
        Act::Draw(one, receipt) => VoucherCommand::Draw {
            receipt: format!("R-{receipt}").into(),
            amount: Money::from_fen(100),
            holder: Some(holder(one).into()),
            number: None,
        },
        Act::Void(number) => VoucherCommand::void(format!("{number:02}").as_str(), "spoilt"),
        Act::Recover(number) => VoucherCommand::recover(format!("{number:02}").as_str(), "back"),
    }
}

/// What the naive account says of a number: who has it blank, or which receipt it is for.
#[derive(Debug, Clone, PartialEq)]
enum Place {
    Registered,
    Issued(u8),
    Used(u32),
    Void,
    Recovered,
}

/// The same rules, one number after the other: whether it is accepted, and what comes of it.
fn naive(places: &mut BTreeMap<u32, Place>, act: &Act) -> bool {
    let lowest = |places: &BTreeMap<u32, Place>, wanted: &Place| {
        places.iter().find(|(_, place)| *place == wanted).map(|(number, _)| *number)
    };
    match act {
        Act::Issue(holder, count) => {
            let free = places.values().filter(|place| **place == Place::Registered).count();
            if free < *count as usize {
                return false;
            }
            for _ in 0..*count {
                let number = lowest(places, &Place::Registered).unwrap();
                places.insert(number, Place::Issued(*holder));
            }
            true
        }
        Act::GiveBack(holder) => {
            let own = Place::Issued(*holder);
            let has = places.values().any(|place| *place == own);
            places
                .values_mut()
                .filter(|place| **place == own)
                .for_each(|place| *place = Place::Registered);
            has
        }
        Act::Draw(holder, receipt) => {
            let taken = places.values().any(|place| *place == Place::Used(*receipt));
            let Some(number) = lowest(places, &Place::Issued(*holder)).filter(|_| !taken) else {
                return false;
            };
            places.insert(number, Place::Used(*receipt));
            true
        }
        Act::Void(number) => {
            let may = matches!(places.get(number), Some(Place::Issued(_) | Place::Used(_)));
            if may {
                places.insert(*number, Place::Void);
            }
            may
        }
        Act::Recover(number) => {
            let may = matches!(places.get(number), Some(Place::Used(_)));
            if may {
                places.insert(*number, Place::Recovered);
            }
            may
        }
    }
}

proptest! {
    #[test]
    fn a_book_says_what_a_naive_account_says(acts in prop::collection::vec(act(), 0..60)) {
        let at = "2026-09-01T10:00:00".parse().unwrap();
        let deciding = VoucherDeciding::new("li", at);
        let register = VoucherCommand::register("B", VoucherKind::Receipt, "P1", 2, 1, 12);
        let first = deciding.decide(None, &register).unwrap().events;
        let mut book = VoucherBook::evolve(None, &first[0]).unwrap();
        let mut history = first;
        let mut places: BTreeMap<u32, Place> = (1..=12).map(|number| (number, Place::Registered)).collect();
        for act in &acts {
            let before = book.clone();
            let decision = deciding.decide(Some(&book), &command(act)).unwrap();
            let accepted = naive(&mut places, act);
            prop_assert_eq!(decision.rejection.is_none(), accepted, "{:?}", act);
            for event in &decision.events {
                book.apply(event).unwrap();
                // An event is not taken twice.
                let once = book.clone();
                prop_assert!(book.apply(event).is_err());
                prop_assert_eq!(&book, &once);
            }
            if !accepted {
                prop_assert_eq!(&book, &before);
            }
            history.extend(decision.events);
            held_together(&book);
        }
        for (number, place) in &places {
            let written = format!("{number:02}");
            let status = book.status(&written).unwrap();
            let expected = match place {
                Place::Registered => VoucherStatus::Registered,
                Place::Issued(_) => VoucherStatus::Issued,
                Place::Used(receipt) => {
                    let voucher = book.voucher(&written).unwrap();
                    prop_assert_eq!(voucher.receipts[0].as_str(), format!("R-{receipt}"));
                    VoucherStatus::Used
                }
                Place::Void => VoucherStatus::Void,
                Place::Recovered => VoucherStatus::Recovered,
            };
            prop_assert_eq!(status, expected, "{}", written);
        }
        // The order in which a host reads events does not matter.
        history.reverse();
        prop_assert_eq!(VoucherBook::replay(&history, None).unwrap(), book);
    }
}
