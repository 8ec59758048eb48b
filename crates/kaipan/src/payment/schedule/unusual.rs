//! Shares of a plan and of its policies that are almost surely in a wrong scale.

use super::scheduling::Scheduling;
use crate::error::{Finding, Input};
use crate::payment::limit::{CapLimit, DepositLimit, DownPaymentPolicy, LoanCap};
use crate::payment::loan::LoanKind;
use crate::payment::plan::{LineAmount, PaymentPlan};
use crate::scale;

impl Scheduling<'_> {
    /// Shares of the plan and of its policies that are unusual.
    pub(super) fn unusual(&self) -> Vec<Finding> {
        let told = of_plan(self.plan).into_iter();
        let mut findings: Vec<Finding> = told.map(|one| one.within(Input::Plan)).collect();
        if let Some(DownPaymentPolicy::Table { rows }) = self.min_down_payment {
            let told = rows.iter().enumerate().filter_map(|(at, row)| {
                Some(scale::rate(scale::DOWN_PAYMENT, row.ratio)?.at("ratio").at(at).at("rows"))
            });
            findings.extend(told.map(|one| one.within(Input::MinDownPayment)));
        }
        if let Some(DepositLimit::Table { rows }) = self.deposit_limit {
            let told = rows.iter().enumerate().filter_map(|(at, row)| {
                Some(scale::optional(scale::DEPOSIT, row.ratio)?.at("ratio").at(at).at("rows"))
            });
            findings.extend(told.map(|one| one.within(Input::DepositLimit)));
        }
        findings
    }
}

fn of_plan(plan: &PaymentPlan) -> Vec<Finding> {
    let mut findings = Vec::new();
    let all = scale::optional(scale::MAX_LENT, plan.max_loan_ratio);
    findings.extend(all.map(|one| one.at("max_loan_ratio")));
    for kind in [LoanKind::Commercial, LoanKind::Fund] {
        let Some(rule) = plan.loan(kind) else { continue };
        let mut add = |one: Finding| findings.push(one.at(kind.word()));
        scale::optional(scale::LENT, rule.ratio).map(|one| one.at("ratio")).map(&mut add);
        for (at, cap) in rule.caps.iter().enumerate() {
            for one in of_cap(cap) {
                add(one.at("limit").at(at).at("caps"));
            }
        }
    }
    for (at, line) in plan.lines.iter().enumerate() {
        if let LineAmount::Ratio { ratio } = line.amount {
            let found = scale::rate(scale::LINE, ratio);
            findings.extend(found.map(|one| one.at("ratio").at("amount").at(at).at("lines")));
        }
    }
    findings
}

/// Shares and multiples of a cap of a loan, at their places in its limit.
fn of_cap(cap: &LoanCap) -> Vec<Finding> {
    let mut findings = Vec::new();
    match &cap.limit {
        CapLimit::Amount { .. } => {}
        CapLimit::Borrowers { uplifts, max_uplift, .. } => {
            for (at, uplift) in uplifts.iter().enumerate() {
                let found = scale::rate(scale::UPLIFT, uplift.rate);
                findings.extend(found.map(|one| one.at("rate").at(at).at("uplifts")));
            }
            let found = scale::optional(scale::MAX_UPLIFT, *max_uplift);
            findings.extend(found.map(|one| one.at("max_uplift")));
        }
        CapLimit::Balance { multiple } => {
            let found = scale::figure(scale::MULTIPLE, *multiple);
            findings.extend(found.map(|one| one.at("multiple")));
        }
        CapLimit::PriceShare { ratio } => {
            findings.extend(scale::rate(scale::LENT, *ratio).map(|one| one.at("ratio")));
        }
    }
    findings
}
