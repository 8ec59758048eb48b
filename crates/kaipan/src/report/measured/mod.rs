//! Tables of measures: a row a group and period, with totals that are the measures of all of it.

mod asking;
mod counting;
mod goals;
mod homes;
mod overdue;
mod part;
mod places;

use super::cell::ReportCell;
use super::cycles::Cycles;
use super::listing::{Draft, Listing};
use super::persons::FirstContacts;
use super::scene::Scene;
use super::spec::{Col, Source, Span, col};
use crate::Text;
use crate::error::Result;
use crate::kpi::{
    DimensionValue, FactDimension, ListedFigure, MeasureCell, RankLine, RankSheet, Ranking,
};
use crate::number::{Exact, Figure};
use crate::organisation::OrgKind;
use crate::report::definition::ReportColumnKind::Text as Words;
pub(super) use asking::measure_by;
use counting::Counts;
pub(super) use goals::Goals;
use homes::Homes;
pub(super) use homes::HomesFigure;
use overdue::Overdue;
pub(super) use part::{Part, measure_part};

/// The columns before those of the definition: what rows are grouped by, and their period.
pub(super) fn leading(by: &[FactDimension]) -> Vec<Col> {
    let mut columns: Vec<Col> = by.iter().map(|dimension| group_column(*dimension)).collect();
    columns.push(col("period", "期间", "period", Words).from(Source::Period));
    columns
}

const fn group_column(dimension: FactDimension) -> Col {
    let (key, zh, en) = match dimension {
        FactDimension::Node => ("node", "单位", "node"),
        FactDimension::Unit => ("unit", "房号", "unit"),
        FactDimension::Deal => ("deal", "交易", "deal"),
        FactDimension::Customer => ("customer", "客户", "customer"),
        FactDimension::Agent => ("agent", "置业顾问", "agent"),
        FactDimension::Department => ("department", "部门", "department"),
        FactDimension::Channel => ("channel", "渠道", "channel"),
        FactDimension::Media => ("media", "媒体大类", "medium"),
        FactDimension::SubMedia => ("sub_media", "媒体小类", "sub-medium"),
        FactDimension::Campaign => ("campaign", "推广活动", "campaign"),
        FactDimension::Grade => ("grade", "意向等级", "grade"),
        FactDimension::Product => ("product", "产品类型", "product"),
        FactDimension::Layout => ("layout", "户型", "layout"),
        FactDimension::Batch => ("batch", "推售批次", "batch"),
        FactDimension::Detail => ("detail", "类别", "detail"),
    };
    col(key, zh, en, Words).from(Source::Group(dimension))
}

/// The rows of a table of measures, for these columns behind the leading ones.
pub(super) fn measured(
    scene: &Scene<'_>,
    columns: &[Col],
    by: &[FactDimension],
    level: Option<OrgKind>,
) -> Result<Listing> {
    let columns: Vec<Col> = leading(by).into_iter().chain(columns.iter().copied()).collect();
    let counts = Counts::new(scene, &columns, by, level)?;
    let overdue = Overdue::new(scene, &columns)?;
    let homes = Homes::new(scene, &columns)?;
    let mut goals = Goals::new(scene);
    let traces = columns.iter().any(|column| matches!(column.source, Source::Cycle(..)));
    let contacts = traces.then(|| FirstContacts::new(scene)).transpose()?;
    let mut drafts = Vec::new();
    // Places of the rows that say nothing; totals are made with them.
    let mut left_out = Vec::new();
    let groups = counts.groups();
    for (at, period) in scene.periods.iter().enumerate() {
        let rankings = rankings(&counts, &columns, &groups, at)?;
        for (place, values) in groups.iter().enumerate() {
            if !counts.stands(values, at) {
                continue;
            }
            let mut cells = Vec::with_capacity(columns.len());
            for column in &columns {
                let metric = |name, span| counts.cell(values, at, name, span);
                cells.push(match column.source {
                    Source::Row => ReportCell::Absent {},
                    Source::Group(dimension) => group_cell(scene, values, dimension),
                    Source::Period => ReportCell::shown(Some(&period.name)),
                    Source::Metric(name, span) => shown(metric(name, span), column)?,
                    Source::Target(name, span) => {
                        goals.target(values, at, (name, span), metric(name, span), column)?
                    }
                    Source::Completion(name, span) => {
                        goals.completion(values, at, (name, span), metric(name, span))?
                    }
                    Source::Rank(name) => rank(&rankings, name, place),
                    Source::ShareOf(name) => share(&rankings, name, place),
                    Source::Overdue => overdue.cell(values, &groups, at)?,
                    Source::Homes(figure) => homes.cell(values, &groups, figure)?,
                    Source::Breaches => counts.breaches(values, period),
                    Source::Cycle(kind, figure) => match &contacts {
                        Some(contacts) => {
                            let own = counts.facts_behind(values, at).into_iter();
                            Cycles::of(contacts, own, kind).cell(figure)?
                        }
                        None => ReportCell::Absent {},
                    },
                });
            }
            let node = values.iter().find(|one| one.dimension == FactDimension::Node);
            let agent = values.iter().find(|one| one.dimension == FactDimension::Agent);
            let node = node.and_then(|one| one.value.as_ref());
            let (deals, facts) = counts.behind(values, at);
            let mut draft = Draft::new(cells).of(node, agent.and_then(|one| one.value.as_ref()));
            (draft.deals, draft.facts) = (deals, facts);
            draft.period = Some(period.name.clone());
            if is_nothing(&counts, &draft, &columns, (values, at)) {
                left_out.push(drafts.len());
            }
            drafts.push(draft);
        }
    }
    let mut totals = Vec::with_capacity(columns.len());
    for (place, column) in columns.iter().enumerate() {
        totals.push(match column.source {
            Source::Metric(name, span) => shown(counts.total(name, span), column)?,
            Source::Target(name, span) => goals.target_total(&groups, name, span)?,
            Source::Completion(name, span) => goals.completion_total(&groups, name, span)?,
            Source::Cycle(kind, figure) => match &contacts {
                Some(contacts) => {
                    Cycles::of(contacts, counts.all_behind().into_iter(), kind).cell(figure)?
                }
                None => ReportCell::Absent {},
            },
            Source::Overdue => overdue.total()?,
            Source::Homes(figure) => homes.cell(&[], &groups, figure)?,
            Source::Breaches => {
                super::cell::sum(drafts.iter().filter_map(|draft| draft.cells.get(place)))?
            }
            _ => ReportCell::Absent {},
        });
    }
    let mut findings = counts.findings();
    findings.extend(overdue.findings(&groups));
    findings.append(&mut goals.findings);
    let shown = drafts.into_iter().enumerate();
    let shown = shown.filter(|(at, _)| left_out.binary_search(at).is_err());
    let drafts = shown.map(|(_, draft)| draft).collect();
    Ok(Listing { drafts, totals: Some(totals), findings, ..Listing::default() })
}

/// A row of what is not assigned says nothing: no fact is behind it, and all that is counted is zero.
fn is_nothing(
    counts: &Counts<'_>,
    draft: &Draft,
    columns: &[Col],
    (values, at): (&[DimensionValue], usize),
) -> bool {
    let is_assigned = values.iter().any(|one| one.value.is_some());
    if values.is_empty() || is_assigned || !draft.facts.is_empty() {
        return false;
    }
    columns.iter().zip(&draft.cells).all(|(column, cell)| match column.source {
        Source::Metric(name, span) => counts.cell(values, at, name, span).is_none_or(is_zero),
        Source::Overdue | Source::Homes(_) | Source::Breaches => cell.is_nothing(),
        // Ranks and shares are of metrics that have columns; nobody has targets.
        _ => true,
    })
}

/// Nothing was counted of a measure, or of both of a ratio.
pub(super) fn is_zero(cell: &MeasureCell) -> bool {
    let numbers = [&cell.value, &cell.numerator, &cell.denominator];
    numbers.into_iter().flatten().all(|number| *number == Exact::counted(0, 0))
}

/// The value of a measure in a column.
fn shown(cell: Option<&MeasureCell>, column: &Col) -> Result<ReportCell> {
    cell.map_or(Ok(ReportCell::Absent {}), |cell| ReportCell::measured(cell, column.kind))
}

fn group_cell(
    scene: &Scene<'_>,
    values: &[DimensionValue],
    dimension: FactDimension,
) -> ReportCell {
    let value = values.iter().find(|one| one.dimension == dimension);
    let Some(value) = value.and_then(|one| one.value.as_ref()) else {
        return ReportCell::said("未归属", "not assigned");
    };
    let node = scene.tree.as_ref().filter(|_| dimension == FactDimension::Node);
    let name = node.and_then(|tree| tree.node(value)).map(|node| node.name.clone());
    name.map_or_else(|| ReportCell::shown(Some(value)), |name| ReportCell::shown(Some(name)))
}

/// By metric, and whether it is for shares: those count also what is not assigned, which has no rank.
type Rankings = Vec<((&'static str, bool), RankSheet)>;

/// The groups of a period ranked by the metrics that columns rank by.
fn rankings(
    counts: &Counts<'_>,
    columns: &[Col],
    groups: &[Vec<DimensionValue>],
    at: usize,
) -> Result<Rankings> {
    let mut made: Rankings = Vec::new();
    for column in columns {
        let (name, of_shares) = match column.source {
            Source::Rank(name) => (name, false),
            Source::ShareOf(name) => (name, true),
            _ => continue,
        };
        if made.iter().any(|(done, _)| *done == (name, of_shares)) {
            continue;
        }
        let mut items = Vec::with_capacity(groups.len());
        for (place, values) in groups.iter().enumerate() {
            let cell = counts.cell(values, at, name, Span::Own);
            let value = cell.and_then(|cell| cell.value.as_ref());
            let value = value.map(|value| value.to_string().parse::<Figure>()).transpose()?;
            let is_assigned = values.iter().any(|one| one.value.is_some());
            let mut item = ListedFigure::new(Text::of(place));
            item.value = value.filter(|_| of_shares || is_assigned);
            items.push(item);
        }
        made.push(((name, of_shares), Ranking::new(&items).sheet()?));
    }
    Ok(made)
}

/// The line of a group in a ranking.
fn line<'r>(
    rankings: &'r Rankings,
    of: (&'static str, bool),
    place: usize,
) -> Option<&'r RankLine> {
    let (_, sheet) = rankings.iter().find(|(made, _)| *made == of)?;
    let id = Text::of(place);
    sheet.lines.iter().find(|line| line.id == id)
}

fn rank(rankings: &Rankings, name: &'static str, place: usize) -> ReportCell {
    let rank = line(rankings, (name, false), place).and_then(|line| line.rank);
    let rank = rank.and_then(|rank| i32::try_from(rank).ok());
    rank.map_or(ReportCell::Absent {}, |count| ReportCell::Count { count })
}

fn share(rankings: &Rankings, name: &'static str, place: usize) -> ReportCell {
    ReportCell::part(line(rankings, (name, true), place).and_then(|line| line.share))
}
