//! Postings of a ledger: kaipan in memory against PostgreSQL with keys, references and checks.
//!
//! Each deal is opened, four receivables are raised, each is paid in three receipts that name it, the
//! last receipt is reversed and received again. What is open at the end and what came to the bank
//! are the checksums; reading the input is not timed.

use crate::{Failure, Outcome, others};
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

/// So many postings, about.
pub(crate) fn measure(folder: &Path, count: usize, rounds: usize) -> Result<Vec<Outcome>, Failure> {
    let deals = (count / OF_A_DEAL).max(1);
    let (commands, csv) = work(0..deals)?;
    fs::write(folder.join("postings.csv"), csv)?;
    let context = LedgerContext::new("2026-06-30T10:00:00".parse()?, "出纳");
    let mut best = f64::INFINITY;
    let mut sums = Vec::new();
    for _ in 0..rounds.max(1) {
        let mut ledger = Ledger::new();
        let start = Instant::now();
        let mut books = Bookkeeping::new(&mut ledger, &context);
        for command in &commands {
            books.post(command)?;
        }
        best = best.min(start.elapsed().as_secs_f64());
        sums = checksums(&ledger, deals)?;
    }
    let own = Outcome {
        peer: "kaipan".into(),
        version: crate::kaipan_paths::version(),
        units: commands.len() as u64,
        seconds: best,
        sums,
        ..Outcome::default()
    };
    let mut postgres = Command::new("bash");
    postgres.arg(others::here().join("postgres/post_ledger.sh")).arg(folder);
    Ok(vec![own, others::run("PostgreSQL ledger", &mut postgres)?])
}

/// The curve: how long postings take as there are more and more of them, up to so many, in ten parts.
pub(crate) fn curve(count: usize) -> Result<(), Failure> {
    let context = LedgerContext::new("2026-06-30T10:00:00".parse()?, "出纳");
    let mut ledger = Ledger::new();
    let mut books = Bookkeeping::new(&mut ledger, &context);
    println!("\nPostings of a ledger, one after the other");
    println!("{:>12} {:>14} {:>12}", "postings", "a second", "ns each");
    let (part, mut done) = ((count / OF_A_DEAL / 10).max(1), 0);
    for first in 0..10 {
        let mut spent = 0.0;
        // A thousand deals at a time are made and posted.
        for from in (first * part..(first + 1) * part).step_by(1_000) {
            let (commands, _) = work(from..(from + 1_000).min((first + 1) * part))?;
            let start = Instant::now();
            for command in &commands {
                books.post(command)?;
            }
            spent += start.elapsed().as_secs_f64();
        }
        let posted = part * OF_A_DEAL;
        done += posted;
        let (each, rate) = (spent * 1e9 / posted as f64, posted as f64 / spent);
        println!("{done:>12} {rate:>14.0} {each:>12.0}");
    }
    Ok(())
}

/// The commands, and the same for PostgreSQL: number, kind, key, deal, receivable, fen, reversed key.
fn work(deals: Range<usize>) -> Result<(Vec<LedgerCommand>, String), Failure> {
    let date: Date = "2026-06-01".parse()?;
    let before = deals.start * OF_A_DEAL;
    let (mut commands, mut csv) = (Vec::with_capacity(deals.len() * OF_A_DEAL), String::new());
    for deal in deals {
        let name = format!("D{deal}");
        let mut push = |kind: &str, receivable: &str, fen: i64, back: &str, act: LedgerAct| {
            let number = before + commands.len();
            let key = format!("K{number}");
            commands.push(LedgerCommand::new(key.as_str(), act).with_date(date));
            let row = writeln!(csv, "{number},{kind},{key},{name},{receivable},{fen},{back}");
            row.map(|()| key)
        };
        push("open", "", 0, "", LedgerAct::open_deal(name.as_str()))?;
        let of = |line: usize| 100_000 + ((deal * 7 + line * 31) % 997) as i64;
        let id = |line: usize| format!("{name}/{line}");
        let line = |line| {
            let amount = Money::from_fen(of(line));
            ReceivableLine::new(id(line).as_str(), ITEM, amount).with_due(date)
        };
        let first = (0..4).map(line).collect();
        push("raise", "", of(0), "", LedgerAct::raise(name.as_str(), first))?;
        let receive = |line: usize, part: i64, number: usize| {
            let amount = Money::from_fen(part);
            let mut receipt = LedgerReceipt::new(ITEM, amount, ReceiptMethod::BankTransfer, BANK);
            receipt.deal = Some(Text::from(name.as_str()));
            receipt.payer = Some(Text::from("买方"));
            receipt.voucher = Some(Text::of(format_args!("{name}-{number}")));
            receipt.reference = Some(Text::of(format_args!("{name}/W{number}")));
            receipt.allocations = vec![AllocationLine::new(id(line).as_str(), amount)];
            LedgerAct::receive(receipt)
        };
        let mut last = (String::new(), 0);
        for number in 0..12 {
            let (line, part) = (number / 3, of(number / 3) / 4);
            let key = push("receive", &id(line), part, "", receive(line, part, number))?;
            last = (key, part);
        }
        let (key, part) = last;
        push("reverse", &id(3), -part, &key, LedgerAct::reverse(key.as_str()))?;
        push("receive", &id(3), part, "", receive(3, part, 12))?;
    }
    Ok((commands, csv))
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
