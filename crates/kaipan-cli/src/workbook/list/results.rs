//! What was computed: prices, how far they are from others, what is to say of them, and how they
//! came about. The reader skips these columns.

use super::columns::{Column, is_used, title};
use crate::layout::rounded;
use crate::price::{csv, marks};
use crate::text::{Say, source};
use crate::workbook::Book;
use crate::workbook::style::{FEN, FINE, GENERAL, SIGNED_FEN, SIGNED_PERCENT, TEXT};
use kaipan::error::{Finding, Lang};
use kaipan::pricing::TableRow;
use kaipan::project::Unit;
use std::collections::HashMap;
use std::fmt::Display;

fn shown(value: Option<impl Display>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// A figure to as many decimals as its cell shows: a spreadsheet keeps no more digits of a number.
fn fine(value: Option<impl Display>) -> String {
    value.map(|value| rounded(&value.to_string(), 6)).unwrap_or_default()
}

/// A title in Chinese and English, how the cells look, and what stands in them.
pub(super) type Computed = (&'static str, &'static str, &'static str, fn(&TableRow) -> String);

/// What people look for.
pub(super) const PRICED: [Computed; 3] = [
    ("建筑面积单价", "building_unit_price", FEN, |row| row.building_unit_price.to_string()),
    ("套内单价", "inside_unit_price", FEN, |row| shown(row.inside_unit_price)),
    ("计价总价", "total", FEN, |row| row.total.to_string()),
];

/// How far prices are from others.
pub(super) const COMPARED: [Computed; 3] = [
    ("备案偏差率", "filed_deviation", SIGNED_PERCENT, |row| shown(row.filed_deviation)),
    ("总价变动", "change", SIGNED_FEN, |row| shown(row.change)),
    ("变动率", "change_rate", SIGNED_PERCENT, |row| shown(row.change_rate)),
];

/// Floor prices that the rule of the project gives.
pub(super) fn floors_by_rate(book: &Book<'_>, rows: &[Option<&TableRow>]) -> Vec<Column> {
    const FLOORS: [Computed; 2] = [
        ("按率底价", "floor_price_by_rate", FEN, |row| shown(row.floor_price)),
        ("按率底价总价", "floor_total_by_rate", FEN, |row| shown(row.floor_total)),
    ];
    let of_rate = |(row, unit): (&Option<&'_ TableRow>, &Unit)| {
        row.is_some_and(|row| csv::is_floor_by_rate(row, Some(unit)))
    };
    let by_rate: Vec<bool> = rows.iter().zip(book.priced.units).map(of_rate).collect();
    let only = |mut column: Column| {
        for (cell, by_rate) in column.cells.iter_mut().zip(&by_rate) {
            if !by_rate {
                cell.clear();
            }
        }
        column
    };
    let columns = computed(book.priced.lang, rows, &FLOORS).into_iter().map(only);
    columns.filter(is_used).collect()
}

/// What is to say of the homes in a word or two.
pub(super) fn marks(book: &Book<'_>, rows: &[Option<&TableRow>]) -> Option<Column> {
    let lang = book.priced.lang;
    let words = rows.iter().map(|row| row.map(|row| marks::words(lang, row)).unwrap_or_default());
    let title = title(lang, "标记", "flags");
    Some(Column { title, cells: words.collect(), format: TEXT }).filter(is_used)
}

/// What was found about the homes.
pub(super) fn messages(book: &Book<'_>, rows: &[Option<&TableRow>]) -> Option<Column> {
    let lang = book.priced.lang;
    let messages = of_units(lang, &book.priced.table.findings);
    let said = rows.iter().map(|row| {
        row.and_then(|row| messages.get(row.unit_no.as_str())).cloned().unwrap_or_default()
    });
    let title = title(lang, "提示", "findings");
    Some(Column { title, cells: said.collect(), format: TEXT }).filter(is_used)
}

/// How the prices came about.
pub(super) fn calculation(lang: Lang, rows: &[Option<&TableRow>]) -> Vec<Column> {
    const BEFORE: [Computed; 2] = [
        ("方案", "scheme", TEXT, |row| row.scheme.to_string()),
        ("基准价", "base_price", FINE, |row| shown(row.base_price)),
    ];
    const AFTER: [Computed; 4] = [
        ("总系数", "total_coefficient", FINE, |row| fine(row.total_coefficient.as_ref())),
        ("总差价", "total_difference", FINE, |row| shown(row.total_difference)),
        ("取整前单价", "raw_price", FINE, |row| fine(row.raw_price.as_ref())),
        ("计价单价", "unit_price", FEN, |row| row.unit_price.to_string()),
    ];
    let from = rows.iter().map(|row| row.map_or("", |row| source(lang, row.source)).to_owned());
    let from =
        Column {
            title: title(lang, "价格来源", "source"), cells: from.collect(), format: TEXT
        };
    let levelled: [Computed; 1] =
        [("调平步数", "levelled_steps", GENERAL, |row| match row.levelled_steps {
            0 => String::new(),
            steps => steps.to_string(),
        })];
    let mut columns = computed(lang, rows, &BEFORE);
    columns.push(from);
    columns.extend(factors(lang, rows));
    columns.extend(computed(lang, rows, &AFTER));
    columns.extend(computed(lang, rows, &levelled));
    // Prices in force and prices by hand have no calculation.
    columns.into_iter().filter(is_used).collect()
}

pub(super) fn computed(
    lang: Lang,
    rows: &[Option<&TableRow>],
    results: &[Computed],
) -> Vec<Column> {
    let column = |(zh, en, format, value): &Computed| {
        let cells = rows.iter().map(|row| row.map(value).unwrap_or_default());
        Column { title: title(lang, zh, en), cells: cells.collect(), format }
    };
    results.iter().map(column).collect()
}

/// One column a factor, with the number that it gave the unit.
fn factors(lang: Lang, rows: &[Option<&TableRow>]) -> Vec<Column> {
    let mut names: Vec<&str> = Vec::new();
    for factor in rows.iter().flatten().flat_map(|row| &row.factors) {
        if !names.contains(&factor.name.as_str()) {
            names.push(&factor.name);
        }
    }
    let column = |name: &&str| {
        let value = |row: &Option<&TableRow>| {
            row.map(|row| csv::factor_value(row, name)).unwrap_or_default()
        };
        Column {
            title: format!("{}:{name}", lang.say("因素", "factor")),
            cells: rows.iter().map(value).collect(),
            format: FINE,
        }
    };
    names.iter().map(column).collect()
}

/// The messages about each unit, the gravest first.
fn of_units(lang: Lang, findings: &[Finding]) -> HashMap<&str, String> {
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    sorted.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let mut messages: HashMap<&str, String> = HashMap::new();
    for finding in sorted {
        let Some(unit_no) = finding.unit_no.as_deref() else { continue };
        let said = messages.entry(unit_no).or_default();
        if !said.is_empty() {
            said.push_str(lang.say("；", "; "));
        }
        said.push_str(finding.message(lang));
    }
    messages
}
