//! The sheet of a comparison: a column a plan; on a phone a block a measure.

use super::super::terminal::MEASURES;
use super::super::{Broken, View, broken, rate_remark, words};
use super::notes::needs;
use super::parts::{head, section};
use crate::html::Html;
use crate::text::Say;
use kaipan::error::Lang;
use kaipan::number::Rate;
use kaipan::quote::{ComparedQuote, QuoteComparison};

/// The table, and what it cannot hold.
pub(super) fn table(html: &mut Html, view: &View<'_>, rows: &QuoteComparison, annual_rate: Rate) {
    let lang = view.lang;
    let shown: Vec<&ComparedQuote> = rows.rows.iter().filter(|row| row.figures.is_some()).collect();
    let title = lang.say("对比（元）", "Side by side (yuan)");
    section(html, title, lang.say("标色者为最低", "the lowest is coloured"), |html| {
        html.block("table", "plans", |html| {
            let names = shown.iter().map(|row| view.plan_name(&row.plan));
            let titles: Vec<String> = std::iter::once(String::new()).chain(names).collect();
            head(html, &titles.iter().map(String::as_str).collect::<Vec<&str>>());
            html.element("tbody", &[], |html| body(html, view, &shown));
        });
        html.leaf("p", "remark", &rate_remark(lang, annual_rate));
        for row in &shown {
            if let Some(text) = condition(view, row) {
                html.leaf("p", "remark", &text);
            }
        }
        for row in rows.rows.iter().filter(|row| row.figures.is_none()) {
            let name = view.plan_name(&row.plan);
            let text = match lang {
                Lang::Zh => format!("{name}：不适用"),
                Lang::En => format!("{name}: not available"),
            };
            html.leaf("p", "remark", &text);
        }
        let text = lang.say(
            "本对比仅供参考，不构成要约或承诺；价款与付款方式均以合同为准。",
            "For information only, not an offer; the contract alone decides.",
        );
        html.leaf("p", "remark", text);
    });
}

/// What the price of a plan rests on: its discounts, a check that it has not passed, an approval.
fn condition(view: &View<'_>, row: &ComparedQuote) -> Option<String> {
    let lang = view.lang;
    let mut parts = Vec::new();
    if !row.discounts.is_empty() {
        let discounts = view.discounts(&row.discounts);
        parts.push(format!(
            "{}{discounts}{}",
            lang.say("含优惠 ", "with discounts: "),
            lang.say("。", ".")
        ));
    }
    if broken(&row.findings) == Some(Broken::Price) {
        let text = lang.say("价格未通过内部检查。", "The price has not passed internal checks.");
        parts.push(text.to_owned());
    }
    parts.extend(row.approval.as_ref().and_then(|approval| needs(lang, approval)));
    let name = view.plan_name(&row.plan);
    let text = parts.join(lang.say("", " "));
    (!parts.is_empty()).then(|| format!("{name}{}{text}", lang.say("：", ": ")))
}

fn body(html: &mut Html, view: &View<'_>, shown: &[&ComparedQuote]) {
    for measure in MEASURES {
        html.element("tr", &[], |html| {
            let name = words::capital(view.lang.say(measure.zh, measure.en));
            html.element("th", &[("scope", "row")], |html| html.text(&name));
            for row in shown {
                let lowest = measure.marked.is_some_and(|one| row.lowest.contains(&one));
                let class = if lowest { "n low" } else { "n" };
                let plan = view.plan_name(&row.plan);
                let text = row.figures.as_ref().map(measure.of).unwrap_or_default();
                html.element("td", &[("class", class), ("data-plan", &plan)], |html| {
                    html.text(&text);
                });
            }
        });
    }
}
