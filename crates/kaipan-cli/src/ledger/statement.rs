//! A statement of account in the terminal.

use super::subject::Subject;
use super::sums::shown;
use super::{View, sums};
use crate::grid::{Cell, Column, Grid};
use crate::layout::{amount, clean, facts, heading, paragraph};
use crate::paint::Style;
use crate::text::Say;
use kaipan::deal::Deal;
use kaipan::error::{Lang, Severity};
use kaipan::ledger::LedgerStatement;
use kaipan::money::LedgerAccount;

/// Title, figures, receivables, what happened, money that is there, accounts.
pub(super) fn drawn(
    view: &View<'_>,
    subject: &Subject,
    statement: &LedgerStatement,
) -> Vec<String> {
    let (of, on) = (view.subject(subject), statement.as_of);
    let title = match view.lang {
        Lang::Zh => format!("对账单  {of}  截至 {on}"),
        Lang::En => format!("Statement of account  {of}  as of {on}"),
    };
    let mut lines: Vec<String> = paragraph("", &clean(&title), view.width);
    lines = lines.iter().map(|line| view.paint.on(Style::Bold, line)).collect();
    lines.extend(view.known());
    lines.extend(facts(&view.facts(statement), view.width));
    lines.extend(figures(view, statement));
    lines.extend(receivables(view, statement));
    lines.extend(happened(view, statement));
    lines.extend(money(view, statement));
    lines.extend(accounts(view, statement));
    lines
}

impl View<'_> {
    /// What the statement is about.
    pub(super) fn subject(&self, subject: &Subject) -> String {
        match (self.lang, subject) {
            (Lang::Zh, Subject::Deal(deal)) => format!("交易“{deal}”"),
            (Lang::En, Subject::Deal(deal)) => format!("deal \"{deal}\""),
            (_, Subject::Customer(id, _)) => {
                let name = self.record.customers.get(id).map(|one| one.name.as_str());
                match (self.lang, name) {
                    (Lang::Zh, Some(name)) => format!("客户 {name}（{id}）"),
                    (Lang::En, Some(name)) => format!("customer {name} ({id})"),
                    (Lang::Zh, None) => format!("客户“{id}”"),
                    (Lang::En, None) => format!("customer \"{id}\""),
                }
            }
            (Lang::Zh, Subject::Unit(unit, _)) => format!("房间“{unit}”"),
            (Lang::En, Subject::Unit(unit, _)) => format!("unit \"{unit}\""),
        }
    }

    /// Every deal of a statement as it was on its day: its unit, its buyers, its contract total.
    pub(super) fn facts(&self, statement: &LedgerStatement) -> Vec<(&str, String)> {
        let deals = statement.deals.iter();
        let known = deals.filter_map(|id| self.record.deals.get_key_value(id));
        let fact = |deal: &Deal| {
            let buyers = deal.buyers.iter().map(|buyer| {
                let named = self.record.customers.get(&buyer.customer);
                named.map_or(buyer.customer.as_str(), |one| one.name.as_str()).to_owned()
            });
            let mut parts: Vec<String> = deal.unit_no.iter().map(ToString::to_string).collect();
            parts.push(self.listed(buyers));
            if let Ok(Some(total)) = deal.contract_total() {
                let total = amount(total);
                parts.push(match self.lang {
                    Lang::Zh => format!("合同总价 {total} 元"),
                    Lang::En => format!("contract total {total} yuan"),
                });
            }
            parts.push(self.standing(deal).to_owned());
            parts.retain(|part| !part.is_empty());
            parts.join(" · ")
        };
        known.map(|(id, one)| (id.as_str(), fact(&one.on(statement.as_of)))).collect()
    }

    /// How far a deal has come.
    fn standing(&self, deal: &Deal) -> &'static str {
        match deal.active() {
            Some(document) => self.lang.say(document.kind.chinese(), document.kind.english()),
            None if deal.is_ended() => self.lang.say("已终止", "ended"),
            None => "",
        }
    }
}

fn figures(view: &View<'_>, statement: &LedgerStatement) -> Vec<String> {
    let text = view.figures(statement).into_iter();
    let text: Vec<String> = text.map(|(label, sum)| format!("{label} {}", amount(sum))).collect();
    let style = match statement.overdue.is_positive() {
        true => Style::Of(Severity::Warning),
        false => Style::Plain,
    };
    let mut lines = vec![String::new()];
    let drawn = paragraph("", &text.join("  "), view.width);
    lines.extend(drawn.iter().map(|line| view.paint.on(style, line)));
    lines
}

fn receivables(view: &View<'_>, statement: &LedgerStatement) -> Vec<String> {
    let lang = view.lang;
    let mut lines = heading(lang.say("应收款（元）", "Receivables (yuan)"), view.width, view.paint);
    if statement.receivables.is_empty() {
        lines.push(lang.say("  没有应收款", "  nothing is receivable").to_owned());
        return lines;
    }
    let mut grid = Grid::new(vec![
        Column::text(lang.say("款项", "item")),
        Column::text(lang.say("到期日", "due")),
        Column::number(lang.say("应收", "receivable")),
        Column::number(lang.say("减免", "waived")).optional(1),
        Column::number(lang.say("已收", "received")),
        Column::number(lang.say("未收", "outstanding")),
        Column::number(lang.say("逾期天数", "days overdue")).optional(2),
    ]);
    let mut before = None;
    for one in &statement.receivables {
        if statement.deals.len() > 1 && before != Some(&one.deal) {
            grid.section(&clean(&one.deal));
            before = Some(&one.deal);
        }
        let due = one.due.map(|day| day.to_string());
        let due = due.unwrap_or_else(|| lang.say("未定", "open").to_owned());
        let is_late = one.days_overdue > 0;
        let style = if is_late { Style::Of(Severity::Warning) } else { Style::Plain };
        let days = if is_late { one.days_overdue.to_string() } else { String::new() };
        grid.row(vec![
            Cell::new(view.called(one), style),
            Cell::new(due, style),
            Cell::new(shown(one.amount), style),
            Cell::new(shown(one.waived), style),
            Cell::new(shown(one.received), style),
            Cell::new(shown(one.outstanding), style),
            Cell::new(days, style),
        ]);
    }
    grid.section("");
    let sum = |sum| Cell::new(shown(sum), Style::Bold);
    grid.row(vec![
        Cell::new(lang.say("合计", "total"), Style::Bold),
        "".into(),
        sum(statement.charged),
        sum(statement.waived),
        sum(statement.received),
        sum(statement.outstanding),
    ]);
    lines.extend(view.grid(&grid));
    lines
}

fn happened(view: &View<'_>, statement: &LedgerStatement) -> Vec<String> {
    let lang = view.lang;
    let title = lang.say(
        "明细（元；余额为正是客户所欠）",
        "What happened (yuan; a balance above zero is owed by the customer)",
    );
    let mut lines = heading(title, view.width, view.paint);
    let mut grid = Grid::new(vec![
        Column::text(lang.say("日期", "date")),
        Column::text(lang.say("事项", "what")),
        Column::text(lang.say("摘要", "about")),
        Column::text(lang.say("票据", "voucher")).optional(2),
        Column::text(lang.say("账户", "account")).optional(1),
        Column::number(lang.say("应收", "charged")),
        Column::number(lang.say("收付", "received")),
        Column::number(lang.say("余额", "balance")),
    ]);
    for line in view.told_lines(&statement.lines) {
        let style = if line.reversed_by.is_some() { Style::Dim } else { Style::Plain };
        grid.row(vec![
            Cell::new(line.date.to_string(), style),
            Cell::new(view.happened(line), style),
            Cell::new(view.about(line), style),
            Cell::new(view.voucher(line), style),
            Cell::new(view.bank(line), style),
            Cell::new(shown(line.charged), style),
            Cell::new(shown(line.received), style),
            Cell::new(amount(line.balance), style),
        ]);
    }
    lines.extend(view.grid(&grid));
    lines
}

fn money(view: &View<'_>, statement: &LedgerStatement) -> Vec<String> {
    let lang = view.lang;
    if statement.money.is_empty() {
        return Vec::new();
    }
    let title = lang.say("在账的钱（元）", "Money that is there (yuan)");
    let mut lines = heading(title, view.width, view.paint);
    let mut grid = Grid::new(vec![
        Column::text(lang.say("款项", "item")),
        Column::number(lang.say("已核销", "applied")),
        Column::number(lang.say("预收", "in advance")),
    ]);
    for one in &statement.money {
        grid.row(vec![
            view.item(&one.item).into(),
            shown(one.applied).into(),
            shown(one.free).into(),
        ]);
    }
    lines.extend(view.grid(&grid));
    lines
}

/// Banks first: where the money lies.
fn accounts(view: &View<'_>, statement: &LedgerStatement) -> Vec<String> {
    let lang = view.lang;
    let title = lang.say("账户（元）", "Accounts (yuan)");
    let mut lines = heading(title, view.width, view.paint);
    let mut grid = Grid::new(vec![
        Column::text(lang.say("账户", "account")),
        Column::text(lang.say("款项", "item")),
        Column::number(lang.say("借方", "debit")),
        Column::number(lang.say("贷方", "credit")),
    ]);
    let is_bank = |account: &LedgerAccount| matches!(account, LedgerAccount::Bank { .. });
    let (banks, others): (Vec<_>, Vec<_>) =
        statement.accounts.iter().partition(|one| is_bank(&one.account));
    for one in banks.into_iter().chain(others) {
        let [debit, credit] = sums::sides(one.amount);
        let (account, item) = (view.account(&one.account), view.item(&one.item));
        grid.row(vec![account.into(), item.into(), debit.into(), credit.into()]);
    }
    lines.extend(view.grid(&grid));
    lines
}
