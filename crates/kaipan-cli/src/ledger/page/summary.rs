//! The page of the sums of a project.

use super::super::View;
use super::super::sums::{shown, sides};
use super::{figures, page};
use crate::html::Html;
use crate::quote::sheet::parts::{head, row, section};
use crate::text::Say;
use kaipan::ledger::LedgerSummary;

/// Figures, items, accounts.
pub(crate) fn summary(view: &View<'_>, summary: &LedgerSummary) -> String {
    let lang = view.lang;
    let mut facts = vec![
        (lang.say("截至", "As of"), summary.as_of.to_string()),
        (lang.say("交易", "Deals"), summary.deals.to_string()),
        (lang.say("有未收款", "Owing"), summary.owing.to_string()),
    ];
    facts.extend(view.known_at().map(|known| (lang.say("当时所知", "As known"), known)));
    page(view, lang.say("台账汇总", "Ledger"), &facts, |html| {
        let all = [
            (lang.say("应收", "receivable"), summary.charged),
            (lang.say("已收", "received"), summary.received),
            (lang.say("未收", "outstanding"), summary.outstanding),
            (lang.say("其中逾期", "of it overdue"), summary.overdue),
        ];
        figures(html, &all, lang.say("未收", "outstanding"));
        items(html, view, summary);
        accounts(html, view, summary);
    })
}

fn items(html: &mut Html, view: &View<'_>, summary: &LedgerSummary) {
    let lang = view.lang;
    section(html, lang.say("各款项", "Items"), lang.say("元", "yuan"), |html| {
        html.block("table", "", |html| {
            head(
                html,
                &[
                    lang.say("款项", "Item"),
                    lang.say("应收", "Receivable"),
                    lang.say("减免", "Waived"),
                    lang.say("已收", "Received"),
                    lang.say("未收", "Outstanding"),
                    lang.say("其中逾期", "Overdue"),
                    lang.say("预收", "In advance"),
                    lang.say("应退", "Due back"),
                ],
            );
            html.element("tbody", &[], |html| {
                for one in &summary.items {
                    let sums = [
                        one.charged,
                        one.waived,
                        one.received,
                        one.outstanding,
                        one.overdue,
                        one.prepaid,
                        one.refund_due,
                    ];
                    let sums = sums.map(shown);
                    let sums = sums.each_ref().map(String::as_str);
                    row(html, "", &view.item(&one.item), "", &sums);
                }
            });
            html.element("tfoot", &[], |html| {
                let sums = [
                    summary.charged,
                    summary.waived,
                    summary.received,
                    summary.outstanding,
                    summary.overdue,
                    summary.prepaid,
                    summary.refund_due,
                ];
                let sums = sums.map(shown);
                let sums = sums.each_ref().map(String::as_str);
                row(html, "", lang.say("合计", "Total"), "", &sums);
            });
        });
    });
}

fn accounts(html: &mut Html, view: &View<'_>, summary: &LedgerSummary) {
    let lang = view.lang;
    let title = lang.say("账户余额", "Accounts");
    section(html, title, lang.say("合计为零", "they come to zero"), |html| {
        html.block("table", "", |html| {
            let titles = [("账户", "Account"), ("借方", "Debit"), ("贷方", "Credit")];
            head(html, &titles.map(|(zh, en)| lang.say(zh, en)));
            html.element("tbody", &[], |html| {
                for one in &summary.accounts {
                    let [debit, credit] = sides(one.amount);
                    row(html, "", &view.account(&one.account), "", &[&debit, &credit]);
                }
            });
        });
    });
}
