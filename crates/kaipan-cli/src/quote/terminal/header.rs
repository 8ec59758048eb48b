//! The head of a quote: project, unit, areas, dates.

use super::super::View;
use super::super::words::{self, yuan};
use crate::layout::{clean, facts, group};
use crate::paint::Style;
use crate::text::{Say, aside};
use kaipan::error::Lang;
use kaipan::quote::Quote;

/// The head; with the main figures of a quote, if there is one.
pub(super) fn lines(view: &View<'_>, quote: Option<&Quote>) -> Vec<String> {
    let (lang, case) = (view.lang, view.case);
    let title = format!("{} · {}", clean(&view.names.project.name), lang.say("置业计划", "quote"));
    let mut rows: Vec<(&str, String)> = Vec::new();
    let unit = format!("{} · {}", case.unit.unit_no, view.unit().join(" · "));
    rows.push((lang.say("房源", "Unit"), unit));
    rows.push((lang.say("面积", "Area"), areas(view)));
    for attached in &case.attached {
        let text = format!(
            "{} · {} {} · {}",
            attached.unit_no,
            attached.building_area,
            lang.say("㎡", "m²"),
            yuan(lang, attached.total)
        );
        rows.push((lang.say("一并购买", "Together with"), text));
    }
    if let Some(quote) = quote {
        let plan = &quote.plan;
        let name = words::name(lang, &plan.name, &plan.name_en);
        // A plan that is called what it is need not be called so twice.
        let method = words::method(lang, plan.method);
        let is_same = name.to_lowercase() == method.to_lowercase();
        let parts: &[&str] =
            if is_same { &[name, &plan.code] } else { &[name, method, &plan.code] };
        let text = parts.join(" · ");
        rows.push((lang.say("付款方式", "Payment plan"), text));
    }
    rows.push((lang.say("日期", "Dates"), dates(view, quote)));
    let wrapped = crate::layout::wrap(&title, view.width);
    let mut lines: Vec<String> =
        wrapped.iter().map(|line| view.paint.on(Style::Bold, line)).collect();
    lines.extend(facts(&rows, view.width));
    if let Some(quote) = quote {
        lines.push(String::new());
        lines.extend(facts(&figures(view, quote), view.width));
    }
    lines
}

fn areas(view: &View<'_>) -> String {
    let (lang, unit) = (view.lang, &view.case.unit);
    let metres = lang.say("㎡", "m²");
    let building = lang.say("建筑面积", "building");
    let inside = unit.inside_area.map(|area| {
        format!(" · {} {} {metres}", lang.say("套内", "inside"), group(&area.to_string()))
    });
    let own = group(&unit.building_area.to_string());
    format!("{building} {own} {metres}{}", inside.unwrap_or_default())
}

fn dates(view: &View<'_>, quote: Option<&Quote>) -> String {
    let lang = view.lang;
    let clock = if view.by_clock {
        aside(lang, lang.say("今天，北京时间", "today in China"))
    } else {
        String::new()
    };
    let mut parts = vec![format!("{} {}{clock}", lang.say("报价", "quote"), view.case.as_of)];
    let signing = view.signing().map(|day| format!("{} {day}", lang.say("约定签约", "signing")));
    parts.extend(signing);
    let today = crate::quote::today::today();
    let until = quote.and_then(|quote| quote.valid_until);
    let passed = |day| today.is_some_and(|today| day < today);
    parts.extend(until.map(|day| {
        let over =
            if passed(day) { aside(lang, lang.say("已过", "over")) } else { String::new() };
        format!("{} {day}{over}", lang.say("有效期至", "holds until"))
    }));
    // A day that was typed may be a mistake.
    let other = today.filter(|today| !view.by_clock && *today != view.case.as_of);
    parts.extend(other.map(|today| format!("{} {today}", lang.say("今天", "today is"))));
    parts.join(" · ")
}

/// What a buyer asks first.
fn figures<'a>(view: &View<'_>, quote: &Quote) -> Vec<(&'a str, String)> {
    let lang = view.lang;
    let total = quote.contract_total;
    let short = crate::text::short(lang, total);
    let mut rows = vec![
        (
            lang.say("合同总价", "Contract total"),
            format!("{}{}", yuan(lang, total), aside(lang, &short)),
        ),
        (
            lang.say("签约前需付", "Cash to signing"),
            quote.first_cash.map_or_else(|| words::open(lang).to_owned(), |cash| yuan(lang, cash)),
        ),
    ];
    if let Some(monthly) = quote.monthly_payment {
        rows.push((lang.say("首月月供", "First month"), yuan(lang, monthly)));
    }
    let what = match (lang, quote.total_interest.is_some()) {
        (Lang::Zh, true) => "合同总价 + 税费 + 利息",
        (Lang::Zh, false) => "合同总价 + 税费",
        (Lang::En, true) => "contract total + fees + interest",
        (Lang::En, false) => "contract total + fees",
    };
    let cost = match quote.total_cost {
        Some(cost) => format!("{}{}", yuan(lang, cost), aside(lang, what)),
        None => words::open(lang).to_owned(),
    };
    rows.push((lang.say("总花费", "Total cost"), cost));
    rows
}
