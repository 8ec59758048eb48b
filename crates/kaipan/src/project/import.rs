mod cell;
mod columns;

pub use columns::{COLUMNS, Column};

use super::{Attribute, Unit};
use crate::error::{Code, Error, Result};
use cell::{Detail, cell_error, floor_number, number, state};
use columns::Put;
use std::collections::HashMap;

/// Units to read from a spreadsheet saved as CSV.
///
/// The first row names the columns, in Chinese or English: see [`COLUMNS`]. A column
/// `custom:NAME` becomes an attribute of the project's own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ImportRequest {
    /// The text of the file, with its header row.
    pub csv: String,
    /// What separates the cells, one ASCII character; by default a comma, or the tab or
    /// semicolon of a header row that has no comma.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub delimiter: Option<String>,
}

/// The units of a CSV file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ImportResponse {
    /// The units, in the order of the file.
    pub units: Vec<Unit>,
    /// How many rows held a unit; header and empty rows do not count.
    pub rows: u32,
}

/// Reads units from CSV text.
///
/// A byte order mark, empty rows and spaces around cells are ignored; an empty cell is an absent
/// value. Numbers are plain decimals; thousands may be grouped in a quoted cell. Floors may be
/// written `18`, `18层`, `18F`, `-1` or `B1`; the state in Chinese or English. Without a column
/// for it, the unit number is `building-stair-floorline`, such as `3-1-1802`.
///
/// # Errors
/// All that is wrong with the header ([`Code::ProjectUnknownColumn`],
/// [`Code::ProjectMissingColumn`], [`Code::ProjectDuplicateColumn`]), or else with the rows, of
/// which 50 are listed ([`Code::ProjectRow`], [`Code::ProjectCell`],
/// [`Code::ProjectTooManyErrors`]). [`Code::ProjectNoUnits`] when there is no row.
/// [`Code::JsonChoice`] for a delimiter that cannot be one.
pub fn import_units(request: &ImportRequest) -> Result<ImportResponse> {
    let text = request.csv.strip_prefix('\u{feff}').unwrap_or(&request.csv);
    let delimiter = delimiter(request.delimiter.as_deref(), text)?;
    let mut table = Table::new(text, delimiter);
    let header = match table.next()? {
        Some(_) => Header::read(&table.record)?,
        None => return Err(Error::new(Code::ProjectNoUnits).at("csv")),
    };
    let mut units = Vec::new();
    let mut first_rows: HashMap<String, u32> = HashMap::new();
    let mut problems = Problems::default();
    while let Some(row) = table.next()? {
        let found = table.record.len();
        if table.record.iter().all(|cell| cell.trim().is_empty()) {
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
        if let Some(first) = first_rows.get(&unit.unit_no) {
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
    Ok(ImportResponse { units, rows })
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
        _ => Err(Error::new(Code::JsonChoice)
            .with("text", asked)
            .with("known", ", ; | \\t")
            .at("delimiter")),
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
    Custom(String),
}

/// What each column is, and its header as written.
struct Header {
    columns: Vec<(Target, String)>,
    derives_unit_no: bool,
}

impl Header {
    fn read(record: &csv::StringRecord) -> Result<Header> {
        let mut columns: Vec<(Target, String)> = Vec::with_capacity(record.len());
        let mut problems = Problems::default();
        let mut seen = HashMap::new();
        for (number, title) in (1_usize..).zip(record.iter().map(str::trim)) {
            let custom = title.split_once(':').filter(|(word, name)| {
                word.eq_ignore_ascii_case("custom") && !name.trim().is_empty()
            });
            let (target, label) = match (custom, Column::find(title)) {
                (Some((_, name)), _) => {
                    (Target::Custom(name.trim().to_owned()), format!("custom:{}", name.trim()))
                }
                (None, Some(column)) => (Target::Field(column), column.label()),
                (None, None) => {
                    problems.add(|| {
                        Error::new(Code::ProjectUnknownColumn)
                            .with("column", number)
                            .with("name", title)
                            .at("csv")
                    });
                    continue;
                }
            };
            if seen.contains_key(&label) {
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

    fn unit_no(&self) -> &str {
        self.title("unit_no").unwrap_or("房号")
    }

    /// The unit of a row; `None` when a cell is bad.
    fn unit(&self, table: &Table<'_>, row: u32, problems: &mut Problems) -> Option<Unit> {
        let mut unit = Unit::default();
        let mut floor = "";
        let mut good = true;
        for ((target, title), cell) in self.columns.iter().zip(&table.record) {
            let trimmed = cell.trim();
            let quoted = || table.is_quoted(cell);
            let result = match target {
                Target::Custom(_) if trimmed.is_empty() => continue,
                Target::Custom(name) => {
                    unit.attributes
                        .push(Attribute { name: name.clone(), value: trimmed.to_owned() });
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
            unit.unit_no = format!("{}-{stair}{floor}{}", unit.building, unit.line);
        }
        good.then_some(unit)
    }
}

/// The first errors, and how many more there are.
#[derive(Default)]
struct Problems {
    listed: Vec<Error>,
    more: u64,
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
            let more = Error::new(Code::ProjectTooManyErrors).with("more", self.more);
            self.listed.push(more.at("csv"));
        }
        Error::collect(self.listed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Lang;
    use crate::project::UnitState;
    use proptest::prelude::*;

    fn import(csv: &str) -> Result<ImportResponse> {
        import_units(&ImportRequest { csv: csv.to_owned(), delimiter: None })
    }

    fn units(csv: &str) -> Vec<Unit> {
        import(csv).unwrap().units
    }

    /// Code and English message of everything that is wrong.
    fn wrong(csv: &str) -> Vec<(Code, String)> {
        let error = import(csv).unwrap_err();
        std::iter::once(&error)
            .chain(error.others())
            .map(|error| {
                assert_eq!(error.path(), "/csv");
                for lang in [Lang::Zh, Lang::En] {
                    assert!(!error.message(lang).contains('?'), "{}", error.message(lang));
                }
                (error.code(), error.message(Lang::En))
            })
            .collect()
    }

    fn messages(csv: &str) -> Vec<String> {
        wrong(csv).into_iter().map(|(_, message)| message).collect()
    }

    #[test]
    fn headers_are_unambiguous_and_name_fields_of_a_unit() {
        let mut seen = std::collections::HashSet::new();
        for column in COLUMNS {
            assert!(seen.insert(column.name), "{}", column.name);
            assert!(!column.zh.is_empty());
            for header in column.zh {
                assert!(seen.insert(header), "{header}");
                assert_eq!(Column::find(header).unwrap().name, column.name);
            }
        }
        // A row that fills every column fills every field.
        let header: Vec<&str> = COLUMNS.iter().map(|column| column.name).collect();
        let row: Vec<&str> = COLUMNS
            .iter()
            .map(|column| if matches!(column.put, Put::State) { "signed" } else { "1" })
            .collect();
        let csv = format!("{},custom:x\n{},y\n", header.join(","), row.join(","));
        let json = serde_json::to_value(&units(&csv)[0]).unwrap();
        let fields: Vec<&str> = json.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(fields.len(), COLUMNS.len() + 1);
        for field in fields {
            assert!(field == "attributes" || header.contains(&field), "{field}");
        }
    }

    #[test]
    fn chinese_headers_with_units_and_byte_order_mark() {
        let csv = "\u{feff}房号,楼栋,单元,楼层, 户位 ,户型,建筑面积（㎡）,套内面积(m2),销控状态,单价(元/㎡),总价（元）,custom:得房率\r\n\
                   3-1-1802,3,1,18层,02,三房,　89.50　,70.1,在售,15930.12,\"1,425,747.00\",高\r\n\
                   3-1-B101,3,,B1,01,,100,,,,,\r\n";
        let response = import(csv).unwrap();
        assert_eq!(response.rows, 2);
        let expected = Unit {
            unit_no: "3-1-1802".into(),
            building: "3".into(),
            stair: Some("1".into()),
            floor: 18,
            line: "02".into(),
            layout: Some("三房".into()),
            building_area: "89.5".parse().unwrap(),
            inside_area: Some("70.1".parse().unwrap()),
            state: UnitState::OnSale,
            list_price: Some("15930.12".parse().unwrap()),
            list_total: Some("1425747".parse().unwrap()),
            attributes: vec![Attribute { name: "得房率".into(), value: "高".into() }],
            ..Unit::default()
        };
        assert_eq!(response.units[0], expected);
        assert_eq!(response.units[1].floor, -1);
        assert_eq!(response.units[1].stair, None);
        assert!(response.units[1].attributes.is_empty());
    }

    #[test]
    fn english_headers_in_any_case_and_derived_unit_numbers() {
        let csv = "Building,STAIR,floor,Line,Building Area,product-type,State,Custom:Side\n\
                   3,1,18F,02,89.50,villa,On Sale,east\n3,,-2,01,89.50,,signed,\n";
        let read = units(csv);
        assert_eq!(read[0].unit_no, "3-1-1802");
        assert_eq!(read[0].product_type.as_deref(), Some("villa"));
        assert_eq!(read[0].attributes[0].name, "Side");
        assert_eq!((read[1].unit_no.as_str(), read[1].floor), ("3--201", -2));
        assert_eq!(read[1].state, UnitState::Signed);
    }

    #[test]
    fn delimiters_are_guessed_or_given() {
        for delimiter in ["\t", ";", "|"] {
            let csv = "building,floor,line,building_area,list_total\n\
                       1,2,03,80,\"1@234@567\"\n"
                .replace(',', delimiter)
                .replace('@', ",");
            let given = (delimiter == "|").then(|| delimiter.to_owned());
            let response = import_units(&ImportRequest { csv, delimiter: given }).unwrap();
            assert_eq!(response.units[0].list_total.unwrap().to_string(), "1234567.00");
        }
        // Without quotes the comma may be a decimal comma.
        let bare = "building;floor;line;building_area\n1;2;03;80,500\n";
        assert_eq!(
            messages(bare),
            ["row 2, column \"building_area\": \"80,500\" is not a decimal number"]
        );
        for bad in ["", "，", ",,", "\"", "\n", "1", "."] {
            let request = ImportRequest { csv: String::new(), delimiter: Some(bad.into()) };
            let error = import_units(&request).unwrap_err();
            assert_eq!((error.code(), error.path()), (Code::JsonChoice, "/delimiter"));
        }
    }

    #[test]
    fn grouping_must_be_well_formed_and_nothing_else_is_lenient() {
        let total = |cell: &str| {
            let csv = format!("building,floor,line,building_area,总价\n1,1,1,80,\"{cell}\"\n");
            import(&csv).map(|response| response.units[0].list_total.unwrap().to_string())
        };
        assert_eq!(total("1,234,567.00").unwrap(), "1234567.00");
        assert_eq!(total("-1,234").unwrap(), "-1234.00");
        for bad in [
            "12,34",
            "1,2345",
            ",123",
            "1,",
            "0,123",
            "1234,567",
            "1,234.5,6",
            "1,,234",
            "1，234",
            "1e5",
            "NaN",
            "inf",
            "100元",
            "12万",
            "¥1",
            "1 000",
            "1.234",
            "１",
            "=1",
        ] {
            assert_eq!(total(bad).unwrap_err().code(), Code::ProjectCell, "{bad}");
        }
    }

    #[test]
    fn floors() {
        for (text, floor) in
            [("18", 18), ("018", 18), ("18 层", 18), ("7f", 7), ("B2", -2), ("b1F", -1), ("0", 0)]
        {
            assert_eq!(floor_number(text).map(|f| f.0).ok(), Some(floor), "{text}");
        }
        for bad in ["", "层", "B", "-", "B0", "B-1", "--1", "+1", "1.0", "18FF", "99999999999"] {
            assert!(floor_number(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn every_bad_cell_is_listed_with_row_and_column() {
        let csv = "房号,楼栋,楼层,户位,建筑面积,状态,表价\n\
                   a,1,1,01,80,在售,1\n\
                   ,,x,01,80㎡,卖了,1e5\n\
                   \n\
                   \"b\n2\",1,1,02,80,,1\n\
                   ,,,,,,\n\
                   c,1,1,02,,,\n";
        assert_eq!(
            messages(csv),
            [
                "row 3, column \"房号\": 房号 must not be empty",
                "row 3, column \"楼栋\": 楼栋 must not be empty",
                "row 3, column \"楼层\": \"x\" is not a floor: write 18, 18F, -1 or B1",
                "row 3, column \"建筑面积\": \"80㎡\" is not a decimal number",
                "row 3, column \"状态\": \"卖了\" is not one of the choices: not_released, \
                 on_sale, reserved, controlled, booked, subscribed, signed",
                "row 3, column \"表价\": \"1e5\" has an exponent",
                "row 7, column \"建筑面积\": 建筑面积 must not be empty",
            ]
        );
        assert_eq!(messages(csv), messages(&csv.replace('\n', "\r\n")));
        assert_eq!(messages(csv), messages(&csv.replace('\n', "\r")));
        let error = import(csv).unwrap_err();
        assert_eq!(
            error.others()[1].message(Lang::Zh),
            "第 3 行“楼层”列：“x”不是楼层，应写成 18、18层、18F、-1 或 B1"
        );
        assert_eq!(
            error.others()[3].message(Lang::Zh),
            "第 3 行“状态”列：“卖了”不是可选值，应为：未放盘、在售、预留、销控、预定、认购、签约"
        );
    }

    #[test]
    fn the_list_of_errors_ends_after_fifty() {
        let mut csv = String::from("building,floor,line,building_area\n");
        for _ in 0..30 {
            csv.push_str(",x,,80\n");
        }
        let all = wrong(&csv);
        assert_eq!(all.len(), 51);
        assert_eq!(
            all[50],
            (Code::ProjectTooManyErrors, "40 more errors are not listed".to_owned())
        );
    }

    #[test]
    fn duplicate_units_name_the_first_row() {
        let csv = "unit_no,building,floor,line,building_area\nA,1,1,1,80\nB,1,1,2,80\nA,1,1,3,80\n";
        assert_eq!(
            messages(csv),
            ["row 4, column \"unit_no\": unit number \"A\" is given twice, first in row 2"]
        );
        let derived = "building,floor,line,building_area\n1,1,01,80\n1,1F,01,80\n";
        assert_eq!(
            messages(derived),
            ["row 3, column \"房号\": unit number \"1-101\" is given twice, first in row 2"]
        );
    }

    #[test]
    fn all_that_is_wrong_with_the_header() {
        let csv =
            "楼栋,building,colour,custom:a,custom: a,custom:,总价(万元),楼层\n1,1,1,1,1,1,1,1\n";
        let expected = [
            (Code::ProjectDuplicateColumn, "column 2 repeats the column \"楼栋 / building\""),
            (Code::ProjectUnknownColumn, "column 3, \"colour\", is not known"),
            (Code::ProjectDuplicateColumn, "column 5 repeats the column \"custom:a\""),
            (Code::ProjectUnknownColumn, "column 6, \"custom:\", is not known"),
            (Code::ProjectUnknownColumn, "column 7, \"总价(万元)\", is not known"),
            (Code::ProjectMissingColumn, "the header has no column \"户位 / line\""),
            (Code::ProjectMissingColumn, "the header has no column \"建筑面积 / building_area\""),
        ];
        assert_eq!(wrong(csv), expected.map(|(code, message)| (code, message.to_owned())));
    }

    #[test]
    fn rows_of_the_wrong_length_and_empty_files() {
        let csv = "building,floor,line,building_area\n1,1,1\n1,1,1,80,\n1,1,1,80\n";
        assert_eq!(
            messages(csv),
            ["row 2 has 3 cells, the header has 4", "row 3 has 5 cells, the header has 4"]
        );
        for csv in ["", "\u{feff}", "\n\n", "building,floor,line,building_area\n,,,\n \n"] {
            assert_eq!(wrong(csv)[0].0, Code::ProjectNoUnits, "{csv:?}");
        }
    }

    #[test]
    fn an_open_quote_does_not_swallow_rows_in_silence() {
        let csv = "building,floor,line,building_area,view\n1,1,1,80,\"lake\n1,1,2,80,lake\n";
        assert_eq!(messages(csv), ["row 2, column \"view\": a quote is not closed"]);
    }

    #[test]
    fn a_hundred_thousand_rows() {
        let mut csv =
            String::from("楼栋,单元,楼层,户位,户型,建筑面积,套内面积,表价,总价,custom:a\n");
        for at in 0..100_000 {
            let (building, floor, line) = (at / 400, at / 10 % 40 + 1, at % 10);
            csv.push_str(&format!(
                "{building}栋,1,{floor},0{line},三房,125.53,100.05,52229.87,\"6,556,416\",x\n"
            ));
        }
        let started = std::time::Instant::now();
        assert_eq!(import(&csv).unwrap().rows, 100_000);
        println!("{:?}", started.elapsed());
        assert!(started.elapsed().as_secs() < 10);
    }

    proptest! {
        #[test]
        fn never_panics(
            body in "[\"\r\n,;\t 0-9Bx.层-]{0,200}",
            head in "(房号,)?(楼栋,楼层,户位,建筑面积)?[\"\r\n,;\t a楼栋:()（）]{0,20}",
            any in any::<String>(),
        ) {
            let _ = import(&format!("{head}{body}"));
            let _ = import(&format!("楼栋,楼层,户位,建筑面积\n{body}"));
            let _ = import(&any);
        }
    }
}
