//! Runs `tests/vectors` through `kaipan call`, as scripts do.

#![allow(missing_docs)]

mod common;

use common::{root, run_with};
use serde_json::Value;
use std::fs;

/// What is passed to an operation, and what has to come out.
fn cases(operation: &str) -> Vec<(String, String)> {
    let mut files: Vec<_> = fs::read_dir(root().join("tests/vectors").join(operation))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let case = |path| {
        let file: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        let request = match &file["request_text"] {
            Value::String(text) => text.clone(),
            _ => file["request"].to_string(),
        };
        let expected = match file.get("response") {
            Some(response) => response.to_string(),
            None => format!("{{\"error\":{}}}", file["error"]),
        };
        (request, expected)
    };
    files.into_iter().map(case).collect()
}

#[test]
fn every_vector_gives_its_bytes() {
    for operation in kaipan_ops::OPERATIONS.iter().map(|known| known.name) {
        // Broken JSON may hold line ends and goes alone.
        let (by_line, alone): (Vec<_>, Vec<_>) =
            cases(operation).into_iter().partition(|(request, _)| {
                !request.trim().is_empty() && !request.contains(['\n', '\r'])
            });
        assert!(!by_line.is_empty(), "{operation} has no vectors");
        let input: String = by_line.iter().map(|(request, _)| format!("{request}\n")).collect();
        let answers = run_with(&["call", operation, "--lines"], input.as_bytes()).out;
        assert_eq!(answers.lines().count(), by_line.len(), "{operation}");
        for ((request, expected), answer) in by_line.iter().zip(answers.lines()) {
            assert_eq!(answer, expected, "{operation} {request}");
        }
        for (request, expected) in alone {
            let answer = run_with(&["call", operation], request.as_bytes()).out;
            assert_eq!(answer.trim_end_matches('\n'), expected, "{operation} {request}");
        }
    }
}
