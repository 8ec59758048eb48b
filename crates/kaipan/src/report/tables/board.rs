//! 进度板: nodes of the plan, sales, collections, what is out of the ordinary.

use super::stages::{FIGURES, number};
use crate::error::Result;
use crate::report::cell::ReportCell;
use crate::report::definition::ReportColumnKind::{Date, Days, Number, Share, Text};
use crate::report::listing::{Draft, Listing};
use crate::report::measured::{Goals, measure_by};
use crate::report::records::{ExceptionalEvent, ProgressNode};
use crate::report::scene::Scene;
use crate::report::spec::{ANY, Col, Fill, Span, Spec, WEEK, col};
use crate::{Date as Day, Label, Text as Name};

/// How a project stands: nodes of its plan, sales and collections beside their targets, and events that are open
/// or happened in the period.
pub(in crate::report) const PROGRESS_BOARD: Spec = Spec {
    name: "progress_board",
    zh: "项目进度板",
    en: "Progress of projects",
    periods: ANY,
    due_after: WEEK,
    records: &["nodes", "exceptions", "units", "events", "entries", "facts", "targets"],
    columns: COLUMNS,
    fill: Fill::Own(rows),
};

const COLUMNS: &[Col] = &[
    col("section", "部分", "section", Text),
    col("project", "项目", "project", Text),
    col("item", "事项", "item", Text),
    col("date", "发生日期", "happened on", Date),
    col("planned", "计划日期", "planned", Date),
    col("forecast", "预计日期", "forecast", Date),
    col("real", "实际日期", "real", Date),
    col("days_late", "延误天数", "days late", Days),
    col("target", "指标", "target", Number),
    col("actual", "实际", "actual", Number),
    col("completion", "完成率", "completion", Share),
    col("severity", "程度", "severity", Text),
    col("closed_on", "关闭日期", "closed on", Date),
    col("text", "说明", "text", Text),
];

fn rows(scene: &Scene<'_>) -> Result<Listing> {
    let mut drafts: Vec<Draft> = nodes(scene);
    let mut goals = Goals::new(scene);
    drafts.extend(sales(scene, &mut goals)?);
    drafts.extend(events(scene));
    Ok(Listing { drafts, findings: goals.findings, ..Listing::default() })
}

fn head(scene: &Scene<'_>, section: (&str, &str), node: Option<&Name>) -> Vec<ReportCell> {
    let project = ReportCell::shown(scene.project_name(node, scene.as_of));
    vec![ReportCell::said(section.0, section.1), project]
}

fn nodes(scene: &Scene<'_>) -> Vec<Draft> {
    let own = scene.records.nodes.iter();
    let own = own.filter(|node| scene.is_inside(Some(&node.project), scene.as_of));
    let drafts = own.map(|node| {
        let mut cells = head(scene, ("工程节点", "nodes"), Some(&node.project));
        cells.extend([
            match &node.name_en {
                Some(en) => ReportCell::said(node.name.clone(), en.clone()),
                None => ReportCell::shown(Some(node.name.clone())),
            },
            ReportCell::Absent {},
            ReportCell::day(node.planned),
            ReportCell::day(node.forecast),
            ReportCell::day(node.real.filter(|real| *real <= scene.as_of)),
            late(node, scene.as_of),
        ]);
        cells.extend([const { ReportCell::Absent {} }; 6]);
        Draft::new(cells).of(Some(&node.project), None)
    });
    drafts.collect()
}

/// Days after the planned day: of the real day, else of what is expected, else of today once it is past.
fn late(node: &ProgressNode, today: Day) -> ReportCell {
    let Some(planned) = node.planned else { return ReportCell::Absent {} };
    let by = node.real.filter(|real| *real <= today).or(node.forecast);
    let by = by.unwrap_or(today).max(planned);
    ReportCell::days_from(Some(planned), by)
}

fn sales(scene: &Scene<'_>, goals: &mut Goals<'_>) -> Result<Vec<Draft>> {
    let names: Vec<Name> = FIGURES.iter().map(|(name, ..)| Name::constant(name)).collect();
    let column = col("target", "指标", "target", Number);
    let mut drafts = Vec::new();
    for (at, period) in scene.periods.iter().enumerate() {
        let table = measure_by(scene, &names, &[], (period.from, period.to))?;
        let cells = table.groups.first().map(|group| group.cells.as_slice()).unwrap_or_default();
        for ((name, zh, en, _, _), cell) in FIGURES.iter().zip(cells) {
            let section = match *name {
                "collections" => ("回款", "collections"),
                _ => ("销售进展", "sales"),
            };
            let mut row = head(scene, section, scene.node);
            let of = (*name, Span::Own);
            row.push(ReportCell::said(*zh, *en));
            row.extend([const { ReportCell::Absent {} }; 5]);
            row.push(goals.target(&[], at, of, Some(cell), &column)?);
            row.push(number(Some(cell))?);
            row.push(goals.completion(&[], at, of, Some(cell))?);
            row.extend([const { ReportCell::Absent {} }; 2]);
            row.push(ReportCell::shown(Some(&period.name)));
            let mut draft = Draft::new(row).of(scene.node, None);
            draft.period = Some(period.name.clone());
            drafts.push(draft);
        }
    }
    Ok(drafts)
}

fn events(scene: &Scene<'_>) -> Vec<Draft> {
    let own = scene.records.exceptions.iter().filter(|one| {
        let is_open = one.closed_on.is_none_or(|closed| closed > scene.as_of);
        let inside = scene.is_inside(Some(&one.project), one.date);
        inside && one.date <= scene.as_of && (is_open || scene.has(one.date))
    });
    let mut own: Vec<&ExceptionalEvent> = own.collect();
    own.sort_by_key(|one| (std::cmp::Reverse(one.severity), one.date, &one.kind));
    let drafts = own.into_iter().map(|one| {
        let mut cells = head(scene, ("突发事件", "exceptional events"), Some(&one.project));
        let is_closed = one.closed_on.filter(|closed| *closed <= scene.as_of);
        let en = one.severity.word();
        cells.extend([ReportCell::shown(Some(&one.kind)), ReportCell::day(Some(one.date))]);
        cells.extend([const { ReportCell::Absent {} }; 7]);
        cells.extend([
            ReportCell::said(one.severity.chinese(), Label::from(en)),
            ReportCell::day(is_closed),
            ReportCell::shown(Some(one.text.clone())),
        ]);
        Draft::new(cells).of(Some(&one.project), None)
    });
    drafts.collect()
}
