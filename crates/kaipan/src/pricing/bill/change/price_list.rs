//! A table of new prices, as a person keeps it in a spreadsheet: from its cells to explicit prices.

use super::mode::ExplicitPrice;
use super::price_titles::{Column, Holds, header, ignored, misspelt, no_header, twice};
use crate::error::{Code, Error, Input, Lang, Result};
use crate::number::{parse_amount, parse_unit_price};
use crate::project::column_letters;
use crate::{Label, Text};

/// New prices read from a table, for [`AdjustMode::Explicit`](crate::pricing::AdjustMode::Explicit).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PriceList {
    /// The prices, in the order of the table.
    pub prices: Vec<ExplicitPrice>,
    /// The row of each price, counted from 1.
    pub rows: Vec<usize>,
    /// Headers of the columns that the prices are taken from.
    pub taken: Vec<Label>,
    /// Headers of the columns that hold no new price.
    pub ignored: Vec<Label>,
    /// Those of them that are spelt nearly like the title of a column that is not there, with it.
    pub misspelt: Vec<(Label, Label)>,
}

/// Rows of sums below a table.
const SUMS: [&str; 4] = ["合计", "总计", "小计", "total"];

impl PriceList {
    /// Reads a table: the first row with a column for unit numbers and one for prices is its
    /// header, what stands above is left out. Headers may end in their unit, `总价（元）` or
    /// `总价（万元）`. Amounts are read as people write them (`1,200,000`, `120万`). Rows without a
    /// unit number and a price, and rows of sums, are left out. Where both new prices and others
    /// have a column, the new ones are taken ([`PriceList::taken`] names the columns).
    ///
    /// # Errors
    /// [`Code::ProjectMissingColumn`] without a header row, [`Code::ProjectDuplicateColumn`] for
    /// two columns of one price, [`Code::ProjectCell`] with the cell for everything that
    /// cannot be read. All are placed in [`Input::Prices`].
    ///
    /// ```
    /// use kaipan::pricing::PriceList;
    /// let rows = [vec!["房号", "总价（万元）"], vec!["101", "91.29"]];
    /// let list = PriceList::read(&rows)?;
    /// assert_eq!(list.prices[0].total.map(|total| total.to_string()), Some("912900.00".into()));
    /// # Ok::<(), kaipan::Error>(())
    /// ```
    pub fn read<C: AsRef<str>>(rows: &[Vec<C>]) -> Result<PriceList> {
        let found = rows.iter().enumerate().find_map(|(at, row)| Some((at, header(row)?)));
        let (head, columns) = found.ok_or_else(|| no_header(rows))?;
        let titles = rows.get(head).map(Vec::as_slice).unwrap_or_default();
        let mut errors = twice(&columns, head.saturating_add(1));
        let priced = columns.iter().filter(|column| column.holds != Holds::UnitNo);
        let title =
            |column: &Column| titles.get(column.at).map(|title| Label::from(title.as_ref()));
        let mut list = PriceList {
            taken: priced.filter_map(title).collect(),
            ignored: ignored(titles, &columns),
            misspelt: misspelt(titles, &columns),
            ..PriceList::default()
        };
        for (at, row) in rows.iter().enumerate().skip(head.saturating_add(1)) {
            let number = at.saturating_add(1);
            if let Some(price) = price_of(row, &columns, number, &mut errors) {
                list.prices.push(price);
                list.rows.push(number);
            }
        }
        Error::collect(errors)?;
        Ok(list)
    }
}

/// The price of a row; none if it has none, or if a cell of it is bad.
fn price_of<C: AsRef<str>>(
    row: &[C],
    columns: &[Column],
    number: usize,
    errors: &mut Vec<Error>,
) -> Option<ExplicitPrice> {
    let cell = |column: &Column| {
        let text = row.get(column.at).map(AsRef::as_ref).unwrap_or_default().trim();
        unguarded(text).to_owned()
    };
    let mut price = ExplicitPrice {
        unit_no: Text::default(),
        unit_price: None,
        total: None,
        floor_price: None,
    };
    let (mut good, mut empty) = (true, true);
    for column in columns {
        let text = cell(column);
        if text.is_empty() {
            continue;
        }
        let amount = if column.ten_thousands { format!("{text}万") } else { text.clone() };
        let read = match column.holds {
            Holds::UnitNo => {
                price.unit_no = text.into();
                continue;
            }
            Holds::UnitPrice => parse_unit_price(&amount).map(|read| price.unit_price = Some(read)),
            Holds::Total => parse_amount(&amount).map(|read| price.total = Some(read)),
            Holds::FloorPrice => {
                parse_unit_price(&amount).map(|read| price.floor_price = Some(read))
            }
        };
        empty = false;
        if let Err(error) = read {
            good = false;
            errors.push(bad_cell(number, column.at, &column.title, &error));
        }
    }
    let sum = SUMS.iter().any(|sum| price.unit_no.eq_ignore_ascii_case(sum));
    if sum || (price.unit_no.is_empty() && empty) {
        return None;
    }
    if price.unit_no.is_empty() {
        let missing = Error::new(Code::ProjectMissingValue).with("field", "房号 / unit_no");
        let of_unit_no = columns.iter().find(|column| column.holds == Holds::UnitNo);
        let (at, title) = of_unit_no.map_or((0, ""), |column| (column.at, column.title.as_str()));
        errors.push(bad_cell(number, at, title, &missing));
        return None;
    }
    good.then_some(price)
}

/// Without the guard by which spreadsheets keep a text: `="01"` or `'01`.
fn unguarded(text: &str) -> &str {
    let quoted = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    quoted.or_else(|| text.strip_prefix('\'')).unwrap_or(text)
}

fn bad_cell(row: usize, at: usize, title: &str, error: &Error) -> Error {
    Error::new(Code::ProjectCell)
        .with("cell", Text::of(format_args!("{}{row}", column_letters(at))))
        .with("column", title)
        .with_long("detail_zh", error.message(Lang::Zh))
        .with_long("detail_en", error.message(Lang::En))
        .within(Input::Prices)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(rows: &[&[&str]]) -> Result<PriceList> {
        let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.to_vec()).collect();
        PriceList::read(&rows)
    }

    #[test]
    fn a_list_as_people_keep_it() {
        let list = read(&[
            &["云境湾 5 月调价", "", "", "", ""],
            &["序号", "房号", "原表价", "新表价（元/㎡）", "新底价"],
            &["1", "=\"1-101\"", "10000", "10,200", "9800"],
            &["2", "1-102", "10000", "1.05万", ""],
            &["", "", "", "", ""],
            &["合计", "", "", "", ""],
            &["", "合计", "", "20700", ""],
        ])
        .unwrap();
        assert_eq!(list.rows, [3, 4]);
        assert_eq!(list.prices[0].unit_no, "1-101");
        assert_eq!(list.prices[0].unit_price.unwrap().to_string(), "10200.00");
        assert_eq!(list.prices[0].floor_price.unwrap().to_string(), "9800.00");
        assert_eq!(list.prices[1].unit_price.unwrap().to_string(), "10500.00");
        assert_eq!(list.ignored, ["序号", "原表价"]);
    }

    #[test]
    fn of_two_columns_the_one_that_says_it_is_new_is_taken() {
        let list =
            read(&[&["房号", "单价", "新价", "总价", "原总价"], &["101", "9000", "9100", "", ""]]);
        let list = list.unwrap();
        assert_eq!(list.prices[0].unit_price.unwrap().to_string(), "9100.00");
        assert_eq!(list.taken, ["新价", "总价"]);
        assert_eq!(list.ignored, ["单价", "原总价"]);
        // As the price table writes it, beside the prices in force.
        let list = read(&[&["房号", "表价", "建筑面积单价", "计价总价"], &["101", "1", "2", "3"]]);
        assert_eq!(list.unwrap().taken, ["建筑面积单价", "计价总价"]);
        let list = read(&[&["房号", "新单价", "新底阶"], &["101", "9000", "8000"]]).unwrap();
        assert_eq!(list.misspelt, [("新底阶".into(), "新底价".into())]);
        let list = read(&[&["房间号", "挂牌单价"], &["101", "9000"]]).unwrap();
        assert_eq!(list.taken, ["挂牌单价"]);
    }

    #[test]
    fn what_cannot_be_read_is_refused_with_its_cell() {
        let refused = read(&[
            &["unit_no", "total"],
            &["101", "ninety"],
            &["", "900000"],
            &["102", "900000元/㎡"],
        ])
        .unwrap_err();
        let messages: Vec<String> = std::iter::once(&refused)
            .chain(refused.others())
            .map(|error| error.message(Lang::En))
            .collect();
        assert_eq!(messages.len(), 3);
        assert!(messages[0].contains("\"B2\"") && messages[0].contains("total"), "{messages:?}");
        assert!(messages[1].contains("\"A3\""), "{messages:?}");
        assert!(messages[2].contains("\"B4\""), "{messages:?}");
        let twice = read(&[&["房号", "单价", "表价"]]).unwrap_err();
        assert_eq!(twice.code(), Code::ProjectDuplicateColumn);
        assert_eq!(twice.message(Lang::Zh), "“C1”的“表价”与“B1”同为“单价”");
        let none = read(&[&["房号", "楼栋"], &["101", "1"]]).unwrap_err();
        assert!(none.message(Lang::En).contains("new_list_price"), "{none}");
        let none = read(&[&["楼栋", "单价"], &["1", "10000"]]).unwrap_err();
        assert!(none.message(Lang::Zh).contains("房号"), "{none}");
        for lang in [Lang::Zh, Lang::En] {
            assert!(!none.message(lang).contains('{'), "every part of the message is filled");
        }
        let near = read(&[&["房号", "新单阶"], &["1", "10000"]]).unwrap_err();
        assert!(near.hint(Lang::Zh).contains("新单阶"), "{}", near.hint(Lang::Zh));
    }
}
