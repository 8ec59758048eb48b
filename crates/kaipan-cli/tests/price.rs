//! `kaipan price` on the sample projects.

#![allow(missing_docs)]

mod common;

use common::{SONGFENG, YUNJING, folder, kaipan, run, run_with};
use std::io::Read;
use std::process::Stdio;
use unicode_width::UnicodeWidthStr;

#[test]
fn the_real_project_equals_all_filed_prices() {
    let zh = run(&["price", SONGFENG, "--lang", "zh"]);
    assert_eq!((zh.status, zh.err.as_str()), (0, ""));
    assert!(zh.out.contains("备案核对：416 套中 416 套与备案单价一分不差"), "{}", zh.out);
    let en = run(&["price", SONGFENG]);
    assert!(en.out.contains("416 of 416 homes equal the filed price to the fen"), "{}", en.out);
    for text in ["松风明月花园", "2,134,261,664", "50,270.20", "416 homes", "6栋"] {
        assert!(en.out.contains(text), "{text}");
    }
    assert!(!en.out.contains('\u{1b}'), "no colours without a terminal");
}

#[test]
fn the_language_follows_the_locale() {
    let zh = kaipan().args(["price", SONGFENG]).env("LC_ALL", "zh_CN.UTF-8").output().unwrap();
    assert!(String::from_utf8(zh.stdout).unwrap().contains("备案核对"));
    let of_lang = kaipan().arg("ops").env("LC_ALL", "").env("LANG", "zh_TW").output().unwrap();
    assert!(String::from_utf8(of_lang.stdout).unwrap().contains("定价"));
}

#[test]
fn an_explanation_leads_from_base_to_total() {
    let run = run(&[
        "price",
        SONGFENG,
        "--explain",
        "6栋-1802",
        "--explain",
        "3栋-1单元-3101",
        "--lang",
        "zh",
    ]);
    assert_eq!(run.status, 0, "{}", run.err);
    let lines: Vec<&str> = run.out.lines().collect();
    let at = |text: &str| {
        lines.iter().position(|line| line.contains(text)).unwrap_or_else(|| panic!("{text}"))
    };
    assert!(at("6栋-1802") < at("3栋-1单元-3101"), "in the order asked for");
    let steps = ["46,948.255", "48,898.255", "4,327,495.5675", "4,327,496", "48,898.26"];
    let places = steps.map(at);
    assert!(places.is_sorted(), "{places:?}");
    assert!(run.out.contains("人民币肆佰叁拾贰万柒仟肆佰玖拾陆元整"));
    assert!(run.out.contains("48,898.26 元/㎡（一致）"));
    assert!(!run.out.contains("汇总"));
}

#[test]
fn explanations_name_the_rules_of_every_kind() {
    let en = run(&[
        "price",
        YUNJING,
        "--explain",
        "7-1-1101",
        "--explain",
        "11-01",
        "--explain",
        "1-1-204",
    ]);
    for text in ["gift area", "÷ discount", "solved base", "half up to 100", "signed", "kept"] {
        assert!(en.out.contains(text), "{text}: {}", en.out);
    }
}

#[test]
fn csv_has_a_row_a_unit_and_a_column_a_factor() {
    let zh = run(&["price", SONGFENG, "--format", "csv", "--lang", "zh"]);
    let text = zh.out.strip_prefix('\u{feff}').expect("a byte-order mark");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headers = reader.headers().unwrap().clone();
    for header in ["房号", "因素:户位", "因素:楼层", "建筑面积单价", "计价总价", "备案价"]
    {
        assert!(headers.iter().any(|one| one == header), "{header}");
    }
    assert_eq!(reader.records().map(Result::unwrap).count(), 416);
    let en = run(&["price", YUNJING, "--format", "csv"]);
    let text = en.out.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headers = reader.headers().unwrap().clone();
    let column = |name: &str| headers.iter().position(|one| one == name).unwrap();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 2002);
    assert!(headers.iter().any(|one| one == "factor:层差 9 幢"));
    let total: i64 =
        rows.iter().map(|row| row[column("total")].replace('.', "").parse::<i64>().unwrap()).sum();
    assert_eq!(total, 854_567_229_600);
}

/// Names of which a spreadsheet would make dates, numbers and formulas.
const HOSTILE: [&str; 18] = [
    "3-1-02",
    "01",
    "=1+1",
    "+86",
    "-1",
    "@x",
    "1E5",
    "12345678901234567890",
    "'01",
    "TRUE",
    "=\"01\"",
    "a,b",
    "say \"hi\"",
    "1/2",
    "3月1日",
    "=HYPERLINK(\"x\",\"y\")",
    "101",
    "6栋//02",
];

#[test]
fn csv_is_safe_in_a_spreadsheet_and_read_back_to_the_same_units() {
    let unit = |(at, name): (usize, &&str)| {
        serde_json::json!({
            "unit_no": name, "building": "1-2", "stair": name, "floor": -1, "line": name,
            "layout": name, "orientation": "=南", "view": name, "building_area": "89.50",
            "inside_area": "70.10", "floor_price": "9000.00", "floor_total": "805500.00",
            "filed_price": "12000.00", "list_price": format!("{}.00", 10_000 + at),
            "list_total": "895000.00", "state": "not_released",
        })
    };
    let units: Vec<serde_json::Value> = HOSTILE.iter().enumerate().map(unit).collect();
    let project = serde_json::json!({
        "project": {"name": "=1+1", "units": units},
        "schemes": [{"code": "=S", "base_price": "10000", "factors": [{
            "name": "=F", "dimension": "building", "method": "difference",
            "values": {"kind": "table", "rows": [{"key": "1-2", "value": "-5"}]},
        }]}],
    });
    let file = folder("hostile").join("project.json");
    std::fs::write(&file, project.to_string()).unwrap();
    for lang in ["zh", "en"] {
        let run = run(&["price", file.to_str().unwrap(), "--format", "csv", "--lang", lang]);
        assert_eq!((run.status, run.err.as_str()), (0, ""));
        let text = run.out.strip_prefix('\u{feff}').unwrap();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let row = reader.records().next().unwrap().unwrap();
        let cells = ["=\"3-1-02\"", "=\"1-2\"", "=\"3-1-02\"", "-1", "=\"3-1-02\""];
        assert_eq!(row.iter().take(5).collect::<Vec<_>>(), cells);
        for cell in text.lines().flat_map(|line| line.split(',')) {
            let formula = cell.trim_start_matches('"').starts_with(['=', '+', '-', '@', '\t']);
            let number = cell.parse::<f64>().is_ok();
            assert!(!formula || number || cell.starts_with("\"=\"\""), "{cell}");
        }
        let request = serde_json::json!({"csv": run.out}).to_string();
        let read = run_with(&["call", "project.import_units"], request.as_bytes());
        let read: serde_json::Value = serde_json::from_str(&read.out).unwrap();
        assert_eq!(read["units"], serde_json::Value::from(units.clone()), "{lang}");
        assert_eq!(read["ignored"].as_array().unwrap().len(), 15);
    }
}

#[test]
fn the_table_of_a_sample_project_is_read_back_whole() {
    for (project, count) in [(SONGFENG, 416), (YUNJING, 2002)] {
        let csv = run(&["price", project, "--format", "csv", "--lang", "zh"]).out;
        let request = serde_json::json!({"csv": csv}).to_string();
        let read = run_with(&["call", "project.import_units"], request.as_bytes());
        let read: serde_json::Value = serde_json::from_str(&read.out).unwrap();
        assert_eq!(read["rows"], count);
    }
}

#[test]
fn json_is_the_response_of_the_operation() {
    let run = run(&["price", SONGFENG, "--format", "json", "--explain", "7栋-1801"]);
    let response: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(response["rows"].as_array().unwrap().len(), 416);
    assert_eq!(response["filed"]["equal"], 416);
    let explained = |row: &&serde_json::Value| row["steps"].is_array();
    let rows: Vec<_> = response["rows"].as_array().unwrap().iter().filter(explained).collect();
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0]["unit_no"], "7栋-1801");
}

#[test]
fn no_line_is_wider_than_asked_for() {
    for project in [SONGFENG, YUNJING] {
        for lang in ["zh", "en"] {
            for width in ["40", "60", "80", "100", "120", "160"] {
                let args = ["price", project, "--lang", lang, "--width", width, "--color", "never"];
                fits(&run(&args).out, width, &args);
            }
        }
    }
    for width in ["60", "80"] {
        let args =
            ["price", YUNJING, "--explain", "1-1-3102", "--explain", "11-01", "--width", width];
        fits(&run(&args).out, width, &args);
    }
}

fn fits(out: &str, width: &str, args: &[&str]) {
    let most: usize = width.parse().unwrap();
    assert!(out.lines().count() > 20);
    for line in out.lines() {
        assert!(line.width() <= most, "{args:?}: {} > {most}\n{line}", line.width());
    }
}

#[test]
fn wide_buildings_fold_and_repeat_the_floors() {
    let narrow = run(&["price", SONGFENG, "--building", "6栋", "--width", "60"]);
    let heads = narrow.out.lines().filter(|line| line.starts_with("floor")).count();
    assert_eq!(heads, 2, "{}", narrow.out);
    let wide =
        kaipan().args(["price", SONGFENG, "--building", "6栋"]).env("COLUMNS", "120").output();
    let wide = String::from_utf8(wide.unwrap().stdout).unwrap();
    assert_eq!(wide.lines().filter(|line| line.starts_with("floor")).count(), 1, "{wide}");
    assert!(!wide.contains("7栋-"));
}

#[test]
fn colours_only_when_wanted() {
    let with = |color: &str, name: &str, value: &str| {
        let args = ["price", SONGFENG, "--color", color];
        let output = kaipan().args(args).env(name, value).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(with("always", "COLORTERM", "truecolor").contains("\u{1b}[38;2;0;0;0;48;2;"));
    assert!(with("always", "COLORTERM", "").contains("\u{1b}[38;5;16;48;5;"));
    assert!(!with("auto", "NO_COLOR", "1").contains('\u{1b}'));
    assert!(!with("never", "COLORTERM", "truecolor").contains('\u{1b}'));
}

#[test]
fn a_target_average_takes_the_place_of_targets() {
    let songfeng = run(&["price", SONGFENG, "--target-average", "50000", "--lang", "zh"]);
    assert!(songfeng.out.contains("目标 1 · 416 套"), "{}", songfeng.out);
    assert!(songfeng.out.contains("50,000.00"));
    assert!(songfeng.out.contains("备案核对：416 套中 0 套与备案单价一分不差；416 套不同"));
    let yunjing = run(&["price", YUNJING, "--target-average", "42000"]);
    assert!(yunjing.out.contains("Target 1 · 2,002 homes"));
    assert!(!yunjing.out.contains("Target 2"));
}

#[test]
fn findings_are_grouped_and_strict_fails_on_violations() {
    let run_strict = run(&["price", YUNJING, "--strict"]);
    assert_eq!(run_strict.status, 3);
    assert_eq!(run(&["price", YUNJING]).status, 0);
    assert_eq!(run(&["price", SONGFENG, "--strict"]).status, 0);
    let text = run_strict.out;
    assert!(text.contains("13 violations"));
    let place = |code: &str| text.find(code).unwrap_or_else(|| panic!("{code}"));
    assert!(place("pricing.above_filed · 6") < place("pricing.kept · 113"));
    let many = run(&["price", SONGFENG, "--target-average", "60000"]);
    assert!(many.out.contains("(--format json for all)"));
}

#[test]
fn a_closed_pipe_is_no_error() {
    let mut child = kaipan()
        .args(["price", YUNJING, "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert!(child.wait().unwrap().success());
    assert_eq!(err, "");
}
