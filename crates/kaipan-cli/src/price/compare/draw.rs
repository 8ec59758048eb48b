//! Two price tables side by side, in the terminal: what differs is coloured.

use crate::bill::draw::{change_cell, drawn, rate_cell, summaries};
use crate::grid::{Cell, Column, Grid};
use crate::layout::{amount, clean, group, paragraph};
use crate::price::{View, findings, heading, title};
use crate::text::{Say, homes};
use kaipan::Text;
use kaipan::error::Lang;
use kaipan::pricing::{ComparedPrices, ComparedRow};

/// Names of the homes that only one table has, as many as are shown.
const NAMED: usize = 12;

/// The comparison: before is the other table, after this one.
pub(super) fn lines(
    view: &View<'_>,
    compared: &ComparedPrices,
    (before, after): (&str, &str),
) -> Vec<String> {
    let lang = view.lang;
    let mut out = title(view);
    let (before, after) = (clean(before), clean(after));
    let text = about(lang, compared, (&before, &after));
    let text = format!("{}{text}", lang.say("对照：", ""));
    out.extend(paragraph("", &text, view.width));
    out.extend(summaries(view, &compared.summaries));
    out.extend(rows(view, &compared.rows));
    out.extend(only(view, &before, &compared.only_before));
    out.extend(only(view, &after, &compared.only_after));
    out.extend(findings::listed(view, &compared.findings, &|_| None));
    out
}

/// What is compared with what, and how much of it differs.
pub(super) fn about(
    lang: Lang,
    compared: &ComparedPrices,
    (before, after): (&str, &str),
) -> String {
    let differing = group(&compared.differing.to_string());
    let common = homes(lang, compared.rows.len());
    match lang {
        Lang::Zh => {
            format!("原价为“{before}”，新价为{after}；共有 {common}，价格不同 {differing} 套")
        }
        Lang::En => format!(
            "Old prices are those of {before}, new ones those of {after}; {common} in both, \
             of which {differing} differ"
        ),
    }
}

/// The homes that differ; that the others are the same is said once.
fn rows(view: &View<'_>, rows: &[ComparedRow]) -> Vec<String> {
    let lang = view.lang;
    let mut grid = Grid::new(vec![
        Column::text(lang.say("房号", "unit")),
        Column::text(lang.say("户型", "layout")).optional(0),
        Column::number(lang.say("面积 ㎡", "area m²")).optional(1),
        Column::number(lang.say("原单价", "old price")),
        Column::number(lang.say("新单价", "new price")),
        Column::number(lang.say("单价差", "difference")).optional(4),
        Column::number(lang.say("原总价", "old total")).optional(2),
        Column::number(lang.say("新总价", "new total")),
        Column::number(lang.say("总价差", "change")).optional(3),
        Column::number(lang.say("变动率", "change %")),
    ]);
    let differs = |row: &&ComparedRow| {
        row.old_unit_price != row.new_unit_price || row.old_total != row.new_total
    };
    let mut any = false;
    for row in rows.iter().filter(differs) {
        any = true;
        let difference = crate::layout::signed(&amount(row.unit_price_change));
        let style =
            crate::bill::draw::moved(row.unit_price_change.cmp(&kaipan::number::UnitPrice::ZERO));
        grid.row(vec![
            Cell::from(clean(&row.unit_no)),
            Cell::from(row.layout.as_deref().map(clean).unwrap_or_default()),
            Cell::from(group(&row.building_area.to_string())),
            Cell::from(amount(row.old_unit_price)),
            Cell::from(amount(row.new_unit_price)),
            Cell::new(difference, style),
            Cell::from(amount(row.old_total)),
            Cell::from(amount(row.new_total)),
            change_cell(lang, Some(row.change)),
            rate_cell(row.change_rate),
        ]);
    }
    if !any {
        return Vec::new();
    }
    let mut out = heading(view, lang.say("逐套：只列价格不同的（元）", "Homes that differ (yuan)"));
    out.extend(drawn(view, &grid));
    out
}

/// The homes that only one table has.
fn only(view: &View<'_>, table: &str, units: &[Text]) -> Vec<String> {
    if units.is_empty() {
        return Vec::new();
    }
    let count = homes(view.lang, units.len());
    let label = match view.lang {
        Lang::Zh => format!("只在“{table}”中：{count}  "),
        Lang::En => format!("Only in {table}: {count}  "),
    };
    let mut named: Vec<String> = units.iter().take(NAMED).map(|unit| clean(unit)).collect();
    if units.len() > NAMED {
        named.push("…".to_owned());
    }
    let mut out = vec![String::new()];
    out.extend(paragraph("", &format!("{label}{}", named.join("  ")), view.width));
    out
}
