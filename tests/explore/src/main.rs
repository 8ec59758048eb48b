//! Proofs about deals by looking at everything that can happen: `closure` goes through every state of
//! small worlds, `walks` goes at random through a large one. Both run the real code.

mod agree;
mod asking;
mod case;
mod changing;
mod commands;
mod cover;
mod desk;
mod exclude;
mod graph;
mod happen;
mod inputs;
mod parts;
mod purse;
mod queues;
mod random;
mod report;
mod search;
mod services;
mod serving;
mod spoil;
mod walk;
mod world;

use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Parser)]
#[command(about, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Go through every state of the small worlds
    Closure {
        /// Only parts with this in their names
        #[arg(long, value_name = "TEXT", conflicts_with_all = ["write", "check"])]
        part: Option<String>,
        /// Write what was found into this file
        #[arg(long, value_name = "FILE", conflicts_with = "check")]
        write: Option<PathBuf>,
        /// Fail if this file says something else
        #[arg(long, value_name = "FILE")]
        check: Option<PathBuf>,
    },
    /// Ask `decide` and `options` for every row and every subset of its guards
    Agree,
    /// Walk at random through the large world
    Walks {
        /// How many walks
        #[arg(default_value_t = 2_000)]
        count: u64,
        /// The same seed gives the same walks
        #[arg(default_value_t = 15)]
        seed: u64,
    },
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Closure { part: Some(part), .. } => report::only(&part),
        Command::Closure { write, check, .. } => {
            report::closure(write.as_deref(), check.as_deref())
        }
        Command::Agree => {
            report::agree();
            Ok(())
        }
        Command::Walks { count, seed } => {
            report::walks(count, seed);
            Ok(())
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}
