//! The ledger of a project in the terminal: item by item, account by account.

use super::sums::{shown, sides};
use super::{View, posts};
use crate::grid::{Cell, Column, Grid};
use crate::layout::{clean, heading, paragraph};
use crate::paint::Style;
use crate::text::Say;
use kaipan::error::{Lang, Severity};
use kaipan::ledger::{LedgerItemSum, LedgerSummary};
use kaipan::number::Money;

/// Title, sums by item, accounts.
pub(super) fn drawn(view: &View<'_>, summary: &LedgerSummary) -> Vec<String> {
    let mut lines = title(view, summary);
    lines.extend(items(view, summary));
    lines.extend(accounts(view, summary));
    lines
}

fn title(view: &View<'_>, summary: &LedgerSummary) -> Vec<String> {
    let projects = view.record.projects.iter();
    let names = projects.map(|(code, name)| name.as_deref().unwrap_or(code).to_owned());
    let names: Vec<String> = names.collect();
    let names = names.join(view.lang.say("、", ", "));
    let (on, deals, owing) = (summary.as_of, summary.deals, summary.owing);
    let title = match view.lang {
        Lang::Zh => format!("台账汇总  {names}  截至 {on}"),
        Lang::En => format!("Ledger  {names}  as of {on}"),
    };
    let counted = posts::counted(view);
    let text = match view.lang {
        Lang::Zh => format!("{deals} 笔交易，{owing} 笔有未收款；{counted}"),
        Lang::En => format!("{deals} deals, {owing} with something outstanding; {counted}"),
    };
    let style = match view.record.refused.is_empty() {
        true => Style::Plain,
        false => Style::Of(Severity::Violation),
    };
    let drawn = paragraph("", &clean(&title), view.width);
    let mut lines: Vec<String> =
        drawn.iter().map(|line| view.paint.on(Style::Bold, line)).collect();
    lines.extend(view.known());
    let drawn = paragraph("", &text, view.width);
    lines.extend(drawn.iter().map(|line| view.paint.on(style, line)));
    lines
}

fn items(view: &View<'_>, summary: &LedgerSummary) -> Vec<String> {
    let lang = view.lang;
    let mut grid = Grid::new(vec![
        Column::text(lang.say("款项", "item")),
        Column::number(lang.say("应收", "receivable")),
        Column::number(lang.say("减免", "waived")).optional(1),
        Column::number(lang.say("已收", "received")),
        Column::number(lang.say("未收", "outstanding")),
        Column::number(lang.say("其中逾期", "overdue")).optional(3),
        Column::number(lang.say("预收", "in advance")).optional(4),
        Column::number(lang.say("应退", "due back")).optional(2),
    ]);
    let row = |name: String, style: Style, sums: [Money; 7]| {
        let name = std::iter::once(Cell::new(name, style));
        name.chain(sums.iter().map(|sum| Cell::new(shown(*sum), style))).collect()
    };
    let sums = |one: &LedgerItemSum| {
        let LedgerItemSum { charged, waived, received, outstanding, .. } = one;
        [*charged, *waived, *received, *outstanding, one.overdue, one.prepaid, one.refund_due]
    };
    for one in &summary.items {
        grid.row(row(view.item(&one.item), Style::Plain, sums(one)));
    }
    grid.section("");
    let LedgerSummary { charged, waived, received, outstanding, .. } = summary;
    let (overdue, prepaid, due) = (summary.overdue, summary.prepaid, summary.refund_due);
    let all = [*charged, *waived, *received, *outstanding, overdue, prepaid, due];
    grid.row(row(lang.say("合计", "total").to_owned(), Style::Bold, all));
    let mut lines = heading(lang.say("各款项（元）", "Items (yuan)"), view.width, view.paint);
    lines.extend(view.grid(&grid));
    lines
}

fn accounts(view: &View<'_>, summary: &LedgerSummary) -> Vec<String> {
    let lang = view.lang;
    let mut grid = Grid::new(vec![
        Column::text(lang.say("账户", "account")),
        Column::number(lang.say("借方", "debit")),
        Column::number(lang.say("贷方", "credit")),
    ]);
    for row in &summary.accounts {
        let [debit, credit] = sides(row.amount);
        grid.row(vec![view.account(&row.account).into(), debit.into(), credit.into()]);
    }
    let title = lang
        .say("试算平衡：各账户合计为零（元）", "Trial balance: the accounts come to zero (yuan)");
    let mut lines = heading(title, view.width, view.paint);
    lines.extend(view.grid(&grid));
    lines
}
