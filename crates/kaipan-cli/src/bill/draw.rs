//! A bill in the terminal: what it is, before and after, homes, what it leaves out.

use super::store::HistoryEntry;
use super::words;
use crate::grid::{Cell, Column, Grid};
use crate::layout::{amount, clean, facts, group, paragraph, signed};
use crate::paint::Style;
use crate::price::summary::percent;
use crate::price::{View, heading};
use crate::text::{Say, homes, short};
use kaipan::error::{Code, Lang, Severity};
use kaipan::number::{Money, Rate, UnitPrice};
use kaipan::pricing::{BillLine, ChangeSummary, PriceBill, SkippedUnit, SummaryGroup};
use std::cmp::Ordering;

/// The head of a bill: what it does, to how many homes, from when on, and why.
pub(crate) fn head(view: &View<'_>, bill: &PriceBill, history: &[HistoryEntry]) -> Vec<String> {
    let mut lines = crate::price::title(view);
    lines.extend(heading(view, &name(view.lang, bill)));
    lines.extend(facts(&about(view.lang, bill, history), view.width));
    lines
}

/// What a bill is, with its code and its state.
pub(super) fn name(lang: Lang, bill: &PriceBill) -> String {
    let state = words::state(lang, bill.state);
    format!("{} {} · {state}", words::kind(lang, bill.kind), clean(&bill.code))
}

/// Labels with what a bill does, and what was done with it.
pub(super) fn about(
    lang: Lang,
    bill: &PriceBill,
    history: &[HistoryEntry],
) -> Vec<(&'static str, String)> {
    let mut rows = vec![
        (lang.say("方式", "How"), words::methods(lang, bill)),
        (lang.say("房源", "Homes"), homes(lang, bill.lines.len())),
        (lang.say("生效日", "From"), bill.effective_date.to_string()),
    ];
    let reason = bill.reason.as_ref().map(ToString::to_string);
    rows.extend(reason.map(|reason| (lang.say("原因", "Reason"), reason)));
    if bill.locks_units {
        let text = lang.say("待审批和待执行期间锁定房源", "homes are locked while the bill waits");
        rows.push((lang.say("锁房", "Lock"), text.to_owned()));
    }
    for entry in history {
        let what = match entry.command {
            Some(command) => words::command(lang, command),
            None => lang.say("制单", "made"),
        };
        let by = entry.by.as_ref().map(|by| format!(" · {by}")).unwrap_or_default();
        let why = entry.reason.as_ref().map(|why| format!(" · {why}")).unwrap_or_default();
        rows.push((what, format!("{}{by}{why}", entry.on)));
    }
    rows
}

/// How a change stands out.
pub(crate) fn moved(order: Ordering) -> Style {
    match order {
        Ordering::Greater => Style::Up,
        Ordering::Less => Style::Down,
        Ordering::Equal => Style::Dim,
    }
}

/// A change of money with its sign, as a cell.
pub(crate) fn change_cell(lang: Lang, change: Option<Money>) -> Cell {
    let Some(change) = change else { return Cell::from("") };
    let style = moved(change.cmp(&Money::ZERO));
    let short = short(lang, change);
    Cell::new(signed(&amount(change)), style).short(signed(&short))
}

/// A change as a percentage, as a cell.
pub(crate) fn rate_cell(rate: Option<Rate>) -> Cell {
    let Some(rate) = rate else { return Cell::from("") };
    Cell::new(percent(rate), moved(rate.cmp(&Rate::ZERO)))
}

/// Before and after per building, per layout and overall.
pub(crate) fn summaries(view: &View<'_>, summaries: &[ChangeSummary]) -> Vec<String> {
    let lang = view.lang;
    let mut grid = Grid::new(vec![
        Column::text(""),
        Column::number(lang.say("套数", "homes")),
        Column::number(lang.say("面积 ㎡", "area m²")).optional(2),
        Column::number(lang.say("原均价", "old average")).optional(4),
        Column::number(lang.say("新均价", "new average")),
        Column::number(lang.say("原总价", "old total")).shortened(1).optional(5),
        Column::number(lang.say("新总价", "new total")).shortened(1),
        Column::number(lang.say("变动额", "change")).shortened(3),
        Column::number(lang.say("变动率", "change %")),
        Column::number(lang.say("涨", "up")).optional(0),
        Column::number(lang.say("跌", "down")).optional(0),
    ]);
    let groups = [
        (SummaryGroup::Building, lang.say("按楼栋", "By building")),
        (SummaryGroup::Layout, lang.say("按户型", "By layout")),
        (SummaryGroup::Overall, ""),
    ];
    for (group, title) in groups {
        let mut members = summaries.iter().filter(|one| one.group == group).peekable();
        if members.peek().is_some() {
            grid.section(title);
        }
        members.for_each(|one| grid.row(summary_row(view, one)));
    }
    if summaries.is_empty() {
        return Vec::new();
    }
    let title = lang
        .say("前后对照（均价：元/㎡，总价：元）", "Before and after (yuan per m², totals in yuan)");
    let mut out = heading(view, title);
    out.extend(drawn(view, &grid));
    out
}

/// A grid in the width of the view, with what was too wide to show.
pub(crate) fn drawn(view: &View<'_>, grid: &Grid) -> Vec<String> {
    let drawn = grid.draw(0, view.width, view.paint);
    let mut out = drawn.lines;
    if !drawn.left_out.is_empty() {
        let text = drawn.left_out.join(view.lang.say("、", ", "));
        let label = view.lang.say("宽度不够，未显示：", "too narrow to show: ");
        let lines = paragraph(label, &text, view.width);
        out.extend(lines.iter().map(|line| view.paint.on(Style::Dim, line)));
    }
    out
}

fn summary_row(view: &View<'_>, one: &ChangeSummary) -> Vec<Cell> {
    let lang = view.lang;
    let (name, style) = match one.group {
        SummaryGroup::Building => (view.names.building(&one.key), Style::Plain),
        SummaryGroup::Overall => (lang.say("合计", "Overall"), Style::Bold),
        _ => (one.key.as_str(), Style::Plain),
    };
    let number = |text: String| Cell::new(text, style);
    let total = |money: Option<Money>| match money {
        Some(money) => number(amount(money)).short(short(lang, money)),
        None => Cell::from(""),
    };
    let average = |price: Option<UnitPrice>| number(price.map(amount).unwrap_or_default());
    let count = |count: u32| number(group(&count.to_string()));
    vec![
        Cell::new(clean(name), style),
        count(one.units),
        number(group(&one.building_area.to_string())),
        average(one.old_average),
        average(Some(one.new_average)),
        total(one.old_total),
        total(Some(one.new_total)),
        change_cell(lang, one.change),
        rate_cell(one.change_rate),
        count(one.raised),
        count(one.lowered),
    ]
}

/// Every home with its prices before and after.
pub(crate) fn lines(view: &View<'_>, lines: &[BillLine]) -> Vec<String> {
    let lang = view.lang;
    let floors = lines.iter().any(|line| line.new_floor_price.is_some());
    let mut columns = vec![
        Column::text(lang.say("房号", "unit")),
        Column::number(lang.say("面积 ㎡", "area m²")).optional(1),
        Column::number(lang.say("原单价", "old price")),
        Column::number(lang.say("新单价", "new price")),
        Column::number(lang.say("原总价", "old total")).optional(3),
        Column::number(lang.say("新总价", "new total")),
        Column::number(lang.say("变动额", "change")).optional(4),
        Column::number(lang.say("变动率", "change %")),
        Column::text(lang.say("标记", "mark")),
    ];
    if floors {
        columns.push(Column::number(lang.say("原底价", "old floor")).optional(0));
        columns.push(Column::number(lang.say("新底价", "new floor")).optional(2));
    }
    let mut grid = Grid::new(columns);
    // Fen stand in every cell or in none.
    let is_whole = |text: String| text.ends_with(".00");
    let prices = lines.iter().flat_map(|line| {
        [line.old_list_price, Some(line.new_list_price), line.old_floor_price, line.new_floor_price]
    });
    let whole_prices = prices.flatten().all(|price| is_whole(price.to_string()));
    let totals = lines.iter().flat_map(|line| [line.old_list_total, Some(line.new_list_total)]);
    let whole_totals = totals.flatten().all(|total| is_whole(total.to_string()));
    let price_text = |price: UnitPrice| crate::price::marks::price_text(price, whole_prices);
    let total_text = |total: Money| match whole_totals {
        true => amount(total),
        false => group(&total.to_string()),
    };
    for line in lines {
        let price = |price: Option<UnitPrice>| price.map(&price_text).unwrap_or_default();
        let total = |total: Option<Money>| total.map(&total_text).unwrap_or_default();
        let worst = line.flags.iter().filter_map(|flag| Code::from_text(flag));
        let mark = match worst.map(|code| code.entry().severity).max() {
            Some(Severity::Violation) => Cell::new("!", Style::Of(Severity::Violation)),
            Some(Severity::Warning) => Cell::new("?", Style::Of(Severity::Warning)),
            _ => Cell::from(""),
        };
        let mut cells = vec![
            Cell::from(clean(&line.unit_no)),
            Cell::from(group(&line.building_area.to_string())),
            Cell::from(price(line.old_list_price)),
            Cell::from(price(Some(line.new_list_price))),
            Cell::from(total(line.old_list_total)),
            Cell::from(total(Some(line.new_list_total))),
            change_cell(lang, line.change),
            rate_cell(line.change_rate),
            mark,
        ];
        if floors {
            cells.push(Cell::from(price(line.old_floor_price)));
            cells.push(Cell::from(price(line.new_floor_price)));
        }
        grid.row(cells);
    }
    let mut out = heading(view, lang.say("逐套（元）", "Homes (yuan)"));
    out.extend(drawn(view, &grid));
    out
}

/// The homes that a bill leaves out, those with the same reason together.
pub(crate) fn skipped(view: &View<'_>, skipped: &[SkippedUnit]) -> Vec<String> {
    let Some((title, reasons)) = left_out(view.lang, skipped) else { return Vec::new() };
    let mut out = heading(view, &title);
    out.extend(reasons.iter().flat_map(|text| paragraph("  ", text, view.width)));
    out
}

/// How many homes a bill leaves out, and a line for each reason; none if it leaves out none.
pub(super) fn left_out(lang: Lang, skipped: &[SkippedUnit]) -> Option<(String, Vec<String>)> {
    /// Homes named for one reason.
    const NAMED: usize = 8;
    let mut reasons: Vec<(&str, Vec<String>)> = Vec::new();
    for one in skipped {
        let reason = one.reason.message(lang);
        let unit_no = clean(&one.unit_no);
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, units)) => units.push(unit_no),
            None => reasons.push((reason, vec![unit_no])),
        }
    }
    if reasons.is_empty() {
        return None;
    }
    let count = homes(lang, skipped.len());
    let title = match lang {
        Lang::Zh => format!("不在单内：{count}"),
        Lang::En => format!("Left out: {count}"),
    };
    let lines = reasons.into_iter().map(|(reason, units)| {
        let count = units.len();
        let mut named = units.into_iter().take(NAMED).collect::<Vec<_>>().join("  ");
        if count > NAMED {
            named.push_str(" …");
        }
        let text = format!("{} · {}: {named}", homes(lang, count), clean(reason));
        if lang == Lang::Zh { text.replacen(": ", "：", 1) } else { text }
    });
    Some((title, lines.collect()))
}
