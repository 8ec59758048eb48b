//! Runs `tests/vectors`: every case through the catalogue, compared byte for byte.
//!
//! `KAIPAN_BLESS=1` writes what the catalogue answers into the files; read the difference before
//! you keep it.

#![allow(missing_docs)]

mod json_text;

use json_text::Node;
use kaipan::error::Code;
use kaipan_ops::{OPERATIONS, call_json};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors")
}

/// Every file below the root, in order; a file that is neither a case nor the README is an error.
fn files() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with("vectors/README.md") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// A case as its file has it.
struct Case {
    operation: String,
    /// What is passed to the operation.
    request: String,
    /// What has to come out, if the file says so.
    expected: Option<String>,
}

/// Reads a case, or says what is wrong with the file.
fn read(path: &Path, text: &str, blessing: bool) -> Result<Case, String> {
    let file = Node::parse(text).map_err(|error| format!("not JSON: {error}"))?;
    let Node::Object(fields) = &file else { return Err("not an object".into()) };
    let names: Vec<&str> = fields.iter().map(|(key, _)| key.trim_matches('"')).collect();
    let last: &[&str] = if blessing && names.len() == 4 { &[] } else { &["response", "error"] };
    let wanted: [&[&str]; 5] =
        [&["about"], &["source"], &["operation"], &["request", "request_text"], last];
    let wanted: Vec<_> = wanted.into_iter().filter(|names| !names.is_empty()).collect();
    let fits = names.len() == wanted.len() && names.iter().zip(&wanted).all(|(n, w)| w.contains(n));
    if !fits {
        return Err(format!("fields are {names:?}"));
    }
    let texts = |name: &str| file.get(name).and_then(Node::string).filter(|text| !text.is_empty());
    for lang in ["zh", "en"] {
        if file.get("about").and_then(|about| about.get(lang)).and_then(Node::string).is_none() {
            return Err(format!("about has no {lang}"));
        }
    }
    let source = texts("source").unwrap_or_default();
    if source != "own" && !source.starts_with("handbook ") && !source.starts_with("law/") {
        return Err(format!("the source is {source:?}"));
    }
    let operation = texts("operation").ok_or("operation is no text")?;
    let folder = path.parent().and_then(Path::file_name).and_then(|name| name.to_str());
    if folder != Some(&operation) {
        return Err(format!("a case of {operation} lies in {folder:?}"));
    }
    let request = match file.get("request") {
        Some(request) => {
            portable(request)?;
            request.compact()
        }
        None => file.get("request_text").and_then(Node::string).ok_or("request_text is no text")?,
    };
    let expected = match (file.get("response"), file.get("error")) {
        (Some(response), _) => Some(response.compact()),
        (_, Some(error)) => Some(format!("{{\"error\":{}}}", error.compact())),
        _ => None,
    };
    Ok(Case { operation, request, expected })
}

/// Refuses what a host's JSON library may write differently than it has read it.
fn portable(request: &Node<'_>) -> Result<(), String> {
    let mut leaves = Vec::new();
    request.leaves(&mut leaves);
    for leaf in leaves {
        let same = if leaf.starts_with('"') {
            let text: String = serde_json::from_str(leaf).map_err(|error| error.to_string())?;
            serde_json::to_string(&text).is_ok_and(|again| again == leaf)
        } else {
            leaf.parse::<i32>().map_or("true false null".contains(leaf), |n| n.to_string() == leaf)
        };
        if !same {
            return Err(format!("{leaf} may change on its way: write the request as request_text"));
        }
    }
    Ok(())
}

/// Where two texts part, with what stands around that place.
fn difference(expected: &str, found: &str) -> String {
    let expected: Vec<char> = expected.chars().collect();
    let found: Vec<char> = found.chars().collect();
    let at = expected.iter().zip(&found).take_while(|(a, b)| a == b).count();
    let around = |text: &[char]| -> String {
        let piece = text.get(at.saturating_sub(60)..text.len().min(at + 100)).unwrap_or_default();
        piece.iter().collect()
    };
    format!(
        "at character {at}\n    expected …{}\n    found    …{}",
        around(&expected),
        around(&found)
    )
}

/// The file with the expected part replaced by what came out.
fn blessed(text: &str, output: &str, ok: bool) -> String {
    let file = Node::parse(text).unwrap();
    let output = Node::parse(output).unwrap();
    let Node::Object(mut fields) = file else { unreachable!("read before") };
    fields.truncate(4);
    match output.get("error") {
        Some(error) if !ok => fields.push(("\"error\"", error.clone())),
        _ => fields.push(("\"response\"", output)),
    }
    format!("{}\n", Node::Object(fields).pretty())
}

#[test]
fn every_vector_gives_its_bytes() {
    let blessing = std::env::var_os("KAIPAN_BLESS").is_some_and(|value| value == "1");
    let mut wrong = Vec::new();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut numbers: BTreeMap<PathBuf, Vec<u32>> = BTreeMap::new();
    let files = files();
    for path in &files {
        let shown = path.strip_prefix(root()).unwrap_or(path).display().to_string();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let number = name.split_once('-').and_then(|(number, _)| number.parse().ok());
        match number.filter(|_| name.ends_with(".json") && matches!(name.find('-'), Some(2..))) {
            Some(number) => numbers.entry(path.with_file_name("")).or_default().push(number),
            None => {
                wrong.push(format!("{shown}: a case is called NN-short-name.json"));
                continue;
            }
        }
        let text = fs::read_to_string(path).unwrap();
        let case = match read(path, &text, blessing) {
            Ok(case) => case,
            Err(reason) => {
                wrong.push(format!("{shown}: {reason}"));
                continue;
            }
        };
        let (found, ok) = call_json(&case.operation, case.request.as_bytes());
        seen.insert(case.operation);
        if blessing {
            let new = blessed(&text, &found, ok);
            if new != text {
                fs::write(path, new).unwrap();
            }
        } else if case.expected.as_deref() != Some(&found) {
            let expected = case.expected.unwrap_or_default();
            wrong.push(format!("{shown}: {}", difference(&expected, &found)));
        }
    }
    for (folder, mut numbers) in numbers {
        numbers.sort_unstable();
        if !numbers.iter().copied().eq(1..=numbers.len() as u32) {
            wrong.push(format!("{}: the cases are not numbered from 01 on", folder.display()));
        }
    }
    for operation in OPERATIONS.iter().filter(|operation| !seen.contains(operation.name)) {
        wrong.push(format!("{} has no vector", operation.name));
    }
    assert!(wrong.is_empty(), "{} of {} vectors:\n{}", wrong.len(), files.len(), wrong.join("\n"));
}

/// Every object with a code, and with what its messages are filled.
fn coded<'a>(value: &'a Value, found: &mut Vec<(Code, Vec<&'a str>)>) {
    match value {
        Value::Object(fields) => {
            let code = fields.get("code").and_then(Value::as_str).and_then(Code::from_text);
            // Plans, discounts and policies have codes too, but no messages.
            if let Some(code) = code.filter(|_| fields.contains_key("zh")) {
                let params = fields.get("params").and_then(Value::as_array);
                let names = params.into_iter().flatten().filter_map(|param| param["name"].as_str());
                found.push((code, names.collect()));
            }
            fields.values().for_each(|value| coded(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| coded(value, found)),
        _ => {}
    }
}

#[test]
fn every_message_is_filled() {
    let mut wrong = BTreeSet::new();
    let mut seen = 0;
    for path in files() {
        let file: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let mut found = Vec::new();
        coded(&file["error"], &mut found);
        coded(&file["response"], &mut found);
        seen += found.len();
        for (code, given) in found {
            let entry = code.entry();
            for template in [entry.zh, entry.en, entry.hint_zh, entry.hint_en] {
                let names =
                    template.split('{').skip(1).filter_map(|rest| rest.split(['}', ':']).next());
                for name in names.filter(|name| !given.contains(name)) {
                    wrong.insert(format!("{}: {code} has no {name}", path.display()));
                }
            }
        }
    }
    assert!(seen > 100, "only {seen} messages were found");
    let wrong: Vec<String> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_no_vector_is_refused() {
    let path = root().join("pricing.check/01-x.json");
    let good = r#"{"about":{"zh":"中","en":"e"},"source":"own","operation":"pricing.check","request":{},"response":{}}"#;
    assert!(read(&path, good, false).is_ok());
    for (from, to) in [
        (r#""response":{}"#, r#""answer":{}"#),
        (r#","response":{}"#, ""),
        (r#""en":"e""#, r#""fr":"e""#),
        ("\"own\"", "\"somewhere\""),
        ("pricing.check", "pricing.table"),
        (r#""request":{}"#, r#""request":{"a":1.50}"#),
        (r#""request":{}"#, r#""request":{"a":"\u4e2d"}"#),
        (r#""request":{}"#, r#""request_text":{}"#),
        (r#"{"about""#, r#"["about""#),
    ] {
        assert!(good.contains(from));
        assert!(read(&path, &good.replacen(from, to, 1), false).is_err(), "{to}");
    }
    assert!(difference("same then this", "same then that").contains("character 12"));
}
