//! Prices before and after as tables for a file: the homes of a bill, and sums.
//!
//! The columns of new prices have the titles that `kaipan adjust --prices` reads.

use crate::failure::Failure;
use crate::price::names::Names;
use crate::text::Say;
use kaipan::error::Lang;
use kaipan::pricing::{BillLine, ChangeSummary, SummaryGroup};
use kaipan::project::spreadsheet_text;
use std::borrow::Cow;
use std::fmt::Display;
use std::io;

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cells {
    Text,
    Count,
    /// Yuan, or m².
    Amount,
    /// Yuan more or less.
    Change,
    /// A share of the old price.
    Share,
}

/// A column of a table about some `T`: its title in both languages, and its cells.
pub(crate) struct Column<T> {
    zh: &'static str,
    en: &'static str,
    pub(crate) cells: Cells,
    pub(crate) value: fn(&T, &Names, Lang) -> String,
}

impl<T> Column<T> {
    pub(crate) fn title(&self, lang: Lang) -> &'static str {
        lang.say(self.zh, self.en)
    }

    /// The title for people to read.
    pub(crate) fn heading(&self, lang: Lang) -> Cow<'static, str> {
        match lang {
            Lang::Zh => Cow::from(self.zh),
            Lang::En if self.en == "unit_no" => Cow::from("Unit No."),
            Lang::En => {
                let words = self.en.replace('_', " ");
                let mut letters = words.chars();
                let first = letters.next().map(|first| first.to_ascii_uppercase());
                Cow::from(first.into_iter().chain(letters).collect::<String>())
            }
        }
    }
}

/// A home, a row.
pub(crate) const HOMES: &[Column<BillLine>] = &[
    column("房号", "unit_no", Cells::Text, |line, _, _| line.unit_no.to_string()),
    column("建筑面积", "building_area", Cells::Amount, |line, _, _| {
        line.building_area.to_string()
    }),
    column("原表价", "old_unit_price", Cells::Amount, |line, _, _| text(line.old_list_price)),
    column("新单价", "new_unit_price", Cells::Amount, |line, _, _| {
        line.new_list_price.to_string()
    }),
    column("原总价", "old_total", Cells::Amount, |line, _, _| text(line.old_list_total)),
    column("新总价", "new_total", Cells::Amount, |line, _, _| line.new_list_total.to_string()),
    column("总价变动", "change", Cells::Change, |line, _, _| text(line.change)),
    column("变动率", "change_rate", Cells::Share, |line, _, _| text(line.change_rate)),
    column("原底价", "old_floor_price", Cells::Amount, |line, _, _| text(line.old_floor_price)),
    column("新底价", "new_floor_price", Cells::Amount, |line, _, _| text(line.new_floor_price)),
    column("标记", "flags", Cells::Text, |line, _, _| line.flags.join(" ")),
];

/// A building, a layout or all homes, a row.
pub(crate) const SUMS: &[Column<ChangeSummary>] = &[
    column("范围", "group", Cells::Text, |sum, names, lang| match sum.group {
        SummaryGroup::Building => names.building(&sum.key).to_owned(),
        SummaryGroup::Overall => lang.say("合计", "overall").to_owned(),
        _ => sum.key.to_string(),
    }),
    column("套数", "homes", Cells::Count, |sum, _, _| sum.units.to_string()),
    column("建筑面积", "building_area", Cells::Amount, |sum, _, _| {
        sum.building_area.to_string()
    }),
    column("原均价", "old_average", Cells::Amount, |sum, _, _| text(sum.old_average)),
    column("新均价", "new_average", Cells::Amount, |sum, _, _| sum.new_average.to_string()),
    column("原总价", "old_total", Cells::Amount, |sum, _, _| text(sum.old_total)),
    column("新总价", "new_total", Cells::Amount, |sum, _, _| sum.new_total.to_string()),
    column("总价变动", "change", Cells::Change, |sum, _, _| text(sum.change)),
    column("变动率", "change_rate", Cells::Share, |sum, _, _| text(sum.change_rate)),
    column("上涨套数", "raised", Cells::Count, |sum, _, _| sum.raised.to_string()),
    column("下降套数", "lowered", Cells::Count, |sum, _, _| sum.lowered.to_string()),
];

/// A column of a table.
pub(crate) const fn column<T>(
    zh: &'static str,
    en: &'static str,
    cells: Cells,
    value: fn(&T, &Names, Lang) -> String,
) -> Column<T> {
    Column { zh, en, cells, value }
}

/// A cell that may be empty.
pub(crate) fn text(value: Option<impl Display>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// A table as CSV, in UTF-8 with a byte-order mark, which spreadsheets need.
pub(crate) fn csv<T>(
    columns: &[Column<T>],
    rows: &[T],
    names: &Names,
    lang: Lang,
) -> Result<String, Failure> {
    let refuse = |error: csv::Error| Failure::Output(io::Error::other(error));
    let mut out = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    out.write_record(columns.iter().map(|column| column.title(lang))).map_err(refuse)?;
    for row in rows {
        let cells = columns.iter().map(|column| {
            let text = (column.value)(row, names, lang);
            match column.cells {
                Cells::Text => spreadsheet_text(&text).into_owned(),
                _ => text,
            }
        });
        out.write_record(cells).map_err(refuse)?;
    }
    let bytes = out.into_inner();
    let bytes = bytes.map_err(|error| Failure::Output(io::Error::other(error.to_string())))?;
    String::from_utf8(bytes).map_err(|error| Failure::Output(io::Error::other(error)))
}
