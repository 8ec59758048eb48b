//! The titles of a table of new prices: which column holds what.

use crate::error::{Code, Error, Input};
use crate::fold::fold;
use crate::project::{COLUMNS, column_letters};
use crate::{Label, Text};
use std::collections::HashMap;

/// What a column of the table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Holds {
    UnitNo,
    UnitPrice,
    Total,
    FloorPrice,
}

/// Headers, in Chinese and English, beside those of a list of units ([`COLUMNS`]).
const HEADERS: &[(Holds, &[&str])] = &[
    (Holds::UnitNo, &["房号", "房间号", "房间编号", "房源编号", "unit_no", "unit"]),
    (
        Holds::UnitPrice,
        &[
            "新表价",
            "新价",
            "新价格",
            "新单价",
            "新表单价",
            "新标准单价",
            "新售价",
            "调后单价",
            "调后价",
            "调整后单价",
            "调整后价格",
            "new_list_price",
            "new_unit_price",
            "new_price",
            "unit_price",
            "building_unit_price",
        ],
    ),
    (
        Holds::Total,
        &[
            "新总价",
            "新表总价",
            "新标准总价",
            "调后总价",
            "调整后总价",
            "计价总价",
            "new_list_total",
            "new_total",
            "total",
        ],
    ),
    (Holds::FloorPrice, &["新底价", "新底单价", "new_floor_price"]),
];

/// The fields of a unit whose titles name a price too. Old prices (原表价) are none of them.
const FIELDS: [(Holds, &str); 4] = [
    (Holds::UnitNo, "unit_no"),
    (Holds::UnitPrice, "list_price"),
    (Holds::Total, "list_total"),
    (Holds::FloorPrice, "floor_price"),
];

/// How surely a title names the new price; of two columns the surer one is taken. A title that says
/// so comes first, then those of a price table, then those of the prices in force.
const NEW: [&str; 4] = ["新", "调后", "调整后", "new_"];
const PRICED: [&str; 4] = ["建筑面积单价", "building_unit_price", "计价总价", "total"];

/// What a title names, and how surely: less is surer.
fn named(name: &str) -> Option<(Holds, usize)> {
    let own = HEADERS.iter().find(|(_, names)| names.contains(&name)).map(|(holds, _)| *holds);
    let of_field = |(_, field): &&(Holds, &str)| {
        let known = COLUMNS.iter().find(|column| column.name == *field);
        known.is_some_and(|column| column.name == name || column.zh.contains(&name))
    };
    let of_unit = || FIELDS.iter().find(of_field).map(|(holds, _)| *holds);
    let holds = own.or_else(of_unit).filter(|_| !name.starts_with('原'))?;
    let rank = match () {
        () if NEW.iter().any(|start| name.starts_with(start)) => 0,
        () if PRICED.contains(&name) => 1,
        () => 2,
    };
    Some((holds, rank))
}

/// No row has both a column for unit numbers and one for prices: the one that is missing, and the
/// title that is spelt nearly like it.
pub(super) fn no_header<C: AsRef<str>>(rows: &[Vec<C>]) -> Error {
    let has = |holds: Holds| {
        rows.iter().any(|row| columns(row).iter().any(|column| column.holds == holds))
    };
    let priced = has(Holds::UnitPrice) || has(Holds::Total);
    let missing = if has(Holds::UnitNo) && !priced { Holds::UnitPrice } else { Holds::UnitNo };
    let names = HEADERS.iter().find(|(holds, _)| *holds == missing).map(|(_, names)| *names);
    let zh = names.and_then(|names| names.first()).copied().unwrap_or_default();
    let en = names.and_then(|names| names.iter().find(|name| name.is_ascii())).copied();
    let name = Label::of(format_args!("{zh} / {}", en.unwrap_or_default()));
    let is_filled = |row: &Vec<C>| row.iter().any(|cell| !cell.as_ref().trim().is_empty());
    let first = rows.iter().position(is_filled).unwrap_or(0).saturating_add(1);
    let error = Error::new(Code::ProjectMissingColumn)
        .with("name", name)
        .with("cell", Text::of(format_args!("A{first}")));
    // A title stands in one of the first rows, if anywhere.
    let cells = rows.iter().take(first.saturating_add(FURTHEST)).flatten();
    let meant = cells.map(|cell| fold(cell.as_ref()).to_string()).find(|title| {
        let near = near(title);
        near.is_some_and(|(holds, _)| holds == missing) && named(title).is_none()
    });
    match meant {
        Some(title) => error.with("nearest", title).within(Input::Prices),
        None => error.within(Input::Prices),
    }
}

/// Rows below the first in which a header is looked for, to name a title that was meant.
const FURTHEST: usize = 4;

/// The known title that is spelt nearly like this one, and what it names.
fn near(title: &str) -> Option<(Holds, &'static str)> {
    let name = title.to_lowercase();
    let of_field = |(_, field): &(Holds, &'static str)| {
        let column = COLUMNS.iter().find(|column| column.name == *field);
        column.into_iter().flat_map(|column| column.zh.iter().copied())
    };
    let own = HEADERS.iter().flat_map(|(_, names)| names.iter().copied());
    let names = own.chain(FIELDS.iter().flat_map(of_field));
    let nearest = crate::nearest(names.filter(|name| !name.starts_with('原')), &name)?;
    Some((named(nearest)?.0, nearest))
}

/// Titles that are read as nothing, and the known ones that are spelt nearly like them, of which no
/// column was found.
pub(super) fn misspelt<C: AsRef<str>>(row: &[C], columns: &[Column]) -> Vec<(Label, Label)> {
    let titles = row.iter().enumerate().filter(|(at, title)| {
        let title = title.as_ref().trim();
        let is_field =
            COLUMNS.iter().any(|column| column.name == title || column.zh.contains(&title));
        !title.is_empty() && !is_field && !columns.iter().any(|column| column.at == *at)
    });
    let meant = titles.filter_map(|(_, title)| {
        let (holds, nearest) = near(&fold(title.as_ref()))?;
        let found = columns.iter().any(|column| column.holds == holds);
        (!found).then(|| (Label::from(title.as_ref()), Label::from(nearest)))
    });
    meant.collect()
}

/// A column of the table that is read.
pub(super) struct Column {
    pub(super) at: usize,
    pub(super) holds: Holds,
    /// How surely its title says so.
    rank: usize,
    pub(super) title: String,
    pub(super) ten_thousands: bool,
}

/// The columns of a header row; none if the row is not one.
pub(super) fn header<C: AsRef<str>>(row: &[C]) -> Option<Vec<Column>> {
    let columns = columns(row);
    let has = |holds: Holds| columns.iter().any(|column| column.holds == holds);
    (has(Holds::UnitNo) && (has(Holds::UnitPrice) || has(Holds::Total))).then_some(columns)
}

/// The columns of a row whose titles are known.
fn columns<C: AsRef<str>>(row: &[C]) -> Vec<Column> {
    let columns = row.iter().enumerate().filter_map(|(at, title)| {
        let title = fold(title.as_ref()).replace(['\n', '\r'], "");
        let (name, unit) = match title.strip_suffix(')').and_then(|open| open.rsplit_once('(')) {
            Some((name, unit)) => (name.trim_end().to_lowercase(), unit.to_owned()),
            None => (title.to_lowercase(), String::new()),
        };
        // A workbook for people has "New unit price".
        let (holds, rank) = named(name.trim_end_matches('.').replace(' ', "_").as_str())?;
        let ten_thousands = unit.starts_with('万');
        Some(Column { at, holds, rank, title, ten_thousands })
    });
    let mut columns: Vec<Column> = columns.collect();
    let mut surest: HashMap<Holds, usize> = HashMap::new();
    for column in &columns {
        let known = surest.entry(column.holds).or_insert(column.rank);
        *known = column.rank.min(*known);
    }
    columns.retain(|column| surest.get(&column.holds) == Some(&column.rank));
    columns
}

/// Titles of the columns that hold no new price.
pub(super) fn ignored<C: AsRef<str>>(titles: &[C], columns: &[Column]) -> Vec<Label> {
    let others = titles.iter().enumerate().filter(|(at, title)| {
        !title.as_ref().trim().is_empty() && !columns.iter().any(|column| column.at == *at)
    });
    others.map(|(_, title)| Label::from(title.as_ref())).collect()
}

/// Columns that hold the same, in the row with this number.
pub(super) fn twice(columns: &[Column], row: usize) -> Vec<Error> {
    let cell = |at: usize| Text::of(format_args!("{}{row}", column_letters(at)));
    let mut first: HashMap<Holds, &Column> = HashMap::new();
    let mut errors = Vec::new();
    for column in columns {
        match first.get(&column.holds) {
            Some(known) => errors.push(
                Error::new(Code::ProjectDuplicateColumn)
                    .with("cell", cell(column.at))
                    .with("title", &column.title)
                    .with("first", cell(known.at))
                    .with("name", &known.title)
                    .within(Input::Prices),
            ),
            None => {
                first.insert(column.holds, column);
            }
        }
    }
    errors
}
