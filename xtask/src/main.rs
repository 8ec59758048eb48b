//! `cargo xtask`: everything that is done to this repository, under one name.
//!
//! `cargo xtask test` runs all checks, as CI does; each of them has a name and can be run alone.

mod bench;
mod c;
mod coverage;
mod documents;
mod examples;
mod explore;
mod fuzz;
mod header;
mod lanes;
mod mobile;
mod oracle;
mod shell;
mod steps;
mod tools;
mod typescript;
mod web;

use bench::Bench;
use clap::{Args, Parser, Subcommand};
use shell::{Outcome, Shell};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", about, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run every check, one after the other, up to the first that fails
    Test(TestArguments),
    /// Write everything generated from the code: manuals, schemas, the header, types of hosts
    #[command(visible_alias = "schema")]
    Docs {
        /// Write nothing; fail if a file is not as the code says
        #[arg(long)]
        check: bool,
    },
    /// Write include/kaipan.h from bindings/c (docs does it too)
    Header {
        /// Write nothing; fail if it is not as the code says
        #[arg(long)]
        check: bool,
    },
    /// Run tests/vectors through every operation
    Vectors {
        /// Write what the operations answer into the files
        #[arg(long)]
        bless: bool,
    },
    /// Install libkaipan below target/ and test it: C, C++ and whatever links C
    C {
        /// Only install, into this folder
        #[arg(long, value_name = "FOLDER", conflicts_with = "bench")]
        prefix: Option<PathBuf>,
        /// Only measure: files with requests of quote.make, pricing.table and kp_compiled_scheme_new
        #[arg(long, num_args = 3, value_names = ["QUOTE", "TABLE", "COLUMNS"])]
        bench: Vec<PathBuf>,
    },
    /// Build the packages for Kotlin, Swift and Python, and run their tests
    Mobile {
        /// Only these; all if none is named
        #[arg(value_enum)]
        hosts: Vec<mobile::Host>,
        /// Only build
        #[arg(long)]
        no_tests: bool,
    },
    /// Measure
    Bench {
        /// What is measured
        #[arg(value_enum, default_value = "peers")]
        what: Bench,
        /// Passed on: units and rounds to `peers` and `hosts`, a filter to `criterion`
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        rest: Vec<String>,
    },
    /// Go through every state of small worlds of deals, and compare with docs/exploration.md
    Explore {
        /// Write docs/exploration.md
        #[arg(long, conflicts_with = "walks")]
        write: bool,
        /// Walk at random through a large world instead, so many times
        #[arg(long, value_name = "N")]
        walks: Option<u64>,
        /// The same seed gives the same walks
        #[arg(long, requires = "walks", default_value_t = explore::SEED)]
        seed: u64,
    },
    /// Look for requests that break the library
    Fuzz {
        /// Seconds for each target
        #[arg(default_value_t = 60)]
        seconds: u32,
        /// Only this target
        #[arg(long, value_parser = fuzz::TARGETS.map(|target| target.name))]
        target: Option<String>,
        /// Only this input, such as a file of fuzz/artifacts
        #[arg(long, value_name = "FILE", requires = "target")]
        input: Option<PathBuf>,
        /// What the code is built with
        #[arg(long, value_parser = fuzz::SANITIZERS, default_value = fuzz::SANITIZERS[0])]
        sanitizer: String,
    },
    /// Compare random requests with the oracle
    Oracle {
        /// Requests of each operation about prices; of the others a fifth
        #[arg(default_value_t = oracle::COUNT)]
        count: u32,
        /// The same seed gives the same requests
        #[arg(default_value = oracle::SEED)]
        seed: String,
    },
    /// Build the npm package of bindings/web
    Web,
    /// Tell which tools are there, and how the others are had
    Doctor,
    /// Bring every tool that is missing
    Setup,
}

#[derive(Args)]
struct TestArguments {
    /// Only this step; may be given several times
    #[arg(long, value_name = "STEP", value_parser = steps::names(), conflicts_with = "from")]
    only: Vec<String>,
    /// This step and those after it
    #[arg(long, value_name = "STEP", value_parser = steps::names())]
    from: Option<String>,
    /// List the steps
    #[arg(long)]
    list: bool,
    /// Seconds of fuzzing for each target
    #[arg(long, value_name = "N", default_value_t = 30)]
    fuzz_seconds: u32,
    /// Requests of each operation about prices compared with the oracle; of the others a fifth
    #[arg(long, value_name = "N", default_value_t = oracle::COUNT)]
    oracle_count: u32,
    /// Seed of these requests
    #[arg(long, value_name = "SEED", default_value = oracle::SEED)]
    oracle_seed: String,
    /// Without the report at the end
    #[arg(long, hide = true)]
    bare: bool,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match Shell::new().and_then(|shell| run(&shell, arguments.command)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(shell: &Shell, command: Command) -> Outcome {
    match command {
        Command::Test(arguments) if arguments.list => {
            steps::list();
            Ok(())
        }
        Command::Test(arguments) => {
            let settings = steps::Settings {
                fuzz_seconds: arguments.fuzz_seconds,
                oracle_count: arguments.oracle_count,
                oracle_seed: arguments.oracle_seed,
                bare: arguments.bare,
            };
            steps::test(shell, &settings, &arguments.only, arguments.from.as_deref())
        }
        Command::Docs { check } => documents::run(shell, check),
        Command::Header { check } => documents::header(shell, check),
        Command::Vectors { bless } => {
            let mut cargo = shell.cargo(&["test", "--package", "kaipan-ops", "--test", "vectors"]);
            if bless {
                cargo.env("KAIPAN_BLESS", "1");
            }
            shell.run(&mut cargo)
        }
        Command::C { bench, .. } if !bench.is_empty() => c::bench(shell, &bench),
        Command::C { prefix: Some(prefix), .. } => {
            c::install(shell, &std::path::absolute(prefix).map_err(shell::doing("the folder"))?)
        }
        Command::C { .. } => c::test(shell),
        Command::Mobile { hosts, no_tests } => mobile::run(shell, &hosts, !no_tests),
        Command::Bench { what, rest } => bench::run(shell, what, &rest),
        Command::Explore { walks: Some(count), seed, .. } => explore::walks(shell, count, seed),
        Command::Explore { write, .. } => explore::closure(shell, write),
        Command::Fuzz { target: Some(target), input: Some(input), sanitizer, .. } => {
            fuzz::again(shell, &target, &input, &sanitizer)
        }
        Command::Fuzz { seconds, target, sanitizer, .. } => {
            fuzz::run(shell, seconds, target.as_deref(), &sanitizer)
        }
        Command::Oracle { count, seed } => oracle::compare(shell, count, &seed),
        Command::Web => web::build(shell),
        Command::Doctor => {
            tools::doctor(shell);
            Ok(())
        }
        Command::Setup => tools::bring(shell, tools::ALL),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        Arguments::command().debug_assert();
    }

    /// Cargo's version is the one that counts; Maven and npm keep copies of it.
    #[test]
    fn packages_of_other_languages_have_the_version_of_the_library() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let version = env!("CARGO_PKG_VERSION");
        let xml = format!("<version>{version}</version>");
        let json = format!("\"version\": \"{version}\"");
        for (file, copy, times) in [
            ("bindings/mobile/kotlin/pom.xml", &xml, 1),
            ("benches/hosts/kotlin/pom.xml", &xml, 2),
            ("examples/consultant/pom.xml", &xml, 2),
            ("bindings/web/package.json", &json, 1),
            ("bindings/web/package-lock.json", &json, 2),
        ] {
            let text = std::fs::read_to_string(root.join(file)).unwrap();
            assert_eq!(text.matches(copy.as_str()).count(), times, "{file}: {copy}");
        }
    }

    #[test]
    fn steps_have_names_of_their_own() {
        let mut names = steps::names();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
