use super::*;
use crate::error::Code;
use crate::error::Lang;
use crate::project::{Attribute, UnitState};
use proptest::prelude::*;

mod sheets;
mod there_and_back;

fn import(csv: &str) -> Result<ImportedUnits> {
    import_csv(csv, None)
}

fn units(csv: &str) -> Vec<Unit> {
    import(csv).unwrap().units
}

/// Code and English message of everything that is wrong.
fn wrong(csv: &str) -> Vec<(Code, String)> {
    let error = import(csv).unwrap_err();
    std::iter::once(&error)
        .chain(error.others())
        .map(|error| {
            assert_eq!(error.path(), "/csv");
            for lang in [Lang::Zh, Lang::En] {
                assert!(!error.message(lang).contains('?'), "{}", error.message(lang));
            }
            (error.code(), error.message(Lang::En))
        })
        .collect()
}

fn messages(csv: &str) -> Vec<String> {
    wrong(csv).into_iter().map(|(_, message)| message).collect()
}

#[test]
fn headers_are_unambiguous_and_name_fields_of_a_unit() {
    let mut seen = std::collections::HashSet::new();
    for column in COLUMNS {
        assert!(seen.insert(column.name), "{}", column.name);
        assert!(!column.zh.is_empty());
        for header in column.zh {
            assert!(seen.insert(header), "{header}");
            assert_eq!(Column::named(header).unwrap().name, column.name);
        }
    }
    // A row that fills every column fills every field; a duplex has two floors in one.
    let header: Vec<&str> = COLUMNS.iter().map(|column| column.name).collect();
    let row: Vec<&str> = COLUMNS
        .iter()
        .map(|column| match column.name {
            "state" => "signed",
            "needs_price_confirmation" => "yes",
            "shared_area" => "0",
            "attached_to" => "2",
            "floor" => "1-2",
            _ => "1",
        })
        .collect();
    let csv = format!("{},custom:x\n{},y\n", header.join(","), row.join(","));
    let json = serde_json::to_value(&units(&csv)[0]).unwrap();
    let fields: Vec<&str> = json.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(fields.len(), COLUMNS.len() + 2);
    for field in fields {
        assert!(["attributes", "top_floor"].contains(&field) || header.contains(&field), "{field}");
    }
}

#[test]
fn a_bad_cell_makes_no_false_repetitions_of_numbers_between_buildings() {
    let rows = "1,1,101,89,在售\n1,1,102,89,工抵\n2,1,101,89,在售\n2,1,102,89,在售\n";
    let [message] = &messages(&format!("楼栋,楼层,房号,建筑面积,状态\n{rows}"))[..]
    else {
        panic!("one bad cell is one mistake")
    };
    assert!(message.contains("工抵"), "{message}");
    // With a column of lines, too; and what repeats within a building is told, and nothing else.
    let lined = "1,1,01,101,89,工抵\n1,1,02,102,89,\n2,1,01,101,89,\n2,1,02,102,89,\n";
    assert_eq!(messages(&format!("楼栋,楼层,户位,房号,建筑面积,状态\n{lined}")).len(), 1);
    let twice = "1,1,101,89\n1,1,101,89\n2,1,101,89\n";
    let [message] = &messages(&format!("楼栋,楼层,房号,建筑面积\n{twice}"))[..] else {
        panic!()
    };
    assert!(message.contains("first in row 2"), "{message}");
}

#[test]
fn homes_without_a_state_are_counted_among_the_words() {
    let csv = "楼栋,楼层,房号,建筑面积,状态\n1,1,101,89,在售\n1,1,102,89,\n";
    let read = import(csv).unwrap();
    let columns = read.reading.unwrap().columns;
    let state = columns.iter().find(|column| column.field == "state").unwrap();
    let word = |one: &ReadWord| (one.written.to_string(), one.meaning.to_string(), one.cells);
    let words: Vec<_> = state.words.iter().map(word).collect();
    let expected = [("在售", "on_sale", 1), ("", "not_released", 1)];
    assert_eq!(words, expected.map(|(one, other, count)| (one.into(), other.into(), count)));
}

#[test]
fn chinese_headers_with_units_and_byte_order_mark() {
    let csv = "\u{feff}房号,楼栋,单元,楼层, 户位 ,户型,建筑面积（㎡）,套内面积(m2),销控状态,单价(元/㎡),总价（元）,custom:得房率\r\n\
               3-1-1802,3,1,18层,02,三房,　89.50　,70.1,在售,15930.12,\"1,425,747.00\",高\r\n\
               3-1-B101,3,,B1,01,,100,,,,,\r\n";
    let response = import(csv).unwrap();
    assert_eq!(response.rows, 2);
    let expected = Unit {
        unit_no: "3-1-1802".into(),
        building: "3".into(),
        stair: Some("1".into()),
        floor: 18,
        line: "02".into(),
        layout: Some("三房".into()),
        building_area: "89.5".parse().unwrap(),
        inside_area: Some("70.1".parse().unwrap()),
        state: UnitState::OnSale,
        list_price: Some("15930.12".parse().unwrap()),
        list_total: Some("1425747".parse().unwrap()),
        attributes: vec![Attribute { name: "得房率".into(), value: "高".into() }],
        ..Unit::default()
    };
    assert_eq!(response.units[0], expected);
    assert_eq!(response.units[1].floor, -1);
    assert_eq!(response.units[1].stair, None);
    assert!(response.units[1].attributes.is_empty());
}

#[test]
fn english_headers_in_any_case_and_derived_unit_numbers() {
    let csv = "Building,STAIR,floor,Line,Building Area,product-type,State,Custom:Side\n\
               3,1,18F,02,89.50,villa,On Sale,east\n3,,-2,01,89.50,,signed,\n";
    let read = units(csv);
    assert_eq!(read[0].unit_no, "3-1-1802");
    assert_eq!(read[0].product_type.as_deref(), Some("villa"));
    assert_eq!(read[0].attributes[0].name, "Side");
    assert_eq!((read[1].unit_no.as_str(), read[1].floor), ("3--201", -2));
    assert_eq!(read[1].state, UnitState::Signed);
}

#[test]
fn delimiters_are_guessed_or_given() {
    for delimiter in ["\t", ";", "|"] {
        let csv = "building,floor,line,building_area,list_total\n\
                   1,2,03,80,\"1@234@567\"\n"
            .replace(',', delimiter)
            .replace('@', ",");
        let given = (delimiter == "|").then_some(delimiter);
        let response = import_csv(&csv, given).unwrap();
        assert_eq!(response.units[0].list_total.unwrap().to_string(), "1234567.00");
    }
    // Without quotes the comma may be a decimal comma.
    let bare = "building;floor;line;building_area\n1;2;03;80,500\n";
    assert_eq!(
        messages(bare),
        ["cell \"D2\" (\"building_area\"): \"80,500\" is not a decimal number"]
    );
    for bad in ["", "，", ",,", "\"", "\n", "1", "."] {
        let error = import_csv("", Some(bad)).unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), (Code::ProjectDelimiter, "/delimiter"));
    }
}

#[test]
fn every_bad_cell_is_listed_with_row_and_column() {
    let csv = "房号,楼栋,楼层,户位,建筑面积,状态,表价\n\
               a,1,1,01,80,在售,1\n\
               ,,x,01,80亩,卖了,1e5\n\
               \n\
               \"b\n2\",1,1,02,80,,1\n\
               ,,,,,,\n\
               c,1,1,02,,,\n";
    assert_eq!(
        messages(csv),
        [
            "cell \"A3\" (\"房号\"): \"房号\" must not be empty",
            "cell \"B3\" (\"楼栋\"): \"楼栋\" must not be empty; if it was a merged cell, \
             unmerge it and fill every row",
            "cell \"C3\" (\"楼层\"): \"x\" is not a floor: write 18, 18F, -1 or B1, and 10-11 \
             for a duplex",
            "cell \"E3\" (\"建筑面积\"): \"80亩\" is not a decimal number",
            "cell \"F3\" (\"状态\"): \"卖了\" is not a state of a unit: write one of \
             \"not_released\", \"on_sale\", \"reserved\", \"controlled\", \"booked\", \"promised\", \
             \"subscribed\", \"signed\"",
            "cell \"G3\" (\"表价\"): \"1e5\" has an exponent",
            "cell \"E7\" (\"建筑面积\"): \"建筑面积\" must not be empty",
        ]
    );
    assert_eq!(messages(csv), messages(&csv.replace('\n', "\r\n")));
    assert_eq!(messages(csv), messages(&csv.replace('\n', "\r")));
    let error = import(csv).unwrap_err();
    assert_eq!(
        error.others()[1].message(Lang::Zh),
        "单元格“C3”（“楼层”）：“x”不是楼层，应写成“18”、“18层”、“18F”、“-1”或“B1”，复式写成“10-11”"
    );
    assert_eq!(
        error.others()[3].message(Lang::Zh),
        "单元格“F3”（“状态”）：“卖了”不是销控状态，应为：“未放盘”、“在售”、“预留”、“销控”、“预定”、“定金锁定”、“认购”、“签约”"
    );
}

#[test]
fn the_list_of_errors_ends_after_fifty() {
    let mut csv = String::from("building,floor,line,building_area\n");
    for _ in 0..30 {
        csv.push_str(",x,,80\n");
    }
    let all = wrong(&csv);
    assert_eq!(all.len(), 51);
    assert_eq!(all[50], (Code::ProjectTooManyErrors, "40 more errors are not listed".to_owned()));
}

#[test]
fn duplicate_units_name_the_first_row() {
    let csv = "unit_no,building,floor,line,building_area\nA,1,1,1,80\nB,1,1,2,80\nA,1,1,3,80\n";
    assert_eq!(
        messages(csv),
        ["cell \"A4\" (\"unit_no\"): unit number \"A\" is given twice, first in row 2"]
    );
    let derived = "building,floor,line,building_area\n1,1,01,80\n1,1F,01,80\n";
    assert_eq!(
        messages(derived),
        ["cell \"A3\" (\"房号\"): unit number \"1-101\" is given twice, first in row 2"]
    );
}

#[test]
fn all_that_is_wrong_with_the_header() {
    let csv =
        "楼栋,building,colour,custom:a,custom: a,custom:,总价(平方米),楼层\n1,1,1,1,1,1,1,1\n";
    let expected = [
        (
            Code::ProjectDuplicateColumn,
            "\"building\" in \"B1\" and \"A1\" are both the column \"楼栋 / building\"",
        ),
        (Code::ProjectUnknownColumn, "the title \"colour\" in \"C1\" is not known"),
        (
            Code::ProjectDuplicateColumn,
            "\"custom: a\" in \"E1\" and \"D1\" are both the column \"custom:a\"",
        ),
        (Code::ProjectUnknownColumn, "the title \"custom:\" in \"F1\" is not known"),
        (
            Code::ProjectColumnUnit,
            "\"总价(平方米)\" in \"G1\" is in \"平方米\", which cannot be the unit of \"标准总价 / list_total\"",
        ),
        (Code::ProjectMissingColumn, "the header from \"A1\" on has no column \"户位 / line\""),
        (
            Code::ProjectMissingColumn,
            "the header from \"A1\" on has no column \"建筑面积 / building_area\"",
        ),
    ];
    assert_eq!(wrong(csv), expected.map(|(code, message)| (code, message.to_owned())));
}

#[test]
fn rows_of_the_wrong_length_and_empty_files() {
    let csv = "building,floor,line,building_area\n1,1,1\n1,1,1,80,\n1,1,1,80\n";
    assert_eq!(
        messages(csv),
        ["row 2 has 3 cells, the header has 4", "row 3 has 5 cells, the header has 4"]
    );
    for csv in ["", "\u{feff}", "\n\n", "building,floor,line,building_area\n,,,\n \n"] {
        assert_eq!(wrong(csv)[0].0, Code::ProjectNoUnits, "{csv:?}");
    }
}

#[test]
fn an_open_quote_does_not_swallow_rows_in_silence() {
    let csv = "building,floor,line,building_area,view\n1,1,1,80,\"lake\n1,1,2,80,lake\n";
    assert_eq!(messages(csv), ["cell \"E2\" (\"view\"): a quote is not closed"]);
}

#[test]
fn a_hundred_thousand_rows() {
    let mut csv = String::from("楼栋,单元,楼层,户位,户型,建筑面积,套内面积,表价,总价,custom:a\n");
    for at in 0..100_000 {
        let (building, floor, line) = (at / 400, at / 10 % 40 + 1, at % 10);
        csv.push_str(&format!(
            "{building}栋,1,{floor},0{line},三房,125.53,100.05,52229.87,\"6,556,416\",x\n"
        ));
    }
    let started = std::time::Instant::now();
    assert_eq!(import(&csv).unwrap().rows, 100_000);
    println!("{:?}", started.elapsed());
    assert!(started.elapsed().as_secs() < 60);
}

proptest! {
    #[test]
    fn never_panics(
        body in "[\"\r\n,;\t 0-9Bx.层-]{0,200}",
        head in "(房号,)?(楼栋,楼层,户位,建筑面积)?[\"\r\n,;\t a楼栋:()（）]{0,20}",
        any in any::<String>(),
    ) {
        let _ = import(&format!("{head}{body}"));
        let _ = import(&format!("楼栋,楼层,户位,建筑面积\n{body}"));
        let _ = import(&any);
    }
}
