//! One unit's price, step by step, from the base price to the total.

use super::{View, heading};
use crate::grid::{Cell, Column, Grid};
use crate::layout::{amount, clean, group, paragraph, rounded};
use crate::paint::Style;
use crate::text::{self, Say};
use kaipan::Text;
use kaipan::error::Lang;
use kaipan::number::{Exact, in_words};
use kaipan::pricing::{PriceSource, PriceTable, Step, TableRow};

/// Every unit asked for, in that order.
pub(crate) fn lines(view: &View<'_>, response: &PriceTable, asked: &[Text]) -> Vec<String> {
    let drawn = |unit_no: &Text| match response.row(unit_no) {
        Some(row) => unit(view, row),
        None => {
            let text =
                view.lang.say("没有价格，原因见检查结果", "It has no price; the findings say why.");
            let mut out = heading(view, &clean(unit_no));
            out.extend(paragraph("", text, view.width));
            out
        }
    };
    let first = |at: &usize| asked.iter().position(|one| asked.get(*at) == Some(one)) == Some(*at);
    let once = (0..asked.len()).filter(first).filter_map(|at| asked.get(at));
    once.flat_map(drawn).collect()
}

fn unit(view: &View<'_>, row: &TableRow) -> Vec<String> {
    let lang = view.lang;
    let mut out = heading(view, &clean(&row.unit_no));
    out.extend(paragraph("", &clean(&place(view, row)), view.width));
    out.extend(steps(lang, &row.steps, &figure).told(view.lang, 0, view.width, view.paint));
    out.extend(prices(view, row));
    if !row.floor_steps.is_empty() {
        out.extend(heading(view, lang.say("底价的来历", "How the floor price comes about")));
        out.extend(
            steps(lang, &row.floor_steps, &figure).told(view.lang, 0, view.width, view.paint),
        );
    }
    out
}

/// Decimals of the figures of steps: enough that each is seen to follow from the one before.
const DECIMALS: usize = 4;

/// A figure for people; the exact one is in the JSON.
fn figure(exact: &Exact) -> String {
    group(&rounded(&exact.to_string(), DECIMALS))
}

/// The steps of a price as a table, with prices as `shown` has them.
pub(crate) fn steps(lang: Lang, steps: &[Step], shown: &dyn Fn(&Exact) -> String) -> Grid {
    let mut grid = Grid::new(vec![
        Column::text(lang.say("规则", "rule")),
        Column::text(lang.say("名称", "name")),
        Column::number(lang.say("数值", "value")).optional(2),
        Column::number(lang.say("之前", "before")).optional(1),
        Column::number(lang.say("之后", "after")),
    ]);
    for step in steps {
        // The first step starts from its own value.
        let before = step.before.as_ref().map(shown);
        let value = if before.is_some() { text::step_value(lang, step) } else { String::new() };
        grid.row(vec![
            step.rule.name(lang).into(),
            clean(&step.label(lang)).into(),
            value.into(),
            Cell::new(before.unwrap_or_default(), Style::Dim),
            shown(&step.after).into(),
        ]);
    }
    grid
}

/// Where the unit is, what it is, and which scheme prices it.
fn place(view: &View<'_>, row: &TableRow) -> String {
    let lang = view.lang;
    let mut parts = vec![view.names.building(&row.building).to_owned()];
    let stair = row.stair.as_deref().map(|stair| view.names.stair(&row.building, stair));
    parts.extend(stair.map(str::to_owned));
    parts.push(match lang {
        Lang::Zh => format!("{} 层 {} 户位", row.floor, row.line),
        Lang::En => format!("floor {} line {}", row.floor, row.line),
    });
    let attributes = [&row.layout, &row.orientation, &row.view];
    parts.extend(attributes.into_iter().flatten().map(ToString::to_string));
    let inside = row.inside_area.map(|area| match lang {
        Lang::Zh => text::aside(lang, &format!("套内 {area} ㎡")),
        Lang::En => text::aside(lang, &format!("inside {area} m²")),
    });
    let metres = lang.say("㎡", "m²");
    parts.push(format!("{} {metres}{}", row.building_area, inside.unwrap_or_default()));
    let scheme = clean(view.names.scheme(&row.scheme, lang));
    let scheme = match lang {
        Lang::Zh => format!("方案“{scheme}”"),
        Lang::En => format!("scheme \"{scheme}\""),
    };
    let source = match row.source {
        PriceSource::Scheme => String::new(),
        other => text::aside(lang, text::source(lang, other)),
    };
    parts.push(format!("{scheme}{source}"));
    parts.join(" · ")
}

/// Unit prices, total, and the prices to compare them with.
fn prices(view: &View<'_>, row: &TableRow) -> Vec<String> {
    let lang = view.lang;
    let per = lang.say("元/㎡", "yuan/m²");
    let mut facts: Vec<(&str, String)> = Vec::new();
    let unit_price = group(&row.building_unit_price.to_string());
    facts
        .push((lang.say("建筑面积单价", "per m² of building area"), format!("{unit_price} {per}")));
    if let Some(price) = row.inside_unit_price {
        let price = group(&price.to_string());
        facts.push((lang.say("套内单价", "per m² of inside area"), format!("{price} {per}")));
    }
    let short = text::short(lang, row.total);
    let yuan = lang.say("元", "yuan");
    facts.push((
        lang.say("总价", "total"),
        format!("{} {yuan}{}", amount(row.total), text::aside(lang, &short)),
    ));
    if lang == Lang::Zh {
        facts.push(("大写", format!("人民币{}", in_words(row.total))));
    }
    let compared = |price: kaipan::number::UnitPrice| {
        let difference = row.building_unit_price.checked_sub(price).unwrap_or_default();
        let shown = crate::layout::signed(&amount(difference));
        let note = match (difference.is_zero(), lang) {
            (true, _) => lang.say("一致", "equal").to_owned(),
            (false, Lang::Zh) => format!("差 {shown}"),
            (false, Lang::En) => format!("difference {shown}"),
        };
        format!("{} {per}{}", group(&price.to_string()), text::aside(lang, &note))
    };
    facts.extend(row.floor_price.map(|price| (lang.say("底价", "floor price"), compared(price))));
    let floor_total = row.floor_total.map(|total| format!("{} {yuan}", amount(total)));
    facts.extend(floor_total.map(|total| (lang.say("底价总价", "floor total"), total)));
    let known = [
        (lang.say("备案价", "filed price"), row.filed_price),
        (lang.say("原表价", "old list price"), row.old_list_price),
    ];
    for (label, price) in known {
        facts.extend(price.map(|price| (label, compared(price))));
    }
    crate::layout::facts(&facts, view.width)
}
