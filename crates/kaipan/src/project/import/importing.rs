//! The engine that reads units from a spreadsheet.

use super::header::{Found, Header, LOOKED_AT, Target};
use super::problems::Problems;
use super::reading::{ReadColumn, ReadWord, SheetReading, SkippedColumn};
use super::rows::Rows;
use super::source::Source;
use super::together::together;
use super::worksheet::{Worksheet, column_letters};
use super::{ImportedUnits, figures, mistaken};
use crate::builder::optional_inputs;
use crate::error::{Code, Error, Finding, Input, InputPlace, PlaceStep, Result, finding};
use crate::{Label, Text};
use std::collections::HashMap;

/// A sheet of this name holds a project and no table of units.
const PROJECT_SHEET: &str = "kaipan";

/// Reads and checks units from the sheets of a spreadsheet (房源表).
///
/// The sheet is the one that is named, or the only one that holds units. Its header is looked for
/// below titles and may stand over two rows; see [`COLUMNS`](super::COLUMNS) for what it may say.
/// Titles and cells may name their units: 元, ㎡, 万元 (10,000 yuan, exactly). Merged cells are read
/// in every row that they cover. Rows of totals, notes and repeated headers, serial numbers and
/// remarks are left out, and the answer tells all that was left out and why
/// ([`SheetReading`]).
///
/// Floors may be written `18`, `18层`, `18F`, `-1` or `B1`, for a duplex `10-11`. Without a column of
/// lines, the line is what follows the floor in the number of the unit; without a column of
/// numbers, the number is `building-stair-floorline`, such as `3-1-1802`. Numbers that repeat
/// between buildings get building and stair before them.
///
/// ```
/// use kaipan::project::{Importing, SheetCell, Worksheet};
/// let row = |cells: [&str; 5]| cells.map(SheetCell::from).to_vec();
/// let sheet = Worksheet::new(vec![
///     row(["松风花园房源表", "", "", "", ""]),
///     row(["楼号", "楼层", "房间号", "建筑面积（㎡）", "总价（万元）"]),
///     row(["3", "18F", "1802", "89.50", "142.5747"]),
///     row(["合计", "", "", "89.50", "142.5747"]),
/// ]);
/// let read = Importing::new(&[sheet]).read()?;
/// let unit = &read.units[0];
/// assert_eq!((unit.floor, unit.line.as_str()), (18, "02"));
/// assert_eq!(unit.list_total.unwrap().to_string(), "1425747.00");
/// assert_eq!(read.reading.unwrap().skipped_rows.len(), 2);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Importing<'a> {
    sheets: &'a [Worksheet],
    sheet: Option<&'a str>,
}

impl<'a> Importing<'a> {
    /// From these sheets.
    pub fn new(sheets: &'a [Worksheet]) -> Importing<'a> {
        Importing { sheets, sheet: None }
    }

    optional_inputs! {
        /// Name of the sheet that holds the units; needed if several could.
        sheet: &'a str;
    }

    /// Reads the units. Sheets that have the same columns and different buildings are read
    /// together ([`Conclusion::SheetsReadTogether`](super::Conclusion::SheetsReadTogether)).
    ///
    /// # Errors
    /// [`Code::ProjectSheetUnknown`], [`Code::ProjectSheetAmbiguous`], [`Code::ProjectNoHeader`] for
    /// the choice of the sheet. All that is wrong with the header ([`Code::ProjectUnknownColumn`],
    /// [`Code::ProjectMissingColumn`], [`Code::ProjectDuplicateColumn`],
    /// [`Code::ProjectUntitledColumn`], [`Code::ProjectColumnUnit`]), or else with the rows, of
    /// which 50 are listed ([`Code::ProjectCell`], [`Code::ProjectTooManyErrors`]).
    /// [`Code::ProjectNoUnits`] when there is no unit.
    pub fn read(self) -> Result<ImportedUnits> {
        let mut read = self.read_chosen()?;
        let mut readings: Vec<_> =
            read.reading.iter_mut().chain(&mut read.further_readings).collect();
        let known: Vec<_> = readings.iter().map(|reading| reading.sheet.clone()).collect();
        let names = self.sheets.iter().filter_map(|sheet| sheet.name.clone());
        let others: Vec<_> = names.filter(|name| !known.contains(&Some(name.clone()))).collect();
        for reading in &mut readings {
            reading.other_sheets.clone_from(&others);
        }
        Ok(read)
    }

    /// Reads the sheet that holds units, or those that do together.
    fn read_chosen(self) -> Result<ImportedUnits> {
        let mut candidates = Vec::new();
        let mut empty = true;
        for (at, sheet) in self.sheets.iter().enumerate() {
            let name = Text::from(sheet.name.as_deref().unwrap_or_default());
            let asked = self.sheet.is_none_or(|asked| name.is_same_as(asked));
            if !asked || self.sheet.is_none() && name == PROJECT_SHEET {
                continue;
            }
            let source = Source::sheet(sheet, at);
            empty &= sheet.rows.iter().flatten().all(|cell| cell.text.is_empty());
            candidates.push((Found::find(&source), source));
        }
        if let Some(asked) = self.sheet.filter(|_| candidates.is_empty()) {
            let names = || self.sheets.iter().filter_map(|sheet| sheet.name.as_deref());
            let error = Error::new(Code::ProjectSheetUnknown).with("name", asked);
            let error = error.with_long("known", names().collect::<Vec<_>>().join(", "));
            return Err(error.with_nearest(names(), asked).within(Input::Sheet));
        }
        let complete = |(found, _): &&(Option<Found>, Source<'_>)| {
            found.as_ref().is_some_and(Found::is_complete)
        };
        let whole: Vec<_> = candidates.iter().filter(complete).collect();
        if whole.len() > 1 {
            let names = whole.iter().filter_map(|(_, source)| source.name());
            let names = names.collect::<Vec<_>>().join(", ");
            let read = whole
                .into_iter()
                .filter_map(|(found, source)| found.clone().map(|found| read_table(source, found)));
            let read = read.collect::<Result<Vec<_>>>().ok();
            return read.and_then(together).ok_or_else(|| {
                let error = Error::new(Code::ProjectSheetAmbiguous).with_long("names", names);
                error.within(Input::Sheets)
            });
        }
        let names = candidates.iter().filter_map(|(_, source)| source.name());
        let names = names.collect::<Vec<_>>().join(", ");
        let headed = candidates.into_iter().filter_map(|(found, source)| Some((source, found?)));
        let best = headed.max_by_key(|(_, found)| (found.is_complete(), found.fields));
        let best = best.ok_or_else(|| no_header(empty, &names).within(Input::Sheets));
        best.and_then(|(source, found)| read_table(&source, found))
    }
}

/// Nothing in the sheets is a header.
pub(super) fn no_header(empty: bool, sheets: &str) -> Error {
    if empty {
        return Error::new(Code::ProjectNoUnits);
    }
    let places = match sheets {
        "" => [String::new(), String::new()],
        names => [
            format!("工作表“{}”的", names.replace(", ", "”、“")),
            format!(" of the sheets \"{}\"", names.replace(", ", "\", \"")),
        ],
    };
    let [zh, en] = places;
    let error = Error::new(Code::ProjectNoHeader).with("count", LOOKED_AT);
    error.with_long("where_zh", zh).with_long("where", en)
}

/// Reads a table whose header was found.
pub(super) fn read_table(source: &Source<'_>, found: Found) -> Result<ImportedUnits> {
    let mut problems = Problems::default();
    let header = Header::of(source, found, &mut problems);
    problems.finish(source.whole())?;
    let mut problems = Problems::default();
    let rows = Rows::read(source, &header, &mut problems);
    if source.ends_in_open_quote() {
        problems.add(|| super::open_quote(source, &header));
    }
    problems.finish(source.whole())?;
    if rows.drafts.is_empty() {
        return Err(Error::new(Code::ProjectNoUnits).placed(source.whole()));
    }
    let mut findings = rounded(source, &header, &rows);
    let mistaken = mistaken::columns(source, &header, &rows.drafts);
    // What is told of a column is not told of its cells one by one.
    let is_told = |finding: &Finding| {
        let field = finding.path.as_ref().and_then(|place| place.steps().last());
        let of_column = |one: &mistaken::Mistaken| matches!(field, Some(PlaceStep::Field(field)) if *field == one.field);
        finding.code == Code::InputUnusual && mistaken.iter().any(of_column)
    };
    for draft in &rows.drafts {
        let of_unit = figures::of_unit(&draft.unit, InputPlace::default());
        let of_unit = of_unit.into_iter().filter(|finding| !is_told(finding));
        findings.extend(of_unit.map(|finding| finding.placed(source.place(draft.row))));
    }
    findings.extend(mistaken.into_iter().map(|column| column.told));
    let reading = reading(source, &header, &rows);
    let units: Vec<_> = rows.drafts.into_iter().map(|draft| draft.unit).collect();
    let rows = u32::try_from(units.len()).unwrap_or(u32::MAX);
    let reading = Some(reading);
    Ok(ImportedUnits { units, rows, findings, reading, further_readings: Vec::new() })
}

/// Tells which columns held numbers with more decimals than are kept.
fn rounded(source: &Source<'_>, header: &Header, rows: &Rows) -> Vec<Finding> {
    let columns = header.columns.iter().zip(&rows.columns);
    let rounded = columns.filter_map(|(column, notes)| {
        let (first, count) = notes.rounded?;
        let finding = finding!(
            Code::ProjectCellsRounded,
            column = column.title,
            count,
            cell = source.cell_name(first, column.at),
        );
        Some(finding.placed(source.place(first)))
    });
    rounded.collect()
}

fn reading(source: &Source<'_>, header: &Header, rows: &Rows) -> SheetReading {
    let meanings: HashMap<usize, Vec<ReadWord>> = rows
        .columns
        .iter()
        .enumerate()
        .map(|(at, notes)| {
            let words = notes.words.iter().map(|(written, meaning, cells)| ReadWord {
                written: written.clone(),
                meaning: Text::from(*meaning),
                cells: *cells,
            });
            (at, words.collect())
        })
        .collect();
    let column = |at: usize| Text::from(column_letters(at));
    let columns = header.read_columns().map(|(number, one)| {
        let (field, read_as) = match &one.target {
            Target::Field(field, read_as) => (Text::from(field.name), *read_as),
            Target::Custom(name) => (Text::of(format_args!("custom:{name}")), Default::default()),
            Target::Skipped(_) => (Text::default(), Default::default()),
        };
        let words = meanings.get(&number).cloned().unwrap_or_default();
        ReadColumn {
            column: column(one.at),
            title: Label::from(&*one.title),
            field,
            read_as,
            words,
        }
    });
    let skipped = header.columns.iter().filter_map(|one| match one.target {
        Target::Skipped(why) => {
            Some(SkippedColumn { column: column(one.at), title: Label::from(&*one.title), why })
        }
        _ => None,
    });
    SheetReading {
        sheet: source.name().map(Label::from),
        other_sheets: Vec::new(),
        first_header_row: source.row_number(header.first),
        last_header_row: source.row_number(header.last),
        columns: columns.collect(),
        skipped_columns: skipped.collect(),
        skipped_rows: rows.skipped.clone(),
        conclusions: rows.conclusions.clone(),
    }
}
