//! Shares of a plan and of its policies that are almost surely in a wrong scale.

use super::deposit_limit::DepositLimit;
use super::down_payment::DownPaymentPolicy;
use super::loan_cap::{CapLimit, LoanCap};
use super::plan::LineAmount;
use super::scheduling::Scheduling;

use crate::error::Finding;
use crate::scale;

/// Takes what there is to say about a place.
type Add<'a> = &'a mut dyn FnMut(Option<Finding>, String);

/// Shares of the plan and of its policies that are unusual.
pub(super) fn unusual(request: &Scheduling<'_>) -> Vec<Finding> {
    let plan = request.plan;
    let mut findings = Vec::new();
    let mut add = |found: Option<Finding>, place: String| {
        findings.extend(found.map(|found| found.path(place)));
    };
    let all = scale::optional(scale::MAX_LENT, plan.max_loan_ratio);
    add(all, "/plan/max_loan_ratio".to_owned());
    for (field, rule) in [("commercial", &plan.commercial), ("fund", &plan.fund)] {
        let Some(rule) = rule else { continue };
        add(scale::optional(scale::LENT, rule.ratio), format!("/plan/{field}/ratio"));
        for (at, cap) in rule.caps.iter().enumerate() {
            of_cap(cap, &format!("/plan/{field}/caps/{at}/limit"), &mut add);
        }
    }
    for (at, line) in plan.lines.iter().enumerate() {
        if let LineAmount::Ratio { ratio } = line.amount {
            add(scale::rate(scale::LINE, ratio), format!("/plan/lines/{at}/amount/ratio"));
        }
    }
    if let Some(DownPaymentPolicy::Table { rows }) = request.min_down_payment {
        for (at, row) in rows.iter().enumerate() {
            let place = format!("/min_down_payment/rows/{at}/ratio");
            add(scale::rate(scale::DOWN_PAYMENT, row.ratio), place);
        }
    }
    if let Some(DepositLimit::Table { rows }) = request.deposit_limit {
        for (at, row) in rows.iter().enumerate() {
            let place = format!("/deposit_limit/rows/{at}/ratio");
            add(scale::optional(scale::DEPOSIT, row.ratio), place);
        }
    }
    findings
}

/// Shares and multiples of a cap of a loan.
fn of_cap(cap: &LoanCap, place: &str, add: Add<'_>) {
    match &cap.limit {
        CapLimit::Amount { .. } => {}
        CapLimit::Borrowers { uplifts, max_uplift, .. } => {
            for (at, uplift) in uplifts.iter().enumerate() {
                let found = scale::rate(scale::UPLIFT, uplift.rate);
                add(found, format!("{place}/uplifts/{at}/rate"));
            }
            let found = scale::optional(scale::MAX_UPLIFT, *max_uplift);
            add(found, format!("{place}/max_uplift"));
        }
        CapLimit::Balance { multiple } => {
            add(scale::figure(scale::MULTIPLE, *multiple), format!("{place}/multiple"));
        }
        CapLimit::PriceShare { ratio } => {
            add(scale::rate(scale::LENT, *ratio), format!("{place}/ratio"));
        }
    }
}
