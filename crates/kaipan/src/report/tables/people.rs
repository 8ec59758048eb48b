//! 置业顾问业绩动态表: a row an agent.

use crate::kpi::{Caliber, FactDimension};
use crate::report::definition::ReportColumnKind::{Count, Money, Share};
use crate::report::spec::{
    ANY, Col, Fill, Measured, Source, Span, Spec, WEEK_AND_MONTH, col, metric,
};

/// What agents have done, beside their targets.
pub(in crate::report) const AGENT_PERFORMANCE: Spec = Spec {
    name: "agent_performance",
    zh: "置业顾问业绩动态表",
    en: "Performance of agents",
    periods: ANY,
    due_after: WEEK_AND_MONTH,
    records: &["units", "events", "entries", "follow_ups", "facts", "targets", "breaches"],
    columns: COLUMNS,
    fill: Fill::Measures(&Measured {
        caliber: Caliber::Marketing,
        by: &[FactDimension::Agent],
        level: None,
    }),
};

const COLUMNS: &[Col] = &[
    metric("calls", "来电", "calls", Count),
    metric("visits", "来访", "visits", Count),
    metric("new_customers", "新增客户", "new customers", Count),
    metric("registrations", "认筹", "registrations", Count),
    metric("subscriptions", "认购套数", "subscriptions", Count),
    metric("subscribed_amount", "认购金额", "amount subscribed", Money),
    metric("signings", "签约套数", "signings", Count),
    metric("signed_amount", "签约金额", "amount signed", Money),
    metric("cancellations", "退房套数", "cancellations", Count),
    metric("collections", "回款", "collections", Money),
    metric("visit_to_subscription_rate", "客户成交率", "first visits to subscriptions", Share),
    metric("average_discount", "平均折扣", "average discount", Share),
    col("target", "签约指标", "target", Money).from(Source::Target("signed_amount", Span::Own)),
    col("completion", "完成率", "completion", Share)
        .from(Source::Completion("signed_amount", Span::Own)),
    col("rank", "排名", "rank", Count).from(Source::Rank("signed_amount")),
    col("breaches", "违规", "breaches", Count).from(Source::Breaches),
];
