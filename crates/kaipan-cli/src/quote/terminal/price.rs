//! List price and deal price, step by step.

use super::super::View;
use super::super::case::list_source;
use super::super::words::{self, yuan};
use super::{heading, table};
use crate::grid::{Cell, Column, Grid};
use crate::layout::{clean, facts, group, paragraph};
use crate::paint::Style;
use crate::text::{Say, aside};
use kaipan::discount::DiscountRule;
use kaipan::error::Lang;
use kaipan::number::{Exact, in_words};
use kaipan::quote::Quote;

/// How the list price came about, if the pricing scheme explains it.
pub(super) fn list(view: &View<'_>, quote: &Quote) -> Vec<String> {
    if quote.list_steps.is_empty() {
        return Vec::new();
    }
    let mut lines = heading(view, view.lang.say("表价的由来", "List price"));
    let grid = crate::price::explain::steps(view.lang, &quote.list_steps, &words::price);
    lines.extend(table(view, &grid));
    let prices = quote.list_steps.iter().flat_map(|step| step.before.iter().chain([&step.after]));
    lines.extend(rounded(view, prices));
    lines
}

/// From the list price to the contract total.
pub(super) fn deal(view: &View<'_>, quote: &Quote) -> Vec<String> {
    let (lang, price) = (view.lang, &quote.price);
    let mut grid = Grid::new(vec![
        Column::text(lang.say("规则", "rule")),
        Column::text(lang.say("优惠", "discount")),
        Column::number(lang.say("数值", "value")).optional(2),
        Column::number(lang.say("之前", "before")).optional(1),
        Column::number(lang.say("之后", "after")),
    ]);
    for step in &price.steps {
        let name = match step.rule {
            DiscountRule::ListTotal | DiscountRule::ListUnitPrice => {
                list_source(view.case, lang).to_owned()
            }
            _ => view.discounts(&step.codes),
        };
        let before = step.before.as_ref().map(words::price);
        grid.row(vec![
            step.rule.name(lang).into(),
            clean(&name).into(),
            words::discount_value(lang, step).into(),
            Cell::new(before.unwrap_or_default(), Style::Dim),
            words::price(&step.after).into(),
        ]);
    }
    let mut lines = heading(view, lang.say("成交价", "Deal price"));
    lines.extend(table(view, &grid));
    let prices = price.steps.iter().flat_map(|step| step.before.iter().chain([&step.after]));
    lines.extend(rounded(view, prices));
    lines.extend(facts(&totals(view, quote), view.width));
    lines.extend(remarks(view, quote));
    lines
}

/// Says that prices between steps have more decimals than are shown, if any has.
fn rounded<'a>(view: &View<'_>, mut prices: impl Iterator<Item = &'a Exact>) -> Vec<String> {
    let text = view.lang.say(
        "中间价格显示到分，计算时不舍入",
        "prices between steps are shown to the fen and carried exactly",
    );
    if !prices.any(words::is_long) {
        return Vec::new();
    }
    let lines = paragraph("", text, view.width);
    lines.iter().map(|line| view.paint.on(Style::Dim, line)).collect()
}

fn totals<'a>(view: &View<'_>, quote: &Quote) -> Vec<(&'a str, String)> {
    let (lang, price) = (view.lang, &quote.price);
    let per = lang.say("元/㎡", "yuan/m²");
    let unit_price = group(&price.deal_unit_price.to_string());
    let percent = &price.effective_percent;
    let mut rows = vec![
        (lang.say("折扣说明", "Discounts"), lang.say(&price.text_zh, &price.text_en).to_owned()),
        (
            lang.say("成交总价", "Deal total"),
            format!("{} · {unit_price} {per}", yuan(lang, price.deal_total)),
        ),
        (
            lang.say("优惠金额", "Saved"),
            format!(
                "{}{}",
                yuan(lang, price.discount_amount),
                aside(
                    lang,
                    &match lang {
                        Lang::Zh => format!("实际折扣 {percent}%"),
                        Lang::En => format!("{percent}% of the list total is paid"),
                    }
                )
            ),
        ),
    ];
    let fitout = quote.fitout.map(|money| (lang.say("装修款", "Fit-out"), yuan(lang, money)));
    rows.extend(fitout);
    let attached = quote
        .attached_total
        .map(|money| (lang.say("一并购买", "Attached units"), yuan(lang, money)));
    rows.extend(attached);
    rows.push((lang.say("合同总价", "Contract total"), yuan(lang, quote.contract_total)));
    if lang == Lang::Zh {
        rows.push(("大写", format!("人民币{}", in_words(quote.contract_total))));
    }
    rows.retain(|(_, text)| !text.is_empty());
    rows
}

/// Discounts that can still be lost, gifts, and those that were not given.
fn remarks(view: &View<'_>, quote: &Quote) -> Vec<String> {
    let lang = view.lang;
    let mut lines = Vec::new();
    for applied in quote.price.applied.iter().filter(|applied| applied.conditional) {
        let name = view.discounts(std::slice::from_ref(&applied.code));
        let text = match lang {
            Lang::Zh => format!("“{name}”逾期即取消，价格重算"),
            Lang::En => format!("\"{name}\" is lost, and the price computed anew, if late"),
        };
        let text = paragraph("  ", &clean(&text), view.width);
        lines.extend(text.iter().map(|line| view.paint.on(Style::Dim, line)));
    }
    // They were asked for by name: why they are missing stands out as any finding does.
    for removed in &quote.price.removed {
        let name = view.discounts(std::slice::from_ref(&removed.code));
        let title = match lang {
            Lang::Zh => format!("未享受“{name}”："),
            Lang::En => format!("\"{name}\" is not given: "),
        };
        for finding in &removed.why {
            let text = clean(&format!("{title}{} [{}]", finding.message(lang), finding.code));
            lines.extend(paragraph("  ", &text, view.width));
            let hint = clean(&finding.code.hint(lang, &finding.params));
            let hint = paragraph("    → ", &hint, view.width);
            lines.extend(hint.iter().map(|line| view.paint.on(Style::Dim, line)));
        }
    }
    lines
}
