//! What is wrong with the records by which ownership is decided.

use super::records::{
    AgentShare, BreachKind, OwnershipChange, OwnershipChangeKind, OwnershipRecords, Reception,
};
use crate::check::{KnownNames, Must, blank, days, with_repeats};
use crate::error::{Code, Error, Finding, Input};
use crate::number::{Fraction, Unrounded};
use crate::opportunity::{FollowUp, wrong_follow_up};
use crate::{Date, Text};
use std::collections::BTreeSet;

/// An id that another of the list has.
pub(super) fn twice(field: &'static str, id: &str, first: usize) -> Error {
    Error::new(Code::OwnershipTwice).with("id", id).with("first", first).at(field)
}

/// Everything that is wrong with the records.
pub(super) fn wrong(records: &OwnershipRecords) -> Vec<Error> {
    let mut errors = Vec::new();
    for (at, one, again) in with_repeats(&records.follow_ups, |one| &one.id) {
        let mut wrong = wrong_follow_up(one);
        wrong.extend(again.map(|first| twice("id", &one.id, first)));
        errors.extend(wrong.into_iter().map(|error| error.at(at).at("follow_ups")));
    }
    for (at, one, again) in with_repeats(&records.changes, |one| &one.id) {
        let named = [
            ("id", &one.id),
            ("customer", &one.customer),
            ("project", &one.project),
            ("by", &one.by),
        ];
        let mut wrong: Vec<Error> = named
            .into_iter()
            .filter_map(|(field, id)| blank(Code::OwnershipEmpty, field, id))
            .collect();
        wrong.extend(again.map(|first| twice("id", &one.id, first)));
        wrong.extend(wrong_shares(&one.shares));
        wrong.extend(wrong_receiver(one));
        errors.extend(wrong.into_iter().map(|error| error.at(at).at("changes")));
    }
    errors.extend(relatives(records));
    errors.into_iter().map(|error| error.within(Input::Records)).collect()
}

/// A change to a department names that and no agent, any other an agent and no department.
fn wrong_receiver(change: &OwnershipChange) -> Vec<Error> {
    let (agent, department) = (("to", &change.to), ("department", &change.department));
    let (who, other) = match change.kind {
        OwnershipChangeKind::Assigned => (department, agent),
        OwnershipChangeKind::Reassigned | OwnershipChangeKind::Ruled => (agent, department),
    };
    let nobody = Text::default();
    let missing = blank(Code::OwnershipEmpty, who.0, who.1.as_ref().unwrap_or(&nobody));
    let both = other.1.is_some().then(|| {
        let error = Error::new(Code::OwnershipReceiver).with("kind", change.kind.word());
        error.with("kind_zh", change.kind.chinese()).at(other.0)
    });
    missing.into_iter().chain(both).collect()
}

/// Links of families name others, each customer once.
fn relatives(records: &OwnershipRecords) -> Vec<Error> {
    let mut errors = Vec::new();
    for (at, one, again) in with_repeats(&records.relatives, |one| &one.customer) {
        let mut wrong: Vec<Error> =
            blank(Code::OwnershipEmpty, "customer", &one.customer).into_iter().collect();
        wrong.extend(again.map(|first| twice("customer", &one.customer, first)));
        for (which, link) in one.relatives.iter().enumerate() {
            let is_self = link.customer == one.customer && !link.customer.is_empty();
            let itself = is_self.then(|| {
                let error = Error::new(Code::CustomerFamilySelf).with("id", &link.customer);
                error.at("customer")
            });
            let nobody = blank(Code::OwnershipEmpty, "customer", &link.customer);
            let place = |error: Error| error.at(which).at("relatives");
            wrong.extend(nobody.into_iter().chain(itself).map(place));
        }
        errors.extend(wrong.into_iter().map(|error| error.at(at).at("relatives")));
    }
    errors
}

/// A customer whom no record names.
pub(super) fn unknown(records: &OwnershipRecords, customer: &Text) -> Option<Error> {
    let follow_ups = records.follow_ups.iter().map(|one| &one.customer);
    let all = follow_ups.chain(records.changes.iter().map(|one| &one.customer));
    let known: BTreeSet<&Text> = all.collect();
    let error = || {
        let error = Error::new(Code::OwnershipCustomerUnknown).with("id", customer);
        error.with_nearest(known.iter().map(|one| one.as_str()), customer)
    };
    (!known.contains(customer)).then(error)
}

/// Shares are parts of the whole, of one agent each, and sum to 1.
pub(super) fn wrong_shares(shares: &[AgentShare]) -> Vec<Error> {
    let mut errors = Vec::new();
    if shares.is_empty() {
        return errors;
    }
    for (at, one, again) in with_repeats(shares, |one| &one.agent) {
        let mut wrong: Vec<Error> =
            blank(Code::OwnershipEmpty, "agent", &one.agent).into_iter().collect();
        wrong.extend(again.map(|first| twice("agent", &one.agent, first)));
        wrong.extend(Must::BePart.refused(Code::OwnershipNumber, "share", one.share));
        errors.extend(wrong.into_iter().map(|error| error.at(at).at("shares")));
    }
    let sum = Fraction::sum(shares.iter().map(|one| one.share)).and_then(|(sum, text)| {
        let whole = sum.compare(&Unrounded::ONE)?.is_eq();
        Ok((!whole).then(|| Error::new(Code::OwnershipShares).with("sum", text)))
    });
    errors.extend(sum.unwrap_or_else(Some).map(|error| error.at("shares")));
    errors
}

/// Everything that is wrong with the log of receptions.
pub(super) fn wrong_receptions(receptions: &[Reception]) -> Vec<Error> {
    let mut errors = Vec::new();
    for (at, one, again) in with_repeats(receptions, |one| &one.id) {
        let named = [
            ("id", &one.id),
            ("customer", &one.customer),
            ("project", &one.project),
            ("agent", &one.agent),
        ];
        let mut wrong: Vec<Error> = named
            .into_iter()
            .filter_map(|(field, id)| blank(Code::OwnershipEmpty, field, id))
            .collect();
        wrong.extend(again.map(|first| twice("id", &one.id, first)));
        errors.extend(wrong.into_iter().map(|error| error.at(at).within(Input::Receptions)));
    }
    errors
}

/// Breaches whose record is not there, days that are far from the day looked at, a day before every
/// record. (A day that is no input of its own, as in a command, has no `place`.)
pub(super) fn told(
    records: &OwnershipRecords,
    looked_at: Date,
    place: Option<Input>,
) -> Vec<Finding> {
    let recorded = records.follow_ups.iter().map(|one| one.recorded_at.date());
    let recorded = recorded.chain(records.changes.iter().map(|one| one.recorded_at.date()));
    let early = place.zip(days::before_all(looked_at, recorded));
    let mut findings: Vec<Finding> =
        early.map(|(place, found)| found.within(place)).into_iter().collect();
    let follow_ups = days::all_far(records.follow_ups.iter().map(FollowUp::days), looked_at);
    let changes = records.changes.iter().map(|one| [("recorded_at", one.recorded_at.date())]);
    let lists = [("follow_ups", follow_ups), ("changes", days::all_far(changes, looked_at))];
    for (list, told) in lists {
        findings.extend(told.into_iter().map(|found| found.at(list).within(Input::Records)));
    }
    let known = KnownNames::new(records.follow_ups.iter().map(|one| one.id.as_str()));
    for (at, breach) in records.breaches.iter().enumerate() {
        let voids = breach.kind == BreachKind::FalseRecord;
        let record = breach.record.as_ref().filter(|_| voids);
        let found = record.and_then(|id| known.nowhere(("follow-up", "跟进记录"), id));
        let found = found.map(|found| found.at("record").at(at).at("breaches"));
        findings.extend(found.map(|found| found.within(Input::Records)));
    }
    findings
}
