//! 公司销售周/月报汇总表: a row a company.

use crate::kpi::{Caliber, FactDimension};
use crate::organisation::OrgKind;
use crate::report::definition::ReportColumnKind::{Area, Count, Money, Share, UnitPrice};
use crate::report::spec::{
    ANY, Col, Fill, Measured, Source, Span, Spec, WEEK_AND_MONTH, col, metric, over,
};

/// What companies have sold and collected, beside their targets.
pub(in crate::report) const COMPANY_SUMMARY: Spec = Spec {
    name: "company_summary",
    zh: "公司销售周/月报汇总表",
    en: "Sales of companies",
    periods: ANY,
    due_after: WEEK_AND_MONTH,
    records: &[
        "organisation",
        "units",
        "events",
        "stock_events",
        "entries",
        "follow_ups",
        "facts",
        "targets",
    ],
    columns: COLUMNS,
    fill: Fill::Measures(&Measured {
        caliber: Caliber::Marketing,
        by: &[FactDimension::Node],
        level: Some(OrgKind::CityCompany),
    }),
};

const COLUMNS: &[Col] = &[
    col("target", "签约指标", "target", Money).from(Source::Target("signed_amount", Span::Own)),
    metric("calls", "来电", "calls", Count),
    metric("visits", "来访", "visits", Count),
    metric("subscriptions", "认购套数", "subscriptions", Count),
    metric("subscribed_area", "认购面积", "area subscribed", Area),
    metric("subscribed_amount", "认购金额", "amount subscribed", Money),
    metric("signings", "签约套数", "signings", Count),
    metric("signed_area", "签约面积", "area signed", Area),
    metric("signed_amount", "签约金额", "amount signed", Money),
    metric("cancellations", "退房套数", "cancellations", Count),
    metric("collections", "回款", "collections", Money),
    metric("average_price", "签约均价", "average price signed", UnitPrice),
    col("completion", "本期完成率", "completion", Share)
        .from(Source::Completion("signed_amount", Span::Own)),
    over(
        ("signed_amount", Span::Year),
        "signed_year",
        "本年签约金额",
        "amount signed this year",
        Money,
    ),
    col("year_target", "年度指标", "target of the year", Money)
        .from(Source::Target("signed_amount", Span::Year)),
    col("year_completion", "年度完成率", "completion of the year", Share)
        .from(Source::Completion("signed_amount", Span::Year)),
    over(
        ("subscriptions", Span::ToDate),
        "subscriptions_to_date",
        "累计认购套数",
        "subscriptions so far",
        Count,
    ),
    over(
        ("subscribed_amount", Span::ToDate),
        "subscribed_to_date",
        "累计认购金额",
        "amount subscribed so far",
        Money,
    ),
    metric("signed_to_date", "累计签约金额", "amount signed so far", Money),
    metric("collected_to_date", "累计回款", "collected so far", Money),
];
