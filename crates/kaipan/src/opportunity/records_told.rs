//! What there is to say about each record beside all others.

use super::follow_up::{FollowUp, Occurrence};
use super::policy::OpportunityPolicy;
use super::record::Opportunity;
use super::refused::twice;
use super::stages::{named, unknown};
use super::wrong_records::{Names, missing, occurrence_told, wrong_fields, wrong_follow_up};
use crate::check::{KnownNames, blank, days, with_repeats};
use crate::error::{Code, Error, Finding, Input, finding};
use crate::{Date, Text};
use std::collections::BTreeMap;

/// What is known of all records.
pub(super) struct Known<'a> {
    /// Ids of the customers there are; any, if empty.
    customers: KnownNames<'a>,
    /// The day of the first call or visit of each customer and project.
    contacts: BTreeMap<(&'a Text, &'a Text), Date>,
    /// By their places: open opportunities of a customer and project that have another, with the one
    /// that counts.
    open_twice: BTreeMap<usize, &'a Opportunity>,
    /// Today.
    as_of: Option<Date>,
}

impl<'a> Known<'a> {
    pub(super) fn new(
        follow_ups: &'a [FollowUp],
        opportunities: &'a [Opportunity],
        customers: &'a [Text],
        as_of: Option<Date>,
    ) -> Known<'a> {
        let mut contacts: BTreeMap<(&Text, &Text), Date> = BTreeMap::new();
        for one in follow_ups.iter().filter(|one| one.kind.can_be_first_contact()) {
            let first = contacts.entry(one.whose()).or_insert(one.day());
            *first = one.day().min(*first);
        }
        let open_twice = open_twice(opportunities);
        let customers = KnownNames::new(customers.iter().map(Text::as_str));
        Known { customers, contacts, open_twice, as_of }
    }

    /// What there is to say about follow-ups, of which it was found whether each is a first.
    pub(super) fn follow_ups_told(
        &self,
        policy: &OpportunityPolicy,
        follow_ups: &[FollowUp],
        found: &[Occurrence],
    ) -> Vec<Finding> {
        let mut findings = Vec::new();
        let rows = with_repeats(follow_ups, |one| &one.id).zip(found);
        for ((at, one, again), occurrence) in rows {
            let mut errors = wrong_follow_up(one);
            errors.extend(again.map(|first| twice("id", &one.id, first)));
            errors.extend(missing(one, policy));
            let mut told: Vec<Finding> = errors.into_iter().map(Error::finding).collect();
            told.extend(occurrence_told(one, *occurrence));
            told.extend(Names::of(one).told(policy));
            told.extend(self.customer_told(&one.customer));
            findings.extend(told.into_iter().map(|one| one.at(at).within(Input::FollowUps)));
        }
        findings
    }

    /// Days that are far from today, and a today before every record.
    pub(super) fn days_told(
        &self,
        follow_ups: &[FollowUp],
        opportunities: &[Opportunity],
    ) -> Vec<Finding> {
        let Some(today) = self.as_of else { return Vec::new() };
        let recorded = follow_ups.iter().map(|one| one.recorded_at.date());
        let recorded = recorded.chain(opportunities.iter().map(|one| one.opened_on));
        let early = days::before_all(today, recorded).map(|found| found.within(Input::AsOf));
        let fields = follow_ups.iter().map(FollowUp::days);
        let of_follow_ups = days::all_far(fields, today).into_iter();
        let fields = opportunities.iter().map(|one| [("opened_on", one.opened_on)]);
        let of_opportunities = days::all_far(fields, today).into_iter();
        let of_follow_ups = of_follow_ups.map(|found| found.within(Input::FollowUps));
        let of_opportunities = of_opportunities.map(|found| found.within(Input::Opportunities));
        early.into_iter().chain(of_follow_ups).chain(of_opportunities).collect()
    }

    /// What there is to say about opportunities.
    pub(super) fn opportunities_told(
        &self,
        policy: &OpportunityPolicy,
        opportunities: &[Opportunity],
    ) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (at, one, again) in with_repeats(opportunities, |one| &one.id) {
            let again = again.map(|first| twice("id", &one.id, first));
            let errors = again.into_iter().chain(self.wrong(policy, at, one));
            let mut told: Vec<Finding> = errors.map(Error::finding).collect();
            told.extend(self.dates_told(one));
            if !one.ends_as_it_says() {
                told.push(finding!(Code::OpportunityStateDiffers).at("state"));
            }
            let names = Names::in_fields(&one.fields).told(policy).into_iter();
            told.extend(names.map(|found| found.at("fields")));
            told.extend(self.customer_told(&one.customer));
            findings.extend(told.into_iter().map(|one| one.at(at).within(Input::Opportunities)));
        }
        findings
    }

    /// Everything that is wrong with the opportunity at a place.
    fn wrong(&self, policy: &OpportunityPolicy, at: usize, one: &Opportunity) -> Vec<Error> {
        let ids = [
            ("id", &one.id),
            ("customer", &one.customer),
            ("project", &one.project),
            ("agent", &one.agent),
        ];
        let mut errors: Vec<Error> = ids
            .into_iter()
            .filter_map(|(field, id)| blank(Code::OpportunityEmpty, field, id))
            .collect();
        errors.extend(wrong_fields(&one.fields, one.opened_on));
        if named(&policy.stages, &one.stage).is_none() {
            let known = policy.stages.iter().map(|stage| stage.code.as_str());
            errors.push(unknown(&one.stage, known).at("stage"));
        }
        if let Some(other) = self.open_twice.get(&at) {
            let error = Error::new(Code::OpportunityOpenTwice).with("project", &one.project);
            errors.push(error.with("id", &other.id).at("project"));
        }
        let contact = self.contacts.get(&(&one.customer, &one.project));
        if contact.is_none_or(|first| *first > one.opened_on) {
            let error = Error::new(Code::OpportunityNoContact).with("project", &one.project);
            errors.push(error.at("opened_on"));
        }
        errors
    }

    /// Days in the wrong order, and a day of decision that has passed.
    fn dates_told(&self, one: &Opportunity) -> Vec<Finding> {
        let mut told = Vec::new();
        let end = one.end.as_ref().map(|end| end.on);
        for (field, day) in [("end", end), ("stage_since", Some(one.stage_since))] {
            if let Some(day) = day.filter(|day| *day < one.opened_on) {
                let dates = finding!(Code::OpportunityDates, from = one.opened_on, to = day);
                told.push(dates.at(field));
            }
        }
        let passed = |day: &Date| one.is_open() && self.as_of.is_some_and(|today| *day < today);
        if let Some(day) = one.fields.expected_close.filter(passed) {
            let overdue = finding!(Code::OpportunityOverdue, date = day);
            told.push(overdue.at("expected_close").at("fields"));
        }
        told
    }

    fn customer_told(&self, customer: &Text) -> Option<Finding> {
        if self.customers.is_empty() || customer.is_empty() {
            return None;
        }
        let found = self.customers.nowhere(("customer", "客户"), customer);
        found.map(|found| found.at("customer"))
    }
}

/// Open opportunities of a customer and project that have another, with the one that counts: of the
/// earlier day, and of one day the smaller id.
fn open_twice(opportunities: &[Opportunity]) -> BTreeMap<usize, &Opportunity> {
    let whose = |one: &Opportunity| (one.customer.clone(), one.project.clone());
    let open = opportunities.iter().enumerate().filter(|(_, one)| one.is_open());
    let mut open: Vec<(usize, &Opportunity)> = open.collect();
    open.sort_by_cached_key(|(_, one)| (whose(one), one.opened_on, one.id.clone()));
    let mut found = BTreeMap::new();
    let mut first: Option<&Opportunity> = None;
    for (at, one) in open {
        match first.filter(|first| whose(first) == whose(one)) {
            Some(first) => {
                found.insert(at, first);
            }
            None => first = Some(one),
        }
    }
    found
}
