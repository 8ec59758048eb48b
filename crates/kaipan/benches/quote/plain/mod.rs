//! A quote as one would write it with `rust_decimal` and `chrono`: the peer of `quote.make`.
//!
//! Same policies, same results, same explanations: every step of discounts and amounts, the roles
//! that may approve, fees with their basis, cash by date, texts in both languages. What it does not
//! have is the rest of the rule book (added points, unit prices, fund loans, several buyers…).

#![allow(dead_code, reason = "what a quote says is for its reader")]

mod fees;
mod loan;
mod outcome;
mod payments;
mod policies;
mod price;

pub(crate) use outcome::*;
pub(crate) use policies::*;

use chrono::{Days, NaiveDate};
use rust_decimal::{Decimal, RoundingStrategy};

pub(crate) const HALF_UP: RoundingStrategy = RoundingStrategy::MidpointAwayFromZero;

pub(crate) fn half_up(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, HALF_UP)
}

/// To a multiple of the place.
pub(crate) fn rounded(value: Decimal, place: Decimal, mode: Mode) -> Decimal {
    let strategy = match mode {
        Mode::HalfUp => HALF_UP,
        Mode::Down => RoundingStrategy::ToZero,
    };
    if place == Decimal::ONE {
        return value.round_dp_with_strategy(0, strategy);
    }
    (value / place).round_dp_with_strategy(0, strategy) * place
}

pub(crate) fn within(day: NaiveDate, from: Option<NaiveDate>, to: Option<NaiveDate>) -> bool {
    from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
}

/// Makes a quote, or says everything that is wrong.
pub(crate) fn quote(request: &Request) -> Result<Quote, Vec<String>> {
    let Request { policies, case, choice } = request;
    let mut problems = Vec::new();
    if !within(case.as_of, policies.valid_from, policies.valid_to) {
        problems.push(format!("the policies are not in force on {}", case.as_of));
    }
    let Some(plan) = policies.plans.iter().find(|plan| plan.code == choice.plan) else {
        problems.push(format!("there is no plan {}", choice.plan));
        return Err(problems);
    };
    let chosen = price::chosen(request, plan, &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    let price = price::price(request, &chosen);
    let schedule = payments::schedule(policies, case, plan, price.deal_total)?;
    let fees = fees::fees(policies, case, price.deal_total);
    let mut notes = Vec::new();
    let loan = match (&policies.loan, schedule.loan_line()) {
        (Some(offer), Some(line)) => Some(loan::loan(offer, plan, line).map_err(|e| vec![e])?),
        (None, Some(line)) => {
            notes.push(Note {
                code: "quote.loan_terms",
                severity: Severity::Info,
                unit_no: None,
                params: vec![("loan", line.name.clone())],
                zh: format!("没有“{}”的利率政策，不计算月供", line.name),
                en: format!(
                    "there are no terms for \"{}\"; its monthly payment is not computed",
                    line.name_en
                ),
            });
            None
        }
        _ => None,
    };
    let cash = payments::cash(&schedule, &fees);
    let signing = case.signing.or(case.agreed_signing);
    let first_cash = cash
        .iter()
        .filter(|need| need.due.is_some() && need.due <= signing)
        .map(|n| n.amount)
        .sum();
    let interest = loan.as_ref().map_or(Decimal::ZERO, |loan| loan.total_interest);
    let own = policies.quote_days.and_then(|days| case.as_of.checked_add_days(Days::new(days)));
    let windows = chosen.iter().filter_map(|discount| discount.to);
    let ends = [own, policies.valid_to, policies.scheme.valid_to, plan.valid_to];
    Ok(Quote {
        as_of: case.as_of,
        valid_until: ends.into_iter().flatten().chain(windows).min(),
        project: case.project.clone(),
        unit: case.unit.clone(),
        policies: policies_used(request, plan, loan.as_ref()),
        contract_total: price.deal_total,
        plan_code: plan.code.clone(),
        plan_name: plan.name.clone(),
        plan_name_en: plan.name_en.clone(),
        total_cost: price.deal_total + fees.buyer_total + interest,
        price,
        schedule,
        loan,
        fees,
        cash,
        first_cash,
        notes,
    })
}

fn policies_used(request: &Request, plan: &Plan, loan: Option<&Loan>) -> Vec<PolicyUse> {
    let Request { policies, case, .. } = request;
    let used = |policy, code: &str, version: &Option<String>, date| PolicyUse {
        policy,
        code: code.to_owned(),
        version: version.clone(),
        valid_from: None,
        valid_to: None,
        date,
    };
    let (scheme, subscription) = (&policies.scheme, case.subscription);
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
        used(PolicyKind::Authority, "", &policies.authority_version, subscription),
        used(PolicyKind::DownPayment, "table", &None, subscription),
    ];
    if let Some(loan) = loan {
        let version = Some(loan.annual_rate.normalize().to_string());
        all.push(used(PolicyKind::LoanRate, "annual", &version, case.as_of));
    }
    all.push(used(PolicyKind::Fees, "", &policies.fees_version, case.as_of));
    all
}
