//! A comparison as a file: the homes of both tables, and sums.

use super::draw;
use crate::bill::page::Page;
use crate::bill::table::{Cells, Column, column, csv, text};
use crate::failure::Failure;
use crate::output::Kind;
use crate::price::View;
use crate::text::Say;
use crate::workbook;
use kaipan::Text;
use kaipan::error::Lang;
use kaipan::pricing::{ComparedPrices, ComparedRow};

/// A home of either table.
enum Home<'a> {
    Both(&'a ComparedRow),
    /// Its number, and the table that has it.
    One(&'a Text, &'a str),
}

/// The columns; a home of one table has a number and a remark.
fn columns<'a>() -> [Column<Home<'a>>; 12] {
    [
        column("房号", "unit_no", Cells::Text, |home, _, _| match home {
            Home::Both(row) => row.unit_no.to_string(),
            Home::One(unit_no, _) => unit_no.to_string(),
        }),
        column("楼栋", "building", Cells::Text, |home, names, _| {
            of(home, |row| names.building(&row.building).to_owned())
        }),
        column("户型", "layout", Cells::Text, |home, _, _| {
            of(home, |row| text(row.layout.as_ref()))
        }),
        column("建筑面积", "building_area", Cells::Amount, |home, _, _| {
            of(home, |row| row.building_area.to_string())
        }),
        column("原单价", "old_unit_price", Cells::Amount, |home, _, _| {
            of(home, |row| row.old_unit_price.to_string())
        }),
        column("新单价", "new_unit_price", Cells::Amount, |home, _, _| {
            of(home, |row| row.new_unit_price.to_string())
        }),
        column("单价差", "unit_price_change", Cells::Change, |home, _, _| {
            of(home, |row| row.unit_price_change.to_string())
        }),
        column("原总价", "old_total", Cells::Amount, |home, _, _| {
            of(home, |row| row.old_total.to_string())
        }),
        column("新总价", "new_total", Cells::Amount, |home, _, _| {
            of(home, |row| row.new_total.to_string())
        }),
        column("总价变动", "change", Cells::Change, |home, _, _| {
            of(home, |row| row.change.to_string())
        }),
        column("变动率", "change_rate", Cells::Share, |home, _, _| {
            of(home, |row| text(row.change_rate))
        }),
        column("说明", "remark", Cells::Text, |home, _, lang| match home {
            Home::Both(_) => String::new(),
            Home::One(_, table) => match lang {
                Lang::Zh => format!("只在“{table}”中"),
                Lang::En => format!("only in {table}"),
            },
        }),
    ]
}

fn of(home: &Home<'_>, cell: impl Fn(&ComparedRow) -> String) -> String {
    match home {
        Home::Both(row) => cell(row),
        Home::One(..) => String::new(),
    }
}

/// The content of the file, by its kind.
///
/// # Errors
/// [`Failure::Output`] when a text is longer than a cell of a workbook can hold.
pub(super) fn content(
    kind: Kind,
    compared: &ComparedPrices,
    (before, after): (&str, &str),
    view: &View<'_>,
) -> Result<Vec<u8>, Failure> {
    let (lang, names) = (view.lang, view.names);
    let both = compared.rows.iter().map(Home::Both);
    let only_before = compared.only_before.iter().map(|unit_no| Home::One(unit_no, before));
    let only_after = compared.only_after.iter().map(|unit_no| Home::One(unit_no, after));
    let homes: Vec<Home<'_>> = both.chain(only_before).chain(only_after).collect();
    let (columns, sums) = (columns(), compared.summaries.as_slice());
    Ok(match kind {
        Kind::Workbook => workbook::before_and_after((&columns, &homes), sums, names, lang)?,
        Kind::Page => {
            let page = Page {
                title: lang.say("价格对照", "Prices compared").to_owned(),
                facts: vec![(
                    lang.say("对照", "Compared"),
                    draw::about(lang, compared, (before, after)),
                )],
                left_out: None,
                findings: &compared.findings,
            };
            page.write((&columns, &homes), sums, names, lang).into_bytes()
        }
        _ => csv(&columns, &homes, names, lang)?.into_bytes(),
    })
}
