//! Runs `tests/ledger-histories`: what every release has posted is read to the same accounts, and posted
//! again to the same bytes.
//!
//! `KAIPAN_BLESS=1` writes the histories of this release; those of others stay.

#![allow(missing_docs)]

use kaipan::json::{Read, Write, read_lines};
use kaipan::ledger::{Ledger, LedgerPosting};
use kaipan::voucher::VoucherEvent;
use kaipan_ops::call;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/ledger-histories")
}

fn folders(of: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(of).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

fn answer(operation: &str, request: &Value) -> Value {
    let answer = call(operation, &request.to_string()).unwrap_or_else(|error| panic!("{error}"));
    serde_json::from_str(&answer).unwrap()
}

/// The books of vouchers as they stand: those of the call, with what was drawn since.
fn with_drawn(mut request: Value, books: &[Value]) -> Value {
    let given = request.pointer_mut("/context/voucher_books").and_then(Value::as_array_mut);
    for book in given.into_iter().flatten() {
        let drawn = books.iter().rev().find(|one| one["id"] == book["id"]);
        *book = drawn.unwrap_or(book).clone();
    }
    request
}

/// Makes every call on the postings before it. What was posted, and the events of the books.
fn posted(folder: &Path) -> (Vec<Value>, Vec<Value>) {
    let (mut postings, mut events, mut books) = (Vec::new(), Vec::new(), Vec::new());
    for line in fs::read_to_string(folder.join("calls.ndjson")).unwrap().lines() {
        let mut request = with_drawn(serde_json::from_str(line).unwrap(), &books);
        request["ledger"] = json!({ "postings": postings, "expected_order": postings.len() });
        let answer = answer("ledger.post", &request);
        for result in answer["results"].as_array().unwrap() {
            postings.extend(result.get("posting").cloned());
            events.extend(result["voucher_events"].as_array().into_iter().flatten().cloned());
        }
        books.extend(answer["voucher_books"].as_array().into_iter().flatten().cloned());
    }
    (postings, events)
}

fn lines(of: &[Value]) -> String {
    of.iter().map(|one| format!("{one}\n")).collect()
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

/// The account of the first deal on the day of the last posting.
fn account(postings: &str) -> String {
    let first = |line: &str| serde_json::from_str::<Value>(line).unwrap();
    let deal = postings.lines().map(first).find_map(|one| {
        let opened = one["changes"].as_array()?.iter().find(|one| one["kind"] == "deal_opened")?;
        opened["deal"].as_str().map(str::to_owned)
    });
    let day = postings.lines().map(|line| first(line)["date"].as_str().unwrap().to_owned()).max();
    let request = json!({ "ledger": { "lines": postings }, "as_of": day, "deal": deal });
    format!("{}\n", answer("ledger.statement", &request))
}

#[test]
fn every_ledger_is_read_and_posted_again() {
    let blessing = std::env::var_os("KAIPAN_BLESS").is_some_and(|value| value == "1");
    let mut count = 0;
    for release in folders(&root()) {
        let is_ours = release.ends_with(env!("CARGO_PKG_VERSION"));
        for folder in folders(&release) {
            let hold = |name: &str, found: &str, todays: &dyn Fn(&str) -> String| {
                let file = folder.join(name);
                if blessing && is_ours && !found.is_empty() {
                    fs::write(&file, found).unwrap();
                }
                let stored = fs::read_to_string(&file).unwrap_or_default();
                assert_eq!(found, todays(&stored), "{}", file.display());
            };
            let (postings, events) = posted(&folder);
            hold("postings.ndjson", &lines(&postings), &todays::<LedgerPosting>);
            hold("vouchers.ndjson", &lines(&events), &todays::<VoucherEvent>);
            let stored = fs::read_to_string(folder.join("postings.ndjson")).unwrap();
            hold("statement.json", &account(&stored), &str::to_owned);
            count += 1;
        }
    }
    assert!(count >= 6, "{count} histories");
}

/// Postings that were cut at the beginning, doubled, turned round or changed are no ledger.
#[test]
fn a_damaged_ledger_is_refused() {
    let whole = fs::read_to_string(root().join("0.1.0/sale/postings.ndjson")).unwrap();
    let postings = read_lines::<LedgerPosting>(&whole).unwrap();
    for at in 1..postings.len() {
        let mut turned = postings.clone();
        turned.swap(at - 1, at);
        assert!(Ledger::replay(&turned).is_err(), "turned at {at}");
        let mut doubled = postings.clone();
        doubled.insert(at, postings[at].clone());
        assert!(Ledger::replay(&doubled).is_err(), "doubled at {at}");
        assert!(Ledger::replay(&postings[at..]).is_err(), "cut before {at}");
    }
}
