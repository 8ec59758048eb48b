//! `kaipan adjust`: price bills from the program.

#![allow(missing_docs)]

mod common;

use common::{Run, arg, run, small_project};
use serde_json::Value;
use std::fs;
use std::path::Path;

const DAYS: [&str; 4] = ["--effective", "2026-09-04", "--on", "2026-07-04"];

fn adjust(project: &Path, args: &[&str]) -> Run {
    run(&[&["adjust", arg(project), "--width", "160"], &DAYS[..], args].concat())
}

/// New unit price and total of each line of the answer.
fn new_prices(run: &Run) -> Vec<(String, String, String)> {
    let answer: Value = serde_json::from_str(&run.out).expect(&run.err);
    let text = |line: &Value, field: &str| line[field].as_str().unwrap_or_default().to_owned();
    let lines = answer["bill"]["lines"].as_array().unwrap();
    lines
        .iter()
        .map(|line| {
            (text(line, "unit_no"), text(line, "new_list_price"), text(line, "new_list_total"))
        })
        .collect()
}

fn lines(prices: &[(&str, &str, &str)]) -> Vec<(String, String, String)> {
    let owned = |text: &str| text.to_owned();
    prices.iter().map(|(unit, price, total)| (owned(unit), owned(price), owned(total))).collect()
}

#[test]
fn two_percent_more_shows_before_and_after_and_writes_a_draft() {
    let project = small_project("adjust-percent");
    let done = adjust(&project, &["--percent", "2", "--reason", "二次开盘", "--lang", "zh"]);
    assert_eq!((done.status, done.err.as_str()), (0, ""));
    // 895,000 + 1,273,977 + 1,234,500 = 3,403,477. After it 10,200 × 89.50 = 912,900;
    // 10,590 × 1.02 = 10,801.80, so 10,802 × 120.30 = 1,299,480.60, so 1,299,481; and the shop keeps
    // the rounding of its total: 1,234,500 × 1.02 = 1,259,190, so 1,259,200. Together 3,471,581.
    for text in [
        "调价单 0001 · 草稿",
        "方式    +2%",
        "二次开盘",
        "3,403,477",
        "3,471,581",
        "+68,104",
        "1幢",
        "2,212,381",
        "1 套 · 房间在交易中（签约），保留原价：2-101",
        "bills/0001.json",
        "kaipan bill submit",
    ] {
        assert!(done.out.contains(text), "{text}: {}", done.out);
    }
    let stored = fs::read_to_string(project.join("bills/0001.json")).unwrap();
    let stored: Value = serde_json::from_str(&stored).unwrap();
    assert_eq!(stored["bill"]["state"], "draft");
    assert_eq!(stored["bill"]["lines"][2]["new_list_total"], "1259200.00");
    assert_eq!(stored["history"][0]["on"], "2026-07-04");
    assert_eq!(stored["skipped"][0]["unit_no"], "2-101");
    // Nothing else is touched.
    let units = fs::read_to_string(project.join("units.csv")).unwrap();
    assert!(units.contains("1-101,1,1,01,A,89.50,在售,10000,895000"), "{units}");
}

#[test]
fn a_dry_run_writes_nothing_and_says_so() {
    let project = small_project("adjust-dry");
    let done = adjust(&project, &["--percent", "2", "--dry-run", "--homes", "--lang", "en"]);
    assert_eq!((done.status, done.err.as_str()), (0, ""));
    assert!(done.out.contains("A dry run: no bill was written."), "{}", done.out);
    assert!(done.out.contains("1,299,481") && done.out.contains("+25,504"), "{}", done.out);
    assert!(!project.join("bills").exists());
}

#[test]
fn every_mode_and_every_choice_of_homes() {
    let project = small_project("adjust-modes");
    let given = |name: &str, text: &str| {
        let path = project.join(name);
        fs::write(&path, text).unwrap();
        arg(&path).to_owned()
    };
    let list = given(
        "new.csv",
        "\u{feff}7 月调价,,\n房号,新单价,新总价（万元）\n1-101,\"10,300\",\nS-01,,125\n",
    );
    let select = given("select.json", r#"{"any":[{"floor":[{"from":2}]}]}"#);
    let scheme = given("scheme.json", r#"{"code":"X","base_price":"12000"}"#);
    for (args, expected) in [
        // 10,000 + 150 on 89.50 m², 10,590 + 150 on 120.30: 1,292,022.
        (
            &["--amount", "150", "--building", "1幢"][..],
            &[("1-101", "10150.00", "908425.00"), ("1-201", "10740.00", "1292022.00")][..],
        ),
        (&["--amount=-150元/㎡", "--unit", "1-101"], &[("1-101", "9850.00", "881575.00")]),
        (&["--total-amount", "2万", "--layout", "铺"], &[("S-01", "27468.80", "1254500.00")]),
        (&["--percent=-1", "--floor", "2-9"], &[("1-201", "10484.00", "1261225.00")]),
        (&["--percent", "1%", "--select", &select], &[("1-201", "10696.00", "1286729.00")]),
        // All homes on sale to one average: 11,000 × 89.50.
        (&["--average", "11000", "--unit", "1-101"], &[("1-101", "11000.00", "984500.00")]),
        (
            &["--average", "11000", "--shift", "--unit", "1-101"],
            &[("1-101", "11000.00", "984500.00")],
        ),
        (
            &["--prices", &list],
            &[("1-101", "10300.00", "921850.00"), ("S-01", "27370.26", "1250000.00")],
        ),
        (
            &["--scheme", "高层"],
            &[("1-101", "11000.00", "984500.00"), ("1-201", "11000.00", "1323300.00")],
        ),
        // 895,000 × 1.02; 1,234,500 − 30,000; and all others 100 yuan per m² more.
        (
            &[
                "--percent",
                "2",
                "--floor",
                "1",
                "--building",
                "1",
                "--also",
                "total-amount=-3万,layout=铺",
                "--also",
                "amount=100",
            ],
            &[
                ("1-101", "10200.00", "912900.00"),
                ("1-201", "10690.00", "1286007.00"),
                ("S-01", "26373.99", "1204500.00"),
            ],
        ),
        (&["--scheme", "SP"], &[("S-01", "26275.45", "1200000.00")]),
        (&["--scheme", &scheme, "--unit", "1-101"], &[("1-101", "12000.00", "1074000.00")]),
    ] {
        let args = [args, &["--dry-run", "--format", "json", "--lang", "en"]].concat();
        let done = adjust(&project, &args);
        assert_eq!(new_prices(&done), lines(expected), "{args:?}: {}", done.err);
    }
    let all = adjust(&project, &["--scheme", "all", "--dry-run", "--format", "json"]);
    assert_eq!(new_prices(&all).len(), 3);
    let floor = adjust(
        &project,
        &["--percent", "2", "--floor-rate", "0.92", "--dry-run", "--format", "json"],
    );
    // 10,200 × 0.92.
    assert!(floor.out.contains("\"new_floor_price\":\"9384.00\""), "{}", floor.out);
}

#[test]
fn what_is_almost_surely_a_mistake_is_told() {
    let project = small_project("adjust-careless");
    let list = project.join("new.csv");
    fs::write(&list, "unit_no,new_unit_price\n1-101,102000\n2-101,10300\n9-901,10000\n").unwrap();
    for (args, status, zh, en) in [
        (
            &["--percent", "0.02"][..],
            3,
            "“percent”填的 0.02 即 0.02%",
            "\"percent\" is 0.02, that is 0.02 %",
        ),
        (&["--amount", "0"], 0, "3 套的价格没有变动", "units whose price does not change: 3"),
        (&["--average", "5.1万"], 3, "通常不超过 30%", "up to 30 % is usual"),
        (&["--percent", "2", "--building", "7"], 1, "楼栋“7”未在项目中定义", "building \"7\""),
        (
            &["--percent", "2", "--building", "2"],
            1,
            "所选 1 套没有一套可以定价：1 套房间在交易中（签约）",
            "none of the units chosen (1) can get a new price",
        ),
        (&["--percent", "2", "--layout", "C"], 1, "没有房间", "there are no units"),
        (&["--scheme", "GK"], 1, "是否指“GC”？", "did you mean \"GC\"?"),
        (&["--scheme", "SP", "--building", "1"], 1, "不给所选房间定价", "prices none of the homes"),
        (&["--prices", arg(&list)], 1, "9-901", "9-901"),
        (
            &["--percent", "2", "--also", "percent=3"],
            0,
            "--also percent=3  第 1 个追加部分没有房间",
            "--also percent=3  further part 1 has no units",
        ),
        (&["--percent", "2", "--also", "3"], 2, "“3”看不懂", "\"3\" is not understood"),
        (
            &["--percent", "2", "--also", "building=1"],
            2,
            "没有调价方式",
            "how prices change: one of",
        ),
        (&["--percent", "2", "--also", "percent=1,amount=3"], 2, "只能有一种", "in one way only"),
        (&["--prices", "none.csv"], 1, "文件不存在", "there is no such file"),
        (&["--percent", "2", "--amount", "3"], 2, "不能与“--amount", "does not go with --amount"),
        (
            &[],
            2,
            "要给出其中一个：“--percent”、“--amount”",
            "one of these options is missing: --percent",
        ),
        (&["--average", "9000", "--percent", "1"], 2, "不能与", "does not go with"),
        (&["--percent", "2", "--floor", "9-3"], 2, "从低到高", "from low to high"),
        (&["--percent", "2", "--shift"], 0, "“--shift”没有作用", "--shift has no effect"),
    ] {
        for (lang, text) in [("zh", zh), ("en", en)] {
            let done = adjust(&project, &[args, &["--dry-run", "--lang", lang]].concat());
            let said = format!("{}{}", done.out, done.err);
            assert!(said.contains(text), "{args:?}: {text}: {said}");
            assert_eq!(done.status, status, "{args:?}: {said}");
        }
    }
    let late = ["--percent", "2", "--effective", "2028-01-01", "--dry-run", "--lang", "zh"];
    let late = run(&[&["adjust", arg(&project), "--on", "2026-07-04"], &late[..]].concat());
    assert!(late.err.contains("生效日 2028-01-01 在一年以后"), "{}", late.err);
}

#[test]
fn a_row_of_a_price_list_that_matches_no_home_is_told_with_its_row() {
    let project = small_project("adjust-rows");
    let list = project.join("new.csv");
    fs::write(&list, "房号,新单价\n\n1-101,10300\n1-211,10800\n2-101,10300\n").unwrap();
    let done = adjust(&project, &["--prices", arg(&list), "--lang", "zh"]);
    assert_eq!(done.status, 1, "{}", done.out);
    assert!(done.err.contains("new.csv: 第 4 行") && done.err.contains("1-211"), "{}", done.err);
    assert!(done.err.contains("1-201"), "the nearest: {}", done.err);
    fs::write(&list, "房号,新单价\n1-101,10300\n2-101,10300\n").unwrap();
    let done = adjust(&project, &["--prices", arg(&list), "--lang", "zh"]);
    // A home in a deal keeps its price, and that is said.
    assert_eq!(done.status, 0, "{}", done.err);
    assert!(done.out.contains("保留原价：2-101"), "{}", done.out);
    fs::write(&list, "房号,新单价\n1-101,面议\n").unwrap();
    let done = adjust(&project, &["--prices", arg(&list), "--lang", "en"]);
    assert!(done.err.contains("cell \"B2\" (\"新单价\")"), "{}", done.err);
}

#[test]
fn a_price_list_is_read_by_the_titles_and_on_the_sheet_that_people_use() {
    let project = small_project("adjust-titles");
    let list = project.join("new.csv");
    fs::write(&list, "房号,单价,新价\n1-101,10000,10300\n").unwrap();
    let done = adjust(&project, &["--prices", arg(&list), "--dry-run", "--lang", "zh"]);
    assert_eq!(done.status, 0, "{}", done.err);
    assert!(done.out.contains("921,850"), "10,300 × 89.50: {}", done.out);
    assert!(done.out.contains("新价格取自“新价”列"), "{}", done.out);
    fs::write(&list, "房间号,挂牌单价\n1-101,10300\n").unwrap();
    let done = adjust(&project, &["--prices", arg(&list), "--dry-run", "--lang", "en"]);
    assert!(done.out.contains("of the columns: 挂牌单价"), "{}{}", done.out, done.err);
    let book = project.join("new.xlsx");
    let mut workbook = rust_xlsxwriter::Workbook::new();
    for (name, price) in [("一稿", 10_100.0), ("二稿", 10_200.0)] {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).unwrap();
        sheet.write(0, 0, "房号").unwrap().write(0, 1, "新价").unwrap();
        sheet.write(1, 0, "1-101").unwrap().write(1, 1, price).unwrap();
    }
    workbook.save(&book).unwrap();
    let of = |sheet: &str, lang: &str| {
        let args = ["--prices", arg(&book), "--sheet", sheet, "--dry-run", "--lang", lang];
        adjust(&project, &args)
    };
    let done = of("二稿", "zh");
    assert!(done.out.contains("912,900"), "10,200 × 89.50: {}{}", done.out, done.err);
    let none = of("三稿", "zh");
    assert!(none.err.contains("没有工作表“三稿”"), "{}", none.err);
    assert!(none.err.contains("“一稿”、“二稿”"), "{}", none.err);
    assert!(of("三稿", "en").err.contains("there is no sheet"));
}

#[test]
fn mistakes_of_a_price_list_are_told_with_their_cure_and_not_once_a_home() {
    let project = small_project("adjust-list-wrong");
    let list = project.join("new.csv");
    let prices = |text: &str, lang: &str| {
        fs::write(&list, text).unwrap();
        adjust(&project, &["--prices", arg(&list), "--dry-run", "--lang", lang])
    };
    let near = prices("房号,新单阶\n1-101,10300\n", "zh");
    assert!(near.err.contains("新单阶") && !near.err.contains('{'), "{}", near.err);
    let near = prices("房号,新单价,新底阶\n1-101,10300,9000\n", "zh");
    assert!(near.out.contains("没有读取“新底阶”列：是否指“新底价”？"), "{}", near.out);
    let unknown: String = (1..=40).map(|at| format!("9-{at:03},10000\n")).collect();
    for (lang, text) in [("zh", "同样的还有 36 处"), ("en", "and 36 more alike")] {
        let many = prices(&format!("房号,新价\n{unknown}"), lang);
        assert_eq!(many.status, 1);
        assert!(many.err.contains(text), "{}", many.err);
        assert_eq!(many.err.matches("new.csv: ").count(), 4, "{}", many.err);
    }
}

#[test]
fn floors_and_days_are_read_as_people_write_them() {
    let project = small_project("adjust-written");
    for floor in ["2F", "2层", "第2层"] {
        let args = ["adjust", arg(&project), "--percent", "2", "--floor", floor, "--dry-run"];
        let days = ["--effective", "2026/9/4", "--on", "2026年7月4日", "--lang", "zh"];
        let done = run(&[&args[..], &days[..]].concat());
        assert_eq!((done.status, done.err.as_str()), (0, ""), "{floor}");
        assert!(done.out.contains("1 套") && done.out.contains("2026-09-04"), "{}", done.out);
    }
    let refused = adjust(&project, &["--percent", "2", "--floor", "3A", "--lang", "zh"]);
    assert_eq!(refused.status, 2);
    assert!(refused.err.contains("写房源表里的楼层数"), "{}", refused.err);
}

#[test]
fn the_bill_of_a_lone_spreadsheet_stands_beside_it_and_the_next_command_names_it() {
    let place = common::folder("adjust lone").join("my homes");
    fs::create_dir_all(&place).unwrap();
    let list = place.join("list.csv");
    fs::write(&list, "房号,楼栋,楼层,户位,建筑面积,表价\n1-101,1,1,01,100,10000\n").unwrap();
    let done = adjust(&list, &["--percent", "2", "--lang", "en"]);
    assert_eq!(done.status, 0, "{}", done.err);
    assert!(place.join("bills/0001.json").exists());
    assert!(done.out.contains("in the folder bills beside the spreadsheet"), "{}", done.out);
    let next = format!("kaipan bill submit \"{}\" 1", arg(&list));
    let out = done.out.replace('\n', " ");
    assert!(out.contains(&next), "{next}: {}", done.out);
}

#[test]
fn a_waiting_bill_for_the_same_homes_is_told() {
    let project = small_project("adjust-twice");
    assert_eq!(adjust(&project, &["--percent", "2", "--building", "1"]).status, 0);
    let second = adjust(&project, &["--percent", "3", "--lang", "zh"]);
    let text = "价格单“0001”（草稿）也含其中 2 套：1-101, 1-201";
    assert!(second.out.contains(text), "{}", second.out);
    assert!(second.out.contains("bills/0001.json"), "{}", second.out);
    assert!(project.join("bills/0002.json").exists());
}

#[test]
fn homes_that_are_sold_before_the_first_prices_stop_no_bill() {
    let project = small_project("adjust-sold");
    let units = "\
房号,楼栋,楼层,户位,建筑面积,销控状态
1-101,1,1,01,100,在售
1-102,1,1,02,100,已售
1-103,1,1,03,100,网签
";
    fs::write(project.join("units.csv"), units).unwrap();
    let text = fs::read_to_string(project.join("project.json")).unwrap();
    let target = r#""targets": [{"goal": {"kind": "average", "average": "12000"}}], "schemes": ["#;
    fs::write(project.join("project.json"), text.replace("\"schemes\": [", target)).unwrap();
    let done = adjust(&project, &["--scheme", "all", "--lang", "zh"]);
    assert_eq!((done.status, done.err.as_str()), (0, ""), "{}", done.out);
    // Of the home on sale alone: 12,000 × 100.
    assert!(done.out.contains("1,200,000"), "{}", done.out);
    assert_eq!(done.out.matches("1-102").count(), 1, "told once: {}", done.out);
    assert!(!done.out.contains("no_list_price"), "{}", done.out);
    let days = ["--on", "2026-07-05", "--lang", "zh"];
    let sent = run(&[&["bill", "submit", arg(&project), "1"], &days[..]].concat());
    assert_eq!(sent.status, 0, "{}{}", sent.out, sent.err);
    // The table prices them by the scheme, and tells of it.
    let table = run(&["price", arg(&project), "--lang", "zh"]);
    assert_eq!(table.status, 3, "{}{}", table.out, table.err);
    assert!(table.out.contains("违规 pricing.no_list_price · 2"), "{}", table.out);
}

#[test]
fn an_average_says_which_homes_it_is_over() {
    let project = small_project("adjust-average-over");
    for (lang, text) in [
        ("zh", "目标按 2 套计：面积 179.00 ㎡，总价 1,969,000 元；其中 1 套"),
        ("en", "of these 1 are in an active deal"),
    ] {
        let args = ["--average", "11000", "--layout", "A", "--dry-run", "--lang", lang];
        let done = adjust(&project, &args);
        assert!(done.out.contains(text), "{text}: {}", done.out);
    }
}

#[test]
fn first_prices_of_a_project_without_any() {
    let project = small_project("adjust-first");
    let units = "房号,楼栋,楼层,户位,建筑面积\n1-101,1,1,01,100\n";
    fs::write(project.join("units.csv"), units).unwrap();
    let none = adjust(&project, &["--percent", "2", "--lang", "zh"]);
    assert!(none.err.contains("房间没有现行表价"), "{}", none.err);
    let done = adjust(&project, &["--scheme", "all", "--lang", "zh"]);
    assert_eq!(done.status, 0, "{}", done.err);
    assert!(done.out.contains("定价单 0001") && done.out.contains("1,100,000"), "{}", done.out);
}
