//! The table as CSV: one row a unit, every column, for a spreadsheet.
//!
//! Besides what the table shows of a unit it has every field that any of its units has.
//! Text that a spreadsheet would take for a date, a number or a formula is guarded; numbers stay
//! numbers. `project.import_units` reads the table back to the same units.

use crate::failure::Failure;
use crate::text::{Say, source};
use kaipan::Text;
use kaipan::error::Lang;
use kaipan::pricing::{PriceSource, PriceTable, TableRow};
use kaipan::project::{SheetColumn, Unit, sheet_columns, spreadsheet_floors, spreadsheet_text};
use std::collections::HashMap;
use std::fmt::Display;
use std::io;

/// A column: Chinese and English header, and what to write.
type Column = (&'static str, &'static str, fn(&TableRow, Lang) -> String);

/// Columns before the factors.
const BEFORE: &[Column] = &[
    ("房号", "unit_no", |row, _| guarded(&row.unit_no)),
    ("楼栋", "building", |row, _| guarded(&row.building)),
    ("单元", "stair", |row, _| named(row.stair.as_ref())),
    ("楼层", "floor", |row, _| spreadsheet_floors(row.floor, row.top_floor)),
    ("户位", "line", |row, _| guarded(&row.line)),
    ("户型", "layout", |row, _| named(row.layout.as_ref())),
    ("朝向", "orientation", |row, _| named(row.orientation.as_ref())),
    ("景观", "view", |row, _| named(row.view.as_ref())),
    ("建筑面积", "building_area", |row, _| row.building_area.to_string()),
    ("套内面积", "inside_area", |row, _| text(row.inside_area)),
    ("方案", "scheme", |row, _| guarded(&row.scheme)),
    ("价格来源", "source", |row, lang| source(lang, row.source).to_owned()),
    ("基准价", "base_price", |row, _| text(row.base_price)),
];

/// Columns after the factors.
const AFTER: &[Column] = &[
    ("总系数", "total_coefficient", |row, _| text(row.total_coefficient.as_ref())),
    ("总差价", "total_difference", |row, _| text(row.total_difference)),
    ("取整前单价", "raw_price", |row, _| text(row.raw_price.as_ref())),
    ("计价单价", "unit_price", |row, _| row.unit_price.to_string()),
    ("建筑面积单价", "building_unit_price", |row, _| row.building_unit_price.to_string()),
    ("套内单价", "inside_unit_price", |row, _| text(row.inside_unit_price)),
    ("计价总价", "total", |row, _| row.total.to_string()),
    ("调平步数", "levelled_steps", |row, _| row.levelled_steps.to_string()),
    ("备案价", "filed_price", |row, _| text(row.filed_price)),
    ("备案总价", "filed_total", |row, _| text(row.filed_total)),
    ("备案偏差率", "filed_deviation", |row, _| text(row.filed_deviation)),
    ("原表价", "old_list_price", |row, _| text(row.old_list_price)),
    ("原总价", "old_list_total", |row, _| text(row.old_list_total)),
    ("总价变动", "change", |row, _| text(row.change)),
    ("变动率", "change_rate", |row, _| text(row.change_rate)),
    ("标记", "flags", |row, _| row.flags.join(" ")),
];

/// Floor prices that the rule of the project gives; a unit's own stand with what it has.
const BY_RATE: &[Column] = &[
    ("按率底价", "floor_price_by_rate", |row, _| text(row.floor_price)),
    ("按率底价总价", "floor_total_by_rate", |row, _| text(row.floor_total)),
];

/// Whether the floor price of a row is not its unit's own.
pub(crate) fn is_floor_by_rate(row: &TableRow, unit: Option<&Unit>) -> bool {
    let own = |unit: &Unit| unit.floor_price.is_some() || unit.floor_total.is_some();
    row.floor_price.is_some() && !unit.is_some_and(own)
}

/// The whole table, in UTF-8 with a byte-order mark, which spreadsheets need.
pub(crate) fn write(response: &PriceTable, units: &[Unit], lang: Lang) -> Result<String, Failure> {
    let units: HashMap<&str, &Unit> =
        units.iter().map(|unit| (unit.unit_no.as_str(), unit)).collect();
    let others = others(response, &units, lang);
    let of_rate = |row: &TableRow| is_floor_by_rate(row, units.get(&*row.unit_no).copied());
    let by_rate = if response.rows.iter().any(of_rate) { BY_RATE } else { &[] };
    let mut factors: Vec<&str> = Vec::new();
    for factor in response.rows.iter().flat_map(|row| &row.factors) {
        if !factors.contains(&factor.name.as_str()) {
            factors.push(&factor.name);
        }
    }
    // In a table of the prices in force they are no old ones.
    let in_force = response.rows.iter().any(|row| row.source == PriceSource::InForce);
    let header = |(zh, en, _): &Column| match *en {
        "old_list_price" if in_force => lang.say("表价", "list_price").to_owned(),
        "old_list_total" if in_force => lang.say("标准总价", "list_total").to_owned(),
        _ => lang.say(zh, en).to_owned(),
    };
    let of_factor = |name: &&str| format!("{}:{name}", lang.say("因素", "factor"));
    let headers = BEFORE.iter().map(header);
    let headers = headers.chain(others.iter().map(|column| column.header.clone()));
    let headers = headers.chain(factors.iter().map(of_factor));
    let mut out = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    let refuse = |error: csv::Error| Failure::Output(io::Error::other(error));
    let headers = headers.chain(AFTER.iter().chain(by_rate).map(header));
    out.write_record(headers).map_err(refuse)?;
    for (at, row) in response.rows.iter().enumerate() {
        let value = |(_, _, value): &Column| value(row, lang);
        let values = factors.iter().map(|name| factor_value(row, name));
        let others = others.iter().map(|column| column.cells.get(at).cloned().unwrap_or_default());
        let cells = BEFORE.iter().map(value).chain(others).chain(values);
        let by_rate = by_rate.iter().map(|column| match of_rate(row) {
            true => value(column),
            false => String::new(),
        });
        let cells = cells.chain(AFTER.iter().map(value)).chain(by_rate);
        out.write_record(cells).map_err(refuse)?;
    }
    let bytes =
        out.into_inner().map_err(|error| Failure::Output(io::Error::other(error.to_string())))?;
    String::from_utf8(bytes).map_err(|error| Failure::Output(io::Error::other(error)))
}

/// What the units of the rows have besides the columns that every table has.
fn others(response: &PriceTable, units: &HashMap<&str, &Unit>, lang: Lang) -> Vec<SheetColumn> {
    let rows = response.rows.iter().filter_map(|row| units.get(row.unit_no.as_str()).copied());
    let rows: Vec<&Unit> = rows.collect();
    let has = |field: &str| {
        // The list prices in force stand there as the old ones.
        ["list_price", "list_total"].contains(&field)
            || BEFORE.iter().chain(AFTER).any(|(_, name, _)| *name == field)
    };
    let mut columns = sheet_columns(&rows, lang);
    columns.retain(|column| !has(column.field));
    columns
}

/// The number a factor gave the unit; a scheme may hold several factors of one name.
pub(crate) fn factor_value(row: &TableRow, name: &str) -> String {
    let values = row.factors.iter().filter(|factor| factor.name == name);
    let values: Vec<String> = values.map(|factor| factor.value.to_string()).collect();
    values.join("; ")
}

fn guarded(text: &str) -> String {
    spreadsheet_text(text).into_owned()
}

fn named(text: Option<&Text>) -> String {
    text.map(|text| guarded(text)).unwrap_or_default()
}

fn text(value: Option<impl Display>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
