//! The list of homes that `kaipan init` writes: from somebody's own file, or an example.

use crate::failure::Failure;
use crate::text::Say;
use crate::units_csv;
use kaipan::error::Lang;
use kaipan::project::{COLUMNS, SheetColumn, Unit, import_csv, sheet_columns};

/// Two homes to show how a list is filled in, in Chinese and English.
const EXAMPLE: [&str; 2] = [
    "房号,楼栋,单元,楼层,户位,户型,朝向,建筑面积,套内面积,备案价\n\
     1-1-201,1,1,2,01,三房两厅,南,98.69,76.58,21500\n\
     1-1-302,1,1,3,02,两房两厅,东南,76.20,59.10,21200\n",
    "unit_no,building,stair,floor,line,layout,orientation,building_area,inside_area,filed_price\n\
     1-1-201,1,1,2,01,3 rooms,south,98.69,76.58,21500\n\
     1-1-302,1,1,3,02,2 rooms,south-east,76.20,59.10,21200\n",
];

/// The homes of the example.
pub(super) fn example(lang: Lang) -> Result<Vec<Unit>, Failure> {
    let [zh, en] = EXAMPLE;
    let read = import_csv(lang.say(zh, en), None);
    read.map(|read| read.units).map_err(|error| Failure::plain(&error))
}

/// The homes as CSV, with the byte-order mark that spreadsheets need: the columns that they have,
/// or all that there are.
pub(super) fn csv_text(units: &[Unit], all_columns: bool, lang: Lang) -> Result<String, Failure> {
    let rows: Vec<&Unit> = units.iter().collect();
    let used = sheet_columns(&rows, lang);
    if !all_columns {
        return units_csv::write(&used);
    }
    let all = COLUMNS.iter().map(|column| {
        let header = lang.say(column.zh.first().unwrap_or(&column.name), column.name).to_owned();
        let known = used.iter().find(|known| known.field == column.name);
        let cells = known.map(|known| known.cells.clone()).unwrap_or_default();
        SheetColumn { field: column.name, header, cells }
    });
    units_csv::write(&all.collect::<Vec<SheetColumn>>())
}
