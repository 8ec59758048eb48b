//! The list of the homes: one row a home, which `kaipan price` and `kaipan import` read back to the
//! same units.
//!
//! The first row has the titles that the reader knows. What a unit has stands as it was given; what
//! was computed stands under titles that the reader skips. Units that the table leaves out keep
//! their row, hidden.

use super::page::{A4, Page, exact, room};
use super::style::{FEN, FINE, GENERAL, SIGNED_FEN, SIGNED_PERCENT, TEXT, severe};
use super::{Book, Result, marks};
use crate::text::{Say, source, state};
use kaipan::error::Lang;
use kaipan::pricing::TableRow;
use kaipan::project::{COLUMNS, SheetColumn, Unit, cell_text, sheet_columns};
use rust_xlsxwriter::{Format, Worksheet};
use std::collections::HashMap;
use std::fmt::Display;

/// Widest and narrowest column, in letters.
const WIDEST: u16 = 40;
const NARROWEST: u16 = 8;
/// Cells that are looked at for the width of a column.
const LOOKED_AT: usize = 400;

/// A column of the list: its title, its cells, and how they look.
struct Column {
    title: String,
    cells: Vec<String>,
    format: &'static str,
}

/// Fields of units in the order in which people look for them; others follow what was computed.
const FIRST: [&str; 12] = [
    "unit_no",
    "building",
    "stair",
    "floor",
    "line",
    "layout",
    "orientation",
    "view",
    "product_type",
    "building_area",
    "inside_area",
    "state",
];
const PRICES: [&str; 6] =
    ["filed_price", "filed_total", "floor_price", "floor_total", "list_price", "list_total"];

pub(super) fn sheet(book: &Book<'_>, name: &str) -> Result<Worksheet> {
    let rows: HashMap<&str, &TableRow> =
        book.priced.table.rows.iter().map(|row| (row.unit_no.as_str(), row)).collect();
    let rows: Vec<Option<&TableRow>> =
        book.priced.units.iter().map(|unit| rows.get(unit.unit_no.as_str()).copied()).collect();
    let (columns, printed) = columns(book, &rows);
    let mut page = Page::new(book, name, A4)?;
    titles(&mut page, &columns)?;
    let styles = page.styles();
    let formats: Vec<Format> = columns
        .iter()
        .map(|column| match column.format {
            TEXT => styles.text.clone(),
            format => styles.number(format),
        })
        .collect();
    for (at, row) in rows.iter().enumerate() {
        let trouble = row.and_then(marks::trouble);
        for (number, (column, format)) in (0_u16..).zip(columns.iter().zip(&formats)) {
            let text = column.cells.get(at).map_or("", String::as_str);
            match trouble {
                Some(kind) if number == 0 => {
                    cell(&mut page, number, column, text, &severe(format.clone(), kind))?;
                }
                _ => cell(&mut page, number, column, text, format)?,
            }
        }
        if row.is_none() {
            page.sheet.set_row_hidden(page.row)?;
        }
        page.next();
    }
    let last = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(0);
    page.sheet.autofilter(0, 0, page.row.saturating_sub(1), last)?;
    let printed = u16::try_from(printed.saturating_sub(1)).unwrap_or(last);
    page.sheet.set_print_area(0, 0, page.row.saturating_sub(1), printed)?;
    page.sheet.set_freeze_panes(1, 1)?;
    page.sheet.set_repeat_rows(0, 0)?;
    Ok(page.sheet)
}

fn titles(page: &mut Page<'_>, columns: &[Column]) -> Result<()> {
    let titles: Vec<&str> = columns.iter().map(|column| column.title.as_str()).collect();
    page.sheet.set_row_height(0, 32)?;
    page.head(&titles)?;
    let widths = columns.iter().map(|column| {
        let cells = column.cells.iter().take(LOOKED_AT).map(|cell| room(cell));
        // Thousands take room too; titles may take two lines.
        let numbers = if column.format == TEXT { 0 } else { 3 };
        let widest = cells.max().unwrap_or(0).saturating_add(numbers);
        let title = room(&column.title).div_ceil(2).saturating_add(2);
        widest.max(title).clamp(NARROWEST, WIDEST)
    });
    let widths: Vec<u16> = widths.collect();
    page.widths(&widths)
}

fn cell(
    page: &mut Page<'_>,
    number: u16,
    column: &Column,
    text: &str,
    format: &Format,
) -> Result<()> {
    let row = page.row;
    match exact(text).filter(|_| column.format != TEXT) {
        Some(value) => page.sheet.write_number_with_format(row, number, value, format)?,
        None if text.is_empty() => page.sheet.write_blank(row, number, format)?,
        None => page.sheet.write_string_with_format(row, number, text, format)?,
    };
    Ok(())
}

/// All columns, from left to right, and how many of them are printed: a person at a desk has room
/// for the others.
fn columns(book: &Book<'_>, rows: &[Option<&TableRow>]) -> (Vec<Column>, usize) {
    let lang = book.priced.lang;
    let units: Vec<&Unit> = book.priced.units.iter().collect();
    let mut given = sheet_columns(&units, lang);
    let mut take = |fields: &[&str]| -> Vec<Column> {
        let taken = fields.iter().filter_map(|field| {
            let at = given.iter().position(|column| column.field == *field)?;
            Some(of_units(lang, given.remove(at)))
        });
        taken.collect()
    };
    let mut columns = take(&FIRST);
    if !columns.iter().any(|column| column.title == title(lang, "销控状态", "state")) {
        let cells = book.priced.units.iter().map(|unit| state(lang, unit.state)).collect();
        columns.push(Column { title: title(lang, "销控状态", "state"), cells, format: TEXT });
    }
    columns.extend(building_product_type(book));
    let prices = take(&PRICES);
    columns.extend(computed(lang, rows, &PRICED).into_iter().filter(is_used));
    columns.extend(prices);
    columns.extend(computed(lang, rows, &COMPARED).into_iter().filter(is_used));
    columns.extend(marks(book, rows));
    let printed = columns.len();
    columns.extend(messages(book, rows));
    columns.extend(calculation(lang, rows));
    columns.extend(given.into_iter().map(|column| of_units(lang, column)));
    (columns, printed)
}

/// A title of the reader's: English ones are the names of the fields, written as words.
fn title(lang: Lang, zh: &str, en: &str) -> String {
    match lang {
        Lang::Zh => zh.to_owned(),
        Lang::En => en.replace('_', " "),
    }
}

/// What units have in one field.
fn of_units(lang: Lang, column: SheetColumn) -> Column {
    let known = COLUMNS.iter().find(|known| known.name == column.field);
    let is_number = known.is_some_and(kaipan::project::Column::is_number);
    let format = match column.field {
        "floor" => GENERAL,
        _ if is_number => FEN,
        _ => TEXT,
    };
    let header = match column.field {
        // The list prices in force, beside those that were computed.
        "list_price" => title(lang, "原表价", "old_list_price"),
        "list_total" => title(lang, "原总价", "old_list_total"),
        "attributes" => column.header,
        _ => title(lang, &column.header, &column.header),
    };
    // A workbook has cells of text: the guards of a CSV file are not needed.
    let text = |cell: String| match format {
        TEXT => plain(&cell),
        _ => cell,
    };
    Column { title: header, cells: column.cells.into_iter().map(text).collect(), format }
}

/// A text without the guard that a CSV file needs; one that looks guarded itself keeps its own.
fn plain(cell: &str) -> String {
    let text = cell_text(cell);
    if cell_text(&text) == text { text.into_owned() } else { cell.to_owned() }
}

/// The product type that units have from their building, where none of them says it itself.
fn building_product_type(book: &Book<'_>) -> Option<Column> {
    let of = |unit: &Unit| {
        let mut buildings = book.priced.request.project.buildings.iter();
        buildings.find(|one| one.code == unit.building)?.product_type.as_deref()
    };
    let own = book.priced.units.iter().any(|unit| unit.product_type.is_some());
    let any = book.priced.units.iter().any(|unit| of(unit).is_some());
    let cells =
        || book.priced.units.iter().map(|unit| of(unit).unwrap_or_default().to_owned()).collect();
    (any && !own).then(|| Column {
        title: title(book.priced.lang, "楼栋业态", "building_product_type"),
        cells: cells(),
        format: TEXT,
    })
}

fn shown(value: Option<impl Display>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// A title in Chinese and English, how the cells look, and what stands in them.
type Computed = (&'static str, &'static str, &'static str, fn(&TableRow) -> String);

/// What people look for.
const PRICED: [Computed; 3] = [
    ("建筑面积单价", "building_unit_price", FEN, |row| row.building_unit_price.to_string()),
    ("套内单价", "inside_unit_price", FEN, |row| shown(row.inside_unit_price)),
    ("计价总价", "total", FEN, |row| row.total.to_string()),
];

/// How far prices are from others.
const COMPARED: [Computed; 3] = [
    ("备案偏差率", "filed_deviation", SIGNED_PERCENT, |row| shown(row.filed_deviation)),
    ("总价变动", "change", SIGNED_FEN, |row| shown(row.change)),
    ("变动率", "change_rate", SIGNED_PERCENT, |row| shown(row.change_rate)),
];

/// What is to say of the homes in a word or two.
fn marks(book: &Book<'_>, rows: &[Option<&TableRow>]) -> Option<Column> {
    let lang = book.priced.lang;
    let words = rows.iter().map(|row| row.map(|row| marks::words(lang, row)).unwrap_or_default());
    let title = title(lang, "标记", "flags");
    Some(Column { title, cells: words.collect(), format: TEXT }).filter(is_used)
}

/// What was found about the homes.
fn messages(book: &Book<'_>, rows: &[Option<&TableRow>]) -> Option<Column> {
    let lang = book.priced.lang;
    let messages = marks::messages(lang, &book.priced.table.findings);
    let said = rows.iter().map(|row| {
        row.and_then(|row| messages.get(row.unit_no.as_str())).cloned().unwrap_or_default()
    });
    let title = title(lang, "提示", "findings");
    Some(Column { title, cells: said.collect(), format: TEXT }).filter(is_used)
}

/// How the prices came about.
fn calculation(lang: Lang, rows: &[Option<&TableRow>]) -> Vec<Column> {
    const BEFORE: [Computed; 2] = [
        ("方案", "scheme", TEXT, |row| row.scheme.to_string()),
        ("基准价", "base_price", FINE, |row| shown(row.base_price)),
    ];
    const AFTER: [Computed; 4] = [
        ("总系数", "total_coefficient", FINE, |row| shown(row.total_coefficient.as_ref())),
        ("总差价", "total_difference", FINE, |row| shown(row.total_difference)),
        ("取整前单价", "raw_price", FINE, |row| shown(row.raw_price.as_ref())),
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
    columns.extend(computed(lang, rows, &levelled).into_iter().filter(is_used));
    columns
}

fn computed(lang: Lang, rows: &[Option<&TableRow>], results: &[Computed]) -> Vec<Column> {
    let column = |(zh, en, format, value): &Computed| {
        let cells = rows.iter().map(|row| row.map(value).unwrap_or_default());
        Column { title: title(lang, zh, en), cells: cells.collect(), format }
    };
    results.iter().map(column).collect()
}

fn is_used(column: &Column) -> bool {
    column.cells.iter().any(|cell| !cell.is_empty())
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
            row.map(|row| crate::price::csv::factor_value(row, name)).unwrap_or_default()
        };
        Column {
            title: format!("{}:{name}", lang.say("因素", "factor")),
            cells: rows.iter().map(value).collect(),
            format: FINE,
        }
    };
    names.iter().map(column).collect()
}
