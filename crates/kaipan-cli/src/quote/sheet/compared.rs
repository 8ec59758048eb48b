//! The sheet of a comparison: a column a plan.

use super::super::terminal::MEASURES;
use super::super::{View, rate_remark};
use super::html::Html;
use super::parts::{head, section};
use crate::text::Say;
use kaipan::error::Lang;
use kaipan::number::Rate;
use kaipan::quote::{CompareResponse, ComparedQuote};

/// The table, and what it cannot hold.
pub(super) fn table(html: &mut Html, view: &View<'_>, rows: &CompareResponse, annual_rate: Rate) {
    let lang = view.lang;
    let shown: Vec<&ComparedQuote> = rows.rows.iter().filter(|row| row.figures.is_some()).collect();
    let title = lang.say("对比（元）", "Side by side (yuan)");
    section(html, title, lang.say("最低者加粗标色", "the lowest is bold"), |html| {
        html.block("div", "scroll", |html| {
            html.element("table", &[], |html| {
                let names: Vec<String> =
                    shown.iter().map(|row| view.plan_name(&row.plan)).collect();
                let mut titles = vec![""];
                titles.extend(names.iter().map(String::as_str));
                head(html, &titles);
                html.element("tbody", &[], |html| {
                    for measure in MEASURES {
                        html.element("tr", &[], |html| {
                            let name =
                                crate::quote::words::capital(lang.say(measure.zh, measure.en));
                            html.element("th", &[("scope", "row")], |html| html.text(&name));
                            for row in &shown {
                                let lowest =
                                    measure.marked.is_some_and(|one| row.lowest.contains(&one));
                                let text = row.figures.as_ref().map(measure.of);
                                let class = if lowest { "n low" } else { "n" };
                                html.leaf("td", class, &text.unwrap_or_default());
                            }
                        });
                    }
                });
            });
        });
        html.leaf("p", "remark", &rate_remark(lang, annual_rate));
        let refused = rows.rows.iter().filter(|row| row.figures.is_none());
        for row in refused {
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
