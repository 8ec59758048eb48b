//! The page of a statement.

use super::super::View;
use super::super::subject::Subject;
use super::super::sums::shown;
use super::{figures, page};
use crate::html::Html;
use crate::layout::amount;
use crate::quote::sheet::parts::{head, row, section};
use crate::text::Say;
use kaipan::ledger::LedgerStatement;
use kaipan::money::LedgerAccount;

/// The statement: figures, receivables, what happened, where the money lies, signatures.
pub(crate) fn statement(view: &View<'_>, subject: &Subject, statement: &LedgerStatement) -> String {
    let lang = view.lang;
    let mut facts = vec![
        (lang.say("对象", "About"), view.subject(subject)),
        (lang.say("截至", "As of"), statement.as_of.to_string()),
    ];
    facts.extend(view.known_at().map(|known| (lang.say("当时所知", "As known"), known)));
    page(view, lang.say("对账单", "Statement of account"), &facts, |html| {
        for (id, text) in view.facts(statement) {
            html.block("div", "unit", |html| {
                html.leaf("strong", "", id);
                html.leaf("span", "", &text);
            });
        }
        let all = view.figures(statement);
        figures(html, &all, lang.say("未收", "outstanding"));
        receivables(html, view, statement);
        happened(html, view, statement);
        accounts(html, view, statement);
        footer(html, view);
    })
}

fn receivables(html: &mut Html, view: &View<'_>, statement: &LedgerStatement) {
    let lang = view.lang;
    if statement.receivables.is_empty() {
        return;
    }
    section(html, lang.say("应收款", "Receivables"), lang.say("元", "yuan"), |html| {
        html.block("table", "", |html| {
            head(
                html,
                &[
                    lang.say("款项", "Item"),
                    lang.say("到期日", "Due"),
                    lang.say("应收", "Receivable"),
                    lang.say("已收", "Received"),
                    lang.say("减免", "Waived"),
                    lang.say("未收", "Outstanding"),
                    lang.say("逾期天数", "Days overdue"),
                ],
            );
            html.element("tbody", &[], |html| {
                let mut before = None;
                for one in &statement.receivables {
                    if statement.deals.len() > 1 && before != Some(&one.deal) {
                        row(html, "deal", &one.deal, "", &[]);
                        before = Some(&one.deal);
                    }
                    let due = one
                        .due
                        .map_or(lang.say("未定", "open").to_owned(), |day| day.to_string());
                    let is_late = one.days_overdue > 0;
                    let days = if is_late { one.days_overdue.to_string() } else { String::new() };
                    let (charged, received) = (shown(one.amount), shown(one.received));
                    let (waived, open) = (shown(one.waived), shown(one.outstanding));
                    let cells = [&due, &charged, &received, &waived, &open, &days];
                    let class = if is_late { "late" } else { "" };
                    row(html, class, &view.called(one), "", &cells.map(String::as_str));
                }
            });
            html.element("tfoot", &[], |html| {
                let sums = [
                    String::new(),
                    shown(statement.charged),
                    shown(statement.received),
                    shown(statement.waived),
                    shown(statement.outstanding),
                    String::new(),
                ];
                let sums = sums.each_ref().map(String::as_str);
                row(html, "", lang.say("合计", "Total"), "", &sums);
            });
        });
    });
}

fn happened(html: &mut Html, view: &View<'_>, statement: &LedgerStatement) {
    let lang = view.lang;
    let remark = lang
        .say("余额为正是客户所欠，为负是客户多付", "a balance above zero is owed by the customer");
    html.block("section", "long", |html| {
        html.block("h2", "", |html| {
            html.text(lang.say("明细", "What happened"));
            html.leaf("small", "", remark);
        });
        html.block("table", "fine", |html| {
            html.element("thead", &[], |html| {
                html.element("tr", &[], |html| {
                    let titles = [
                        (lang.say("日期", "Date"), ""),
                        (lang.say("事项", "What"), ""),
                        (lang.say("摘要", "About"), ""),
                        (lang.say("票据", "Voucher"), ""),
                        (lang.say("应收", "Charged"), "n"),
                        (lang.say("收付", "Received"), "n"),
                        (lang.say("余额", "Balance"), "n"),
                    ];
                    for (title, class) in titles {
                        html.leaf("th", class, title);
                    }
                });
            });
            html.element("tbody", &[], |html| {
                for line in view.told_lines(&statement.lines) {
                    let class = if line.reversed_by.is_some() { "taken-back" } else { "" };
                    html.block("tr", class, |html| {
                        html.leaf("th", "w", &line.date.to_string());
                        html.leaf("td", "w", view.happened(line));
                        html.leaf("td", "", &view.about(line));
                        html.leaf("td", "w", view.voucher(line));
                        html.leaf("td", "n", &shown(line.charged));
                        html.leaf("td", "n", &shown(line.received));
                        html.leaf("td", "n", &amount(line.balance));
                    });
                }
            });
        });
    });
}

/// Where the money of the statement lies.
fn accounts(html: &mut Html, view: &View<'_>, statement: &LedgerStatement) {
    let lang = view.lang;
    let banks = statement.accounts.iter();
    let banks: Vec<_> =
        banks.filter(|one| matches!(one.account, LedgerAccount::Bank { .. })).collect();
    if banks.is_empty() {
        return;
    }
    section(
        html,
        lang.say("款项所在账户", "Where the money lies"),
        lang.say("元", "yuan"),
        |html| {
            html.block("table", "", |html| {
                head(
                    html,
                    &[
                        lang.say("账户、款项", "Account, item"),
                        lang.say("收入", "Received"),
                        lang.say("付出", "Paid out"),
                    ],
                );
                html.element("tbody", &[], |html| {
                    for one in banks {
                        let [received, paid] = super::super::sums::sides(one.amount);
                        let item = view.item(&one.item);
                        row(html, "", &view.account(&one.account), &item, &[&received, &paid]);
                    }
                });
            });
        },
    );
}

fn footer(html: &mut Html, view: &View<'_>) {
    let lang = view.lang;
    html.block("footer", "", |html| {
        let text = lang.say(
            "请核对以上款项；如有不符，请与我们联系。",
            "Please check these figures, and tell us if something differs.",
        );
        html.leaf("p", "remark", text);
        html.block("div", "stamps", |html| {
            html.leaf("div", "", lang.say("客户确认", "Confirmed by the customer"));
            html.leaf("div", "", lang.say("财务盖章", "Finance"));
        });
    });
}
