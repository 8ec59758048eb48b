//! `cargo xtask test`: the checks, their order, and what each of them needs.

use crate::c;
use crate::documents;
use crate::examples;
use crate::explore;
use crate::fuzz;
use crate::lanes::{self, Done};
use crate::mobile::{self, Host};
use crate::oracle;
use crate::shell::{Failure, Outcome, Shell, doing};
use crate::tools::{self, Tool};
use crate::web;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

/// What the comparison with other languages needs.
pub(crate) const PEERS_TOOLS: &[Tool] =
    &[Tool::Python, Tool::PythonVenv, Tool::Java, Tool::Node, Tool::Npm, Tool::Postgres];

/// How much is done in the steps that could go on for ever.
#[derive(Debug)]
pub(crate) struct Settings {
    pub(crate) fuzz_seconds: u32,
    pub(crate) oracle_count: u32,
    pub(crate) oracle_seed: String,
    /// Without a report at the end: it is the report of another run that counts.
    pub(crate) bare: bool,
}

impl Settings {
    /// The arguments of the command line that say the same.
    fn arguments(&self) -> Vec<String> {
        vec![
            format!("--fuzz-seconds={}", self.fuzz_seconds),
            format!("--oracle-count={}", self.oracle_count),
            format!("--oracle-seed={}", self.oracle_seed),
        ]
    }
}

/// Steps that run beside the others: they build into folders of their own, or do much that only
/// one thread does. Those that share a folder below `target/` stand in one lane.
const BESIDE: [&str; 6] = ["fuzz", "web", "calculator", "python", "kotlin", "swift"];

/// One check.
struct Step {
    name: &'static str,
    about: &'static str,
    tools: &'static [Tool],
    run: fn(&Shell, &Settings) -> Outcome,
}

const STEPS: &[Step] = &[
    Step {
        name: "fmt",
        about: "the code is formatted",
        tools: &[Tool::Rustfmt],
        run: |shell, _| {
            shell.run(&mut shell.cargo(&["fmt", "--all", "--check"]))?;
            shell.run(&mut shell.cargo(&["fmt", "--manifest-path", "fuzz/Cargo.toml", "--check"]))
        },
    },
    Step {
        name: "clippy",
        about: "no warnings",
        tools: &[Tool::Clippy],
        run: |shell, _| {
            let arguments = ["clippy", "--workspace", "--all-targets", "--all-features", "--"];
            shell.run(shell.cargo(&arguments).args(["-D", "warnings"]))
        },
    },
    Step {
        name: "tests",
        about: "tests of every crate, with tests/vectors and the examples of the documentation",
        tools: &[],
        run: |shell, _| shell.run(&mut shell.cargo(&["test", "--workspace", "--all-features"])),
    },
    Step {
        name: "explore",
        about: "every state of small worlds of deals, subsets of guards, random walks",
        tools: &[],
        run: |shell, _| explore::test(shell),
    },
    Step {
        name: "docs",
        about: "the documentation builds without warnings",
        tools: &[],
        run: |shell, _| {
            let mut cargo = shell.cargo(&["doc", "--workspace", "--no-deps", "--all-features"]);
            shell.run(cargo.env("RUSTDOCFLAGS", "-D warnings"))
        },
    },
    Step {
        name: "generated",
        about: "docs/ is as the code says",
        tools: &[],
        run: |shell, _| documents::run(shell, true),
    },
    Step {
        name: "minimal",
        about: "the libraries build with few features",
        tools: &[],
        run: |shell, _| {
            let bare = ["check", "--no-default-features", "--package"];
            shell.run(shell.cargo(&bare).arg("kaipan"))?;
            shell.run(shell.cargo(&bare).args(["kaipan", "--features", "serde"]))?;
            shell.run(shell.cargo(&bare).args(["kaipan", "--features", "json"]))?;
            shell.run(shell.cargo(&bare).args(["kaipan-ops", "--features", "json"]))
        },
    },
    Step {
        name: "release",
        about: "the program builds",
        tools: &[],
        run: |shell, _| program(shell).map(drop),
    },
    Step {
        name: "readme",
        about: "the first command of the READMEs gives every filed price to the fen",
        tools: &[],
        run: |shell, _| examples::first_command(shell),
    },
    Step {
        name: "samples",
        about: "the generated sample project is as its generator says",
        tools: &[Tool::Python],
        run: |shell, _| samples(shell),
    },
    Step {
        name: "opening-day",
        about: "processes rush homes on PostgreSQL, are killed with it, and all is proved",
        tools: &[Tool::Postgres],
        run: |shell, _| examples::opening_day(shell),
    },
    Step {
        name: "oracle",
        about: "price tables as the oracle in Python has them",
        tools: &[Tool::Python],
        run: |shell, settings| oracle::compare(shell, settings.oracle_count, &settings.oracle_seed),
    },
    Step {
        name: "deny",
        about: "licences and sources of the dependencies, see deny.toml",
        tools: &[Tool::CargoDeny],
        run: |shell, _| {
            let mut cargo =
                shell.cargo(&["deny", "--all-features", "check", "--hide-inclusion-graph"]);
            cargo.args(["licenses", "bans", "sources"]);
            shell.run(cargo.env("PATH", tools::path(shell)?))
        },
    },
    Step {
        name: "c",
        about: "libkaipan, installed: vectors and misuse in C and C++, consumers, other languages",
        tools: c::TOOLS,
        run: |shell, _| c::test(shell),
    },
    Step {
        name: "fuzz",
        about: "no request breaks the library, for a while",
        tools: fuzz::TOOLS,
        run: |shell, settings| {
            // The fuzzer would bring its own lock file up to date without a word.
            shell.run(&mut shell.cargo(&[
                "fetch",
                "--locked",
                "--manifest-path",
                "fuzz/Cargo.toml",
            ]))?;
            fuzz::run(shell, settings.fuzz_seconds, None, fuzz::SANITIZERS[0])
        },
    },
    Step {
        name: "web",
        about: "the npm package: size, vectors in Node and Chromium, a project that uses it",
        tools: &[Tool::Node, Tool::Npm, Tool::Chromium],
        run: |shell, _| web::test(shell),
    },
    Step {
        name: "calculator",
        about: "the price calculator, the deal desk, the dashboard and the quote sheets in Chromium",
        tools: web::PAGES_TOOLS,
        run: |shell, _| web::calculator(shell),
    },
    Step {
        name: "python",
        about: "the Python package: every vector through its types, and bad calls without harm",
        tools: mobile::PYTHON_TOOLS,
        run: |shell, _| mobile::run(shell, &[Host::Python], true),
    },
    Step {
        name: "kotlin",
        about: "the Kotlin package likewise, and a consultant's program that uses it",
        tools: mobile::KOTLIN_TOOLS,
        run: |shell, _| mobile::run(shell, &[Host::Kotlin], true),
    },
    Step {
        name: "swift",
        about: "the Swift package: every vector through its types",
        tools: mobile::SWIFT_TOOLS,
        run: |shell, _| mobile::run(shell, &[Host::Swift], true),
    },
    Step {
        name: "peers",
        about: "kaipan and its peers agree on 20 000 homes, and on ledgers, claims and facts",
        tools: PEERS_TOOLS,
        run: |shell, _| {
            let arguments = ["run", "--release", "--package", "kaipan-peers", "--", "20000", "1"];
            shell.run(&mut shell.cargo(&arguments))
        },
    },
];

/// The names of all steps, in order.
pub(crate) fn names() -> Vec<&'static str> {
    STEPS.iter().map(|step| step.name).collect()
}

/// Prints the steps.
pub(crate) fn list() {
    for step in STEPS {
        println!("{:11} {}", step.name, step.about);
    }
}

/// Runs the steps chosen, up to the first that fails. Of several, those of [`BESIDE`] run in a lane
/// of their own.
pub(crate) fn test(
    shell: &Shell,
    settings: &Settings,
    only: &[String],
    from: Option<&str>,
) -> Outcome {
    let start = STEPS.iter().position(|step| from == Some(step.name)).unwrap_or(0);
    let chosen: Vec<&Step> = STEPS
        .iter()
        .skip(start)
        .filter(|step| only.is_empty() || only.iter().any(|name| name == step.name))
        .collect();
    let clock = Instant::now();
    let needed: Vec<Tool> = chosen.iter().flat_map(|step| step.tools).copied().collect();
    announce("setup", "the tools of the steps to come");
    tools::bring(shell, &needed)?;
    let setup = Done { name: "setup", time: clock.elapsed(), outcome: Ok(()) };
    let names = chosen.iter().map(|step| step.name);
    let (beside, here): (Vec<_>, Vec<_>) =
        names.partition(|name| chosen.len() > 1 && BESIDE.contains(name));
    let failed = AtomicBool::new(false);
    let step = |name: &'static str| {
        let step = STEPS.iter().find(|step| step.name == name);
        let step = step.ok_or_else(|| Failure(format!("there is no step {name}")))?;
        announce(step.name, step.about);
        (step.run)(shell, settings)
    };
    let arguments = settings.arguments();
    // Asked now: a step may build this program anew.
    let program = std::env::current_exe().map_err(doing("finding this program"))?;
    let apart = |name| lanes::apart(shell, &program, name, &arguments);
    let done = std::thread::scope(|scope| {
        let side = scope.spawn(|| lanes::run(&beside, &failed, apart));
        let mut all = vec![setup];
        all.extend(lanes::run(&here, &failed, step));
        all.extend(side.join().unwrap_or_default());
        all
    });
    let all = chosen.len().saturating_add(1);
    if settings.bare {
        return done.into_iter().try_for_each(|done| done.outcome);
    }
    report(all, done, clock.elapsed())
}

/// What took how long, and what failed.
fn report(all: usize, done: Vec<Done>, time: Duration) -> Outcome {
    println!("\n{:11} {:>8}", "step", "seconds");
    for Done { name, time, outcome } in &done {
        let word = if outcome.is_ok() { "done" } else { "FAILED" };
        println!("{name:11} {:8.1}  {word}", time.as_secs_f64());
    }
    println!("{:11} {:8.1}", "all", time.as_secs_f64());
    let ran = done.len();
    let failures: Vec<(&str, Failure)> = done
        .into_iter()
        .filter_map(|done| done.outcome.err().map(|failure| (done.name, failure)))
        .collect();
    let (failed, missing) = (failures.len(), all.saturating_sub(ran));
    println!("\nsteps: {} passed, {failed} failed", ran.saturating_sub(1 + failed));
    let Some((name, Failure(why))) = failures.into_iter().next() else {
        if missing == 0 {
            return Ok(());
        }
        return Err(Failure(format!("{missing} steps did not run")));
    };
    Err(Failure(format!("{why}\nTo run just this step: cargo xtask test --only {name}")))
}

fn announce(name: &str, about: &str) {
    // Both streams end up in one log; what a step prints belongs below its name.
    eprintln!("\n=== {name}: {about}");
}

/// Builds the program and tells where it is.
pub(crate) fn program(shell: &Shell) -> Outcome<PathBuf> {
    shell.run(&mut shell.cargo(&["build", "--release", "--package", "kaipan-cli"]))?;
    Ok(shell.target("release").join(format!("kaipan{}", std::env::consts::EXE_SUFFIX)))
}

/// Runs the generator of the sample project in a copy and compares.
fn samples(shell: &Shell) -> Outcome {
    let sample = shell.root("examples/yunjing-bay");
    let copy = shell.target("xtask/yunjing-bay");
    if copy.exists() {
        fs::remove_dir_all(&copy).map_err(doing(copy.display()))?;
    }
    copy_folder(&sample, &copy)?;
    let written = ["project.json", "units.csv"];
    for name in written {
        fs::remove_file(copy.join(name)).map_err(doing(name))?;
    }
    shell.run(shell.command("python3").arg(copy.join("generate.py")))?;
    for name in written {
        let [old, new] = [&sample, &copy].map(|folder| fs::read(folder.join(name)));
        if old.map_err(doing(name))? != new.map_err(doing(name))? {
            let generate = "python3 examples/yunjing-bay/generate.py";
            return Err(Failure(format!("{name} differs from the generated one: run {generate}")));
        }
        println!("{name} is as generated");
    }
    Ok(())
}

pub(crate) fn copy_folder(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to).map_err(doing(to.display()))?;
    for entry in fs::read_dir(from).map_err(doing(from.display()))? {
        let path = entry.map_err(doing(from.display()))?.path();
        let copy = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy_folder(&path, &copy)?;
        } else {
            fs::copy(&path, &copy).map_err(doing(path.display()))?;
        }
    }
    Ok(())
}
