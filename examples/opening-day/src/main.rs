//! Opening day on PostgreSQL: processes rush the same homes for their buyers, each reads, asks the
//! library, and appends under the versions that it read, in one transaction. At the end it is proved
//! from the stored events that all is right. Then the same with processes and database killed.

mod buyer;
mod crew;
mod day;
mod failure;
mod history;
mod probe;
mod proof;
mod report;
mod run;
mod script;
mod server;
mod store;
mod table;
mod worker;

use buyer::Buyer;
use clap::{Args, Parser, Subcommand, ValueEnum};
use day::Day;
use failure::{Failure, Outcome, say};
use history::History;
use kaipan::error::Lang;
use run::{ACCIDENTS, Accident, Run};
use script::Script;
use server::Server;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;
use worker::Worker;

#[derive(Parser)]
#[command(name = "opening-day", about = "Opening day on PostgreSQL; run.sh starts the database")]
struct Arguments {
    #[command(flatten)]
    settings: Settings,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Args)]
struct Settings {
    /// The language; that of the locale if it is not given
    #[arg(long, value_enum)]
    lang: Option<Language>,
    /// Where postgres.sh has made the database
    #[arg(long)]
    folder: PathBuf,
    /// Buyers who have registered
    #[arg(long, default_value_t = 300, value_parser = clap::value_parser!(u32).range(1..=9999))]
    buyers: u32,
    /// Homes that are released
    #[arg(long, default_value_t = 120, value_parser = clap::value_parser!(u32).range(1..=2000))]
    homes: u32,
    /// Special discounts
    #[arg(long, default_value_t = 30)]
    quota: u32,
    /// Processes that serve the buyers
    #[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u32).range(1..=32))]
    workers: u32,
}

#[derive(Subcommand)]
enum Command {
    /// One of the processes
    #[command(hide = true)]
    Worker { number: u32 },
}

#[derive(Clone, Copy, ValueEnum)]
enum Language {
    Zh,
    En,
}

fn main() -> ExitCode {
    let Arguments { settings, command } = Arguments::parse();
    let lang = settings.lang();
    end_after(LIMIT, lang);
    let outcome = match command {
        Some(Command::Worker { number }) => settings.serve(number),
        None => settings.run(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("opening-day: {}", failure.message(lang));
            ExitCode::FAILURE
        }
    }
}

/// What should have come to an end by now.
fn too_long(limit: Duration) -> Failure {
    let seconds = limit.as_secs();
    let zh = format!("{seconds} 秒内没有结束");
    Failure::told(zh, format!("it has not come to an end in {seconds} s"))
}

/// All of it takes less.
const LIMIT: Duration = Duration::from_secs(600);

/// Ends this process, whatever it waits for: a server that hangs keeps a connection for ever.
fn end_after(limit: Duration, lang: Lang) {
    std::thread::spawn(move || {
        std::thread::sleep(limit);
        eprintln!("opening-day: {}", too_long(limit).message(lang));
        std::process::exit(1);
    });
}

impl Settings {
    fn lang(&self) -> Lang {
        let is_chinese = || sys_locale::get_locale().is_some_and(|name| name.starts_with("zh"));
        match self.lang {
            Some(Language::Zh) => Lang::Zh,
            Some(Language::En) => Lang::En,
            None if is_chinese() => Lang::Zh,
            None => Lang::En,
        }
    }

    fn buyers(&self, day: &Day) -> Vec<Buyer> {
        (1..=self.buyers).map(|number| Buyer::new(number, day.units.len())).collect()
    }

    /// What a worker of a number does.
    fn serve(&self, number: u32) -> Outcome {
        let day = Day::new(self.homes)?;
        let mut buyers = self.buyers(&day);
        buyers.retain(|buyer| buyer.number() % self.workers == number);
        worker::serve(&day, Server::of(&self.folder)?.address, &buyers)
    }

    /// Two who are late by a moment, a day without accidents, and one with them.
    fn run(&self) -> Outcome {
        let lang = self.lang();
        let server = Server::of(&self.folder)?;
        println!("{}", say(lang, "一、同时来的两位", "1. Two at the same moment"));
        probe::run(&server, lang)?;
        println!("{}", say(lang, "二、平稳的一天", "2. A calm day"));
        self.day(&server, &[])?;
        println!("{}", say(lang, "三、多事的一天", "3. A bad day"));
        self.day(&server, &ACCIDENTS)
    }

    /// A day from an empty database to its proofs.
    fn day(&self, server: &Server, accidents: &[Accident]) -> Outcome {
        let lang = self.lang();
        let mut client = server.begin()?;
        drop(client);
        let day = Day::new(self.homes)?;
        let desk = Worker::new(&day, server.address, false)?;
        Script { day: &day, desk }.prepare(self.quota)?;
        let (buyers, workers) = (self.buyers as usize, self.workers as usize);
        let run = Run { server, buyers, workers, accidents, lang };
        let counts = run.day(self.arguments())?;
        client = server.address.connect()?;
        let history = History::read(&mut client)?;
        let buyers = self.buyers(&day);
        let proofs = proof::of(&history, &buyers, day.units.len());
        for line in proofs.iter().flat_map(|proof| proof.lines(lang)) {
            println!("{line}");
        }
        if !proofs.iter().all(proof::Proof::holds) {
            return Err(Failure::told("证明不成立", "a proof has failed"));
        }
        counts.agree_with(&history, &run)
    }

    /// The arguments that make a worker of this program; its number comes after them.
    fn arguments(&self) -> Vec<String> {
        let lang = if self.lang() == Lang::Zh { "zh" } else { "en" };
        [
            ("--lang", lang.to_owned()),
            ("--folder", self.folder.display().to_string()),
            ("--buyers", self.buyers.to_string()),
            ("--homes", self.homes.to_string()),
            ("--quota", self.quota.to_string()),
            ("--workers", self.workers.to_string()),
        ]
        .into_iter()
        .flat_map(|(name, value)| [name.to_owned(), value])
        .chain(["worker".to_owned()])
        .collect()
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
}
