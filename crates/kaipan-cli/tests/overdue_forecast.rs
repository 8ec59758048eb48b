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
