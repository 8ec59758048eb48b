//! 成交客户档案, 客户跟踪档案: buyers, and how customers were followed.

use super::contacts::wanted;
use super::shared::{lost_finding, standing};
use crate::customer::{Customer, Gender, MaritalStatus};
use crate::deal::DocumentKind;
use crate::error::Result;
use crate::opportunity::{FollowUp, FollowUpKind, OpportunityState};
use crate::report::cell::ReportCell;
use crate::report::definition::ReportColumnKind::{Area, Count, Date, Money, Text};
use crate::report::listing::{Draft, Listing};
use crate::report::scene::Scene;
use crate::report::spec::{ANY, Col, Fill, Spec, col};
use crate::{Label, Text as Name};

/// The buyers of the deals that were subscribed in a period.
pub(in crate::report) const BUYER_FILE: Spec = Spec {
    name: "buyer_file",
    zh: "成交客户档案",
    en: "Buyers",
    periods: ANY,
    due_after: &[],
    records: &["events", "units", "customers"],
    columns: BUYERS,
    fill: Fill::List(buyers),
};

const BUYERS: &[Col] = &[
    col("project", "项目", "project", Text),
    col("unit", "房号", "unit", Text),
    col("customer", "客户", "customer", Text).personal(),
    col("phone", "电话", "phone", Text).personal(),
    col("relation", "关系", "relation", Text).personal(),
    col("share", "份额", "share", Text).personal(),
    col("gender", "性别", "gender", Text).personal(),
    col("birth_date", "出生日期", "birth date", Date).personal(),
    col("marital_status", "婚姻状况", "marital status", Text).personal(),
    col("household", "家庭人口", "household", Count).personal(),
    col("city", "所在城市", "city", Text),
    col("address", "通讯地址", "address", Text).personal(),
    col("industry", "行业", "industry", Text).personal(),
    col("income", "年收入", "income", Text).personal(),
    col("purpose", "置业目的", "purpose", Text),
    col("layout", "户型", "layout", Text),
    col("area", "面积", "area", Area),
    col("contract_total", "合同总价", "contract total", Money).personal(),
    col("plan", "付款方式", "payment plan", Text),
    col("media", "媒体", "medium", Text),
    col("channel", "渠道", "channel", Text),
    col("subscribed_on", "认购日期", "subscribed on", Date),
    col("state", "状态", "state", Text),
    col("agent", "置业顾问", "agent", Text),
];

/// What was recorded about customers, customer by customer.
pub(in crate::report) const TRACKING_FILE: Spec = Spec {
    name: "tracking_file",
    zh: "客户跟踪档案",
    en: "How customers were followed",
    periods: ANY,
    due_after: &[],
    records: &["follow_ups", "customers", "opportunities"],
    columns: TRACKING,
    fill: Fill::List(tracking),
};

const TRACKING: &[Col] = &[
    col("customer", "客户", "customer", Text).personal(),
    col("phone", "电话", "phone", Text).personal(),
    col("project", "项目", "project", Text),
    col("date", "日期", "date", Date),
    col("kind", "方式", "kind", Text),
    col("grade", "意向等级", "grade", Text),
    col("layout_wanted", "意向户型", "layout wanted", Text).personal(),
    col("area_wanted", "意向面积", "area wanted", Text).personal(),
    col("budget", "预算", "budget", Text).personal(),
    col("note", "内容", "note", Text).personal(),
    col("next_contact", "下次联系", "next contact", Date),
    col("stage", "销售机会阶段", "stage", Text),
    col("state", "销售机会状态", "state", Text),
    col("agent", "置业顾问", "agent", Text),
];

fn buyers(scene: &Scene<'_>) -> Result<Listing> {
    let mut drafts = Vec::new();
    for deal in scene.deals_inside() {
        let opened = Scene::opened(deal, DocumentKind::Subscription)
            .or_else(|| Scene::opened(deal, DocumentKind::Contract));
        let Some(opened) = opened.filter(|day| scene.has(*day)) else { continue };
        if deal.active().is_none() {
            continue;
        }
        let node = scene.node_of(deal);
        let unit = scene.unit(deal.unit_no.as_ref());
        let mut facts = scene.facts.iter().filter(|fact| fact.deal.as_ref() == Some(&deal.id));
        let media = facts.find_map(|fact| fact.media.as_ref());
        for (at, buyer) in deal.buyers.iter().enumerate() {
            let customer = scene.customer(Some(&buyer.customer));
            let [household, purpose] = counted(customer);
            let total = if at == 0 { deal.contract_total()? } else { None };
            let cells = vec![
                ReportCell::shown(scene.project_name(node, opened)),
                ReportCell::shown(deal.unit_no.as_ref()),
                ReportCell::shown(scene.customer_name(Some(&buyer.customer))),
                ReportCell::shown(scene.phone(Some(&buyer.customer))),
                ReportCell::shown(buyer.relation.clone()),
                ReportCell::shown(buyer.share.map(Label::of)),
                customer.and_then(|one| one.gender).map_or(ReportCell::Absent {}, gender),
                ReportCell::day(customer.and_then(|one| one.birth_date)),
                customer.and_then(|one| one.marital_status).map_or(ReportCell::Absent {}, marital),
                household,
                ReportCell::shown(customer.and_then(|one| one.city.as_ref())),
                ReportCell::shown(customer.and_then(|one| one.mailing_address.as_ref())),
                work(customer, |work| work.industry.as_ref()),
                work(customer, |work| work.income_band.as_ref()),
                purpose,
                ReportCell::shown(unit.and_then(|unit| unit.layout.as_ref())),
                ReportCell::square(deal.price.as_ref().map(|price| price.area)),
                ReportCell::yuan(total),
                ReportCell::shown(deal.plan.as_ref()),
                ReportCell::shown(media),
                ReportCell::shown(deal.channel.as_ref()),
                ReportCell::day(Some(opened)),
                standing(deal),
                ReportCell::shown(deal.agent.as_ref()),
            ];
            drafts.push(Draft::new(cells).of(node, deal.agent.as_ref()).deal(Some(&deal.id)));
        }
    }
    Ok(drafts.into())
}

fn counted(customer: Option<&Customer>) -> [ReportCell; 2] {
    let household = customer.and_then(|one| one.household_size);
    let household = household.and_then(|size| usize::try_from(size).ok());
    let wishes = customer.and_then(|one| one.preferences.as_ref());
    [
        household.map_or(ReportCell::Absent {}, ReportCell::counted),
        ReportCell::shown(wishes.and_then(|wishes| wishes.purpose.as_ref())),
    ]
}

fn work(
    customer: Option<&Customer>,
    field: fn(&crate::customer::CustomerWork) -> Option<&Name>,
) -> ReportCell {
    let work = customer.and_then(|customer| customer.work.as_ref());
    ReportCell::shown(work.and_then(field))
}

pub(in crate::report) fn gender(gender: Gender) -> ReportCell {
    match gender {
        Gender::Male => ReportCell::said("男", "male"),
        Gender::Female => ReportCell::said("女", "female"),
    }
}

pub(in crate::report) fn marital(status: MaritalStatus) -> ReportCell {
    match status {
        MaritalStatus::Single => ReportCell::said("未婚", "single"),
        MaritalStatus::Married => ReportCell::said("已婚", "married"),
        MaritalStatus::Divorced => ReportCell::said("离异", "divorced"),
        MaritalStatus::Widowed => ReportCell::said("丧偶", "widowed"),
    }
}

fn tracking(scene: &Scene<'_>) -> Result<Listing> {
    let mut lost = 0;
    let inside = scene.records.follow_ups.iter().filter(|one| {
        let day = one.at.date();
        scene.has(day) && scene.counts(Some(&one.project), day, &mut lost)
    });
    let mut all: Vec<&FollowUp> = inside.collect();
    all.sort_by_key(|one| (&one.customer, &one.project, one.at, &one.id));
    let drafts = all.into_iter().map(|one| {
        let opportunities = scene.records.opportunities.iter();
        let own = opportunities
            .filter(|open| open.customer == one.customer && open.project == one.project);
        let own = own.max_by_key(|open| open.opened_on);
        let mut cells = vec![
            ReportCell::shown(scene.customer_name(Some(&one.customer))),
            ReportCell::shown(scene.phone(Some(&one.customer))),
            ReportCell::shown(scene.project_name(Some(&one.project), one.at.date())),
            ReportCell::day(Some(one.at.date())),
            match one.kind {
                FollowUpKind::Call => ReportCell::said("来电", "call"),
                FollowUpKind::Visit => ReportCell::said("来访", "visit"),
                FollowUpKind::Other => ReportCell::said("其他", "other"),
            },
            ReportCell::shown(one.grade.as_ref()),
        ];
        cells.extend(wanted(scene.customer(Some(&one.customer))));
        cells.extend([
            ReportCell::shown(one.note.clone()),
            ReportCell::day(one.next_contact),
            ReportCell::shown(own.map(|own| &own.stage)),
            own.map_or(ReportCell::Absent {}, |own| match own.state {
                OpportunityState::Active => ReportCell::said("跟进中", "open"),
                OpportunityState::Deal => ReportCell::said("成交", "won"),
                OpportunityState::Closed => ReportCell::said("关闭", "closed"),
            }),
            ReportCell::shown(Some(&one.agent)),
        ]);
        let mut draft = Draft::new(cells).of(Some(&one.project), Some(&one.agent));
        draft.facts.push(Name::of(format_args!("follow_up/{}", one.id)));
        draft.deals.extend(own.and_then(|own| own.end.as_ref()?.deal.clone()));
        draft
    });
    let drafts = drafts.collect();
    Ok(Listing { drafts, findings: lost_finding(lost), ..Listing::default() })
}
