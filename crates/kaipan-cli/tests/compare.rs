//! `kaipan price --in-force` and `--compare`: prices in force, and two tables side by side.

#![allow(missing_docs)]

mod common;

use calamine::{Reader, Xlsx, open_workbook};
use common::{SONGFENG, arg, folder, run, small_project, well_formed};
use serde_json::Value;
use std::fs;

#[test]
fn list_prices_in_force_are_shown_without_pricing() {
    let project = small_project("compare-in-force");
    let done = run(&["price", arg(&project), "--in-force", "--format", "json"]);
    assert_eq!(done.status, 0, "{}", done.err);
    let table: Value = serde_json::from_str(&done.out).unwrap();
    assert_eq!(table["rows"][1]["total"], "1273977.00");
    assert_eq!(table["rows"][1]["source"], "in_force");
    let trial = run(&["price", arg(&project), "--format", "json"]);
    let trial: Value = serde_json::from_str(&trial.out).unwrap();
    // The scheme would make it 11,000 × 120.30.
    assert_eq!(trial["rows"][1]["total"], "1323300.00");
    let shown = run(&["price", arg(&project), "--in-force", "--lang", "zh"]);
    assert!(shown.out.contains("10,590") && !shown.out.contains("11,000"), "{}", shown.out);
    let none = run(&["price", SONGFENG, "--in-force", "--lang", "en"]);
    assert_eq!(none.status, 1);
    assert!(none.err.contains("units without a list price in force, 416: "), "{}", none.err);
    let both =
        run(&["price", arg(&project), "--in-force", "--target-average", "1", "--lang", "en"]);
    assert_eq!(both.status, 2, "{}", both.err);
}

#[test]
fn two_tables_side_by_side() {
    let project = small_project("compare-tables");
    // The trial against the prices in force of the same units.
    let units = project.join("units.csv");
    let args = ["price", arg(&project), "--compare", arg(&units), "--width", "160"];
    let zh = run(&[&args[..], &["--lang", "zh"]].concat());
    assert_eq!((zh.status, zh.err.as_str()), (0, ""));
    // 11,000 × 89.50 = 984,500 is 89,500 more than 895,000, 10 %; the sold home keeps its price.
    for text in ["价格不同 3 套", "+89,500", "+10%", "984,500", "-34,500", "对照："] {
        assert!(zh.out.contains(text), "{text}: {}", zh.out);
    }
    assert!(!zh.out.contains("\n2-101"), "the same in both: {}", zh.out);
    let en = run(&[&args[..], &["--lang", "en", "--color", "always"]].concat());
    assert!(en.out.contains("4 homes in both, of which 3 differ"), "{}", en.out);
    assert!(
        en.out.contains("\u{1b}[31m+89,500") && en.out.contains("\u{1b}[32m-34,500"),
        "{}",
        en.out
    );
    let json = run(&[&args[..], &["--format", "json"]].concat());
    let json: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(json["differing"], 3);
    assert_eq!(json["rows"][0]["change"], "89500.00");
}

#[test]
fn a_bill_is_compared_by_its_number() {
    let project = small_project("compare-bill");
    let adjust = ["adjust", arg(&project), "--percent", "2", "--effective", "2026-09-04"];
    run(&[&adjust[..], &["--building", "1", "--on", "2026-07-04"]].concat());
    let compare = ["price", arg(&project), "--in-force", "--compare", "1"];
    let done = run(&[&compare[..], &["--lang", "zh"]].concat());
    // In force 895,000, by the bill 912,900.
    assert!(done.out.contains("原价为“第 1 号价格单”，新价为现行表价"), "{}", done.out);
    assert!(done.out.contains("-17,900") && done.out.contains("价格不同 2 套"), "{}", done.out);
    assert!(done.out.contains("只在“现行表价”中：2 套"), "{}", done.out);
    let none = run(&["price", arg(&project), "--compare", "7", "--lang", "zh"]);
    assert_eq!(none.status, 2);
    assert!(none.err.contains("没有第 7 号价格单"), "{}", none.err);
}

#[test]
fn what_cannot_be_compared_is_told() {
    let project = small_project("compare-wrong");
    let other = small_project("compare-other");
    let units = "房号,楼栋,楼层,户位,建筑面积,表价\n9-101,1,1,01,100,10000\n";
    fs::write(other.join("units.csv"), units).unwrap();
    let nothing = run(&["price", arg(&project), "--compare", arg(&other), "--lang", "zh"]);
    assert_eq!(nothing.status, 1);
    assert!(nothing.err.contains("两张价格表没有相同的房间"), "{}", nothing.err);
    let none = run(&["price", arg(&project), "--compare", "nowhere", "--lang", "en"]);
    assert!(none.err.contains("there is no such file"), "{}", none.err);
    let twice = ["--compare", "1", "--explain", "1-101", "--lang", "en"];
    let twice = run(&[&["price", arg(&project)], &twice[..]].concat());
    assert_eq!(twice.status, 2, "{}", twice.err);
    // The file without prices is named, and not the project; and what to do.
    let list = other.join("list.csv");
    fs::write(&list, "房号,楼栋,楼层,户位,建筑面积\n1-101,1,1,01,89.50\n").unwrap();
    for (lang, cure) in [("zh", "加一列“表价”或“总价”"), ("en", "add a column of unit prices")]
    {
        let none = run(&["price", arg(&project), "--compare", arg(&list), "--lang", lang]);
        assert_eq!(none.status, 1);
        assert!(none.err.contains("list.csv") && none.err.contains(cure), "{}", none.err);
        assert!(!none.err.contains("project.json"), "{}", none.err);
    }
    fs::write(&list, "房号,新价\n1-101,10100\n9-909,1\n").unwrap();
    let unknown = run(&["price", arg(&project), "--compare", arg(&list), "--lang", "zh"]);
    assert!(unknown.err.contains("list.csv: 第 3 行"), "{}", unknown.err);
}

#[test]
fn prices_are_compared_with_those_that_a_file_shows() {
    let project = small_project("compare-file");
    let to = folder("compare-file-files");
    let list = to.join("list.csv");
    fs::write(&list, "房号,新价\n1-101,10100\n").unwrap();
    let args = ["price", arg(&project), "--in-force", "--compare", arg(&list), "--format", "json"];
    let json: Value = serde_json::from_str(&run(&args).out).unwrap();
    assert_eq!(json["rows"][0]["old_total"], "903950.00", "10,100 × 89.50");
    assert_eq!(json["rows"][0]["new_total"], "895000.00");
    assert_eq!(json["only_after"].as_array().unwrap().len(), 3);
    // A price table that was written shows the prices of the trial.
    for name in ["table.csv", "table.xlsx"] {
        let file = to.join(name);
        assert_eq!(run(&["price", arg(&project), "--output", arg(&file)]).status, 0);
        let args = ["price", arg(&project), "--compare", arg(&file), "--format", "json"];
        let done = run(&args);
        let json: Value = serde_json::from_str(&done.out).expect(&done.err);
        assert_eq!((&json["differing"], json["rows"].as_array().unwrap().len()), (&0.into(), 4));
    }
}

#[test]
fn a_comparison_and_prices_in_force_are_written_to_files() {
    let project = small_project("compare-written");
    let to = folder("compare-written-files");
    let adjust = ["adjust", arg(&project), "--percent", "2", "--effective", "2026-09-04"];
    run(&[&adjust[..], &["--building", "1", "--on", "2026-07-04"]].concat());
    let write = |name: &str, lang: &str, args: &[&str]| {
        let file = to.join(name);
        let all = ["price", arg(&project), "--in-force", "--output", arg(&file), "--lang", lang];
        let done = run(&[&all[..], args].concat());
        assert_eq!((done.status, done.err.as_str()), (0, ""), "{name}: {}", done.out);
        assert!(done.out.contains(name), "{}", done.out);
        fs::read(&file).unwrap()
    };
    let text =
        |name: &str, lang: &str, args: &[&str]| String::from_utf8(write(name, lang, args)).unwrap();
    let csv = text("c.csv", "zh", &["--compare", "1"]);
    let rows: Vec<&str> = csv.lines().collect();
    assert!(rows[0].ends_with(
        "房号,楼栋,户型,建筑面积,原单价,新单价,单价差,原总价,新总价,总价变动,变动率,说明"
    ));
    // 912,900 by the bill, 895,000 in force.
    assert!(
        rows[1].contains("1幢,A,89.50,10200.00,10000.00,-200.00,912900.00,895000.00,-17900.00")
    );
    assert!(rows[4].ends_with("只在“现行表价”中"), "{csv}");
    assert_eq!(rows.len(), 5);
    let page = text("c.html", "zh", &["--compare", "1"]);
    well_formed(&page);
    assert!(page.contains("价格对照") && page.contains("原价为“第 1 号价格单”"), "{page}");
    let page = text("c.html", "en", &["--compare", "1"]);
    well_formed(&page);
    assert!(page.contains("Prices compared") && page.contains("-17,900"), "{page}");
    let json = text("c.json", "en", &["--compare", "1"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["differing"], 2);
    write("c.xlsx", "zh", &["--compare", "1"]);
    let mut book: Xlsx<_> = open_workbook(to.join("c.xlsx")).unwrap();
    assert_eq!(book.sheet_names(), ["逐套", "前后对照"]);
    assert_eq!(book.worksheet_range("逐套").unwrap().get_size(), (5, 12));
    for (name, total) in [("f.csv", "1273977"), ("f.html", "1,273,977"), ("f.json", "1273977")] {
        assert!(text(name, "zh", &[]).contains(total), "{name}");
    }
    write("f.xlsx", "zh", &[]);
}
