//! `kaipan init`: what it makes can be priced at once, and it overwrites nothing.

#![allow(missing_docs)]

mod common;

use common::{YUNJING, folder, run};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

fn is_chinese(c: char) -> bool {
    ('\u{3000}'..='\u{9fff}').contains(&c) || ('\u{ff00}'..='\u{ffef}').contains(&c)
}

#[test]
fn the_example_is_priced_at_once_in_both_languages() {
    for lang in ["zh", "en"] {
        let to = folder(&format!("init-{lang}")).join("sample");
        let sample = to.to_str().unwrap();
        let made = run(&["init", sample, "--lang", lang]);
        assert_eq!((made.status, made.err.as_str()), (0, ""));
        for name in ["project.json", "units.csv", "sales.json"] {
            assert!(made.out.contains(name), "{}", made.out);
            let inside = text(&to.join(name));
            assert_eq!(inside.chars().any(is_chinese), lang == "zh", "{name} in {lang}: {inside}");
        }
        assert_eq!(made.out.chars().any(is_chinese), lang == "zh", "{}", made.out);
        // 21,000 × 98.69 and 21,000 × 76.20.
        let priced = run(&["price", sample, "--lang", lang, "--strict"]);
        assert_eq!(priced.status, 0, "{}{}", priced.out, priced.err);
        let csv = run(&["price", sample, "--lang", lang, "--format", "csv"]).out;
        assert!(csv.contains("2072490.00") && csv.contains("1600200.00"), "{csv}");
    }
}

#[test]
fn the_example_is_quoted_at_once_in_both_languages() {
    for lang in ["zh", "en"] {
        let to = folder(&format!("init-quote-{lang}")).join("sample");
        let sample = to.to_str().unwrap();
        assert_eq!(run(&["init", sample, "--lang", lang]).status, 0);
        let quote = ["quote", sample, "--unit", "1-1-201", "--compare", "--lang", lang];
        for taken in [as_it_is, taken_in] {
            let sales = taken(&text(&to.join("sales.json")));
            fs::write(to.join("sales.json"), sales).unwrap();
            let shown = run(&[&quote[..], &["--date", "2026-05-10"]].concat());
            assert_eq!(shown.status, 0, "{}", shown.err);
            // 2,072,490 × 0.98; 70 % of 2,072,490 in whole ten thousands.
            for total in ["2,031,040.20", "1,450,000"] {
                assert!(shown.out.contains(total), "{total}: {}", shown.out);
            }
        }
    }
}

fn as_it_is(file: &str) -> String {
    file.to_owned()
}

/// A file with the fields and items that a comment leaves out.
fn taken_in(file: &str) -> String {
    let taken = file.lines().map(|line| {
        let inside = line.trim_start().strip_prefix("// ").map(str::trim_start);
        let json = inside.filter(|inside| inside.starts_with(['"', '{', ']']));
        json.filter(|inside| inside.ends_with([',', '['])).unwrap_or(line)
    });
    taken.collect::<Vec<&str>>().join("\n")
}

#[test]
fn every_line_that_is_commented_out_can_be_taken_in() {
    for lang in ["zh", "en"] {
        let to = folder(&format!("init-uncommented-{lang}")).join("sample");
        let sample = to.to_str().unwrap();
        assert_eq!(run(&["init", sample, "--lang", lang]).status, 0);
        let project = text(&to.join("project.json"));
        let uncommented = taken_in(&project);
        assert!(uncommented.lines().count() == project.lines().count());
        fs::write(to.join("project.json"), uncommented).unwrap();
        let json = run(&["price", sample, "--format", "json"]);
        assert!(json.status == 0 || json.status == 3, "{}", json.err);
        // 92 % of the list price, a permit, a target, the spot of unit 1-1-201.
        for part in ["floor_price", "21000.00", "target_average"] {
            assert!(json.out.contains(part), "{part}: {}", json.out);
        }
        let steps = run(&["price", sample, "--lang", lang, "--explain", "1-1-201"]).out;
        assert!(steps.contains("-300"), "{steps}");
    }
}

#[test]
fn nothing_is_overwritten() {
    let to = folder("init-twice");
    let sample = to.to_str().unwrap();
    fs::write(to.join("units.csv"), "mine").unwrap();
    for lang in ["zh", "en"] {
        let again = run(&["init", sample, "--lang", lang]);
        assert_eq!((again.status, again.out.as_str()), (1, ""));
        assert!(again.err.contains("units.csv"), "{}", again.err);
        assert_eq!(again.err.chars().any(is_chinese), lang == "zh", "{}", again.err);
        assert_eq!(text(&to.join("units.csv")), "mine");
        assert!(!to.join("project.json").exists());
    }
}

#[test]
fn a_list_that_cannot_be_read_makes_no_folder() {
    let to = folder("init-nowhere");
    fs::write(to.join("bad.csv"), "房号,楼栋\n1,1\n").unwrap();
    let target = to.join("new");
    for file in ["absent.csv", "bad.csv"] {
        let from = to.join(file);
        let made = run(&[
            "init",
            target.to_str().unwrap(),
            "--from",
            from.to_str().unwrap(),
            "--lang",
            "zh",
        ]);
        assert_eq!(made.status, 1, "{file}: {}", made.out);
        assert!(made.err.contains(file), "{}", made.err);
        assert!(!target.exists());
    }
}

#[test]
fn from_a_list_of_homes_the_project_knows_buildings_lines_and_homes_priced_per_unit() {
    let to = folder("init-from").join("云璟湾");
    let sample = to.to_str().unwrap();
    let made = run(&["init", sample, "--from", &format!("{YUNJING}/units.csv"), "--lang", "zh"]);
    assert_eq!(made.status, 0, "{}", made.err);
    assert!(made.out.contains("2,002 套"), "{}", made.out);
    let project = text(&to.join("project.json"));
    assert!(project.contains("\"name\": \"云璟湾\""));
    // Homes with an entered total have a scheme of their own, and the other leaves them out.
    assert!(project.contains(r#""scope": {"any": [{"building": ["S1", "P"]}]}"#), "{project}");
    assert!(project.contains(r#""scope": {"except": [{"building": ["S1", "P"]}]}"#), "{project}");
    // Without a base price the file asks for one; a target gives it.
    let lacking = run(&["price", sample, "--lang", "zh"]);
    assert_eq!(lacking.status, 1);
    assert!(lacking.err.contains("pricing.no_base"), "{}", lacking.err);
    let args = ["price", sample, "--target-average", "40000", "--format", "csv"];
    let own = run(&args).out;
    let theirs = run(&["price", YUNJING, "--format", "csv"]).out;
    let numbers = |csv: &str| -> BTreeMap<String, String> {
        let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
        let header = reader.headers().unwrap().clone();
        let at = |name: &str| header.iter().position(|title| title == name).unwrap();
        let (unit_no, area) = (at("unit_no"), at("building_area"));
        let row = |row: csv::StringRecord| (row[unit_no].to_owned(), row[area].to_owned());
        reader.records().map(|record| row(record.unwrap())).collect()
    };
    assert_eq!(numbers(&own).len(), 2_002);
    assert_eq!(numbers(&own), numbers(&theirs));
    let json = run(&["price", sample, "--target-average", "40000", "--format", "json"]).out;
    assert!(!json.contains("pricing.schemes_overlap") && !json.contains("pricing.factor_missing"));
}

#[test]
fn an_error_in_a_commented_file_is_told_at_its_place() {
    let to = folder("init-error").join("sample");
    let sample = to.to_str().unwrap();
    assert_eq!(run(&["init", sample, "--lang", "zh"]).status, 0);
    let path = to.join("project.json");
    let project = text(&path);
    fs::write(&path, project.replace("\"price_basis\"", "\"price_basics\"")).unwrap();
    let told = run(&["price", sample, "--lang", "zh"]);
    assert_eq!(told.status, 1);
    assert!(told.err.contains("/schemes/0/price_basics"), "{}", told.err);
    let broken = project.replace("\"price_basis\":", "\"price_basis\"");
    let line = 1 + broken.lines().position(|line| line.contains("\"price_basis\" ")).unwrap();
    fs::write(&path, broken).unwrap();
    let told = run(&["price", sample, "--lang", "zh"]);
    assert_eq!(told.status, 1);
    assert!(told.err.contains(&format!("{line} 行")), "line {line}: {}", told.err);
}
