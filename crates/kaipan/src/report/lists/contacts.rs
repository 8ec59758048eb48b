//! 来电来访明细表: a row a call or visit.

use crate::error::Result;
use crate::kpi::{Fact, FactKind};
use crate::opportunity::FollowUp;
use crate::report::cell::ReportCell;
use crate::report::definition::ReportColumnKind::{Date, Text};
use crate::report::listing::{Draft, Listing};
use crate::report::scene::Scene;
use crate::report::spec::{ANY, Col, Fill, Spec, col};
use crate::{Label, customer::Customer};
use std::collections::HashMap;

/// The calls and visits of a period.
pub(in crate::report) const CONTACTS: Spec = Spec {
    name: "contacts",
    zh: "来电来访明细表",
    en: "Calls and visits",
    periods: ANY,
    due_after: &[],
    records: &["follow_ups", "facts", "customers"],
    columns: COLUMNS,
    fill: Fill::List(rows),
};

const COLUMNS: &[Col] = &[
    col("date", "日期", "date", Date),
    col("kind", "方式", "kind", Text),
    col("occurrence", "首次/再次", "first or return", Text),
    col("project", "项目", "project", Text),
    col("customer", "客户", "customer", Text).personal(),
    col("phone", "电话", "phone", Text).personal(),
    col("layout_wanted", "意向户型", "layout wanted", Text).personal(),
    col("area_wanted", "意向面积", "area wanted", Text).personal(),
    col("budget", "预算", "budget", Text).personal(),
    col("media", "媒体大类", "medium", Text),
    col("sub_media", "媒体小类", "sub-medium", Text),
    col("agent", "置业顾问", "agent", Text),
    col("grade", "意向等级", "grade", Text),
    col("next_contact", "下次联系", "next contact", Date),
    col("note", "内容", "note", Text).personal(),
];

fn rows(scene: &Scene<'_>) -> Result<Listing> {
    let records: HashMap<String, &FollowUp> =
        scene.records.follow_ups.iter().map(|one| (format!("follow_up/{}", one.id), one)).collect();
    let mut facts: Vec<_> = scene.facts_in(&[FactKind::Call, FactKind::Visit]).collect();
    facts.sort_by_key(|(day, fact)| (*day, &fact.key));
    let drafts = facts.into_iter().map(|(_, fact)| {
        let record = records.get(fact.key.as_str()).copied();
        let customer = scene.customer(fact.customer.as_ref());
        let mut cells = vec![
            ReportCell::day(Some(fact.date)),
            kind(fact),
            occurrence(fact),
            ReportCell::shown(scene.project_name(fact.node.as_ref(), fact.date)),
            ReportCell::shown(scene.customer_name(fact.customer.as_ref())),
            ReportCell::shown(scene.phone(fact.customer.as_ref())),
        ];
        cells.extend(wanted(customer));
        cells.extend([
            ReportCell::shown(fact.media.as_ref()),
            ReportCell::shown(fact.sub_media.as_ref()),
            ReportCell::shown(fact.agent.as_ref()),
            ReportCell::shown(fact.grade.as_ref()),
            ReportCell::day(record.and_then(|record| record.next_contact)),
            ReportCell::shown(record.and_then(|record| record.note.clone())),
        ]);
        Draft::new(cells).of(fact.node.as_ref(), fact.agent.as_ref()).fact(&fact.key)
    });
    Ok(drafts.collect::<Vec<Draft>>().into())
}

fn kind(fact: &Fact) -> ReportCell {
    match fact.kind {
        FactKind::Call => ReportCell::said("来电", "call"),
        _ => ReportCell::said("来访", "visit"),
    }
}

pub(super) fn occurrence(fact: &Fact) -> ReportCell {
    match fact.detail.as_deref() {
        Some("first") => ReportCell::said("首次", "first"),
        Some("return") => ReportCell::said("再次", "return"),
        _ => ReportCell::Absent {},
    }
}

/// What a customer is looking for: layouts, area, budget.
pub(super) fn wanted(customer: Option<&Customer>) -> [ReportCell; 3] {
    let wishes = customer.and_then(|customer| customer.preferences.as_ref());
    let Some(wishes) = wishes else {
        return [ReportCell::Absent {}, ReportCell::Absent {}, ReportCell::Absent {}];
    };
    let layouts: Vec<&str> = wishes.layouts.iter().map(|one| one.as_str()).collect();
    let layouts = (!layouts.is_empty()).then(|| Label::from(layouts.join("、")));
    [
        ReportCell::shown(layouts),
        ReportCell::shown(range(wishes.area_from, wishes.area_to)),
        ReportCell::shown(range(wishes.budget_from, wishes.budget_to)),
    ]
}

fn range<T: std::fmt::Display>(from: Option<T>, to: Option<T>) -> Option<Label> {
    match (from, to) {
        (Some(from), Some(to)) => Some(Label::of(format_args!("{from} – {to}"))),
        (Some(from), None) => Some(Label::of(format_args!("≥ {from}"))),
        (None, Some(to)) => Some(Label::of(format_args!("≤ {to}"))),
        (None, None) => None,
    }
}
