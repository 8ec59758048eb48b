//! What is wrong with the records by which ownership is decided.

use super::records::{AgentShare, BreachKind, OwnershipRecords, Reception};
use crate::Text;
use crate::check::{Must, refer, with_repeats};
use crate::error::{Code, Error, Finding, Input};
use crate::number::{Fraction, Unrounded};
use crate::opportunity::wrong_follow_up;
use std::collections::{BTreeMap, BTreeSet};

/// A text that must not be empty and is.
pub(super) fn empty(field: &'static str, text: &str) -> Option<Error> {
    let error = || Error::new(Code::OwnershipEmpty).with("field", field).at(field);
    text.trim().is_empty().then(error)
}

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
            ("to", &one.to),
            ("by", &one.by),
        ];
        let mut wrong: Vec<Error> =
            named.into_iter().filter_map(|(field, id)| empty(field, id)).collect();
        wrong.extend(again.map(|first| twice("id", &one.id, first)));
        wrong.extend(wrong_shares(&one.shares));
        errors.extend(wrong.into_iter().map(|error| error.at(at).at("changes")));
    }
    errors.extend(families(records));
    errors.into_iter().map(|error| error.within(Input::Records)).collect()
}

/// A customer belongs to one family.
fn families(records: &OwnershipRecords) -> Vec<Error> {
    let mut errors = Vec::new();
    let mut seen: BTreeMap<&Text, &Text> = BTreeMap::new();
    for (at, family, again) in with_repeats(&records.families, |family| &family.id) {
        let mut wrong: Vec<Error> = empty("id", &family.id).into_iter().collect();
        wrong.extend(again.map(|first| twice("id", &family.id, first)));
        for (which, member) in family.members.iter().enumerate() {
            let nameless = || Error::new(Code::OwnershipEmpty).with("field", "members");
            wrong.extend(member.is_empty().then(|| nameless().at(which).at("members")));
            if let Some(first) = seen.insert(member, &family.id).filter(|_| !member.is_empty()) {
                let error = Error::new(Code::OwnershipFamily).with("id", member);
                wrong.push(error.with("other", first).at(which).at("members"));
            }
        }
        errors.extend(wrong.into_iter().map(|error| error.at(at).at("families")));
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
        let mut wrong: Vec<Error> = empty("agent", &one.agent).into_iter().collect();
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
        let mut wrong: Vec<Error> =
            named.into_iter().filter_map(|(field, id)| empty(field, id)).collect();
        wrong.extend(again.map(|first| twice("id", &one.id, first)));
        errors.extend(wrong.into_iter().map(|error| error.at(at).within(Input::Receptions)));
    }
    errors
}

/// Breaches whose record is not there.
pub(super) fn told(records: &OwnershipRecords) -> Vec<Finding> {
    let mut findings = Vec::new();
    let ids: BTreeSet<&Text> = records.follow_ups.iter().map(|one| &one.id).collect();
    let known = || ids.iter().map(|id| id.as_str());
    for (at, breach) in records.breaches.iter().enumerate() {
        let voids = breach.kind == BreachKind::FalseRecord;
        let record = breach.record.as_ref().filter(|id| voids && !ids.contains(id));
        let found = record.and_then(|id| refer::nowhere(("follow-up", "跟进记录"), id, known()));
        let found = found.map(|found| found.at("record").at(at).at("breaches"));
        findings.extend(found.map(|found| found.within(Input::Records)));
    }
    findings
}
