//! Command lines that cannot be understood, and help.

#![allow(missing_docs)]

mod common;

use common::{kaipan, run};

const WRONG: &[&[&str]] = &[
    &["pric"],
    &["price"],
    &["price", "x", "y"],
    &["price", "x", "--foo"],
    &["price", "x", "--widht", "100"],
    &["price", "x", "--width", "3"],
    &["price", "x", "--width", "wide"],
    &["price", "x", "--format", "foo"],
    &["price", "x", "--format", "csw"],
    &["price", "x", "--width"],
    &["price", "x", "--target-average", "abc"],
    &["price", "x", "--target-average", "-1"],
    &["price", "x", "--target-average=-1"],
    &["price", "x", "--strict", "--strict"],
    &["price", "x", "--strict=yes"],
    &["price", "x", "--in-force", "--explain", "1"],
    &["adjust", "x", "--effective", "2026-09-04"],
    &["adjust", "x", "--percent", "2"],
    &["adjust", "x", "--percent", "two", "--effective", "2026-09-04"],
    &["adjust", "x", "--percent", "2", "--amount", "3", "--effective", "2026-09-04"],
    &["adjust", "x", "--percent", "2", "--floor", "9-3", "--effective", "2026-09-04"],
    &["bill", "burn", "x", "1"],
    &["bill", "submit", "x"],
    &["bill", "submit", "x", "0"],
    &["quote", "x"],
    &["quote", "x", "--unit", "1", "--date", "2026-13-01"],
    &["quote", "x", "--unit", "1", "--loan", "1万万"],
    &["quote", "x", "--unit", "1", "--months", "0"],
    &["quote", "x", "--unit", "1", "--group", "-1"],
    &["schema"],
    &["call"],
    &["help", "prise"],
    &["price", "x", "--lang", "fr"],
];

fn outside(text: &str, open: char, close: char) -> String {
    let (mut out, mut inside) = (String::new(), false);
    for letter in text.chars() {
        match inside {
            true => inside = letter != close,
            false if letter == open => inside = true,
            false => out.push(letter),
        }
    }
    out
}

#[test]
fn usage_is_told_wholly_in_the_language_of_the_user() {
    let chinese = |text: &str| text.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}'));
    for args in WRONG {
        for lang in ["zh", "en"] {
            let locale = if lang == "zh" { "zh_CN.UTF-8" } else { "en_US.UTF-8" };
            let done = kaipan().args(*args).env("LC_ALL", locale).output().unwrap();
            let err = String::from_utf8(done.stderr).unwrap();
            assert_eq!((done.status.code(), done.stdout.len()), (Some(2), 0), "{args:?}: {err}");
            let plain = match lang {
                "zh" => outside(&err, '“', '”'),
                _ => outside(&err, '"', '"'),
            };
            // The names of commands stand before what they are for.
            let plain: String = plain.lines().filter(|line| !line.starts_with("    ")).collect();
            match lang {
                "zh" => {
                    assert!(plain.contains("问题"), "{args:?}: {err}");
                    let letters = plain.contains(|c: char| c.is_ascii_alphabetic());
                    assert!(!letters, "{args:?}: {err}");
                }
                _ => assert!(!chinese(&plain) && plain.contains("what:"), "{args:?}: {err}"),
            }
        }
    }
}

#[test]
fn the_language_asked_for_goes_before_the_locale() {
    let zh = run(&["price", "x", "--width", "3", "--lang", "zh"]);
    assert!(zh.err.contains("“--width <数>”不能是“3”：应为 40 到 2000 的整数"), "{}", zh.err);
    let en = run(&["price", "x", "--width", "3", "--lang=en"]);
    assert!(en.err.contains("it must be a whole number from 40 to 2000"), "{}", en.err);
}

#[test]
fn help_is_there_in_every_way_to_ask() {
    for args in [&["--help"][..], &["help"], &["-h"], &["price", "--help"], &["help", "price"]] {
        let done = run(args);
        assert_eq!((done.status, done.err.as_str()), (0, ""), "{args:?}");
        assert!(done.out.contains("Usage: kaipan"), "{args:?}: {}", done.out);
        assert!(done.out.contains("Print help"), "{args:?}: {}", done.out);
    }
    assert!(run(&["--version"]).out.starts_with("kaipan "));
    assert!(run(&["help", "price"]).out.contains("--target-average"));
}

/// Names that are typed: they are the same in every language.
const TYPED: &[&str] = &[
    "slip",
    "kaipan",
    "import",
    "init",
    "customer",
    "deal",
    "area",
    "services",
    "ledger",
    "journal",
    "vouchers",
    "T",
    "price",
    "adjust",
    "bill",
    "list",
    "show",
    "submit",
    "withdraw",
    "approve",
    "reject",
    "execute",
    "void",
    "quote",
    "match",
    "call",
    "ops",
    "schema",
    "errors",
    "help",
    "zh",
    "en",
    "table",
    "csv",
    "json",
    "auto",
    "always",
    "never",
    "equal-instalment",
    "equal-principal",
    "JSON",
    "CSV",
    "overdue",
    "tasks",
    "forecast",
    "letters",
    "arrears",
    "report",
    "calendar",
    "xml",
    "XML",
    "day",
    "week",
    "month",
    "quarter",
    "half-year",
    "year",
    "headquarters",
    "region",
    "city-company",
    "project-company",
    "project",
    "phase",
    "building",
    "department",
    "node",
    "unit",
    "customer",
    "agent",
    "channel",
    "media",
    "sub-media",
    "campaign",
    "grade",
    "product",
    "layout",
    "batch",
    "detail",
    "marketing",
    "finance",
];

#[test]
fn help_is_wholly_in_one_language() {
    let chinese = |text: &str| text.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}'));
    let commands = [
        "",
        "init",
        "import",
        "price",
        "adjust",
        "bill",
        "quote",
        "customer",
        "customer match",
        "deal",
        "deal area",
        "deal services",
        "ledger",
        "ledger journal",
        "ledger vouchers",
        "report",
        "report list",
        "report calendar",
        "call",
        "ops",
        "schema",
        "errors",
        "help",
    ];
    for command in commands {
        for flag in ["--help", "-h", "help"] {
            for lang in ["zh", "en"] {
                let args: Vec<&str> = match (command, flag) {
                    ("", flag) => vec![flag, "--lang", lang],
                    (command, "help") => {
                        let first = command.split(' ').next().unwrap_or(command);
                        vec!["help", first, "--lang", lang]
                    }
                    (command, flag) => command.split(' ').chain([flag, "--lang", lang]).collect(),
                };
                let args = match lang {
                    // The locale decides where no language is asked for.
                    "zh" if flag == "-h" => args.get(..args.len() - 2).unwrap().to_vec(),
                    _ => args,
                };
                let locale = if lang == "zh" { "zh_CN.UTF-8" } else { "en_US.UTF-8" };
                let done = kaipan().args(&args).env("LC_ALL", locale).output().unwrap();
                assert!(done.status.success(), "{args:?}");
                let text = String::from_utf8(done.stdout).unwrap();
                assert!(text.len() > 100, "{args:?}: {text}");
                // Examples are as they are typed.
                for line in text.lines().filter(|line| !line.starts_with("  kaipan ")) {
                    match lang {
                        "zh" => {
                            let plain = outside(line, '“', '”');
                            let words = plain.split(|c: char| !c.is_ascii_alphabetic() && c != '-');
                            let words = words.filter(|word| {
                                word.contains(|c: char| c.is_ascii_alphabetic())
                                    && !word.starts_with('-')
                                    && !TYPED.contains(word)
                            });
                            let words: Vec<&str> = words.collect();
                            assert!(words.is_empty(), "{args:?}: {words:?} in {line}");
                        }
                        _ => assert!(!chinese(&outside(line, '"', '"')), "{args:?}: {line}"),
                    }
                }
            }
        }
    }
}

#[test]
fn nothing_at_all_gets_the_help_of_the_program() {
    let done = run(&[]);
    assert_eq!((done.status, done.out.as_str()), (2, ""));
    assert!(done.err.contains("Usage: kaipan"), "{}", done.err);
}

#[test]
fn the_list_of_codes_shows_names_without_shapes() {
    for lang in ["zh", "en"] {
        let out = run(&["errors", "--lang", lang]).out;
        assert!(out.contains("{bytes}") && !out.contains(":yuan}"), "{out}");
        assert!(!out.contains(":number}") && !out.contains(":list}"), "{out}");
    }
}
