//! 阶段性项目销售总结: what a stage was to bring and has brought.

use super::visitors::share;
use crate::Text as Name;
use crate::error::Result;
use crate::kpi::{FactDimension, FactKind, KpiPeriod, MeasureCell, MeasureGroup};
use crate::opportunity::OpportunityState;
use crate::report::cell::ReportCell;
use crate::report::definition::ReportColumnKind::{Number, Share, Text};
use crate::report::listing::{Draft, Listing};
use crate::report::measured::{Goals, is_zero, measure_by};
use crate::report::scene::Scene;
use crate::report::spec::{ANY, Col, Fill, Span, Spec, col};
use std::collections::{BTreeMap, BTreeSet};

/// The figures of a stage beside its plan, prices by product, effect of media, visitors and buyers, and why
/// customers bought or did not. What the host concludes stands in the notes.
pub(in crate::report) const STAGE_SUMMARY: Spec = Spec {
    name: "stage_summary",
    zh: "项目阶段销售总结",
    en: "Summary of a stage",
    periods: ANY,
    due_after: &[],
    records: &[
        "units",
        "events",
        "entries",
        "follow_ups",
        "facts",
        "spend",
        "targets",
        "opportunities",
        "notes",
    ],
    columns: COLUMNS,
    fill: Fill::Own(rows),
};

const COLUMNS: &[Col] = &[
    col("period", "阶段", "period", Text),
    col("section", "部分", "section", Text),
    col("item", "项目", "item", Text),
    col("unit", "单位", "unit", Text),
    col("plan", "计划", "plan", Number),
    col("actual", "实际", "actual", Number),
    col("completion", "完成率", "completion", Share),
    col("share", "构成", "share", Share),
];

/// Metrics, with their names and units.
pub(super) const FIGURES: &[(&str, &str, &str, &str, &str)] = &[
    ("calls", "来电", "calls", "批", "calls"),
    ("visits", "来访", "visits", "批", "visits"),
    ("subscriptions", "认购套数", "subscriptions", "套", "units"),
    ("subscribed_area", "认购面积", "area subscribed", "平方米", "m²"),
    ("subscribed_amount", "认购金额", "amount subscribed", "元", "yuan"),
    ("signings", "签约套数", "signings", "套", "units"),
    ("signed_amount", "签约金额", "amount signed", "元", "yuan"),
    ("cancellations", "退房套数", "cancellations", "套", "units"),
    ("turnover_rate", "周转率", "turnover of the stock", "次", "times"),
    ("spend", "营销费用", "marketing spend", "元", "yuan"),
    ("collections", "回款", "collections", "元", "yuan"),
];

/// The values of a row behind its period and section.
struct Line {
    item: ReportCell,
    unit: (&'static str, &'static str),
    plan: ReportCell,
    actual: ReportCell,
    completion: ReportCell,
    share: ReportCell,
}

impl Line {
    fn of(item: ReportCell, unit: (&'static str, &'static str), actual: ReportCell) -> Line {
        let (plan, completion) = (ReportCell::Absent {}, ReportCell::Absent {});
        Line { item, unit, plan, actual, completion, share: ReportCell::Absent {} }
    }
}

fn rows(scene: &Scene<'_>) -> Result<Listing> {
    let mut goals = Goals::new(scene);
    let mut drafts = Vec::new();
    for (at, period) in scene.periods.iter().enumerate() {
        let mut sections: Vec<((&str, &str), Vec<Line>)> = Vec::new();
        sections.push((("指标完成", "figures"), figures(scene, &mut goals, (at, period))?));
        sections.push((("产品价格", "prices by product"), products(scene, period)?));
        sections.push((("媒体效果", "effect of media"), media(scene, period)?));
        sections.push((("到访与成交客户", "visitors and buyers"), customers(scene, period)?));
        sections.push((("成交及未成交原因", "why bought or not"), reasons(scene, period)?));
        for ((zh, en), lines) in sections {
            for line in lines {
                let cells = vec![
                    ReportCell::shown(Some(&period.name)),
                    ReportCell::said(zh, en),
                    line.item,
                    ReportCell::said(line.unit.0, line.unit.1),
                    line.plan,
                    line.actual,
                    line.completion,
                    line.share,
                ];
                let mut draft = Draft::new(cells).of(scene.node, None);
                draft.period = Some(period.name.clone());
                drafts.push(draft);
            }
        }
    }
    Ok(Listing { drafts, findings: goals.findings, ..Listing::default() })
}

/// A number of a measure.
pub(super) fn number(cell: Option<&MeasureCell>) -> Result<ReportCell> {
    cell.map_or(Ok(ReportCell::Absent {}), |cell| ReportCell::measured(cell, Number))
}

fn figures(
    scene: &Scene<'_>,
    goals: &mut Goals<'_>,
    (at, period): (usize, &KpiPeriod),
) -> Result<Vec<Line>> {
    let names: Vec<Name> = FIGURES.iter().map(|(name, ..)| Name::constant(name)).collect();
    let table = measure_by(scene, &names, &[], period)?;
    let cells = table.groups.first().map(|group| group.cells.as_slice()).unwrap_or_default();
    let column = col("plan", "计划", "plan", Number);
    let mut lines = Vec::new();
    for ((name, zh, en, unit_zh, unit_en), cell) in FIGURES.iter().zip(cells) {
        let of = (*name, Span::Own);
        let mut line =
            Line::of(ReportCell::said(*zh, *en), (unit_zh, unit_en), number(Some(cell))?);
        line.plan = goals.target(&[], at, of, Some(cell), &column)?;
        line.completion = goals.completion(&[], at, of, Some(cell))?;
        lines.push(line);
    }
    Ok(lines)
}

fn value_cell(value: Option<&Name>) -> ReportCell {
    value.map_or_else(
        || ReportCell::said("未归属", "not assigned"),
        |value| ReportCell::shown(Some(value)),
    )
}

/// What is not assigned has a line only where something was counted.
fn says_something(group: &MeasureGroup) -> bool {
    let is_assigned = group.values.iter().any(|one| one.value.is_some());
    is_assigned || !group.cells.iter().all(is_zero)
}

fn products(scene: &Scene<'_>, period: &KpiPeriod) -> Result<Vec<Line>> {
    let names = ["subscribed_average_price", "subscriptions"].map(Name::constant);
    let table = measure_by(scene, &names, &[FactDimension::Product], period)?;
    let mut lines = Vec::new();
    let count = |group: &MeasureGroup| {
        let value = group.cells.get(1).and_then(|cell| cell.value.as_ref());
        value.and_then(|value| value.to_string().parse::<usize>().ok()).unwrap_or(0)
    };
    let all = table.groups.first().map(count).unwrap_or(0);
    for group in table.groups.iter().skip(1).filter(|group| says_something(group)) {
        let value = group.values.first().and_then(|one| one.value.as_ref());
        let mut line =
            Line::of(value_cell(value), ("元/平方米", "yuan per m²"), number(group.cells.first())?);
        line.share = share(count(group), all)?;
        lines.push(line);
    }
    Ok(lines)
}

fn media(scene: &Scene<'_>, period: &KpiPeriod) -> Result<Vec<Line>> {
    let names = [Name::constant("visits")];
    let table = measure_by(scene, &names, &[FactDimension::Media], period)?;
    let count = |group: &MeasureGroup| {
        let value = group.cells.first().and_then(|cell| cell.value.as_ref());
        value.and_then(|value| value.to_string().parse::<usize>().ok()).unwrap_or(0)
    };
    let all = table.groups.first().map(count).unwrap_or(0);
    let mut lines = Vec::new();
    for group in table.groups.iter().skip(1).filter(|group| says_something(group)) {
        let value = group.values.first().and_then(|one| one.value.as_ref());
        let mut line = Line::of(value_cell(value), ("批", "visits"), number(group.cells.first())?);
        line.share = share(count(group), all)?;
        lines.push(line);
    }
    Ok(lines)
}

fn customers(scene: &Scene<'_>, period: &KpiPeriod) -> Result<Vec<Line>> {
    let those = |kind: FactKind| {
        let own = scene.facts.iter().filter(|fact| {
            let day = fact.performance_date.unwrap_or(fact.date);
            let inside = period.from <= day && day <= period.to && day <= scene.as_of;
            let node = fact.node.as_ref();
            let seen = scene.is_inside(node, fact.date)
                && scene.is_under(node, period.node.as_ref(), fact.date)
                && scene.sight(fact.node.as_ref(), None).reports;
            fact.kind == kind && inside && seen
        });
        own.filter_map(|fact| fact.customer.as_ref()).collect::<BTreeSet<&Name>>().len()
    };
    let (visitors, buyers) = (those(FactKind::Visit), those(FactKind::Subscription));
    let exact = |count: usize| {
        let count = i128::try_from(count).unwrap_or(i128::MAX);
        ReportCell::Number { number: crate::number::Exact::counted(count, 0) }
    };
    let people = ("人", "persons");
    let mut bought = Line::of(ReportCell::said("成交客户", "buyers"), people, exact(buyers));
    bought.share = share(buyers, visitors)?;
    Ok(vec![Line::of(ReportCell::said("到访客户", "visitors"), people, exact(visitors)), bought])
}

fn reasons(scene: &Scene<'_>, period: &KpiPeriod) -> Result<Vec<Line>> {
    let mut counts: BTreeMap<(bool, Option<&Name>), usize> = BTreeMap::new();
    for one in &scene.records.opportunities {
        let Some(end) = &one.end else { continue };
        let inside = period.from <= end.on && end.on <= period.to && end.on <= scene.as_of;
        let node = Some(&one.project);
        let inside = inside && scene.is_under(node, period.node.as_ref(), end.on);
        if inside && scene.is_inside(node, end.on) && scene.sight(node, None).reports {
            let key = (one.state != OpportunityState::Deal, end.reason.as_ref());
            let count = counts.entry(key).or_default();
            *count = count.saturating_add(1);
        }
    }
    let mut lines = Vec::new();
    for ((lost, reason), count) in &counts {
        let own = counts.iter().filter(|((other, _), _)| other == lost).map(|(_, count)| *count);
        let all = own.fold(0_usize, usize::saturating_add);
        let (zh, en) = if *lost { ("未成交", "lost") } else { ("成交", "won") };
        let item = match reason {
            Some(told) => ReportCell::said(format!("{zh}：“{told}”"), format!("{en}: \"{told}\"")),
            None => ReportCell::said(format!("{zh}：未注明"), format!("{en}: not told")),
        };
        let actual = crate::number::Exact::counted(i128::try_from(*count).unwrap_or(0), 0);
        let mut line = Line::of(item, ("个", "cases"), ReportCell::Number { number: actual });
        line.share = share(*count, all)?;
        lines.push(line);
    }
    Ok(lines)
}
