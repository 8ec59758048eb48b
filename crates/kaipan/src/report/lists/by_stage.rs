//! 客户阶段表: a row a customer at a project, by the furthest stage he stands in.

use super::shared::lost_finding;
use crate::deal::{Deal, DocumentKind};
use crate::error::Result;
use crate::number::Money;
use crate::opportunity::{FollowUp, Opportunity, OpportunityState};
use crate::report::cell::ReportCell;
use crate::report::definition::ReportColumnKind::{Date as Day, Money as Yuan, Text as Words};
use crate::report::listing::{Draft, Listing};
use crate::report::persons::Persons;
use crate::report::scene::Scene;
use crate::report::spec::{ANY, Col, Fill, Spec, col};
use crate::{Date, Label, Text};
use std::collections::BTreeMap;

/// The customers who stand in a stage of a sale, the furthest first.
pub(in crate::report) const CUSTOMERS_BY_STAGE: Spec = Spec {
    name: "customers_by_stage",
    zh: "客户阶段表",
    en: "Customers by stage",
    periods: ANY,
    due_after: &[],
    records: &[
        "organisation",
        "events",
        "units",
        "customers",
        "merges",
        "opportunities",
        "follow_ups",
    ],
    columns: COLUMNS,
    fill: Fill::List(rows),
};

const COLUMNS: &[Col] = &[
    col("stage", "阶段", "stage", Words),
    col("since", "自", "since", Day),
    col("customer", "客户", "customer", Words).personal(),
    col("phone", "电话", "phone", Words).personal(),
    col("project", "项目", "project", Words),
    col("unit", "房号", "unit", Words),
    col("contract_total", "合同总价", "contract total", Yuan).personal(),
    col("opportunity_stage", "销售机会阶段", "stage of the opportunity", Words),
    col("grade", "意向等级", "grade", Words),
    col("next_contact", "下次联系", "next contact", Day),
    col("agent", "置业顾问", "agent", Words),
];

/// How far a customer has come, from the nearest to the furthest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    /// Has called, come or been met, and has no opportunity.
    Met,
    /// Has an open opportunity.
    Opportunity,
    /// Has an active document.
    Document(DocumentKind),
}

/// What is known of a customer at a project.
#[derive(Default)]
struct Known<'s> {
    deals: Vec<&'s Deal>,
    open: Option<&'s Opportunity>,
    has_ended: bool,
    first: Option<Date>,
    last: Option<&'s FollowUp>,
}

fn rows(scene: &Scene<'_>) -> Result<Listing> {
    let persons = scene.persons()?;
    let (mut lost, mut all) = (0, BTreeMap::new());
    of_deals(scene, &persons, &mut all, &mut lost);
    of_records(scene, &persons, &mut all, &mut lost);
    let mut found = Vec::new();
    for ((customer, project), known) in &all {
        if let Some((stage, since)) = known.stage() {
            found.push((stage, since, *customer, *project, known));
        }
    }
    found.sort_by(|one, other| {
        (other.0, one.1, one.2, one.3).cmp(&(one.0, other.1, other.2, other.3))
    });
    let mut drafts = Vec::new();
    for (stage, since, customer, project, known) in found {
        drafts.push(row(scene, (stage, since), (customer, project), known)?);
    }
    Ok(Listing { drafts, findings: lost_finding(lost), ..Listing::default() })
}

/// Customers after their merges, with their projects.
type All<'s> = BTreeMap<(&'s Text, Option<&'s Text>), Known<'s>>;

/// The deals of their first buyers that have an active document.
fn of_deals<'s>(scene: &'s Scene<'_>, persons: &'s Persons, all: &mut All<'s>, lost: &mut u32) {
    for deal in scene.deals.values() {
        let node = scene.node_of(deal);
        let is_meant = deal.active().is_some() && scene.counts(node, scene.as_of, lost);
        if let Some(customer) = deal.first_buyer().filter(|_| is_meant) {
            let project = node.map(|node| scene.project_id(node, scene.as_of));
            all.entry((persons.one(customer), project)).or_default().deals.push(deal);
        }
    }
}

/// Opportunities and follow-ups up to the day looked at.
fn of_records<'s>(scene: &'s Scene<'_>, persons: &'s Persons, all: &mut All<'s>, lost: &mut u32) {
    let day = scene.as_of;
    for one in &scene.records.opportunities {
        if one.opened_on > day || !scene.counts(Some(&one.project), day, lost) {
            continue;
        }
        let project = scene.project_id(&one.project, day);
        let known = all.entry((persons.one(&one.customer), Some(project))).or_default();
        let ended = one.end.as_ref().filter(|end| end.on <= day);
        match (one.state, ended) {
            (OpportunityState::Active, _) | (_, None) => known.open = Some(one),
            _ => known.has_ended = true,
        }
    }
    for one in scene.records.follow_ups.iter().filter(|one| one.at.date() <= day) {
        if !scene.counts(Some(&one.project), one.at.date(), lost) {
            continue;
        }
        let project = scene.project_id(&one.project, day);
        let known = all.entry((persons.one(&one.customer), Some(project))).or_default();
        let met = one.at.date();
        known.first = Some(known.first.map_or(met, |first| first.min(met)));
        let is_later = |last: &FollowUp| (last.at, last.entered()) < (one.at, one.entered());
        if known.last.is_none_or(is_later) {
            known.last = Some(one);
        }
    }
}

impl Known<'_> {
    /// The furthest stage now, and since when. Who was lost and came no further is in none.
    fn stage(&self) -> Option<(Stage, Option<Date>)> {
        let furthest = self.deals.iter().filter_map(|deal| deal.active()).map(|document| {
            (document.kind, std::cmp::Reverse(document.active_at.map(|at| at.date())))
        });
        if let Some((kind, std::cmp::Reverse(since))) = furthest.max() {
            return Some((Stage::Document(kind), since));
        }
        match self.open {
            Some(open) => Some((Stage::Opportunity, Some(open.stage_since))),
            None if self.has_ended => None,
            None => self.first.map(|first| (Stage::Met, Some(first))),
        }
    }
}

fn row(
    scene: &Scene<'_>,
    (stage, since): (Stage, Option<Date>),
    (customer, project): (&Text, Option<&Text>),
    known: &Known<'_>,
) -> Result<Draft> {
    let is_own = |deal: &&&Deal| {
        let kind = deal.active().map(|document| document.kind);
        kind.map(Stage::Document) == Some(stage)
    };
    let own: Vec<&Deal> = known.deals.iter().filter(is_own).copied().collect();
    let units: Vec<&str> = own.iter().filter_map(|deal| deal.unit_no.as_deref()).collect();
    let mut totals = Vec::new();
    for deal in &own {
        totals.extend(deal.contract_total()?);
    }
    let total = if totals.is_empty() { None } else { Some(Money::sum(totals)?) };
    let agent = own.first().and_then(|deal| deal.agent.as_ref());
    let agent = agent.or_else(|| known.open.map(|open| &open.agent));
    let agent = agent.or_else(|| known.last.map(|last| &last.agent));
    let graded = known.open.and_then(|open| open.fields.grade.as_ref());
    let cells = vec![
        match stage {
            Stage::Met => ReportCell::said("来电来访", "in contact"),
            Stage::Opportunity => ReportCell::said("跟进", "being followed"),
            Stage::Document(DocumentKind::Contract) => ReportCell::said("签约", "signed"),
            Stage::Document(kind) => ReportCell::said(kind.chinese(), kind.english()),
        },
        ReportCell::day(since),
        ReportCell::shown(scene.customer_name(Some(customer))),
        ReportCell::shown(scene.phone(Some(customer))),
        ReportCell::shown(scene.project_name(project, scene.as_of)),
        ReportCell::shown((!units.is_empty()).then(|| Label::from(units.join("、")))),
        ReportCell::yuan(total),
        ReportCell::shown(known.open.map(|open| &open.stage)),
        ReportCell::shown(graded.or_else(|| known.last.and_then(|last| last.grade.as_ref()))),
        ReportCell::day(known.last.and_then(|last| last.next_contact)),
        ReportCell::shown(agent),
    ];
    let mut draft = Draft::new(cells).of(project, agent);
    draft.deals.extend(own.iter().map(|deal| deal.id.clone()));
    draft.facts.extend(known.last.map(|last| Text::of(format_args!("follow_up/{}", last.id))));
    Ok(draft)
}
