//! A column of a report as bars.

use super::View;
use super::cells::{number, shown, title};
use crate::layout::{clip, left, right, width};
use crate::paint::Style;
use kaipan::Text;
use kaipan::error::Lang;
use kaipan::report::{
    ReportCell, ReportColumn, ReportColumnKind, ReportForm, ReportRow, ReportTable, ReportTotal,
};

/// Bars that are drawn.
pub(super) const MOST_BARS: usize = 30;
/// Letters of a name, and the least room for a bar.
const LONGEST: usize = 24;
const LEAST: usize = 10;
/// Decimals that are compared.
const PLACES: usize = 6;

/// A column that is drawn, with the names of its rows.
pub(super) struct Chart<'t> {
    pub(super) column: &'t ReportColumn,
    pub(super) bars: Vec<Bar>,
    /// Rows whose bars are left out.
    pub(super) more: usize,
}

/// A bar.
pub(super) struct Bar {
    pub(super) name: String,
    pub(super) figure: String,
    /// Thousandths of the longest bar.
    pub(super) part: u32,
    /// It is below zero.
    pub(super) negative: bool,
}

impl<'t> Chart<'t> {
    /// The column that is asked for, else the first of money or counts that is added up, of measures; none
    /// where there is nothing to compare.
    pub(super) fn of(
        table: &'t ReportTable,
        asked: Option<&Text>,
        lang: Lang,
    ) -> Option<Chart<'t>> {
        let at = match asked {
            Some(name) => table.columns.iter().position(|column| is_named(column, name))?,
            None if table.form == ReportForm::Measures && table.rows.len() > 1 => default(table)?,
            None => return None,
        };
        let column = table.columns.get(at)?;
        let size = |row: &ReportRow| row.cells.get(at).and_then(scaled);
        let most = table.rows.iter().filter_map(size).map(i128::unsigned_abs).max()?;
        if most == 0 {
            return None;
        }
        let sized = table.rows.iter().filter_map(|row| Some((row, size(row)?)));
        let bars = sized.take(MOST_BARS).map(|(row, size)| Bar {
            name: name(table, row, lang),
            figure: row.cells.get(at).map(|cell| shown(lang, column, cell)).unwrap_or_default(),
            part: part(size.unsigned_abs(), most),
            negative: size < 0,
        });
        let bars: Vec<Bar> = bars.collect();
        let more = table.rows.iter().filter_map(size).count().saturating_sub(bars.len());
        Some(Chart { column, bars, more })
    }
}

/// A column is called so, by key or title.
pub(super) fn is_named(column: &ReportColumn, name: &Text) -> bool {
    let titles = [&column.title_zh, &column.title_en];
    column.key == *name || titles.into_iter().any(|title| Text::from(title) == *name)
}

fn default(table: &ReportTable) -> Option<usize> {
    let summed = |kind: ReportColumnKind| {
        let is_meant =
            |column: &ReportColumn| column.kind == kind && column.total != ReportTotal::None;
        let mut columns = table.columns.iter().enumerate().filter(move |(_, one)| is_meant(one));
        columns.find_map(|(at, _)| {
            let told = |row: &ReportRow| row.cells.get(at).and_then(scaled).is_some_and(|n| n != 0);
            table.rows.iter().any(told).then_some(at)
        })
    };
    summed(ReportColumnKind::Money).or_else(|| summed(ReportColumnKind::Count))
}

/// What a row is called: its leading texts that are not the same in all rows.
fn name(table: &ReportTable, row: &ReportRow, lang: Lang) -> String {
    let leading = table.columns.iter().take_while(|column| column.kind == ReportColumnKind::Text);
    let first = table.rows.first();
    let texts = leading.enumerate().filter_map(|(at, column)| {
        let cell = row.cells.get(at)?;
        let same = table
            .rows
            .iter()
            .all(|other| other.cells.get(at) == first.and_then(|first| first.cells.get(at)));
        (!same).then(|| shown(lang, column, cell))
    });
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A number in millionths.
fn scaled(cell: &ReportCell) -> Option<i128> {
    let text = number(cell)?;
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let part: String = part.chars().chain(std::iter::repeat('0')).take(PLACES).collect();
    format!("{whole}{part}").parse().ok()
}

/// Thousandths of the most, half up.
fn part(size: u128, most: u128) -> u32 {
    let part = || {
        let doubled = size.checked_mul(2_000)?.checked_add(most)?;
        doubled.checked_div(most.checked_mul(2)?)
    };
    part().and_then(|part| u32::try_from(part).ok()).unwrap_or(0)
}

/// The bars in the terminal.
pub(super) fn drawn(view: &View, chart: &Chart<'_>) -> Vec<String> {
    let names = chart.bars.iter().map(|bar| width(&bar.name)).max().unwrap_or(0).min(LONGEST);
    let figures = chart.bars.iter().map(|bar| width(&bar.figure)).max().unwrap_or(0);
    let beside = names.saturating_add(figures).saturating_add(6);
    let room = view.width.saturating_sub(beside).clamp(LEAST, 60);
    let mut lines = crate::layout::heading(title(view.lang, chart.column), view.width, view.paint);
    for bar in &chart.bars {
        let glyph = if bar.negative { "▒" } else { "█" };
        let part = usize::try_from(bar.part).unwrap_or(0);
        let long = part.saturating_mul(room).saturating_add(500).checked_div(1_000).unwrap_or(0);
        let long = if part > 0 { long.max(1) } else { 0 };
        let style = if bar.negative { Style::Down } else { Style::Good };
        lines.push(format!(
            "  {}  {}  {}",
            left(&clip(&bar.name, names), names),
            right(&bar.figure, figures),
            view.paint.on(style, &glyph.repeat(long))
        ));
    }
    if chart.more > 0 {
        lines.push(match view.lang {
            Lang::Zh => format!("  另有 {} 行", chart.more),
            Lang::En => format!("  and {} more", chart.more),
        });
    }
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_in_proportion() {
        assert_eq!([part(0, 9), part(1, 3), part(9, 9)], [0, 333, 1000]);
        let cell = ReportCell::money("-1.25".parse().unwrap());
        assert_eq!(scaled(&cell), Some(-1_250_000));
    }
}
