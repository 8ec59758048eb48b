//! Runs `tests/histories`: what every release has decided is read to the same states, and decided
//! again to the same events.
//!
//! `KAIPAN_BLESS=1` writes the histories of this release; those of others stay.

#![allow(missing_docs)]

use kaipan::deal::{DealEvent, QueueEvent, StockEvent};
use kaipan::json::{Read, Write, read_lines};
use kaipan_ops::call;
use serde_json::{Map, Value, json};
use std::fs;
use std::path::{Path, PathBuf};

const STREAMS: [&str; 3] = ["unit", "deal", "queue"];

/// Ids that the histories give their streams.
const IDS: [&str; 3] = ["3-1-1802", "D1", "Q"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/histories")
}

fn folders(of: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(of).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

/// The events of the three streams so far.
#[derive(Default)]
struct Streams([Vec<Value>; 3]);

impl Streams {
    /// The request of a call: its command and context, and the streams that it is on.
    fn request(&self, asked: &Value) -> Value {
        let mut request = asked["request"].as_object().unwrap().clone();
        for on in asked["on"].as_array().unwrap() {
            let at = STREAMS.iter().position(|stream| on == stream).unwrap();
            let (field, id) = [("stock", "unit_no"), ("deal", "id"), ("queue", "id")][at];
            let given =
                json!({id: IDS[at], "events": self.0[at], "expected_version": self.0[at].len()});
            request.insert(field.to_owned(), given);
        }
        Value::Object(request)
    }

    fn take(&mut self, decision: &Map<String, Value>) {
        for (at, field) in ["stock", "deal", "events"].into_iter().enumerate() {
            let events = decision.get(field).and_then(Value::as_array).into_iter().flatten();
            self.0[at].extend(events.cloned());
        }
    }

    fn lines(&self, at: usize) -> String {
        self.0[at].iter().map(|event| format!("{event}\n")).collect()
    }
}

/// Decides every call, one after the other.
fn decided(folder: &Path) -> Streams {
    let calls = fs::read_to_string(folder.join("calls.ndjson")).unwrap();
    let mut streams = Streams::default();
    for (at, line) in calls.lines().enumerate() {
        let asked: Value = serde_json::from_str(line).unwrap();
        let request = streams.request(&asked).to_string();
        let answer = call(asked["operation"].as_str().unwrap(), &request);
        let answer: Value =
            serde_json::from_str(&answer.unwrap_or_else(|error| panic!("{error}"))).unwrap();
        match answer["decision"].as_object() {
            Some(decision) => streams.take(decision),
            None => panic!("{}, line {}: {answer:#}", folder.display(), at + 1),
        }
    }
    streams
}

/// What the stored streams come to.
fn state(folder: &Path) -> String {
    let mut request = Map::new();
    for (at, stream) in STREAMS.into_iter().enumerate() {
        let Ok(lines) = fs::read_to_string(folder.join(format!("{stream}.ndjson"))) else {
            continue;
        };
        let (id, field) = [("unit_no", "stock"), ("deal_id", "deal"), ("queue_id", "queue")][at];
        request.insert(id.to_owned(), IDS[at].into());
        request.insert(format!("{field}_version"), lines.lines().count().into());
        request.insert(format!("{field}_lines"), lines.into());
    }
    let state = call("deal.replay", &Value::Object(request).to_string());
    format!("{}\n", state.unwrap_or_else(|error| panic!("{}: {error}", folder.display())))
}

/// A stored stream as this release writes it.
fn todays<T: Read + Write>(stored: &str) -> String {
    let events = read_lines::<T>(stored).unwrap();
    let mut lines = String::new();
    for event in events {
        event.write(&mut lines);
        lines.push('\n');
    }
    lines
}

#[test]
fn every_history_is_read_and_decided_again() {
    let blessing = std::env::var_os("KAIPAN_BLESS").is_some_and(|value| value == "1");
    let mut count = 0;
    for release in folders(&root()) {
        let is_ours = release.ends_with(env!("CARGO_PKG_VERSION"));
        for folder in folders(&release) {
            let streams = decided(&folder);
            for (at, stream) in STREAMS.into_iter().enumerate() {
                let file = folder.join(format!("{stream}.ndjson"));
                if blessing && is_ours && !streams.0[at].is_empty() {
                    fs::write(&file, streams.lines(at)).unwrap();
                }
                let stored = fs::read_to_string(&file).unwrap_or_default();
                let stored = match at {
                    0 => todays::<StockEvent>(&stored),
                    1 => todays::<DealEvent>(&stored),
                    _ => todays::<QueueEvent>(&stored),
                };
                assert_eq!(streams.lines(at), stored, "{}", file.display());
            }
            let (file, found) = (folder.join("state.json"), state(&folder));
            if blessing && is_ours {
                fs::write(&file, &found).unwrap();
            }
            assert_eq!(fs::read_to_string(&file).unwrap(), found, "{}", file.display());
            count += 1;
        }
    }
    assert!(count >= 3, "{count} histories");
}

/// A history that was cut off, turned round, doubled or mixed is refused with its place.
#[test]
fn a_damaged_history_is_refused_at_its_place() {
    let folder = root().join("0.1.0/presale");
    let whole = fs::read_to_string(folder.join("unit.ndjson")).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    let refused = |text: &str, version: usize| -> (String, String) {
        let request = json!({"unit_no": IDS[0], "stock_lines": text, "stock_version": version});
        let error = call("deal.replay", &request.to_string()).unwrap_err();
        (error.code().as_str().to_owned(), error.path())
    };
    let code = |code: &str, path: String| (code.to_owned(), path);
    for at in 0..lines.len() {
        let place = |at: usize, field: &str| format!("/stock_lines/{at}{field}");
        let cut = lines[at].get(..lines[at].len() / 2).unwrap_or(lines[at].get(..10).unwrap());
        let with = |line: &str| {
            let mut all = lines.clone();
            all[at] = line;
            all.join("\n")
        };
        assert_eq!(refused(&with(cut), lines.len()), code("deal.event_line", place(at, "")));
        let foreign = lines[at].replacen(IDS[0], "3-1-1803", 1);
        assert_eq!(
            refused(&with(&foreign), lines.len()),
            code("deal.foreign_event", place(at, "/unit_no"))
        );
        let doubled = [&lines[..=at], &lines[at..]].concat().join("\n");
        assert_eq!(
            refused(&doubled, lines.len()),
            code("deal.event_order", place(at + 1, "/version"))
        );
        if at > 0 {
            let mut turned = lines.clone();
            turned.swap(at - 1, at);
            let (found, path) = refused(&turned.join("\n"), lines.len());
            assert_eq!((found.as_str(), path), ("deal.event_order", place(at - 1, "/version")));
        }
        let short = lines[..at].join("\n");
        assert_eq!(
            refused(&short, lines.len()),
            code("deal.stream_short", "/stock_lines".to_owned())
        );
        let later = lines[at].replacen('{', "{\"schema\":2,", 1);
        assert_eq!(
            refused(&with(&later), lines.len()),
            code("deal.event_schema", place(at, "/schema"))
        );
    }
}
