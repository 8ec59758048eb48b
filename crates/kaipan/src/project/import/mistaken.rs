//! Columns of money whose titles say another quantity than their numbers are: totals in 10,000
//! yuan under the title of a unit price, yuan under a title that says 万元.
//!
//! No cell by itself shows it, since 150 may be a unit price. The column does: read as its title
//! says, the unit price in the middle is one that no home has, and read in another way it is usual.

use super::header::{Column, Header, HeaderColumn, Target};
use super::reading::ReadAs;
use super::rows::Draft;
use super::source::Source;
use super::worksheet::column_letters;
use crate::error::{Code, Finding, Lang, finding};
use crate::number::UnitPrice;
use crate::project::Unit;

/// Unit prices of homes, yuan per m²: from the cheapest county to the dearest house. Narrower than
/// what is told of a single price, since it is compared with the middle of a column.
const USUAL: [i128; 2] = [1_500, 300_000];
/// The part of its cells that a column is judged by: nine in ten.
const MOST: [usize; 2] = [9, 10];

/// The ways to read an amount.
const READINGS: [ReadAs; 4] = [
    ReadAs::YuanPerSquareMetre,
    ReadAs::TenThousandYuan,
    ReadAs::Yuan,
    ReadAs::TenThousandYuanPerSquareMetre,
];

/// Columns of the same price: per m² and as a total, with their titles in both languages.
struct Pair {
    price: Option<(&'static str, &'static str)>,
    total: (&'static str, &'static str),
}

/// The columns of money, those of the same price side by side.
const PAIRS: [Pair; 4] = [
    Pair { price: Some(("单价", "list_price")), total: ("总价", "list_total") },
    Pair { price: Some(("底价", "floor_price")), total: ("底价总价", "floor_total") },
    Pair { price: Some(("备案价", "filed_price")), total: ("备案总价", "filed_total") },
    Pair { price: None, total: ("录入总价", "entered_total") },
];

impl Pair {
    /// The pair that a field belongs to.
    fn of(field: &str) -> Option<&'static Pair> {
        let names = |pair: &&Pair| {
            pair.total.1 == field || pair.price.is_some_and(|(_, name)| name == field)
        };
        PAIRS.iter().find(names)
    }

    /// The title of a column that is read in this way; none if there is no such column.
    fn title(&self, read_as: ReadAs, lang: Lang) -> Option<String> {
        let (zh, en) = if is_total(read_as) { self.total } else { self.price? };
        Some(match lang {
            Lang::Zh => format!("{zh}（{}）", read_as.text(lang)),
            Lang::En => format!("{en} ({})", read_as.text(lang)),
        })
    }
}

/// A column whose numbers are hardly what its title says, and the fields it was read into.
pub(super) struct Mistaken {
    pub(super) field: &'static str,
    pub(super) told: Finding,
}

/// All such columns of a table.
pub(super) fn columns(source: &Source<'_>, header: &Header, drafts: &[Draft]) -> Vec<Mistaken> {
    let columns = header.columns.iter().filter_map(|column| match column.target {
        Target::Field(field, read_as) => mistaken(source, column, field, read_as, drafts),
        _ => None,
    });
    columns.collect()
}

fn mistaken(
    source: &Source<'_>,
    column: &HeaderColumn,
    field: &'static Column,
    read_as: ReadAs,
    drafts: &[Draft],
) -> Option<Mistaken> {
    let pair = Pair::of(field.name)?;
    let units = drafts.iter().map(|draft| &draft.unit);
    let written: Vec<Written> =
        units.filter_map(|unit| Written::of(unit, field.name, read_as)).collect();
    let (middle, few) = judged(&written, read_as)?;
    if is_usual(middle) || few {
        return None;
    }
    let others = READINGS.into_iter().filter(|other| *other != read_as);
    let better = others.filter_map(|other| {
        let (middle, most) = judged(&written, other)?;
        let titles = [pair.title(other, Lang::Zh)?, pair.title(other, Lang::En)?];
        (is_usual(middle) && most).then_some((middle, titles))
    });
    let better: Vec<(i128, [String; 2])> = better.collect();
    let (as_price, _) = better.first()?;
    let titles = |lang: usize, or: &str| {
        let titles = better.iter().filter_map(|(_, titles)| titles.get(lang).map(String::as_str));
        titles.collect::<Vec<&str>>().join(or)
    };
    let first =
        drafts.iter().find(|draft| Written::of(&draft.unit, field.name, read_as).is_some())?;
    let told = finding!(
        Code::ProjectColumnMistaken,
        column = column.title,
        letters = column_letters(column.at),
        cell = source.cell_name(first.row, column.at),
        count = written.len(),
        read_zh = read_as.text(Lang::Zh),
        read_en = read_as.text(Lang::En),
        price = price(middle)?,
        title_zh = titles(0, "”或“"),
        title_en = titles(1, "\" or \""),
        better = price(*as_price)?,
    );
    Some(Mistaken { field: field.name, told: told.placed(source.place(first.row)) })
}

/// An amount as it is written, in millionths of what it is counted in, and the area, in 0.0001 m².
struct Written {
    amount: i128,
    area: i128,
}

impl Written {
    fn of(unit: &Unit, field: &str, read_as: ReadAs) -> Option<Written> {
        let price = match field {
            "list_price" => unit.list_price,
            "floor_price" => unit.floor_price,
            "filed_price" => unit.filed_price,
            _ => None,
        };
        let total = match field {
            "list_total" => unit.list_total,
            "floor_total" => unit.floor_total,
            "filed_total" => unit.filed_total,
            "entered_total" => unit.entered_total,
            _ => None,
        };
        let millionths = match (price, total) {
            (Some(price), _) => i128::from(price.micros()),
            (None, Some(total)) => i128::from(total.fen()).checked_mul(10_000)?,
            (None, None) => return None,
        };
        let amount = millionths.checked_div(if in_wan(read_as) { 10_000 } else { 1 })?;
        Some(Written { amount, area: i128::from(unit.building_area.ten_thousandths()) })
    }

    /// The unit price in millionths of a yuan per m², if the amount is read in this way.
    fn per_m2(&self, read_as: ReadAs) -> Option<i128> {
        let yuan = self.amount.checked_mul(if in_wan(read_as) { 10_000 } else { 1 })?;
        if is_total(read_as) {
            yuan.checked_mul(10_000)?.checked_div(self.area)
        } else {
            Some(yuan)
        }
    }
}

/// The unit price in the middle of a column that is read in this way, and whether most are usual.
fn judged(written: &[Written], read_as: ReadAs) -> Option<(i128, bool)> {
    let mut prices: Vec<i128> = written.iter().filter_map(|one| one.per_m2(read_as)).collect();
    prices.sort_unstable();
    let middle = prices.get(prices.len().checked_div(2)?)?;
    let usual = prices.iter().filter(|price| is_usual(**price)).count();
    let [part, whole] = MOST;
    let most = usual.checked_mul(whole)? >= prices.len().checked_mul(part)?;
    Some((*middle, most))
}

fn is_usual(micros: i128) -> bool {
    let [least, most] = USUAL.map(|yuan| yuan.saturating_mul(1_000_000));
    (least..=most).contains(&micros)
}

fn is_total(read_as: ReadAs) -> bool {
    matches!(read_as, ReadAs::Yuan | ReadAs::TenThousandYuan)
}

fn in_wan(read_as: ReadAs) -> bool {
    matches!(read_as, ReadAs::TenThousandYuan | ReadAs::TenThousandYuanPerSquareMetre)
}

/// A unit price as it is shown, to the fen.
fn price(micros: i128) -> Option<UnitPrice> {
    const FEN: i128 = 10_000;
    let fen = micros.checked_div(FEN)?.checked_mul(FEN)?;
    i64::try_from(fen).ok().map(UnitPrice::from_micros)
}

#[cfg(test)]
mod tests {
    use crate::error::{Code, Lang};
    use crate::project::{Importing, SheetCell, Worksheet};

    /// What is told of a column of this title over homes of 89.50 m², 120.30 m² and 143 m²; and how
    /// many values are told one by one.
    fn told(title: &str, cells: [&str; 3]) -> (Vec<String>, usize) {
        let header = ["楼栋", "楼层", "户位", "建筑面积", title];
        let rows = [("1", "89.50"), ("2", "120.30"), ("3", "143")].into_iter().zip(cells);
        let rows = rows.map(|((floor, area), cell)| ["1", floor, "01", area, cell]);
        let rows = [header].into_iter().chain(rows);
        let sheet = Worksheet::new(rows.map(|row| row.map(SheetCell::from).to_vec()).collect());
        let read = Importing::new(&[sheet]).read().unwrap();
        let of = |code: Code| read.findings.iter().filter(move |one| one.code == code);
        let columns = of(Code::ProjectColumnMistaken).map(|one| one.message(Lang::Zh).to_owned());
        (columns.collect(), of(Code::InputUnusual).count())
    }

    #[test]
    fn a_column_that_is_something_else_is_told_once_with_the_title_to_give_it() {
        for (title, cells, cure) in [
            // Totals in 10,000 yuan. Of 89.5 to 150, no single one is unusual as a unit price.
            ("单价", ["188.50", "253.20", "301"], "“总价（万元）”"),
            ("表价（元/㎡）", ["88.50", "93.20", "101"], "“总价（万元）”"),
            ("底价", ["88.50", "93.20", "101"], "“底价总价（万元）”"),
            ("总价", ["188.50", "253.20", "301"], "“总价（万元）”"),
            ("录入总价", ["188.50", "253.20", "301"], "“录入总价（万元）”"),
            // Totals in yuan as unit prices, unit prices as totals, unit prices in 10,000 yuan.
            ("备案价", ["1885000", "2532000", "3010000"], "“备案总价（元）”"),
            ("总价", ["21061", "21047", "21048"], "“单价（元/㎡）”"),
            ("总价（万元）", ["1885000", "2532000", "3010000"], "“总价（元）”"),
            ("单价", ["2.1061", "2.1047", "2.1048"], "“单价（万元/㎡）”"),
        ] {
            let (columns, single) = told(title, cells);
            let [message] = columns.as_slice() else { panic!("{title} {cells:?}: {columns:?}") };
            assert!(message.contains(cure), "{title}: {message}");
            assert!(message.contains(title) && message.contains("E2"), "{message}");
            assert_eq!(single, 0, "{title}: the column is told, not its cells");
        }
    }

    #[test]
    fn usual_columns_and_single_slips_are_not_told_as_columns() {
        for (title, cells) in [
            ("单价", ["21061", "21047", "21048"]),
            ("总价", ["1885000", "2532000", "3010000"]),
            ("总价（万元）", ["188.5", "253.2", "301"]),
            ("录入总价", ["1885000", "", ""]),
            // One slip among three is a slip.
            ("总价", ["188.50", "2532000", "3010000"]),
            // Nothing makes usual prices of these.
            ("单价", ["0.0001", "0.0001", "0.0001"]),
        ] {
            assert_eq!(told(title, cells).0, Vec::<String>::new(), "{title} {cells:?}");
        }
    }

    #[test]
    fn the_title_that_is_proposed_mends_it() {
        for (title, cells) in [
            ("总价（万元）", ["188.50", "253.20", "301"]),
            ("list_total (10,000 yuan)", ["188.50", "253.20", "301"]),
            ("list_price (10,000 yuan/m²)", ["2.1061", "2.1047", "2.1048"]),
            ("list_total (yuan)", ["1885000", "2532000", "3010000"]),
        ] {
            assert_eq!(told(title, cells), (Vec::new(), 0), "{title}");
        }
    }
}
