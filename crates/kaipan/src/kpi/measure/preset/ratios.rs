//! The ratios of the library.

use crate::Label;
use crate::kpi::measure::ratio::MeasureRatio;

/// Name, its names in Chinese and English, numerator, denominator, how many times, decimals.
const RATIOS: &[(&str, &str, &str, &str, &str, u32, u32)] = &[
    ("average_price", "签约均价", "average price signed", "signed_amount", "signed_area", 1, 2),
    (
        "subscribed_average_price",
        "认购均价",
        "average price subscribed",
        "subscribed_amount",
        "subscribed_area",
        1,
        2,
    ),
    ("call_to_visit_rate", "来电转来访率", "calls to visits", "visits_after_call", "calls", 1, 4),
    (
        "visit_to_subscription_rate",
        "客户成交率",
        "first visits to subscriptions",
        "subscriptions",
        "first_visits",
        1,
        4,
    ),
    (
        "all_visits_to_subscription_rate",
        "全部来访成交率",
        "all visits to subscriptions",
        "subscriptions",
        "visits",
        1,
        4,
    ),
    (
        "subscription_to_signing_cohort",
        "认购转签约率（本期认购）",
        "subscriptions of the period that are signed",
        "signed_of_cohort",
        "subscriptions",
        1,
        4,
    ),
    (
        "subscription_to_signing_flow",
        "认购转签约率（同期）",
        "signings by subscriptions of the period",
        "signings",
        "subscriptions",
        1,
        4,
    ),
    (
        "signing_cycle_days",
        "认购转签约周期",
        "mean days from subscription to signing",
        "signing_days",
        "signings_of_subscriptions",
        1,
        2,
    ),
    ("cancellation_rate", "退房率", "cancellation rate", "cancellations", "subscriptions", 1, 4),
    (
        "cancellation_rate_by_area",
        "退房率（面积）",
        "cancellation rate by area",
        "cancelled_area",
        "subscribed_area",
        1,
        4,
    ),
    (
        "cancellation_rate_by_amount",
        "退房率（金额）",
        "cancellation rate by amount",
        "cancelled_amount",
        "subscribed_amount",
        1,
        4,
    ),
    (
        "sold_average_price",
        "累计已售均价",
        "average price sold so far",
        "sold_amount_to_date",
        "sold_area_to_date",
        1,
        2,
    ),
    ("sell_through_rate", "去化率", "sell-through", "sold_to_date", "released", 1, 4),
    (
        "sell_through_rate_by_area",
        "去化率（面积）",
        "sell-through by area",
        "sold_area_to_date",
        "released_area",
        1,
        4,
    ),
    (
        "sell_through_rate_by_value",
        "去化率（货值）",
        "sell-through by list value",
        "sold_value_to_date",
        "released_value",
        1,
        4,
    ),
    (
        "opening_sell_through_rate",
        "开盘去化率",
        "sell-through of an opening",
        "subscriptions",
        "released_in_period",
        1,
        4,
    ),
    (
        "months_of_inventory_3",
        "去化周期（近三个月）",
        "months of inventory by three months",
        "unsold",
        "net_subscriptions_3_months",
        3,
        2,
    ),
    (
        "months_of_inventory_6",
        "去化周期（近六个月）",
        "months of inventory by six months",
        "unsold",
        "net_subscriptions_6_months",
        6,
        2,
    ),
    (
        "months_of_inventory_12",
        "去化周期（近十二个月）",
        "months of inventory by twelve months",
        "unsold",
        "net_subscriptions_12_months",
        12,
        2,
    ),
    (
        "turnover_rate",
        "周转率",
        "turnover of the stock",
        "net_subscribed_list_amount",
        "unsold_value",
        1,
        4,
    ),
    (
        "turnover_rate_by_units",
        "周转率（套数）",
        "turnover of the stock by units",
        "net_subscriptions",
        "unsold",
        1,
        4,
    ),
    ("collection_rate", "回款率", "collection rate", "collections", "signed_amount", 1, 4),
    (
        "collection_rate_to_date",
        "累计回款率",
        "collection rate so far",
        "collected_to_date",
        "signed_to_date",
        1,
        4,
    ),
    (
        "receivable_completion",
        "应收完成率",
        "collected of what is due",
        "collected_of_due",
        "due",
        1,
        4,
    ),
    ("cost_per_visit", "到访成本", "cost per visit", "spend", "visits", 1, 2),
    ("cost_per_subscription", "成交成本", "cost per subscription", "spend", "subscriptions", 1, 2),
    ("cost_per_signing", "签约成本", "cost per signing", "spend", "signings", 1, 2),
    ("spend_ratio", "费用率", "spend by amount signed", "spend", "signed_amount", 1, 4),
    (
        "selling_expense_ratio",
        "销售费用率",
        "selling expenses by amount signed",
        "selling_expenses",
        "signed_amount",
        1,
        4,
    ),
    (
        "commission_ratio",
        "佣金费率",
        "commission by amount signed",
        "commission",
        "signed_amount",
        1,
        4,
    ),
    (
        "average_discount",
        "平均折扣",
        "average discount",
        "subscribed_amount",
        "subscribed_list_amount",
        1,
        4,
    ),
    ("loan_share", "按揭比例", "share of buyers with a loan", "loan_signings", "signings", 1, 4),
    (
        "disbursement_days",
        "放款周期",
        "mean days to the pay-out of a loan",
        "loan_days",
        "loans_paid",
        1,
        2,
    ),
    ("market_share", "市场份额", "market share", "signed_amount", "market_amount", 1, 4),
    ("margin_rate", "毛利率", "margin rate", "margin_amount", "net_signed_amount", 1, 4),
    ("satisfaction", "满意度", "satisfaction", "satisfaction_score", "satisfaction_answers", 1, 2),
];

/// Those by the mean of the beginning and the end of a period.
const MEANS: &[&str] = &["turnover_rate", "turnover_rate_by_units"];

/// The ratios of the library. A host adds its own beside them, under names of their own.
#[must_use]
pub fn ratios() -> Vec<MeasureRatio> {
    let ratio = |(name, zh, en, numerator, denominator, times, decimals): &(
        &'static str,
        &'static str,
        &'static str,
        &'static str,
        &'static str,
        u32,
        u32,
    )| MeasureRatio {
        name: (*name).into(),
        zh: Some(Label::from(*zh)),
        en: Some(Label::from(*en)),
        numerator: (*numerator).into(),
        denominator: (*denominator).into(),
        times: (*times != 1).then_some(*times),
        mean_of_ends: MEANS.contains(name),
        decimals: *decimals,
    };
    RATIOS.iter().map(ratio).collect()
}

/// The place of a ratio of the library among its ratios.
pub(in crate::kpi) fn ratio_of_name(name: &str) -> Option<usize> {
    RATIOS.iter().position(|(own, ..)| *own == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kpi::measure::preset::measures;
    use std::collections::BTreeSet;

    #[test]
    fn every_ratio_is_of_measures_and_every_name_is_its_own() {
        let (measures, ratios) = (measures(), ratios());
        let known: BTreeSet<&str> = measures.iter().map(|one| one.name.as_str()).collect();
        for ratio in &ratios {
            assert!(known.contains(ratio.numerator.as_str()), "{}", ratio.numerator);
            assert!(known.contains(ratio.denominator.as_str()), "{}", ratio.denominator);
            assert!(!known.contains(ratio.name.as_str()) && ratio.errors().is_empty());
        }
        assert_eq!(known.len(), measures.len());
        assert!(measures.iter().all(|measure| measure.errors().is_empty()));
    }
}
