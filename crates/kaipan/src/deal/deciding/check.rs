//! Inputs that cannot be, whatever the rules: they are errors, not rejections.

use super::Deciding;
use super::drafted::given;
use super::streams::back_in_time;
use crate::approval::ApprovalKind;
use crate::check::{Must, with_repeats};
use crate::deal::{
    DealContext, DealDraft, DealGuard, DealPolicy, LeastReceived, ReceivedMoney, Transition,
};
use crate::error::{Code, Error, Input, Result};
use crate::money::meant_item;
use crate::number::Money;

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
        errors.extend(self.read_twice());
        errors.extend(given_twice(context));
        errors.extend(of_policy(&context.policy).map(|error| error.at("policy")));
        for (at, one) in context.buyers.iter().flatten().enumerate() {
            let limit = negative("credit_limit", one.credit_limit);
            let owes = negative("owes", one.owes);
            errors.extend([limit, owes].into_iter().flatten().map(|one| one.at(at).at("buyers")));
        }
        for (at, one) in context.received.iter().flatten().enumerate() {
            let error = negative("amount", Some(one.amount));
            errors.extend(error.map(|error| error.at(at).at("received")));
            errors.extend(misnamed(one).map(|error| error.at(at).at("received")));
        }
        errors.extend(waivers(context));
        let errors = errors.into_iter().map(|error| error.within(Input::Context));
        Error::collect(errors.collect())
    }
}

impl Deciding<'_> {
    /// The stock says that the deal has its unit, and the deal says that it has another.
    fn another_unit(&self) -> Option<Error> {
        let (stock, deal) = (self.stock?, self.deal?);
        let found = deal.unit_no.as_ref().filter(|unit| **unit != stock.unit_no)?;
        let has = deal.active().is_some_and(|one| one.kind.unit_state().is_some());
        let error = Error::new(Code::DealUnitDiffers).with("unit_no", &stock.unit_no);
        (has && stock.deal.as_ref() == Some(&deal.id)).then(|| error.with("found", found))
    }
}

/// What is wrong with a draft: fields that the row does not take, and an amount below zero.
pub(super) fn check_draft(row: &Transition, draft: &DealDraft) -> Result<()> {
    let unused = given(draft).filter(|(field, _)| !row.takes.contains(field));
    let unused = unused.map(|(_, name)| {
        let error = Error::new(Code::DealFieldUnused).with("field", name);
        let error =
            error.with("action", row.action.english()).with("action_zh", row.action.chinese());
        error.at(name)
    });
    // Lists of one are the usual case, and need no sorting.
    let several = if draft.quotas.len() > 1 { draft.quotas.as_slice() } else { &[] };
    let twice = with_repeats(several, |id| id.as_str());
    let twice = twice.filter_map(|(at, id, again)| {
        let error = Error::new(Code::DealGivenTwice).with("name", id).with("first", again?);
        Some(error.at(at).at("quotas"))
    });
    let errors = unused.chain(negative("amount", draft.amount)).chain(twice);
    let errors = errors.chain(of_schedule(draft)).chain(of_buyers(draft));
    let terms = draft.settlement.iter().flat_map(|terms| terms.check());
    let errors = errors.chain(terms.map(|error| error.at("settlement")));
    Error::collect(errors.map(|error| error.at("draft").within(Input::Command)).collect())
}

/// Money by a name that stands for an item of the library and is none.
fn misnamed(one: &ReceivedMoney) -> Option<Error> {
    if one.is_known() {
        return None;
    }
    let meant = meant_item(&one.item)?;
    let error = Error::new(Code::DealMoneyMisnamed).with("item", &one.item).with("meant", meant);
    Some(error.at("item"))
}

/// Lines of the schedule that are below zero, or have the place of another.
fn of_schedule(draft: &DealDraft) -> impl Iterator<Item = Error> {
    let lines = draft.schedule.iter().enumerate();
    let below = lines.filter_map(|(at, line)| Some(negative("amount", Some(line.amount))?.at(at)));
    // Places that ascend, as they mostly do, are each of one line.
    let ascends = draft.schedule.is_sorted_by(|line, next| line.seq < next.seq);
    let others = if ascends { &[] } else { draft.schedule.as_slice() };
    let twice = with_repeats(others, |line| line.seq).filter_map(|(at, line, again)| {
        let error = Error::new(Code::DealGivenTwice).with("name", line.seq);
        Some(error.with("first", again?).at("seq").at(at))
    });
    twice.chain(below).map(|error| error.at("schedule"))
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
    // Lists of one are the usual case, and need no sorting.
    if let Some(buyers) = context.buyers.as_ref().filter(|list| list.len() > 1) {
        for (at, one, again) in with_repeats(buyers, |one| one.customer.as_str()) {
            again
                .into_iter()
                .for_each(|first| twice("buyers", at, "customer", &one.customer, first));
        }
    }
    if let Some(quotas) = context.quotas.as_ref().filter(|list| list.len() > 1) {
        for (at, one, again) in with_repeats(quotas, |one| one.id.as_str()) {
            again.into_iter().for_each(|first| twice("quotas", at, "id", &one.id, first));
        }
    }
    if context.approvals.len() > 1 {
        for (at, one, again) in with_repeats(&context.approvals, |one| one.id.as_str()) {
            again.into_iter().for_each(|first| twice("approvals", at, "id", &one.id, first));
        }
    }
    errors
}

/// Amounts below zero and shares outside 0 to 1.
fn of_policy(policy: &DealPolicy) -> impl Iterator<Item = Error> {
    let limit = policy.deposit_limit.iter().flat_map(|limit| limit.check());
    let limit = limit.map(|error| error.at("deposit_limit"));
    let amounts = [
        negative("sincerity_amount", policy.sincerity_amount),
        negative("least_booking", policy.least_booking),
        negative("least_deposit", policy.least_deposit),
    ];
    let least = |field: &'static str, least: &Option<LeastReceived>| {
        let least = least.clone().unwrap_or_default();
        let share = least.share;
        let share = share.and_then(|share| Must::BeShare.refused(Code::DealShare, "share", share));
        let errors = [negative("amount", least.amount), share];
        errors.map(|error| error.map(|error| error.at(field)))
    };
    let least = [
        least("before_subscribing", &policy.before_subscribing),
        least("before_signing", &policy.before_signing),
    ];
    let change = policy.change.iter().flat_map(|change| change.check());
    let limit = limit.chain(change.map(|error| error.at("change")));
    limit.chain(amounts.into_iter().flatten()).chain(least.into_iter().flatten().flatten())
}

/// Waivers of what is no guard: they would never count.
fn waivers(context: &DealContext) -> Vec<Error> {
    let mut errors = Vec::new();
    for (at, request) in context.approvals.iter().enumerate() {
        if request.asked.kind != ApprovalKind::Waiver {
            continue;
        }
        for (place, word) in request.asked.waives.iter().enumerate() {
            let words = DealGuard::ALL.iter().map(|guard| guard.word());
            if words.clone().any(|one| *word == *one) {
                continue;
            }
            let error = Error::new(Code::DealWaiverUnknown).with("guard", word);
            let error = error.with_nearest(words, word).at(place).at("waives").at("asked");
            errors.push(error.at(at).at("approvals"));
        }
    }
    errors
}
