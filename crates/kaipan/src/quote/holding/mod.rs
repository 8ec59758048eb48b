//! Whether a quote still holds.

mod answer;

pub use answer::{PolicyChange, QuoteChange, QuoteFigure, QuoteState, QuoteValidity};

use super::choice::QuoteChoice;
use super::making::{check, make};
use super::quoted::{PolicyUse, Quote};
use super::quoting::Quoting;
use crate::error::{Code, Error, Input, InputPlace, Result, finding};
use crate::number::Money;
use crate::payment::ScheduleLine;
use crate::{Date, Label};

impl Quoting<'_> {
    /// Makes a quote again under these policies and compares it with what was given. Earlier quote
    /// and subscription dates of the case are moved to today.
    ///
    /// # Errors
    /// [`Code::QuoteOther`] when quote and case are about different units or plans. A quote that
    /// would be refused today is an answer ([`QuoteState::Refused`]), not an error.
    pub fn validity(
        &self,
        quote: &Quote,
        choice: &QuoteChoice,
        today: Date,
    ) -> Result<QuoteValidity> {
        let unit_no = &self.case.unit.unit_no;
        let place = InputPlace::of(Input::Case).then("unit").then("unit_no");
        let unit = same(["unit", "房间"], &quote.unit.unit_no, unit_no, place);
        let place = InputPlace::of(Input::Choice).then("plan");
        let plan = same(["plan", "付款方式"], &quote.plan.code, &choice.plan, place);
        Error::collect(unit.into_iter().chain(plan).collect())?;
        // A quote that is made again may have outlived the agreed day of signing: that changes its
        // price and is no error of the request.
        let again = self.made_again(today);
        let mut errors = check::conditions(&again);
        errors.extend(check::signing(self));
        let recomputed = match make(errors, &again, choice) {
            Ok(recomputed) => recomputed,
            Err(error) => return Ok(QuoteValidity::refused(&error)),
        };
        let changes = changes(quote, &recomputed);
        let policies = policy_changes(&quote.policies, &recomputed.policies);
        let mut why = Vec::new();
        let mut state = QuoteState::Valid;
        if let Some(until) = quote.valid_until.filter(|until| today > *until) {
            why.push(finding!(Code::QuoteExpired, until, today));
            state = QuoteState::Expired;
        }
        if !changes.is_empty() {
            why.push(finding!(Code::QuoteChanged, count = changes.len()));
            state = QuoteState::Changed;
        }
        Ok(QuoteValidity { state, why, changes, policies, recomputed: Some(recomputed) })
    }
}

/// What is wrong where quote and request are about different things.
fn same([what, zh]: [&str; 2], before: &str, after: &str, place: InputPlace) -> Option<Error> {
    let error = || Error::new(Code::QuoteOther).with("what", what).with("what_zh", zh);
    (before != after).then(|| error().with("before", before).with("after", after).placed(place))
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
