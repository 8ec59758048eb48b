//! Postings of a ledger: kaipan in memory against PostgreSQL with keys, references and checks.
//!
//! Each deal is opened, four receivables are raised, each is paid in three receipts that name it, the
//! last receipt is reversed and received again. What is open at the end and what came to the bank
//! are the checksums; reading the input is not timed. PostgreSQL posts one by one and in batches of a
//! thousand, in one transaction; the quicker one counts.

use crate::{Failure, Outcome, others, report};
use kaipan::ledger::{
    AllocationLine, Bookkeeping, Ledger, LedgerAct, LedgerCommand, LedgerContext, LedgerReceipt,
    ReceiptMethod, ReceivableLine, StatementDrawing,
};
use kaipan::number::Money;
use kaipan::{Date, Text};
use std::fmt::Write as _;
use std::fs;
use std::ops::Range;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

const ITEM: &str = "house_payment";
const BANK: &str = "基本户";
/// Postings of a deal.
const OF_A_DEAL: usize = 16;

/// Postings with all that they need.
#[derive(Default)]
struct Work {
    commands: Vec<LedgerCommand>,
    /// Number, kind, key, deal, receivable, fen, reversed key.
    postings: String,
    /// What is raised: number of the posting, receivable, fen.
    lines: String,
}

/// So many postings, about.
pub(crate) fn measure(folder: &Path, count: usize, rounds: usize) -> Result<Vec<Outcome>, Failure> {
    let deals = (count / OF_A_DEAL).max(1);
    let work = Work::of(0..deals)?;
    fs::write(folder.join("postings.csv"), &work.postings)?;
    fs::write(folder.join("lines.csv"), &work.lines)?;
    let post = |books: &mut Bookkeeping<'_>, command: &LedgerCommand| books.post(command).map(drop);
    let record =
        |books: &mut Bookkeeping<'_>, command: &LedgerCommand| books.record(command).map(drop);
    let mut postgres = Command::new("bash");
    postgres.arg(others::here().join("postgres/post_ledger.sh"));
    postgres.arg(folder).arg(rounds.to_string());
    Ok(vec![
        own("kaipan", &work, deals, rounds, post)?,
        own("kaipan, with records", &work, deals, rounds, record)?,
        others::run("PostgreSQL ledger", &mut postgres)?,
    ])
}

/// All postings in a ledger of their own, each in such a way.
fn own(
    peer: &str,
    work: &Work,
    deals: usize,
    rounds: usize,
    post: impl Fn(&mut Bookkeeping<'_>, &LedgerCommand) -> kaipan::Result<()>,
) -> Result<Outcome, Failure> {
    let context = context()?;
    let (mut best, mut sums) = (f64::INFINITY, Vec::new());
    for _ in 0..rounds.max(1) {
        let mut ledger = Ledger::new();
        let start = Instant::now();
        let mut books = Bookkeeping::new(&mut ledger, &context);
        for command in &work.commands {
            post(&mut books, command)?;
        }
        best = best.min(start.elapsed().as_secs_f64());
        sums = checksums(&ledger, deals)?;
    }
    Ok(Outcome {
        peer: peer.into(),
        version: crate::kaipan_paths::version(),
        units: work.commands.len() as u64,
        seconds: best,
        sums,
        ..Outcome::default()
    })
}

fn context() -> Result<LedgerContext, Failure> {
    Ok(LedgerContext::new("2026-06-30T10:00:00".parse()?, "出纳"))
}

/// The curve up to so many postings, each of its points in a ledger of its own.
pub(crate) fn curve(most: usize) -> Result<(), Failure> {
    let points = report::sizes(most).map(|size| Ok((size, seconds(size)?)));
    report::curve("Postings of a ledger", &points.collect::<Result<Vec<_>, Failure>>()?);
    Ok(())
}

/// Seconds of so many postings; a thousand deals at a time are made and posted.
fn seconds(count: usize) -> Result<f64, Failure> {
    let (context, deals) = (context()?, (count / OF_A_DEAL).max(1));
    let mut ledger = Ledger::new();
    let mut books = Bookkeeping::new(&mut ledger, &context);
    let mut spent = 0.0;
    for from in (0..deals).step_by(1_000) {
        let work = Work::of(from..(from + 1_000).min(deals))?;
        let start = Instant::now();
        for command in &work.commands {
            books.post(command)?;
        }
        spent += start.elapsed().as_secs_f64();
    }
    Ok(spent)
}

impl Work {
    fn of(deals: Range<usize>) -> Result<Work, Failure> {
        let mut work = Work::default();
        let date: Date = "2026-06-01".parse()?;
        let mut number = deals.start * OF_A_DEAL;
        for deal in deals {
            let name = format!("D{deal}");
            let mut push = |kind: &str, receivable: &str, fen: i64, back: &str, act: LedgerAct| {
                let key = format!("K{number}");
                work.commands.push(LedgerCommand::new(key.as_str(), act).with_date(date));
                let (csv, lines) = (&mut work.postings, &mut work.lines);
                writeln!(csv, "{number},{kind},{key},{name},{receivable},{fen},{back}")?;
                if kind == "raise" {
                    let mut all = (0..4).map(|line| (id(deal, line), of(deal, line)));
                    all.try_for_each(|(id, fen)| writeln!(lines, "{number},{id},{fen}"))?;
                }
                number += 1;
                Ok::<_, std::fmt::Error>(key)
            };
            push("open", "", 0, "", LedgerAct::open_deal(name.as_str()))?;
            let line = |line| {
                let amount = Money::from_fen(of(deal, line));
                ReceivableLine::new(id(deal, line).as_str(), ITEM, amount).with_due(date)
            };
            let all = (0..4).map(line).collect();
            push("raise", "", 0, "", LedgerAct::raise(name.as_str(), all))?;
            let mut last = (String::new(), 0);
            for number in 0..12 {
                let (line, part) = (number / 3, of(deal, number / 3) / 4);
                let act = receive(deal, line, part, number);
                last = (push("receive", &id(deal, line), part, "", act)?, part);
            }
            let (key, part) = last;
            push("reverse", &id(deal, 3), -part, &key, LedgerAct::reverse(key.as_str()))?;
            push("receive", &id(deal, 3), part, "", receive(deal, 3, part, 12))?;
        }
        Ok(work)
    }
}

/// What is receivable, in fen.
fn of(deal: usize, line: usize) -> i64 {
    100_000 + ((deal * 7 + line * 31) % 997) as i64
}

fn id(deal: usize, line: usize) -> String {
    format!("D{deal}/{line}")
}

fn receive(deal: usize, line: usize, part: i64, number: usize) -> LedgerAct {
    let amount = Money::from_fen(part);
    let mut receipt = LedgerReceipt::new(ITEM, amount, ReceiptMethod::BankTransfer, BANK);
    receipt.deal = Some(Text::of(format_args!("D{deal}")));
    receipt.payer = Some(Text::from("买方"));
    receipt.voucher = Some(Text::of(format_args!("D{deal}-{number}")));
    receipt.reference = Some(Text::of(format_args!("D{deal}/W{number}")));
    receipt.allocations = vec![AllocationLine::new(id(deal, line).as_str(), amount)];
    LedgerAct::receive(receipt)
}

/// What is open, and what came to the bank.
fn checksums(ledger: &Ledger, deals: usize) -> Result<Vec<String>, Failure> {
    let (date, mut open) = ("2026-06-30".parse()?, 0);
    for deal in 0..deals {
        let name = format!("D{deal}");
        let statement = StatementDrawing::new(ledger, date).deal(name.as_str()).draw()?;
        open += statement.outstanding.fen();
    }
    Ok(vec![format!("{open} open"), ledger.bank_balance(BANK).fen().to_string()])
}
