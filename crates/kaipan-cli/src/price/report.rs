//! What a price list comes to, as tables for a workbook or a page: summaries, targets, states,
//! counts of findings.

use super::priced::Priced;
use super::summary::to_fen;
use super::{filed, header};
use crate::text::{Say, homes, severities, severity, state};
use kaipan::error::{Lang, Severity};
use kaipan::number::Rate;
use kaipan::pricing::{Summary, SummaryGroup, TargetResult};
use kaipan::project::UnitState;
use std::borrow::Cow;
use std::fmt::Display;

/// A table with a title.
pub(crate) struct Report {
    pub(crate) title: &'static str,
    pub(crate) columns: Vec<Cow<'static, str>>,
    pub(crate) rows: Vec<Row>,
}

/// A row and how it stands out.
pub(crate) struct Row {
    pub(crate) cells: Vec<Cell>,
    pub(crate) tone: Tone,
}

/// How a row stands out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    Plain,
    /// The row of the whole.
    Overall,
    /// Of findings.
    Severity(Severity),
    /// Of homes.
    State(UnitState),
}

/// What a cell holds, exactly.
pub(crate) enum Cell {
    Empty,
    Text(String),
    /// A whole number.
    Count(String),
    /// Yuan, yuan per m² or m².
    Amount(String),
    /// Yuan more or less.
    Change(String),
    /// A share more or less, to be shown as a percentage.
    Share(Rate),
}

impl Cell {
    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    fn count(count: impl Display) -> Cell {
        Cell::Count(count.to_string())
    }

    fn amount(amount: impl Display) -> Cell {
        Cell::Amount(amount.to_string())
    }

    fn change(amount: impl Display) -> Cell {
        Cell::Change(amount.to_string())
    }
}

fn titles(titles: Vec<&'static str>) -> Vec<Cow<'static, str>> {
    titles.into_iter().map(Cow::from).collect()
}

/// The figures that a boss looks for first: titles with values.
pub(crate) fn figures(priced: &Priced<'_>) -> Vec<(&'static str, Cell)> {
    let lang = priced.lang;
    let mut all = priced.table.summaries.iter();
    let Some(overall) = all.find(|one| one.group == SummaryGroup::Overall) else {
        return Vec::new();
    };
    vec![
        (lang.say("套数", "Homes"), Cell::count(overall.units)),
        (lang.say("建筑面积（㎡）", "Building area (m²)"), Cell::amount(overall.building_area)),
        (lang.say("总价（元）", "Total (yuan)"), Cell::amount(overall.total)),
        (lang.say("均价（元/㎡）", "Average (yuan/m²)"), Cell::amount(overall.average)),
    ]
}

/// Registered name, company, city, permits; schemes; the comparison with what was filed; what is
/// left out.
pub(crate) fn facts(priced: &Priced<'_>) -> Vec<(&'static str, String)> {
    let lang = priced.lang;
    let mut facts = header::about(lang, priced.names);
    let names = priced.request.schemes.iter();
    let names: Vec<&str> = names.map(|one| priced.names.scheme(&one.code, lang)).collect();
    if !priced.is_in_force() {
        facts.push((lang.say("定价方案", "Schemes"), names.join(lang.say("、", ", "))));
    }
    let compared = filed::lines(&priced.view(), priced.table, &priced.request.rules);
    let compared = compared.into_iter().filter(|line| !line.trim().is_empty());
    facts.extend(compared.map(|line| (lang.say("备案", "Filed prices"), line)));
    let left_out = priced.units.len().saturating_sub(priced.table.rows.len());
    if left_out > 0 {
        let count = homes(lang, left_out);
        let text = match lang {
            Lang::Zh => format!("项目另有 {count}不在本表"),
            Lang::En => format!("{count} of the project are not in this table"),
        };
        facts.push((lang.say("范围", "Scope"), text));
    }
    facts
}

/// By building, with the whole, and by layout.
pub(crate) fn summaries(priced: &Priced<'_>) -> Vec<Report> {
    let (lang, all) = (priced.lang, &priced.table.summaries);
    let of = |group: SummaryGroup| all.iter().filter(move |one| one.group == group);
    let groups = [
        (
            lang.say("按楼栋", "By building"),
            lang.say("楼栋", "Building"),
            of(SummaryGroup::Building).chain(of(SummaryGroup::Overall)).collect::<Vec<_>>(),
        ),
        (
            lang.say("按户型", "By layout"),
            lang.say("户型", "Layout"),
            of(SummaryGroup::Layout).collect(),
        ),
    ];
    let report = |(title, name, of_group): (&'static str, &'static str, Vec<&Summary>)| {
        let targets = of_group.iter().any(|one| one.target_average.is_some());
        let mut columns = vec![
            name,
            lang.say("套数", "Homes"),
            lang.say("建筑面积", "Building area"),
            lang.say("总价", "Total"),
            lang.say("均价", "Average"),
            lang.say("最高单价", "Highest"),
            lang.say("房号", "Unit"),
            lang.say("最低单价", "Lowest"),
            lang.say("房号", "Unit"),
            lang.say("价差", "Spread"),
        ];
        if targets {
            columns.push(lang.say("目标均价", "Target"));
            columns.push(lang.say("偏差", "Deviation"));
            columns.push(lang.say("偏差率", "Dev. %"));
        }
        let rows = of_group.into_iter().map(|one| summary(priced, one, targets)).collect();
        Report { title, columns: titles(columns), rows }
    };
    let reports = groups.into_iter().filter(|(.., of_group)| !of_group.is_empty());
    reports.map(report).collect()
}

fn summary(priced: &Priced<'_>, one: &Summary, targets: bool) -> Row {
    let (name, tone) = match one.group {
        SummaryGroup::Building => (priced.names.building(&one.key), Tone::Plain),
        SummaryGroup::Overall => (priced.lang.say("合计", "Overall"), Tone::Overall),
        _ => (one.key.as_str(), Tone::Plain),
    };
    let mut cells = vec![
        Cell::text(name),
        Cell::count(one.units),
        Cell::amount(one.building_area),
        Cell::amount(one.total),
        Cell::amount(one.average),
        Cell::amount(one.highest_unit_price.unit_price),
        Cell::text(&one.highest_unit_price.unit_no),
        Cell::amount(one.lowest_unit_price.unit_price),
        Cell::text(&one.lowest_unit_price.unit_no),
        Cell::amount(one.unit_price_spread),
    ];
    if targets {
        cells.push(one.target_average.map(to_fen).map_or(Cell::Empty, Cell::amount));
        cells.push(one.deviation.map(to_fen).map_or(Cell::Empty, Cell::change));
        cells.push(one.deviation_rate.map_or(Cell::Empty, Cell::Share));
    }
    Row { cells, tone }
}

/// What each target asked for, and what was reached.
pub(crate) fn targets(priced: &Priced<'_>) -> Option<Report> {
    let (lang, targets) = (priced.lang, &priced.table.targets);
    let columns = vec![
        lang.say("目标", "Target"),
        lang.say("套数", "Homes"),
        lang.say("面积", "Area"),
        lang.say("目标总价", "Total asked"),
        lang.say("目标均价", "Average asked"),
        lang.say("实际均价", "Average reached"),
        lang.say("实际总价", "Total reached"),
        lang.say("偏差", "Deviation"),
        lang.say("偏差率", "Dev. %"),
        lang.say("调平套数", "Levelled"),
    ];
    let rows = (1_u32..).zip(targets).map(|(number, one)| target(number, one)).collect();
    let title = lang.say("目标与实际", "Targets");
    (!targets.is_empty()).then_some(Report { title, columns: titles(columns), rows })
}

fn target(number: u32, one: &TargetResult) -> Row {
    let cells = vec![
        Cell::Text(number.to_string()),
        Cell::count(one.units),
        Cell::amount(one.area),
        Cell::amount(one.target_total),
        Cell::amount(to_fen(one.target_average)),
        Cell::amount(to_fen(one.average)),
        Cell::amount(one.total),
        Cell::change(one.deviation),
        Cell::Share(one.deviation_rate),
        Cell::count(one.levelled_units),
    ];
    Row { cells, tone: Tone::Plain }
}

/// How many homes are in each state.
pub(crate) fn states(priced: &Priced<'_>) -> Report {
    let lang = priced.lang;
    let row = |(one, count): (UnitState, usize)| {
        let cells = vec![Cell::Text(state(lang, one)), Cell::count(count)];
        Row { cells, tone: Tone::State(one) }
    };
    Report {
        title: lang.say("销控状态", "States"),
        columns: titles(vec![lang.say("状态", "State"), lang.say("套数", "Homes")]),
        rows: priced.states().into_iter().map(row).collect(),
    }
}

/// How many findings there are of each severity.
pub(crate) fn findings(priced: &Priced<'_>) -> Report {
    let lang = priced.lang;
    let row = |(kind, count): (Severity, usize)| {
        let cells = vec![Cell::text(severity(lang, kind)), Cell::count(count)];
        Row { cells, tone: Tone::Severity(kind) }
    };
    let mut rows: Vec<Row> = severities(&priced.table.findings).into_iter().map(row).collect();
    if rows.is_empty() {
        let nothing = vec![Cell::text(lang.say("没有发现问题", "none")), Cell::count(0)];
        rows.push(Row { cells: nothing, tone: Tone::Plain });
    }
    Report {
        title: lang.say("检查结果", "Findings"),
        columns: titles(vec![lang.say("程度", "Severity"), lang.say("处数", "Count")]),
        rows,
    }
}
