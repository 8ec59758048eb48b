//! A table made by hand, read from a spreadsheet: its titles are found, its rows go up to the first empty one.

use crate::failure::{Choose, Failure};
use crate::input;
use crate::report::chart::is_named;
use crate::spreadsheet::{self, Spreadsheet};
use crate::text::Say;
use kaipan::error::Lang;
use kaipan::project::{CellKind, SheetCell, Worksheet, cell_text};
use kaipan::report::{HandRow, HandTable, ReportColumn, ReportColumnKind, ReportTable};
use kaipan::{Label, Text};
use std::path::Path;

/// Names of the row of totals.
const TOTALS: [&str; 6] = ["合计", "总计", "共计", "total", "totals", "sum"];

/// A table by hand, and where it stands.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) hand: HandTable,
    /// The line of each row in the file, from 1.
    pub(super) lines: Vec<usize>,
    /// Titles that are no columns of the report.
    pub(super) unknown: Vec<String>,
    /// The sheet of a workbook.
    pub(super) name: Option<String>,
}

/// A column by hand: its place, and what its numbers are counted in.
struct Found<'t> {
    place: usize,
    column: &'t ReportColumn,
    unit: &'static str,
}

/// Reads a table by hand.
///
/// # Errors
/// A file that cannot be read; a sheet that is not there, or has no titles of the report.
pub(super) fn read(
    file: &Path,
    sheet: Option<&Text>,
    table: &ReportTable,
    keys: &[Text],
    lang: Lang,
) -> Result<Sheet, Failure> {
    let spreadsheet = spreadsheet::read(file).map_err(|error| Failure::plain(&error))?;
    let sheets = match spreadsheet {
        Spreadsheet::Text(text) => vec![of_csv(&text, file)?],
        Spreadsheet::Sheets(sheets) => sheets,
    };
    if let Some(name) = sheet
        && !sheets.iter().any(|one| one.name.as_ref().is_some_and(|own| is_called(own, name)))
    {
        let what = match lang {
            Lang::Zh => format!("没有工作表“{name}”"),
            Lang::En => format!("there is no sheet \"{name}\""),
        };
        let choices = sheets.iter().filter_map(|one| one.name.as_ref());
        let choices = choices.map(|name| (name.to_string(), String::new())).collect();
        let mend = lang.say("可以是：", "it can be:").to_owned();
        return Err(Failure::Choose(Choose { what, mend, choices }));
    }
    let is_asked = |one: &&Worksheet| match (sheet, &one.name) {
        (Some(asked), Some(own)) => is_called(own, asked),
        (Some(_), None) => false,
        (None, _) => true,
    };
    let titled = |one: &Worksheet| {
        let titles = [&table.title_zh, &table.title_en];
        let own = one.name.as_ref().map(|name| Text::from(name.as_str()));
        own.is_some_and(|own| titles.into_iter().any(|title| Text::from(title) == own))
    };
    let mut asked: Vec<&Worksheet> = sheets.iter().filter(is_asked).collect();
    // That of the report's title comes first.
    asked.sort_by_key(|one| !titled(one));
    let found = asked.iter().find_map(|one| Some((*one, head(one, table)?)));
    let Some((sheet, (row, columns))) = found else {
        let titles: Vec<&str> = table
            .columns
            .iter()
            .take(6)
            .map(|one| lang.say(&one.title_zh, &one.title_en))
            .collect();
        let zh =
            format!("没有找到表头：应有《{}》的栏名，如“{}”", table.title_zh, titles.join("”“"));
        let en = format!(
            "no titles are found: there should be those of \"{}\", such as {}",
            table.title_en,
            titles.join(", ")
        );
        return Err(Failure::plain(&input::refused(&file.display().to_string(), &zh, &en)));
    };
    let keys = keys_of(keys, table, lang)?;
    Ok(taken(sheet, row, &columns, keys))
}

/// A sheet has this name, however its letters are wide.
fn is_called(own: &str, asked: &Text) -> bool {
    let own = Text::from(own);
    own == *asked
}

/// Key columns by key or title, as keys.
fn keys_of(keys: &[Text], table: &ReportTable, lang: Lang) -> Result<Vec<Text>, Failure> {
    let one = |name: &Text| {
        let found = table.columns.iter().find(|column| is_named(column, name));
        found
            .map(|column| column.key.clone())
            .ok_or_else(|| super::super::no_column(name, table, lang))
    };
    keys.iter().map(one).collect()
}

/// CSV as a sheet of texts.
fn of_csv(text: &str, file: &Path) -> Result<Worksheet, Failure> {
    let text = text.trim_start_matches('\u{feff}');
    let delimiter =
        if text.lines().next().is_some_and(|line| line.contains('\t')) { b'\t' } else { b',' };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| {
            let name = file.display().to_string();
            Failure::plain(&input::refused(&name, "不是 CSV", "it is no CSV"))
        })?;
        rows.push(record.iter().map(|cell| SheetCell::from(&*cell_text(cell))).collect());
    }
    Ok(Worksheet::new(rows))
}

/// The row of titles: the first one in which at least two are those of the report, or one if it is alone.
fn head<'t>(sheet: &Worksheet, table: &'t ReportTable) -> Option<(usize, Vec<Found<'t>>)> {
    let told = |row: &[SheetCell]| {
        let cells = row.iter().enumerate();
        let found = cells.filter_map(|(place, cell)| of_title(&cell.text, place, table));
        found.collect::<Vec<_>>()
    };
    let rows = sheet.rows.iter().enumerate();
    let least = table.columns.len().min(2);
    rows.map(|(at, row)| (at, told(row))).find(|(_, found)| found.len() >= least)
}

/// The column of a title, with or without its unit: 认购金额（万元）.
fn of_title<'t>(title: &str, place: usize, table: &'t ReportTable) -> Option<Found<'t>> {
    let whole = Text::from(title);
    let named = |name: &Text| table.columns.iter().find(|column| is_named(column, name));
    if whole.is_empty() {
        return None;
    }
    if let Some(column) = named(&whole) {
        return Some(Found { place, column, unit: "" });
    }
    let (name, unit) = whole.as_str().trim_end_matches(')').rsplit_once('(')?;
    let column = named(&Text::from(name))?;
    let is_money = matches!(column.kind, ReportColumnKind::Money | ReportColumnKind::UnitPrice);
    let unit = match unit {
        unit if is_money && unit.starts_with('万') => "万",
        unit if is_money && unit.starts_with('亿') => "亿",
        "%" => "%",
        _ => "",
    };
    Some(Found { place, column, unit })
}

/// The rows under the titles.
fn taken(sheet: &Worksheet, head: usize, columns: &[Found<'_>], keys: Vec<Text>) -> Sheet {
    let titles = sheet.rows.get(head).into_iter().flatten().enumerate();
    let unknown = titles.filter(|(place, cell)| {
        !cell.text.trim().is_empty() && !columns.iter().any(|one| one.place == *place)
    });
    let unknown = unknown.map(|(_, cell)| cell.text.to_string()).collect();
    let (mut rows, mut lines) = (Vec::new(), Vec::new());
    for (at, row) in sheet.rows.iter().enumerate().skip(head.saturating_add(1)) {
        let is_empty =
            |one: &Found<'_>| row.get(one.place).is_none_or(|cell| cell.text.trim().is_empty());
        if columns.iter().all(is_empty) {
            break;
        }
        let first = row.iter().find(|cell| !cell.text.trim().is_empty());
        let first = first.map(|cell| Text::from(cell.text.as_str())).unwrap_or_default();
        let cells = columns.iter().map(|one| written(row.get(one.place), one));
        let mut hand = HandRow::new(cells.collect::<Vec<_>>());
        hand.total = TOTALS.iter().any(|name| first.eq_ignore_ascii_case(name));
        rows.push(hand);
        lines.push(at.saturating_add(1));
    }
    let names: Vec<Text> = columns.iter().map(|one| one.column.key.clone()).collect();
    let mut hand = HandTable::new(names, rows);
    hand.keys = keys;
    Sheet { hand, lines, unknown, name: sheet.name.as_ref().map(ToString::to_string) }
}

/// What stands in a cell, with the unit of its title.
fn written(cell: Option<&SheetCell>, found: &Found<'_>) -> Label {
    let Some(cell) = cell else { return Label::from("") };
    let text = cell.text.trim();
    let is_number =
        cell.kind == CellKind::Number || text.starts_with(|c: char| c.is_ascii_digit() || c == '-');
    let has_unit = text.ends_with(['万', '亿', '元', '%']);
    match is_number && !has_unit && !found.unit.is_empty() {
        true => Label::from(format!("{text}{}", found.unit)),
        false => Label::from(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kaipan::kpi::{PeriodKind, PeriodSeries};
    use kaipan::report::{ReportRecords, Reporting};

    fn table() -> ReportTable {
        let month = PeriodSeries::new(
            PeriodKind::Month,
            "2026-03-01".parse().unwrap(),
            "2026-03-31".parse().unwrap(),
        );
        Reporting::new(&ReportRecords::default(), "sales_summary", &month).run().unwrap()
    }

    #[test]
    fn titles_are_found_below_a_heading_and_units_are_taken_along() {
        let text = "销售汇总表,,,\n制表：张三,,,\n单位,认购套数,认购金额（万元）,备注\n\
                    云璟湾,2,259.5,x\n江畔,-,0,\n合计,2,259.5,\n,,,\n说明,1,1,\n";
        let (table, sheet) = (table(), of_csv(text, Path::new("f")).unwrap());
        let (row, columns) = head(&sheet, &table).unwrap();
        let read = taken(&sheet, row, &columns, Vec::new());
        assert_eq!(read.hand.columns, ["node", "subscriptions", "subscribed_amount"]);
        assert_eq!((read.unknown, read.lines), (vec!["备注".to_owned()], vec![4, 5, 6]));
        let cells = |at: usize| {
            let row = &read.hand.rows[at];
            row.cells.iter().map(|cell| cell.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(cells(0), ["云璟湾", "2", "259.5万"]);
        assert_eq!(cells(1), ["江畔", "-", "0万"]);
        assert!(read.hand.rows[2].total && !read.hand.rows[1].total);
        assert!(head(&of_csv("a,b\n1,2\n", Path::new("f")).unwrap(), &table).is_none());
    }
}
