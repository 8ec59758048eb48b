//! `cargo xtask mobile`: the packages for Kotlin, Swift and Python, and their tests.
//!
//! Each package is staged below `target/mobile`: what is written by hand, what is generated, and
//! the library.

pub(crate) mod dispatch;
mod kotlin;
mod library;
pub(crate) mod operations;
mod python;
mod swift;
mod vectors;

use crate::shell::{Failure, Outcome, Shell, doing};
use crate::tools::{self, Tool};
use clap::ValueEnum;
use std::fs;
use std::path::Path;

pub(crate) const PYTHON_TOOLS: &[Tool] = &[Tool::Python, Tool::PythonVenv];
pub(crate) const KOTLIN_TOOLS: &[Tool] = &[Tool::Java, Tool::Maven];
pub(crate) const SWIFT_TOOLS: &[Tool] = &[Tool::Debootstrap];

/// A language with a package of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Host {
    Python,
    Kotlin,
    Swift,
}

/// Builds packages and, if asked, runs their tests.
pub(crate) fn run(shell: &Shell, hosts: &[Host], tests: bool) -> Outcome {
    let hosts = if hosts.is_empty() { Host::value_variants() } else { hosts };
    for host in hosts {
        tools::bring(
            shell,
            match host {
                Host::Python => PYTHON_TOOLS,
                Host::Kotlin => KOTLIN_TOOLS,
                Host::Swift => SWIFT_TOOLS,
            },
        )?;
    }
    library::build(shell)?;
    for host in hosts {
        match host {
            Host::Python => python::run(shell, tests)?,
            Host::Kotlin => kotlin::run(shell, tests)?,
            Host::Swift => swift::run(shell, tests)?,
        }
    }
    Ok(())
}

/// Builds what the table of all hosts needs; gives the commands of Kotlin and Python.
pub(crate) fn bench(shell: &Shell) -> Outcome<[(&'static str, Vec<String>); 2]> {
    run(shell, &[Host::Python, Host::Kotlin], false)?;
    let python = shell.target("mobile/venv/bin/python");
    let program = shell.root("benches/hosts/python/bench.py");
    let python = [python, program].map(|path| path.to_string_lossy().into_owned());
    Ok([("Kotlin", kotlin::bench(shell)?), ("Python", python.into())])
}

/// Makes a folder anew from others, one over the other.
fn stage(folder: &Path, sources: &[&Path]) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(doing(folder.display()))?;
    }
    sources.iter().try_for_each(|source| crate::steps::copy_folder(source, folder))
}

fn copy(from: &Path, to: &Path) -> Outcome {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(doing(folder.display()))?;
    }
    fs::copy(from, to).map(drop).map_err(doing(from.display()))
}

/// The files of a folder with this extension.
fn files(folder: &Path, extension: &str) -> Outcome<Vec<std::path::PathBuf>> {
    let entries = fs::read_dir(folder).map_err(doing(folder.display()))?;
    let mut found: Vec<_> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    found.sort();
    if found.is_empty() {
        return Err(Failure(format!("{}: no .{extension} file", folder.display())));
    }
    Ok(found)
}
