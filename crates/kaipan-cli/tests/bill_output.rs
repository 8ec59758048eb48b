//! `--output` of `kaipan adjust` and `kaipan bill show`: homes before and after in a file.

#![allow(missing_docs)]

mod common;

use calamine::{Data, Reader, Xlsx, open_workbook};
use common::{Run, arg, folder, run, small_project, well_formed};
use serde_json::Value;
use std::fs;
use std::path::Path;

fn adjust(project: &Path, args: &[&str]) -> Run {
    let days = ["--effective", "2026-09-04", "--on", "2026-07-04"];
    run(&[&["adjust", arg(project)], &days[..], args].concat())
}

#[test]
fn homes_before_and_after_are_written_by_the_ending() {
    let project = small_project("bill-output");
    let to = folder("bill-output-files");
    let file = |name: &str| to.join(name);
    let made = adjust(
        &project,
        &["--percent", "2", "--output", arg(&file("a.csv")), "--lang", "zh", "--width", "160"],
    );
    assert_eq!((made.status, made.err.as_str()), (0, ""));
    assert!(made.out.contains("a.csv（3 套）") && made.out.contains("前后对照"), "{}", made.out);
    let csv = fs::read_to_string(file("a.csv")).unwrap();
    let rows: Vec<&str> = csv.lines().collect();
    assert_eq!(
        rows[0],
        "\u{feff}房号,建筑面积,原表价,新单价,原总价,新总价,总价变动,变动率,原底价,新底价,标记"
    );
    // 10,000 × 1.02 × 89.50 = 912,900, which is 17,900 more.
    assert_eq!(
        rows[1],
        "\"=\"\"1-101\"\"\",89.50,10000.00,10200.00,895000.00,912900.00,17900.00,0.02,9000.00,,",
        "a spreadsheet would take the number for a date"
    );
    assert_eq!(rows.len(), 4, "{csv}");

    let show = |name: &str, lang: &str| {
        let path = file(name);
        let args = ["bill", "show", arg(&project), "1", "--output", arg(&path), "--lang", lang];
        let shown = run(&args);
        assert_eq!((shown.status, shown.err.as_str()), (0, ""), "{name}");
        assert!(shown.out.contains(name), "{}", shown.out);
        path
    };
    // The bill that is shown is the one that was made.
    assert_eq!(fs::read_to_string(show("b.csv", "zh")).unwrap(), csv);
    let english = fs::read_to_string(show("c.csv", "en")).unwrap();
    assert!(english.starts_with("\u{feff}unit_no,building_area,old_unit_price,new_unit_price,"));
    let json: Value = serde_json::from_str(&fs::read_to_string(show("d.json", "en")).unwrap())
        .expect("it is JSON");
    let stored = fs::read_to_string(project.join("bills/0001.json")).unwrap();
    assert_eq!(json, serde_json::from_str::<Value>(&stored).unwrap());
    let path = show("e.xlsx", "zh");
    let mut book: Xlsx<_> = open_workbook(&path).unwrap();
    assert_eq!(book.sheet_names(), ["逐套", "前后对照"]);
    let homes = book.worksheet_range("逐套").unwrap();
    assert_eq!(homes.get_size(), (4, 11));
    assert_eq!(homes.get_value((1, 5)), Some(&Data::Float(912_900.0)));
    let sums = book.worksheet_range("前后对照").unwrap();
    let last = sums.rows().next_back().unwrap();
    // 912,900 + 1,299,481 + 1,259,200; before, 895,000 + 1,273,977 + 1,234,500.
    assert_eq!(last[0], Data::String("合计".to_owned()));
    assert_eq!((&last[5], &last[6]), (&Data::Float(3_403_477.0), &Data::Float(3_471_581.0)));
    let again = fs::read(&path).unwrap();
    assert_eq!(fs::read(show("e.xlsx", "zh")).unwrap(), again, "the same bill is the same file");

    let page = fs::read_to_string(show("f.html", "zh")).unwrap();
    well_formed(&page);
    for text in ["调价单 0001 · 草稿", "3,471,581", "1-201", "保留原价：2-101"] {
        assert!(page.contains(text), "{text}: {page}");
    }
    let page = fs::read_to_string(show("f.html", "en")).unwrap();
    well_formed(&page);
    assert!(page.contains("Old unit price") && page.contains("Before and after"), "{page}");

    // Both are price lists, which a bill is made from.
    for name in ["a.csv", "c.csv", "e.xlsx"] {
        let path = file(name);
        let args = ["--prices", arg(&path), "--dry-run", "--format", "json"];
        let listed = adjust(&project, &args);
        let listed: Value = serde_json::from_str(&listed.out).expect(&listed.err);
        let lines = json["bill"]["lines"].as_array().unwrap();
        for (line, other) in lines.iter().zip(listed["bill"]["lines"].as_array().unwrap()) {
            assert_eq!(line["new_list_total"], other["new_list_total"], "{name}");
        }
    }
}

#[test]
fn what_cannot_be_written_is_refused_before_anything_is_done() {
    let project = small_project("bill-output-refused");
    let bills = project.join("bills");
    let percent = ["--percent", "2", "--output"];
    for (name, status, zh, en) in [
        ("a.pdf", 2, "“.xlsx”、“.csv”、“.json”或“.html”", ".xlsx, .csv, .json or .html"),
        ("a", 2, "“.xlsx”、“.csv”、“.json”或“.html”", ".xlsx, .csv, .json or .html"),
        ("missing/a.csv", 1, "文件不存在", "no such file"),
    ] {
        for (lang, word) in [("zh", zh), ("en", en)] {
            let path = project.join(name);
            let refused = adjust(&project, &[&percent[..], &[arg(&path), "--lang", lang]].concat());
            assert_eq!(refused.status, status, "{}", refused.err);
            assert!(refused.err.contains(word), "{}", refused.err);
            assert!(!bills.exists(), "no bill was made");
        }
    }
    let path = project.join("a.csv");
    let both = ["--format", "json", "--lang", "en"];
    let both = adjust(&project, &[&percent[..], &[arg(&path)], &both[..]].concat());
    assert!(both.status == 2 && both.err.contains("contradicts"), "{}", both.err);
    assert_eq!(adjust(&project, &["--percent", "2"]).status, 0);
    for (lang, word) in [("zh", "只与“show”同用"), ("en", "goes with show alone")] {
        let args = ["bill", "submit", arg(&project), "1", "--output", arg(&path), "--lang", lang];
        let refused = run(&args);
        assert_eq!(refused.status, 2);
        assert!(refused.err.contains(word), "{}", refused.err);
    }
    let stored = fs::read_to_string(bills.join("0001.json")).unwrap();
    assert!(stored.contains("\"draft\"") && !path.exists(), "{stored}");
}
