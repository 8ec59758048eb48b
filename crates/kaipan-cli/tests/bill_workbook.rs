//! `kaipan bill … execute` where the units stand in a workbook.

#![allow(missing_docs)]

mod common;

use common::{Run, arg, folder, run, small_project};
use rust_xlsxwriter::Workbook;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A project whose units stand in a workbook, as a person keeps it: a title above the table.
fn project_with_workbook(name: &str) -> std::path::PathBuf {
    let project = small_project(name);
    let csv = fs::read_to_string(project.join("units.csv")).unwrap();
    fs::remove_file(project.join("units.csv")).unwrap();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "云溪里房源表").unwrap();
    for (row, line) in (1_u32..).zip(csv.lines()) {
        for (column, cell) in (0_u16..).zip(line.split(',')) {
            match cell.parse::<f64>() {
                Ok(number) if !cell.starts_with('0') => {
                    sheet.write_number(row, column, number).unwrap()
                }
                _ => sheet.write_string(row, column, cell).unwrap(),
            };
        }
    }
    book.save(project.join("units.xlsx")).unwrap();
    project
}

fn adjust(project: &Path) {
    let days = ["--percent", "2", "--effective", "2026-09-04", "--on", "2026-07-04"];
    let made = run(&[&["adjust", arg(project)], &days[..]].concat());
    assert_eq!(made.status, 0, "{}", made.err);
}

fn step(project: &Path, action: &str, args: &[&str]) -> Run {
    run(&[&["bill", action, arg(project), "1", "--on", "2026-09-04"], args].concat())
}

fn approve(project: &Path) {
    for action in ["submit", "approve"] {
        let done = step(project, action, &[]);
        assert_eq!(done.status, 0, "{action}: {}{}", done.out, done.err);
    }
}

fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

fn json(args: &[&str]) -> Value {
    let done = run(&[args, &["--format", "json"]].concat());
    serde_json::from_str(&done.out).expect(&done.err)
}

#[test]
fn units_csv_takes_the_place_of_the_workbook_which_is_kept() {
    for (lang, line) in [
        ("zh", "，今后以此为准；原工作簿保留为"),
        ("en", "takes the place of the workbook, which is kept as"),
    ] {
        let project = project_with_workbook(&format!("bill-workbook-{lang}"));
        let book = fs::read(project.join("units.xlsx")).unwrap();
        adjust(&project);
        approve(&project);
        let done = step(&project, "execute", &["--lang", lang]);
        assert_eq!(done.status, 0, "{}{}", done.out, done.err);
        let told: Vec<&str> = done.out.lines().filter(|told| told.contains(line)).collect();
        assert_eq!(told.len(), 1, "{}", done.out);
        assert!(told[0].contains("units.csv") && told[0].contains("units.before-0001.xlsx"));
        let all = ["bills", "project.json", "units.before-0001.xlsx", "units.csv"];
        assert_eq!(names(&project), all.map(str::to_owned).into());
        assert_eq!(fs::read(project.join("units.before-0001.xlsx")).unwrap(), book);
        // The headers stay in her language and order, whatever that of the run.
        let units = fs::read_to_string(project.join("units.csv")).unwrap();
        assert!(units.starts_with("\u{feff}房号,楼栋,楼层,户位,户型,建筑面积,"), "{units}");
        let table = json(&["price", arg(&project), "--in-force"]);
        // 1,273,977 × 1.02 = 1,299,456.54; by unit price 10,590 × 1.02 = 10,801.8, up to 10,802
        // yuan, × 120.30 = 1,299,480.6, up to 1,299,481 yuan.
        assert_eq!(table["rows"][1]["total"], "1299481.00");
        assert_eq!(table["rows"][0]["unit_no"], "1-101");
    }
}

#[test]
fn what_is_in_the_way_stops_it_and_nothing_changes() {
    let project = project_with_workbook("bill-workbook-in-the-way");
    let book = project.join("units.xlsx");
    adjust(&project);
    approve(&project);
    let own = fs::read_to_string(project.join("bills/0001.json")).unwrap();
    // Named by its path, the workbook may stand beside a table.
    fs::write(project.join("units.csv"), "hers").unwrap();
    for (lang, word) in [("zh", "已经存在"), ("en", "is there already")] {
        let done = step(&book, "execute", &["--lang", lang]);
        assert_eq!(done.status, 1, "{}", done.out);
        assert!(done.err.contains("units.csv") && done.err.contains(word), "{}", done.err);
    }
    assert_eq!(fs::read_to_string(project.join("units.csv")).unwrap(), "hers");
    assert_eq!(fs::read_to_string(project.join("bills/0001.json")).unwrap(), own);
    let all = ["bills", "project.json", "units.csv", "units.xlsx"];
    assert_eq!(names(&project), all.map(str::to_owned).into());
    fs::remove_file(project.join("units.csv")).unwrap();
    // A name that is taken is not written over.
    fs::write(project.join("units.before-0001.xlsx"), "hers too").unwrap();
    let done = step(&project, "execute", &["--format", "json"]);
    assert_eq!(done.status, 0, "{}", done.err);
    assert!(done.err.contains("units.before-0001-2.xlsx"), "{}", done.err);
    assert_eq!(fs::read_to_string(project.join("units.before-0001.xlsx")).unwrap(), "hers too");
}

#[test]
fn a_workbook_that_carries_its_project_leaves_it_beside_the_units() {
    let from = small_project("bill-workbook-from");
    let project = folder("bill-workbook-carried");
    let book = project.join("units.xlsx");
    assert_eq!(run(&["price", arg(&from), "--output", arg(&book)]).status, 0);
    let schemes = json(&["price", arg(&project)]);
    adjust(&project);
    approve(&project);
    let done = step(&project, "execute", &["--lang", "en"]);
    assert_eq!(done.status, 0, "{}{}", done.out, done.err);
    assert!(done.out.contains("units.csv and "), "{}", done.out);
    let all = ["bills", "project.json", "units.before-0001.xlsx", "units.csv"];
    assert_eq!(names(&project), all.map(str::to_owned).into());
    let after = json(&["price", arg(&project)]);
    assert_eq!(after["rows"][0]["scheme"], schemes["rows"][0]["scheme"]);
    assert_eq!(after["rows"][0]["total"], schemes["rows"][0]["total"]);
    let in_force = json(&["price", arg(&project), "--in-force"]);
    assert_eq!(in_force["rows"][1]["total"], "1299481.00");
}
