//! `kaipan price --output`: what is written, and what becomes of an older file.

#![allow(missing_docs)]

mod common;

use common::{SONGFENG, YUNJING, folder, run, well_formed};
use std::fs;
use std::path::Path;

fn path(file: &Path) -> &str {
    file.to_str().expect("a readable path")
}

#[test]
fn csv_and_json_are_what_is_printed() {
    let folder = folder("output-same");
    for (lang, project) in [("zh", SONGFENG), ("en", YUNJING)] {
        for format in ["csv", "json"] {
            let file = folder.join(format!("prices.{format}"));
            let args = ["price", project, "--lang", lang];
            let written = run(&[&args[..], &["--output", path(&file)]].concat());
            let printed = run(&[&args[..], &["--format", format]].concat());
            assert_eq!(written.status, printed.status, "{}", written.err);
            assert_eq!(fs::read_to_string(&file).unwrap(), printed.out);
            assert_eq!(written.err, printed.err);
            assert_eq!(written.out.lines().count(), 1, "{}", written.out);
            assert!(written.out.contains(path(&file)), "{}", written.out);
        }
    }
}

#[test]
fn the_line_says_what_was_written_and_found() {
    let file = folder("output-line").join("价格表.xlsx");
    let zh = run(&["price", YUNJING, "--lang", "zh", "--output", path(&file)]);
    assert_eq!((zh.status, zh.err.as_str()), (3, ""));
    let line = format!("已写出 {}（2,002 套，违规 13 处，提示 115 处）\n", path(&file));
    assert_eq!(zh.out, line);
    let en = run(&["price", YUNJING, "--lang", "en", "--output", path(&file)]);
    let line = format!("written: {} (2,002 homes, 13 violations, 115 notes)\n", path(&file));
    assert_eq!(en.out, line);
}

#[test]
fn a_name_that_says_nothing_and_a_format_that_contradicts_are_refused() {
    let folder = folder("output-refused");
    for name in ["prices", "prices.xls", "prices.pdf"] {
        let file = folder.join(name);
        for (lang, word) in [("zh", "结尾"), ("en", "must end in")] {
            let run = run(&["price", SONGFENG, "--lang", lang, "--output", path(&file)]);
            assert_eq!(run.status, 2);
            for text in [word, ".xlsx", ".csv", ".json", ".html"] {
                assert!(run.err.contains(text), "{}", run.err);
            }
        }
    }
    let file = folder.join("prices.xlsx");
    for format in ["table", "csv", "json"] {
        let run = run(&["price", SONGFENG, "--format", format, "--output", path(&file)]);
        assert_eq!(run.status, 2);
        assert!(run.err.contains("contradicts"), "{}", run.err);
    }
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0, "nothing was written");
    let file = folder.join("prices.csv");
    let same = run(&["price", SONGFENG, "--format", "csv", "--output", path(&file)]);
    assert_eq!(same.status, 0, "{}", same.err);
}

#[test]
fn an_older_file_is_replaced_whole_or_left() {
    let folder = folder("output-replaced");
    let file = folder.join("prices.csv");
    fs::write(&file, "old").unwrap();
    let failed = run(&["price", "no-such-project", "--output", path(&file)]);
    assert_eq!(failed.status, 1);
    assert_eq!(fs::read_to_string(&file).unwrap(), "old");
    let done = run(&["price", SONGFENG, "--output", path(&file)]);
    assert_eq!(done.status, 0, "{}", done.err);
    assert_eq!(fs::read_to_string(&file).unwrap().lines().count(), 417);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "no temporary file is left");
    for (lang, word) in [("zh", "文件不存在"), ("en", "no such file")] {
        let nowhere = folder.join("missing").join("prices.csv");
        let run = run(&["price", SONGFENG, "--lang", lang, "--output", path(&nowhere)]);
        assert_eq!(run.status, 1);
        assert!(run.err.contains(word), "{}", run.err);
    }
}

#[test]
fn options_without_effect_are_told() {
    let file = folder("output-unused").join("prices.csv");
    let args = ["price", SONGFENG, "--output", path(&file)];
    let dated = run(&[&args[..], &["--date", "2026-07-04"]].concat());
    assert!(dated.err.contains("--date has no effect"), "{}", dated.err);
    let explained = run(&[&args[..], &["--explain", "6栋-1802"]].concat());
    assert!(explained.err.contains("--explain has no effect"), "{}", explained.err);
    let alone = run(&["price", SONGFENG, "--date", "2026-07-04"]);
    assert_eq!(alone.status, 2, "a date alone says nothing");
}

#[test]
fn the_page_is_well_formed_loads_nothing_and_is_in_one_language() {
    let folder = folder("output-page");
    for project in [SONGFENG, YUNJING] {
        for lang in ["zh", "en"] {
            let file = folder.join(format!("{lang}.html"));
            let args = ["price", project, "--lang", lang, "--output", path(&file)];
            let run = run(&[&args[..], &["--date", "2026-07-04"]].concat());
            assert!([0, 3].contains(&run.status), "{}", run.err);
            let html = fs::read_to_string(&file).unwrap();
            well_formed(&html);
            let lower = html.to_lowercase();
            for banned in ["<script", "http://", "https://", "url(", "src=", "href=", "@import"] {
                assert!(!lower.contains(banned), "{lang}: {banned}");
            }
            let (own, other) = match lang {
                "zh" => (["价格表", "合计", "均价"], ["Price list", "Overall", "Average"]),
                _ => (["Price list", "Overall", "Average"], ["价格表", "合计", "均价"]),
            };
            for (own, other) in own.iter().zip(other) {
                assert!(html.contains(own) && !html.contains(other), "{lang}: {own}");
            }
            assert!(html.contains("2026-07-04"));
        }
    }
}
