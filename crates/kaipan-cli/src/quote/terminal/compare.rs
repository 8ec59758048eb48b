//! Choices side by side: a column each, the lowest of a measure marked.

use super::super::View;
use super::super::rate_remark;
use super::{heading, notes, table};
use crate::grid::{Cell, Column, Grid};
use crate::layout::{amount, clean, paragraph, width, wrap};
use crate::paint::Style;
use crate::text::{Say, severity};
use kaipan::error::{Finding, Lang, Severity};
use kaipan::number::{Money, Rate};
use kaipan::quote::{CompareMeasure, ComparedFigures, ComparedQuote, QuoteComparison};

/// Marks the lowest.
const MARK: &str = "*";
/// Columns between the plans.
const GAP: usize = 2;

/// A measure: its name, what to show of it, and what it is marked by.
pub(in crate::quote) struct Measure {
    pub(in crate::quote) zh: &'static str,
    pub(in crate::quote) en: &'static str,
    pub(in crate::quote) of: fn(&ComparedFigures) -> String,
    pub(in crate::quote) marked: Option<CompareMeasure>,
}

/// Every measure, in the order in which a buyer asks.
pub(in crate::quote) const MEASURES: &[Measure] = &[
    measure("实际折扣", "paid of list", |f| format!("{}%", f.effective_percent), None),
    measure("成交总价", "deal total", |f| amount(f.deal_total), None),
    measure(
        "合同总价",
        "contract total",
        |f| amount(f.contract_total),
        Some(CompareMeasure::ContractTotal),
    ),
    measure(
        "签约前需付",
        "cash to signing",
        |f| known(f.first_cash),
        Some(CompareMeasure::FirstCash),
    ),
    measure("自有资金", "own funds", |f| amount(f.own_funds), None),
    measure(
        "贷款",
        "loans",
        |f| if f.loan_total.is_zero() { DASH.to_owned() } else { amount(f.loan_total) },
        None,
    ),
    measure(
        "首月月供",
        "first month",
        |f| match f.monthly_payment {
            None if f.total_interest.is_some() => DASH.to_owned(),
            monthly => known(monthly),
        },
        Some(CompareMeasure::MonthlyPayment),
    ),
    measure(
        "利息合计",
        "interest",
        |f| match f.total_interest {
            Some(interest) if interest.is_zero() => DASH.to_owned(),
            interest => known(interest),
        },
        None,
    ),
    measure("税费", "fees and taxes", |f| amount(f.fees), None),
    measure("总花费", "total cost", |f| known(f.total_cost), Some(CompareMeasure::TotalCost)),
    measure(
        "折现成本",
        "present cost",
        |f| known(f.present_cost),
        Some(CompareMeasure::PresentCost),
    ),
];

const DASH: &str = "—";
/// In place of an amount that is not known yet.
const UNKNOWN: &str = "?";

fn known(money: Option<Money>) -> String {
    money.map_or_else(|| UNKNOWN.to_owned(), amount)
}

const fn measure(
    zh: &'static str,
    en: &'static str,
    of: fn(&ComparedFigures) -> String,
    marked: Option<CompareMeasure>,
) -> Measure {
    Measure { zh, en, of, marked }
}

/// The table, in as many parts as the width asks for, and why choices were refused.
pub(super) fn lines(view: &View<'_>, rows: &QuoteComparison, annual_rate: Rate) -> Vec<String> {
    let lang = view.lang;
    let shown: Vec<&ComparedQuote> = rows.rows.iter().filter(|row| row.figures.is_some()).collect();
    let title = match lang {
        Lang::Zh => "付款方式对比（元）",
        Lang::En => "Payment plans side by side (yuan)",
    };
    let mut lines = heading(view, title);
    for (at, part) in parts(view, &shown).into_iter().enumerate() {
        if at > 0 {
            lines.push(String::new());
        }
        lines.extend(table(view, &grid(view, part)));
    }
    if !shown.is_empty() {
        let lowest = lang.say("最低", "lowest");
        let text = format!("{MARK} {lowest} · {}", rate_remark(lang, annual_rate));
        lines.extend(wrap(&text, view.width).iter().map(|line| view.paint.on(Style::Dim, line)));
    }
    lines.extend(prices(view, &shown));
    lines.extend(findings(view, &rows.findings, &shown));
    for row in rows.rows.iter().filter(|row| row.figures.is_none()) {
        let title = match lang {
            Lang::Zh => format!("不能采用：{}", view.plan_name(&row.plan)),
            Lang::En => format!("Not possible: {}", view.plan_name(&row.plan)),
        };
        lines.extend(heading(view, &crate::layout::clean(&title)));
        lines.extend(row.refused.iter().flat_map(|finding| notes::of(view, finding)));
    }
    lines
}

/// What each price rests on: its discounts, and who has to approve it.
fn prices(view: &View<'_>, shown: &[&ComparedQuote]) -> Vec<String> {
    let lang = view.lang;
    let mut lines = Vec::new();
    for row in shown {
        // A discount is often called as its plan is, and a verdict alone says nothing.
        let labelled = |zh: &str, en: &str, text: String| match text.is_empty() {
            true => text,
            false => format!("{}{text}", lang.say(zh, en)),
        };
        let discounts = view.discounts(&row.discounts);
        let mut parts = vec![(Style::Plain, labelled("优惠：", "discounts: ", discounts))];
        if let Some(approval) = &row.approval {
            let (style, text) = notes::verdict(view, approval);
            parts.push((style, labelled("审批：", "approval: ", text)));
            let below = lang.say("低于底价", "below the floor price");
            parts.extend(approval.below_floor.then(|| (Style::Bold, below.to_owned())));
        }
        parts.retain(|(_, text)| !text.is_empty());
        if parts.is_empty() {
            continue;
        }
        lines.extend(wrap(&clean(&view.plan_name(&row.plan)), view.width));
        for (style, text) in parts {
            let text = paragraph("  ", &clean(&text), view.width);
            lines.extend(text.iter().map(|line| view.paint.on(style, line)));
        }
    }
    if lines.is_empty() {
        return lines;
    }
    let title = lang.say("优惠与审批", "Discounts and approval");
    heading(view, title).into_iter().chain(lines).collect()
}

/// What a person should read, each once, the gravest first, with the plans that it is about.
fn findings(view: &View<'_>, of_all: &[Finding], shown: &[&ComparedQuote]) -> Vec<String> {
    // What is about the comparison itself is about every plan.
    let every = || (0..shown.len()).collect::<Vec<usize>>();
    let mut all: Vec<(&Finding, Vec<usize>)> =
        of_all.iter().map(|finding| (finding, every())).collect();
    for (at, row) in shown.iter().enumerate() {
        for finding in &row.findings {
            // Its place names the choice; what it says is the same.
            let same = |known: &Finding| known.code == finding.code && known.zh == finding.zh;
            match all.iter_mut().find(|(known, _)| same(known)) {
                Some((_, plans)) => plans.push(at),
                None => all.push((finding, vec![at])),
            }
        }
    }
    if all.is_empty() {
        return Vec::new();
    }
    all.sort_by_key(|(finding, _)| std::cmp::Reverse(finding.severity));
    let mut lines = heading(view, view.lang.say("检查结果", "Findings"));
    for (finding, mut plans) in all {
        plans.dedup();
        // What is about every plan is about the unit.
        let named = plans.iter().filter(|_| plans.len() < shown.len());
        let names = named.filter_map(|at| shown.get(*at)).map(|row| view.plan_name(&row.plan));
        let names: Vec<String> = names.collect();
        lines.extend(notes::about(view, finding, &names.join(view.lang.say("、", ", "))));
    }
    lines
}

/// The gravest of what stands against a plan, if it is more than a note.
fn gravest(row: &ComparedQuote) -> Option<Severity> {
    let severities = row.findings.iter().map(|finding| finding.severity);
    severities.max().filter(|severity| *severity > Severity::Info)
}

fn grid(view: &View<'_>, part: &[&ComparedQuote]) -> Grid {
    let lang = view.lang;
    let mut columns = vec![Column::text("")];
    let name = |row: &&ComparedQuote| format!("{} ", view.plan_name(&row.plan));
    columns.extend(part.iter().map(|row| Column::number(&crate::layout::clean(&name(row)))));
    let mut grid = Grid::new(columns);
    if part.iter().any(|row| gravest(row).is_some()) {
        let mut cells = vec![Cell::new(lang.say("检查", "checks"), Style::Dim)];
        cells.extend(part.iter().map(|row| match gravest(row) {
            Some(grave) => Cell::new(format!("{} ", severity(lang, grave)), Style::Of(grave)),
            None => Cell::new(format!("{DASH} "), Style::Plain),
        }));
        grid.row(cells);
    }
    for measure in MEASURES {
        let mut cells: Vec<Cell> = vec![Cell::new(lang.say(measure.zh, measure.en), Style::Dim)];
        for row in part {
            let lowest = measure.marked.is_some_and(|one| row.lowest.contains(&one));
            let text = row.figures.as_ref().map(measure.of).unwrap_or_default();
            let (mark, style) = if lowest { (MARK, Style::Good) } else { (" ", Style::Plain) };
            cells.push(Cell::new(format!("{text}{mark}"), style));
        }
        grid.row(cells);
    }
    grid
}

/// As many plans beside each other as fit, at least one.
fn parts<'a, 'b>(view: &View<'_>, rows: &'a [&'b ComparedQuote]) -> Vec<&'a [&'b ComparedQuote]> {
    let lang = view.lang;
    let labels = MEASURES.iter().map(|measure| width(lang.say(measure.zh, measure.en)));
    let label = labels.max().unwrap_or(0);
    let column = |row: &&ComparedQuote| {
        let figures = row.figures.as_ref();
        let cells =
            MEASURES.iter().filter_map(|one| figures.map(|figures| width(&(one.of)(figures))));
        let checks = gravest(row).map_or(0, |grave| width(severity(lang, grave)));
        let widest = cells.max().unwrap_or(0).max(width(&view.plan_name(&row.plan))).max(checks);
        widest.saturating_add(1).saturating_add(GAP)
    };
    let mut parts = Vec::new();
    let mut rest = rows;
    while !rest.is_empty() {
        let mut used = label;
        let fit = rest.iter().take_while(|row| {
            used = used.saturating_add(column(row));
            used <= view.width
        });
        let (part, after) = rest.split_at(fit.count().max(1).min(rest.len()));
        parts.push(part);
        rest = after;
    }
    parts
}
