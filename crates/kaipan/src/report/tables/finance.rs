//! 财务类: 销售(周月)报表, 商品房销售收款统计表.

use crate::kpi::{Caliber, FactDimension};
use crate::organisation::OrgKind;
use crate::report::definition::ReportColumnKind::{Area, Count, Money, Share};
use crate::report::spec::{ANY, Col, Fill, Measured, Source, Spec, WEEK_AND_MONTH, col, metric};

/// What project companies have signed and collected, as finance reads it.
pub(in crate::report) const FINANCE_SALES: Spec = Spec {
    name: "finance_sales",
    zh: "销售(周月)报表",
    en: "Sales, as finance has them",
    periods: ANY,
    due_after: WEEK_AND_MONTH,
    records: &["organisation", "units", "events", "entries", "contracts", "facts", "claims"],
    columns: SALES,
    fill: Fill::Measures(&Measured {
        caliber: Caliber::Finance,
        by: &[FactDimension::Node],
        level: Some(OrgKind::ProjectCompany),
    }),
};

const SALES: &[Col] = &[
    metric("signings", "签约套数", "signings", Count),
    metric("signed_area", "签约面积", "area signed", Area),
    metric("signed_amount", "签约金额", "amount signed", Money),
    metric("cancelled_signings", "退签约套数", "contracts cancelled", Count),
    metric("cancelled_signed_amount", "退签约金额", "contract amount cancelled", Money),
    metric(
        "signed_unit_changes",
        "签约后换房差额",
        "differences of units changed after signing",
        Money,
    ),
    metric("net_signed_amount", "净签约金额", "net amount signed", Money),
    metric("collected_non_loan", "实收非贷款类", "collected other than loans", Money),
    metric("collected_loans", "实收贷款类", "loans collected", Money),
    metric("collections", "实收合计", "collected", Money),
    metric("signed_to_date", "累计签约金额", "amount signed so far", Money),
    metric("collected_to_date", "累计实收", "collected so far", Money),
    metric("outstanding_to_date", "累计未收", "outstanding so far", Money),
    col("overdue", "逾期未收", "overdue", Money).from(Source::Overdue),
];

/// What was received of contracts, item by item, as finance reads it.
pub(in crate::report) const SALES_COLLECTIONS: Spec = Spec {
    name: "sales_collections",
    zh: "商品房销售收款统计表",
    en: "Collections of sales",
    periods: ANY,
    due_after: WEEK_AND_MONTH,
    records: &["organisation", "units", "events", "entries", "contracts", "facts"],
    columns: COLLECTIONS,
    fill: Fill::Measures(&Measured {
        caliber: Caliber::Finance,
        by: &[FactDimension::Node],
        level: Some(OrgKind::Project),
    }),
};

const COLLECTIONS: &[Col] = &[
    metric("signings", "签约套数", "signings", Count),
    metric("signed_amount", "合同金额", "contract amount", Money),
    metric("collected_presale", "本期诚意金及订金", "sincerity and booking money", Money),
    metric("collected_deposit", "本期定金", "deposits", Money),
    metric("collected_down_payment", "本期首期款", "down payments", Money),
    metric("collected_instalment", "本期分期款", "instalments", Money),
    metric("collected_loan", "本期按揭款", "commercial loans", Money),
    metric("collected_fund", "本期公积金款", "fund loans", Money),
    metric("collections", "本期收款合计", "collected", Money),
    metric("signed_to_date", "累计合同金额", "contract amount so far", Money),
    metric("collected_to_date", "累计收款", "collected so far", Money),
    metric("outstanding_to_date", "累计未收", "outstanding so far", Money),
    metric("collection_rate_to_date", "累计回款率", "collection rate so far", Share),
];
