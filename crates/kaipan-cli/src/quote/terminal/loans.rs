//! The loans: terms, monthly payments, and principal and interest year by year.

use super::super::View;
use super::super::words::{self, yuan};
use super::{heading, table};
use crate::grid::{Cell, Column, Grid};
use crate::layout::{amount, clean, left, right, spaces, width};
use crate::paint::Style;
use crate::text::Say;
use kaipan::payment::MoneyItem;
use kaipan::quote::{LoanYear, Quote};

/// Rows of the picture.
const HEIGHT: usize = 6;

/// The loans, if there are any.
pub(super) fn lines(view: &View<'_>, quote: &Quote) -> Vec<String> {
    let lang = view.lang;
    if quote.loans.is_empty() {
        return caps(view, quote);
    }
    let mut grid = Grid::new(vec![
        Column::text(lang.say("贷款", "loan")),
        Column::number(lang.say("金额", "amount")),
        Column::number(lang.say("期限", "term")).optional(4),
        Column::number(lang.say("年利率", "rate")),
        Column::text(lang.say("还款方式", "repaid")).optional(1),
        Column::number(lang.say("首月月供", "first month")),
        Column::number(lang.say("末月月供", "last month")).optional(2),
        Column::number(lang.say("利息合计", "interest")).optional(3),
    ]);
    let amounts = quote
        .loans
        .iter()
        .flat_map(|loan| [loan.first_payment, loan.last_payment, loan.total_interest]);
    let shown = words::column(amounts);
    for loan in &quote.loans {
        grid.row(vec![
            words::loan_name(lang, quote, loan).into(),
            amount(loan.principal).into(),
            words::term(lang, loan.months).into(),
            words::exact_percent(loan.annual_rate).into(),
            Cell::new(words::repayment(lang, loan.repayment), Style::Dim),
            shown(loan.first_payment).into(),
            Cell::new(shown(loan.last_payment), Style::Dim),
            shown(loan.total_interest).into(),
        ]);
    }
    if quote.loans.len() > 1 {
        let bold = |text: String| Cell::new(text, Style::Bold);
        let sum = |money: Option<kaipan::number::Money>| bold(money.map(shown).unwrap_or_default());
        grid.section("");
        grid.row(vec![
            bold(lang.say("合计", "together").to_owned()),
            bold(amount(quote.schedule.loan_total)),
            Cell::default(),
            Cell::default(),
            Cell::default(),
            sum(quote.monthly_payment),
            Cell::default(),
            sum(quote.total_interest),
        ]);
    }
    let mut lines = heading(view, lang.say("贷款（元）", "Loans (yuan)"));
    lines.extend(table(view, &grid));
    lines.extend(caps(view, quote));
    lines.extend(picture(view, &quote.loan_years));
    lines
}

/// Every cap of the loans that have caps by name; of each loan the least binds.
fn caps(view: &View<'_>, quote: &Quote) -> Vec<String> {
    let lang = view.lang;
    let all = &quote.schedule.loan_caps;
    if all.is_empty() {
        return Vec::new();
    }
    let mut grid = Grid::new(vec![
        Column::text(lang.say("贷款上限", "cap of a loan")),
        Column::text(lang.say("名称", "name")),
        Column::number(lang.say("金额", "amount")),
        Column::text(""),
        Column::text(lang.say("依据", "by")).optional(1),
    ]);
    for cap in all {
        let loan = match cap.item {
            MoneyItem::FundLoan => lang.say("公积金贷款", "provident fund loan"),
            _ => lang.say("商业贷款", "commercial loan"),
        };
        let amount = match &cap.amount {
            Some(amount) => words::price(amount),
            None => words::open(lang).to_owned(),
        };
        let (mark, style) = match cap.binds {
            true => (lang.say("最低，以此为限", "least, binds"), Style::Bold),
            false => ("", Style::Plain),
        };
        grid.row(vec![
            Cell::new(loan, style),
            Cell::new(clean(words::name(lang, &cap.name, &cap.name_en)), style),
            Cell::new(amount, style),
            Cell::new(mark, style),
            Cell::new(clean(cap.source.as_deref().unwrap_or_default()), Style::Dim),
        ]);
    }
    std::iter::once(String::new()).chain(table(view, &grid)).collect()
}

/// A column a year: principal below, interest above.
fn picture(view: &View<'_>, years: &[LoanYear]) -> Vec<String> {
    let lang = view.lang;
    let Some(most) = years.iter().max_by_key(|year| year.payment) else { return Vec::new() };
    let wan = crate::text::short(lang, most.payment);
    // The widest that fits: two columns a year or one, beside the full amount or the short one.
    let room = |top: &str| view.width.saturating_sub(width(top)).saturating_sub(2);
    let fits = |each: usize, top: &String| years.len().saturating_mul(each) <= room(top);
    let shapes = [(2, amount(most.payment)), (1, amount(most.payment)), (1, wan)];
    let Some((each, top)) = shapes.into_iter().find(|(each, top)| fits(*each, top)) else {
        return Vec::new();
    };
    let axis = width(&top);
    let (principal, interest) = ('█', '░');
    let level = |fen: i64| {
        let scaled = i128::from(fen).checked_mul(i128::try_from(HEIGHT).unwrap_or(1));
        let half = i128::from(most.payment.fen()).checked_div(2).unwrap_or(0);
        let scaled = scaled.and_then(|value| value.checked_add(half));
        let level = scaled.and_then(|value| value.checked_div(i128::from(most.payment.fen())));
        level.and_then(|level| usize::try_from(level).ok()).unwrap_or(0)
    };
    let mut lines = vec![String::new()];
    for row in (1..=HEIGHT).rev() {
        let label = if row == HEIGHT { top.as_str() } else { "" };
        let mut line = format!("{} ", right(label, axis));
        line.push('│');
        for year in years {
            let filled = level(year.payment.fen());
            let cell = match row {
                row if row > filled => ' ',
                row if row > level(year.principal.fen()) => interest,
                _ => principal,
            };
            line.extend(std::iter::repeat_n(cell, each));
        }
        lines.push(line.trim_end().to_owned());
    }
    let rule = "─".repeat(years.len().saturating_mul(each));
    lines.push(format!("{} └{rule}", right("0", axis)));
    lines.push(format!("{}{}", spaces(axis.saturating_add(2)), ticks(years.len(), each)));
    let unit =
        lang.say("横轴：年；纵轴：当年还款（元）", "across: year; up: paid in the year (yuan)");
    let legend = format!(
        "{principal} {}  {interest} {}  {unit}",
        lang.say("本金", "principal"),
        lang.say("利息", "interest")
    );
    let legend = crate::layout::wrap(&legend, view.width);
    lines.extend(legend.iter().map(|line| view.paint.on(Style::Dim, line)));
    if let Some(first) = years.first() {
        let text = format!(
            "{} {} {} · {} {}",
            lang.say("第 1 年", "Year 1:"),
            lang.say("本金", "principal"),
            yuan(lang, first.principal),
            lang.say("利息", "interest"),
            yuan(lang, first.interest)
        );
        lines.extend(crate::layout::wrap(&text, view.width));
    }
    lines
}

/// Numbers of the years under their columns: 1, 5, 10 ….
fn ticks(years: usize, each: usize) -> String {
    let mut line = String::new();
    for year in 1..=years {
        let last = year == years;
        if year != 1 && !year.is_multiple_of(5) && !last {
            continue;
        }
        let at = year.saturating_sub(1).saturating_mul(each);
        if at < width(&line) {
            continue;
        }
        line = left(&line, at);
        line.push_str(&format!("{year} "));
    }
    line.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_stand_under_their_columns() {
        assert_eq!(ticks(30, 2), "1       5         10        15        20        25        30");
        assert_eq!(ticks(3, 2), "1   3");
        assert_eq!(ticks(11, 1), "1   5    10");
        assert_eq!(ticks(1, 2), "1");
    }
}
