//! The pricing manager's story, from the outside: her list of homes, her scheme, her price list.
//!
//! Three buildings. Lines and floors by hand arithmetic, in yuan per m²:
//!
//! - Lines: building 1 +300 and 0, building 2 +500 and −100, building 3 none.
//! - Floors 2 to 12 from floor 2 on: 40 a floor, but 88 onto floor 8, and floor 4 alone 200 less:
//!   0, 40, −120, 120, 160, 200, 288, 328, 368, 408, 448. The top floor alone is 150 less: 298 in
//!   buildings 1 and 2; 160 − 150 = 10 on floor 6 of building 3.
//! - Target over buildings 1 and 2: 21,000. A floor of both has 100 + 80 + 120 + 100 = 400 m², and
//!   its lines are (100 × 300 + 120 × 500 − 100 × 100) ÷ 400 = 200 above the base; the mean of the
//!   floors is (0 + 40 − 120 + 120 + 160 + 200 + 288 + 328 + 368 + 408 + 298) ÷ 11 = 190. So the
//!   base is 21,000 − 200 − 190 = 20,610, and the total 21,000 × 4,400 = 92,400,000.
//! - Building 3 starts from 26,000; 3-401 is 600 less by a spot.
//! - Shops are priced per unit: 2,100,000 twice and 2,720,000 twice.
//! - Floor prices are 92 %, of the unit price for homes, of the total for shops; filed ±15 %.
//! - Two months later all prices rise by 2 %: unit prices of homes and totals of shops, to the yuan.

#![allow(missing_docs)]

mod common;

use common::{Run, folder, kaipan, root};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Stdio;

/// What the story is told in.
struct Telling {
    sample: &'static str,
    folder: &'static str,
    locale: &'static str,
    /// The name of a building.
    building: fn(i32) -> String,
}

const ZH: Telling = Telling {
    sample: "房源.xlsx",
    folder: "湖畔雅苑",
    locale: "zh_CN.UTF-8",
    building: |number| format!("{number}栋"),
};
const EN: Telling = Telling {
    sample: "homes.xlsx",
    folder: "lakeside",
    locale: "C.UTF-8",
    building: |number| number.to_string(),
};

/// A home: yuan per m², m², yuan. All are whole numbers here, but for the floor price, in fen.
#[derive(Debug, Clone, PartialEq)]
struct Home {
    unit_price: i64,
    area: i64,
    total: i64,
    floor_price: i64,
    floor_total: i64,
}

/// Half up, of a number with two decimals.
fn yuan(hundredths: i64) -> i64 {
    (hundredths + 50) / 100
}

/// A home: its unit price decides.
fn home(unit_price: i64, area: i64) -> Home {
    let floor = yuan(unit_price * 92);
    let (total, floor_total) = (unit_price * area, floor * area);
    Home { unit_price, area, total, floor_price: floor * 100, floor_total }
}

/// A shop: its total decides, and all its unit prices are whole fen here.
fn shop(total: i64, area: i64) -> Home {
    let floor_total = yuan(total * 92);
    assert_eq!((total % area, floor_total * 100 % area), (0, 0));
    let (unit_price, floor_price) = (total / area, floor_total * 100 / area);
    Home { unit_price, area, total, floor_price, floor_total }
}

/// The price list by hand, by unit number.
fn by_hand() -> BTreeMap<String, Home> {
    let difference = |floor: i32| match floor {
        4 => -120,
        2..=7 => i64::from(floor - 2) * 40,
        _ => 288 + i64::from(floor - 8) * 40,
    };
    let mut homes = BTreeMap::new();
    for (building, lines) in
        [(1, [("01", 300, 100), ("02", 0, 80)]), (2, [("01", 500, 120), ("02", -100, 100)])]
    {
        for floor in 2..=12 {
            for (line, own, area) in lines {
                let top = if floor == 12 { -150 } else { 0 };
                let price = 20_610 + own + difference(floor) + top;
                homes.insert(format!("{building}-{floor}{line}"), home(price, area));
            }
        }
    }
    for floor in 2..=6 {
        for line in ["01", "02"] {
            let top = if floor == 6 { -150 } else { 0 };
            let spot = if (floor, line) == (4, "01") { -600 } else { 0 };
            let price = 26_000 + difference(floor) + top + spot;
            homes.insert(format!("3-{floor}{line}"), home(price, 143));
        }
    }
    // 2,100,000 ÷ 60 = 35,000 and 2,720,000 ÷ 80 = 34,000; 92 % of the totals is 1,932,000 and
    // 2,502,400, per m² 32,200 and 31,280.
    for (number, area, total) in
        [(1, 60, 2_100_000), (2, 60, 2_100_000), (3, 80, 2_720_000), (4, 80, 2_720_000)]
    {
        homes.insert(format!("3-S{number}"), shop(total, area));
    }
    homes
}

/// The price list two months later: 2 % more.
fn risen(homes: &BTreeMap<String, Home>) -> BTreeMap<String, Home> {
    let more = |(unit_no, old): (&String, &Home)| {
        let new = match unit_no.contains('S') {
            true => shop(yuan(old.total * 102), old.area),
            false => home(yuan(old.unit_price * 102), old.area),
        };
        (unit_no.clone(), new)
    };
    homes.iter().map(more).collect()
}

struct Desk {
    at: PathBuf,
    telling: Telling,
}

impl Desk {
    /// Her list of homes on an empty desk.
    fn new(telling: Telling) -> Desk {
        let at = folder(&format!("story-{}", telling.locale));
        let sample = root().join("examples/lakeside").join(telling.sample);
        fs::copy(sample, at.join(telling.sample)).unwrap();
        Desk { at, telling }
    }

    fn run(&self, args: &[&str]) -> Run {
        let mut run = kaipan();
        run.args(args).current_dir(&self.at).env("LC_ALL", self.telling.locale);
        run.stdin(Stdio::null()).output().unwrap().into()
    }

    fn price(&self, more: &[&str]) -> Run {
        self.run(&[&["price", self.telling.folder], more].concat())
    }

    fn file(&self, name: &str) -> PathBuf {
        self.at.join(self.telling.folder).join(name)
    }

    /// Changes a line of the project file that is there once.
    fn fill_in(&self, old: &str, new: &str) {
        let path = self.file("project.json");
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text.matches(old).count(), 1, "{old} in {text}");
        fs::write(&path, text.replace(old, new)).unwrap();
    }

    /// Her scheme, as the head of this file has it.
    fn fill_in_scheme(&self) {
        let name = self.telling.building;
        for (building, line, value) in [(1, "01", "300"), (2, "01", "500"), (2, "02", "-100")] {
            let key = format!("{{\"key\": \"{}//{line}\", \"value\": ", name(building));
            self.fill_in(&format!("{key}\"0\"}}"), &format!("{key}\"{value}\"}}"));
        }
        self.fill_in("\"step\": \"0\"", "\"step\": \"40\"");
        self.fill_in("// {\"onto\": 11, \"step\": \"120\"}", "{\"onto\": 8, \"step\": \"88\"}");
        self.fill_in("// {\"onto\": 4,", "{\"onto\": 4,");
        self.fill_in("// \"top\":", "\"top\":");
        self.fill_in("// \"base_price\": \"21000\"", "\"base_price\": \"26000\"");
        self.fill_in("// \"targets\": [", "\"targets\": [");
        let scope = format!("{{\"any\": [{{\"building\": [\"{}\", \"{}\"]}}]}}", name(1), name(2));
        self.fill_in("//   {\"goal\":", &format!("{{\"scope\": {scope}, \"goal\":"));
        self.fill_in("  // ],\n", "  ],\n");
        self.fill_in("// \"floor_price\":", "\"floor_price\":");
        self.fill_in("{\"up\": \"0\",", "{\"up\": \"0.15\",");
    }

    /// The table as JSON.
    fn table(&self) -> Value {
        serde_json::from_str(&self.price(&["--format", "json"]).out).unwrap()
    }

    /// The list prices in force.
    fn in_force(&self) -> BTreeMap<String, Home> {
        let table = self.price(&["--in-force", "--format", "json"]);
        homes(&serde_json::from_str(&table.out).expect(&table.err))
    }

    /// Makes a price bill, and has it submitted, approved and executed.
    fn bill(&self, number: &str, mode: &[&str], days: [&str; 3]) -> String {
        let [made, approved, effective] = days;
        let days = ["--floor-rate", "92%", "--effective", effective, "--on", made];
        let draft = self.run(&[&["adjust", self.telling.folder], mode, &days].concat());
        assert_eq!((draft.status, draft.err.as_str()), (0, ""));
        for (action, by, on) in
            [("submit", "A", made), ("approve", "B", approved), ("execute", "C", effective)]
        {
            let done =
                self.run(&["bill", action, self.telling.folder, number, "--by", by, "--on", on]);
            assert_eq!((done.status, done.err.as_str()), (0, ""), "{action}");
        }
        draft.out
    }
}

fn whole(text: &Value) -> i64 {
    let text = text.as_str().unwrap();
    let digits = text.strip_suffix(".00").unwrap_or_else(|| panic!("{text} is not whole"));
    digits.parse().unwrap()
}

fn fen(text: &Value) -> i64 {
    let (yuan, fen) = text.as_str().unwrap().split_once('.').unwrap();
    assert_eq!(fen.len(), 2, "{text}");
    format!("{yuan}{fen}").parse().unwrap()
}

/// The homes of a table.
fn homes(table: &Value) -> BTreeMap<String, Home> {
    let rows = table["rows"].as_array().unwrap();
    let home = |row: &Value| {
        let home = Home {
            unit_price: whole(&row["building_unit_price"]),
            area: whole(&row["building_area"]),
            total: whole(&row["total"]),
            floor_price: fen(&row["floor_price"]),
            floor_total: whole(&row["floor_total"]),
        };
        (row["unit_no"].as_str().unwrap().to_owned(), home)
    };
    rows.iter().map(home).collect()
}

/// From the list of homes to prices that keep the rules.
fn priced(telling: Telling) -> Desk {
    let desk = Desk::new(telling);
    let made = desk.run(&["init", desk.telling.folder, "--from", desk.telling.sample]);
    assert_eq!(made.status, 0, "{}", made.err);
    assert!(made.out.contains("58"), "{}", made.out);
    // The row of totals below the homes is no home, and that is told.
    assert!(made.err.contains("61"), "{}", made.err);
    desk.fill_in_scheme();

    // 3-401 is 26,000 − 120 = 25,880, and 15 % above what was filed for it, 22,500, is 25,875.
    let table = desk.table();
    let filed = &table["filed"];
    let counts = ["compared", "within", "above", "below"].map(|count| filed[count].as_u64());
    assert_eq!(counts, [Some(58), Some(57), Some(1), Some(0)]);
    assert_eq!(filed["farthest_above"]["unit_no"], "3-401");
    assert_eq!(filed["farthest_above"]["rate"], "0.150222");
    assert_eq!(desk.price(&[]).status, 3);

    desk.fill_in("// \"spots\":", "\"spots\":");
    desk.fill_in(
        "[{\"unit_no\": [\"1-201\"]}]}, \"amount\": \"-300\"",
        "[{\"unit_no\": [\"3-401\"]}]}, \"amount\": \"-600\"",
    );
    desk
}

fn told(telling: Telling, sentences: &[&str]) {
    let desk = priced(telling);
    let table = desk.table();
    let by_hand = by_hand();
    assert_eq!(by_hand.len(), 58);
    assert_eq!(homes(&table), by_hand);

    let target = &table["targets"][0];
    assert_eq!(target["bases"][0]["base_price"], "20610.00");
    assert_eq!((whole(&target["total"]), whole(&target["deviation"])), (92_400_000, 0));
    // Building 3: 143 × 2 × (26,000 + 26,040 + 25,880 + 26,120 + 26,010) − 600 × 143, and the shops.
    let third = 143 * 2 * 130_050 - 600 * 143 + 2 * 2_100_000 + 2 * 2_720_000;
    let overall = table["summaries"].as_array().unwrap().last().unwrap();
    assert_eq!(whole(&overall["total"]), 92_400_000 + third);
    // 139,148,500 ÷ 6,110 = 22,773.895….
    assert_eq!(overall["average"], "22773.90");

    // 2-401 is 20,990, filed 22,000; nothing is outside ±15 %.
    let filed = &table["filed"];
    assert_eq!((&filed["within"], &filed["above"]), (&Value::from(58), &Value::from(0)));
    assert_eq!(filed["farthest_below"]["unit_no"], "2-401");
    assert_eq!(filed["farthest_below"]["rate"], "-0.045909");

    let shown = desk.price(&[]);
    assert_eq!((shown.status, shown.err.as_str()), (0, ""));
    let flat = shown.out.replace('\n', " ");
    for sentence in sentences {
        assert!(flat.contains(sentence), "{sentence} in {}", shown.out);
    }
    // The workbook carries the project: it is priced again to the same table.
    let book = format!("{}.xlsx", desk.telling.folder);
    let written = desk.price(&["--output", &book, "--date", "2026-03-01"]);
    assert_eq!(written.status, 0, "{}", written.err);
    let again = desk.run(&["price", &book, "--format", "json"]);
    let again: Value = serde_json::from_str(&again.out).unwrap();
    assert_eq!(homes(&again), by_hand);

    // Another rate on the command line: 90 % of 20,910 for 1-201 is 18,819.
    let lower = desk.price(&["--floor-rate", "90%", "--format", "json"]).out;
    let lower: Value = serde_json::from_str(&lower).unwrap();
    assert_eq!(lower["rows"][0]["floor_price"], "18819.00");

    // The first prices are put in force.
    let days = ["2026-02-20", "2026-02-25", "2026-03-01"];
    desk.bill("1", &["--scheme", "all", "--reason", "opening"], days);
    assert_eq!(desk.in_force(), by_hand);

    // Two months later, 2 % more. 1-201: 20,910 × 1.02 = 21,328.2, to 21,328. 3-401: 25,280 × 1.02 =
    // 25,785.6, to 25,786, which the filed 22,500 × 1.15 = 25,875 allows. 3-S3: 2,774,400.
    let by_hand = risen(&by_hand);
    let first = &by_hand["1-201"];
    assert_eq!((first.unit_price, first.total, first.floor_price), (21_328, 2_132_800, 1_962_200));
    assert_eq!((by_hand["3-401"].unit_price, by_hand["3-S3"].total), (25_786, 2_774_400));
    // 92 % of 2,774,400; ÷ 80 is 31,905.60.
    assert_eq!((by_hand["3-S3"].floor_total, by_hand["3-S3"].floor_price), (2_552_448, 3_190_560));
    let days = ["2026-04-20", "2026-04-25", "2026-05-01"];
    let rise = desk.bill("2", &["--percent", "2", "--reason", "second opening"], days);
    // What rounding adds and takes cancels out here: 139,148,500 × 1.02 = 141,931,470.
    let total: i64 = by_hand.values().map(|home| home.total).sum();
    assert_eq!(total, 141_931_470);
    assert!(rise.contains("139,148,500") && rise.contains("141,931,470"), "{rise}");
    assert_eq!(desk.in_force(), by_hand);
    // The scheme still gives the prices of the opening; set beside them, they are 1.96 % lower.
    let beside = desk.price(&["--compare", "2"]);
    assert!(beside.out.contains("-1.96%"), "{}{}", beside.out, beside.err);
}

#[test]
fn the_managers_story_in_chinese() {
    told(
        ZH,
        &[
            "目标  92,400,000.00",
            "反推基准价 20,610",
            "58 套中 58 套在备案价浮动范围内",
            "139,148,500 元",
        ],
    );
}

#[test]
fn the_managers_story_in_english() {
    told(
        EN,
        &[
            "asked      92,400,000.00",
            "base price 20,610",
            "58 of 58 homes are in the band",
            "139,148,500 yuan",
        ],
    );
}
