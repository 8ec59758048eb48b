//! What is to be paid and when: schedule, cash by date, fees.

use super::super::View;
use super::super::words;
use super::{heading, table};
use crate::grid::{Cell, Column, Grid};
use crate::layout::{clean, paragraph};
use crate::paint::Style;
use crate::text::{Say, aside};
use kaipan::error::Lang;
use kaipan::fee::Payer;
use kaipan::number::Money;
use kaipan::quote::{CashItem, Quote};

/// The payment schedule.
pub(super) fn schedule(view: &View<'_>, quote: &Quote) -> Vec<String> {
    let (lang, schedule) = (view.lang, &quote.schedule);
    let plan = view.plan(&quote.plan.code);
    let mut grid = Grid::new(vec![
        Column::text(lang.say("款项", "payment")),
        Column::text(lang.say("应付日", "due")),
        Column::number(lang.say("金额", "amount")),
        Column::number(lang.say("占比", "share")).optional(2),
        Column::text(lang.say("依据", "what it hangs on")).optional(1),
    ]);
    let shown = words::column(schedule.lines.iter().map(|line| line.amount));
    for line in &schedule.lines {
        let bank = words::is_loan(line);
        let own = if line.in_price { Style::Plain } else { Style::Dim };
        let style = if bank { Style::Dim } else { own };
        let due = line.due.map(|due| due.to_string());
        let mark = if line.provisional { "*" } else { "" };
        let share = if line.in_price { words::percent(line.share) } else { String::new() };
        grid.row(vec![
            Cell::new(words::name(lang, &line.name, &line.name_en), style),
            Cell::new(format!("{}{mark}", due.as_deref().unwrap_or("—")), style),
            Cell::new(shown(line.amount), style),
            Cell::new(share, style),
            Cell::new(words::basis(lang, line, plan), Style::Dim),
        ]);
    }
    grid.section("");
    for (title, amount, share) in [
        (lang.say("自有资金", "own funds"), schedule.own_funds, schedule.own_ratio),
        (lang.say("贷款", "loans"), schedule.loan_total, schedule.loan_ratio),
    ] {
        if !amount.is_zero() {
            let cells = [title.to_owned(), String::new(), shown(amount), words::percent(share)];
            let mut cells: Vec<Cell> = cells.into_iter().map(Cell::from).collect();
            cells.push(Cell::default());
            grid.row(cells);
        }
    }
    let total =
        [lang.say("合同总价", "contract total").to_owned(), String::new(), shown(schedule.total)];
    let mut cells: Vec<Cell> = total.into_iter().map(|text| Cell::new(text, Style::Bold)).collect();
    cells.extend([Cell::default(), Cell::default()]);
    grid.row(cells);
    let mut lines = heading(view, lang.say("付款计划（元）", "Payments (yuan)"));
    lines.extend(table(view, &grid));
    if schedule.lines.iter().any(|line| line.provisional) {
        let text = lang.say(
            "* 按计划日期，事件发生后以实际日期为准",
            "* by the planned date; the real one counts once it is known",
        );
        lines.extend(dim(view, text));
    }
    lines
}

/// The buyer's own cash by date.
pub(super) fn cash(view: &View<'_>, quote: &Quote) -> Vec<String> {
    let lang = view.lang;
    let mut grid = Grid::new(vec![
        Column::text(lang.say("日期", "date")),
        Column::number(lang.say("需备", "needed")),
        Column::number(lang.say("累计", "in all")).optional(1),
        Column::text(lang.say("用于", "for")),
    ]);
    let shown = words::column(quote.cash.iter().map(|need| need.amount));
    for need in &quote.cash {
        let due = need.due.map(|due| due.to_string());
        grid.row(vec![
            due.unwrap_or_else(|| lang.say("日期未定", "no date yet").to_owned()).into(),
            shown(need.amount).into(),
            Cell::new(shown(need.cumulative), Style::Dim),
            items(lang, &need.items).into(),
        ]);
    }
    let mut lines = heading(view, lang.say("自有资金安排（元）", "Cash needed (yuan)"));
    lines.extend(table(view, &grid));
    lines
}

/// What cash is for, each name once.
pub(in crate::quote) fn items(lang: Lang, items: &[CashItem]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for item in items {
        let name = words::name(lang, &item.name, &item.name_en);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(lang.say("、", ", "))
}

/// Fees and taxes.
pub(super) fn fees(view: &View<'_>, quote: &Quote) -> Vec<String> {
    let lang = view.lang;
    let Some(fees) = &quote.fees else { return Vec::new() };
    let mut grid = Grid::new(vec![
        Column::text(lang.say("税费", "fee")),
        Column::number(lang.say("金额", "amount")),
        Column::text(lang.say("应付日", "due")).optional(1),
        Column::text(lang.say("计算", "how")),
    ]);
    let buyers = || fees.lines.iter().filter(|line| line.payer == Payer::Buyer);
    let shown = words::column(buyers().map(|line| line.amount));
    for line in buyers() {
        let due = line.due.map(|due| due.to_string());
        grid.row(vec![
            words::name(lang, &line.name, &line.name_en).into(),
            shown(line.amount).into(),
            due.unwrap_or_else(|| "—".to_owned()).into(),
            Cell::new(
                clean(&words::fee_basis(lang, line, !view.case.attached.is_empty())),
                Style::Dim,
            ),
        ]);
    }
    grid.section("");
    grid.row(vec![
        Cell::new(lang.say("合计", "total"), Style::Bold),
        Cell::new(shown(fees.buyer_total), Style::Bold),
        Cell::default(),
        Cell::default(),
    ]);
    let mut lines = heading(view, lang.say("客户税费（元）", "Fees and taxes of the buyer (yuan)"));
    lines.extend(table(view, &grid));
    let vat = &fees.vat;
    let text = format!(
        "{}{}",
        match lang {
            Lang::Zh => format!("合同总价不含税 {}", words::yuan(lang, vat.ex_vat)),
            Lang::En => format!("contract total without VAT {}", words::yuan(lang, vat.ex_vat)),
        },
        aside(lang, &format!("{} {}", lang.say("增值税", "VAT"), words::exact_percent(vat.rate)))
    );
    lines.extend(dim(view, &text));
    if fees.seller_total != Money::ZERO {
        let amount = words::yuan(lang, fees.seller_total);
        let text = match lang {
            Lang::Zh => format!("卖方另承担 {amount}"),
            Lang::En => format!("the seller pays {amount} besides"),
        };
        lines.extend(dim(view, &text));
    }
    lines
}

fn dim(view: &View<'_>, text: &str) -> Vec<String> {
    let lines = paragraph("", text, view.width);
    lines.iter().map(|line| view.paint.on(Style::Dim, line)).collect()
}
