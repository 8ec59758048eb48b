//! A customer list from a spreadsheet.

use super::columns::{Column, column, paper_kind};
use super::rows::rows;
use crate::input::refused;
use crate::spreadsheet::{self, Spreadsheet};
use kaipan::customer::{CompanyCode, Customer, Membership, Paper, PaperKind, PersonId};
use kaipan::error::Result;
use kaipan::{Date, Text, Time};
use std::path::Path;

/// The time of every row of a list that has none.
const ONE_TIME: &str = "0001-01-01";

/// A list as it was read.
pub(super) struct Sheet {
    /// The customers.
    pub(super) customers: Vec<Customer>,
    /// The row of each, as a spreadsheet counts.
    pub(super) rows: Vec<usize>,
    /// Headers of columns that were not read.
    pub(super) ignored: Vec<String>,
}

/// Reads a list: CSV, or a workbook.
///
/// Without a column for the time of recording, the order of the rows stands for it.
///
/// # Errors
/// Files that cannot be read, have no column by which customers are known, or dates that are none.
pub(super) fn load(path: &Path, sheet: Option<&str>) -> Result<Sheet> {
    of_book(&spreadsheet::read(path)?, sheet, &path.display().to_string())
}

fn of_book(book: &Spreadsheet, sheet: Option<&str>, file: &str) -> Result<Sheet> {
    let mut rows = rows(book, sheet, file)?.into_iter();
    let header = rows.next().map_or_else(Vec::new, |row| row.cells);
    let columns: Vec<Option<Column>> = header.iter().map(|title| column(title)).collect();
    check(&columns, file)?;
    let unread = header.iter().zip(&columns);
    let unread = unread.filter(|(title, column)| column.is_none() && !title.is_empty());
    let ignored = unread.map(|(title, _)| title.clone()).collect();
    let mut sheet = Sheet { customers: Vec::new(), rows: Vec::new(), ignored };
    for row in rows {
        sheet.customers.push(customer(&columns, &row.cells, row.number, file)?);
        sheet.rows.push(row.number);
    }
    Ok(sheet)
}

/// A list needs a name, and something besides by which a customer is known.
fn check(columns: &[Option<Column>], file: &str) -> Result<()> {
    let has = |wanted: fn(&Column) -> bool| columns.iter().flatten().any(wanted);
    if !has(|one| *one == Column::Name) {
        return Err(refused(file, "首行没有“姓名”一栏", "the first row has no column \"name\""));
    }
    if !has(Column::tells_apart) {
        return Err(refused(
            file,
            "首行没有“电话”“证件号”“会员卡号”中的任何一栏",
            "the first row has none of the columns \"phone\", \"paper\" and \"member card\"",
        ));
    }
    Ok(())
}

fn customer(
    columns: &[Option<Column>],
    cells: &[String],
    row: usize,
    file: &str,
) -> Result<Customer> {
    let filled = || {
        let pairs = columns.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
        pairs.filter_map(|(column, cell)| column.map(|column| (column, cell.as_str())))
    };
    let cell =
        |wanted: Column| filled().find(|(column, _)| *column == wanted).map(|(_, cell)| cell);
    let wrong = |what: [&str; 2]| {
        let [zh, en] = what;
        refused(
            file,
            &format!("第 {row} 行的“{zh}”不是日期"),
            &format!("the {en} in row {row} is no date"),
        )
    };
    // Where no row says it, all have one time, and their order decides. Where some rows do, an empty
    // cell is a mistake: nobody could say which row is the oldest.
    let is_recorded = columns.contains(&Some(Column::Recorded));
    let recorded = cell(Column::Recorded).unwrap_or(if is_recorded { "" } else { ONE_TIME });
    let recorded = time(recorded).ok_or_else(|| wrong(["录入时间", "time of recording"]))?;
    let id = cell(Column::Id).map_or_else(|| Text::of(format_args!("#{row}")), Text::from);
    let mut one = Customer::new(id, recorded, cell(Column::Name).unwrap_or_default());
    one.sequence = u32::try_from(row).unwrap_or(u32::MAX);
    if let Some(text) = cell(Column::Birth) {
        let day = time(text).map(Time::date);
        one.birth_date = Some(day.ok_or_else(|| wrong(["出生日期", "day of birth"]))?);
    }
    one.city = cell(Column::City).map(Text::from);
    one.member = cell(Column::Card).map(|card| {
        let mut member = Membership::new(card);
        member.level = cell(Column::Level).map(Text::from);
        member.home = cell(Column::Home).map(Text::from);
        member
    });
    let named = cell(Column::PaperKind).map(|name| paper_kind(name).unwrap_or(PaperKind::Other));
    for (column, cell) in filled() {
        match column {
            Column::Phone => one.phones.extend(parts(cell)),
            Column::Paper(kind) => {
                let papers = parts(cell).map(|number| {
                    let kind = kind.or(named).unwrap_or_else(|| likely(&number));
                    Paper::new(kind, number)
                });
                one.papers.extend(papers);
            }
            _ => {}
        }
    }
    Ok(one)
}

/// The values of a cell that holds several.
fn parts(cell: &str) -> impl Iterator<Item = Text> + '_ {
    let all = cell.split(['/', '、', ';', '；', '，', ',', '\n']);
    all.map(Text::from).filter(|one| !one.is_empty())
}

/// The kind of paper that a number is of, where nothing says it.
fn likely(number: &str) -> PaperKind {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    if CompanyCode::read(number).is_ok() {
        PaperKind::CompanyCode
    } else if PersonId::read(number).is_ok() || matches!(digits, 15 | 17 | 18) {
        // A number that is wrong is told as what it was meant to be.
        PaperKind::PersonId
    } else {
        PaperKind::Other
    }
}

/// `2026-03-01`, `2026/3/1`, `20260301`, with or without `09:30` or `09:30:15` behind it.
fn time(text: &str) -> Option<Time> {
    let text = text.trim();
    let (day, clock) = text.split_once([' ', 'T']).unwrap_or((text, "00:00:00"));
    let day = match day.split(['-', '/', '.', '年', '月']).collect::<Vec<_>>().as_slice() {
        [year, month, day] => {
            let day = day.trim_end_matches('日');
            Date::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        }
        [all] if all.len() == 8 => Date::from_ymd(
            all.get(..4)?.parse().ok()?,
            all.get(4..6)?.parse().ok()?,
            all.get(6..)?.parse().ok()?,
        ),
        _ => None,
    }?;
    let mut clock = clock.trim().split(':').map(|part| part.parse::<u32>().ok());
    let (hour, minute) = (clock.next()??, clock.next()??);
    let second = clock.next().unwrap_or(Some(0))?;
    Time::at(day, hour, minute, second)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kaipan::project::{CellKind, SheetCell, Worksheet};

    fn of_text(text: &str, file: &str) -> Result<Sheet> {
        of_book(&Spreadsheet::Text(text.to_owned()), None, file)
    }

    fn worksheet(name: &str, rows: &[&[&str]]) -> Worksheet {
        let cells = |row: &&[&str]| row.iter().map(|text| SheetCell::from(*text)).collect();
        let mut sheet = Worksheet::new(rows.iter().map(cells).collect());
        sheet.name = Some(name.into());
        sheet
    }

    #[test]
    fn the_sheet_with_customers_is_found_below_its_title() {
        let list = worksheet(
            "客户",
            &[
                &["来访客户登记表"],
                &[],
                &["姓名", "电话"],
                &["张三", "13800011234"],
                &[],
                &["李四", "1"],
            ],
        );
        let book = |sheets: &[&Worksheet]| {
            Spreadsheet::Sheets(sheets.iter().map(|sheet| (*sheet).clone()).collect())
        };
        let notes = worksheet("说明", &[&["本表由案场填写"]]);
        let sheet = of_book(&book(&[&notes, &list]), None, "f").unwrap();
        assert_eq!(sheet.rows, [4, 6]);
        let second = worksheet("渠道", &[&["客户姓名", "手机"], &["王五", "2"]]);
        let both = book(&[&list, &second]);
        let refused = |sheet: Option<&str>| {
            of_book(&both, sheet, "f").err().map(|error| error.to_string()).unwrap_or_default()
        };
        assert!(refused(None).contains("--sheet"), "{}", refused(None));
        assert!(refused(Some("无")).contains("only \"客户\", \"渠道\""), "{}", refused(Some("无")));
        assert_eq!(of_book(&both, Some("渠道"), "f").unwrap().customers.len(), 1);
    }

    #[test]
    fn numbers_of_which_digits_are_lost_are_refused_where_they_are_read() {
        let mut list = worksheet(
            "客户",
            &[&["姓名", "身份证号", "备注"], &["张三", "110105194912310000", "110105194912310000"]],
        );
        let read = |list: &Worksheet| of_book(&Spreadsheet::Sheets(vec![list.clone()]), None, "f");
        list.rows[1][2].kind = CellKind::Number;
        assert!(read(&list).is_ok(), "a column that is not read");
        list.rows[1][1].kind = CellKind::Number;
        let error = read(&list).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(error.contains("row 2") && error.contains("15 digits"), "{error}");
    }

    #[test]
    fn cells_become_customers() {
        let text = "编号;姓名;电话;证件类型;证件号;生日;录入时间;备注\n\
            C-1;张三;13800011234、0755-26681234;;110105491231002;1949/12/31;2026-03-01 09:30;x\n\n\
            ;某公司;'0755-1234567;营业执照;\"=\"\"91350100M000100Y43\"\"\";;2026年3月2日;\n";
        let sheet = of_text(text, "f").unwrap();
        assert_eq!((sheet.rows, sheet.ignored), (vec![2, 4], vec!["备注".to_owned()]));
        let [one, two] = sheet.customers.as_slice() else { panic!() };
        assert_eq!((one.phones.len(), one.papers[0].kind), (2, PaperKind::PersonId));
        assert_eq!(one.recorded_at.to_string(), "2026-03-01T09:30:00");
        assert_eq!((two.id.as_str(), two.phones[0].as_str()), ("#4", "0755-1234567"));
        assert_eq!(two.papers[0], Paper::new(PaperKind::CompanyCode, "91350100M000100Y43"));
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_does() {
        for end in ["\n", "\r\n"] {
            let lines = ["姓名,电话", "甲,1", "", "", "\"乙\n乙\",2", ",", "丙,3", ""];
            let sheet = of_text(&lines.join(end), "f").unwrap();
            assert_eq!(sheet.rows, [2, 5, 7], "{end:?}");
        }
    }

    #[test]
    fn lists_without_what_is_needed_are_refused() {
        for (text, expected) in [
            ("", "the file is empty"),
            ("电话\n1", "no column \"name\""),
            ("姓名,备注\n张三,x", "none of the columns"),
            ("姓名,电话,生日\n张三,1,昨天", "the day of birth in row 2 is no date"),
            ("姓名,电话,录入时间\n张三,1,", "the time of recording in row 2 is no date"),
        ] {
            let error = of_text(text, "f").err().map(|error| error.to_string()).unwrap_or_default();
            assert!(error.contains(expected), "{text}: {error}");
        }
    }
}
