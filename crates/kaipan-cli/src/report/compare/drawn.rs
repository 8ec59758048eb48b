//! What differs, in the terminal: a table, and what is behind each row of it.

use super::sheet::Sheet;
use crate::grid::{Cell, Column, Grid};
use crate::layout::{amount, group, heading, percent};
use crate::paint::Style;
use crate::report::cells::{shown, title};
use crate::report::{View, findings, words};
use crate::text::Say;
use kaipan::Text;
use kaipan::error::Lang;
use kaipan::kpi::{Fact, FactKind};
use kaipan::report::{
    ReportColumn, ReportColumnKind, ReportDifference, ReportDifferenceKind, ReportReconciliation,
    ReportTable,
};
use std::collections::{BTreeSet, HashMap};

/// Differences and facts that are shown.
const MOST: usize = 60;
const MOST_FACTS: usize = 12;

/// What differs.
pub(super) fn lines(
    view: &View,
    table: &ReportTable,
    found: &ReportReconciliation,
    sheet: &Sheet,
    facts: &[Fact],
) -> Vec<String> {
    let lang = view.lang;
    let name = lang.say(&table.title_zh, &table.title_en);
    let title = match lang {
        Lang::Zh => format!("《{name}》与手工表核对"),
        Lang::En => format!("\"{name}\" beside a table by hand"),
    };
    let mut lines = vec![
        view.paint.on(Style::Bold, &title),
        view.paint.on(Style::Dim, &words::about(table, lang)),
        summary(table, found, sheet, lang),
    ];
    if !found.differences.is_empty() {
        lines.push(String::new());
        lines.extend(
            differences(view, table, found, sheet).told(view.lang, 0, view.width, view.paint),
        );
        let more = found.differences.len().saturating_sub(MOST);
        if more > 0 {
            lines.push(match lang {
                Lang::Zh => format!("  另有 {more} 处，用“--output”写成“.csv”"),
                Lang::En => format!("  and {more} more; --output writes all as .csv"),
            });
        }
        lines.extend(behind(view, found, facts));
    }
    lines.extend(findings(view, &found.findings));
    lines
}

fn summary(table: &ReportTable, found: &ReportReconciliation, sheet: &Sheet, lang: Lang) -> String {
    let named = |key: &Text| {
        let column = table.columns.iter().find(|column| column.key == *key);
        column.map(|column| title(lang, column).to_owned()).unwrap_or_default()
    };
    let keys: Vec<String> = found.keys.iter().map(named).collect();
    let keys = keys.join(lang.say("、", ", "));
    let (paired, compared, equal) = (found.paired, found.compared, found.equal);
    let differ = found.differences.len();
    let sheet = sheet.name.as_ref();
    match lang {
        Lang::Zh => {
            let sheet = sheet.map(|name| format!("工作表“{name}”，")).unwrap_or_default();
            format!(
                "{sheet}按{keys}对应 {paired} 行，核对 {compared} 格，相同 {equal} 格，差异 {differ} 处"
            )
        }
        Lang::En => {
            let sheet = sheet.map(|name| format!("sheet \"{name}\": ")).unwrap_or_default();
            let count = |count: usize, one: &str, many: &str| match count {
                1 => format!("1 {one}"),
                _ => format!("{count} {many}"),
            };
            format!(
                "{sheet}{} paired by {keys}, {} compared, {equal} the same, {}",
                count(usize::try_from(paired).unwrap_or(usize::MAX), "row", "rows"),
                count(usize::try_from(compared).unwrap_or(usize::MAX), "cell", "cells"),
                count(differ, "difference", "differences"),
            )
        }
    }
}

fn key(view: &View, one: &ReportDifference) -> String {
    if one.total {
        return view.lang.say("合计", "total").to_owned();
    }
    let cells = one.key.iter().map(|cell| crate::report::cells::plain(view.lang, cell));
    cells.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn differences(
    view: &View,
    table: &ReportTable,
    found: &ReportReconciliation,
    sheet: &Sheet,
) -> Grid {
    let lang = view.lang;
    let mut grid = Grid::new(vec![
        Column::text(lang.say("行", "row")),
        Column::text(lang.say("栏", "column")),
        Column::number(lang.say("报表", "report")),
        Column::number(lang.say("手工表", "by hand")),
        Column::number(lang.say("差额", "by")),
        Column::text(lang.say("差异", "how")),
        Column::number(lang.say("手工表行号", "line")).optional(1),
    ]);
    for one in found.differences.iter().take(MOST) {
        let column = table.columns.iter().find(|column| Some(&column.key) == one.column.as_ref());
        let reported = match (column, &one.reported) {
            (Some(column), Some(cell)) => shown(lang, column, cell),
            _ => String::new(),
        };
        let line = one.hand_row.and_then(|row| sheet.lines.get(usize::try_from(row).ok()?));
        let style = match one.kind {
            ReportDifferenceKind::Rounding => Style::Dim,
            _ => Style::Plain,
        };
        grid.row(vec![
            Cell::new(key(view, one), style),
            Cell::new(column.map(|one| title(lang, one)).unwrap_or_default(), style),
            Cell::new(reported, style),
            Cell::new(one.by_hand.as_ref().map(ToString::to_string).unwrap_or_default(), style),
            Cell::new(by(column, one), style),
            Cell::new(lang.say(one.kind.chinese(), one.kind.english()), style),
            Cell::new(line.map(ToString::to_string).unwrap_or_default(), style),
        ]);
    }
    grid
}

/// By how much, with a sign.
fn by(column: Option<&ReportColumn>, one: &ReportDifference) -> String {
    let Some(difference) = &one.difference else { return String::new() };
    let text = difference.to_string();
    let text = match column.map(|column| column.kind) {
        Some(ReportColumnKind::Share) => format!("{}%", percent(&text)),
        _ => group(&text),
    };
    crate::layout::signed(&text)
}

/// The facts behind each row that differs, those that are as much as a difference first.
fn behind(view: &View, found: &ReportReconciliation, facts: &[Fact]) -> Vec<String> {
    let lang = view.lang;
    let by_key: HashMap<&str, &Fact> = facts.iter().map(|one| (one.key.as_str(), one)).collect();
    let mut lines = Vec::new();
    let mut told = BTreeSet::new();
    for one in found.differences.iter().take(MOST) {
        let Some(row) = one.row.filter(|_| !one.facts.is_empty()) else { continue };
        if !told.insert(row) {
            continue;
        }
        let same = found.differences.iter().filter(|other| other.row == Some(row));
        let likely: BTreeSet<&Text> = same.flat_map(|other| &other.likely).collect();
        let mut own: Vec<&Text> = one.facts.iter().collect();
        own.sort_by_key(|key| !likely.contains(key));
        let name = key(view, one);
        let title = match lang {
            Lang::Zh => format!("“{name}”背后"),
            Lang::En => format!("behind \"{name}\""),
        };
        lines.extend(heading(&title, view.width, view.paint));
        let mut grid = Grid::new(vec![
            Column::text(""),
            Column::text(lang.say("日期", "day")),
            Column::text(lang.say("事实", "fact")),
            Column::text(lang.say("房号", "home")),
            Column::text(lang.say("交易", "deal")),
            Column::number(lang.say("金额", "yuan")),
            Column::text(lang.say("键", "key")).optional(1),
        ]);
        for key in own.iter().take(MOST_FACTS) {
            let Some(fact) = by_key.get(key.as_str()) else { continue };
            let text = |text: &Option<Text>| text.as_ref().map(ToString::to_string);
            grid.row(vec![
                Cell::from(if likely.contains(*key) { "*" } else { "" }),
                Cell::from(fact.date.to_string()),
                Cell::from(kind(fact.kind, lang)),
                Cell::from(text(&fact.unit).unwrap_or_default()),
                Cell::from(text(&fact.deal).unwrap_or_default()),
                Cell::from(fact.amount.map(amount).unwrap_or_default()),
                Cell::from(key.as_str()),
            ]);
        }
        lines.extend(grid.told(view.lang, 0, view.width, view.paint));
        let more = own.len().saturating_sub(MOST_FACTS);
        if more > 0 {
            lines.push(match lang {
                Lang::Zh => format!("  另有 {more} 件，见“--format json”"),
                Lang::En => format!("  and {more} more; see --format json"),
            });
        }
    }
    lines
}

fn kind(kind: FactKind, lang: Lang) -> String {
    let [zh, en] = match kind {
        FactKind::Call => ["来电", "call"],
        FactKind::Visit => ["来访", "visit"],
        FactKind::NewCustomer => ["新增客户", "new customer"],
        FactKind::Registration => ["认筹", "registration"],
        FactKind::RegistrationCancelled => ["退筹", "registration ended"],
        FactKind::DepositContract => ["定金合同", "deposit contract"],
        FactKind::Subscription => ["认购", "subscription"],
        FactKind::Signing => ["签约", "signing"],
        FactKind::Cancellation => ["退房", "cancellation"],
        FactKind::UnitChange => ["换房、改价", "change"],
        FactKind::Collection => ["回款", "collection"],
        FactKind::Due => ["应收", "due"],
        FactKind::Released => ["推售", "offered"],
        FactKind::Withdrawn => ["收盘", "withdrawn"],
        FactKind::Spend => ["营销费用", "spend"],
        FactKind::Cost => ["成本", "cost"],
        FactKind::Market => ["市场成交", "market"],
        FactKind::Satisfaction => ["满意度", "satisfaction"],
        other => return other.word().replace('_', " "),
    };
    lang.say(zh, en).to_owned()
}
