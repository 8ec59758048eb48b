//! A seeded workload in which every operation carries its predicted outcome, and an auditor with a
//! naive second ledger. `KAIPAN_LEDGER_OPERATIONS` sets how many there are, `KAIPAN_LEDGER_SEED` the
//! seed.

mod auditor;
mod days;
mod doing;
mod generator;
mod moving;
mod orders;
mod stepping;
mod walking;

use auditor::Auditor;
use generator::Generator;
use kaipan::error::Code;
use kaipan::ledger::{
    Bookkeeping, Ledger, LedgerChange, LedgerCommand, LedgerContext, StatementDrawing,
};
use kaipan::number::Money;
use kaipan::{Date, Text, Time};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// A history of so many operations, good ones and bad ones.
pub(crate) fn history(seed: u64, count: u64) -> Vec<(Time, LedgerCommand)> {
    let (mut generator, mut auditor) = (Generator::new(seed), Auditor::default());
    let next = |at| {
        let (now, command) = generator.next(at, &auditor);
        let _ = auditor.predict(now, &command);
        (now, command)
    };
    (0..count).map(next).collect()
}

fn of(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// Every operation comes out as the auditor has predicted, and what the ledger says of a deal is what
/// the auditor's own ledger says.
#[test]
fn every_operation_comes_out_as_predicted() {
    let count = of("KAIPAN_LEDGER_OPERATIONS", 200_000);
    let mut generator = Generator::new(of("KAIPAN_LEDGER_SEED", 1));
    let mut auditor = Auditor::default();
    let mut ledger = Ledger::new();
    let (mut accepted, mut refused, mut spent) = (0_u64, 0_u64, Duration::ZERO);
    let mut gave_way = 0_usize;
    let mut since = (Instant::now(), Duration::ZERO);
    for at in 0..count {
        let (now, command) = generator.next(at, &auditor);
        let predicted = auditor.predict(now, &command);
        let context = LedgerContext::new(now, "出纳");
        let began = Instant::now();
        let posted = Bookkeeping::new(&mut ledger, &context).post(&command);
        spent += began.elapsed();
        let found = posted.as_ref().map(|_| ()).map_err(|error| error.code().as_str());
        assert_eq!(found, predicted, "operation {at}: {command:#?}");
        let findings = posted.iter().flat_map(|posted| &posted.findings);
        gave_way += findings.filter(|one| one.code == Code::LedgerPlaceTaken).count();
        match found {
            Ok(()) => accepted += 1,
            Err(_) => refused += 1,
        }
        if posted.is_ok_and(|posted| !posted.repeated) {
            let allocated = allocated(&ledger, &command);
            assert_eq!(allocated, auditor.allocated(&command.key), "operation {at}: {command:#?}");
        }
        if at % 1_000 == 0 {
            audit(&ledger, &auditor, auditor.some_deal(at));
        }
        if at % 100 == 0 {
            audit(&ledger, &auditor, auditor.recent_deal(at / 100));
        }
        if (at + 1) % (count / 10).max(1) == 0 {
            let (from, before) = since;
            let part = spent - before;
            let rate = (count / 10).max(1) as f64 / part.as_secs_f64();
            println!("{:>10} operations: {rate:>10.0} a second ({:?})", at + 1, from.elapsed());
            since = (Instant::now(), spent);
        }
    }
    for deal in auditor.deals() {
        audit(&ledger, &auditor, Some(deal));
    }
    let trial = ledger.trial(generator.today(), ledger.last_order()).unwrap();
    let sum: i64 = trial.iter().map(|row| row.amount.fen()).sum();
    assert_eq!(sum, 0, "the trial balance is zero");
    assert_eq!(ledger.bank_balance("基本户"), Money::from_fen(auditor.bank()));
    println!("{accepted} accepted, {refused} refused, {gave_way} gave way, {spent:?} for posting");
    assert!(accepted * 3 > count && refused * 3 > count, "there are both, in plenty");
    assert!(gave_way > 0, "later money gives way");
}

/// The balances of a deal, those of today and those of every day on which something changes.
fn audit(ledger: &Ledger, auditor: &Auditor, deal: Option<&str>) {
    let Some(deal) = deal else { return };
    let last = kaipan::Date::from_ymd(9999, 12, 31).unwrap();
    let statement = StatementDrawing::new(ledger, last).deal(deal).draw().unwrap();
    let found = [statement.outstanding, statement.prepaid, statement.refund_due].map(Money::fen);
    let [outstanding, prepaid] = auditor.balances(deal, None);
    assert_eq!(found, [outstanding, prepaid, 0], "{deal}");
    let balance = statement.lines.last().map_or(0, |line| line.balance.fen());
    assert_eq!(balance, found[0] - found[1] - found[2], "{deal}");
    let sum: i64 = statement.accounts.iter().map(|one| one.amount.fen()).sum();
    assert_eq!(sum, 0, "{deal}");
    for day in auditor.days(deal) {
        let statement = StatementDrawing::new(ledger, day).deal(deal).draw().unwrap();
        let found = [statement.outstanding, statement.prepaid].map(Money::fen);
        assert_eq!(found, auditor.balances(deal, Some(day)), "{deal} on {day}");
    }
}

/// What a posting has recorded of what pays what: the day, the posting that brought the money, the line.
/// What moves at a signing pays nothing.
fn allocated(ledger: &Ledger, command: &LedgerCommand) -> BTreeMap<(Date, Text, Text), i64> {
    let mut sums = BTreeMap::new();
    for change in ledger.posting(command).unwrap().changes {
        if let LedgerChange::Allocated { posting, receivable, amount, on, .. } = change {
            *sums.entry((on, posting, receivable)).or_default() += amount.fen();
        }
    }
    sums.retain(|_, amount| *amount != 0);
    sums
}
