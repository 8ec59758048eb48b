//! The guides are done as they are written: every command, every edit of the project file, every file
//! that they give, and every line of output that they show.

#![allow(missing_docs)]

mod common;

use common::{folder, kaipan, root};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Stdio;

/// The blocks of a guide that something is done with: their language and their lines.
fn blocks(guide: &str) -> Vec<(&str, Vec<&str>)> {
    let mut blocks = Vec::new();
    let mut open: Option<(&str, Vec<&str>)> = None;
    for line in guide.lines() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (Some(language), None) => open = Some((language, Vec::new())),
            (None, Some((_, lines))) => lines.push(line),
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "a block does not end");
    blocks
}

/// Runs a command line, and gives what it prints.
fn done(line: &str, at: &Path, locale: &str) -> String {
    let (command, remark) = line.split_once(" # ").unwrap_or((line, ""));
    let (command, to) = match command.split_once(" > ") {
        Some((command, to)) => (command, Some(to.trim())),
        None => (command, None),
    };
    let words = command.trim().strip_prefix("kaipan ").expect("a command of the program");
    let mut run = kaipan();
    run.args(words.split_whitespace()).current_dir(at).env("LC_ALL", locale).stdin(Stdio::null());
    let output = run.output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    let expected = if remark.contains('3') { 3 } else { 0 };
    assert_eq!(output.status.code(), Some(expected), "{line}: {said}");
    let printed = String::from_utf8(output.stdout).unwrap();
    if let Some(to) = to {
        fs::write(at.join(to), &printed).unwrap();
    }
    printed
}

/// Replaces every run of lines with a minus by the lines with a plus that follow.
fn edited(text: &str, lines: &[&str]) -> String {
    let mut text = text.to_owned();
    let mut at = 0;
    while at < lines.len() {
        let mut take = |sign: char| {
            let mut run = String::new();
            while let Some(line) = lines.get(at).and_then(|line| line.strip_prefix(sign)) {
                run.push_str(line);
                run.push('\n');
                at += 1;
            }
            run
        };
        let (old, new) = (take('-'), take('+'));
        assert!(!old.is_empty() && !new.is_empty(), "{lines:?}");
        assert_eq!(text.matches(&old).count(), 1, "once in the file: {old}");
        text = text.replace(&old, &new);
    }
    text
}

/// Prices a home for each row of a table of floors, and finds base price and value in its price.
fn price_by_factor(factor: &str, locale: &str) {
    let at = folder(&format!("guide-factor-{locale}"));
    let plain = factor.replace(",\n]", "\n]");
    let read: Value = serde_json::from_str(plain.trim_end_matches(',')).unwrap();
    let rows = read["values"]["rows"].as_array().unwrap();
    assert!(rows.len() > 2, "{read}");
    let mut units = "楼栋,楼层,户位,建筑面积\n".to_owned();
    for row in rows {
        units += &format!("1,{},01,100\n", row["key"].as_str().unwrap());
    }
    fs::write(at.join("units.csv"), units).unwrap();
    let project = format!(
        "{{\"project\": {{\"name\": \"表\"}}, \"schemes\": [{{\"code\": \"A\", \"base_price\": \"20000\", \
         \"factors\": [\n{factor}\n]}}]}}"
    );
    fs::write(at.join("project.json"), project).unwrap();
    let printed = done("kaipan price . --format json", &at, locale);
    let table: Value = serde_json::from_str(&printed).unwrap();
    for (row, unit) in rows.iter().zip(table["rows"].as_array().unwrap()) {
        let value: i64 = row["value"].as_str().unwrap().parse().unwrap();
        let price = format!("{}.00", 20_000 + value);
        assert_eq!(unit["unit_price"], price.as_str(), "{row}: {unit}");
    }
}

/// Does a guide in a folder of its own, with the sample list and the record of a year beside it. A block
/// with a name after its language is a file of that name.
fn follow(guide: &str, sample: &str, project: &str, locale: &str) {
    let at = folder(&format!("guide-{locale}"));
    fs::copy(root().join("examples/lakeside").join(sample), at.join(sample)).unwrap();
    let year = root().join("examples/yunjing-bay/year/small.jsonl");
    fs::copy(year, at.join("year.jsonl")).unwrap();
    let guide = fs::read_to_string(root().join(guide)).unwrap();
    let file = at.join(project).join("project.json");
    let mut printed = String::new();
    let (mut commands, mut edits, mut files, mut shown) = (0, 0, 0, 0);
    for (language, lines) in blocks(&guide) {
        match language {
            "sh" => {
                for line in lines {
                    printed = done(line, &at, locale);
                    commands += 1;
                }
            }
            "diff" => {
                let text = fs::read_to_string(&file).unwrap();
                fs::write(&file, edited(&text, &lines)).unwrap();
                edits += 1;
            }
            "text" => {
                let mut rest = printed.as_str();
                for line in lines {
                    let at = rest.find(line).unwrap_or_else(|| panic!("{line}\nnot in\n{rest}"));
                    rest = &rest[at + line.len()..];
                    shown += 1;
                }
            }
            "jsonc" => price_by_factor(&lines.join("\n"), locale),
            other => {
                let named = other.split_once(' ');
                let (_, name) = named.unwrap_or_else(|| panic!("nothing is done with {other}"));
                fs::write(at.join(name), lines.join("\n") + "\n").unwrap();
                files += 1;
            }
        }
    }
    let counts = (commands, edits, files, shown);
    assert!(commands >= 25 && edits >= 5 && files >= 3 && shown >= 60, "{counts:?}");
}

#[test]
fn the_guide_in_chinese_does_what_it_says() {
    follow("docs/guide/zh.md", "房源.xlsx", "湖畔雅苑", "zh_CN.UTF-8");
}

#[test]
fn the_guide_in_english_does_what_it_says() {
    follow("docs/guide/en.md", "homes.xlsx", "lakeside", "C.UTF-8");
}
