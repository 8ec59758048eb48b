//! 换房明细表: a row a change of unit.

use crate::error::Result;
use crate::kpi::FactKind;
use crate::money::LedgerAccount;
use crate::number::Money as Yuan;
use crate::report::cell::ReportCell;
use crate::report::definition::ReportColumnKind::{Date, Money, Text};
use crate::report::listing::{Draft, Listing};
use crate::report::scene::Scene;
use crate::report::spec::{ANY, Col, FACTS, Fill, Spec, col};

/// The changes of unit in a period.
pub(in crate::report) const UNIT_CHANGES: Spec = Spec {
    name: "unit_changes",
    zh: "换房明细表",
    en: "Changes of unit",
    periods: ANY,
    due_after: &[],
    records: FACTS,
    columns: COLUMNS,
    fill: Fill::List(rows),
};

const COLUMNS: &[Col] = &[
    col("project", "项目", "project", Text),
    col("customer", "客户", "customer", Text).personal(),
    col("old_unit", "原房号", "unit before", Text),
    col("old_total", "原总价", "total before", Money).sum().personal(),
    col("old_received", "原已收", "received before", Money).sum().personal(),
    col("new_unit", "新房号", "unit after", Text),
    col("new_total", "新总价", "total after", Money).sum().personal(),
    col("unit_change_amount", "差额", "difference", Money).sum().personal(),
    col("fee", "手续费", "handling fee", Money).sum().personal(),
    col("transferred", "转款金额", "transferred", Money).sum().personal(),
    col("date", "换房日期", "date", Date),
    col("reason", "原因", "reason", Text),
    col("approval", "审批单", "approval", Text),
    col("agent", "置业顾问", "agent", Text),
];

fn rows(scene: &Scene<'_>) -> Result<Listing> {
    let facts = scene.facts_in(&[FactKind::UnitChange]);
    let is_unit = |detail: Option<&str>| detail == Some("unit");
    let mut facts: Vec<_> = facts.filter(|(_, fact)| is_unit(fact.detail.as_deref())).collect();
    facts.sort_by_key(|(day, fact)| (*day, &fact.key));
    let mut drafts = Vec::with_capacity(facts.len());
    for (day, fact) in facts {
        let deal = fact.deal.as_ref().and_then(|id| scene.deals.get(id));
        let settled = deal.and_then(|deal| {
            let mut changes = deal.changes.iter().rev();
            changes.find(|change| change.from_deal.is_some())
        });
        let from = settled.and_then(|settled| settled.from_deal.as_ref());
        let old = from.and_then(|id| scene.deals.get(id));
        let old_unit = old.and_then(|old| old.unit_no.as_ref()).or_else(|| {
            let origin = fact.of.as_deref().and_then(|key| scene.fact(key))?;
            origin.unit.as_ref()
        });
        let transferred = match from {
            Some(from) => Some(transferred(scene, from)?),
            None => None,
        };
        let received = match (from, transferred) {
            // What was received stays where it came in; it moved as a whole.
            (Some(from), Some(_)) => Some(scene.collected(from, day)?),
            _ => None,
        };
        let event = scene.event(&fact.key);
        let cells = vec![
            ReportCell::shown(scene.project_name(fact.node.as_ref(), fact.date)),
            ReportCell::shown(scene.customer_name(fact.customer.as_ref())),
            ReportCell::shown(old_unit),
            ReportCell::yuan(settled.and_then(|settled| settled.old_total)),
            ReportCell::yuan(received),
            ReportCell::shown(fact.unit.as_ref()),
            ReportCell::yuan(settled.and_then(|settled| settled.new_total)),
            ReportCell::yuan(fact.amount),
            ReportCell::yuan(settled.map(|settled| settled.handling_fee)),
            ReportCell::yuan(transferred),
            ReportCell::day(Some(day)),
            ReportCell::shown(event.and_then(|event| event.reason.clone())),
            ReportCell::shown(event.and_then(|event| event.approval.as_ref())),
            ReportCell::shown(fact.agent.as_ref()),
        ];
        let draft = Draft::new(cells).of(fact.node.as_ref(), fact.agent.as_ref());
        drafts.push(draft.deal(from).deal(fact.deal.as_ref()).fact(&fact.key));
    }
    Ok(drafts.into())
}

/// What left a deal for another.
fn transferred(scene: &Scene<'_>, from: &crate::Text) -> Result<Yuan> {
    let own = scene.entries.iter().filter(|entry| entry.deal.as_ref() == Some(from));
    let legs = own.flat_map(|entry| &entry.legs);
    let moved = legs.filter(|leg| matches!(leg.account, LedgerAccount::Transfer {}));
    Yuan::sum(moved.map(|leg| leg.amount))
}
