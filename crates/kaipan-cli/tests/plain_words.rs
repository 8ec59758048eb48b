//! What the program says is true, complete and in the words of its reader: tables, files and
//! refusals as a newcomer reads them.

#![allow(missing_docs)]

mod common;

use common::{Run, YUNJING, arg, folder, run, small_project};
use std::fs;
use std::path::PathBuf;

/// The small project with a rule of floor prices, and a sold home without a list price.
fn with_unpriced_deal(name: &str) -> PathBuf {
    let project = small_project(name);
    let (file, units) = (project.join("project.json"), project.join("units.csv"));
    let text = fs::read_to_string(&file).unwrap();
    let rule = r#""floor_price": {"rate": "0.92"}, "schemes": ["#;
    fs::write(&file, text.replace("\"schemes\": [", rule)).unwrap();
    let text = fs::read_to_string(&units).unwrap();
    fs::write(&units, text.replace("签约,10200,912900", "签约,,")).unwrap();
    project
}

#[test]
fn a_sold_home_without_a_list_price_is_told_and_kept_out_of_a_bill() {
    let project = with_unpriced_deal("plain-explain");
    let explained = run(&["price", arg(&project), "--explain", "2-101", "--lang", "zh"]);
    assert!(explained.out.contains("pricing.no_list_price"), "{}", explained.out);
    assert!(!explained.out.contains("floor_rule_unused"), "{}", explained.out);
    let days = ["--effective", "2026-09-04", "--on", "2026-07-04", "--lang", "zh"];
    let adjusted = run(&[&["adjust", arg(&project), "--percent", "2"], &days[..]].concat());
    assert!(adjusted.out.contains("没有表价，不改价：2-101"), "{}", adjusted.out);
    assert!(!adjusted.out.contains("保留原价"), "{}", adjusted.out);
}

#[test]
fn prices_that_differ_from_those_in_force_are_told() {
    let project = small_project("plain-in-force");
    let table = run(&["price", arg(&project), "--lang", "zh"]).out;
    assert!(table.contains("现行表价与本表不同；看现行表价用“--in-force”"), "{table}");
    let in_force = run(&["price", arg(&project), "--lang", "zh", "--in-force"]).out;
    assert!(!in_force.contains("看现行表价用"), "{in_force}");
    let csv = run(&["price", arg(&project), "--lang", "zh", "--in-force", "--format", "csv"]).out;
    let head = csv.lines().next().unwrap();
    assert!(head.contains(",表价,标准总价,") && !head.contains("原表价"), "{head}");
    let priced = run(&["price", arg(&project), "--lang", "zh", "--format", "csv"]).out;
    assert!(priced.lines().next().unwrap().contains(",原表价,原总价,"), "{priced}");
}

fn imported(name: &str, text: &str) -> Run {
    let file = folder(name).join("units.csv");
    fs::write(&file, text).unwrap();
    run(&["import", arg(&file), "--lang", "zh"])
}

#[test]
fn a_table_of_a_sales_office_is_read() {
    let text = "房号,楼栋,楼层,户位,建筑面积,Sales Status,成交总价（万元）,得房率(%)\n\
                1-101,1,1,01,89.50,在售,,78\n1-102,1,1,02,89.50,,100,78\n";
    let read = imported("plain-import", text);
    assert_eq!(read.status, 0, "{}", read.err);
    for text in ["在售 ×1", "空白 → 未放盘 ×1", "不属于房源", "由其他列算出"]
    {
        assert!(read.out.contains(text), "{text}: {}", read.out);
    }
    let unknown = imported("plain-unknown", "房号,楼栋,楼层,户位,建筑面积,什么\n1,1,1,1,9,x\n");
    assert!(unknown.err.contains("docs/columns.md"), "{}", unknown.err);
}

#[test]
fn the_cause_of_an_empty_choice_comes_first() {
    let days = ["--effective", "2026-09-04", "--on", "2026-07-04", "--lang", "zh"];
    let project = small_project("plain-choice");
    let unit = ["adjust", arg(&project), "--percent", "2", "--unit", "999"];
    let refused = run(&[&unit[..], &days[..]].concat());
    assert_eq!(refused.status, 1);
    let (first, others) = refused.err.split_once("另有").unwrap();
    assert!(first.contains("999") && !others.contains("999"), "{}", refused.err);
}

#[test]
fn places_of_findings_are_shown_in_full() {
    let project = small_project("plain-places");
    let file = project.join("project.json");
    let text = fs::read_to_string(&file).unwrap();
    let more = "{\"code\": \"GC\", \"overrides\": [{\"select\": {\"any\": [{\"unit_no\": [\"9-999\"]}]}, \"unit_price\": \"9000\"}], ";
    fs::write(&file, text.replace("{\"code\": \"GC\", ", more)).unwrap();
    let table = run(&["price", arg(&project), "--lang", "zh", "--width", "100"]);
    let findings = table.out.split("检查结果").nth(1).unwrap_or_default();
    assert!(findings.contains("9-999") && !findings.contains('…'), "{}{}", table.out, table.err);
}

fn scripted(name: &str, script: &str, lang: &str) -> Run {
    let file = folder(name).join("script.json");
    fs::write(&file, script).unwrap();
    run(&["deal", arg(&file), "--lang", lang, "--width", "400"])
}

/// A script of one unit whose second step is this one.
fn step(step: &str) -> String {
    format!(
        r#"{{"units": [{{"unit_no": "1-101", "building": "1", "floor": 1, "line": "01",
            "building_area": "90.00", "permit": "P", "list_price": "9000", "floor_price": "8500"}}],
        "plans": [{{"code": "FQ", "name": "分期", "method": "instalment", "lines": [
            {{"name": "余款", "amount": {{"kind": "remainder"}},
              "anchor": {{"kind": "signing_date"}}}}]}}],
        "known": {{"permits": [{{"number": "P", "issued_on": "2026-06-01"}}],
            "status": {{"project": {{"planning_permit": "2025-03-01"}}}}}},
        "steps": [
          {{"at": "2026-09-01T09:00:00", "by": "W", "roles": ["stock_controller"], "do": "release"}},
          {step}]}}"#
    )
}

#[test]
fn guards_say_what_is_lacking_in_words() {
    let reserve = r#"{"at": "2026-09-01T10:00:00", "by": "L", "roles": ["cashier"], "do": "reserve",
        "draft": {"buyers": [{"customer": "A", "share": "1/2"}, {"customer": "B", "share": "1/3"}],
                  "until": "2026-10-01"}}"#;
    let said = scripted("plain-guards", &step(reserve), "zh");
    assert_eq!(said.status, 3, "{}{}", said.out, said.err);
    for text in ["最多 7 天，现为 30 天", "合计 5/6", "须岗位有权办理：由“", "”办理"]
    {
        assert!(said.out.contains(text), "{text}: {}", said.out);
    }
    assert!(said.out.contains("“approvals”"), "how to waive: {}", said.out);
    let nothing =
        r#"{"at": "2026-09-01T10:00:00", "by": "L", "roles": ["sales_agent"], "do": "book"}"#;
    let said = scripted("plain-inputs", &step(nothing), "zh");
    assert!(said.out.contains("未提供买方（“buyers”）"), "{}", said.out);
    let early =
        r#"{"at": "2026-09-01T10:00:00", "by": "L", "roles": ["sales_manager"], "do": "lock"}"#;
    let said = scripted("plain-table", &step(early), "zh");
    assert!(said.out.contains("T13 ") && said.out.contains("没有单据时不能办理"), "{}", said.out);
}

#[test]
fn a_plan_that_the_script_does_not_have_is_named_with_those_that_it_has() {
    let book = r#"{"at": "2026-09-01T10:00:00", "by": "L", "roles": ["sales_agent"], "do": "subscribe",
        "draft": {"buyers": [{"customer": "A"}], "plan": "AJ"}}"#;
    let said = scripted("plain-plan", &step(book), "zh");
    assert!(said.err.contains("没有付款方式“AJ”") && said.err.contains("FQ"), "{}", said.err);
    assert_eq!((said.status, said.out.as_str()), (1, ""));
}

#[test]
fn english_lists_have_titles_and_states_in_words() {
    let file = folder("plain-workbook").join("prices.xlsx");
    let done = run(&["price", YUNJING, "--lang", "en", "--output", arg(&file)]);
    assert_eq!(done.status, 3, "{}", done.err);
    let again = run(&["import", arg(&file), "--sheet", "Homes", "--lang", "en"]);
    assert!(again.out.contains("Unit No.") && again.out.contains("Status"), "{}", again.out);
    for text in ["on sale →", "on sale ×"] {
        if again.out.contains(text) {
            return;
        }
    }
    panic!("{}", again.out);
}
