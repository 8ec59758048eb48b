//! Runs `tests/service-histories`: what every release has decided about services is read to the same
//! states, and decided again to the same events.
//!
//! `KAIPAN_BLESS=1` writes the histories of this release; those of others stay.

#![allow(missing_docs)]

use kaipan::json::{Write, read_lines};
use kaipan::service::ServiceEvent;
use kaipan_ops::call;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/service-histories")
}

fn folders(of: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(of).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

/// The kind of service of a history is the name of its folder.
fn kind(folder: &Path) -> &str {
    folder.file_name().and_then(|name| name.to_str()).unwrap()
}

/// Decides every command, one after the other, and each with a key a second time.
fn decided(folder: &Path) -> Vec<Value> {
    let mut events: Vec<Value> = Vec::new();
    for (at, line) in fs::read_to_string(folder.join("calls.ndjson")).unwrap().lines().enumerate() {
        let asked: Value = serde_json::from_str(line).unwrap();
        let decide = |events: &[Value]| -> Value {
            let (id, deal, kind) = ("S1", "D1", kind(folder));
            let service = json!({"id": id, "deal": deal, "kind": kind, "events": events});
            let request = json!({"service": service, "command": asked["command"], "context": asked["context"]});
            let answer = call("service.decide", &request.to_string());
            serde_json::from_str(&answer.unwrap_or_else(|error| panic!("{error}"))).unwrap()
        };
        let answer = decide(&events);
        let Some(new) = answer["decision"]["events"].as_array() else {
            panic!("{}, line {}: {answer:#}", folder.display(), at + 1)
        };
        assert!(!new.is_empty(), "{}, line {}: nothing follows", folder.display(), at + 1);
        events.extend(new.iter().cloned());
        if asked["command"].get("key").is_some() {
            assert_eq!(decide(&events)["decision"]["repeated"], true);
        }
    }
    events
}

#[test]
fn every_history_of_a_service_is_read_and_decided_again() {
    let blessing = std::env::var_os("KAIPAN_BLESS").is_some_and(|value| value == "1");
    let mut count = 0;
    for release in folders(&root()) {
        let is_ours = release.ends_with(env!("CARGO_PKG_VERSION"));
        for folder in folders(&release) {
            let lines: String = decided(&folder).iter().map(|event| format!("{event}\n")).collect();
            let (stream, state) = (folder.join("service.ndjson"), folder.join("state.json"));
            if blessing && is_ours {
                fs::write(&stream, &lines).unwrap();
            }
            let stored = fs::read_to_string(&stream).unwrap();
            let mut todays = String::new();
            for event in read_lines::<ServiceEvent>(&stored).unwrap() {
                event.write(&mut todays);
                todays.push('\n');
            }
            assert_eq!(lines, todays, "{}", stream.display());
            let version = stored.lines().count();
            let request = json!({"id": "S1", "deal": "D1", "kind": kind(&folder), "lines": stored, "expected_version": version});
            let found = call("service.replay", &request.to_string());
            let found = format!("{}\n", found.unwrap_or_else(|error| panic!("{error}")));
            if blessing && is_ours {
                fs::write(&state, &found).unwrap();
            }
            assert_eq!(fs::read_to_string(&state).unwrap(), found, "{}", state.display());
            count += 1;
        }
    }
    assert!(count >= 5, "{count} histories");
}

/// A history that was cut off, doubled or mixed is refused with its place.
#[test]
fn a_damaged_history_of_a_service_is_refused_at_its_place() {
    let whole = fs::read_to_string(root().join("0.1.0/mortgage/service.ndjson")).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    let refused = |text: &str| -> (String, String) {
        let request = json!({"id": "S1", "deal": "D1", "kind": "mortgage", "lines": text, "expected_version": lines.len()});
        let error = call("service.replay", &request.to_string()).unwrap_err();
        (error.code().as_str().to_owned(), error.path())
    };
    for at in 0..lines.len() {
        let with = |line: &str| {
            let mut all = lines.clone();
            all[at] = line;
            refused(&all.join("\n"))
        };
        let code = |code: &str, field: &str| (code.to_owned(), format!("/lines/{at}{field}"));
        assert_eq!(with(lines[at].get(..12).unwrap()), code("deal.event_line", ""));
        let foreign = lines[at].replacen("S1", "S2", 1);
        assert_eq!(with(&foreign), code("deal.foreign_event", "/service"));
        let later = lines[at].replacen('{', "{\"schema\":2,", 1);
        assert_eq!(with(&later), code("deal.event_schema", "/schema"));
        let doubled = [&lines[..=at], &lines[at..]].concat().join("\n");
        let (found, path) = refused(&doubled);
        assert_eq!(
            (found.as_str(), path),
            ("deal.event_order", format!("/lines/{}/version", at + 1))
        );
        let short = refused(&lines[..at].join("\n"));
        assert_eq!(short, ("deal.stream_short".to_owned(), "/lines".to_owned()));
    }
}
