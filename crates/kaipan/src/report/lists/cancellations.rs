//! 退房明细表: a row a sale that was ended.

use super::shared::cancelled_how;
use crate::deal::{Deal, DocumentKind, SettledChange};
use crate::error::Result;
use crate::kpi::{Fact, FactKind};
use crate::number::{Money as Yuan, less};
use crate::report::cell::ReportCell;
use crate::report::definition::ReportColumnKind::{Area, Date, Money, Text};
use crate::report::listing::{Draft, Listing};
use crate::report::scene::Scene;
use crate::report::spec::{ANY, Col, FACTS, Fill, Spec, col};

/// The sales that were ended in a period.
pub(in crate::report) const CANCELLATIONS: Spec = Spec {
    name: "cancellations",
    zh: "退房明细表",
    en: "Cancellations",
    periods: ANY,
    due_after: &[],
    records: FACTS,
    columns: COLUMNS,
    fill: Fill::List(rows),
};

const COLUMNS: &[Col] = &[
    col("project", "项目", "project", Text),
    col("unit", "房号", "unit", Text),
    col("customer", "客户", "customer", Text).personal(),
    col("subscribed_on", "认购日期", "subscribed on", Date),
    col("signed_on", "签约日期", "signed on", Date),
    col("cancelled_on", "退房日期", "cancelled on", Date),
    col("kind", "类别", "kind", Text),
    col("reason", "原因", "reason", Text),
    col("area", "面积", "area", Area).sum(),
    col("cancelled_amount", "原总价", "total before", Money).sum().personal(),
    col("received", "已收款", "received", Money).sum().personal(),
    col("fee", "手续费", "handling fee", Money).sum().personal(),
    col("forfeited", "没收金额", "forfeited", Money).sum().personal(),
    col("refunded", "应退金额", "to be refunded", Money).sum().personal(),
    col("approval", "审批单", "approval", Text),
    col("by", "经办人", "by", Text),
    col("agent", "置业顾问", "agent", Text),
];

fn rows(scene: &Scene<'_>) -> Result<Listing> {
    let mut facts: Vec<_> = scene.facts_in(&[FactKind::Cancellation]).collect();
    facts.sort_by_key(|(day, fact)| (*day, &fact.key));
    let mut drafts = Vec::with_capacity(facts.len());
    for (day, fact) in facts {
        let deal = fact.deal.as_ref().and_then(|id| scene.deals.get(id));
        let event = scene.event(&fact.key);
        let settled = deal.and_then(|deal| settled(deal, day));
        let received = match &fact.deal {
            Some(deal) => Some(received_before(scene, deal, fact)?),
            None => None,
        };
        let opened = |kind| deal.and_then(|deal| Scene::opened(deal, kind));
        let origin = |kind| origin(scene, fact, kind);
        let subscribed = opened(DocumentKind::Subscription);
        let signed = opened(DocumentKind::Contract);
        let cells = vec![
            ReportCell::shown(scene.project_name(fact.node.as_ref(), fact.date)),
            ReportCell::shown(fact.unit.as_ref()),
            ReportCell::shown(scene.customer_name(fact.customer.as_ref())),
            ReportCell::day(subscribed.or_else(|| origin(FactKind::Subscription))),
            ReportCell::day(signed.or_else(|| origin(FactKind::Signing))),
            ReportCell::day(Some(day)),
            cancelled_how(fact.detail.as_deref()),
            ReportCell::shown(event.and_then(|event| event.reason.clone())),
            ReportCell::square(fact.area),
            ReportCell::yuan(fact.amount),
            ReportCell::yuan(received),
            ReportCell::yuan(settled.map(|settled| settled.handling_fee)),
            ReportCell::yuan(settled.map(|settled| settled.forfeited)),
            ReportCell::yuan(settled.map(|settled| settled.refund)),
            ReportCell::shown(event.and_then(|event| event.approval.as_ref())),
            ReportCell::shown(event.map(|event| &event.by)),
            ReportCell::shown(fact.agent.as_ref()),
        ];
        let draft = Draft::new(cells).of(fact.node.as_ref(), fact.agent.as_ref());
        drafts.push(draft.deal(fact.deal.as_ref()).fact(&fact.key));
    }
    Ok(drafts.into())
}

/// The change that was settled on a day.
fn settled(deal: &Deal, day: crate::Date) -> Option<&SettledChange> {
    deal.changes.iter().rev().find(|change| change.at.date() == day)
}

/// The day of the fact of a kind that another goes back to.
pub(super) fn origin(scene: &Scene<'_>, fact: &Fact, kind: FactKind) -> Option<crate::Date> {
    let mut of = fact.of.as_deref();
    let mut left = 8_u8;
    while let Some(before) = of.and_then(|key| scene.fact(key)) {
        if before.kind == kind {
            return Some(before.date);
        }
        left = left.checked_sub(1)?;
        of = before.of.as_deref();
    }
    None
}

/// What had come in of a deal before it was ended: what went back that day has not gone yet.
fn received_before(scene: &Scene<'_>, deal: &crate::Text, ended: &Fact) -> Result<Yuan> {
    let back = scene.facts.iter().filter(|fact| {
        let is_money = fact.kind == FactKind::Collection && fact.deal.as_ref() == Some(deal);
        is_money && fact.date == ended.date && fact.amount.is_some_and(Yuan::is_negative)
    });
    let back = Yuan::sum(back.filter_map(|fact| fact.amount))?;
    less(scene.received(deal, ended.date)?, back)
}
