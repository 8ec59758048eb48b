//! What explorations and walks came to, for people.

use crate::cover::{Cover, guards};
use crate::parts::parts;
use crate::queues;
use crate::search::{Report, explore};
use crate::services;
use crate::walk::walk;
use crate::{agree, inputs};
use kaipan::deal::transitions;
use std::fs;
use std::path::Path;
use std::thread;
use std::time::Instant;

/// Explores every part, and writes what was found or compares it with what was.
pub(crate) fn closure(write: Option<&Path>, check: Option<&Path>) -> Result<(), String> {
    let clock = Instant::now();
    let reports = explored()?;
    let mut cover = Cover::default();
    for report in &reports {
        tell(report);
        cover.add(&report.cover);
    }
    cover.check()?;
    println!("all parts beside each other: {:.1} s", clock.elapsed().as_secs_f64());
    let text = text(&reports, &cover);
    if let Some(file) = write {
        return fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()));
    }
    let Some(file) = check else { return Ok(()) };
    let found = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    if found == text {
        return Ok(());
    }
    Err(format!("{} says something else: run `cargo xtask explore --write`", file.display()))
}

/// Explores the parts with this in their names.
pub(crate) fn only(part: &str) -> Result<(), String> {
    for rules in parts() {
        if format!("{} ({:?})", rules.name, rules.mode).contains(part) {
            tell(&explore(&rules)?);
        }
    }
    for (kind, mode) in services::parts() {
        if services::name(kind, mode).contains(part) {
            tell(&services::explore(kind, mode)?);
        }
    }
    Ok(())
}

fn tell(report: &Report) {
    println!(
        "{}: {} states, {} edges, depth {}, {} rows, {:.1} s",
        report.name,
        report.states,
        report.edges,
        report.depth,
        report.rows,
        report.time.as_secs_f64()
    );
}

/// Every part, each in a thread of its own.
fn explored() -> Result<Vec<Report>, String> {
    let parts = parts();
    thread::scope(|scope| {
        let deals = parts.iter().map(|rules| scope.spawn(move || explore(rules)));
        let mut threads: Vec<_> = deals.collect();
        threads.push(scope.spawn(queues::explore));
        let services = services::parts().into_iter();
        threads.extend(
            services.map(|(kind, mode)| scope.spawn(move || services::explore(kind, mode))),
        );
        let joined = threads.into_iter().map(|thread| {
            thread.join().unwrap_or_else(|_| Err("an exploration broke off, see above".to_owned()))
        });
        joined.collect()
    })
}

/// `options` and `decide` agree, and no guard is met without its input.
pub(crate) fn agree() {
    let clock = Instant::now();
    agree::never_is_never();
    agree::exclusions_hold();
    agree::what_is_not_in_the_table_is_no_option();
    let needs = inputs::a_guard_without_its_input_needs_it();
    inputs::saying_less_meets_no_guard();
    let subsets = agree::subsets_of_guards();
    println!(
        "options and decide agree: {subsets} subsets of guards, {needs} missing inputs, {:.1} s",
        clock.elapsed().as_secs_f64()
    );
}

/// Walks, and tells what they came to.
pub(crate) fn walks(count: u64, seed: u64) {
    let clock = Instant::now();
    let walked = walk(count, seed);
    println!(
        "{} walks from seed {seed}: {} steps, {} decisions, {} rejections, {} contracts, figure {:016x}, {:.0} s",
        walked.walks,
        walked.steps,
        walked.accepted,
        walked.rejected,
        walked.contracts,
        walked.figure,
        clock.elapsed().as_secs_f64()
    );
}

/// The page of what was found.
fn text(reports: &[Report], cover: &Cover) -> String {
    let mut text = String::from(HEAD);
    for report in reports {
        let rows = report.rows;
        text += &format!(
            "| {} | {} | {} | {} | {rows} |\n",
            report.name,
            grouped(report.states),
            grouped(report.edges),
            report.depth
        );
    }
    let (states, edges): (Vec<usize>, Vec<usize>) =
        reports.iter().map(|report| (report.states, report.edges)).unzip();
    text += &format!(
        "| together | {} | {} | | {} |\n",
        grouped(states.iter().sum()),
        grouped(edges.iter().sum()),
        cover.fired()
    );
    text += &format!(
        "\nThe table of deals has {} rows, all of them fired, and {} guards, each of them met and unmet; so\n\
         it is with the table of queues.\n",
        transitions().count(),
        guards().len()
    );
    text += WALKED;
    text
}

/// What was walked once, beyond what is explored every time.
const WALKED: &str = "
Beyond it the full model was walked at random once, on 2026-11-29 (`cargo xtask explore --walks 1000000`):
1,000,000 walks from seed 15, 25,000,000 steps, 5,356,411 decisions, 8,782,275 rejections, 8,324 contracts, in
127 seconds; the invariants held after every step, and every history replayed to its state.
";

const HEAD: &str = "# Every state of small worlds

Generated by `cargo xtask explore --write`; `cargo xtask test` runs the same and compares.

The real code (`Deciding::decide`, `apply`) is run breadth first from a new world until no state is new. In
every state hold: one active document of one deal has a unit, and no unit is taken without; a deal has one
active document at most; every entry comes to zero, no pool of money falls below zero, and what lies in all
pools is what came in less what was paid out; a deal that has ended takes no command and holds no money. Of every
change: what is done is what `deal.settle_change` shows, the refund is at most what was received, what is forfeited at
most min(paid, 20 % of the price), transfers come to zero, and what leaves has an entry and a to-do. From every
state one is reached in which nothing is pending: every deal is over or signed, every unit is sold or may be
sold, every service is done or closed. Commands that the table does not have are refused, and `options` lists the
others. Of a service every step and every branch is done and taken.

States are equal when no decision can tell them apart: versions are not counted, days are today or past,
months this or another, deals that have ended with nothing left to do are forgotten.

| part | states | edges | depth | rows fired |
|---|---:|---:|---:|---:|
";

/// A number with commas.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
