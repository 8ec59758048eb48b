//! Every state that a small book reaches, asked every command with everything in order and with each
//! thing spoilt: what the table does not have is refused, what lacks something says so and changes
//! nothing, what is accepted goes where the table says, and the events come to the same state again.

use kaipan::RejectionClass;
use kaipan::number::Money;
use kaipan::voucher::{
    Voucher, VoucherBook, VoucherCommand, VoucherDeciding, VoucherDecision, VoucherEvent,
    VoucherKind, VoucherRow, VoucherStatus,
};
use std::collections::{BTreeMap, BTreeSet};

/// One thing that is not as it must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spoilt {
    Nothing,
    Version,
    Time,
}

const SPOILT: &[Spoilt] = &[Spoilt::Nothing, Spoilt::Version, Spoilt::Time];

fn at(minute: u32) -> kaipan::Time {
    format!("2026-09-01T10:{minute:02}:00").parse().unwrap()
}

fn yuan(text: &str) -> Money {
    text.parse().unwrap()
}

/// Three receipts, `SJ1` to `SJ3`.
fn register(kind: VoucherKind) -> VoucherCommand {
    VoucherCommand::Register {
        book: "B".into(),
        voucher: kind,
        owner: "P1".into(),
        prefix: Some("SJ".into()),
        digits: 1,
        from: 1,
        to: 3,
    }
}

/// A book of receipts beside it with one in use, one void and one blank.
fn others() -> Vec<VoucherBook> {
    let deciding = VoucherDeciding::new("li", at(0));
    let mut book = None;
    for command in [
        VoucherCommand::register("R", VoucherKind::Receipt, "P1", 2, 1, 3),
        VoucherCommand::issue("li", 3),
        VoucherCommand::draw("old-1", yuan("5")),
        VoucherCommand::draw("old-2", yuan("6")),
        VoucherCommand::void("02", "spoilt"),
    ] {
        let decision = deciding.decide(book.as_ref(), &command).unwrap();
        book = Some(VoucherBook::evolve(book.as_ref(), &decision.events[0]).unwrap());
    }
    book.into_iter().collect()
}

fn commands(kind: VoucherKind) -> Vec<VoucherCommand> {
    let mut all = vec![
        register(kind),
        VoucherCommand::withdraw("by mistake"),
        VoucherCommand::issue("li", 1),
        VoucherCommand::issue("li", 3),
        VoucherCommand::issue("li", 0),
        VoucherCommand::issue("wang", 1),
        VoucherCommand::give_back("li"),
        VoucherCommand::draw("R-1", yuan("5")),
        VoucherCommand::draw("R-2", yuan("5")),
        VoucherCommand::draw("R-2", Money::ZERO),
        VoucherCommand::Draw {
            receipt: "R-3".into(),
            amount: yuan("7"),
            holder: Some("wang".into()),
            number: Some("SJ2".into()),
        },
        VoucherCommand::verify(vec!["SJ1".into(), "SJ2".into()]),
    ];
    for number in ["SJ1", "SJ2", "SJ9"] {
        all.push(VoucherCommand::void(number, "spoilt"));
        all.push(VoucherCommand::recover(number, "reversed"));
        all.push(VoucherCommand::verify(vec![number.into()]));
    }
    for number in ["01", "02", "03", "77"] {
        all.push(VoucherCommand::exchange(vec![number.into()]));
    }
    all
}

fn decide(
    book: Option<&VoucherBook>,
    books: &[VoucherBook],
    command: &VoucherCommand,
    spoilt: Spoilt,
) -> VoucherDecision {
    let version = book.map_or(0, |book| book.version);
    let minute = if spoilt == Spoilt::Time { 0 } else { version + 1 };
    let expected = (spoilt == Spoilt::Version).then_some(version + 1);
    let deciding = VoucherDeciding::new("li", at(minute)).books(books).expected_version(expected);
    deciding.decide(book, command).unwrap()
}

/// What a state is besides its history.
fn essence(book: Option<&VoucherBook>) -> String {
    let Some(book) = book else { return "none".to_owned() };
    let of = |one: &Voucher| {
        (one.sequence, one.status, one.receipts.clone(), one.verified_at.is_some(), one.amount)
    };
    let vouchers: Vec<_> = book.vouchers.iter().map(of).collect();
    // Spans that touch are the same numbers as one span.
    let blank = (book.from..=book.to).map(|number| {
        let held = book.issued.iter().find(|span| span.from <= number && number <= span.to);
        held.map(|span| span.holder.clone())
    });
    let blank: Vec<_> = blank.collect();
    format!("{vouchers:?} {blank:?} {:?}", book.withdrawn)
}

fn statuses(book: Option<&VoucherBook>) -> BTreeMap<u32, VoucherStatus> {
    let numbers = 1..=3_u32;
    let of = |number: u32| book?.status(&format!("SJ{number}")).map(|status| (number, status));
    numbers.filter_map(of).collect()
}

/// Every number that changed its status went by a row of the table.
fn by_the_table(
    before: Option<&VoucherBook>,
    after: &VoucherBook,
    command: &VoucherCommand,
    rows: &mut BTreeSet<(&'static str, VoucherStatus, VoucherStatus)>,
) {
    let before = statuses(before);
    for (number, to) in statuses(Some(after)) {
        let Some(from) = before.get(&number).copied().filter(|from| *from != to) else { continue };
        // An exchange draws an invoice.
        let word = if command.word() == "exchange" { "draw" } else { command.word() };
        let row = VoucherRow::table()
            .iter()
            .find(|row| row.command == word && row.from == from && row.to == to);
        let row = row.unwrap_or_else(|| panic!("{word}: {from:?} to {to:?} is not in the table"));
        rows.insert((row.command, from, to));
    }
    if let VoucherCommand::Verify { numbers } = command {
        for number in numbers {
            let status = after.status(number).unwrap();
            rows.insert(("verify", status, status));
        }
    }
}

#[test]
fn every_state_is_closed_under_every_command() {
    let (mut states, mut accepted, mut refused) = (0, 0, 0);
    let (mut codes, mut rows) = (BTreeSet::new(), BTreeSet::new());
    for kind in [VoucherKind::Receipt, VoucherKind::Invoice] {
        let others = others();
        let mut seen = BTreeSet::from([essence(None)]);
        let mut open: Vec<Vec<VoucherEvent>> = vec![Vec::new()];
        while let Some(history) = open.pop() {
            states += 1;
            let book = (!history.is_empty()).then(|| VoucherBook::replay(&history, None).unwrap());
            let book = book.as_ref();
            for command in commands(kind) {
                for spoilt in SPOILT {
                    let decision = decide(book, &others, &command, *spoilt);
                    if let Some(rejection) = &decision.rejection {
                        refused += 1;
                        assert!(decision.events.is_empty() && decision.number.is_none());
                        assert!(!rejection.reasons.is_empty());
                        let stale = *spoilt == Spoilt::Version;
                        assert_eq!(rejection.class == RejectionClass::Stale, stale);
                        codes.extend(rejection.reasons.iter().map(|one| one.code.as_str()));
                        continue;
                    }
                    accepted += 1;
                    assert!(*spoilt != Spoilt::Version, "{command:?} on a stale version");
                    assert!(*spoilt != Spoilt::Time || book.is_none(), "{command:?} too early");
                    let own = decision.events.iter().filter(|event| event.book == "B");
                    let mut longer = history.clone();
                    longer.extend(own.cloned());
                    let after = VoucherBook::replay(&longer, None).unwrap();
                    by_the_table(book, &after, &command, &mut rows);
                    held_together(&after);
                    if *spoilt == Spoilt::Nothing && seen.insert(essence(Some(&after))) {
                        open.push(longer);
                    }
                }
            }
        }
    }
    assert!(states > 400 && accepted > 1_000 && refused > 10_000, "{states} {accepted} {refused}");
    let mut table: BTreeSet<_> =
        VoucherRow::table().iter().map(|row| (row.command, row.from, row.to)).collect();
    // What comes back by an exchange is of another book, which has tests of its own.
    table.remove(&("exchange", VoucherStatus::Used, VoucherStatus::Recovered));
    assert_eq!(rows, table, "every row is taken");
    let met = [
        "voucher.amount",
        "voucher.book_state",
        "voucher.count",
        "voucher.earlier",
        "voucher.in_use",
        "voucher.none_left",
        "voucher.not_allowed",
        "voucher.not_next",
        "voucher.nowhere",
        "voucher.other_kind",
        "voucher.outside",
        "voucher.receipt_has_one",
        "voucher.stale",
        "voucher.verified_already",
    ];
    assert_eq!(codes, BTreeSet::from(met));
}

/// What holds of every book: each number stands in one place, each receipt has one voucher in use, and
/// the report counts every number once.
pub(crate) fn held_together(book: &VoucherBook) {
    let report = book.report().unwrap();
    let counted = report.registered_count
        + report.issued_count
        + report.used_count
        + report.void_count
        + report.recovered_count;
    assert_eq!(counted, report.count);
    let rising = |numbers: Vec<u32>| numbers.windows(2).all(|pair| pair[0] < pair[1]);
    assert!(rising(book.vouchers.iter().map(|one| one.sequence).collect()));
    assert!(rising(book.issued.iter().map(|span| span.from).collect()));
    let used = book.vouchers.iter().filter(|one| one.status == VoucherStatus::Used);
    let receipts: Vec<_> = used.flat_map(|one| one.receipts.iter()).collect();
    assert_eq!(receipts.len(), receipts.iter().collect::<BTreeSet<_>>().len());
}

#[test]
fn an_exchange_is_of_both_books_or_of_none() {
    let others = others();
    let mut invoices = None;
    for command in [
        VoucherCommand::register("F", VoucherKind::Invoice, "P1", 3, 1, 9),
        VoucherCommand::issue("li", 9),
    ] {
        let decision = decide(invoices.as_ref(), &[], &command, Spoilt::Nothing);
        invoices = Some(VoucherBook::evolve(invoices.as_ref(), &decision.events[0]).unwrap());
    }
    let invoices = invoices.unwrap();
    let exchange = |numbers: &[&str]| {
        let numbers = numbers.iter().map(|number| (*number).into()).collect();
        decide(Some(&invoices), &others, &VoucherCommand::exchange(numbers), Spoilt::Nothing)
    };
    let done = exchange(&["01"]);
    assert_eq!(done.events.len(), 2);
    assert_eq!(done.reads.len(), 2, "both streams are read");
    let receipts = VoucherBook::evolve(Some(&others[0]), &done.events[1]).unwrap();
    assert_eq!(receipts.status("01"), Some(VoucherStatus::Recovered));
    let after = VoucherBook::evolve(Some(&invoices), &done.events[0]).unwrap();
    let invoice = after.voucher("001").unwrap();
    assert_eq!((invoice.receipts[0].as_str(), invoice.amount), ("old-1", Some(yuan("5"))));
    // One of them is void: nothing happens to the other.
    let refused = exchange(&["01", "02"]);
    assert!(refused.events.is_empty());
    assert_eq!(refused.rejection.unwrap().class, RejectionClass::NotInTable);
}
