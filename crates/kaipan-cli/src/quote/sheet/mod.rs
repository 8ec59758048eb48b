//! The sheet that a consultant hands over: one page of HTML without scripts and without requests,
//! for A4 and for phones.
//!
//! It goes to the buyer: pricing factors, floor prices, findings and other inside matters stay in
//! the terminal. A price that must not be used as it is makes the sheet a draft.

mod compared;
mod notes;
pub(crate) mod parts;
mod picture;

use super::words;
use super::{Broken, View};
use crate::html::Html;
use crate::layout::group;
use crate::text::Say;
use kaipan::error::Lang;
use kaipan::number::Rate;
use kaipan::quote::{Quote, QuoteComparison};

pub(crate) const STYLE: &str = include_str!("style.css");
/// Nothing may be loaded, whatever a browser or mail program thinks of it.
pub(crate) const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The sheet of a quote.
pub(crate) fn quote(view: &View<'_>, quote: &Quote) -> String {
    page(view, view.lang.say("置业计划", "Purchase plan"), |html| {
        header(html, view, Some(quote));
        draft(html, view, super::broken(quote.all_findings()));
        unit(html, view);
        parts::figures(html, view, quote);
        let lent = !quote.loans.is_empty();
        html.block("div", "pair", |html| {
            parts::price(html, view, quote);
            if lent { parts::loans(html, view, quote) } else { parts::fees(html, view, quote) }
        });
        parts::schedule(html, view, quote);
        if lent && quote.fees.is_some() {
            html.block("div", "pair", |html| {
                parts::cash(html, view, quote);
                parts::fees(html, view, quote);
            });
        } else {
            parts::cash(html, view, quote);
        }
        notes::footer(html, view, quote);
    })
}

/// The sheet of a comparison.
pub(crate) fn comparison(view: &View<'_>, rows: &QuoteComparison, annual_rate: Rate) -> String {
    page(view, view.lang.say("付款方式对比", "Payment plans compared"), |html| {
        header(html, view, None);
        let findings = rows.rows.iter().flat_map(|row| &row.findings);
        draft(html, view, super::broken(findings));
        unit(html, view);
        compared::table(html, view, rows, annual_rate);
    })
}

fn page(view: &View<'_>, title: &str, content: impl FnOnce(&mut Html)) -> String {
    let lang = view.lang;
    let mut html = Html::default();
    html.raw("<!DOCTYPE html>\n");
    html.element("html", &[("lang", lang.say("zh-CN", "en"))], |html| {
        html.element("head", &[], |html| {
            html.void("meta", &[("charset", "utf-8")]);
            html.void("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
            let size = "width=device-width, initial-scale=1";
            html.void("meta", &[("name", "viewport"), ("content", size)]);
            html.void("meta", &[("name", "format-detection"), ("content", "telephone=no")]);
            html.void("meta", &[("name", "robots"), ("content", "noindex")]);
            let name = &view.names.project.name;
            let unit = &view.case.unit.unit_no;
            html.leaf("title", "", &format!("{name} {unit} {title} {}", view.case.as_of));
            html.element("style", &[], |html| html.raw(STYLE));
        });
        html.element("body", &[], |html| html.element("main", &[], content));
    });
    html.finish()
}

fn header(html: &mut Html, view: &View<'_>, quote: Option<&Quote>) {
    let (lang, project) = (view.lang, &view.names.project);
    html.block("header", "", |html| {
        html.block("div", "", |html| {
            html.leaf("p", "brand", &project.name);
            html.leaf(
                "h1",
                "",
                match quote {
                    Some(_) => lang.say("置业计划", "Purchase plan"),
                    None => lang.say("付款方式对比", "Payment plans compared"),
                },
            );
        });
        html.block("dl", "dates", |html| {
            let mut fact = |label: &str, text: &str| {
                html.leaf("dt", "", label);
                html.leaf("dd", "", text);
            };
            if let Some(quote) = quote {
                let plan = &quote.plan;
                let name = words::name(lang, &plan.name, &plan.name_en);
                fact(lang.say("付款方式", "Payment plan"), name);
            }
            fact(lang.say("日期", "Date"), &view.case.as_of.to_string());
            if let Some(day) = view.signing() {
                fact(lang.say("约定签约", "Signing by"), &day.to_string());
            }
            if let Some(day) = quote.and_then(|quote| quote.valid_until) {
                fact(lang.say("有效期至", "Valid until"), &day.to_string());
            }
        });
    });
}

/// Says that the sheet must not be handed over.
fn draft(html: &mut Html, view: &View<'_>, broken: Option<Broken>) {
    let text = match broken {
        Some(Broken::Price) => view.lang.say(
            "草稿：价格未通过内部检查，不得交付客户",
            "Draft: the price has not passed internal checks and is not to be handed over",
        ),
        Some(Broken::Unit) => view.lang.say(
            "草稿：房源不在售，不得交付客户",
            "Draft: a unit is not on sale; this is not to be handed over",
        ),
        None => return,
    };
    html.leaf("p", "draft", text);
}

fn unit(html: &mut Html, view: &View<'_>) {
    let (lang, unit) = (view.lang, &view.case.unit);
    html.block("div", "unit", |html| {
        html.leaf("strong", "", &unit.unit_no);
        html.leaf("span", "", &view.unit().join(" · "));
        let metres = lang.say("㎡", "m²");
        let area = group(&unit.building_area.to_string());
        let mut text = format!("{} {area} {metres}", lang.say("建筑面积", "Building area"));
        if let Some(inside) = unit.inside_area {
            let inside = group(&inside.to_string());
            text.push_str(&match lang {
                Lang::Zh => format!(" · 套内 {inside} ㎡"),
                Lang::En => format!(" · inside {inside} m²"),
            });
        }
        html.leaf("span", "area", &text);
    });
}
