//! The price list as a page to print: what the project comes to, the plan of each building, what
//! was found.

pub(crate) mod findings;
mod plan;
pub(crate) mod tables;

use super::priced::Priced;
use super::report;
use crate::html::Html;
use crate::text::{Say, aside};
use kaipan::error::Lang;

/// Nothing but the page's own style is loaded.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
const STYLE: &str = include_str!("style.css");

/// The page.
pub(crate) fn write(priced: &Priced<'_>) -> String {
    let lang = priced.lang;
    let title = lang.say("价格表", "Price list");
    let date = priced.date.map(|date| aside(lang, &date.to_string())).unwrap_or_default();
    document(lang, &priced.names.project.name, &format!("{title}{date}"), |html| {
        cover(html, priced);
        for (building, rows) in priced.buildings() {
            plan::write(html, priced, building, &rows);
        }
        findings::write(html, lang, &priced.table.findings);
    })
}

/// A page about a project: its head, and what `content` writes below it.
pub(crate) fn document(
    lang: Lang,
    project: &str,
    title: &str,
    content: impl FnOnce(&mut Html),
) -> String {
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
            html.leaf("title", "", &format!("{project} {title}"));
            html.element("style", &[], |html| html.raw(STYLE));
        });
        html.element("body", &[], |html| {
            html.element("main", &[], |html| {
                html.block("header", "", |html| {
                    html.leaf("h1", "", project);
                    html.leaf("p", "", title);
                });
                content(html);
            });
        });
    });
    html.finish()
}

fn cover(html: &mut Html, priced: &Priced<'_>) {
    html.block("dl", "figures", |html| {
        for (title, figure) in report::figures(priced) {
            html.block("div", "", |html| {
                html.leaf("dt", "", title);
                html.leaf("dd", "", &tables::shown(&figure));
            });
        }
    });
    html.block("dl", "facts", |html| {
        for (label, text) in report::facts(priced) {
            html.leaf("dt", "", label);
            html.leaf("dd", "", &text);
        }
    });
    for one in report::summaries(priced).iter().chain(&report::targets(priced)) {
        tables::write(html, one);
    }
    html.block("div", "pair", |html| {
        tables::write(html, &report::states(priced));
        tables::write(html, &report::findings(priced));
    });
}
