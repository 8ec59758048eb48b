//! The workbook of `kaipan price --output FILE.xlsx`, read back as another program reads it.

#![allow(missing_docs)]

mod common;

use calamine::{Data, Range, Reader, Xlsx, open_workbook_from_rs};
use common::{SONGFENG, YUNJING, folder, root, run, small_project};
use kaipan::project::{ColumnSkip, ImportedUnits, Unit, import_csv};
use kaipan_ops::json;
use kaipan_ops::pricing::TableRequest;
use std::fs;
use std::io::Cursor;
use std::path::Path;

type Book = Xlsx<Cursor<Vec<u8>>>;

const LANGS: [&str; 2] = ["zh", "en"];

fn path(file: &Path) -> &str {
    file.to_str().expect("a readable path")
}

/// The bytes of the workbook of a project.
fn written(name: &str, args: &[&str]) -> Vec<u8> {
    let file = folder(name).join("prices.xlsx");
    let run = run(&[&["price"], args, &["--output", path(&file)]].concat());
    assert!([0, 3].contains(&run.status) && run.err.is_empty(), "{}", run.err);
    fs::read(&file).expect("the workbook is there")
}

fn opened(bytes: Vec<u8>) -> Book {
    open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook")
}

fn list_name(lang: &str) -> &'static str {
    if lang == "zh" { "房源" } else { "Homes" }
}

/// A sheet as CSV text, every number as a spreadsheet shows it.
fn csv_of(sheet: &Range<Data>) -> String {
    let mut out = csv::Writer::from_writer(Vec::new());
    for row in sheet.rows() {
        let cells = row.iter().map(|cell| match cell {
            Data::Empty => String::new(),
            Data::String(text) => text.clone(),
            Data::Float(number) => number.to_string(),
            other => panic!("a cell that is neither text nor number: {other:?}"),
        });
        out.write_record(cells).expect("a row");
    }
    String::from_utf8(out.into_inner().expect("all rows")).expect("text")
}

fn read_back(book: &mut Book, lang: &str) -> ImportedUnits {
    let list = book.worksheet_range(list_name(lang)).expect("the list");
    import_csv(&csv_of(&list), None).expect("the reader knows the list")
}

/// The units of a sample project.
fn sample(project: &str) -> Vec<Unit> {
    let text = fs::read_to_string(root().join(project).join("units.csv")).expect("the sample");
    import_csv(&text, None).expect("units").units
}

/// A workbook is priced to the same bytes, and its list holds the same units.
fn same_again(name: &str, args: &[&str], units: &[Unit]) {
    let json = run(&[&["price"], args, &["--format", "json"]].concat());
    for lang in LANGS {
        let bytes = written(&format!("{name}-{lang}"), &[args, &["--lang", lang]].concat());
        let file = folder(&format!("{name}-alone-{lang}")).join("prices.xlsx");
        fs::write(&file, &bytes).unwrap();
        let again = run(&["price", path(&file), "--format", "json"]);
        assert_eq!((again.status, &again.out), (json.status, &json.out), "{name}: {}", again.err);
        let read = read_back(&mut opened(bytes), lang);
        assert_eq!(read.units, units, "{name}");
        let skipped = read.reading.expect("a list").skipped_columns;
        let computed = skipped.iter().filter(|one| one.why == ColumnSkip::Computed).count();
        assert!(computed >= 8, "what was computed is skipped");
    }
}

#[test]
fn the_real_project_comes_back() {
    let units = sample(SONGFENG);
    same_again("real", &[SONGFENG], &units);
    let other = [SONGFENG, "--target-average", "51000", "--floor-rate", "92%"];
    same_again("other", &other, &units);
}

#[test]
fn the_invented_project_comes_back_also_from_a_part_of_it() {
    let units = sample(YUNJING);
    same_again("invented", &[YUNJING], &units);
    same_again("part", &[YUNJING, "--building", "1", "--building", "7"], &units);
}

#[test]
fn the_project_is_in_pieces_that_a_cell_can_hold() {
    let mut book = opened(written("pieces", &[YUNJING]));
    let sheet = book.worksheet_range("kaipan").expect("the project");
    let pieces: Vec<String> = sheet.rows().map(|row| row[0].to_string()).collect();
    assert!(pieces.iter().all(|piece| piece.encode_utf16().count() <= 30_000));
    let request: TableRequest = json::read(&pieces.concat()).expect("project.json");
    assert!(request.project.units.is_empty() && request.schemes.len() == 8);
}

#[test]
fn the_project_of_a_named_workbook_comes_before_one_beside_it() {
    let project = small_project("workbook-own-project");
    let book = project.join("价格表.xlsx");
    let json = |args: &[&str]| run(&[args, &["--format", "json"]].concat());
    let priced = json(&["price", path(&project)]);
    assert_eq!(run(&["price", path(&project), "--output", path(&book)]).status, 0);
    let file = project.join("project.json");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("11000", "12000")).unwrap();
    let dearer = json(&["price", path(&project)]);
    assert!(dearer.out != priced.out && dearer.err.is_empty(), "{}", dearer.err);

    for (lang, word) in [("zh", "自带的内容，没有用旁边的“"), ("en", "carries, not ")]
    {
        let named = json(&["price", path(&book), "--lang", lang]);
        assert_eq!(named.out, priced.out);
        let told = named.err.lines().filter(|line| line.contains(word)).count();
        assert_eq!(told, 1, "{}", named.err);
        assert!(named.err.contains("project.json"), "{}", named.err);
    }
    // As a file of units it gives units, and no project.
    let units = json(&["price", path(&project), "--units", path(&book)]);
    assert_eq!(units.out, dearer.out);
    // Alone there is nothing to tell.
    fs::remove_file(&file).unwrap();
    let alone = json(&["price", path(&book), "--lang", "en"]);
    assert_eq!(alone.out, priced.out);
    assert!(!alone.err.contains("carries"), "{}", alone.err);
}

#[test]
fn csv_is_priced_again_to_the_same_bytes() {
    for project in [SONGFENG, YUNJING] {
        let json = run(&["price", project, "--format", "json"]).out;
        for lang in LANGS {
            let folder = folder(&format!("csv-again-{lang}"));
            let from = root().join(project).join("project.json");
            fs::copy(from, folder.join("project.json")).unwrap();
            let csv = folder.join("units.csv");
            let first = run(&["price", project, "--lang", lang, "--output", path(&csv)]);
            assert!([0, 3].contains(&first.status), "{}", first.err);
            assert_eq!(run(&["price", path(&folder), "--format", "json"]).out, json);
        }
    }
}

#[test]
fn every_building_has_a_sheet_between_cover_and_list() {
    let zh = opened(written("sheets-zh", &[SONGFENG, "--lang", "zh"]));
    assert_eq!(zh.sheet_names(), ["封面", "3栋", "6栋", "7栋", "房源", "方案", "kaipan"]);
    let en = opened(written("sheets-en", &[SONGFENG, "--lang", "en"]));
    assert_eq!(en.sheet_names(), ["Summary", "3栋", "6栋", "7栋", "Homes", "Schemes", "kaipan"]);
    let visible = en.sheets_metadata().iter().map(|sheet| sheet.visible);
    let hidden = visible.filter(|one| *one != calamine::SheetVisible::Visible).count();
    assert_eq!(hidden, 1, "only the project is hidden");
    let found = opened(written("sheets-found", &[YUNJING, "--lang", "zh"]));
    assert!(found.sheet_names().contains(&"检查结果".to_owned()));
}

#[test]
fn the_list_has_known_titles_numbers_and_marks_in_words() {
    for lang in LANGS {
        let mut book = opened(written(&format!("list-{lang}"), &[YUNJING, "--lang", lang]));
        let list = book.worksheet_range(list_name(lang)).unwrap();
        let rows: Vec<&[Data]> = list.rows().collect();
        assert_eq!(rows.len(), 2003, "a row a home under the titles");
        let (zh, en) = (lang == "zh", lang == "en");
        let titles: Vec<String> = rows[0].iter().map(ToString::to_string).collect();
        for title in titles.iter().filter(|title| !title.contains(':')) {
            assert_eq!(title.is_ascii(), en, "{title}");
        }
        let column = |chinese: &str, english: &str| {
            let title = if zh { chinese } else { english };
            titles
                .iter()
                .position(|one| one.eq_ignore_ascii_case(title))
                .unwrap_or_else(|| panic!("{title}"))
        };
        let of = |unit_no: &str| {
            let row = rows.iter().find(|row| row[0] == unit_no);
            *row.unwrap_or_else(|| panic!("{unit_no}"))
        };
        // 42,386 × 128.13 = 5,430,918.18.
        let row = of("1-1-1001");
        assert_eq!(row[column("计价总价", "total")], Data::Float(5_430_918.0));
        assert_eq!(row[column("户位", "line")], Data::String("01".into()));
        assert_eq!(row[column("楼层", "floor")], Data::Float(10.0));
        assert_eq!(row[column("楼栋业态", "building product type")].to_string(), "高层");
        let state = row[column("销控状态", "status")].to_string();
        assert!(!state.is_empty() && state.is_ascii() == en, "{state}");
        // Filed 38,932 and priced 38,546: 386 below, which is 0.99147 %.
        let row = of("1-1-201");
        assert_eq!(row[column("备案价", "filed price")], Data::Float(38_932.0));
        let price = &row[column("建筑面积单价", "building unit price")];
        assert_eq!(*price, Data::Float(38_546.0));
        let away = row[column("备案偏差率", "filed deviation")].to_string();
        assert_eq!(away, "-0.009915");
        let marks = column("标记", "flags");
        let marks: Vec<String> = rows[1..].iter().map(|row| row[marks].to_string()).collect();
        let has = |text: &str| marks.iter().any(|mark| mark.contains(text));
        for (chinese, english) in [("违规", "violation"), ("保留原价", "kept")] {
            assert!(has(if zh { chinese } else { english }));
        }
        assert!(!marks.iter().any(|mark| mark.contains('.')), "no codes");
    }
}

#[test]
fn the_cover_and_the_plan_say_what_the_table_says() {
    let mut book = opened(written("cover", &[SONGFENG, "--lang", "zh", "--date", "2026-07-04"]));
    let cover = book.worksheet_range("封面").unwrap();
    let cells: Vec<&Data> = cover.rows().flatten().collect();
    for number in [416.0, 2_134_261_664.0, 50_270.2, 42_455.8] {
        assert!(cells.contains(&&Data::Float(number)), "{number}");
    }
    let text: Vec<String> = cells.iter().map(ToString::to_string).collect();
    for one in ["价格表（2026-07-04）", "备案核对：416 套中 416 套与备案单价一分不差", "合计"]
    {
        assert!(text.iter().any(|cell| cell == one), "{one}");
    }
    let plan = book.worksheet_range("6栋").unwrap();
    let rows: Vec<Vec<String>> =
        plan.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    let floors: Vec<i64> = rows.iter().filter_map(|row| row[0].parse().ok()).collect();
    assert_eq!(floors, (3..=32).rev().collect::<Vec<i64>>(), "from the top down");
    let row = rows.iter().find(|row| row[0] == "18").expect("floor 18");
    let at = row.iter().position(|cell| cell == "6栋-1802").expect("the home");
    assert_eq!(row[at + 1..at + 3], ["48898.26", "4327496"]);
}

#[test]
fn the_same_prices_are_the_same_file() {
    let args = [SONGFENG, "--lang", "zh"];
    assert!(written("same-1", &args) == written("same-2", &args));
    let dated = [&args[..], &["--date", "2026-07-04"]].concat();
    assert!(written("same-3", &dated) == written("same-4", &dated));
    assert!(written("same-5", &args) != written("same-6", &dated), "the date stands in it");
}

#[test]
fn hostile_names_stay_text() {
    const BUILDINGS: [&str; 3] = ["1/2", "a:b", "History"];
    let names = ["01", "=1+1", "'01", "=\"01\"", "3-1-02", "+86", "true", "_x0041_", "a&b<c>\"'"];
    let unit = |(at, name): (usize, &&str)| {
        serde_json::json!({
            "unit_no": name, "building": BUILDINGS[at % 3], "floor": -1,
            "top_floor": if at == 4 { Some(2) } else { None }, "line": name, "building_area": "89.50", "phase": name,
            "filed_total": "123456789012345.67",
            "attributes": [{"name": "备注", "value": name}],
        })
    };
    let units: Vec<serde_json::Value> = names.iter().enumerate().map(unit).collect();
    let project = serde_json::json!({
        "project": {"name": "&A_x0041_\u{1}[]", "units": units},
        "schemes": [{"code": "=S", "base_price": "10000"}],
        "rules": {"filed": null},
    });
    let file = folder("hostile-book").join("project.json");
    fs::write(&file, project.to_string()).unwrap();
    let request: TableRequest = json::read(&project.to_string()).unwrap();
    same_again("hostile", &[path(&file)], &request.project.units);
}
