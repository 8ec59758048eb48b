//! `kaipan price` on the sample projects.

#![allow(missing_docs)]

mod common;

use common::{SONGFENG, YUNJING, folder, kaipan, run, run_with};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
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
fn filed_prices_are_compared_as_the_rule_of_the_project_asks() {
    // Prices may float there: what counts is the band, not the fen.
    let zh = run(&["price", YUNJING, "--lang", "zh"]).out.replace('\n', "");
    assert!(zh.contains(
        "备案核对：1,116 套中 1,108 套在备案价浮动范围内（上浮 0%、下浮 15%），6 套高于上限，2 套低于下限；\
        离备案价最远的 +1.4185%（3-1-1504，+585 元/㎡）、-18.5007%（6-1-502，-10,131 元/㎡）"
    ));
    assert!(!zh.contains("一分不差"));
    let en = run(&["price", YUNJING, "--lang", "en", "--width", "200"]).out;
    // Their filed prices are 41,241 and 54,760: 585 ÷ 41,241 and 10,131 ÷ 54,760.
    let band = "1,108 of 1,116 homes are in the band of the filed price (up 0 %, down 15 %), \
        6 above, 2 below; farthest from the filed price +1.4185% (3-1-1504, \
        +585 yuan/m²), -18.5007% (6-1-502, -10,131 yuan/m²)";
    assert!(en.contains(band));
    assert!(!en.contains('万'));
}

#[test]
fn figures_are_rounded_for_people_and_exact_in_json() {
    let unit = ["price", YUNJING, "--lang", "zh", "--explain", "1-1-502"];
    let out = run(&[&unit[..], &["--building", "1"]].concat()).out;
    let long = |text: &str| {
        let figures = text.split(|c: char| !c.is_ascii_digit() && c != '.');
        figures.filter_map(|one| one.split_once('.')).any(|(_, rest)| rest.len() > 6)
    };
    assert!(!long(&out), "{out}");
    for word in ["floor", "orientation", "line"] {
        assert!(!out.contains(word), "{word}: {out}");
    }
    let text = run(&["price", YUNJING, "--lang", "zh"]).out;
    assert!(text.contains("41,800.00") && !text.contains("41,800.000293"), "{text}");
    // The base price goes into a scheme: it is told as it is.
    assert!(text.contains("38,621.058055"));
    let json = run(&["price", YUNJING, "--format", "json"]).out;
    assert!(json.contains("41800.000293"));
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
            "filed_price": "10000.00", "list_price": format!("{}.00", 10_000 + at),
            "list_total": format!("{}.{}0", 895_000 + at * 179 / 2, at % 2 * 5),
            "state": if at == 3 { "reserved" } else { "not_released" },
            "name": name, "phase": name, "product_type": name, "batch": name, "permit": name,
            "shared_area": "19.40", "gift_area": "3.00", "surveyed_area": "89.61",
            "attributes": [{"name": "得房率", "value": name}],
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
        let skipped = read["reading"]["skipped_columns"].as_array().unwrap();
        assert!(skipped.iter().all(|column| column["why"] == "computed"), "{skipped:?}");
        assert_eq!(skipped.len(), 16);
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
fn a_target_average_without_targets_is_for_all_units() {
    let songfeng = run(&["price", SONGFENG, "--target-average", "50000", "--lang", "zh"]);
    assert!(songfeng.out.contains("目标 1 · 416 套"), "{}", songfeng.out);
    assert!(songfeng.out.contains("50,000.00"));
    assert!(songfeng.out.contains("备案核对：416 套中 0 套与备案单价一分不差；416 套不同"));
}

#[test]
fn a_target_average_is_for_one_target_whose_units_stay_the_same() {
    let asked = run(&["price", YUNJING, "--target-average", "39000"]);
    assert_eq!((asked.status, asked.out.as_str()), (2, ""));
    for text in ["say it with --target", "456 homes", "38,600.00", "net of discount", "    all  "] {
        assert!(asked.err.contains(text), "{text}: {}", asked.err);
    }
    let zh = run(&["price", YUNJING, "--target-average", "39000", "--target", "4", "--lang", "zh"]);
    assert!(zh.err.contains("项目没有第 4 个目标") && zh.status == 2, "{}", zh.err);
    assert_eq!(run(&["price", YUNJING, "--target", "2"]).status, 2, "of no use by itself");
    let same =
        |text: &str| text.contains("Target 1 · 928 homes") && text.contains("Target 3 · 16 homes");
    let second = run(&["price", YUNJING, "--target-average", "39000", "--target", "2"]);
    assert!(same(&second.out) && second.out.contains("Target 2 · 456 homes"), "{}", second.out);
    assert!(second.out.contains("39,000.00") && second.out.contains("41,800.00"));
    // Only one target has units in the building shown.
    let shown = run(&["price", YUNJING, "--target-average", "39000", "--building", "10"]);
    assert!(same(&shown.out) && shown.out.contains("39,000.00"), "{}", shown.err);
    let all = run(&["price", YUNJING, "--target-average", "42000", "--target", "all"]);
    assert!(all.out.contains("Target 1 · 2,002 homes") && !all.out.contains("Target 2"));
}

/// Homes with a target of their own, and shops at 21,000: a new average for the homes used to be
/// one of the whole project, which dragged the base price of the homes down.
#[test]
fn a_new_average_of_the_only_target_leaves_other_units_alone() {
    let folder = common::folder("only-target");
    let unit = |no: &str, building: &str, area: &str| {
        serde_json::json!({"unit_no": no, "building": building, "floor": 1, "line": "01",
            "building_area": area})
    };
    let homes = serde_json::json!({"any": [{"building": ["1"]}]});
    let project = serde_json::json!({
        "project": {"name": "小区", "units": [unit("101", "1", "100"), unit("S1", "S", "50")]},
        "schemes": [
            {"code": "H", "scope": homes},
            {"code": "S", "scope": {"any": [{"building": ["S"]}]}, "base_price": "21000"},
        ],
        "targets": [{"scope": homes, "goal": {"kind": "average", "average": "9555"}}],
    });
    std::fs::write(folder.join("project.json"), project.to_string()).unwrap();
    let path = folder.to_str().unwrap();
    let given = ["price", path, "--target-average", "9600", "--format", "json"];
    let response: serde_json::Value = serde_json::from_str(&run(&given).out).unwrap();
    assert_eq!(response["targets"][0]["bases"][0]["base_price"], "9600.00");
    assert_eq!(response["targets"][0]["units"], 1);
    assert_eq!(response["rows"][1]["unit_price"], "21000.00");
}

#[test]
fn findings_are_grouped_and_violations_fail() {
    let violated = run(&["price", YUNJING]);
    assert_eq!((violated.status, violated.err.as_str()), (3, ""));
    assert_eq!(run(&["price", SONGFENG, "--strict"]).status, 0);
    // A file of prices has no place for findings.
    let csv = run(&["price", YUNJING, "--format", "csv"]);
    assert_eq!(csv.status, 3);
    assert!(csv.err.contains("13 violations"), "{}", csv.err);
    let text = violated.out;
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

/// Writes the sample into a folder of its own, changed as a spreadsheet or a person changes it.
fn mangled(name: &str, json: impl Fn(String) -> String, csv: impl Fn(String) -> String) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("kaipan-mangled-{name}-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(SONGFENG);
    let read = |file: &str| fs::read_to_string(sample.join(file)).unwrap();
    fs::write(folder.join("project.json"), json(read("project.json"))).unwrap();
    fs::write(folder.join("units.csv"), csv(read("units.csv"))).unwrap();
    folder
}

/// As a spreadsheet saves the units: columns of digits are numbers.
fn saved_by_a_spreadsheet(csv: &str) -> String {
    let number = |cell: &str| match cell.bytes().all(|byte| byte.is_ascii_digit()) {
        true => cell.parse::<u64>().map_or_else(|_| cell.to_owned(), |number| number.to_string()),
        false => cell.to_owned(),
    };
    let line = |line: &str| line.split(',').map(number).collect::<Vec<_>>().join(",");
    csv.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_leading_zero_lost_by_a_spreadsheet_is_a_violation() {
    let folder = mangled("zeros", |json| json, |csv| saved_by_a_spreadsheet(&csv));
    let project = folder.to_str().unwrap();
    let en = run(&["price", project, "--width", "160"]);
    assert_eq!(en.status, 3, "{}", en.err);
    assert!(en.out.contains("violation pricing.factor_spelling"), "{}", en.out);
    let pair = "the table has \"3栋/1单元/01\", units have \"3栋/1单元/1\"";
    assert!(en.out.contains(pair), "{}", en.out);
    let json = run(&["price", project, "--format", "json"]);
    let response: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    let found = &response["findings"][0];
    assert_eq!(found["code"], "pricing.factor_spelling");
    assert_eq!(found["params"].as_array().unwrap().last().unwrap()["value"], "416");
    let zh = run(&["price", project, "--format", "csv", "--lang", "zh"]);
    assert_eq!(zh.status, 3);
    assert!(zh.err.contains("表里写“3栋/1单元/01”，房间写“3栋/1单元/1”"), "{}", zh.err);
    // Nothing that is signed may hang on such prices.
    let sales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(YUNJING);
    fs::copy(sales.join("sales.json"), folder.join("sales.json")).unwrap();
    let unit = ["--unit", "6栋-1802", "--plan", "AJ", "--date", "2026-07-04"];
    let quote = run(&[&["quote", project], &unit[..]].concat());
    assert_eq!(quote.status, 1);
    assert!(quote.err.contains("pricing.factor_spelling"), "{}", quote.err);
    // A building of case.json that no unit is in is told before any price.
    fs::write(folder.join("case.json"), r#"{"buildings":[{"buildings":["06栋"]}]}"#).unwrap();
    let quote = run(&[&["quote", project], &unit[..]].concat());
    assert!(
        quote.err.contains("case.json line 1, column 29: /buildings/0/buildings/0"),
        "{}",
        quote.err
    );
    assert!(quote.err.contains("did you mean \"6栋\"?"), "{}", quote.err);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn one_factor_value_that_no_unit_has_is_a_warning() {
    let key = "{\"key\": \"7栋//04\"";
    let more = "{\"key\": \"8栋//01\", \"value\": \"1\"}, {\"key\": \"7栋//04\"";
    let typed = mangled("typed", |json| json.replace(key, &key.replace("04", "O4")), |csv| csv);
    let unused = mangled("unused", |json| json.replace(key, more), |csv| csv);
    for (folder, told) in
        [(&typed, "did you mean \"7栋//04\"?"), (&unused, "no unit has \"8栋//01\"")]
    {
        let project = folder.to_str().unwrap();
        let warned = run(&["price", project, "--width", "160"]);
        assert_eq!((warned.status, warned.err.as_str()), (0, ""));
        assert!(warned.out.contains(told), "{}", warned.out);
        assert_eq!(run(&["price", project, "--strict"]).status, 3);
        fs::remove_dir_all(folder).unwrap();
    }
}
