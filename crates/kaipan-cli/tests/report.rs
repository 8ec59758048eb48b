//! `kaipan report`, as a person runs it.

#![allow(missing_docs)]

mod common;

use common::{Run, arg, folder, run, valid, well_formed};
use serde_json::Value;
use std::fs;

const YEAR: &str = "examples/yunjing-bay/year/small.jsonl";
/// The sales of May by building.
const MAY: &[&str] =
    &["report", "sales_summary", YEAR, "--period", "2026-05", "--level", "building"];

fn with(base: &[&str], more: &[&str]) -> Run {
    run(&[base, more].concat())
}

fn json(args: &[&str]) -> Value {
    let done = with(args, &["--format", "json"]);
    assert_eq!((done.status, done.err.as_str()), (0, ""), "{args:?}");
    serde_json::from_str(&done.out).unwrap()
}

#[test]
fn a_report_is_shown_with_bars_in_either_language() {
    let zh = with(MAY, &["--lang", "zh", "--width", "400"]).out;
    for text in ["销售汇总表", "2026-05-01 至 2026-05-31 · 营销口径", "认购金额", "合计", "█"]
    {
        assert!(zh.contains(text), "{text}: {zh}");
    }
    let en = with(MAY, &["--lang", "en", "--width", "400"]).out;
    for text in ["Sales summary", "amount subscribed", "as marketing reads it", "total"] {
        assert!(en.contains(text), "{text}: {en}");
    }
    // What has no room is named, and few rows are turned on their side.
    let narrow = with(MAY, &["--lang", "zh", "--width", "100"]).out;
    assert!(narrow.contains("因宽度未显示"), "{narrow}");
    let one = &["report", "销售汇总表", YEAR, "--period", "2026-05", "--node", "云璟湾"];
    let turned = with(one, &["--lang", "zh", "--width", "100"]).out;
    assert!(turned.contains("去化率") && !turned.contains("因宽度未显示"), "{turned}");
    for line in [zh.lines(), en.lines()].into_iter().flatten() {
        assert!(!line.ends_with(' '), "{line:?}");
    }
}

#[test]
fn every_form_of_a_file_has_the_same_rows() {
    let folder = folder("report-files");
    let table = json(MAY);
    let rows = table["rows"].as_array().unwrap();
    for name in ["may.csv", "may.json", "may.xml", "may.html", "may.xlsx"] {
        let file = folder.join(name);
        let done = with(MAY, &["--output", arg(&file), "--lang", "zh"]);
        assert_eq!((done.status, done.err.as_str()), (0, ""), "{name}");
        assert!(done.out.contains(name) && done.out.contains("销售汇总表"), "{}", done.out);
    }
    let text = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&text("may.json")).unwrap(), table);
    let csv = text("may.csv");
    assert!(csv.starts_with("\u{feff}单位,期间,总套数,总面积（平方米）"), "{csv}");
    // Titles and totals beside the rows.
    assert_eq!(csv.lines().count(), rows.len() + 2);
    let xml = text("may.xml");
    assert_eq!(xml.matches("<row ").count(), rows.len());
    assert!(xml.contains("xmlns=\"urn:kaipan:report:1\""), "{xml}");
    valid(&folder.join("may.xml"), "report.xsd");
    assert!(xml.contains("state=\"undefined\""), "a ratio by zero says so");
    let page = text("may.html");
    well_formed(&page);
    assert!(page.contains("<h1>销售汇总表</h1>") && page.contains("class=\"bar\""), "{page}");
    // Twice the same bytes.
    let before = fs::read(folder.join("may.xlsx")).unwrap();
    with(MAY, &["--output", arg(&folder.join("may.xlsx")), "--lang", "zh"]);
    assert!(before == fs::read(folder.join("may.xlsx")).unwrap());
}

#[test]
fn what_was_written_is_the_same_as_the_report_and_a_change_is_found() {
    let folder = folder("report-compare");
    for name in ["may.csv", "may.xlsx"] {
        let file = folder.join(name);
        with(MAY, &["--output", arg(&file), "--lang", "zh"]);
        let same = with(MAY, &["--compare", arg(&file), "--lang", "zh"]);
        assert_eq!(same.status, 0, "{name}: {}{}", same.out, same.err);
        assert!(same.out.contains("差异 0 处"), "{}", same.out);
    }
    let text = fs::read_to_string(folder.join("may.csv")).unwrap();
    let total = text.lines().last().unwrap();
    let line = text.lines().nth(1).unwrap();
    let (name, rest) = line.split_once(',').unwrap();
    let changed = text.replace(line, &format!("{name}改,{rest}")).replace(total, "");
    let file = folder.join("hand.csv");
    fs::write(&file, changed).unwrap();
    let found = with(MAY, &["--compare", arg(&file), "--lang", "zh", "--format", "json"]);
    assert_eq!(found.status, 3, "{}", found.err);
    let found: Value = serde_json::from_str(&found.out).unwrap();
    let kinds: Vec<&str> = found["differences"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["row_missing", "row_extra"]);
    assert_eq!(found["keys"], serde_json::json!(["node"]));
}

#[test]
fn a_sale_that_is_missing_by_hand_is_found_behind_the_difference() {
    let args = &["report", "sales_summary", YEAR, "--period", "2026-05", "--node", "YJW"];
    let table = json(args);
    let columns = table["columns"].as_array().unwrap();
    let place = |key: &str| columns.iter().position(|one| one["key"] == key).unwrap();
    let row = &table["rows"][0]["cells"];
    let amount = &row[place("signed_amount")]["money"];
    let fen: i64 = amount.as_str().unwrap().replace('.', "").parse().unwrap();
    // The signings of the month, one by one.
    let detail = json(&["report", "sales_detail", YEAR, "--period", "2026-05"]);
    assert!(!detail["rows"].as_array().unwrap().is_empty());
    let name = row[place("node")]["text"].as_str().unwrap();
    let file = folder("report-behind").join("hand.csv");
    let wan = format!("{}.{:06}", fen / 1_000_000 - 1, fen % 1_000_000);
    fs::write(&file, format!("制表,张三\n单位,签约金额（万元）\n{name},{wan}\n")).unwrap();
    let found = with(args, &["--compare", arg(&file), "--lang", "zh", "--width", "140"]);
    assert_eq!(found.status, 3, "{}{}", found.out, found.err);
    assert!(found.out.contains("-10,000"), "{}", found.out);
    assert!(found.out.contains("数值不同") && found.out.contains("背后"), "{}", found.out);
    let en = with(args, &["--compare", arg(&file), "--lang", "en", "--width", "140"]).out;
    assert!(en.contains("another value") && en.contains("behind"), "{en}");
}

#[test]
fn all_reports_stand_in_one_workbook_and_what_is_left_out_is_told() {
    let file = folder("report-all").join("week.xlsx");
    let args = &["report", "all", YEAR, "--period", "2026-W20", "--output", arg(&file)];
    let done = with(args, &["--lang", "zh"]);
    assert_eq!((done.status, done.err.as_str()), (0, ""));
    assert!(done.out.contains("张报表"), "{}", done.out);
    let refused = run(&["report", "all", YEAR, "--format", "csv", "--lang", "en"]);
    assert_eq!(refused.status, 2);
    assert!(refused.err.contains("a CSV file holds one report"), "{}", refused.err);
    let year = run(&["report", "all", YEAR, "--period", "2026", "--lang", "en", "--width", "200"]);
    assert!(year.out.contains("was left out: it is not made by \"year\""), "{}", year.out);
}

#[test]
fn a_role_sees_what_it_may() {
    let args = &["report", "sales_detail", YEAR, "--period", "2026-05", "--node", "YJW"];
    let open = json(args);
    let hidden = |table: &Value| table.to_string().matches("\"hidden\"").count();
    assert_eq!(hidden(&open), 0);
    let nobody = with(args, &["--role", "cashier_of_nothing", "--lang", "zh"]);
    assert_eq!(nobody.status, 1, "{}", nobody.out);
    let agent = json(&[args, &["--reader", "林峰"][..]].concat());
    assert_eq!(agent["rows"].as_array().unwrap().len(), open["rows"].as_array().unwrap().len());
}

#[test]
fn lists_and_calendars_are_shown_in_either_language() {
    let zh = run(&["report", "list", "--lang", "zh"]).out;
    assert!(zh.contains("sales_detail") && zh.contains("销售明细分析表"), "{zh}");
    let en = run(&["report", "list", "销售汇总表", "--lang", "en"]).out;
    assert!(en.contains("sales_summary") && en.contains("sell-through"), "{en}");
    let days = ["--from", "2026-06-01", "--to", "2026-06-02"];
    let due = with(&["report", "calendar"], &[&days[..], &["--lang", "zh"]].concat()).out;
    assert!(due.contains("2026-W22") && due.contains("2026-06-02"), "{due}");
    let none = run(&["report", "calendar", "--from", "2026-06-02", "--lang", "en"]).out;
    assert!(none.contains("no report is due"), "{none}");
    let listed: Value =
        serde_json::from_str(&run(&["report", "list", "--format", "json"]).out).unwrap();
    assert_eq!(listed["reports"][0]["name"], "sales_detail");
}

#[test]
fn what_is_not_there_is_told_with_what_there_is() {
    for (args, zh, en) in [
        (&["report", "sales_sumary", YEAR][..], "没有名为", "there is no report"),
        (&["report", "sales_summary", YEAR, "--node", "X"], "没有组织单位", "has no node"),
        (&["report", "sales_summary", YEAR, "--chart", "x"], "没有“x”这一栏", "has no column"),
        (&["report", "sales_summary", YEAR, "--period", "May"], "2026-W10", "2026-W10"),
        (
            &["report", "sales_summary", YEAR, "--format", "xml", "--output", "a.csv"],
            "矛盾",
            "contradicts",
        ),
    ] {
        for (lang, text) in [("zh", zh), ("en", en)] {
            let done = with(args, &["--lang", lang]);
            assert_eq!((done.status, done.out.as_str()), (2, ""), "{args:?}: {}", done.err);
            assert!(done.err.contains(text), "{text}: {}", done.err);
        }
    }
}
