//! Which policies a quote used, and how long it holds.

use crate::discount::DiscountOutcome;
use crate::payment::loan::LoanSchedule;
use crate::payment::{MoneyItem, PaymentPlan, Schedule, ScheduleLine};
use crate::quote::{PolicyKind, PolicyUse, Quoting, SalesPolicies};
use crate::{Date, Text};

/// The policies that a quote used, with the day each was looked up for.
pub(super) fn policies(
    quoting: &Quoting<'_>,
    plan: &PaymentPlan,
    schedule: &Schedule,
    loans: &[LoanSchedule],
) -> Vec<PolicyUse> {
    let (policies, as_of) = (quoting.policies, quoting.as_of());
    let subscription = quoting.subscription();
    let used = |policy: PolicyKind, code: Text, version: &Option<Text>, date: Date| PolicyUse {
        policy,
        code,
        version: version.clone(),
        valid_from: None,
        valid_to: None,
        date,
    };
    let scheme = &policies.discounts;
    let offered = |item: MoneyItem| match item {
        MoneyItem::FundLoan => policies.fund_loan.is_some(),
        _ => policies.commercial_loan.is_some(),
    };
    // Three that every quote has, and at most six others.
    let mut all = Vec::with_capacity(9);
    all.extend([
        PolicyUse {
            valid_from: policies.valid_from,
            valid_to: policies.valid_to,
            ..used(PolicyKind::Sales, policies.code.clone(), &policies.version, as_of)
        },
        PolicyUse {
            valid_from: scheme.valid_from,
            valid_to: scheme.valid_to,
            ..used(PolicyKind::Discounts, scheme.code.clone(), &scheme.version, subscription)
        },
        PolicyUse {
            valid_from: plan.valid_from,
            valid_to: plan.valid_to,
            ..used(PolicyKind::Plan, plan.code.clone(), &plan.version, subscription)
        },
    ]);
    if let Some(table) = &policies.authority {
        all.push(used(PolicyKind::Authority, Text::default(), &table.version, subscription));
    }
    if let (Some(policy), Some(_)) = (&policies.min_down_payment, schedule.min_down_payment) {
        all.push(used(PolicyKind::DownPayment, policy.word().into(), &None, subscription));
    }
    let has_deposit = schedule.lines.iter().any(|line| line.item == MoneyItem::Deposit);
    if let Some(limit) = policies.deposit_limit.as_ref().filter(|_| has_deposit) {
        all.push(used(PolicyKind::DepositLimit, limit.word().into(), &None, subscription));
    }
    // A rate is its own version. Loans stand in the order of their lines.
    let lent = |item: MoneyItem| {
        let is_loan = |line: &&ScheduleLine| {
            let loan = matches!(line.item, MoneyItem::CommercialLoan | MoneyItem::FundLoan);
            loan && line.amount.is_positive()
        };
        let mut lines = schedule.lines.iter().filter(is_loan).filter(|line| offered(line.item));
        let at = lines.position(|line| line.item == item)?;
        loans.get(at).map(|loan| Text::of(loan.annual_rate))
    };
    for (policy, offer, item) in [
        (PolicyKind::CommercialRate, &policies.commercial_loan, MoneyItem::CommercialLoan),
        (PolicyKind::FundRate, &policies.fund_loan, MoneyItem::FundLoan),
    ] {
        if let (Some(offer), Some(rate)) = (offer, lent(item)) {
            let day = offer.rate.day().unwrap_or(as_of);
            all.push(used(policy, offer.rate.name().into(), &Some(rate), day));
        }
    }
    if let Some(fees) = &policies.fees {
        all.push(used(PolicyKind::Fees, Text::default(), &fees.version, as_of));
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
    // A window that was looked at on an earlier day of subscription may be past already.
    ends.into_iter().flatten().chain(windows).filter(|end| *end >= as_of).min()
}
