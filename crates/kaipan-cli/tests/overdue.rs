//! `kaipan overdue`, as a person runs it.

#![allow(missing_docs)]

mod common;

use common::{arg, folder, root, run, well_formed};
use serde_json::Value;
use std::fs;

const YEAR: &str = "examples/yunjing-bay/year/small.jsonl";
const POLICY: &str = "examples/yunjing-bay/year/overdue.json";

/// The JSON that a run prints.
fn json(args: &[&str]) -> Value {
    let done = run(&[&["overdue"], args, &["--format", "json"]].concat());
    assert_eq!((done.status, done.err.as_str()), (0, ""), "{args:?}");
    serde_json::from_str(&done.out).unwrap()
}

/// Fen of an amount.
fn fen(value: &Value) -> i64 {
    let text = value.as_str().unwrap();
    text.replace('.', "").parse().unwrap()
}

fn sum<'v>(rows: impl IntoIterator<Item = &'v Value>, field: &str) -> i64 {
    rows.into_iter().map(|row| fen(&row[field])).sum()
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

#[test]
fn every_table_comes_to_what_is_owed_and_so_do_its_columns() {
    for day in ["2026-04-30", "2026-08-31", "2026-12-31"] {
        let by = ["item", "category", "loan", "agent", "project", "customer", "deal"];
        let by: Vec<&str> = by.iter().flat_map(|one| ["--by", one]).collect();
        let report = json(&[&[YEAR, "--on", day][..], &by].concat());
        let (aging, assessment) = (&report["aging"], &report["assessment"]);
        let total = &aging["total"];
        assert_eq!(list(&aging["tables"]).len(), 7);
        for table in list(&aging["tables"]) {
            for field in
                ["receivable", "not_due", "undated", "outstanding", "overdue", "prepayment", "net"]
            {
                assert_eq!(sum(list(&table["rows"]), field), fen(&total[field]), "{day} {field}");
            }
            for row in list(&table["rows"]).iter().chain([total]) {
                let buckets: i64 = list(&row["buckets"]).iter().map(fen).sum();
                let parts = fen(&row["not_due"]) + buckets + fen(&row["undated"]);
                assert_eq!(parts, fen(&row["outstanding"]), "{day}: {row}");
                assert_eq!(buckets, fen(&row["overdue"]), "{day}: {row}");
            }
        }
        let owed = fen(&assessment["totals"]["outstanding"]);
        assert_eq!(fen(&total["outstanding"]), owed);
        assert_eq!(sum(list(&assessment["deals"]), "outstanding"), owed);
        assert_eq!(sum(list(&assessment["claims"]), "outstanding"), owed);
        assert!(owed > 0, "{day}");
    }
}

#[test]
fn a_day_is_what_it_was_whatever_came_later() {
    let known = |day: &str| json(&[YEAR, "--on", day, "--as-known", day]);
    let report = known("2026-08-31");
    let text = fs::read_to_string(root().join(YEAR)).unwrap();
    let is_known = |line: &&str| {
        let at = line.split("\"at\":\"").nth(1).unwrap();
        &at[..10] <= "2026-08-31"
    };
    let until: String = text.lines().filter(is_known).flat_map(|line| [line, "\n"]).collect();
    let file = folder("overdue-known").join("until.jsonl");
    fs::write(&file, until).unwrap();
    assert_eq!(json(&[arg(&file), "--on", "2026-08-31"]), report);
}

#[test]
fn the_screen_says_which_policies_were_used() {
    let shown = |lang: &str, policy: &[&str]| {
        let args = ["overdue", YEAR, "--on", "2026-08-31", "--lang", lang, "--width", "160"];
        run(&[&args[..], policy].concat()).out
    };
    let zh = shown("zh", &[]);
    assert!(zh.contains("违约金    默认：未约定，不计"), "{zh}");
    let zh = shown("zh", &["--policy", POLICY]);
    assert!(zh.contains(&format!("违约金    按“{POLICY}”")), "{zh}");
    assert!(zh.contains("账龄分段  默认：30、60、90、180、360 天"), "{zh}");
    let en = shown("en", &["--policy", POLICY]);
    assert!(en.contains(&format!("late fees         as in {POLICY}")), "{en}");
    assert!(en.contains("Aging by agent") && en.contains("Overdue: "), "{en}");
}

#[test]
fn late_fees_and_rights_follow_the_policy() {
    let without = json(&[YEAR]);
    assert_eq!(without["assessment"]["totals"]["late_fee"], "0.00");
    let rate = |days: i64| if days > 30 { 2 } else { 1 };
    let mut checked = 0;
    for day in ["2026-07-31", "2026-08-31", "2026-12-31"] {
        let with = json(&[YEAR, "--on", day, "--policy", POLICY]);
        assert!(fen(&with["assessment"]["totals"]["late_fee"]) > 0);
        for claim in list(&with["assessment"]["claims"]) {
            // One part alone, paid late or not at all: amount × days × rate, half up.
            let parts = claim["parts"].as_array().filter(|parts| parts.len() == 1);
            let Some(part) = parts.map(|parts| &parts[0]) else { continue };
            if claim["category"] == "house_loan" {
                continue;
            }
            let days = part["days"].as_i64().unwrap();
            let ten_thousandths = fen(&part["amount"]) * days * rate(days);
            assert_eq!(fen(&claim["reference_fee"]), (ten_thousandths + 5_000) / 10_000, "{claim}");
            checked += 1;
        }
        for deal in list(&with["assessment"]["deals"]) {
            let late = deal["overdue_days"].as_i64().unwrap();
            let flags = deal["termination"].as_array().map_or(0, Vec::len);
            assert!(late > 90 || flags == 0, "{deal}");
        }
    }
    assert!(checked >= 6, "{checked} claims");
}

#[test]
fn files_hold_what_the_screen_shows() {
    let to = folder("overdue-files");
    let (csv, html) = (to.join("overdue.csv"), to.join("overdue.html"));
    let files = ["--csv", arg(&csv), "--html", arg(&html)];
    for lang in ["zh", "en"] {
        let args = ["overdue", YEAR, "--policy", POLICY, "--lang", lang];
        let done = run(&[&args[..], &files].concat());
        assert_eq!((done.status, done.err.as_str()), (0, ""));
        assert!(
            done.out.contains("overdue.csv") && done.out.contains("overdue.html"),
            "{}",
            done.out
        );
        let report = json(&[YEAR, "--policy", POLICY]);
        let owed = list(&report["assessment"]["claims"]).iter();
        let owed: Vec<&Value> = owed.filter(|claim| fen(&claim["outstanding"]) > 0).collect();
        let text = fs::read_to_string(&csv).unwrap();
        assert!(text.starts_with('\u{feff}'));
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), owed.len());
        let column: i64 =
            rows.iter().map(|row| row[14].replace('.', "").parse::<i64>().unwrap()).sum();
        assert_eq!(column, sum(owed, "outstanding"));
        let page = fs::read_to_string(&html).unwrap();
        well_formed(&page);
        let late = list(&report["assessment"]["claims"]).iter();
        let late = late.filter(|claim| claim["overdue_days"].as_i64() > Some(0)).count();
        assert!(page.matches("<tr>").count() > late, "{late}");
        assert!(
            !page.contains("http://") && !page.contains("https://") && !page.contains("<script")
        );
    }
}

#[test]
fn tasks_are_listed_by_agent_and_kind() {
    let all = json(&["tasks", YEAR, "--on", "2026-08-31"]);
    let agents = list(&all["agents"]);
    let count: i64 = agents.iter().map(|agent| agent["tasks"].as_i64().unwrap()).sum();
    assert_eq!(count, i64::try_from(list(&all["tasks"]).len()).unwrap());
    let late: i64 = list(&all["kinds"]).iter().map(|kind| kind["count"].as_i64().unwrap()).sum();
    let overdue: i64 = agents.iter().map(|agent| agent["overdue"].as_i64().unwrap()).sum();
    assert_eq!(late, overdue);
    let name = agents[0]["agent"].as_str().unwrap();
    let own = json(&["tasks", YEAR, "--on", "2026-08-31", "--agent", name]);
    assert_eq!(list(&own["agents"]), &vec![agents[0].clone()]);
    let ahead = json(&["tasks", YEAR, "--on", "2026-08-31", "--ahead", "30"]);
    assert!(list(&ahead["tasks"]).len() > list(&all["tasks"]).len());
    let done = run(&["overdue", "tasks", YEAR, "--on", "2026-08-31", "--lang", "zh"]);
    assert!(
        done.out.contains("我的任务  2026-08-31") && done.out.contains("逾期业务"),
        "{}",
        done.out
    );
    assert!(done.out.contains(name), "{}", done.out);
}

#[test]
fn letters_ask_for_what_the_ledger_leaves_of_late_fees() {
    let to = folder("overdue-waived");
    let policy = to.join("policy.json");
    let agreed = r#""late_fee":{"tiers":[{"rate":"0.0002"}]}"#;
    let claim = "YJW-D0025/plan/4/2";
    let waived = format!(
        r#""waivers":[{{"claim":"{claim}","amount":"100","on":"2026-07-31","approval":"S1"}}]"#
    );
    let posted = format!(r#""posted":[{{"claim":"{claim}","amount":"200","on":"2026-07-31"}}]"#);
    let mut sums = Vec::new();
    for more in [vec![], vec![&waived], vec![&waived, &posted]] {
        let fields = std::iter::once(agreed).chain(more.iter().map(|one| one.as_str()));
        fs::write(&policy, format!("{{{}}}", fields.collect::<Vec<_>>().join(","))).unwrap();
        let args = ["--on", "2026-07-31", "--policy", arg(&policy)];
        let letters = json(&[&["letters", YEAR, arg(&to.join("letters"))][..], &args].concat());
        let report = json(&[&[YEAR][..], &args].concat());
        let claims = list(&report["assessment"]["claims"]);
        let left = |line: &Value| {
            let claim = claims.iter().find(|one| one["claim"] == line["claim"]).unwrap();
            fen(&claim["late_fee_outstanding"]) - fen(&claim["posted"])
        };
        let notices = list(&letters["notices"]);
        for notice in notices {
            let of_lines: i64 = list(&notice["lines"]).iter().map(left).sum();
            assert_eq!(fen(&notice["late_fee"]), of_lines, "{notice}");
        }
        let one = notices.iter().find(|one| one["deal"] == "YJW-D0025").unwrap();
        sums.push(fen(&one["late_fee"]));
    }
    assert_eq!([sums[0] - sums[1], sums[1] - sums[2]], [10_000, 20_000]);
}

#[test]
fn letters_have_a_page_each_and_say_what_the_ledger_says() {
    let to = folder("overdue-letters").join("letters");
    for (lang, title) in [("zh", "催款函、催签函"), ("en", "Letters to buyers")] {
        let args = ["letters", YEAR, arg(&to), "--on", "2026-07-31", "--lang", lang];
        let listed = json(&args);
        let taken = list(&listed["notices"]).iter().filter(|one| one["superseded"] == false);
        let taken: Vec<&Value> = taken.filter(|one| one.get("held_until").is_none()).collect();
        let is_letter = |one: &&&Value| one["channel"] != "sms" && one["channel"] != "call";
        let letters: Vec<&&Value> = taken.iter().filter(is_letter).collect();
        let signing = list(&listed["signing"]).len();
        let page = fs::read_to_string(to.join("letters.html")).unwrap();
        well_formed(&page);
        assert!(page.contains(title), "{lang}");
        assert_eq!(page.matches("<article>").count(), letters.len() + signing, "{lang}");
        assert!(!letters.is_empty());
        for letter in &letters {
            for line in list(&letter["lines"]) {
                assert_eq!(
                    fen(&line["amount"]) - fen(&line["paid"]),
                    fen(&line["outstanding"]),
                    "{line}"
                );
            }
            let text = letter[format!("text_{lang}")].as_str().unwrap();
            let first = text.lines().filter(|line| !line.is_empty()).nth(1).unwrap();
            assert!(page.contains(&first.replace('"', "&quot;").replace('\'', "&#39;")), "{first}");
        }
        let messages = fs::read_to_string(to.join("messages.csv")).unwrap();
        let rows = csv::Reader::from_reader(messages.as_bytes()).records().count();
        assert_eq!(rows, taken.len() - letters.len(), "{lang}");
    }
}

#[test]
fn what_cannot_be_is_told_with_its_place() {
    let to = folder("overdue-wrong");
    let told = |args: &[&str]| run(&[&["overdue"], args, &["--lang", "en"]].concat());
    let missing = told(&["nothing.jsonl"]);
    assert_eq!((missing.status, missing.out.as_str()), (1, ""));
    assert!(missing.err.contains("nothing.jsonl"), "{}", missing.err);
    let policy = to.join("policy.json");
    fs::write(&policy, "{\n  \"late_fees\": {}\n}").unwrap();
    let unknown = told(&[YEAR, "--policy", arg(&policy)]);
    assert_eq!(unknown.status, 1);
    assert!(
        unknown.err.contains("policy.json") && unknown.err.contains("late_fee"),
        "{}",
        unknown.err
    );
    let letters = to.join("letters");
    let step = told(&["letters", YEAR, arg(&letters), "--step", "visit"]);
    assert_eq!((step.status, letters.exists()), (2, false));
    assert!(step.err.contains("visit") && step.err.contains("lawyers_letter"), "{}", step.err);
    assert_eq!(told(&[]).status, 2);
    assert_eq!(told(&[YEAR, "--on", "2026-02-30"]).status, 2);
    assert_eq!(told(&["forecast", YEAR, "--months", "0"]).status, 2);
}

#[test]
fn columns_are_aligned_whatever_the_width() {
    for (lang, width) in [("zh", "160"), ("zh", "100"), ("en", "160"), ("en", "100")] {
        let done = run(&["overdue", YEAR, "--lang", lang, "--width", width]);
        let most: usize = width.parse().unwrap();
        let mut ends = Vec::new();
        for line in done.out.lines() {
            let columns = unicode_width::UnicodeWidthStr::width(line);
            assert!(columns <= most || !line.starts_with("  "), "{lang} {width}: {columns} {line}");
            if line.trim_start().starts_with('─') {
                ends.push(columns);
            }
        }
        assert!(ends.len() >= 7, "{lang} {width}: {ends:?}");
    }
}
