//! Two lanes: steps that mostly wait for programs of one thread run beside those that keep the
//! compiler busy.

use crate::shell::{Failure, Outcome, Shell, doing};
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// A step that has come to its end, and how long it took.
#[derive(Debug)]
pub(crate) struct Done {
    pub(crate) name: &'static str,
    pub(crate) time: Duration,
    pub(crate) outcome: Outcome,
}

/// Runs the steps one after the other, up to the first that fails in this lane or the other.
pub(crate) fn run(
    names: &[&'static str],
    failed: &AtomicBool,
    step: impl Fn(&'static str) -> Outcome,
) -> Vec<Done> {
    let mut all = Vec::new();
    for name in names.iter().copied() {
        if failed.load(Ordering::Relaxed) {
            break;
        }
        let clock = Instant::now();
        let outcome = step(name);
        if outcome.is_err() {
            failed.store(true, Ordering::Relaxed);
        }
        all.push(Done { name, time: clock.elapsed(), outcome });
    }
    all
}

/// Runs a step by a process of its own and shows its output in one piece, so that the lines of the
/// other lane do not come between.
pub(crate) fn apart(
    shell: &Shell,
    program: &Path,
    name: &'static str,
    arguments: &[String],
) -> Outcome {
    let path = shell.target("xtask").join(format!("{name}.log"));
    fs::create_dir_all(shell.target("xtask")).map_err(doing(path.display()))?;
    let log = File::create(&path).map_err(doing(path.display()))?;
    eprintln!("\n=== {name}: begins beside the others, and says at its end what it has done");
    let status = Command::new(program)
        .args(["test", "--bare", "--only", name])
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(log.try_clone().map_err(doing(path.display()))?)
        .stderr(log)
        .status()
        .map_err(doing(name))?;
    let text = fs::read(&path).map_err(doing(path.display()))?;
    // Whoever closed the stream does not want to read it.
    let _ = std::io::stderr().lock().write_all(&text);
    if status.success() { Ok(()) } else { Err(Failure(format!("{name}: {status}, see above"))) }
}
