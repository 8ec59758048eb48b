//! The columns of the list: what units have, in the order in which people look for it, around what
//! was computed.

use super::results::{COMPARED, PRICED, calculation, computed, floors_by_rate, marks, messages};
use crate::text::state;
use crate::workbook::Book;
use crate::workbook::style::{FEN, GENERAL, TEXT};
use kaipan::error::Lang;
use kaipan::pricing::TableRow;
use kaipan::project::{COLUMNS, ReadAs, SheetColumn, Unit, cell_text, sheet_columns};

/// A column of the list: its title, its cells, and how they look.
pub(super) struct Column {
    pub(super) title: String,
    pub(super) cells: Vec<String>,
    pub(super) format: &'static str,
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

/// All columns, from left to right, and how many of them are printed: a person at a desk has room
/// for the others.
pub(super) fn columns(book: &Book<'_>, rows: &[Option<&TableRow>]) -> (Vec<Column>, usize) {
    let lang = book.priced.lang;
    let units: Vec<&Unit> = book.priced.units.iter().collect();
    let mut given = sheet_columns(&units, lang);
    let mut take = |fields: &[&str]| -> Vec<Column> {
        let taken = fields.iter().filter_map(|field| {
            let at = given.iter().position(|column| column.field == *field)?;
            Some(of_units(book, given.remove(at)))
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
    columns.extend(floors_by_rate(book, rows));
    columns.extend(computed(lang, rows, &COMPARED).into_iter().filter(is_used));
    columns.extend(marks(book, rows));
    let printed = columns.len();
    columns.extend(messages(book, rows));
    columns.extend(calculation(lang, rows));
    columns.extend(given.into_iter().map(|column| of_units(book, column)));
    (columns, printed)
}

/// A title of the reader's: English ones are the names of the fields, written as words.
pub(super) fn title(lang: Lang, zh: &str, en: &str) -> String {
    match lang {
        Lang::Zh => zh.to_owned(),
        Lang::En if en == "unit_no" => "Unit No.".to_owned(),
        Lang::En if en == "state" => "Status".to_owned(),
        Lang::En => {
            let words = en.replace('_', " ");
            let mut letters = words.chars();
            let first = letters.next().map(|first| first.to_ascii_uppercase());
            first.into_iter().chain(letters).collect()
        }
    }
}

/// What units have in one field.
fn of_units(book: &Book<'_>, column: SheetColumn) -> Column {
    let lang = book.priced.lang;
    let known = COLUMNS.iter().find(|known| known.name == column.field);
    let format = match known.map(kaipan::project::Column::read_as) {
        Some(ReadAs::SquareMetres | ReadAs::Yuan | ReadAs::YuanPerSquareMetre) => FEN,
        Some(ReadAs::Floor) => GENERAL,
        _ => TEXT,
    };
    let header = match column.field {
        // The list prices in force, beside those that were computed; alone they are no old ones.
        "list_price" | "list_total" if book.priced.is_in_force() => {
            title(lang, &column.header, &column.header)
        }
        "list_price" => title(lang, "原表价", "old_list_price"),
        "list_total" => title(lang, "原总价", "old_list_total"),
        "attributes" => column.header,
        _ => title(lang, &column.header, &column.header),
    };
    // A workbook has cells of text: the guards of a CSV file are not needed.
    let is_state = column.field == "state" && lang == Lang::En;
    let cell = |cell: &String| if is_state { cell.replace('_', " ") } else { plain(cell) };
    let cells = column.cells.iter().map(cell).collect();
    Column { title: header, cells, format }
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

/// Whether any unit has something there.
pub(super) fn is_used(column: &Column) -> bool {
    column.cells.iter().any(|cell| !cell.is_empty())
}
