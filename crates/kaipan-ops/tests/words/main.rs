//! Chinese messages are wholly Chinese, English ones wholly English.
//!
//! Names stand in quotes: those that users gave, and what is written in requests. Everything else
//! in a Chinese message is Chinese, but for the short list of [`rules::TRADE`].

#![allow(missing_docs)]

mod literals;
mod rules;

use kaipan::error::Code;
use kaipan::project::Dimension;
use kaipan_ops::OPERATIONS;
use rules::{Template, has_chinese, is_chinese, latin_words};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Parameters that are numbers, dates or ranges of them: the same in both languages.
const PLAIN: &[&str] = &[
    "agreed",
    "area",
    "areas",
    "asked_from",
    "asked_to",
    "at",
    "before",
    "before_on",
    "bytes",
    "closed",
    "column",
    "count",
    "current",
    "cut",
    "date",
    "day",
    "days",
    "decimals",
    "due",
    "effective",
    "end",
    "expected",
    "first",
    "floor",
    "found",
    "from",
    "high",
    "kept",
    "largest",
    "last",
    "least",
    "limit",
    "line",
    "low",
    "max",
    "month",
    "months",
    "more",
    "most",
    "needed",
    "neutral",
    "now",
    "next",
    "number",
    "offset",
    "on",
    "other",
    "percent",
    "period",
    "place",
    "points",
    "recorded",
    "row",
    "second",
    "sequence",
    "signing",
    "step",
    "subscription",
    "sum",
    "time",
    "to",
    "today",
    "units",
    "until",
    "used",
    "value",
    "version",
];

/// Parameters that name what is written in a request or a file, in quotes and as it is written
/// there.
const WRITTEN: &[&str] = &[
    "class",
    "column",
    "field",
    "file",
    "found",
    "from_class",
    "given",
    "high",
    "id",
    "input",
    "instead",
    "item",
    "known",
    "letters",
    "low",
    "name",
    "nearest",
    "other",
    "person",
    "published",
    "reason",
    "text",
    "what",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// All files below a folder with an ending.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn report(wrong: &BTreeSet<String>) {
    let all: Vec<&str> = wrong.iter().map(String::as_str).collect();
    assert!(wrong.is_empty(), "{} texts are of two languages:\n{}", wrong.len(), all.join("\n"));
}

#[test]
fn templates_are_of_one_language() {
    let mut wrong = BTreeSet::new();
    for code in Code::ALL {
        let entry = code.entry();
        for text in [entry.zh, entry.hint_zh] {
            let template = Template::new(text, '“', '”');
            let foreign = latin_words(&template.text);
            if !foreign.is_empty() {
                wrong.insert(format!("{code}: {text}: {foreign:?}"));
            }
            for one in template.placeholders.iter().filter(|one| !one.quoted) {
                let shaped = !matches!(one.shape.as_str(), "" | "words");
                if !shaped && !one.name.ends_with("_zh") && !PLAIN.contains(&one.name.as_str()) {
                    wrong.insert(format!("{code}: {text}: what language has {}?", one.name));
                }
            }
        }
        for text in [entry.en, entry.hint_en] {
            let template = Template::new(text, '"', '"');
            if has_chinese(&template.text) {
                wrong.insert(format!("{code}: {text}"));
            }
            for one in template.placeholders {
                if one.name.ends_with("_zh") {
                    wrong.insert(format!("{code}: {text}: {}", one.name));
                }
            }
        }
    }
    report(&wrong);
}

/// All words of the enumerations that requests and responses have.
fn words() -> BTreeSet<String> {
    fn gather(schema: &Value, found: &mut BTreeSet<String>) {
        match schema {
            Value::Object(fields) => {
                let listed = fields.get("enum").and_then(Value::as_array);
                let all = listed.into_iter().flatten().chain(fields.get("const"));
                found.extend(all.filter_map(Value::as_str).map(str::to_owned));
                fields.values().for_each(|value| gather(value, found));
            }
            Value::Array(values) => values.iter().for_each(|value| gather(value, found)),
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    for operation in OPERATIONS {
        for schema in [(operation.request_schema)(), (operation.response_schema)()] {
            gather(schema.as_value(), &mut found);
        }
    }
    found.extend(Dimension::names().chain(["override", "spot"]).map(str::to_owned));
    found
}

/// Every object with a text in either language.
fn texts<'a>(value: &'a Value, found: &mut Vec<&'a serde_json::Map<String, Value>>) {
    match value {
        Value::Object(fields) => {
            if fields.keys().any(|key| key == "zh" || key.ends_with("_zh")) {
                found.push(fields);
            }
            fields.values().for_each(|value| texts(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| texts(value, found)),
        _ => {}
    }
}

/// What is wrong with the parameters of a message.
fn params(
    code: Code,
    message: &serde_json::Map<String, Value>,
    words: &BTreeSet<String>,
) -> Vec<String> {
    let entry = code.entry();
    let given = message.get("params").and_then(Value::as_array);
    let value = |name: &str| {
        let param = given.into_iter().flatten().find(|param| param["name"] == name);
        param.and_then(|param| param["value"].as_str()).unwrap_or_default()
    };
    let mut wrong = Vec::new();
    for text in [entry.zh, entry.hint_zh] {
        for one in Template::new(text, '“', '”').placeholders {
            let value = value(&one.name);
            let letters = value.chars().any(char::is_alphabetic);
            if !one.quoted && one.shape.is_empty() && !one.name.ends_with("_zh") && letters {
                wrong.push(format!("{} is no number: {value}", one.name));
            }
            if one.quoted && words.contains(value) && !WRITTEN.contains(&one.name.as_str()) {
                wrong.push(format!("{} is a word of requests: {value}", one.name));
            }
        }
    }
    wrong
}

/// A letter without the names of who gets and who writes it, which stand in it as they are.
fn nameless(text: &str, message: &serde_json::Map<String, Value>, file: &Value) -> String {
    let names = ["owner", "unit_no", "deal", "number"].map(|field| message.get(field));
    let names = names.into_iter().flatten().chain([&file["request"]["seller"]]);
    let names = names.filter_map(Value::as_str).filter(|name| !name.is_empty());
    names.fold(text.to_owned(), |text, name| text.replace(name, ""))
}

#[test]
fn answers_are_of_one_language() {
    let (mut wrong, words) = (BTreeSet::new(), words());
    let mut seen = 0;
    for path in files(&root().join("tests/vectors"), "json") {
        let file: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let mut found = Vec::new();
        texts(&file["error"], &mut found);
        texts(&file["response"], &mut found);
        let shown =
            format!("{}", path.strip_prefix(root().join("tests/vectors")).unwrap().display());
        for message in found {
            let code = message.get("code").and_then(Value::as_str).and_then(Code::from_text);
            for (name, text) in message {
                let Some(text) = text.as_str() else { continue };
                seen += 1;
                if (name == "zh" || name.ends_with("_zh")) && !latin_words(text).is_empty() {
                    wrong.insert(format!("{shown}: {name}: {text}"));
                }
                let text =
                    if name == "text_en" { nameless(text, message, &file) } else { text.into() };
                if (name == "en" || name.ends_with("_en")) && has_chinese(&text) {
                    wrong.insert(format!("{shown}: {name}: {text}"));
                }
            }
            if let Some(code) = code.filter(|_| message.contains_key("zh")) {
                let trouble = params(code, message, &words);
                wrong.extend(trouble.iter().map(|one| format!("{shown}: {code}: {one}")));
            }
        }
    }
    assert!(seen > 1_000, "only {seen} texts were found");
    report(&wrong);
}

#[test]
fn texts_of_the_code_are_of_one_language() {
    let mut wrong = BTreeSet::new();
    let mut seen = 0;
    for folder in
        ["crates/kaipan/src", "crates/kaipan-ops/src", "crates/kaipan-cli/src", "bindings"]
    {
        for path in files(&root().join(folder), "rs") {
            let name = path.strip_prefix(root()).unwrap().display().to_string();
            // Samples, and texts that have a test of their own.
            let told = [
                "tests.rs",
                "samples.rs",
                "docs.rs",
                "docs/columns.rs",
                "docs/lifecycle.rs",
                "args.rs",
                "texts.rs",
            ]
            .iter()
            .any(|one| name.ends_with(one));
            if told || name.contains("/benches/") || name.contains("/tests/") {
                continue;
            }
            for (line, text) in literals::of(&fs::read_to_string(&path).unwrap()) {
                if !text.chars().any(is_chinese) || !has_chinese(&text) {
                    continue;
                }
                seen += 1;
                // Help has both languages, a line each or with a stroke between them.
                for part in text.lines().flat_map(|line| line.split(" / ")) {
                    let plain =
                        Template::new(&part.replace("{{", "").replace("}}", ""), '“', '”').text;
                    if part.chars().any(is_chinese) && !latin_words(&plain).is_empty() {
                        wrong.insert(format!("{name}:{line}: {part}"));
                    }
                }
            }
        }
    }
    assert!(seen > 500, "only {seen} texts were found");
    report(&wrong);
}
