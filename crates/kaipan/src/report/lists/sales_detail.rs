//! 销售明细分析表: a row a sale.

use super::shared::{number_of, standing};
use crate::deal::DocumentKind;
use crate::error::Result;
use crate::kpi::FactKind;
use crate::number::{Rate, Unrounded, less};
use crate::report::cell::ReportCell;
use crate::report::definition::ReportColumnKind::{Area, Date, Money, Share, Text, UnitPrice};
use crate::report::listing::{Draft, Listing};
use crate::report::scene::Scene;
use crate::report::spec::{ANY, Col, FACTS, Fill, Spec, col};

/// The sales of a period, by the day that decides their period, as they stand.
pub(in crate::report) const SALES_DETAIL: Spec = Spec {
    name: "sales_detail",
    zh: "销售明细分析表",
    en: "Sales in detail",
    periods: ANY,
    due_after: &[],
    records: FACTS,
    columns: COLUMNS,
    fill: Fill::List(rows),
};

const COLUMNS: &[Col] = &[
    col("project", "项目", "project", Text),
    col("building", "楼栋", "building", Text),
    col("unit", "房号", "unit", Text),
    col("product", "产品类型", "product", Text),
    col("layout", "户型", "layout", Text),
    col("area", "面积", "area", Area).sum(),
    col("inside_area", "套内面积", "inside area", Area).sum(),
    col("list_price", "表价单价", "list price", UnitPrice),
    col("list_total", "表价总价", "list total", Money).sum(),
    col("discounts", "折扣说明", "discounts", Text).personal(),
    col("effective_discount", "实际折扣", "effective discount", Share).personal(),
    col("deal_price", "成交单价", "deal price", UnitPrice).personal(),
    col("subscribed_amount", "认购总价", "subscribed for", Money).sum().personal(),
    col("contract_total", "合同总价", "contract total", Money).sum().personal(),
    col("customer", "客户", "customer", Text).personal(),
    col("phone", "电话", "phone", Text).personal(),
    col("plan", "付款方式", "payment plan", Text),
    col("deposit", "定金", "deposit", Money).sum().personal(),
    col("subscribed_on", "认购日期", "subscribed on", Date),
    col("agreed_signing", "约定签约日", "agreed signing", Date),
    col("signed_on", "签约日期", "signed on", Date),
    col("contract_no", "合同编号", "contract number", Text),
    col("filed_on", "备案日期", "filed on", Date),
    col("agent", "置业顾问", "agent", Text),
    col("media", "媒体", "medium", Text),
    col("received", "已收房款", "received", Money).sum().personal(),
    col("outstanding", "未收房款", "outstanding", Money).sum().personal(),
    col("state", "状态", "state", Text),
];

fn rows(scene: &Scene<'_>) -> Result<Listing> {
    let mut facts: Vec<_> = scene.facts_in(&[FactKind::Subscription]).collect();
    facts.sort_by_key(|(day, fact)| (*day, &fact.key));
    let mut drafts = Vec::with_capacity(facts.len());
    for (_, fact) in facts {
        let deal = fact.deal.as_ref().and_then(|id| scene.deals.get(id));
        let home = scene.home(fact.unit.as_ref());
        let price = deal.and_then(|deal| deal.price.as_ref());
        let received = match &fact.deal {
            Some(deal) => Some(scene.received(deal, scene.as_of)?),
            None => None,
        };
        let is_active = deal.is_some_and(|deal| deal.active().is_some());
        let total = match deal {
            Some(deal) if is_active => deal.contract_total()?,
            _ => None,
        };
        let outstanding = match (total, received) {
            (Some(total), Some(received)) => Some(less(total, received)?),
            _ => None,
        };
        let filed = deal.and_then(|deal| {
            let mut own = scene.records.contracts.iter();
            own.find_map(|one| {
                one.filed_on.filter(|day| one.deal == deal.id && *day <= scene.as_of)
            })
        });
        let signed_on = deal.and_then(|deal| Scene::opened(deal, DocumentKind::Contract));
        let subscription = deal.and_then(|deal| Scene::document(deal, DocumentKind::Subscription));
        let name = scene.customer_name(fact.customer.as_ref());
        let discount = match (fact.amount, fact.list_amount) {
            (Some(amount), Some(list)) if list.is_positive() => {
                let share = Unrounded::from(amount).div(&Unrounded::from(list))?;
                Some(crate::kpi::rate(&share)?)
            }
            _ => None::<Rate>,
        };
        let contract_no = deal.map(|deal| number_of(deal, DocumentKind::Contract));
        let cells = vec![
            ReportCell::shown(scene.project_name(fact.node.as_ref(), fact.date)),
            ReportCell::shown(scene.building(fact.unit.as_ref())),
            ReportCell::shown(fact.unit.as_ref()),
            ReportCell::shown(fact.product.as_ref()),
            ReportCell::shown(fact.layout.as_ref()),
            ReportCell::square(fact.area),
            ReportCell::square(home.and_then(|home| home.inside_area)),
            ReportCell::priced(price.map(|price| price.list_price)),
            ReportCell::yuan(fact.list_amount),
            ReportCell::shown(price.map(|price| price.discounts.clone())),
            ReportCell::part(discount),
            ReportCell::priced(price.map(|price| price.deal_price)),
            ReportCell::yuan(fact.amount),
            ReportCell::yuan(total),
            ReportCell::shown(name),
            ReportCell::shown(scene.phone(fact.customer.as_ref())),
            ReportCell::shown(deal.and_then(|deal| deal.plan.as_ref())),
            ReportCell::yuan(subscription.and_then(|document| document.deposit)),
            ReportCell::day(Some(fact.date)),
            ReportCell::day(subscription.and_then(|document| document.agreed_signing)),
            ReportCell::day(signed_on),
            contract_no.unwrap_or(ReportCell::Absent {}),
            ReportCell::day(filed),
            ReportCell::shown(fact.agent.as_ref()),
            ReportCell::shown(fact.media.as_ref()),
            ReportCell::yuan(received),
            ReportCell::yuan(outstanding),
            deal.map_or(ReportCell::Absent {}, standing),
        ];
        let draft = Draft::new(cells).of(fact.node.as_ref(), fact.agent.as_ref());
        drafts.push(draft.deal(fact.deal.as_ref()).fact(&fact.key));
    }
    Ok(drafts.into())
}
