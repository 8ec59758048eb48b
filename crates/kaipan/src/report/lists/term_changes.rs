//! 更名、改付款、改折扣统计: a row a change of what was agreed.

use crate::deal::{Deal, DealAction, DealChange, DealEvent, SettledChange};
use crate::error::{Input, Result};
use crate::number::less;
use crate::report::cell::ReportCell;
use crate::report::definition::ReportColumnKind::{Count, Date, Money, Text};
use crate::report::listing::{Draft, Listing};
use crate::report::scene::Scene;
use crate::report::spec::{ANY, Col, Fill, Spec, col};
use crate::{Label, Text as Name};
use std::collections::BTreeMap;

/// The changes of names, payment plan and price in a period, with what was before and after.
pub(in crate::report) const TERM_CHANGES: Spec = Spec {
    name: "term_changes",
    zh: "更名、改付款、改折扣统计",
    en: "Changes of names, plan and price",
    periods: ANY,
    due_after: &[],
    records: &["events", "units", "customers"],
    columns: COLUMNS,
    fill: Fill::List(rows),
};

const COLUMNS: &[Col] = &[
    col("kind", "类别", "kind", Text),
    col("count", "笔数", "changes", Count).sum(),
    col("project", "项目", "project", Text),
    col("unit", "房号", "unit", Text),
    col("old", "变更前", "before", Text).personal(),
    col("new", "变更后", "after", Text).personal(),
    col("fee", "手续费", "handling fee", Money).sum().personal(),
    col("difference", "差额", "difference", Money).sum().personal(),
    col("reason", "原因", "reason", Text),
    col("approval", "审批单", "approval", Text),
    col("by", "经办人", "by", Text),
    col("date", "日期", "date", Date),
    col("agent", "置业顾问", "agent", Text),
];

/// A change, with the deal before and after it.
struct Changed<'e> {
    event: &'e DealEvent,
    settled: &'e SettledChange,
    before: Deal,
    after: Deal,
}

fn rows(scene: &Scene<'_>) -> Result<Listing> {
    let mut drafts = Vec::new();
    for changed in changes(scene)? {
        let day = changed.settled.at.date();
        let node = scene.node_of(&changed.after);
        if !scene.has(day) || !scene.is_inside(node, day) {
            continue;
        }
        let (old, new) = (told(scene, &changed, false), told(scene, &changed, true));
        let settled = changed.settled;
        let difference = match (settled.old_total, settled.new_total) {
            (Some(old), Some(new)) => Some(less(new, old)?),
            _ => None,
        };
        let action = settled.action;
        let cells = vec![
            ReportCell::said(action.chinese(), action.english()),
            ReportCell::Count { count: 1 },
            ReportCell::shown(scene.project_name(node, day)),
            ReportCell::shown(changed.after.unit_no.as_ref()),
            ReportCell::shown(old),
            ReportCell::shown(new),
            ReportCell::yuan(Some(settled.handling_fee)),
            ReportCell::yuan(difference),
            ReportCell::shown(changed.event.reason.clone()),
            ReportCell::shown(changed.event.approval.as_ref()),
            ReportCell::shown(Some(&changed.event.by)),
            ReportCell::day(Some(day)),
            ReportCell::shown(changed.after.agent.as_ref()),
        ];
        let draft = Draft::new(cells).of(node, changed.after.agent.as_ref());
        drafts.push((day, draft.deal(Some(&changed.after.id))));
    }
    drafts.sort_by_key(|(day, _)| *day);
    Ok(drafts.into_iter().map(|(_, draft)| draft).collect::<Vec<_>>().into())
}

/// Every change of terms, with the deal before and after the command that made it.
fn changes<'e>(scene: &Scene<'e>) -> Result<Vec<Changed<'e>>> {
    let mut by_deal: BTreeMap<&Name, Vec<(usize, &'e DealEvent)>> = BTreeMap::new();
    for (at, event) in scene.records.events.iter().enumerate() {
        by_deal.entry(&event.deal).or_default().push((at, event));
    }
    let known = scene.records.state.as_ref().map(|state| state.deals.as_slice());
    let known = known.unwrap_or_default();
    let mut all = Vec::new();
    for (id, mut events) in by_deal {
        events.sort_by_key(|(_, event)| event.version);
        let before = known.iter().find(|deal| deal.id == *id).cloned();
        let mut deal = before.unwrap_or_else(|| Deal::new(id.clone()));
        let mut own: Vec<(&DealEvent, &SettledChange)> = Vec::new();
        let mut start = deal.clone();
        for (place, (at, event)) in events.iter().enumerate() {
            deal.apply(event).map_err(|error| error.at(*at).within(Input::Events))?;
            if let DealChange::ChangeSettled { settled } = &event.change
                && is_of_terms(settled.action)
            {
                own.push((event, settled));
            }
            let next = place.checked_add(1).and_then(|next| events.get(next));
            if next.is_none_or(|(_, next)| next.at != event.at) {
                for (event, settled) in own.drain(..) {
                    let (before, after) = (start.clone(), deal.clone());
                    all.push(Changed { event, settled, before, after });
                }
                start = deal.clone();
            }
        }
    }
    Ok(all)
}

const fn is_of_terms(action: DealAction) -> bool {
    matches!(
        action,
        DealAction::ChangeNames
            | DealAction::ChangePlan
            | DealAction::ChangePrice
            | DealAction::ExtendPayment
    )
}

/// What is told of a deal before or after a change.
fn told(scene: &Scene<'_>, changed: &Changed<'_>, after: bool) -> Option<Label> {
    let deal = if after { &changed.after } else { &changed.before };
    match changed.settled.action {
        DealAction::ChangeNames => {
            let names = deal.buyers.iter();
            let names = names.filter_map(|buyer| scene.customer_name(Some(&buyer.customer)));
            let names: Vec<String> = names.map(|name| name.to_string()).collect();
            (!names.is_empty()).then(|| Label::from(names.join("、")))
        }
        DealAction::ChangePrice => deal.price.as_ref().map(|price| price.discounts.clone()),
        _ => deal.plan.as_ref().map(Label::from),
    }
}
