//! `kaipan overdue forecast`: what will come in, and how right it was.

#![allow(missing_docs)]

mod common;

use common::{arg, folder, run};
use serde_json::Value;
use std::fs;

const YEAR: &str = "examples/yunjing-bay/year/small.jsonl";
const POLICY: &str = "examples/yunjing-bay/year/overdue.json";

fn json(args: &[&str]) -> Value {
    let done = run(&[&["overdue", "forecast", YEAR], args, &["--format", "json"]].concat());
    assert_eq!((done.status, done.err.as_str()), (0, ""), "{args:?}");
    serde_json::from_str(&done.out).unwrap()
}

fn fen(value: &Value) -> i64 {
    value.as_str().unwrap().replace('.', "").parse().unwrap()
}

fn periods(forecast: &Value) -> &Vec<Value> {
    forecast["periods"].as_array().unwrap()
}

#[test]
fn a_period_hands_its_arrears_to_the_next() {
    for policy in [&[][..], &["--policy", POLICY]] {
        let args = ["--on", "2026-08-31", "--months", "6"];
        let forecast = json(&[&args[..], policy].concat());
        assert_eq!(periods(&forecast).len(), 6);
        let mut before = None;
        for period in periods(&forecast) {
            let total = &period["total"];
            let closing = fen(&total["opening"]) + fen(&total["due"]) - fen(&total["expected"]);
            assert_eq!(closing, fen(&total["closing"]), "{period}");
            assert!(before.is_none_or(|before| before == fen(&total["opening"])), "{period}");
            before = Some(closing);
            let rows = period["rows"].as_array().unwrap();
            let expected: i64 = rows.iter().map(|row| fen(&row["expected"])).sum();
            assert_eq!(expected, fen(&total["expected"]));
        }
    }
}

#[test]
fn tables_fit_the_width_and_keep_their_periods() {
    for (lang, width) in [("en", "80"), ("en", "90"), ("en", "110"), ("zh", "80")] {
        let args = ["overdue", "forecast", YEAR, "--on", "2026-08-31", "--months", "3"];
        let more = ["--compare", "--lang", lang, "--width", width];
        let done = run(&[&args[..], &more].concat());
        for line in done.out.lines() {
            let columns = unicode_width::UnicodeWidthStr::width(line);
            assert!(columns <= width.parse().unwrap(), "{lang} {width}: {line}");
        }
        let rows = done.out.lines().filter(|line| line.starts_with("  2026-09 ")).count();
        assert!(rows >= 1, "{lang} {width}: {}", done.out);
        let told = ["too narrow for", "屏幕太窄"].iter().any(|told| done.out.contains(told));
        assert!(told, "{lang} {width}");
    }
}

#[test]
fn the_last_days_of_a_month_are_a_period_of_their_own() {
    let done =
        run(&["overdue", "forecast", YEAR, "--on", "2026-08-20", "--months", "2", "--lang", "zh"]);
    assert_eq!(done.status, 0, "{}", done.err);
    for name in ["2026-08-21/31", "2026-09 ", "2026-10 "] {
        assert!(done.out.contains(name), "{name}: {}", done.out);
    }
    assert!(done.out.contains('█') && done.out.contains("最长一条"), "{}", done.out);
    assert!(done.out.contains("回款预测  默认："), "{}", done.out);
}

#[test]
fn bars_fit_the_width() {
    for (lang, width) in [("zh", "60"), ("en", "60"), ("zh", "120"), ("en", "200")] {
        let done = run(&[
            "overdue",
            "forecast",
            YEAR,
            "--on",
            "2026-08-31",
            "--lang",
            lang,
            "--width",
            width,
        ]);
        let bars =
            done.out.lines().filter(|line| line.contains(['█', '▒']) && !line.contains("  ░"));
        let mut longest = 0;
        for line in bars {
            let columns = unicode_width::UnicodeWidthStr::width(line);
            assert!(columns <= width.parse().unwrap(), "{lang} {width}: {line}");
            longest = longest.max(columns);
        }
        assert!(longest > 30, "{lang} {width}");
    }
}

#[test]
fn the_periods_are_written_as_csv() {
    let file = folder("overdue-forecast").join("forecast.csv");
    let args =
        ["overdue", "forecast", YEAR, "--on", "2026-08-31", "--months", "3", "--csv", arg(&file)];
    assert_eq!(run(&args).status, 0);
    let text = fs::read_to_string(&file).unwrap();
    // Three kinds and their total for each month, and a title.
    assert_eq!(text.lines().count(), 13, "{text}");
}

/// The table of the handbook, §6.10.
#[test]
fn a_forecast_of_august_is_compared_with_what_came_in() {
    let forecast = json(&["--on", "2026-08-31", "--months", "3", "--compare"]);
    let figures: Vec<[&str; 4]> = periods(&forecast)
        .iter()
        .map(|period| {
            let total = &period["total"];
            ["expected", "actual_known", "actual", "deviation"]
                .map(|field| total[field].as_str().unwrap())
        })
        .collect();
    assert_eq!(
        figures,
        [
            ["7911358.00", "3670000.00", "7953191.00", "-41833.00"],
            ["12260000.00", "2370000.00", "12874028.00", "-614028.00"],
            ["0.00", "-164851.53", "11255699.60", "-11255699.60"],
        ]
    );
    for period in periods(&forecast) {
        let total = &period["total"];
        let deviation = fen(&total["expected"]) - fen(&total["actual"]);
        assert_eq!(deviation, fen(&total["deviation"]));
    }
    // Later lines of the record change nothing of what was expected.
    let alone = json(&["--on", "2026-08-31", "--months", "3", "--as-known", "2026-08-31"]);
    for (one, other) in periods(&forecast).iter().zip(periods(&alone)) {
        for field in ["opening", "due", "expected", "closing"] {
            assert_eq!(one["total"][field], other["total"][field], "{field}");
        }
    }
}
