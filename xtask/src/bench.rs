//! `cargo xtask bench`: kaipan beside its peers, in detail, and from every host.

use crate::shell::{Outcome, Shell, doing};
use crate::{c, mobile, steps, tools, web};
use clap::ValueEnum;
use std::fs;

/// What is measured.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Bench {
    /// kaipan and its peers in other languages
    Peers,
    /// The same work from C, Node.js, Chromium, Kotlin and Python, beside Rust
    Hosts,
    /// kaipan alone, in detail
    Criterion,
}

/// Measures; the rest of the command line is passed on.
pub(crate) fn run(shell: &Shell, what: Bench, rest: &[String]) -> Outcome {
    match what {
        Bench::Peers => peers(shell, rest),
        Bench::Hosts => hosts(shell, rest),
        Bench::Criterion => {
            let mut cargo = shell.cargo(&["bench", "--package", "kaipan", "--benches", "--"]);
            shell.run(cargo.args(rest))
        }
    }
}

fn peers(shell: &Shell, arguments: &[String]) -> Outcome {
    tools::bring(shell, steps::PEERS_TOOLS)?;
    shell.run(&mut shell.cargo(&["build", "--quiet", "--release", "--package", "kaipan-peers"]))?;
    // Not by `cargo run`: hosts that it starts would find its libraries, see `Shell::command`.
    let program = format!("release/kaipan-peers{}", std::env::consts::EXE_SUFFIX);
    shell.run(shell.command(shell.target(&program)).args(arguments))
}

/// Builds a program for every host, and gives the list of them to the report.
fn hosts(shell: &Shell, rest: &[String]) -> Outcome {
    let c = c::bench_program(shell)?.to_string_lossy().into_owned();
    web::build(shell)?;
    tools::bring(shell, &[tools::Tool::Chromium])?;
    let page = |file: &str| {
        let file = shell.root("benches/hosts/web").join(file);
        vec!["node".to_owned(), file.to_string_lossy().into_owned()]
    };
    let mut all =
        vec![("C", vec![c]), ("Node", page("node.mjs")), ("Chromium", page("chromium.mjs"))];
    all.extend(mobile::bench(shell)?);
    let list: Vec<serde_json::Value> = all
        .into_iter()
        .map(|(host, command)| serde_json::json!({ "host": host, "command": command }))
        .collect();
    let file = shell.target("xtask/hosts.json");
    fs::create_dir_all(shell.target("xtask")).map_err(doing(file.display()))?;
    fs::write(&file, serde_json::Value::from(list).to_string()).map_err(doing(file.display()))?;
    let mut arguments = vec!["hosts".to_owned(), file.to_string_lossy().into_owned()];
    arguments.extend_from_slice(rest);
    peers(shell, &arguments)
}
