//! The program `kaipan`: prices a project, quotes a unit, and calls every operation as JSON.
//!
//! It computes nothing itself. A request is read (`load`, `input`), handed to the core, and the
//! answer is drawn (`price`, `quote`) or passed on (`call`).

#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(
    not(test),
    deny(
        clippy::arithmetic_side_effects,
        clippy::as_conversions,
        clippy::cast_possible_truncation,
        clippy::cast_possible_wrap,
        clippy::cast_sign_loss,
        clippy::expect_used,
        clippy::float_arithmetic,
        clippy::indexing_slicing,
        clippy::integer_division,
        clippy::panic,
        clippy::panic_in_result_fn,
        clippy::print_stderr,
        clippy::print_stdout,
        clippy::string_slice,
        clippy::unreachable,
        clippy::unwrap_used,
    )
)]

mod adjust;
mod args;
mod bill;
mod call;
mod catalogue;
mod commented;
mod customer;
mod deal;
mod failure;
mod grid;
mod help;
mod html;
mod import;
mod init;
mod input;
mod layout;
mod ledger;
mod load;
mod locale;
mod output;
mod overdue;
mod paint;
mod price;
mod progress;
mod quote;
mod record;
mod remarks;
mod report;
mod spreadsheet;
mod text;
mod units_csv;
mod usage;
mod values;
mod workbook;
mod xml;

use args::{Args, Command};
use clap::Parser;
use failure::Failure;
use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    std::panic::set_hook(Box::new(|_| {
        let _ = writeln!(
            std::io::stderr(),
            "kaipan: internal error, please report it / 内部错误，请反馈"
        );
    }));
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return ExitCode::from(usage::report(&error)),
    };
    let lang = args.lang.map_or_else(locale::language, Into::into);
    let done = match &args.command {
        Command::Price(options) => price::run(options, lang),
        Command::Adjust(options) => adjust::run(options, lang),
        Command::Bill(options) => bill::run(options, lang),
        Command::Quote(options) => quote::run(options, lang),
        Command::Init(options) => init::run(options, lang),
        Command::Import(options) => import::run(options, lang),
        Command::Customer(options) => customer::run(options, lang),
        Command::Deal(options) => deal::run(options, lang),
        Command::Ledger(options) => ledger::run(options, lang),
        Command::Overdue(options) => overdue::run(options, lang),
        Command::Report(options) => report::run(options, lang),
        Command::Call(options) => call::run(options),
        Command::Ops => catalogue::operations(lang),
        Command::Schema(options) => catalogue::schema(options, lang),
        Command::Errors => catalogue::errors(lang),
        Command::Help { command } => usage::help(command.as_deref(), lang),
    };
    match done {
        Ok(code) => ExitCode::from(code),
        Err(failure) => ExitCode::from(failure.report(lang)),
    }
}

/// Writes to standard output; a reader that has gone away is no failure.
fn print(text: &(impl AsRef<[u8]> + ?Sized)) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_ref()).and_then(|()| out.flush()).map_err(Failure::Output)
}
