//! 项目营销周报: this period, the one before, and everything so far.

use crate::kpi::{Caliber, FactDimension, PeriodKind};
use crate::organisation::OrgKind;
use crate::report::definition::ReportColumnKind::{Count, Money};
use crate::report::spec::{Col, Fill, Measured, Span, Spec, WEEK, metric, over};

/// What a project has done in a week, in the week before, and so far. What was used for promotion and what is
/// planned stands in the notes; the split by media is [`MEDIA_EFFECT`](super::MEDIA_EFFECT).
pub(in crate::report) const PROJECT_WEEKLY: Spec = Spec {
    name: "project_weekly",
    zh: "项目营销周报",
    en: "Marketing of a project, weekly",
    periods: &[PeriodKind::Day, PeriodKind::Week, PeriodKind::Month],
    due_after: WEEK,
    records: &[
        "organisation",
        "units",
        "events",
        "stock_events",
        "entries",
        "follow_ups",
        "facts",
        "spend",
        "notes",
    ],
    columns: COLUMNS,
    fill: Fill::Measures(&Measured {
        caliber: Caliber::Marketing,
        by: &[FactDimension::Node],
        level: Some(OrgKind::Project),
    }),
};

const COLUMNS: &[Col] = &[
    metric("calls", "本期来电", "calls", Count),
    over(("calls", Span::Before), "calls_before", "上期来电", "calls before", Count),
    over(("calls", Span::ToDate), "calls_to_date", "累计来电", "calls so far", Count),
    metric("visits", "本期来访", "visits", Count),
    over(("visits", Span::Before), "visits_before", "上期来访", "visits before", Count),
    over(("visits", Span::ToDate), "visits_to_date", "累计来访", "visits so far", Count),
    metric("subscriptions", "本期认购套数", "subscriptions", Count),
    over(
        ("subscriptions", Span::Before),
        "subscriptions_before",
        "上期认购套数",
        "subscriptions before",
        Count,
    ),
    over(
        ("subscriptions", Span::ToDate),
        "subscriptions_to_date",
        "累计认购套数",
        "subscriptions so far",
        Count,
    ),
    metric("subscribed_amount", "本期认购金额", "amount subscribed", Money),
    over(
        ("subscribed_amount", Span::Before),
        "subscribed_before",
        "上期认购金额",
        "amount subscribed before",
        Money,
    ),
    over(
        ("subscribed_amount", Span::ToDate),
        "subscribed_to_date",
        "累计认购金额",
        "amount subscribed so far",
        Money,
    ),
    metric("signings", "本期签约套数", "signings", Count),
    over(("signings", Span::Before), "signings_before", "上期签约套数", "signings before", Count),
    over(("signings", Span::ToDate), "signings_to_date", "累计签约套数", "signings so far", Count),
    metric("signed_amount", "本期签约金额", "amount signed", Money),
    over(
        ("signed_amount", Span::Before),
        "signed_before",
        "上期签约金额",
        "amount signed before",
        Money,
    ),
    over(
        ("signed_amount", Span::ToDate),
        "signed_amount_to_date",
        "累计签约金额",
        "amount signed so far",
        Money,
    ),
    metric("collections", "本期回款", "collections", Money),
    over(
        ("collections", Span::Before),
        "collections_before",
        "上期回款",
        "collections before",
        Money,
    ),
    metric("collected_to_date", "累计回款", "collected so far", Money),
    metric("unsold", "存货套数", "units unsold", Count),
    metric("unsold_value", "存货货值", "list value unsold", Money),
    metric("spend", "本期营销费用", "marketing spend", Money),
    over(("spend", Span::ToDate), "spend_to_date", "累计营销费用", "marketing spend so far", Money),
    metric("cost_per_visit", "到访成本", "cost per visit", Money),
];
