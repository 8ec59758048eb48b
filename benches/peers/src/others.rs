//! Peers in other languages: each reads the input folder and prints one line of JSON.

use crate::{Failure, Outcome};
use std::path::{Path, PathBuf};
use std::process::Command;

pub(crate) fn here() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Runs one program and reads the line it prints.
pub(crate) fn run(name: &str, command: &mut Command) -> Result<Outcome, Failure> {
    line(name, command)
}

/// As [`run`], for lines of any shape.
pub(crate) fn line<T: serde::de::DeserializeOwned>(
    name: &str,
    command: &mut Command,
) -> Result<T, Failure> {
    let [line] = lines(name, command)?;
    Ok(line)
}

/// As [`line()`], for the last lines of several.
pub(crate) fn lines<T: serde::de::DeserializeOwned, const COUNT: usize>(
    name: &str,
    command: &mut Command,
) -> Result<[T; COUNT], Failure> {
    eprintln!("running {name} …");
    let output = command.output().map_err(|error| format!("{name}: {error}"))?;
    if !output.status.success() {
        let detail = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{name} failed: {detail}").into());
    }
    let text = String::from_utf8(output.stdout)?;
    let lines: Vec<&str> = text.lines().collect();
    let last = lines.get(lines.len().saturating_sub(COUNT)..).unwrap_or_default();
    let read = |line: &&str| {
        serde_json::from_str(line).map_err(|error| format!("{name}: {error}: {line}"))
    };
    let read: Vec<T> = last.iter().map(read).collect::<Result<_, _>>()?;
    read.try_into().map_err(|_| format!("{name} printed too few lines: {text}").into())
}

/// The Python that has DuckDB, in an environment of its own beside the program.
pub(crate) fn python_with_duckdb() -> Result<PathBuf, Failure> {
    const DUCKDB: &str = "duckdb==1.4.2";
    let program = std::env::current_exe()?;
    let folder = program.parent().ok_or("a program without a folder")?.join("peers-python");
    let python = folder.join("bin/python");
    let done = |name: &str, command: &mut Command| match command.status()?.success() {
        true => Ok(()),
        false => Err(Failure::from(format!("{name} failed"))),
    };
    if !python.exists() {
        done("python3 -m venv", Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
    }
    let mut pip = Command::new(&python);
    pip.args(["-m", "pip", "--quiet", "--disable-pip-version-check", "install", DUCKDB]);
    done("pip install", &mut pip)?;
    Ok(python)
}

/// Java, Python, JavaScript and PostgreSQL, one after the other.
pub(crate) fn run_all(folder: &Path, rounds: usize) -> Result<Vec<Outcome>, Failure> {
    let mut all = decimals(folder, rounds)?;
    let postgres = &mut Command::new("bash");
    let postgres = postgres.arg(here().join("postgres/price_units.sh"));
    all.push(run("PostgreSQL", postgres.arg(folder).arg(rounds.to_string()))?);
    Ok(all)
}

/// The decimals of Java, Python and JavaScript.
pub(crate) fn decimals(folder: &Path, rounds: usize) -> Result<Vec<Outcome>, Failure> {
    let rounds = rounds.to_string();
    let npm = Command::new("npm")
        .args(["ci", "--silent", "--no-audit", "--no-fund"])
        .current_dir(here().join("js"))
        .status()?;
    if !npm.success() {
        return Err("npm ci failed in benches/peers/js".into());
    }
    let peer = |program: &str, before: &[&str], file: &str| {
        let mut command = Command::new(program);
        command.args(before).arg(here().join(file)).arg(folder).arg(&rounds);
        command
    };
    Ok(vec![
        // The default collector doubles the time of this allocation-heavy loop; the faster one is
        // the fairer peer.
        run("Java", &mut peer("java", &["-XX:+UseParallelGC"], "java/PriceUnits.java"))?,
        run("Python", &mut peer("python3", &[], "python/price_units.py"))?,
        run("JavaScript", &mut peer("node", &[], "js/price_units.mjs"))?,
    ])
}

/// Month tables of loans in Java and Python.
pub(crate) fn loan_tables(loans: &Path, rounds: usize) -> Result<Vec<Outcome>, Failure> {
    let rounds = rounds.to_string();
    let peer = |program: &str, before: &[&str], file: &str| {
        let mut command = Command::new(program);
        command.args(before).arg(here().join(file)).arg(loans).arg(&rounds);
        command
    };
    Ok(vec![
        run("Java loans", &mut peer("java", &["-XX:+UseParallelGC"], "java/LoanTables.java"))?,
        run("Python loans", &mut peer("python3", &[], "python/loan_tables.py"))?,
    ])
}

/// The price table through JSON in Python.
pub(crate) fn python_table(request: &Path, rounds: usize) -> Result<Outcome, Failure> {
    let mut command = Command::new("python3");
    command.arg(here().join("python/price_table.py")).arg(request).arg(rounds.to_string());
    run("Python price table", &mut command)
}
