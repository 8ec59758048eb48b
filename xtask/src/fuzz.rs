//! `cargo xtask fuzz`: seeds, and the fuzzer for a while.

use crate::shell::{Failure, Outcome, Shell, doing};
use crate::tools::{self, Tool};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A target of `fuzz/`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Target {
    pub(crate) name: &'static str,
    /// Bytes of the longest input.
    longest: usize,
    /// More options of the fuzzer.
    options: &'static [&'static str],
}

/// The targets of `fuzz/`.
pub(crate) const TARGETS: [Target; 5] = [
    Target { name: "call", longest: 16 * 1024, options: &[] },
    Target { name: "table_structured", longest: 4 * 1024, options: &["-len_control=0"] },
    Target { name: "sheets", longest: 4 * 1024, options: &["-len_control=0"] },
    Target { name: "deals", longest: 4 * 1024, options: &["-len_control=0"] },
    Target { name: "call_c", longest: 16 * 1024, options: &[] },
];

/// What the code may be built with. Code without an unsafe block needs none: a sanitizer finds
/// nothing there that the checks of the language do not, and building with one takes long. It is for
/// `call_c`, after a change to the unsafe code of `bindings/c`.
pub(crate) const SANITIZERS: [&str; 2] = ["none", "address"];

/// What fuzzing needs.
pub(crate) const TOOLS: &[Tool] = &[Tool::Cxx, Tool::CargoFuzz];

/// A request that takes longer counts as a failure; most take less than a thousandth of that.
const SECONDS_FOR_ONE: u32 = 20;

/// Runs a target on one input, such as one that broke it.
pub(crate) fn again(shell: &Shell, target: &str, input: &Path, sanitizer: &str) -> Outcome {
    tools::bring(shell, TOOLS)?;
    let input = input.canonicalize().map_err(doing(input.display()))?;
    shell.run(command(shell, target, sanitizer)?.arg(input))
}

/// `cargo fuzz run TARGET`, without what is to be run.
fn command(shell: &Shell, target: &str, sanitizer: &str) -> Outcome<Command> {
    let mut cargo = shell.cargo(&["fuzz", "run", "--sanitizer", sanitizer, "--target-dir"]);
    // A folder for each kind of build: one would throw the other away.
    let folder = if sanitizer == "none" { "fuzz" } else { "fuzz-sanitized" };
    cargo.arg(shell.target(folder)).arg(target);
    // The stable compiler has what the fuzzer needs, behind this switch.
    cargo.env("RUSTC_BOOTSTRAP", "1").env("PATH", tools::path(shell)?);
    Ok(cargo)
}

/// Fuzzes every target, or only one, for some seconds each.
pub(crate) fn run(shell: &Shell, seconds: u32, only: Option<&str>, sanitizer: &str) -> Outcome {
    tools::bring(shell, TOOLS)?;
    for target in TARGETS.iter().filter(|target| only.is_none_or(|name| name == target.name)) {
        fuzz(shell, target, seconds, sanitizer)?;
    }
    Ok(())
}

fn fuzz(shell: &Shell, target: &Target, seconds: u32, sanitizer: &str) -> Outcome {
    let name = target.name;
    let corpus = shell.root("fuzz/corpus").join(name);
    fs::create_dir_all(&corpus).map_err(doing(corpus.display()))?;
    match name {
        "call" => seed(shell, &corpus, target.longest, &[])?,
        "call_c" => {
            // What is called: an operation; nothing is missing.
            seed(shell, &corpus, target.longest, &[0, 0])?;
            seed_columns(shell, &corpus)?;
        }
        _ => {}
    }
    let mut cargo = command(shell, name, sanitizer)?;
    cargo.arg(&corpus);
    cargo
        .arg("--")
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-max_len={}", target.longest))
        .arg(format!("-timeout={SECONDS_FOR_ONE}"))
        .args(target.options)
        .args(["-print_final_stats=1", "-print_funcs=0", "-verbosity=0"]);
    // Ahead of its figures the fuzzer prints hundreds of words that it found useful.
    shell.run_without(&mut cargo, |line| line.starts_with('"')).map_err(|Failure(why)| {
        Failure(format!(
            "{why}\nTo see it fail again: cargo xtask fuzz --target {name} \
             --input fuzz/artifacts/{name}/FILE"
        ))
    })
}

/// A scheme with its units as an input of the target `call_c`.
fn seed_columns(shell: &Shell, corpus: &Path) -> Outcome {
    let request = shell.root("bindings/c/tests/three-units.json");
    let request = fs::read(&request).map_err(doing(request.display()))?;
    // What is called and nothing missing; then 64 bytes that columns are made of.
    let input = [&[2, 0][..], &[0; 64], &request].concat();
    let file = corpus.join("seed-columns");
    fs::write(&file, input).map_err(doing(file.display()))
}

/// Writes the requests of `fuzz/seeds` and `tests/vectors` as inputs: some bytes for the target,
/// the number of the operation, the request.
fn seed(shell: &Shell, corpus: &Path, longest: usize, before: &[u8]) -> Outcome {
    let mut seeds: Vec<(String, String)> = Vec::new();
    for file in files(&shell.root("fuzz/seeds"))? {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let known = kaipan_ops::OPERATIONS.iter().map(|operation| operation.name);
        let operation = known
            .filter(|known| name.strip_prefix(known).is_some_and(|rest| rest.starts_with('.')))
            .max_by_key(|known| known.len())
            .ok_or_else(|| {
                Failure(format!("fuzz/seeds/{name} does not begin with an operation"))
            })?;
        let text = fs::read_to_string(&file).map_err(doing(file.display()))?;
        seeds.push((operation.to_owned(), text));
    }
    for file in files(&shell.root("tests/vectors"))? {
        if file.extension().is_some_and(|extension| extension == "json") {
            let text = fs::read_to_string(&file).map_err(doing(file.display()))?;
            let case: Value = serde_json::from_str(&text).map_err(doing(file.display()))?;
            let operation = case.get("operation").and_then(Value::as_str).unwrap_or_default();
            let request = match (case.get("request"), case.get("request_text")) {
                (Some(request), _) => request.to_string(),
                (None, text) => text.and_then(Value::as_str).unwrap_or_default().to_owned(),
            };
            seeds.push((operation.to_owned(), request));
        }
    }
    for (at, (operation, request)) in seeds.iter().enumerate() {
        let place = kaipan_ops::OPERATIONS.iter().position(|known| known.name == operation);
        // Vectors of unknown operations are there on purpose.
        let Some(Ok(first)) = place.map(u8::try_from) else { continue };
        if request.len() < longest {
            let input = [before, &[first], request.as_bytes()].concat();
            let file = corpus.join(format!("seed-{at:04}"));
            fs::write(&file, input).map_err(doing(file.display()))?;
        }
    }
    Ok(())
}

/// Every file below the folder, in order.
fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(doing(folder.display()))? {
            let path = entry.map_err(doing(folder.display()))?.path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}
