//! `quote.validity`: whether a quote still holds.

use super::make::{Draft, make_after, signing};
use super::outcome::{
    PolicyChange, PolicyUse, Quote, QuoteChange, QuoteFigure, QuoteState, QuoteValidity,
};
use super::request::ValidityRequest;
use crate::Label;
use crate::error::{Code, Error, Finding, Result};
use crate::number::Money;
use crate::payment::ScheduleLine;
use std::fmt::Display;

/// Recomputes a quote under the policies of today and compares it with what was given.
///
/// # Errors
/// [`Code::QuoteOther`] when quote and request are about different units or plans. A request that
/// is refused is an answer ([`QuoteState::Refused`]), not an error.
pub fn validity(request: &ValidityRequest) -> Result<QuoteValidity> {
    let (quote, today) = (&request.quote, request.as_of);
    let mut errors = Vec::new();
    let mut same = |(what, zh): (&str, &str), before: &str, after: &str, place: &str| {
        if before != after {
            let error = Error::new(Code::QuoteOther).with("what", what).with("what_zh", zh);
            errors.push(error.with("before", before).with("after", after).placed(place));
        }
    };
    let (case, choice) = (&request.request.case, &request.request.choice);
    same(("unit", "房间"), &quote.unit.unit_no, &case.unit.unit_no, "/request/case/unit/unit_no");
    same(("plan", "付款方式"), &quote.plan.code, &choice.plan, "/request/choice/plan");
    Error::collect(errors)?;
    let policies = &request.request.policies;
    let again = Draft { policies, case, today: Some(today) };
    let recomputed = match make_after(signing(policies, case), &again, choice) {
        Ok(recomputed) => recomputed,
        Err(error) => {
            let places = [("/policies", "/request/policies"), ("/case", "/request/case")];
            let error = error.moved_text(&places).moved_text(&[("/choice", "/request/choice")]);
            return Ok(QuoteValidity {
                state: QuoteState::Refused,
                why: error.findings(),
                changes: Vec::new(),
                policies: Vec::new(),
                recomputed: None,
            });
        }
    };
    let changes = changes(quote, &recomputed);
    let policies = policy_changes(&quote.policies, &recomputed.policies);
    let mut why = Vec::new();
    let mut state = QuoteState::Valid;
    if let Some(until) = quote.valid_until.filter(|until| today > *until) {
        let params: [(&str, &dyn Display); 2] = [("until", &until), ("today", &today)];
        why.push(Finding::new(Code::QuoteExpired, &params));
        state = QuoteState::Expired;
    }
    if !changes.is_empty() {
        why.push(Finding::new(Code::QuoteChanged, &[("count", &changes.len())]));
        state = QuoteState::Changed;
    }
    Ok(QuoteValidity { state, why, changes, policies, recomputed: Some(recomputed) })
}

/// Where a figure stands in a quote.
type Figure = fn(&Quote) -> Option<Money>;

fn changes(before: &Quote, after: &Quote) -> Vec<QuoteChange> {
    let mut changes = Vec::new();
    let mut compare = |figure: QuoteFigure, before: Label, after: Label| {
        if before != after {
            changes.push(QuoteChange { figure, before, after });
        }
    };
    let amount = |amount: Option<Money>| amount.map(Label::of).unwrap_or_default();
    let fees = |quote: &Quote| quote.fees.as_ref().map(|fees| fees.buyer_total);
    let figures: [(QuoteFigure, Figure); 9] = [
        (QuoteFigure::ListTotal, |quote| Some(quote.price.list_total)),
        (QuoteFigure::DealTotal, |quote| Some(quote.price.deal_total)),
        (QuoteFigure::ContractTotal, |quote| Some(quote.contract_total)),
        (QuoteFigure::OwnFunds, |quote| Some(quote.schedule.own_funds)),
        (QuoteFigure::LoanTotal, |quote| Some(quote.schedule.loan_total)),
        (QuoteFigure::MonthlyPayment, |quote| quote.monthly_payment),
        (QuoteFigure::TotalInterest, |quote| quote.total_interest),
        (QuoteFigure::FirstCash, |quote| quote.first_cash),
        (QuoteFigure::TotalCost, |quote| quote.total_cost),
    ];
    for (figure, of) in figures {
        compare(figure, amount(of(before)), amount(of(after)));
    }
    compare(QuoteFigure::Fees, amount(fees(before)), amount(fees(after)));
    let text = |quote: &Quote| Label::from(&quote.price.text_zh);
    compare(QuoteFigure::DiscountText, text(before), text(after));
    let most = before.schedule.lines.len().max(after.schedule.lines.len());
    for at in 0..most {
        // Dates that hang on the day of subscription move with it: only amounts are compared.
        let line = |quote: &Quote| {
            let line = quote.schedule.lines.get(at);
            let text =
                |line: &ScheduleLine| Label::of(format_args!("{} {}", line.name, line.amount));
            line.map(text).unwrap_or_default()
        };
        compare(QuoteFigure::Schedule, line(before), line(after));
    }
    changes
}

fn policy_changes(before: &[PolicyUse], after: &[PolicyUse]) -> Vec<PolicyChange> {
    let other = |list: &[PolicyUse], one: &PolicyUse| {
        list.iter().find(|other| other.policy == one.policy).cloned()
    };
    // The day of looking is not a change of the policy.
    let same = |one: &PolicyUse, two: &PolicyUse| {
        let windows = (one.valid_from, one.valid_to) == (two.valid_from, two.valid_to);
        one.code == two.code && one.version == two.version && windows
    };
    let mut changes: Vec<PolicyChange> = Vec::new();
    for one in before {
        let now = other(after, one);
        if now.as_ref().is_none_or(|now| !same(one, now)) {
            let before = Some(one.clone());
            changes.push(PolicyChange { policy: one.policy, before, after: now });
        }
    }
    for one in after.iter().filter(|one| other(before, one).is_none()) {
        let after = Some(one.clone());
        changes.push(PolicyChange { policy: one.policy, before: None, after });
    }
    changes
}
