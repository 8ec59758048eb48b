//! A statement of account, or the sums of a project, as a page to print: A4, without scripts and without
//! requests, in the manner of the purchase plan.

mod statement;
mod summary;

pub(super) use statement::statement;
pub(super) use summary::summary;

use super::View;
use crate::html::Html;
use crate::layout::amount;
use crate::quote::sheet::{POLICY, STYLE};
use crate::text::Say;
use kaipan::number::Money;

const OWN_STYLE: &str = include_str!("style.css");

/// The page with its title, its brand and the facts beside it.
fn page(
    view: &View<'_>,
    title: &str,
    facts: &[(&str, String)],
    content: impl FnOnce(&mut Html),
) -> String {
    let lang = view.lang;
    let brand = project(view);
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
            let about = facts.first().map(|(_, text)| text.as_str()).unwrap_or_default();
            html.leaf("title", "", &format!("{brand} {title} {about}"));
            html.element("style", &[], |html| {
                html.raw(STYLE);
                html.raw(OWN_STYLE);
            });
        });
        html.element("body", &[], |html| {
            html.element("main", &[], |html| {
                html.block("header", "", |html| {
                    html.block("div", "", |html| {
                        html.leaf("p", "brand", &brand);
                        html.leaf("h1", "", title);
                    });
                    html.block("dl", "dates", |html| {
                        for (label, text) in facts {
                            html.leaf("dt", "", label);
                            html.leaf("dd", "", text);
                        }
                    });
                });
                content(html);
            });
        });
    });
    html.finish()
}

/// The projects of the record by name.
fn project(view: &View<'_>) -> String {
    let projects = view.record.projects.iter();
    view.listed(projects.map(|(code, name)| name.as_deref().unwrap_or(code).to_owned()))
}

/// Figures side by side; the one that counts stands out.
fn figures(html: &mut Html, figures: &[(&str, Money)], main: &str) {
    let class = if figures.len() > 4 { "figures three" } else { "figures" };
    html.block("dl", class, |html| {
        for (label, sum) in figures {
            html.block("div", if *label == main { "main" } else { "" }, |html| {
                html.leaf("dt", "", label);
                html.leaf("dd", "", &amount(sum));
            });
        }
    });
}
