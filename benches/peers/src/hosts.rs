//! The same work from every host: a full quote, a table of 10,000 units, and columns, in one run.
//!
//! Each host is a program that takes three files — a request of `quote.make`, one of
//! `pricing.table`, and a scheme with units to be priced in columns — and prints one line of JSON.
//! Its checksum is the bytes of both responses and the sum of all totals in fen: those of Rust, or
//! there is no report. The units in columns are those that the decimal peers price too.

use crate::{Failure, Outcome, decimals, input, kaipan_paths, others, quotes, report, table_json};
use kaipan::pricing::{Columns, CompiledScheme, PricedColumns};
use kaipan_ops::pricing::ColumnsRequest;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// A host program: its name and command line.
#[derive(serde::Deserialize)]
pub(crate) struct Program {
    host: String,
    command: Vec<String>,
}

/// What a host reports.
#[derive(Debug, Clone, serde::Deserialize)]
pub(crate) struct Measured {
    pub(crate) host: String,
    /// A full quote through JSON, in millionths of a second.
    pub(crate) quote_us: f64,
    /// A table of 10,000 units through JSON.
    pub(crate) table_ms: f64,
    /// Columns, without JSON.
    pub(crate) columnar_ns_per_unit: f64,
    checksum: String,
}

/// What the decimal peer of each host is.
const PEERS: [(&str, &str, f64); 4] = [
    ("Node", "js-decimal.js", 50.0),
    ("Chromium", "js-decimal.js", 50.0),
    ("Kotlin", "java-bigdecimal", 8.0),
    ("Python", "python-decimal", 100.0),
];

/// Measures Rust, then every program of the list, then the decimal peers.
pub(crate) fn measure(
    list: &Path,
    folder: &Path,
    units: usize,
    rounds: usize,
) -> Result<(), Failure> {
    let programs: Vec<Program> = serde_json::from_slice(&std::fs::read(list)?)?;
    let input = input::Input::generate(units);
    input.write(folder)?;
    let columns = kaipan_paths::columns_request(&input)?;
    let requests = [
        ("quote.json", quotes::request_text()?),
        ("table.json", table_json::request_text()),
        ("columns.json", serde_json::to_string(&columns)?),
    ];
    for (name, text) in &requests {
        std::fs::write(folder.join(name), text)?;
    }
    let [quote, table, _] = &requests;
    let rust = of_rust(&quote.1, &table.1, &columns, rounds)?;
    let mut hosts = vec![rust.clone()];
    for Program { host, command } in programs {
        let (program, arguments) = command.split_first().ok_or("a host without a command")?;
        let files = requests.iter().map(|(name, _)| folder.join(name));
        let mut command = Command::new(program);
        command.args(arguments).args(files);
        let measured: Measured = others::line(&host, &mut command)?;
        if measured.checksum != rust.checksum {
            let (ours, theirs) = (&rust.checksum, &measured.checksum);
            return Err(format!("{host} disagrees: {theirs}, and Rust {ours}").into());
        }
        hosts.push(Measured { host, ..measured });
    }
    let mut peers = others::decimals(folder, rounds.min(3))?;
    peers.push(decimals::rust_decimal(&input, rounds)?);
    report::hosts(&hosts, &peers, units, &rust.checksum);
    targets(&hosts, &peers)
}

/// Says by how much the columns of each host beat its decimals, and what was asked for.
fn targets(hosts: &[Measured], peers: &[Outcome]) -> Result<(), Failure> {
    let nanoseconds = |peer: &Outcome| peer.seconds * 1e9 / peer.units as f64;
    println!();
    for (host, name, least) in PEERS {
        let Some(host) = hosts.iter().find(|one| one.host == host) else { continue };
        let peer = peers.iter().find(|peer| peer.peer == name).ok_or("a peer is missing")?;
        let times = nanoseconds(peer) / host.columnar_ns_per_unit;
        println!("{}: columns are {times:.0} times {name} (asked for: {least:.0})", host.host);
    }
    Ok(())
}

/// The time of one run in the best of several rounds that last long enough for the clock.
fn best<T>(
    rounds: usize,
    mut once: impl FnMut() -> Result<T, kaipan::Error>,
) -> Result<f64, Failure> {
    let mut best = f64::INFINITY;
    for _ in 0..rounds.max(1) {
        let start = Instant::now();
        let (mut times, mut seconds) = (0.0, 0.0);
        while seconds < 0.05 {
            black_box(once()?);
            times += 1.0;
            seconds = start.elapsed().as_secs_f64();
        }
        best = best.min(seconds / times);
    }
    Ok(best)
}

fn of_rust(
    quote: &str,
    table: &str,
    columns: &ColumnsRequest,
    rounds: usize,
) -> Result<Measured, Failure> {
    let call = |operation: &str, request: &str| kaipan_ops::call(operation, request);
    let (quoted, priced) = (call("quote.make", quote)?, call("pricing.table", table)?);
    let (compiled, units) = columns.compile()?;
    let rows = units.areas.len();
    let (mut unit_prices, mut totals) = (vec![0; rows], vec![0; rows]);
    let mut price = |compiled: &CompiledScheme, units: &Columns| {
        let out = PricedColumns { unit_prices: &mut unit_prices, totals: &mut totals };
        compiled.price(&black_box(units).view(), out)
    };
    let total = price(&compiled, &units)?.total.fen();
    Ok(Measured {
        host: "Rust".into(),
        quote_us: best(rounds, || call("quote.make", black_box(quote)))? * 1e6,
        table_ms: best(rounds, || call("pricing.table", black_box(table)))? * 1e3,
        columnar_ns_per_unit: best(rounds, || price(&compiled, &units))? * 1e9 / rows as f64,
        checksum: format!("{}-{}-{total}", quoted.len(), priced.len()),
    })
}
