//! `kaipan call` and the commands that describe the catalogue.

#![allow(missing_docs)]

mod common;

use common::{folder, kaipan, run, run_with};
use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

const NET: &str = r#"{"composite_discount":{"modes":[{"share":"1","rate":"0.98"}]},"source":{"kind":"average","average":"9800"}}"#;
const LIST: &str = r#"{"composite_discount":"0.98","list_average":"10000.00"}"#;

fn code(line: &str) -> String {
    let value: serde_json::Value = serde_json::from_str(line).unwrap();
    value["error"]["code"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn one_request_one_response() {
    let ok = run_with(&["call", "pricing.net_to_list"], NET.as_bytes());
    assert_eq!((ok.status, ok.out.trim_end()), (0, LIST));
    for (operation, input, wanted) in [
        ("pricing.net_to_list", &b"{}"[..], "json.missing_field"),
        ("pricing.net_to_list", b"", "json.syntax"),
        ("pricing.net_to_list", b"\xff", "input.utf8"),
        ("pricing.tabel", b"{}", "operation.unknown"),
    ] {
        let run = run_with(&["call", operation], input);
        assert_eq!((run.status, run.err.as_str()), (1, ""));
        assert_eq!(code(&run.out), wanted);
    }
}

/// The README's programs in other languages read it.
#[test]
fn the_example_of_a_quote_is_answered() {
    let quote = run(&["call", "quote.make", "--file", "examples/quote.json"]);
    assert_eq!(quote.status, 0, "{}", quote.out);
}

#[test]
fn a_file_in_place_of_standard_input() {
    let place = folder("call");
    let file = place.join("request.json");
    std::fs::write(&file, NET).unwrap();
    let file = file.to_str().unwrap();
    assert_eq!(run(&["call", "pricing.net_to_list", "--file", file]).out.trim_end(), LIST);
    let lines = run(&["call", "pricing.net_to_list", "--lines", "--file", file]);
    assert_eq!((lines.status, lines.out.trim_end()), (0, LIST));
    for wrong in ["/nowhere", place.to_str().unwrap()] {
        let missing = run(&["call", "pricing.table", "--file", wrong]);
        assert_eq!((missing.status, code(&missing.out).as_str()), (1, "input.file"));
    }
}

#[test]
fn more_than_the_limit_is_not_read() {
    let place = folder("call-huge");
    let path = place.join("huge.json");
    File::create(&path).unwrap().set_len(200 << 20).unwrap();
    for lines in [false, true] {
        let mut command = kaipan();
        command.args(["call", "pricing.table"]).args(lines.then_some("--lines"));
        let output = command.stdin(File::open(&path).unwrap()).output().unwrap();
        let out = String::from_utf8(output.stdout).unwrap();
        assert_eq!(code(&out), "input.too_large");
        assert_eq!(output.status.code(), Some(if lines { 0 } else { 1 }));
    }
}

#[test]
fn every_line_has_its_answer() {
    let input = format!("{NET}\n\nnot json\r\n{NET}\r\n{{\"a\":\n{NET}");
    let run = run_with(&["call", "pricing.net_to_list", "--lines"], input.as_bytes());
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(lines.len(), 6);
    for at in [0, 3, 5] {
        assert_eq!(lines[at], LIST);
    }
    for at in [1, 2, 4] {
        assert_eq!(code(lines[at]), "json.syntax");
    }
    let none = run_with(&["call", "pricing.net_to_list", "--lines"], b"");
    assert_eq!((none.status, none.out.as_str()), (0, ""));
}

#[test]
fn answers_do_not_wait_for_more_questions() {
    let mut child = kaipan()
        .args(["call", "pricing.net_to_list", "--lines"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for begun in ["", "{\"compo"] {
        write!(stdin, "{NET}\n{begun}").unwrap();
        stdin.flush().unwrap();
        assert_eq!(answers.next().unwrap().unwrap(), LIST);
    }
    drop(stdin);
    assert_eq!(code(&answers.next().unwrap().unwrap()), "json.syntax");
    assert!(child.wait().unwrap().success());
}

#[test]
fn the_catalogue_describes_itself() {
    let zh = run(&["ops", "--lang", "zh"]);
    assert!(zh.out.lines().any(|line| line.starts_with("pricing.table ") && line.contains("试算")));
    let schema = run(&["schema", "pricing.table"]);
    let schema: serde_json::Value = serde_json::from_str(&schema.out).unwrap();
    assert!(schema["properties"]["schemes"].is_object());
    let response = run(&["schema", "pricing.table", "--response"]);
    let response: serde_json::Value = serde_json::from_str(&response.out).unwrap();
    assert!(response["properties"]["rows"].is_object());
    let unknown = run(&["schema", "pricing.tabel"]);
    assert_eq!(unknown.status, 1);
    assert!(unknown.err.contains("[operation.unknown]") && unknown.err.contains("pricing.table"));
    let errors = run(&["errors"]);
    assert!(errors.out.contains("431  pricing.below_floor"));
    assert!(run(&["--version"]).out.starts_with("kaipan "));
    for args in [&["--help"][..], &["price", "--help"], &["call", "--help"]] {
        let help = run(args);
        assert_eq!(help.status, 0);
        assert!(help.out.contains("Examples:"), "{}", help.out);
    }
}
