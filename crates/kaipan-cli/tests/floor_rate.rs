//! Floor prices by rate: `kaipan price --floor-rate`, and what a quote is held to.

#![allow(missing_docs)]

mod common;

use common::{SONGFENG, YUNJING, arg, folder, root, run, small_project};
use serde_json::Value;
use std::fs;

#[test]
fn floor_prices_follow_from_list_prices_and_are_explained() {
    // Total first there: 4,327,496 × 0.92 = 3,981,296.32, to the yuan; ÷ 88.50 is 44,986.3954….
    for rate in ["92%", "0.92", "92折"] {
        let unit = ["price", SONGFENG, "--explain", "6栋-1802", "--floor-rate", rate];
        let zh = run(&[&unit[..], &["--lang", "zh"]].concat());
        assert_eq!((zh.status, zh.err.as_str()), (0, ""));
        for text in [
            "底价          44,986.40 元/㎡",
            "底价总价      3,981,296 元",
            "底价的来历",
            "× 底价比例",
            "3,981,296.32",
        ] {
            assert!(zh.out.contains(text), "{text}: {}", zh.out);
        }
        let en = run(&unit).out;
        for text in
            ["floor price", "3,981,296 yuan", "How the floor price comes about", "× floor rate"]
        {
            assert!(en.contains(text), "{text}: {en}");
        }
    }
    let csv = run(&["price", SONGFENG, "--floor-rate", "92%", "--format", "csv"]).out;
    assert!(
        csv.lines()
            .any(|line| line.starts_with("6栋-1802,") && line.contains("44986.40,3981296.00")),
        "{csv}"
    );
}

#[test]
fn what_is_no_rate_is_refused_with_how_to_write_one() {
    for rate in ["92", "1.2", "0", "-92%", "九"] {
        let rate = format!("--floor-rate={rate}");
        let zh = run(&["price", SONGFENG, &rate, "--lang", "zh"]);
        assert_eq!((zh.status, zh.out.as_str()), (2, ""), "{rate}");
        assert!(zh.err.contains("--floor-rate") && zh.err.contains("“92%”"), "{}", zh.err);
        let en = run(&["price", SONGFENG, &rate]);
        assert!(en.err.contains("92%") && !en.err.contains('比'), "{}", en.err);
    }
}

#[test]
fn a_rate_that_changes_nothing_is_told() {
    // Every home of building 1 has a floor price of its own.
    let own = ["price", YUNJING, "--floor-rate", "92%", "--building", "1", "--lang", "zh"];
    let told = run(&own).out;
    assert!(told.contains("每套房间都有自己的底价，按比例的底价规则没有用到"), "{told}");
    assert!(!run(&own[..4]).out.contains("pricing.floor_rule_unused"), "parking has none");
}

/// The sample project without floor prices of its homes, and with a rule for them.
fn by_rate(rate: &str) -> String {
    let (from, to) = (root().join(YUNJING), folder(&format!("floor-rate-{rate}")));
    for file in ["sales.json", "case.json"] {
        fs::copy(from.join(file), to.join(file)).unwrap();
    }
    let project = fs::read_to_string(from.join("project.json")).unwrap();
    let mut project: Value = serde_json::from_str(&project).unwrap();
    project["floor_price"] = serde_json::json!({ "rate": rate });
    fs::write(to.join("project.json"), project.to_string()).unwrap();
    let mut reader = csv::Reader::from_path(from.join("units.csv")).unwrap();
    let header = reader.headers().unwrap().clone();
    let mut writer = csv::Writer::from_path(to.join("units.csv")).unwrap();
    let keep = |record: &csv::StringRecord| -> csv::StringRecord {
        let cells = header.iter().zip(record).filter(|(title, _)| !title.contains("底价"));
        cells.map(|(_, cell)| cell).collect()
    };
    writer.write_record(&keep(&header)).unwrap();
    reader.records().for_each(|record| writer.write_record(&keep(&record.unwrap())).unwrap());
    writer.flush().unwrap();
    to.display().to_string()
}

#[test]
fn a_quote_is_held_to_the_floor_by_rate() {
    let quote = |project: &str| {
        let unit = ["--unit", "1-1-1001", "--plan", "AJ", "--date", "2026-07-04"];
        run(&[&["quote", project, "--lang", "zh"], &unit[..]].concat())
    };
    // A mortgage takes 1 % off and more: no discount at all keeps a floor of 100 %.
    let strict = quote(&by_rate("1"));
    assert!(strict.out.contains("pricing.below_floor"), "{}{}", strict.out, strict.err);
    let loose = quote(&by_rate("0.6"));
    assert!(!loose.out.contains("pricing.below_floor"), "{}", loose.out);
}

#[test]
fn a_rise_of_list_prices_carries_floor_prices_along_by_the_rule_of_the_project() {
    let project = small_project("floor-rate-rise");
    let path = project.join("project.json");
    let text = fs::read_to_string(&path).unwrap();
    let rule = r#""floor_price": {"rate": "0.92"}, "schemes": ["#;
    fs::write(&path, text.replace("\"schemes\": [", rule)).unwrap();
    let days = ["--effective", "2026-09-04", "--on", "2026-07-04", "--format", "json"];
    let done = run(&[&["adjust", arg(&project), "--percent", "2"], &days[..]].concat());
    let answer: Value = serde_json::from_str(&done.out).expect(&done.err);
    let line = &answer["bill"]["lines"][0];
    // 10,000 × 1.02 = 10,200, × 0.92 = 9,384; before it, 9,000 stood in the list of homes.
    assert_eq!(line["old_floor_price"], "9000.00");
    assert_eq!(line["new_list_price"], "10200.00");
    assert_eq!(line["new_floor_price"], "9384.00");
    // A rate of its own takes the place of the rule.
    let own = ["--percent", "2", "--floor-rate", "90%", "--dry-run"];
    let done = run(&[&["adjust", arg(&project)], &own[..], &days[..]].concat());
    let answer: Value = serde_json::from_str(&done.out).expect(&done.err);
    assert_eq!(answer["bill"]["lines"][0]["new_floor_price"], "9180.00");
}
