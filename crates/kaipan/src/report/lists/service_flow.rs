//! 客户事务流程表: a row a deal, a column a step of a service.

use crate::error::Result;
use crate::report::cell::ReportCell;
use crate::report::definition::ReportColumnKind::Text;
use crate::report::definition::{ReportColumn, ReportTotal};
use crate::report::listing::{Draft, Listing};
use crate::report::scene::Scene;
use crate::report::spec::{ANY, Col, Fill, Spec, col};
use crate::service::{ServiceCell, StepStanding};
use crate::{Label, Text as Name};

/// The services after signing, deal by deal: how each step stands on the day looked at.
pub(in crate::report) const SERVICE_FLOW: Spec = Spec {
    name: "service_flow",
    zh: "客户事务流程表",
    en: "Services by deal",
    periods: ANY,
    due_after: &[],
    records: &["services", "events", "units", "customers"],
    columns: COLUMNS,
    fill: Fill::List(rows),
};

/// The columns before those of the steps.
const COLUMNS: &[Col] = &[
    col("project", "项目", "project", Text),
    col("unit", "房号", "unit", Text),
    col("customer", "客户", "customer", Text).personal(),
    col("agent", "置业顾问", "agent", Text),
];

fn rows(scene: &Scene<'_>) -> Result<Listing> {
    let list = scene.followed()?;
    let sheet = &list.sheet;
    let columns = sheet.columns.iter().map(|one| {
        let key = Name::of(format_args!("{}_{}", one.kind.word(), one.step));
        let titles = [one.zh.clone(), one.en.clone()];
        ReportColumn::made(key, titles, Text, ReportTotal::None, false)
    });
    let columns: Vec<ReportColumn> = columns.collect();
    let (mut drafts, mut lost) = (Vec::new(), 0);
    for row in &sheet.rows {
        let place = scene.place_of(Some(&row.deal), row.unit_no.as_ref());
        if !scene.counts(place.node, scene.as_of, &mut lost) {
            continue;
        }
        let mut cells = vec![
            ReportCell::shown(scene.project_name(place.node, scene.as_of)),
            ReportCell::shown(place.unit),
            ReportCell::shown(scene.customer_name(place.customer)),
            ReportCell::shown(place.agent),
        ];
        cells.extend(row.cells.iter().map(step));
        drafts.push(Draft::new(cells).of(place.node, place.agent).deal(Some(&row.deal)));
    }
    let findings = scene.told(&list, lost);
    Ok(Listing { drafts, columns, findings, totals: None })
}

/// How a step stands, with its day.
fn step(cell: &ServiceCell) -> ReportCell {
    let zh = cell.standing.chinese();
    let en = match cell.standing {
        StepStanding::NoService => return ReportCell::Absent {},
        StepStanding::Undated => "not dated",
        StepStanding::Planned => "planned",
        StepStanding::Due => "due today",
        StepStanding::Overdue => "overdue",
        StepStanding::Done => "done",
        StepStanding::DoneLate => "done late",
        StepStanding::Closed => "closed",
    };
    let day = cell.done.or(cell.planned);
    match (day, cell.days_late) {
        (Some(day), Some(late)) => ReportCell::said(
            Label::of(format_args!("{zh} {day}，{late} 天")),
            Label::of(format_args!("{en} {day}, {late} days")),
        ),
        (Some(day), None) => ReportCell::said(
            Label::of(format_args!("{zh} {day}")),
            Label::of(format_args!("{en} {day}")),
        ),
        (None, _) => ReportCell::said(zh, en),
    }
}
