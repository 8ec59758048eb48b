//! A selling year of the example project: customers, deals, money, changes, services, figures, as one
//! event or fact a line. The library decides every command; what it refuses unexpectedly ends the
//! program. The same seed gives the same bytes.

mod chance;
mod course;
mod days;
mod desk;
mod diary;
mod failure;
mod money_of;
mod offer;
mod people;
mod proof;
mod record;
mod run;
mod site;
mod size;
mod story;
mod team;
#[cfg(test)]
mod tests;
mod world;

use clap::{Parser, Subcommand, ValueEnum};
use failure::{Outcome, say};
use kaipan::error::Lang;
use size::Size;
use std::fs::File;
use std::io::{BufReader, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// The seed of the year that is checked in.
const SEED: u64 = 2026;

#[derive(Parser)]
#[command(name = "selling-year", about = "A selling year as JSON lines / 一年的销售，每行一件事")]
struct Arguments {
    /// The language of messages; that of the locale if it is not given / 提示语言
    #[arg(long, value_enum, global = true)]
    lang: Option<Language>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Write a year to the standard output, or to a file / 生成
    Write {
        /// 0.05 to 1000; 1 is the whole project of 2,002 homes / 规模
        #[arg(long, default_value = "1")]
        scale: String,
        /// The same seed gives the same year / 种子
        #[arg(long, default_value_t = SEED)]
        seed: u64,
        /// The file / 文件
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Prove a year from its lines alone / 核对
    Check {
        /// The file / 文件
        file: PathBuf,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum Language {
    Zh,
    En,
}

fn main() -> ExitCode {
    let Arguments { lang, command } = Arguments::parse();
    let lang = match lang {
        Some(Language::Zh) => Lang::Zh,
        Some(Language::En) => Lang::En,
        None => match sys_locale::get_locale().is_some_and(|locale| locale.starts_with("zh")) {
            true => Lang::Zh,
            false => Lang::En,
        },
    };
    match run(&command, lang) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("selling-year: {}", failure.message(lang));
            ExitCode::FAILURE
        }
    }
}

fn run(command: &Command, lang: Lang) -> Outcome {
    match command {
        Command::Write { scale, seed, out } => {
            let size: Size = scale.parse()?;
            let out: Box<dyn Write> = match out {
                Some(path) => Box::new(File::create(path)?),
                None => Box::new(std::io::stdout().lock()),
            };
            let mut out = BufWriter::with_capacity(1 << 16, out);
            let lines = run::write_year(*seed, size, &mut out)?;
            out.flush()?;
            let (zh, en) = (format!("写出 {lines} 行"), format!("{lines} lines were written"));
            eprintln!("{}", say(lang, &zh, &en));
        }
        Command::Check { file } => {
            let checked = proof::check_year(BufReader::new(File::open(file)?))?;
            let proof::Checked { lines, projects, streams, refused, .. } = checked;
            let zh = format!(
                "成立：{lines} 行，{projects} 个项目，{streams} 个流各与重演一致，分录合计为零，{refused} 次应有的拒绝"
            );
            let en = format!(
                "it holds: {lines} lines, {projects} projects, {streams} streams as their replays, \
                 entries that come to zero, {refused} refusals as they had to be"
            );
            println!("{}", say(lang, &zh, &en));
        }
    }
    Ok(())
}
