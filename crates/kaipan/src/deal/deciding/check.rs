//! Inputs that cannot be, whatever the rules: they are errors, not rejections.

use super::Deciding;
use super::drafted::fields;
use super::streams::back_in_time;
use crate::approval::ApprovalKind;
use crate::check::{Must, blank, with_repeats};
use crate::deal::{
    DealContext, DealDraft, DealGuard, DealPolicy, LeastReceived, ReceivedMoney, Transition,
};
use crate::error::{Code, Error, Input, Result};
use crate::money::{MoneyCategory, category, meant_item};
use crate::number::Money;
use std::collections::BTreeSet;
use std::sync::LazyLock;

impl Deciding<'_> {
    /// Unit and stock are about one unit, nothing is given twice, amounts and shares can be, and
    /// waivers name guards.
    pub(super) fn check(&self) -> Result<()> {
        let context = self.context;
        let mut errors = Vec::new();
        if let Some(status) = &context.status
            && let Err(error) = status.check()
        {
            errors.push(error.at("status"));
        }
        let of_stock = self.stock.map(|stock| &stock.unit_no);
        let of_unit = context.unit.as_ref().map(|unit| &unit.unit_no);
        if let (Some(of_stock), Some(found)) = (of_stock, of_unit)
            && of_stock != found
        {
            let error = Error::new(Code::DealUnitDiffers).with("unit_no", of_stock);
            errors.push(error.with("found", found).at("unit_no").at("unit"));
        }
        errors.extend(self.another_unit());
        errors.extend(back_in_time(context.now, self.last_event()));
        errors.append(&mut self.read_twice());
        errors.append(&mut given_twice(context));
        errors.append(&mut of_policy(&context.policy));
        for (at, one) in context.buyers.iter().flatten().enumerate() {
            for (field, amount) in [("credit_limit", one.credit_limit), ("owes", one.owes)] {
                errors.extend(negative(field, amount).map(|error| error.at(at).at("buyers")));
            }
        }
        for (at, one) in context.received.iter().flatten().enumerate() {
            let error = negative("amount", Some(one.amount));
            errors.extend(error.map(|error| error.at(at).at("received")));
            errors.extend(misnamed(one).map(|error| error.at(at).at("received")));
        }
        errors.append(&mut waivers(context));
        if errors.is_empty() {
            return Ok(());
        }
        Error::collect(errors.into_iter().map(|error| error.within(Input::Context)).collect())
    }
}

impl Deciding<'_> {
    /// The stock says that the deal has its unit, and the deal says that it has another.
    fn another_unit(&self) -> Option<Error> {
        let (stock, deal) = (self.stock?, self.deal?);
        let found = deal.unit_no.as_ref().filter(|unit| **unit != stock.unit_no)?;
        let has = deal.active().is_some_and(|one| one.kind.unit_state().is_some());
        let error = || Error::new(Code::DealUnitDiffers).with("unit_no", &stock.unit_no);
        (has && stock.deal.as_ref() == Some(&deal.id)).then(|| error().with("found", found))
    }
}

/// What is wrong with a draft: fields that the row does not take, and an amount below zero.
pub(super) fn check_draft(row: &Transition, draft: &DealDraft) -> Result<()> {
    let mut errors = Vec::new();
    for (is_given, field, name) in fields(draft) {
        if is_given && !row.takes.contains(&field) {
            let error = Error::new(Code::DealFieldUnused).with("field", name);
            let error =
                error.with("action", row.action.english()).with("action_zh", row.action.chinese());
            errors.push(error.at(name));
        }
    }
    errors.extend(negative("amount", draft.amount));
    for (at, id, again) in with_repeats(&draft.quotas, |id| id.as_str()) {
        if let Some(first) = again {
            let error = Error::new(Code::DealGivenTwice).with("name", id).with("first", first);
            errors.push(error.at(at).at("quotas"));
        }
    }
    errors.append(&mut of_schedule(draft));
    errors.extend(of_buyers(draft));
    if let Some(terms) = &draft.settlement {
        errors.extend(terms.check().into_iter().map(|error| error.at("settlement")));
    }
    if errors.is_empty() {
        return Ok(());
    }
    let placed = |error: Error| error.at("draft").within(Input::Command);
    Error::collect(errors.into_iter().map(placed).collect())
}

/// Money by a name that stands for an item of the library and is none. Collected fees go by whatever
/// name the house has for them: no rule of a deal asks for one.
fn misnamed(one: &ReceivedMoney) -> Option<Error> {
    if one.is_known() {
        return None;
    }
    let meant = meant_item(&one.item).filter(|item| category(item) != MoneyCategory::Collected)?;
    let error = Error::new(Code::DealMoneyMisnamed).with("item", &one.item).with("meant", meant);
    Some(error.at("item"))
}

/// Lines of the schedule that have the place of another, or are below zero.
fn of_schedule(draft: &DealDraft) -> Vec<Error> {
    let mut errors = Vec::new();
    for (at, line, again) in with_repeats(&draft.schedule, |line| line.seq) {
        if let Some(first) = again {
            let error = Error::new(Code::DealGivenTwice).with("name", line.seq);
            errors.push(error.with("first", first).at("seq").at(at).at("schedule"));
        }
    }
    for (at, line) in draft.schedule.iter().enumerate() {
        let below = negative("amount", Some(line.amount));
        errors.extend(below.map(|error| error.at(at).at("schedule")));
    }
    errors
}

/// Buyers whose customer is not named.
fn of_buyers(draft: &DealDraft) -> impl Iterator<Item = Error> {
    let blank = draft.buyers.iter().enumerate().filter(|(_, one)| one.customer.trim().is_empty());
    blank.map(|(at, _)| {
        let error = Error::new(Code::DealInputMissing).with("input", "customer");
        error.at("customer").at(at).at("buyers")
    })
}

fn negative(field: &'static str, amount: Option<Money>) -> Option<Error> {
    Must::NotBeNegative.refused(Code::DealAmount, field, amount?)
}

/// Buyers, quotas and requests that are given a second time.
fn given_twice(context: &DealContext) -> Vec<Error> {
    let mut errors = Vec::new();
    let mut twice =
        |list: &'static str, at: usize, field: &'static str, name: &str, first: usize| {
            let error = Error::new(Code::DealGivenTwice).with("name", name).with("first", first);
            errors.push(error.at(field).at(at).at(list));
        };
    let buyers = context.buyers.as_deref().unwrap_or_default();
    for (at, one, again) in with_repeats(buyers, |one| one.customer.as_str()) {
        again.into_iter().for_each(|first| twice("buyers", at, "customer", &one.customer, first));
    }
    let quotas = context.quotas.as_deref().unwrap_or_default();
    for (at, one, again) in with_repeats(quotas, |one| one.id.as_str()) {
        again.into_iter().for_each(|first| twice("quotas", at, "id", &one.id, first));
    }
    for (at, one, again) in with_repeats(&context.approvals, |one| one.id.as_str()) {
        again.into_iter().for_each(|first| twice("approvals", at, "id", &one.id, first));
    }
    let blanks = context.approvals.iter().enumerate().filter_map(|(at, one)| {
        Some(blank(Code::ApprovalBlank, "id", &one.id)?.at(at).at("approvals"))
    });
    errors.extend(blanks);
    errors
}

/// Amounts below zero and shares outside 0 to 1.
fn of_policy(policy: &DealPolicy) -> Vec<Error> {
    let mut errors = Vec::new();
    if let Some(limit) = &policy.deposit_limit {
        errors.extend(limit.check().into_iter().map(|error| error.at("deposit_limit")));
    }
    if let Some(change) = &policy.change {
        errors.extend(change.check().into_iter().map(|error| error.at("change")));
    }
    errors.extend(negative("sincerity_amount", policy.sincerity_amount));
    errors.extend(negative("least_booking", policy.least_booking));
    errors.extend(negative("least_deposit", policy.least_deposit));
    for (field, least) in [
        ("before_subscribing", &policy.before_subscribing),
        ("before_signing", &policy.before_signing),
    ] {
        let Some(LeastReceived { amount, share }) = least else { continue };
        let share = share.and_then(|share| Must::BeShare.refused(Code::DealShare, "share", share));
        let wrong = [negative("amount", *amount), share].into_iter().flatten();
        errors.extend(wrong.map(|error| error.at(field)));
    }
    errors.into_iter().map(|error| error.at("policy")).collect()
}

/// The words of all guards.
static GUARDS: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| DealGuard::ALL.iter().map(|guard| guard.word()).collect());

/// Waivers of what is no guard: they would never count.
fn waivers(context: &DealContext) -> Vec<Error> {
    let mut errors = Vec::new();
    for (at, request) in context.approvals.iter().enumerate() {
        if request.asked.kind != ApprovalKind::Waiver {
            continue;
        }
        for (place, word) in request.asked.waives.iter().enumerate() {
            if GUARDS.contains(word.as_str()) {
                continue;
            }
            let words = DealGuard::ALL.iter().map(|guard| guard.word());
            let error = Error::new(Code::DealWaiverUnknown).with("guard", word);
            let error = error.with_nearest(words, word).at(place).at("waives").at("asked");
            errors.push(error.at(at).at("approvals"));
        }
    }
    errors
}
