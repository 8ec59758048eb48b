//! 进度板: nodes of the plan, sales, collections, what is out of the ordinary.

use super::stages::{FIGURES, number};
use crate::error::{Finding, Input, InputPlace, Result};
use crate::kpi::{NodeProgress, PlanNode};
use crate::report::cell::ReportCell;
use crate::report::definition::ReportColumnKind::{Date, Days, Number, Share, Text};
use crate::report::listing::{Draft, Listing};
use crate::report::measured::{Goals, measure_by};
use crate::report::records::{ExceptionalEvent, ProjectNodePlan};
use crate::report::scene::Scene;
use crate::report::spec::{ANY, Col, Fill, Span, Spec, WEEK, col};
use crate::{Label, Text as Name};

/// How a project stands: nodes of its plan, sales and collections beside their targets, and events that are open
/// or happened in the period.
pub(in crate::report) const PROGRESS_BOARD: Spec = Spec {
    name: "progress_board",
    zh: "项目进度板",
    en: "Progress of projects",
    periods: ANY,
    due_after: WEEK,
    records: &[
        "organisation",
        "node_plans",
        "exceptions",
        "units",
        "events",
        "stock_events",
        "entries",
        "follow_ups",
        "spend",
        "facts",
        "targets",
    ],
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
    let (mut drafts, mut findings) = nodes(scene)?;
    let mut goals = Goals::new(scene);
    drafts.extend(sales(scene, &mut goals)?);
    drafts.extend(events(scene));
    findings.append(&mut goals.findings);
    Ok(Listing { drafts, findings, ..Listing::default() })
}

fn head(scene: &Scene<'_>, section: (&str, &str), node: Option<&Name>) -> Vec<ReportCell> {
    let project = ReportCell::shown(scene.project_name(node, scene.as_of));
    vec![ReportCell::said(section.0, section.1), project]
}

/// The nodes of plans as they stood on the day looked at, and what is told of them.
fn nodes(scene: &Scene<'_>) -> Result<(Vec<Draft>, Vec<Finding>)> {
    let (mut drafts, mut findings) = (Vec::new(), Vec::new());
    for (at, plan) in scene.records.node_plans.iter().enumerate() {
        if !scene.is_inside(Some(&plan.project), scene.as_of) {
            continue;
        }
        let place = |input: Input| match input {
            Input::Nodes => {
                let plan = InputPlace::of(Input::Records).then("node_plans").then(at);
                Some(plan.then("nodes"))
            }
            _ => None,
        };
        drafts
            .append(&mut of_plan(scene, plan, &mut findings).map_err(|error| error.moved(&place))?);
        findings.iter_mut().for_each(|finding| finding.move_to(&place));
    }
    Ok((drafts, findings))
}

fn of_plan(
    scene: &Scene<'_>,
    plan: &ProjectNodePlan,
    findings: &mut Vec<Finding>,
) -> Result<Vec<Draft>> {
    let known = |node: &PlanNode| {
        let real = node.real.filter(|real| *real <= scene.as_of);
        PlanNode { real, ..node.clone() }
    };
    let nodes: Vec<PlanNode> = plan.nodes.iter().map(known).collect();
    let sheet = NodeProgress::new(&nodes, scene.as_of).sheet()?;
    findings.extend(sheet.findings);
    let drafts = nodes.iter().zip(sheet.nodes).map(|(node, position)| {
        let mut cells = head(scene, ("工程节点", "nodes"), Some(&plan.project));
        cells.extend([
            match node.name == node.kind.chinese() {
                true => ReportCell::said(node.kind.chinese(), node.kind.english()),
                false => ReportCell::shown(Some(&node.name)),
            },
            ReportCell::Absent {},
            ReportCell::day(Some(node.planned)),
            ReportCell::day(node.forecast),
            ReportCell::day(node.real),
            ReportCell::Days { days: position.days_late },
        ]);
        cells.extend([const { ReportCell::Absent {} }; 6]);
        Draft::new(cells).of(Some(&plan.project), None)
    });
    Ok(drafts.collect())
}

fn sales(scene: &Scene<'_>, goals: &mut Goals<'_>) -> Result<Vec<Draft>> {
    let names: Vec<Name> = FIGURES.iter().map(|(name, ..)| Name::constant(name)).collect();
    let column = col("target", "指标", "target", Number);
    let mut drafts = Vec::new();
    for (at, period) in scene.periods.iter().enumerate() {
        let table = measure_by(scene, &names, &[], period)?;
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
