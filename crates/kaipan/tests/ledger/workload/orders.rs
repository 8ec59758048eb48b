//! In which order a history is keyed changes nothing in the second ledger.

use super::auditor::Auditor;
use fastrand::Rng;
use kaipan::ledger::{
    LedgerAct, LedgerApproval, LedgerCommand, LedgerReceipt, ReceiptMethod, ReceivableLine,
};
use kaipan::number::Money;
use kaipan::{Date, Text, Time};

const ITEMS: [&str; 3] = ["house_payment", "deposit", "late_fee"];

#[derive(Debug)]
struct Keyed {
    /// What it says of a line is keyed after the line.
    needs: Option<usize>,
    command: LedgerCommand,
}

fn first() -> Date {
    Date::from_ymd(2025, 1, 1).unwrap()
}

/// What happens to a deal, each on a day of its own, in the order of the days. No money is kept: it waits
/// for what is recorded after it.
fn happened(random: &mut Rng) -> Vec<Keyed> {
    let (mut keyed, mut day, mut lines) = (Vec::new(), first(), Vec::new());
    for at in 0..random.usize(4..14) {
        day = day.add_days(random.u32(1..10)).unwrap();
        let kind = if lines.is_empty() { 0 } else { random.u32(0..12) };
        let line: Option<(usize, Text)> = random.choice(&lines).cloned();
        let fen = |random: &mut Rng, from: i64| Money::from_fen(random.i64(from..100));
        let due =
            |random: &mut Rng| first().add_days(random.u32(0..90)).filter(|_| random.u32(0..4) > 0);
        let act = match (kind, &line) {
            (5..=6, Some((_, line))) => LedgerAct::Adjust {
                receivable: line.clone(),
                by: fen(random, -60),
                approval: None,
                reason: None,
            },
            (4, Some((_, line))) => LedgerAct::Waive {
                receivable: line.clone(),
                amount: fen(random, 1),
                approval: LedgerApproval::new(format!("W{at}").as_str(), Money::from_fen(100)),
                reason: None,
            },
            (7, Some((_, line))) => {
                LedgerAct::Redate { receivable: line.clone(), due: due(random) }
            }
            (8..12, _) => {
                let (item, method) = (random.choice(ITEMS).unwrap(), ReceiptMethod::BankTransfer);
                let receipt = LedgerReceipt::new(item, fen(random, 1), method, "基本户");
                LedgerAct::receive(receipt.with_deal(Text::from("D")))
            }
            _ => {
                let raised = |number: u32| {
                    let id = format!("{at}/{number}");
                    lines.push((at, Text::from(id.as_str())));
                    let item = random.choice(ITEMS).unwrap();
                    let mut line = ReceivableLine::new(id.as_str(), item, fen(random, 1));
                    (line.seq, line.due) = (random.u32(0..3), due(random));
                    line
                };
                let raised = (0..2).map(raised).collect();
                let mut act = LedgerAct::raise("D", raised);
                if let LedgerAct::Raise { replaces, .. } = &mut act {
                    *replaces = random.u32(0..4) == 0;
                }
                act
            }
        };
        let about_a_line = matches!(
            act,
            LedgerAct::Adjust { .. } | LedgerAct::Waive { .. } | LedgerAct::Redate { .. }
        );
        let needs = line.filter(|_| about_a_line).map(|(at, _)| at);
        let key = format!("K{}", at + 1);
        keyed.push(Keyed { needs, command: LedgerCommand::new(key.as_str(), act).with_date(day) });
    }
    keyed
}

/// What changes amounts is keyed before a later replacement of them, and a line before what is said
/// of it; otherwise the order is any.
fn shuffled(keyed: &[Keyed], random: &mut Rng) -> Vec<usize> {
    let (mut left, mut order): (Vec<usize>, Vec<usize>) = ((0..keyed.len()).collect(), Vec::new());
    let changes = |at: &usize| {
        matches!(
            keyed[*at].command.act,
            LedgerAct::Adjust { .. } | LedgerAct::Waive { .. } | LedgerAct::Raise { .. }
        )
    };
    while !left.is_empty() {
        let at = left[random.usize(0..left.len())];
        let replaces = matches!(keyed[at].command.act, LedgerAct::Raise { replaces: true, .. });
        let waits = keyed[at].needs.is_some_and(|line| left.contains(&line))
            || replaces && left.iter().any(|one| *one < at && changes(one));
        if !waits {
            left.retain(|one| *one != at);
            order.push(at);
        }
    }
    order
}

/// The second ledger after commands in an order, if all are accepted.
fn keyed_in(order: &[usize], keyed: &[Keyed]) -> Option<Auditor> {
    let now = Time::at(first().add_days(300).unwrap(), 9, 0, 0).unwrap();
    let mut auditor = Auditor::default();
    let open = LedgerCommand::new("K0", LedgerAct::open_deal("D")).with_date(first());
    auditor.predict(now, &open).unwrap();
    for at in order {
        auditor.predict(now, &keyed[*at].command).ok()?;
    }
    Some(auditor)
}

#[test]
fn the_order_in_which_days_are_keyed_changes_no_balance() {
    let (mut random, mut compared) = (Rng::with_seed(1), 0);
    for _ in 0..1_000 {
        let keyed = happened(&mut random);
        let order = shuffled(&keyed, &mut random);
        let by_day: Vec<usize> = (0..keyed.len()).collect();
        let (Some(one), Some(other)) = (keyed_in(&by_day, &keyed), keyed_in(&order, &keyed)) else {
            continue;
        };
        compared += usize::from(order != by_day);
        for day in one.days("D").into_iter().chain(other.days("D")) {
            let on = |auditor: &Auditor| auditor.balances("D", Some(day));
            assert_eq!(on(&one), on(&other), "on {day}, {order:?} of {keyed:#?}");
        }
    }
    assert!(compared > 300, "only {compared} histories were accepted in both orders");
}
