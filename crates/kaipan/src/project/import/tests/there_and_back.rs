//! Units written as a spreadsheet and read back.

use super::*;
use crate::Text;
use crate::number::{Area, Money, UnitPrice};
use crate::project::check_unit;

/// A unit with something in every field. Without a rest, so that a new field has to be set here.
fn full() -> Unit {
    Unit {
        unit_no: "3-1-02".into(),
        name: Some("=1+1".into()),
        building: "3-1".into(),
        stair: Some("01".into()),
        floor: -1,
        top_floor: Some(1),
        line: "02".into(),
        phase: Some("1E5".into()),
        precinct: Some("1/2".into()),
        layout: Some("三房, 南".into()),
        orientation: Some("南".into()),
        view: Some("@湖".into()),
        fitout: Some("3月1日".into()),
        noise: Some("-".into()),
        daylight: Some("say \"hi\"".into()),
        product_type: Some("TRUE".into()),
        building_area: "89.5".parse().unwrap(),
        inside_area: Some("70.1".parse().unwrap()),
        shared_area: Some("19.4".parse().unwrap()),
        gift_area: Some("3".parse().unwrap()),
        surveyed_area: Some("89.61".parse().unwrap()),
        surveyed_inside_area: Some("70.15".parse().unwrap()),
        registered_area: Some("89.6".parse().unwrap()),
        attached_to: Some("01".into()),
        attributes: vec![
            Attribute { name: "得房率".into(), value: "05".into() },
            Attribute { name: "Lift: side".into(), value: "=A1".into() },
        ],
        state: UnitState::Subscribed,
        needs_price_confirmation: true,
        batch: Some("2026-07-04".into()),
        permit: Some("00123".into()),
        list_price: Some("15930.12".parse().unwrap()),
        list_total: Some("1425745.74".parse().unwrap()),
        floor_price: Some("15000".parse().unwrap()),
        floor_total: Some("1342500".parse().unwrap()),
        filed_price: Some("16000".parse().unwrap()),
        filed_total: Some("1432000".parse().unwrap()),
        entered_total: Some("1425745.75".parse().unwrap()),
    }
}

/// Units as a spreadsheet, and read back.
fn there_and_back(units: &[Unit], lang: Lang) -> Vec<Unit> {
    let columns = sheet_columns(&units.iter().collect::<Vec<_>>(), lang);
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(columns.iter().map(|column| &column.header)).unwrap();
    for row in 0..units.len() {
        out.write_record(columns.iter().map(|column| &column.cells[row])).unwrap();
    }
    self::units(&String::from_utf8(out.into_inner().unwrap()).unwrap())
}

#[test]
fn every_field_that_is_written_is_read_back() {
    let full = full();
    let plain = Unit {
        unit_no: "1".into(),
        building: "1".into(),
        line: "1".into(),
        building_area: "1".parse().unwrap(),
        ..Unit::default()
    };
    let written = sheet_columns(&[&full], Lang::Zh);
    let fields: Vec<&str> = written.iter().map(|column| column.field).collect();
    let known = COLUMNS.iter().map(|column| column.name);
    let known: Vec<&str> = known.chain(["attributes", "attributes"]).collect();
    assert_eq!(fields, known, "every field has a column");
    for lang in [Lang::Zh, Lang::En] {
        let both = [full.clone(), plain.clone()];
        assert_eq!(there_and_back(&both, lang), both);
        assert_eq!(there_and_back(std::slice::from_ref(&plain), lang), both[1..]);
        // Each field alone: the other columns are not there to bring it.
        let all = serde_json::to_value(&full).unwrap();
        for (name, value) in all.as_object().unwrap() {
            let mut one = serde_json::to_value(&plain).unwrap();
            one[name] = value.clone();
            let unit: Unit = serde_json::from_value(one).unwrap();
            if unit != plain && check_unit(&unit).is_ok() {
                assert_eq!(there_and_back(std::slice::from_ref(&unit), lang), [unit], "{name}");
            }
        }
    }
    let unused = sheet_columns(&[&plain], Lang::En);
    let unused: Vec<&str> = unused.iter().map(|column| column.field).collect();
    assert_eq!(unused, ["unit_no", "building", "floor", "line", "building_area"]);
    assert_eq!(
        messages("building,floor,line,building_area,needs_price_confirmation\n1,1,1,1,maybe"),
        [
            "cell \"E2\" (\"needs_price_confirmation\"): \"maybe\" is not one of the choices: yes, no"
        ]
    );
}

/// The same as sheets: text cells, or numbers and text as a spreadsheet keeps them apart.
fn sheet_of(units: &[Unit], lang: Lang, numbers: bool) -> Worksheet {
    let columns = sheet_columns(&units.iter().collect::<Vec<_>>(), lang);
    let header = columns.iter().map(|column| SheetCell::from(column.header.as_str())).collect();
    let mut rows: Vec<Vec<SheetCell>> = vec![header];
    for row in 0..units.len() {
        let cell = |column: &SheetColumn| {
            let known = COLUMNS.iter().find(|one| one.name == column.field);
            let number = known.is_some_and(|one| {
                !matches!(one.read_as(), ReadAs::Text | ReadAs::State | ReadAs::YesNo)
            });
            let text = column.cells[row].as_str();
            let plain = text.parse::<Money>().is_ok();
            let kind = if numbers && number && plain { CellKind::Number } else { CellKind::Text };
            SheetCell { text: text.into(), kind }
        };
        rows.push(columns.iter().map(cell).collect());
    }
    Worksheet::new(rows)
}

fn unit() -> impl Strategy<Value = Unit> {
    let name = "[0-9A-C栋座=+'-]{1,6}";
    let amount = || proptest::option::of((1_i64..9_999_999_999).prop_map(Money::from_fen));
    let price = || {
        proptest::option::of(
            (1_i64..9_999_999).prop_map(|fen| UnitPrice::from_micros(fen * 10_000)),
        )
    };
    let first = (name, -5_i32..60, 1_i32..4, any::<bool>(), name, proptest::option::of(name));
    let second = (1_i64..9_999_999, amount(), amount(), price(), price(), 0_usize..7);
    (first, second).prop_map(|(first, second)| {
        let (building, floor, more, duplex, line, stair) = first;
        let (area, list, filed, list_price, floor_price, state) = second;
        Unit {
            building: building.into(),
            floor,
            top_floor: duplex.then_some(floor + more),
            line: line.into(),
            stair: stair.map(Text::from),
            building_area: Area::from_ten_thousandths(area),
            list_total: list,
            filed_total: filed,
            list_price,
            floor_price,
            state: UnitState::ALL[state],
            ..Unit::default()
        }
    })
}

proptest! {
    #[test]
    fn units_are_the_same_after_a_spreadsheet(
        mut units in proptest::collection::vec(unit(), 1..6),
        english in any::<bool>(),
        numbers in any::<bool>(),
    ) {
        for (at, unit) in units.iter_mut().enumerate() {
            unit.unit_no = Text::of(format_args!("U-{at}"));
        }
        prop_assume!(units.iter().all(|unit| check_unit(unit).is_ok()));
        let lang = if english { Lang::En } else { Lang::Zh };
        prop_assert_eq!(there_and_back(&units, lang), units.clone());
        let sheet = sheet_of(&units, lang, numbers);
        let read = Importing::new(&[sheet]).read().map_err(|error| {
            TestCaseError::fail(error.message(Lang::En))
        })?;
        prop_assert_eq!(read.units, units);
    }
}
