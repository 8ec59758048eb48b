//! 产品销售分析, 广告效果分析, 销售渠道分析.

use super::packaging::{PACKAGING_ITEM, PERIOD};
use crate::kpi::FactKind::{Signing, Subscription};
use crate::kpi::{Caliber, FactDimension};
use crate::report::cycles::CycleFigure;
use crate::report::definition::ReportColumnKind::{Area, Count, Money, Number, Share, UnitPrice};
use crate::report::spec::{
    ANY, Col, FACTS, Fill, MONTH, Measured, Source, Spec, WEEK_AND_MONTH, col, metric,
};

/// What facts of sales and of spend are derived from.
const SPENT: &[&str] =
    &["organisation", "units", "events", "stock_events", "entries", "follow_ups", "spend", "facts"];

/// What sales are traced to their first contact by.
const TRACED: &[&str] = &[
    "organisation",
    "units",
    "events",
    "stock_events",
    "entries",
    "follow_ups",
    "customers",
    "merges",
    "opportunities",
    "facts",
];

/// What products sell, with their shares and ranks: the highest and the lowest.
pub(in crate::report) const PRODUCT_ANALYSIS: Spec = Spec {
    name: "product_analysis",
    zh: "产品销售分析",
    en: "Sales by product",
    periods: ANY,
    due_after: MONTH,
    records: TRACED,
    columns: PRODUCTS,
    fill: Fill::Measures(&Measured {
        caliber: Caliber::Marketing,
        by: &[FactDimension::Product, FactDimension::Layout],
        level: None,
    }),
};

const PRODUCTS: &[Col] = &[
    metric("released", "累计推售套数", "units offered so far", Count),
    metric("sold_to_date", "累计已售套数", "units sold so far", Count),
    metric("unsold", "存货套数", "units unsold", Count),
    metric("sell_through_rate", "去化率", "sell-through", Share),
    metric("subscriptions", "认购套数", "subscriptions", Count),
    metric("subscribed_area", "认购面积", "area subscribed", Area),
    metric("subscribed_amount", "认购金额", "amount subscribed", Money),
    metric("subscribed_average_price", "认购均价", "average price subscribed", UnitPrice),
    metric("average_discount", "平均折扣", "average discount", Share),
    metric("signings", "签约套数", "signings", Count),
    metric("signed_amount", "签约金额", "amount signed", Money),
    metric("signing_cycle_days", "认购转签约周期", "days to signing", Number),
    col(
        "purchase_cycle_days",
        "首次接触到认购周期",
        "days from first contact to subscription",
        Number,
    )
    .from(Source::Cycle(Subscription, CycleFigure::Mean)),
    col(
        "contact_to_signing_days",
        "首次接触到签约周期",
        "days from first contact to signing",
        Number,
    )
    .from(Source::Cycle(Signing, CycleFigure::Mean)),
    col("untraced", "无来电来访记录的认购", "subscriptions without a call or visit", Count)
        .from(Source::Cycle(Subscription, CycleFigure::Untraced)),
    metric("cancellations", "退房套数", "cancellations", Count),
    col("amount_share", "销售额构成", "share of amount", Share)
        .from(Source::ShareOf("subscribed_amount")),
    col("rank", "销售额排名", "rank by amount", Count).from(Source::Rank("subscribed_amount")),
];

/// What media and campaigns bring, and what they cost.
pub(in crate::report) const MEDIA_EFFECT: Spec = Spec {
    name: "media_effect",
    zh: "广告及活动推广效果分析",
    en: "Effect of media and campaigns",
    periods: ANY,
    due_after: WEEK_AND_MONTH,
    records: SPENT,
    columns: MEDIA,
    fill: Fill::Measures(&Measured {
        caliber: Caliber::Marketing,
        by: &[FactDimension::Media, FactDimension::SubMedia, FactDimension::Campaign],
        level: None,
    }),
};

/// Columns of what was spent and what came of it, behind some others.
macro_rules! effect {
    ($($first:expr),*) => {
        &[
            $($first,)*
            metric("calls", "来电", "calls", Count),
            metric("first_visits", "首次来访", "first visits", Count),
            metric("visits", "来访", "visits", Count),
            metric("subscriptions", "认购套数", "subscriptions", Count),
            metric("subscribed_amount", "认购金额", "amount subscribed", Money),
            metric("signings", "签约套数", "signings", Count),
            metric("signed_amount", "签约金额", "amount signed", Money),
            metric("spend", "费用", "spend", Money),
            metric("cost_per_visit", "到访成本", "cost per visit", Money),
            metric("cost_per_subscription", "成交成本", "cost per subscription", Money),
            metric("spend_ratio", "费用率", "spend by amount signed", Share),
            metric("visit_to_subscription_rate", "客户成交率", "first visits to subscriptions", Share),
            col("visit_share", "来访构成", "share of visits", Share).from(Source::ShareOf("visits")),
            col("rank", "来访排名", "rank by visits", Count).from(Source::Rank("visits")),
        ]
    };
}

pub(super) const MEDIA: &[Col] = effect![];
/// The same of packaging.
pub(super) const PACKAGING: &[Col] = effect![PACKAGING_ITEM, PERIOD];

/// What channels bring.
pub(in crate::report) const CHANNEL_ANALYSIS: Spec = Spec {
    name: "channel_analysis",
    zh: "销售渠道分析",
    en: "Sales by channel",
    periods: ANY,
    due_after: MONTH,
    records: FACTS,
    columns: CHANNELS,
    fill: Fill::Measures(&Measured {
        caliber: Caliber::Marketing,
        by: &[FactDimension::Channel],
        level: None,
    }),
};

const CHANNELS: &[Col] = &[
    metric("registrations", "认筹", "registrations", Count),
    metric("subscriptions", "认购套数", "subscriptions", Count),
    metric("subscribed_amount", "认购金额", "amount subscribed", Money),
    metric("signings", "签约套数", "signings", Count),
    metric("signed_amount", "签约金额", "amount signed", Money),
    metric("cancellations", "退房套数", "cancellations", Count),
    metric("collections", "回款", "collections", Money),
    metric("average_price", "签约均价", "average price signed", UnitPrice),
    col("amount_share", "签约金额构成", "share of amount signed", Share)
        .from(Source::ShareOf("signed_amount")),
    col("rank", "排名", "rank", Count).from(Source::Rank("signed_amount")),
];
