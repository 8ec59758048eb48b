mod cell;
mod columns;
mod guard;
mod sheet;

pub use columns::{COLUMNS, Column};
pub use guard::spreadsheet_text;
use kaipan_derive::boundary;
pub use sheet::{SheetColumn, sheet_columns};

use super::check::{check_unit, validate_units};
use super::{Attribute, Unit, figures};
use crate::error::{At, Code, Error, Finding, Result};
use crate::fold::fold;
use crate::{Label, Text};
use cell::{Detail, cell_error, flag, floor_number, number, state};
use columns::{Put, is_computed, is_price_table};
use guard::content;
use std::collections::HashMap;

/// Units to read from a spreadsheet saved as CSV.
///
/// The first row names the columns, in Chinese or English: see [`COLUMNS`]. A column
/// `custom:NAME` becomes an attribute of the project's own.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportRequest {
    /// The text of a CSV file, with its header row. Either this or `units` is given.
    pub csv: Option<String>,
    /// Units as JSON.
    pub units: Vec<Unit>,
    /// What separates the cells, one ASCII character; by default a comma, or the tab or
    /// semicolon of a header row that has no comma.
    pub delimiter: Option<String>,
}

/// The units of a CSV file.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportedUnits {
    /// The units, in the order of the file.
    #[boundary(required)]
    pub units: Vec<Unit>,
    /// How many rows held a unit; header and empty rows do not count.
    pub rows: u32,
    /// What a person should read, such as totals that are not unit price × area.
    pub findings: Vec<Finding>,
    /// Columns that were not read, by their headers: what kaipan's own price table has computed.
    pub ignored: Vec<Label>,
}

/// Reads and checks units, from CSV text or as JSON.
///
/// A byte order mark, empty rows and what cannot be seen around cells are ignored, and so are the
/// guards `="01"` and `'01` by which spreadsheets keep text from becoming a number or a date; an
/// empty cell is an absent value. Names are folded as everywhere (see [`Text`]). Numbers are plain decimals; thousands may be grouped in a quoted cell. Floors may be
/// written `18`, `18层`, `18F`, `-1` or `B1`; the state in Chinese or English. kaipan's own price
/// table (`kaipan price --format csv`) is read too: its old list prices are the units' list prices,
/// and what it has computed is left out and named. Without a column
/// for it, the unit number is `building-stair-floorline`, such as `3-1-1802`.
///
/// # Errors
/// All that is wrong with the header ([`Code::ProjectUnknownColumn`],
/// [`Code::ProjectMissingColumn`], [`Code::ProjectDuplicateColumn`]), or else with the rows, of
/// which 50 are listed ([`Code::ProjectRow`], [`Code::ProjectCell`],
/// [`Code::ProjectTooManyErrors`]). [`Code::ProjectNoUnits`] when there is no row.
/// [`Code::ProjectDelimiter`] for one that cannot be one, [`Code::JsonTogether`] for
/// units beside a table.
pub fn import_units(request: &ImportRequest) -> Result<ImportedUnits> {
    let Some(csv) = &request.csv else { return from_json(&request.units) };
    if !request.units.is_empty() {
        let error = Error::new(Code::JsonTogether).with("field", "units");
        return Err(error.with("other", "csv").at("units"));
    }
    let text = csv.strip_prefix('\u{feff}').unwrap_or(csv);
    let delimiter = delimiter(request.delimiter.as_deref(), text)?;
    let mut table = Table::new(text, delimiter);
    let header = match table.next()? {
        Some(_) => Header::read(&table.record)?,
        None => return Err(Error::new(Code::ProjectNoUnits).at("csv")),
    };
    let mut units = Vec::new();
    let mut first_rows: HashMap<Text, u32> = HashMap::new();
    let mut problems = Problems::default();
    while let Some(row) = table.next()? {
        let found = table.record.len();
        if table.record.iter().all(|cell| content(cell).is_empty()) {
            continue;
        }
        if found != header.columns.len() {
            problems.add(|| {
                Error::new(Code::ProjectRow)
                    .with("row", row)
                    .with("found", found)
                    .with("expected", header.columns.len())
                    .at("csv")
            });
            continue;
        }
        let Some(unit) = header.unit(&table, row, &mut problems) else { continue };
        if let Some(first) = first_rows.get(unit.unit_no.as_str()) {
            problems.add(|| {
                cell_error(
                    row,
                    header.unit_no(),
                    &format!("房号“{}”重复，首次出现在第 {first} 行", unit.unit_no),
                    &format!(
                        "unit number \"{}\" is given twice, first in row {first}",
                        unit.unit_no
                    ),
                )
            });
            continue;
        }
        first_rows.insert(unit.unit_no.clone(), row);
        units.push(unit);
    }
    if table.ends_in_open_quote() {
        problems.add(|| {
            let column = header.columns.last().map_or("", |(_, title)| title);
            cell_error(table.row, column, "引号没有闭合", "a quote is not closed")
        });
    }
    problems.finish()?;
    if units.is_empty() {
        return Err(Error::new(Code::ProjectNoUnits).at("csv"));
    }
    let rows = u32::try_from(units.len()).unwrap_or(u32::MAX);
    let findings = units.iter().flat_map(|unit| figures::of_unit(unit, ""));
    let findings = findings.map(|finding| finding.path("/csv")).collect();
    Ok(ImportedUnits { units, rows, ignored: header.ignored(), findings })
}

fn delimiter(asked: Option<&str>, text: &str) -> Result<u8> {
    let Some(asked) = asked else {
        let header = text.split(['\r', '\n']).find(|line| !line.is_empty()).unwrap_or("");
        let of_header = || [b'\t', b';'].into_iter().find(|&d| header.contains(char::from(d)));
        return Ok(if header.contains(',') { b',' } else { of_header().unwrap_or(b',') });
    };
    match asked.as_bytes() {
        [one] if one.is_ascii() && !one.is_ascii_alphanumeric() && !b"\"\r\n.-+".contains(one) => {
            Ok(*one)
        }
        _ => Err(Error::new(Code::ProjectDelimiter).with("text", asked).at("delimiter")),
    }
}

/// The rows of the text, numbered as a spreadsheet shows them: empty lines count, line breaks
/// inside a cell do not. (The line of a `csv` record counts the other way round.)
struct Table<'a> {
    text: &'a [u8],
    reader: csv::Reader<&'a [u8]>,
    record: csv::StringRecord,
    delimiter: u8,
    row: u32,
    start: usize,
    end: usize,
}

impl<'a> Table<'a> {
    fn new(text: &'a str, delimiter: u8) -> Table<'a> {
        let text = text.as_bytes();
        let reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(text);
        let record = csv::StringRecord::new();
        Table { text, reader, record, delimiter, row: 0, start: 0, end: 0 }
    }

    /// Reads the next row into `record` and gives its number.
    fn next(&mut self) -> Result<Option<u32>> {
        match self.reader.read_record(&mut self.record) {
            Ok(true) => {}
            Ok(false) => return Ok(None),
            Err(error) => {
                let detail = error.to_string();
                return Err(cell_error(self.row.saturating_add(1), "", &detail, &detail));
            }
        }
        self.start = self.end;
        self.end = usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX);
        // A record begins with the line feed of the CRLF before it, and with empty lines.
        let mut before = self.start.checked_sub(1).and_then(|at| self.text.get(at)).copied();
        for &byte in self.text.get(self.start..).unwrap_or_default() {
            match byte {
                b'\n' if before == Some(b'\r') => {}
                b'\r' | b'\n' => self.row = self.row.saturating_add(1),
                _ => break,
            }
            before = Some(byte);
        }
        self.row = self.row.saturating_add(1);
        Ok(Some(self.row))
    }

    /// The last row read, as written.
    fn raw(&self) -> &'a [u8] {
        self.text.get(self.start..self.end).unwrap_or_default().trim_ascii()
    }

    /// Whether a cell with a comma in it is quoted: it has to be where commas separate cells.
    fn is_quoted(&self, cell: &str) -> bool {
        self.delimiter == b',' || {
            let quoted = format!("\"{cell}\"");
            self.raw().windows(quoted.len()).any(|window| window == quoted.as_bytes())
        }
    }

    /// Whether the last cell has swallowed rows for want of a closing quote.
    fn ends_in_open_quote(&self) -> bool {
        let raw = self.raw();
        let quotes = raw.iter().filter(|&&byte| byte == b'"').count();
        !quotes.is_multiple_of(2) && raw.iter().any(|byte| b"\r\n".contains(byte))
    }
}

enum Target {
    Field(&'static Column),
    Custom(Text),
    Computed,
}

/// What each column is, and its header as written.
struct Header {
    columns: Vec<(Target, String)>,
    derives_unit_no: bool,
}

/// Every header that is known.
fn names() -> impl Iterator<Item = &'static str> {
    COLUMNS.iter().flat_map(|column| column.zh.iter().copied().chain([column.name]))
}

impl Header {
    fn read(record: &csv::StringRecord) -> Result<Header> {
        let mut columns: Vec<(Target, String)> = Vec::with_capacity(record.len());
        let mut problems = Problems::default();
        let mut seen = HashMap::new();
        let own = is_price_table(record.iter());
        for (number, title) in (1_usize..).zip(record.iter()) {
            let title = &*content(title);
            let folded = fold(title);
            let custom = folded.split_once(':').filter(|(word, name)| {
                word.eq_ignore_ascii_case("custom") && !name.trim().is_empty()
            });
            let (target, label) = match (custom, Column::find(title)) {
                (Some((_, name)), _) => {
                    (Target::Custom(Text::from(name)), format!("custom:{}", name.trim()))
                }
                (None, Some(column)) => (Target::Field(column), column.label()),
                (None, None) if own && is_computed(&folded) => {
                    (Target::Computed, folded.clone().into_owned())
                }
                (None, None) => {
                    problems.add(|| {
                        Error::new(Code::ProjectUnknownColumn)
                            .with("column", number)
                            .with("name", title)
                            .with_nearest(names(), title)
                            .at("csv")
                    });
                    continue;
                }
            };
            if seen.contains_key(&label) && !matches!(target, Target::Computed) {
                problems.add(|| {
                    Error::new(Code::ProjectDuplicateColumn)
                        .with("column", number)
                        .with("name", label)
                        .at("csv")
                });
                continue;
            }
            seen.insert(label, number);
            columns.push((target, title.to_owned()));
        }
        for column in COLUMNS.iter().filter(|c| c.required && !seen.contains_key(&c.label())) {
            problems.add(|| {
                Error::new(Code::ProjectMissingColumn).with("name", column.label()).at("csv")
            });
        }
        problems.finish()?;
        let mut header = Header { columns, derives_unit_no: false };
        header.derives_unit_no = header.title("unit_no").is_none();
        Ok(header)
    }

    fn title(&self, name: &str) -> Option<&str> {
        self.columns.iter().find_map(|(target, title)| match target {
            Target::Field(column) if column.name == name => Some(title.as_str()),
            _ => None,
        })
    }

    /// The headers of the columns that are not read.
    fn ignored(&self) -> Vec<Label> {
        let computed = self.columns.iter().filter(|(target, _)| matches!(target, Target::Computed));
        computed.map(|(_, title)| Label::from(title)).collect()
    }

    fn unit_no(&self) -> &str {
        self.title("unit_no").unwrap_or("房号")
    }

    /// The unit of a row; `None` when a cell is bad.
    fn unit(&self, table: &Table<'_>, row: u32, problems: &mut Problems) -> Option<Unit> {
        let mut unit = Unit::default();
        let mut floor = String::new();
        let mut good = true;
        for ((target, title), cell) in self.columns.iter().zip(&table.record) {
            let trimmed = &*content(cell);
            let quoted = || table.is_quoted(cell);
            let result = match target {
                Target::Computed => continue,
                Target::Custom(_) if trimmed.is_empty() => continue,
                Target::Custom(name) => {
                    unit.attributes.push(Attribute { name: name.clone(), value: trimmed.into() });
                    continue;
                }
                Target::Field(column) if trimmed.is_empty() => {
                    if !column.required && column.name != "unit_no" {
                        continue;
                    }
                    Err(Detail::of(&Error::new(Code::ProjectMissingValue).with("field", title)))
                }
                Target::Field(column) => match column.put {
                    Put::Text(put) => {
                        put(&mut unit, trimmed.to_owned());
                        continue;
                    }
                    Put::Area(put) => number(trimmed, quoted).map(|value| put(&mut unit, value)),
                    Put::Price(put) => number(trimmed, quoted).map(|value| put(&mut unit, value)),
                    Put::Total(put) => number(trimmed, quoted).map(|value| put(&mut unit, value)),
                    Put::State => state(trimmed).map(|value| unit.state = value),
                    Put::Flag(put) => flag(trimmed).map(|value| put(&mut unit, value)),
                    Put::Floor => floor_number(trimmed).map(|(value, text)| {
                        unit.floor = value;
                        floor = text;
                    }),
                },
            };
            if let Err(detail) = result {
                good = false;
                problems.add(|| cell_error(row, title, &detail.zh, &detail.en));
            }
        }
        if good && self.derives_unit_no {
            let stair = unit.stair.as_deref().map_or(String::new(), |stair| format!("{stair}-"));
            unit.unit_no = Text::of(format_args!("{}-{stair}{floor}{}", unit.building, unit.line));
        }
        if good && let Err(error) = check_unit(&unit) {
            good = false;
            for error in std::iter::once(&error).chain(error.others()) {
                let path = error.path();
                let field = path.trim_start_matches('/').split('/').next().unwrap_or("");
                let title = self.title(field).unwrap_or(field);
                let detail = Detail::of(error);
                problems.add(|| cell_error(row, title, &detail.zh, &detail.en));
            }
        }
        good.then_some(unit)
    }
}

/// Units that were read as JSON already: their places are those of the request.
fn from_json(units: &[Unit]) -> Result<ImportedUnits> {
    validate_units(units).at("units")?;
    let rows = u32::try_from(units.len()).unwrap_or(u32::MAX);
    let at = units.iter().enumerate();
    let findings = at.flat_map(|(at, unit)| figures::of_unit(unit, &format!("/units/{at}")));
    let findings = findings.collect();
    Ok(ImportedUnits { units: units.to_vec(), rows, ignored: Vec::new(), findings })
}

/// The first errors, and how many more there are.
#[derive(Default)]
struct Problems {
    listed: Vec<Error>,
    more: usize,
}

impl Problems {
    fn add(&mut self, error: impl FnOnce() -> Error) {
        const LISTED: usize = 50;
        if self.listed.len() < LISTED {
            self.listed.push(error());
        } else {
            self.more = self.more.saturating_add(1);
        }
    }

    fn finish(mut self) -> Result<()> {
        if self.more > 0 {
            self.listed.push(Error::unlisted(self.more).at("csv"));
        }
        Error::collect(self.listed)
    }
}

#[cfg(test)]
mod tests;
