//! `cargo xtask explore`: every state of small worlds of deals, and random walks over a large one.

use crate::shell::{Outcome, Shell};

/// What an exploration came to.
const PAGE: &str = "docs/exploration.md";

/// Walks of one run of the checks.
const WALKS: u64 = 2_000;

/// Seed of these walks.
pub(crate) const SEED: u64 = 15;

/// Explores, and writes what was found or compares it with what was.
pub(crate) fn closure(shell: &Shell, write: bool) -> Outcome {
    let how = if write { "--write" } else { "--check" };
    run(shell, &["closure", how, PAGE])
}

/// Walks so many times.
pub(crate) fn walks(shell: &Shell, count: u64, seed: u64) -> Outcome {
    run(shell, &["walks", &count.to_string(), &seed.to_string()])
}

/// What the checks do.
pub(crate) fn test(shell: &Shell) -> Outcome {
    closure(shell, false)?;
    run(shell, &["agree"])?;
    walks(shell, WALKS, SEED)
}

/// Optimised as what other languages link.
fn run(shell: &Shell, arguments: &[&str]) -> Outcome {
    let cargo = ["run", "--quiet", "--profile", "hosts", "--package", "kaipan-explore", "--"];
    shell.run(shell.cargo(&cargo).args(arguments))
}
