//! Runs `tests/area-histories`: what every release has decided about settlements of areas is read to
//! the same states, and decided again to the same events, of the settlement and of its deal.
//!
//! `KAIPAN_BLESS=1` writes the histories of this release; those of others stay.

#![allow(missing_docs)]

use kaipan::area_settlement::{AreaSettlement, AreaSettlementEvent};
use kaipan::deal::DealEvent;
use kaipan::json::{Read, Write, read_lines};
use kaipan_ops::call;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// The files of a history, and where a decision has their events.
const STREAMS: [(&str, &str); 2] =
    [("settlement.ndjson", "events"), ("deal.ndjson", "deal_events")];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/area-histories")
}

fn folders(of: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(of).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

/// Decides every command, one after the other, on the events before it.
fn decided(folder: &Path) -> [Vec<Value>; 2] {
    let mut streams = [Vec::new(), Vec::new()];
    for (at, line) in fs::read_to_string(folder.join("calls.ndjson")).unwrap().lines().enumerate() {
        let mut request: Value = serde_json::from_str(line).unwrap();
        request["events"] = Value::Array(streams[0].clone());
        request["expected_version"] = json!(streams[0].len());
        let answer = call("deal.decide_area_settlement", &request.to_string());
        let answer: Value =
            serde_json::from_str(&answer.unwrap_or_else(|error| panic!("{error}"))).unwrap();
        assert_eq!(
            answer["events"].as_array().map(Vec::len),
            Some(1),
            "line {}: {answer:#}",
            at + 1
        );
        for (stream, (_, field)) in streams.iter_mut().zip(STREAMS) {
            stream.extend(answer[field].as_array().into_iter().flatten().cloned());
        }
    }
    streams
}

/// A stored stream as this release writes it.
fn todays<T: Read + Write>(stored: &str) -> String {
    let mut lines = String::new();
    for event in read_lines::<T>(stored).unwrap() {
        event.write(&mut lines);
        lines.push('\n');
    }
    lines
}

#[test]
fn every_settlement_of_an_area_is_read_and_decided_again() {
    let blessing = std::env::var_os("KAIPAN_BLESS").is_some_and(|value| value == "1");
    let mut count = 0;
    for release in folders(&root()) {
        let is_ours = release.ends_with(env!("CARGO_PKG_VERSION"));
        for folder in folders(&release) {
            let streams = decided(&folder);
            for (events, (name, _)) in streams.iter().zip(STREAMS) {
                let lines: String = events.iter().map(|event| format!("{event}\n")).collect();
                let file = folder.join(name);
                if blessing && is_ours && !lines.is_empty() {
                    fs::write(&file, &lines).unwrap();
                }
                let stored = fs::read_to_string(&file).unwrap_or_default();
                let stored = match name {
                    "deal.ndjson" => todays::<DealEvent>(&stored),
                    _ => todays::<AreaSettlementEvent>(&stored),
                };
                assert_eq!(lines, stored, "{}", file.display());
            }
            let stored = fs::read_to_string(folder.join("settlement.ndjson")).unwrap();
            let events = read_lines::<AreaSettlementEvent>(&stored).unwrap();
            let mut found = String::new();
            AreaSettlement::replay(&events).unwrap().write(&mut found);
            found.push('\n');
            let file = folder.join("state.json");
            if blessing && is_ours {
                fs::write(&file, &found).unwrap();
            }
            assert_eq!(fs::read_to_string(&file).unwrap(), found, "{}", file.display());
            count += 1;
        }
    }
    assert!(count >= 3, "{count} histories");
}

/// A history that was cut at its beginning, doubled or mixed with another is no history. Versions say
/// the order, whatever order the events are stored in.
#[test]
fn a_damaged_history_of_a_settlement_is_refused() {
    let whole = fs::read_to_string(root().join("0.1.0/receivable/settlement.ndjson")).unwrap();
    let events = read_lines::<AreaSettlementEvent>(&whole).unwrap();
    for at in 1..events.len() {
        let mut turned = events.clone();
        turned.swap(at - 1, at);
        assert_eq!(AreaSettlement::replay(&turned).ok(), AreaSettlement::replay(&events).ok());
        assert!(AreaSettlement::replay(&events[at..]).is_err(), "cut before {at}");
        let mut foreign = events.clone();
        foreign[at].deal = "D-9".into();
        assert!(AreaSettlement::replay(&foreign).is_err(), "foreign at {at}");
        let mut doubled = events.clone();
        doubled.insert(at, events[at].clone());
        assert!(AreaSettlement::replay(&doubled).is_err(), "doubled at {at}");
    }
}
