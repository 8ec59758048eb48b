//! What is wrong with a project file is told as somebody sees it in an editor.

#![allow(missing_docs)]

mod common;

use common::{Run, arg, run, small_project};
use std::fs;

/// Prices the small project with this in place of a text of its file.
fn priced(name: &str, from: &str, to: &str, lang: &str) -> Run {
    let folder = small_project(name);
    let file = folder.join("project.json");
    let text = fs::read_to_string(&file).unwrap();
    assert_eq!(text.matches(from).count(), 1, "{from}");
    // A comment of two lines and one with quotes in it move all places.
    let text = format!("/* 说明\n \"云溪里\" */\n{}", text.replace(from, to));
    fs::write(&file, text).unwrap();
    run(&["price", arg(&folder), "--lang", lang])
}

#[test]
fn errors_name_line_and_column_and_the_pointer() {
    let base = "\"base_price\": \"11000\"";
    for (from, to, pointer, zh, en) in [
        // Of what is read, a name that is wrong, and of what is computed.
        (
            base,
            "\"base_price\": [1]",
            "/schemes/1/base_price",
            "第 8 行第 34 列",
            "line 8, column 34",
        ),
        (
            base,
            "\"base_prise\": \"1\"",
            "/schemes/1/base_prise",
            "第 8 行第 34 列",
            "line 8, column 34",
        ),
        (
            "\"up\": \"0.15\"",
            "\"up\": \"-1\"",
            "/rules/filed/up",
            "第 10 行第 23 列",
            "line 10, column 23",
        ),
        // What is missing would stand in the scheme.
        ("\"code\": \"GC\", ", "", "/schemes/1", "第 8 行第 5 列", "line 8, column 5"),
    ] {
        for (lang, place) in [("zh", zh), ("en", en)] {
            let run = priced("places", from, to, lang);
            assert_eq!(run.status, 1, "{to}: {}", run.err);
            let first = run.err.lines().nth(1).unwrap_or_default();
            assert!(first.contains(place) && first.contains(pointer), "{to}: {}", run.err);
        }
    }
}

#[test]
fn full_width_marks_are_named_with_the_plain_ones() {
    for (from, to, wide, plain) in [
        ("\"name\": \"云溪里\",", "\"name\": \"云溪里\"，", "“，”", "“,”"),
        ("\"code\": \"GC\"", "\"code\"：\"GC\"", "“：”", "“:”"),
        ("\"code\": \"GC\"", "“code”: \"GC\"", "““”", "“\"”"),
        ("\"code\": \"GC\"", "\"code”: \"GC\"", "“””", "“\"”"),
    ] {
        let run = priced("wide", from, to, "zh");
        assert_eq!(run.status, 1);
        assert!(run.err.contains(wide) && run.err.contains(plain), "{to}: {}", run.err);
        let english = priced("wide", from, to, "en").err;
        assert!(english.contains("full-width") && english.contains("line "), "{english}");
    }
}

#[test]
fn rates_in_percent_are_refused_with_the_form_to_use() {
    let run = priced("percent", "\"up\": \"0.15\"", "\"up\": \"15%\"", "zh");
    assert_eq!(run.status, 1);
    assert!(run.err.contains("“15%”带有百分号") && run.err.contains("“0.15”"), "{}", run.err);
}

#[test]
fn unknown_names_of_a_selection_come_with_the_nearest() {
    let clause = "{\"any\": [{\"building\": [\"S\"]}]}";
    let wrong = "{\"any\": [{\"building\": [\"S\"]}, {\"unit_no\": [\"1-1011\", \"2-11\"]}]}";
    let zh = priced("near", clause, wrong, "zh").out;
    assert!(zh.contains("是否指“1-101”") && zh.contains("是否指“2-101”"), "{zh}");
    let en = priced("near", clause, wrong, "en").out;
    assert!(en.contains("did you mean \"1-101\"") && en.contains("did you mean \"2-101\""), "{en}");
}
