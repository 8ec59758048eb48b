//! Spreadsheets as real programs write them: each is read right, or refused with one message.
//!
//! `spreadsheets/make.py` tells how the files were made; `spreadsheets/expected` holds what each
//! gives. `KAIPAN_BLESS=1` writes what is given now: read every line of it.

mod common;

use common::{root, run};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

fn folder(name: &str) -> PathBuf {
    root().join("crates/kaipan-cli/tests/spreadsheets").join(name)
}

/// What a file gives: its units as a table with how they were read, or the message in both
/// languages.
fn given(file: &str) -> String {
    let path = folder("files").join(file);
    let path = path.to_str().expect("a path in UTF-8");
    let table = run(&["import", path, "--format", "csv", "--lang", "zh"]);
    if table.status == 1 {
        let english = run(&["import", path, "--lang", "en"]);
        assert_eq!((english.status, english.out.as_str()), (1, ""), "{file}");
        return (table.err + &english.err).replace(path, file);
    }
    let dry = run(&["import", path, "--lang", "zh", "--width", "120"]);
    let mut out = String::new();
    let read = dry.out.split("\n前 ").next().unwrap_or_default();
    let _ = write!(out, "{}\n{}", read.replace(path, file), table.out);
    out.push_str(&dry.err);
    if let Some((_, findings)) = dry.out.split_once("\n检查结果") {
        let _ = write!(out, "{findings}");
    }
    out
}

#[test]
fn every_file_is_read_right_or_refused() {
    let bless = std::env::var_os("KAIPAN_BLESS").is_some();
    let names = |folder: PathBuf| {
        let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file"));
        entries
            .map(|entry| entry.file_name().into_string().expect("a name"))
            .collect::<BTreeSet<_>>()
    };
    let files = names(folder("files"));
    assert!(files.len() >= 40, "{} files", files.len());
    let mut wrong = Vec::new();
    for file in &files {
        let given = given(file);
        assert!(!given.contains("internal error"), "{file}");
        // What is refused says so in its name, and nothing else is.
        assert_eq!(given.starts_with("错误"), file.contains("bad"), "{file}:\n{given}");
        let expected = folder("expected").join(format!("{file}.txt"));
        if bless {
            fs::write(&expected, &given).expect("it can be written");
        } else if fs::read_to_string(&expected).ok().as_deref() != Some(given.as_str()) {
            wrong.push(format!("{file} gives\n{given}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let left: BTreeSet<_> = files.iter().map(|file| format!("{file}.txt")).collect();
    assert_eq!(names(folder("expected")), left, "an expectation for every file and no other");
}

#[test]
fn one_table_saved_by_many_programs_is_the_same() {
    let units = |file: &str| {
        let path = folder("files").join(file);
        run(&["import", path.to_str().expect("UTF-8"), "--format", "csv"]).out
    };
    let plain = units("plain.xlsx");
    assert_eq!(plain.lines().count(), 5);
    for file in [
        "title-and-total.xlsx",
        "libreoffice.xlsx",
        "merged-cells.xlsx",
        "merged-cells.ods",
        "old-excel.xls",
        "title-and-total.ods",
        "excel-gbk.csv",
        "excel-unicode.txt",
        "excel-utf8-mark.csv",
        "libreoffice-utf8.csv",
        "libreoffice-semicolon.csv",
        "libreoffice-utf16-tab.csv",
        "libreoffice-gbk.csv",
        "utf16-big-endian.csv",
        "utf16-without-mark.csv",
        "mac-line-ends.csv",
        "semicolons.csv",
        "wrong-name.xlsx",
        "repeated-header.xlsx",
        "several-sheets.xlsx",
    ] {
        assert_eq!(units(file), plain, "{file}");
    }
}

#[test]
fn a_spreadsheet_is_priced_alone_and_in_place_of_a_projects_units() {
    let file = folder("files").join("title-and-total.xlsx");
    let file = file.to_str().expect("UTF-8");
    let alone = run(&["price", file, "--lang", "en", "--width", "120"]);
    assert_eq!(alone.status, 0, "{}", alone.err);
    assert!(alone.out.contains("5,468,874.28"), "{}", alone.out);
    assert!(alone.err.contains("row 9 (totals)"), "{}", alone.err);
    assert!(alone.err.contains("there is no project.json"), "{}", alone.err);
    // Without prices there is nothing to show, and the message says how to go on.
    let bare = folder("files").join("not-from-the-corner.xlsx");
    let bare = run(&["price", bare.to_str().expect("UTF-8"), "--lang", "en"]);
    assert_eq!(bare.status, 1);
    assert!(bare.err.contains("kaipan init"), "{}", bare.err);
    // Unit prices alone give totals too.
    let prices = folder("files").join("long-decimals.xlsx");
    let prices =
        run(&["price", prices.to_str().expect("UTF-8"), "--lang", "en", "--format", "json"]);
    let table: serde_json::Value = serde_json::from_str(&prices.out).expect("JSON");
    assert_eq!(table["rows"][0]["total"], "1426223.64");
    // The units of a project from another file.
    let project = "examples/songfeng-mingyue";
    let scratch = std::env::temp_dir().join(format!("kaipan-table-{}.csv", std::process::id()));
    let table = run(&["price", project, "--format", "csv"]).out;
    fs::write(&scratch, table).expect("it can be written");
    let path = scratch.to_str().expect("UTF-8");
    let other = run(&["price", project, "--units", path, "--lang", "en", "--format", "json"]);
    let own = run(&["price", project, "--lang", "en", "--format", "json"]);
    assert_eq!((other.status, other.out), (own.status, own.out), "{}", other.err);
    fs::remove_file(&scratch).expect("it can be removed");
    let foreign = run(&["price", project, "--units", file, "--lang", "en"]);
    assert!(foreign.err.contains("building \"3\" is not defined"), "{}", foreign.err);
}

#[test]
fn a_folder_has_one_file_of_units() {
    let scratch = std::env::temp_dir().join(format!("kaipan-units-{}", std::process::id()));
    fs::create_dir_all(&scratch).expect("a folder");
    let copy = |from: &str, to: &str| {
        fs::copy(folder("files").join(from), scratch.join(to)).expect("a copy");
    };
    copy("title-and-total.xlsx", "units.xlsx");
    let path = scratch.to_str().expect("UTF-8");
    let one = run(&["price", path, "--lang", "en"]);
    assert_eq!(one.status, 0, "{}", one.err);
    copy("excel-gbk.csv", "units.csv");
    let two = run(&["price", path, "--lang", "en"]);
    assert_eq!(two.status, 1);
    assert!(two.err.contains("units.xlsx stands beside it"), "{}", two.err);
    let named = scratch.join("units.csv");
    let named = run(&["price", path, "--units", named.to_str().expect("UTF-8"), "--lang", "en"]);
    assert_eq!(named.status, 0, "{}", named.err);
    fs::remove_dir_all(&scratch).expect("it can be removed");
}
