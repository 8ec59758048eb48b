//! Whatever is wrong with the input, there is a code, a place and a way to mend it.

#![allow(missing_docs)]

mod common;

use common::{Run, SONGFENG, YUNJING, folder, root, run};
use std::fs::{self, File};

fn refused(run: &Run, code: &str, texts: &[&str]) {
    assert_eq!(run.status, 1, "{}", run.err);
    assert_eq!(run.out, "");
    assert!(run.err.starts_with(&format!("error [{code}]\n")), "{}", run.err);
    for text in texts {
        assert!(run.err.contains(text), "{text}: {}", run.err);
    }
    for unwanted in ["panicked", "RUST_BACKTRACE", "stack backtrace"] {
        assert!(!run.err.contains(unwanted), "{}", run.err);
    }
}

fn price(path: &std::path::Path) -> Run {
    run(&["price", path.to_str().unwrap()])
}

#[test]
fn files_that_are_not_there() {
    refused(
        &run(&["price", "/nowhere/at/all"]),
        "input.file",
        &["/nowhere/at/all", "no such file"],
    );
    refused(&price(&folder("empty")), "input.project", &["project.json"]);
    let within = folder("folder-for-a-file");
    fs::create_dir(within.join("project.json")).unwrap();
    refused(&price(&within), "input.file", &["folder"]);
    let bare = folder("no-units");
    fs::write(bare.join("project.json"), r#"{"project":{"name":"x"},"schemes":[]}"#).unwrap();
    refused(&price(&bare), "input.file", &["units.csv", "holds no units"]);
}

#[test]
fn files_that_do_not_hold_a_project() {
    let place = folder("broken");
    let file = place.join("project.json");
    for (bytes, code, texts) in [
        (&b""[..], "json.syntax", &["project.json"][..]),
        (b"{\"project\": \"\xff\"}", "input.utf8", &["line 1"]),
        (b"[1, 2", "json.syntax", &["line 1"]),
        (b"{\"project\":{\"name\":1},\"schemes\":[]}", "json.type", &["/project/name"]),
        (
            b"{\"project\":{\"name\":\"x\"},\"scheme\":[]}",
            "json.unknown_field",
            &["/scheme", "schemes"],
        ),
        (b"\x00\x01\x02", "json.syntax", &["project.json"]),
    ] {
        fs::write(&file, bytes).unwrap();
        refused(&price(&place), code, texts);
    }
    let deep = "[".repeat(100_000);
    fs::write(&file, deep).unwrap();
    let run = price(&place);
    assert_eq!(run.status, 1);
    assert!(run.err.contains("[json."), "{}", run.err);
}

#[test]
fn files_that_are_too_large_are_not_read() {
    let place = folder("huge");
    let file = place.join("project.json");
    File::create(&file).unwrap().set_len(200 << 20).unwrap();
    refused(&price(&place), "input.too_large", &["209,715,200", "67,108,864"]);
    fs::remove_file(&file).unwrap();
    fs::write(&file, r#"{"project":{"name":"x"},"schemes":[]}"#).unwrap();
    File::create(place.join("units.csv")).unwrap().set_len(200 << 20).unwrap();
    refused(&price(&place), "input.too_large", &["units.csv"]);
}

#[test]
fn errors_in_units_name_file_and_unit() {
    let place = folder("units");
    let project = fs::read_to_string(root().join(SONGFENG).join("project.json")).unwrap();
    fs::write(place.join("project.json"), project).unwrap();
    let units = place.join("units.csv");
    let header = "unit_no,building,stair,floor,line,building_area\n";
    let mut many = header.to_owned();
    for row in 0..30 {
        many.push_str(&format!("u{row},6栋,,3,02,\n"));
    }
    fs::write(&units, &many).unwrap();
    let run = price(&place);
    refused(&run, "project.cell", &["units.csv", "29 more", "… and 26 more alike"]);
    fs::write(&units, format!("{header}A,6栋,,3,02,88\nB,6栋,,3,02,-1\n")).unwrap();
    refused(&price(&place), "project.cell", &["units.csv", "cell \"F3\" (\"building_area\")"]);
    // GBK is read, and what is text in no encoding is refused.
    fs::write(&units, b"\xb7\xbf\xba\xc5\n").unwrap();
    refused(&price(&place), "project.no_header", &["units.csv", "name the columns in one row"]);
    fs::write(&units, b"\xb7\xff\xff\n").unwrap();
    refused(&price(&place), "input.spreadsheet", &["units.csv", "save it as CSV in UTF-8"]);
    fs::write(&units, "房号,楼层\n").unwrap();
    refused(&price(&place), "project.missing_column", &["units.csv"]);
}

#[test]
fn errors_in_options() {
    let unknown = run(&["price", SONGFENG, "--explain", "6栋-1803x"]);
    refused(&unknown, "pricing.unknown_unit", &["--explain", "did you mean \"6栋-1803\"?"]);
    let building = run(&["price", YUNJING, "--building", "13"]);
    refused(&building, "project.unknown_reference", &["--building"]);
    for args in [
        &["price", SONGFENG, "--target-average", "51,00"][..],
        &["price", SONGFENG, "--target-average", "0"],
        &["price", SONGFENG, "--width", "10"],
        &["price", SONGFENG, "--format", "pdf"],
        &["price"],
        &["sell"],
        &[],
    ] {
        assert_eq!(run(args).status, 2, "{args:?}");
    }
}

#[test]
fn messages_have_no_gaps() {
    let quote = ["quote", YUNJING, "--date", "2026-07-04", "--unit"];
    let cases: [&[&str]; 6] = [
        &["price", SONGFENG, "--building", "99"],
        &["price", SONGFENG, "--explain", "x"],
        &["price", "/nowhere/at/all"],
        &[&quote[..], &["x", "--plan", "AJ"]].concat(),
        &[&quote[..], &["1-1-1001", "--plan", "X", "--discount", "Y"]].concat(),
        &[&quote[..], &["1-1-1001", "--plan", "AJ", "--signing", "2026-07-01"]].concat(),
    ];
    for case in cases {
        for lang in ["zh", "en"] {
            let run = run(&[case, &["--lang", lang]].concat());
            assert_eq!(run.status, 1, "{}", run.err);
            // What a message has no value for is filled with a question mark.
            assert!(!run.err.contains('?'), "{case:?}: {}", run.err);
        }
    }
}

#[test]
fn names_cannot_command_the_terminal() {
    let place = folder("escape");
    let project = fs::read_to_string(root().join(SONGFENG).join("project.json")).unwrap();
    let project = project.replacen("松风明月花园", "松风\\u001b[2J明月", 1);
    fs::write(place.join("project.json"), project).unwrap();
    fs::copy(root().join(SONGFENG).join("units.csv"), place.join("units.csv")).unwrap();
    let run = price(&place);
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(!run.out.contains('\u{1b}'));
}

#[test]
fn one_file_with_units_in_it_is_a_project() {
    let place = folder("single");
    let file = place.join("villa.json");
    fs::write(
        &file,
        r#"{"project":{"name":"一墅","units":[{"unit_no":"V1","building":"1","floor":1,"line":"1",
            "building_area":"100"}]},"schemes":[{"code":"A","base_price":12345.67}]}"#,
    )
    .unwrap();
    let run = price(&file);
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(run.out.contains("12,346"), "{}", run.out);
}
