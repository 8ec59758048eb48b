//! Which policies a quote used, and how long it holds.

use super::make::policy_day;
use super::outcome::{PolicyKind, PolicyUse};
use super::policies::SalesPolicies;
use super::request::QuoteCase;
use crate::Date;
use crate::discount::DiscountOutcome;
use crate::payment::{DownPaymentPolicy, MoneyItem, PaymentPlan, Schedule};

/// The policies that a quote used, with the day each was looked up for.
pub(super) fn policies(
    policies: &SalesPolicies,
    plan: &PaymentPlan,
    schedule: &Schedule,
    case: &QuoteCase,
    subscription: Date,
) -> Vec<PolicyUse> {
    let used = |policy: PolicyKind, code: &str, version: &Option<String>, date: Date| PolicyUse {
        policy,
        code: code.to_owned(),
        version: version.clone(),
        valid_from: None,
        valid_to: None,
        date,
    };
    let scheme = &policies.discounts;
    let mut all = vec![
        PolicyUse {
            valid_from: policies.valid_from,
            valid_to: policies.valid_to,
            ..used(PolicyKind::Sales, &policies.code, &policies.version, case.as_of)
        },
        PolicyUse {
            valid_from: scheme.valid_from,
            valid_to: scheme.valid_to,
            ..used(PolicyKind::Discounts, &scheme.code, &scheme.version, subscription)
        },
        PolicyUse {
            valid_from: plan.valid_from,
            valid_to: plan.valid_to,
            ..used(PolicyKind::Plan, &plan.code, &plan.version, subscription)
        },
    ];
    if let Some(table) = &policies.authority {
        all.push(used(PolicyKind::Authority, "", &table.version, subscription));
    }
    if let (Some(policy), Some(_)) = (&policies.min_down_payment, schedule.min_down_payment) {
        let code = match policy {
            DownPaymentPolicy::National {} => "national",
            DownPaymentPolicy::Table { .. } => "table",
        };
        all.push(used(PolicyKind::DownPayment, code, &None, subscription));
    }
    let lent = |item: MoneyItem| schedule.lines.iter().any(|line| line.item == item);
    for (policy, offer, item) in [
        (PolicyKind::CommercialRate, &policies.commercial_loan, MoneyItem::CommercialLoan),
        (PolicyKind::FundRate, &policies.fund_loan, MoneyItem::FundLoan),
    ] {
        if let Some(offer) = offer.as_ref().filter(|_| lent(item)) {
            let day = offer.rate.day().unwrap_or_else(|| policy_day(case));
            all.push(used(policy, offer.rate.name(), &None, day));
        }
    }
    if let Some(fees) = &policies.fees {
        all.push(used(PolicyKind::Fees, "", &fees.version, policy_day(case)));
    }
    all
}

/// The last day a quote holds: its own days, and not beyond any policy that gave its price.
pub(super) fn valid_until(
    policies: &SalesPolicies,
    plan: &PaymentPlan,
    price: &DiscountOutcome,
    as_of: Date,
) -> Option<Date> {
    let scheme = &policies.discounts;
    let own = policies.quote_days.and_then(|days| as_of.add_days(days));
    let windows = price.applied.iter().filter_map(|applied| {
        let discount = scheme.discounts.iter().find(|one| one.code == applied.code)?;
        discount.conditions.to
    });
    let ends = [own, policies.valid_to, scheme.valid_to, plan.valid_to];
    ends.into_iter().flatten().chain(windows).min()
}
