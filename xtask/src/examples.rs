//! What the examples promise, run.

use crate::shell::{Failure, Outcome, Shell, doing};
use std::fs;

/// What both READMEs tell to try first.
const FIRST: &[&str] = &["kaipan", "price", "examples/songfeng-mingyue"];

/// Runs what the READMEs open with; every price it computes was filed with the authorities.
pub(crate) fn first_command(shell: &Shell) -> Outcome {
    let typed = format!("cargo {}", FIRST.join(" "));
    for name in ["README.md", "README.zh-CN.md"] {
        let text = fs::read_to_string(shell.root(name)).map_err(doing(name))?;
        let mut block = text.lines().skip_while(|line| !line.starts_with("```")).skip(1);
        if block.next() != Some(&typed) {
            return Err(Failure(format!("the first command of {name} should be {typed}")));
        }
    }
    let mut command = shell.cargo(FIRST);
    let text = shell.output(command.env("LC_ALL", "en_US.UTF-8"))?;
    let line = text.lines().last().unwrap_or_default();
    println!("{line}");
    if line.contains("416 of 416") {
        return Ok(());
    }
    Err(Failure("it should say that 416 of 416 homes equal the filed price".to_owned()))
}

/// A calm day and a bad one, on a PostgreSQL of their own.
pub(crate) fn opening_day(shell: &Shell) -> Outcome {
    // Built with all the rest, its parts are there from the tests.
    let arguments = ["build", "--workspace", "--all-features", "--bin", "opening-day"];
    shell.run(&mut shell.cargo(&arguments))?;
    let mut day = shell.command("bash");
    day.arg(shell.root("examples/opening-day/run.sh"));
    shell.run(day.env("OPENING_DAY", shell.target("debug/opening-day")))
}
