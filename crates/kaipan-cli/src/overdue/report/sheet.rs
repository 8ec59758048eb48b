//! The report as a page to print, A4 across.

use super::OverdueReport;
use super::list::{called, overdue};
use crate::html::Html;
use crate::layout::amount;
use crate::overdue::arrears::Arrears;
use crate::overdue::page::page as framed;
use crate::overdue::policies::{Policies, Used};
use crate::overdue::{View, words};
use crate::text::Say;
use kaipan::error::Lang;
use kaipan::number::Money;
use kaipan::overdue::{AgingReport, AgingRow};
use std::path::Path;

const STYLE: &str = include_str!("style.css");

/// The page.
pub(super) fn page(
    view: &View,
    arrears: &Arrears,
    report: &OverdueReport,
    policies: &Policies,
    policy: Option<&Path>,
) -> String {
    let lang = view.lang;
    let name = lang.say("账龄与逾期", "What is owed");
    let title = format!("{name} {}", arrears.day);
    framed(view, &title, STYLE, |html| {
        html.element("main", &[], |html| {
            html.block("header", "", |html| {
                html.leaf("h1", "", name);
                html.leaf("p", "", &arrears.day.to_string());
            });
            let used = [Used::LateFee, Used::Termination, Used::Buckets];
            html.block("dl", "", |html| {
                for (name, text) in policies.used(policy, &used, lang) {
                    html.leaf("dt", "", name);
                    html.leaf("dd", "", &text);
                }
            });
            for table in &report.aging.tables {
                html.leaf("h2", "", words::dimension(lang, table.by));
                aging(html, view, &report.aging, &table.rows);
            }
            html.leaf("h2", "", lang.say("逾期明细", "Overdue"));
            list(html, view, arrears, report);
            rights(html, view, arrears, report);
        });
    })
}

fn aging(html: &mut Html, view: &View, report: &AgingReport, rows: &[AgingRow]) {
    let lang = view.lang;
    html.element("table", &[], |html| {
        html.element("thead", &[], |html| {
            html.element("tr", &[], |html| {
                html.leaf("th", "", "");
                html.leaf("th", "n", lang.say("未到期", "not due"));
                for bucket in &report.columns {
                    html.leaf("th", "n", &words::bucket(lang, bucket));
                }
                html.leaf("th", "n", lang.say("未定日期", "undated"));
                html.leaf("th", "n", lang.say("欠款合计", "owed"));
                html.leaf("th", "n", lang.say("预收款", "prepaid"));
                html.leaf("th", "n", lang.say("最长逾期", "most days"));
            });
        });
        html.element("tbody", &[], |html| {
            for row in rows {
                line(html, words::row_name(lang, row), row);
            }
        });
        html.element("tfoot", &[], |html| line(html, lang.say("合计", "total"), &report.total));
    });
}

fn line(html: &mut Html, name: &str, row: &AgingRow) {
    html.element("tr", &[], |html| {
        html.leaf("td", "", name);
        html.leaf("td", "n", &shown(row.not_due));
        for bucket in &row.buckets {
            html.leaf("td", "n late", &shown(*bucket));
        }
        html.leaf("td", "n", &shown(row.undated));
        html.leaf("td", "n", &shown(row.outstanding));
        html.leaf("td", "n", &shown(row.prepayment));
        let days =
            if row.overdue_days == 0 { "–".to_owned() } else { row.overdue_days.to_string() };
        html.leaf("td", "n", &days);
    });
}

fn shown(money: Money) -> String {
    if money.is_zero() { "–".to_owned() } else { amount(money) }
}

fn list(html: &mut Html, view: &View, arrears: &Arrears, report: &OverdueReport) {
    let lang = view.lang;
    let late = overdue(&report.assessment);
    if late.is_empty() {
        html.leaf("p", "", lang.say("没有逾期", "nothing is overdue"));
        return;
    }
    let deals = arrears.by_deal();
    html.element("table", &[], |html| {
        html.element("thead", &[], |html| {
            html.element("tr", &[], |html| {
                for (zh, en) in [
                    ("房号", "unit"),
                    ("业主", "buyer"),
                    ("置业顾问", "agent"),
                    ("款项", "item"),
                    ("应付日期", "due"),
                ] {
                    html.leaf("th", "", lang.say(zh, en));
                }
                for (zh, en) in [
                    ("逾期天数", "days"),
                    ("应收", "amount"),
                    ("已付", "paid"),
                    ("欠款", "owed"),
                    ("违约金", "late fee"),
                ] {
                    html.leaf("th", "n", lang.say(zh, en));
                }
            });
        });
        html.element("tbody", &[], |html| {
            for claim in late {
                let deal = deals.get(&claim.deal).copied();
                html.element("tr", &[], |html| {
                    let unit = deal.and_then(|deal| deal.unit_no.as_ref()).unwrap_or(&claim.deal);
                    html.leaf("td", "", unit);
                    let owner = deal.and_then(|deal| deal.owner.as_ref());
                    html.leaf("td", "", owner.map_or("", |owner| owner.as_str()));
                    let agent = deal.and_then(|deal| deal.agent.as_ref());
                    html.leaf("td", "", agent.map_or("", |agent| agent.as_str()));
                    html.leaf("td", "", &called(lang, arrears, claim));
                    let due = claim.due.map(|due| due.to_string()).unwrap_or_default();
                    html.leaf("td", "", &due);
                    html.leaf("td", "n late", &claim.overdue_days.to_string());
                    for money in [claim.amount, claim.paid, claim.outstanding, claim.late_fee] {
                        html.leaf("td", "n", &shown(money));
                    }
                });
            }
        });
    });
}

fn rights(html: &mut Html, view: &View, arrears: &Arrears, report: &OverdueReport) {
    let lang = view.lang;
    let those = report.assessment.deals.iter().filter(|deal| !deal.termination.is_empty());
    let those: Vec<_> = those.collect();
    if those.is_empty() {
        return;
    }
    html.leaf(
        "h2",
        "",
        lang.say("可以解除合同（由人决定）", "Contracts that may be ended, if somebody so decides"),
    );
    let deals = arrears.by_deal();
    html.element("table", &[], |html| {
        html.element("tbody", &[], |html| {
            for deal in those {
                let unit = deals.get(&deal.deal).and_then(|one| one.unit_no.as_ref());
                for flag in &deal.termination {
                    html.element("tr", &[], |html| {
                        html.leaf("td", "", unit.unwrap_or(&deal.deal));
                        html.leaf("td", "", lang.say(&flag.zh, &flag.en));
                        let since = flag.since;
                        let since = match lang {
                            Lang::Zh => format!("自 {since} 起"),
                            Lang::En => format!("since {since}"),
                        };
                        html.leaf("td", "", &since);
                        html.leaf("td", "n", &amount(flag.unpaid));
                    });
                }
            }
        });
    });
}
