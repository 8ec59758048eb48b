//! What stands against a case or its policies, whatever the choice.

use crate::Date;
use crate::check::{Span, with_repeats};
use crate::error::{Code, Error, Input, InputPlace};
use crate::number::Money;
use crate::quote::Quoting;

/// All of it.
pub(crate) fn reasons(quoting: &Quoting<'_>) -> Vec<Error> {
    let mut errors = conditions(quoting);
    errors.extend(signing(quoting));
    errors
}

/// Everything but the dates of signing.
pub(crate) fn conditions(quoting: &Quoting<'_>) -> Vec<Error> {
    let (policies, case, date) = (quoting.policies, quoting.case, quoting.as_of());
    let mut errors = Vec::new();
    let window = Span::new(policies.valid_from, policies.valid_to);
    if !window.contains(date) {
        let error = Error::new(Code::QuotePoliciesWindow).with("date", date);
        errors.push(window.named_in(error).within(Input::Policies));
    }
    for (at, plan, again) in with_repeats(&policies.plans, |plan| plan.code.as_str()) {
        if again.is_some() {
            let error = Error::new(Code::QuotePlanTwice).with("plan", &plan.code);
            errors.push(error.at("code").at(at).at("plans").within(Input::Policies));
        }
    }
    if let Some(policy) = &policies.loan_terms {
        let wrong = policy.check().into_iter();
        errors.extend(wrong.map(|error| error.at("loan_terms").within(Input::Policies)));
    }
    let fitout = case.fitout.and_then(|amount| not_negative("fitout", amount));
    let attached = case.attached.iter().enumerate();
    let attached = attached.filter_map(|(at, unit)| {
        not_negative("total", unit.total).map(|error| error.at(at).at("attached"))
    });
    errors.extend(fitout.into_iter().chain(attached).map(|error| error.within(Input::Case)));
    errors
}

fn not_negative(field: &'static str, amount: Money) -> Option<Error> {
    let error = || Error::new(Code::QuoteAmount).with("field", field).with("value", amount);
    amount.is_negative().then(|| error().at(field))
}

/// Signing dates before the subscription: nothing is signed before it is subscribed, and the down
/// payment would fall due before the deposit.
pub(crate) fn signing(quoting: &Quoting<'_>) -> Vec<Error> {
    let (case, dates) = (quoting.case, quoting.dates());
    let Some(subscription) = dates.subscription else { return Vec::new() };
    let place = |own: Option<Date>, dated: &'static str, fact: &'static str| {
        let place = InputPlace::of(Input::Case);
        match own {
            Some(_) => place.then("dates").then(dated),
            None => place.then("facts").then(fact),
        }
    };
    let agreed = place(case.dates.agreed_signing, "agreed_signing", "agreed_signing_date");
    let signed = place(case.dates.signing, "signing", "signing_date");
    let all = [(dates.agreed_signing, agreed), (dates.signing, signed)];
    let early = all.into_iter().filter_map(|(day, place)| {
        let day = day.filter(|day| *day < subscription)?;
        let error = Error::new(Code::QuoteSigningEarly).with("signing", day);
        Some(error.with("subscription", subscription).placed(place))
    });
    early.collect()
}
