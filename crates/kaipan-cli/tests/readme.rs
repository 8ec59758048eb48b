//! The commands of the READMEs do what the READMEs say.

#![allow(missing_docs)]

mod common;

use common::{folder, kaipan, root, run_with};
use std::fs;
use std::process::Stdio;

const READMES: [&str; 2] = ["README.md", "README.zh-CN.md"];

/// The lines of the blocks for a shell, without their comments.
fn commands(readme: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join(readme)).unwrap();
    let blocks = text.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
    let lines = blocks.flat_map(str::lines).map(|line| line.split(" #").next().unwrap().trim());
    lines.map(str::to_owned).collect()
}

/// What the READMEs say of violations: the invented project has some, the real one has none.
fn expected(args: &[&str]) -> i32 {
    match args {
        ["price", "examples/yunjing-bay", ..] => 3,
        // A step of it comes too early.
        ["deal", "examples/deals/completed.json", ..] => 3,
        _ => 0,
    }
}

#[test]
fn every_command_of_the_readmes_runs_and_ends_as_they_say() {
    let to = folder("readme");
    for readme in READMES {
        let mut seen = 0;
        for line in commands(readme) {
            let Some(command) = line.strip_prefix("cargo kaipan ") else { continue };
            let command = command.split(" > ").next().unwrap();
            let args: Vec<&str> = command.split_whitespace().collect();
            let html = to.join("quote.html").display().to_string();
            let letters = to.join("arrears").display().to_string();
            let week = to.join("week.xlsx").display().to_string();
            let own = args.iter().map(|arg| match *arg {
                "quote.html" => html.as_str(),
                "arrears" => letters.as_str(),
                "week.xlsx" => week.as_str(),
                arg => arg,
            });
            let own: Vec<&str> = own.collect();
            let done = kaipan().args(&own).stdin(Stdio::null()).output().unwrap();
            let said = String::from_utf8_lossy(&done.stderr).into_owned();
            assert_eq!(done.status.code(), Some(expected(&args)), "{readme}: {line}: {said}");
            assert!(!done.stdout.is_empty(), "{readme}: {line}");
            seen += 1;
        }
        assert!(seen >= 9, "{readme}: {seen} commands");
        assert!(to.join("quote.html").is_file(), "{readme}");
        fs::remove_file(to.join("quote.html")).unwrap();
    }
}

#[test]
fn the_call_of_the_readmes_gives_the_answer_that_they_show() {
    for readme in READMES {
        let text = fs::read_to_string(root().join(readme)).unwrap();
        let (_, rest) = text.split_once("echo '").unwrap();
        let (request, rest) = rest.split_once("' | cargo kaipan call ").unwrap();
        let mut lines = rest.lines();
        let operation = lines.next().unwrap();
        let answer = lines.next().unwrap().strip_prefix("# ").unwrap();
        let done = run_with(&["call", operation], request.as_bytes());
        assert_eq!((done.status, done.out.trim_end()), (0, answer), "{readme}");
    }
}
