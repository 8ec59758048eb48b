//! 大定逾期汇总: subscriptions that should have been signed.

use crate::deal::DocumentKind;
use crate::error::Result;
use crate::overdue::{DunningResult, OverdueKind, OverdueReason};
use crate::report::cell::ReportCell;
use crate::report::definition::ReportColumnKind::{Date, Days, Money, Text};
use crate::report::listing::{Draft, Listing};
use crate::report::scene::Scene;
use crate::report::spec::{ANY, Col, Fill, Spec, WEEK, col};

/// The subscriptions whose agreed signing date is past on the day looked at.
pub(in crate::report) const SIGNING_OVERDUE: Spec = Spec {
    name: "signing_overdue",
    zh: "大定逾期汇总",
    en: "Signings overdue",
    periods: ANY,
    due_after: WEEK,
    records: &["events", "units", "customers", "reasons", "reminders"],
    columns: COLUMNS,
    fill: Fill::List(rows),
};

const COLUMNS: &[Col] = &[
    col("project", "项目", "project", Text),
    col("unit", "房号", "unit", Text),
    col("customer", "客户", "customer", Text).personal(),
    col("phone", "电话", "phone", Text).personal(),
    col("agent", "置业顾问", "agent", Text),
    col("subscribed_on", "认购日期", "subscribed on", Date),
    col("agreed_signing", "约定签约日", "agreed signing", Date),
    col("days_late", "逾期天数", "days late", Days),
    col("contract_total", "合同总价", "contract total", Money).sum().personal(),
    col("deposit", "定金", "deposit", Money).sum().personal(),
    col("reason", "逾期原因", "reason", Text),
    col("reminded_on", "最近催签", "last reminder", Date),
    col("reminder", "催签步骤", "step of the reminder", Text),
    col("result", "催签结果", "result", Text),
    col("promised_on", "承诺日期", "promised for", Date),
    col("next_step", "下一步", "next step", Text),
];

fn rows(scene: &Scene<'_>) -> Result<Listing> {
    let reasons = OverdueReason::preset();
    let mut drafts = Vec::new();
    for deal in scene.deals_inside() {
        let Some(document) = deal.active_of(DocumentKind::Subscription) else { continue };
        let late = document.agreed_signing.filter(|agreed| *agreed < scene.as_of);
        let Some(agreed) = late else { continue };
        let node = scene.node_of(deal);
        let given = scene.records.reasons.iter();
        let mut given = given.filter(|one| one.deal == deal.id && one.kind == OverdueKind::Signing);
        let reason = given.next().map(|one| {
            let known = reasons.iter().find(|known| known.code == one.reason);
            known.map_or_else(
                || ReportCell::shown(Some(&one.reason)),
                |known| ReportCell::said(known.zh.clone(), known.en.clone()),
            )
        });
        let reminders = scene.records.reminders.iter();
        let own = reminders.filter(|one| one.deal == deal.id && one.on <= scene.as_of);
        let last = own.max_by_key(|one| one.on);
        let promised = last.and_then(|one| one.promise.as_ref()).map(|one| one.on);
        let next = match (last, promised) {
            (None, _) => ReportCell::said("发催签函", "send a reminder"),
            (_, Some(day)) if day >= scene.as_of => {
                ReportCell::said("等待承诺日", "wait for the promised day")
            }
            (_, Some(_)) => {
                ReportCell::said("承诺未兑现，再次催签", "the promise was not kept: remind again")
            }
            (Some(_), None) => ReportCell::said("再次催签", "remind again"),
        };
        let cells = vec![
            ReportCell::shown(scene.project_name(node, scene.as_of)),
            ReportCell::shown(deal.unit_no.as_ref()),
            ReportCell::shown(scene.customer_name(deal.first_buyer())),
            ReportCell::shown(scene.phone(deal.first_buyer())),
            ReportCell::shown(deal.agent.as_ref()),
            ReportCell::day(document.active_at.map(|at| at.date())),
            ReportCell::day(Some(agreed)),
            ReportCell::days_from(Some(agreed), scene.as_of),
            ReportCell::yuan(deal.contract_total()?),
            ReportCell::yuan(document.deposit),
            reason.unwrap_or(ReportCell::Absent {}),
            ReportCell::day(last.map(|one| one.on)),
            ReportCell::shown(last.map(|one| &one.step)),
            last.and_then(|one| one.result).map_or(ReportCell::Absent {}, result),
            ReportCell::day(promised),
            next,
        ];
        drafts.push(Draft::new(cells).of(node, deal.agent.as_ref()).deal(Some(&deal.id)));
    }
    Ok(drafts.into())
}

fn result(result: DunningResult) -> ReportCell {
    let (zh, en) = match result {
        DunningResult::Reached => ("已联系", "reached"),
        DunningResult::NotReached => ("未联系上", "not reached"),
        DunningResult::Promised => ("已承诺", "promised"),
        DunningResult::Refused => ("拒绝", "refused"),
        DunningResult::Disputed => ("有争议", "disputed"),
    };
    ReportCell::said(zh, en)
}
