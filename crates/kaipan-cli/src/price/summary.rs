//! Summary rows: per building, per layout, overall.

use super::{View, heading};
use crate::grid::{Cell, Column, Grid};
use crate::layout::{self, amount, clean, group, paragraph, signed};
use crate::paint::Style;
use crate::text::{Say, short};
use kaipan::error::Lang;
use kaipan::number::{Rate, Rounding, UnitPrice, Unrounded};
use kaipan::pricing::{Extreme, PriceTable, Summary, SummaryGroup};
use std::collections::HashSet;

/// The summary table; unimportant columns go first when it is narrow.
pub(crate) fn lines(view: &View<'_>, response: &PriceTable) -> Vec<String> {
    let lang = view.lang;
    let targets = response.summaries.iter().any(|one| one.target_average.is_some());
    let mut columns = vec![
        Column::text(""),
        Column::number(lang.say("套数", "homes")),
        Column::number(lang.say("面积 ㎡", "area m²")).optional(7),
        Column::number(lang.say("总价", "total")).shortened(3),
        Column::number(lang.say("均价", "average")),
        Column::number(lang.say("最高单价", "highest")).optional(9),
        Column::text(lang.say("房号", "unit")).optional(1),
        Column::number(lang.say("最低单价", "lowest")).optional(8),
        Column::text(lang.say("房号", "unit")).optional(1),
        Column::number(lang.say("价差", "spread")).optional(6),
    ];
    if targets {
        columns.push(Column::number(lang.say("目标均价", "target")).optional(11));
        columns.push(Column::number(lang.say("偏差", "deviation")).optional(10));
        columns.push(Column::number(lang.say("偏差率", "dev. %")).optional(5));
    }
    let mut grid = Grid::new(columns);
    let groups = [
        (SummaryGroup::Building, lang.say("按楼栋", "By building")),
        (SummaryGroup::Layout, lang.say("按户型", "By layout")),
        (SummaryGroup::Overall, ""),
    ];
    for (group, title) in groups {
        let mut of_group = response.summaries.iter().filter(|one| one.group == group).peekable();
        if of_group.peek().is_some() {
            grid.section(title);
        }
        for summary in of_group {
            grid.row(row(view, summary, targets));
        }
    }
    if response.summaries.is_empty() {
        return Vec::new();
    }
    let drawn = grid.draw(0, view.width, view.paint);
    let mut out = heading(
        view,
        lang.say("汇总（单价：元/㎡，总价：元）", "Summary (yuan per m², totals in yuan)"),
    );
    out.extend(drawn.lines);
    let mut left_out = drawn.left_out;
    let mut seen = HashSet::new();
    left_out.retain(|title| seen.insert(title.clone()));
    if !left_out.is_empty() {
        let text = left_out.join(lang.say("、", ", "));
        let label = lang.say("宽度不够，未显示：", "too narrow to show: ");
        let lines = paragraph(label, &text, view.width);
        out.extend(lines.iter().map(|line| view.paint.on(Style::Dim, line)));
    }
    out
}

fn row(view: &View<'_>, summary: &Summary, targets: bool) -> Vec<Cell> {
    let lang = view.lang;
    let (name, style) = match summary.group {
        SummaryGroup::Building => (view.names.building(&summary.key), Style::Plain),
        SummaryGroup::Overall => (lang.say("合计", "Overall"), Style::Bold),
        _ => (summary.key.as_str(), Style::Plain),
    };
    let number = |text: String| Cell::new(text, style);
    let extreme = |one: &Extreme| number(amount(one.unit_price));
    let short = short(lang, summary.total);
    let short = match short.strip_suffix('万') {
        Some(number) => format!("{}万", group(number)),
        None => short,
    };
    let mut cells = vec![
        Cell::new(clean(name), style),
        number(group(&summary.units.to_string())),
        number(group(&summary.building_area.to_string())),
        number(amount(summary.total)).short(short),
        number(group(&to_fen(summary.average))),
        extreme(&summary.highest_unit_price),
        Cell::new(clean(&summary.highest_unit_price.unit_no), Style::Dim),
        extreme(&summary.lowest_unit_price),
        Cell::new(clean(&summary.lowest_unit_price.unit_no), Style::Dim),
        number(amount(summary.unit_price_spread)),
    ];
    if targets {
        let target = summary.target_average.map(|target| group(&to_fen(target)));
        let deviation = summary.deviation.map(|one| signed(&group(&to_fen(one))));
        let is_off = summary.deviation.is_some_and(|off| !off.is_zero());
        let rate = summary.deviation_rate.map(|rate| percent_off(rate, is_off));
        cells.extend([target, deviation, rate].map(|text| number(text.unwrap_or_default())));
    }
    cells
}

/// A unit price to the fen, half up: averages have more decimals than people read.
pub(crate) fn to_fen(price: UnitPrice) -> String {
    Rounding::FEN.unit_price(&Unrounded::from(price)).unwrap_or(price).to_string()
}

/// A ratio as a percentage, `15%` or `15 %`.
pub(crate) fn percent_of(lang: Lang, rate: Rate) -> String {
    let sign = lang.say("%", " %");
    format!("{}{sign}", layout::percent(&rate.to_string()))
}

/// A rate as a percentage, `+0.0123%`.
pub(crate) fn percent(rate: Rate) -> String {
    format!("{}%", signed(&layout::percent(&rate.to_string())))
}

/// A rate as a percentage; one that is too small to be held is about nothing, and not nothing.
pub(crate) fn percent_off(rate: Rate, is_off: bool) -> String {
    match rate.is_zero() && is_off {
        true => "≈0%".to_owned(),
        false => percent(rate),
    }
}
