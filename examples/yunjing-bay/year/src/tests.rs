//! A small year: the same bytes from the same seed, the file that is checked in, everything that a year
//! has to have, and what the proof finds where lines are changed.

use crate::proof::{Checked, check_year};
use crate::run::{write_projects, write_year};
use crate::{SEED, size::Size};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// The year that is checked in, for ledgers, figures and reports to be tested with.
const SMALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/small.jsonl");

fn year(seed: u64, scale: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let lines = write_year(seed, scale.parse::<Size>().unwrap(), &mut out).unwrap();
    assert_eq!(out.iter().filter(|byte| **byte == b'\n').count(), usize::try_from(lines).unwrap());
    out
}

fn small() -> &'static [u8] {
    static YEAR: OnceLock<Vec<u8>> = OnceLock::new();
    YEAR.get_or_init(|| year(SEED, "0.05"))
}

fn lines() -> Vec<Value> {
    let text = std::str::from_utf8(small()).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn proved(bytes: &[u8]) -> Checked {
    check_year(bytes).unwrap_or_else(|failure| panic!("{failure}"))
}

/// A text at a place of a line.
fn text<'l>(line: &'l Value, place: &str) -> &'l str {
    line.pointer(place).and_then(Value::as_str).unwrap_or_default()
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_others() {
    assert!(year(SEED, "0.05") == small(), "the same seed should give the same bytes");
    assert!(year(SEED + 1, "0.05") != small(), "another seed should give another year");
}

#[test]
fn the_file_that_is_checked_in_is_the_small_year() {
    if std::env::var_os("KAIPAN_BLESS").is_some() {
        std::fs::write(SMALL, small()).unwrap();
    }
    let kept = std::fs::read(SMALL).unwrap();
    assert!(kept == small(), "small.jsonl is stale: run this test with KAIPAN_BLESS=1");
    assert!(kept.len() <= 2_000_000, "{} bytes", kept.len());
}

#[test]
fn the_small_year_is_proved_from_its_lines_alone() {
    let checked = proved(small());
    assert_eq!((checked.projects, checked.kinds["unit"]), (1, 100));
    assert!(checked.streams > 250 && checked.refused > 5, "{checked:?}");
}

#[test]
fn other_seeds_hold_too() {
    for seed in 1..=6 {
        assert_eq!(proved(&year(seed, "0.05")).projects, 1, "{seed}");
    }
}

#[test]
fn the_small_year_has_everything_that_a_year_has() {
    let mut seen = BTreeSet::new();
    for line in &lines() {
        let kind = text(line, "/kind");
        seen.insert(kind.to_owned());
        let change = text(line, "/body/change/kind");
        seen.insert(format!("{kind} {change}"));
        for place in [
            "/body/change/settled/action",
            "/body/change/why",
            "/body/change/branch",
            "/body/because",
            "/body/method",
            "/body/item",
            "/body/metric",
        ] {
            seen.insert(format!("{kind} {}", text(line, place)));
        }
        if change == "document_closed" {
            let (why, what) = (text(line, "/body/change/why"), text(line, "/body/change/document"));
            seen.insert(format!("{why} {what}"));
        }
        if change == "document_opened" {
            seen.insert(format!("opened {}", text(line, "/body/change/document/kind")));
        }
        if change == "started" {
            seen.insert(format!("started {}", text(line, "/body/change/service_kind")));
        }
    }
    let wanted = "node|assignment|permit|status|policy|questionnaire|unit|price|target|spend|customer|\
        follow_up|answer_sheet|channel_registration|stock|deal|quota|approval|service|survey|\
        area_settlement|entry|receipt|payment|refused|end|\
        stock released|stock controlled|stock uncontrolled|stock held|stock corrected|stock locked|\
        opened registration|opened booking|opened deposit_contract|opened subscription|\
        opened contract|refunded registration|refunded booking|expired booking|\
        refunded subscription|forfeited subscription|quit contract|changed_unit subscription|\
        forfeited deposit_contract|refunded deposit_contract|converted deposit_contract|\
        deal change_names|deal change_plan|deal change_price|deal change_unit|deal extend_signing|\
        deal extend_payment|deal quit|deal refund_subscription|deal forfeit_subscription|\
        started filing|started mortgage|started fund_loan|started handover|started title|\
        service lower_approval|service returned|service cancelled|service waiting_noted|\
        refused home_held_for_another|refused discount_used_up|refused signed_before_payment|\
        refused handed_over_before_payment|receipt loan|receipt transfer|receipt card|\
        receipt sincerity_money|receipt booking_money|receipt deposit|receipt down_payment|\
        receipt house_payment|receipt commercial_loan|receipt fund_loan|receipt area_difference|\
        receipt handling_fee|receipt maintenance_fund|target first_visits|target signed_amount";
    let missing: Vec<&str> = wanted.split('|').filter(|one| !seen.contains(*one)).collect();
    assert_eq!(missing, Vec::<&str>::new());
}

#[test]
fn targets_of_buildings_months_and_agents_come_to_the_year() {
    let mut sums: BTreeMap<(String, &str), i64> = BTreeMap::new();
    for line in lines().iter().filter(|line| text(line, "/kind") == "target") {
        let body = &line["body"];
        let count = body["count"].as_i64();
        let amount = body["amount"].as_str().map(|yuan| yuan.replace('.', "").parse().unwrap());
        let who = if body["agent"].is_string() { "agents" } else { text(line, "/body/period") };
        let who = match who {
            "year" if text(line, "/body/node").contains('/') => "buildings",
            "year" => "year",
            "month" => "months",
            _ => "agents",
        };
        let metric = text(line, "/body/metric").to_owned();
        *sums.entry((metric, who)).or_default() += count.or(amount).unwrap();
    }
    for metric in
        ["first_visits", "subscribed_units", "signed_units", "signed_amount", "collections"]
    {
        let sum = |who| sums.get(&(metric.to_owned(), who)).copied();
        assert!(sum("year") > Some(0) && sum("year") == sum("months"), "{metric}: {sums:?}");
        assert_eq!(sum("buildings"), sum("year"), "{metric}");
    }
    let agents = sums[&("subscribed_units".to_owned(), "agents")];
    assert_eq!(agents, sums[&("subscribed_units".to_owned(), "year")]);
}

#[test]
fn openings_sell_more_than_other_days() {
    let mut days: BTreeMap<String, u32> = BTreeMap::new();
    for line in lines() {
        if text(&line, "/body/change/document/kind") == "subscription" {
            *days.entry(text(&line, "/date").to_owned()).or_default() += 1;
        }
    }
    let of = |day: &&str| days.get(*day).copied().unwrap_or(0);
    let openings = ["2026-03-14", "2026-05-01", "2026-06-13"];
    let others = days.iter().filter(|(day, _)| !openings.contains(&day.as_str()));
    let most = others.map(|(_, count)| *count).max();
    assert!(openings.iter().map(of).min() > most, "{days:?}");
}

#[test]
fn a_second_project_has_ids_of_its_own() {
    let mut two = Vec::new();
    write_projects(SEED, [(1, 50), (2, 50)].into_iter(), &mut two).unwrap();
    let text = std::str::from_utf8(&two).unwrap();
    let mut streams: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in text.lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        let id = format!("{} {}", line["stream"]["kind"], line["stream"]["id"]);
        streams.entry(line["project"].to_string()).or_default().insert(id);
    }
    let [first, second] = &streams.values().collect::<Vec<_>>()[..] else { panic!("two projects") };
    let both: Vec<_> = first.intersection(second).filter(|id| !id.contains("null")).collect();
    assert!(both.is_empty() && second.len() > 200, "{both:?}");
    assert_eq!(proved(&two).projects, 2);
}

#[test]
fn the_proof_finds_what_is_changed() {
    let text = std::str::from_utf8(small()).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let find = |part: &str| lines.iter().position(|line| line.contains(part)).unwrap();
    let refused = |changed: &[String], expected: &str| {
        let bytes = changed.join("\n");
        let failure = check_year(bytes.as_bytes()).unwrap_err().to_string();
        assert!(failure.contains(expected), "{failure}");
    };
    let all: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    let mut without = all.clone();
    without.remove(find("\"kind\":\"receipt\""));
    refused(&without, "it is not the next line");
    let with = |at: usize, from: &str, to: &str| {
        let mut changed = all.clone();
        changed[at] = changed[at].replacen(from, to, 1);
        assert!(changed[at] != all[at], "{from} is not there");
        changed
    };
    let receipt = find("\"item\":\"sincerity_money\"");
    refused(&with(receipt, "\"amount\":\"-20000.00\"", "\"amount\":\"-20000.01\""), "zero");
    let mut more = all.clone();
    more[receipt] = more[receipt].replace("20000.00\"", "20000.01\"");
    refused(&more, "it ended with");
    let queued = find("\"kind\":\"queued\"");
    refused(&with(queued, "\"number\":", "\"number\":77"), "it ended with");
    let held = find("\"kind\":\"held\"");
    let version = |line: &str| {
        let line: Value = serde_json::from_str(line).unwrap();
        line["stream"]["version"].as_u64().unwrap()
    };
    let (old, new) = (version(lines[held]), version(lines[held]) + 1);
    let stream = |version| format!("\"version\":{version}}},\"node\"");
    refused(&with(held, &stream(old), &stream(new)), "gap");
    refused(&all[..all.len() - 1], "breaks off");
}
