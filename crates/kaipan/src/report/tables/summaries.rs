//! 销售汇总表: what is offered, sold and left.

use crate::kpi::{Caliber, FactDimension};
use crate::organisation::OrgKind;
use crate::report::definition::ReportColumnKind::{self, Area, Count, Money, Share, UnitPrice};
use crate::report::measured::HomesFigure;
use crate::report::spec::{ANY, Col, FACTS, Fill, Measured, Source, Spec, WEEK_AND_MONTH, metric};

/// What is offered, sold and left, by project, or by whatever is asked for.
pub(in crate::report) const SALES_SUMMARY: Spec = Spec {
    name: "sales_summary",
    zh: "销售汇总表",
    en: "Sales summary",
    periods: ANY,
    due_after: WEEK_AND_MONTH,
    records: FACTS,
    columns: SUMMARY,
    fill: Fill::Measures(&Measured {
        caliber: Caliber::Marketing,
        by: &[FactDimension::Node],
        level: Some(OrgKind::Project),
    }),
};

const SUMMARY: &[Col] = &[
    homes("homes", "总套数", "homes in all", Count, HomesFigure::Units),
    homes("homes_area", "总面积", "area in all", Area, HomesFigure::Area),
    homes("homes_value", "总货值", "list value in all", Money, HomesFigure::Value),
    metric("released", "累计推售套数", "units offered so far", Count),
    metric("released_area", "累计推售面积", "area offered so far", Area),
    metric("released_value", "累计推售货值", "list value offered so far", Money),
    metric("subscriptions", "认购套数", "subscriptions", Count),
    metric("subscribed_area", "认购面积", "area subscribed", Area),
    metric("subscribed_amount", "认购金额", "amount subscribed", Money),
    metric("subscribed_average_price", "认购均价", "average price subscribed", UnitPrice),
    metric("signings", "签约套数", "signings", Count),
    metric("signed_area", "签约面积", "area signed", Area),
    metric("signed_amount", "签约金额", "amount signed", Money),
    metric("average_price", "签约均价", "average price signed", UnitPrice),
    metric("cancellations", "退房套数", "cancellations", Count),
    metric("cancelled_amount", "退房金额", "amount cancelled", Money),
    metric("net_subscriptions", "净认购套数", "net subscriptions", Count),
    metric("net_subscribed_amount", "净认购金额", "net amount subscribed", Money),
    metric("sold_to_date", "累计已售套数", "units sold so far", Count),
    metric("sold_area_to_date", "累计已售面积", "area sold so far", Area),
    metric("sold_amount_to_date", "累计已售金额", "amount sold so far", Money),
    metric("sold_average_price", "累计已售均价", "average price sold so far", UnitPrice),
    metric("unsold", "存货套数", "units unsold", Count),
    metric("unsold_value", "存货货值", "list value unsold", Money),
    metric("sell_through_rate", "去化率", "sell-through", Share),
];

const fn homes(
    key: &'static str,
    zh: &'static str,
    en: &'static str,
    kind: ReportColumnKind,
    figure: HomesFigure,
) -> Col {
    metric(key, zh, en, kind).from(Source::Homes(figure))
}
