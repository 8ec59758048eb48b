//! All records of one customer, or one family, at one project.

use super::policy::OwnershipPolicy;
use super::records::{BreachKind, OwnershipChange, OwnershipRecords};
use crate::customer::Sets;
use crate::opportunity::{Entered, FollowUp, FollowUpKind};
use crate::{Date, Text};
use std::collections::{BTreeMap, BTreeSet};

/// The records of one customer, or of one family that counts as one, at one project, as they were at
/// the end of a day.
#[derive(Default)]
pub(super) struct CustomerFile<'a> {
    /// In the order of entry.
    pub(super) follow_ups: Vec<&'a FollowUp>,
    /// Those that were found to be false, in the order of entry.
    pub(super) false_ones: Vec<&'a FollowUp>,
    /// In the order of entry.
    pub(super) changes: Vec<&'a OwnershipChange>,
    /// Who served the customer in the place of another on a day, and since when that other had
    /// records of the customer.
    services: BTreeMap<(&'a Text, Date, FollowUpKind), Entered<'a>>,
}

/// Who counts as one customer.
pub(super) struct Families<'a> {
    /// The place of the family of a customer.
    of: BTreeMap<&'a Text, usize>,
    /// The families, each by the ids of its members.
    families: BTreeMap<usize, BTreeSet<&'a Text>>,
}

/// The records that were found to be false, with the first day on which they count no more.
pub(super) struct FalseRecords<'a> {
    from: BTreeMap<&'a Text, Date>,
}

impl<'a> Families<'a> {
    /// Spouses, parents and children, by however many links, where they count as one.
    pub(super) fn new(policy: &OwnershipPolicy, records: &'a OwnershipRecords) -> Families<'a> {
        let all = records.relatives.iter().filter(|_| policy.family_counts_as_one);
        let links = all.flat_map(|one| one.relatives.iter().map(move |link| (&one.customer, link)));
        let links: Vec<(&Text, &Text)> = links
            .filter(|(_, link)| link.relation.may_count_as_one())
            .map(|(customer, link)| (customer, &link.customer))
            .collect();
        let ids: BTreeSet<&Text> = links.iter().flat_map(|(one, other)| [*one, *other]).collect();
        let places: BTreeMap<&Text, usize> =
            ids.iter().enumerate().map(|(place, id)| (*id, place)).collect();
        let mut sets = Sets::new(ids.len());
        for (one, other) in links {
            if let Some((one, other)) = places.get(one).zip(places.get(other)) {
                sets.join(*one, *other);
            }
        }
        let (mut of, mut families) = (BTreeMap::new(), BTreeMap::<usize, BTreeSet<&Text>>::new());
        for (id, place) in places {
            let first = sets.first(place);
            of.insert(id, first);
            families.entry(first).or_default().insert(id);
        }
        Families { of, families }
    }

    fn family(&self, customer: &Text) -> Option<&BTreeSet<&'a Text>> {
        self.families.get(self.of.get(customer)?)
    }

    /// The customers who count as one with this one, itself included, in order.
    pub(super) fn members(&self, customer: &'a Text) -> BTreeSet<&'a Text> {
        self.family(customer).cloned().unwrap_or_else(|| BTreeSet::from([customer]))
    }

    /// One name for all who count as one: their smallest id.
    pub(super) fn key(&self, customer: &'a Text) -> &'a Text {
        self.family(customer).and_then(|family| family.first().copied()).unwrap_or(customer)
    }
}

impl<'a> FalseRecords<'a> {
    pub(super) fn new(records: &'a OwnershipRecords) -> FalseRecords<'a> {
        let mut from: BTreeMap<&Text, Date> = BTreeMap::new();
        for breach in records.breaches.iter().filter(|one| one.kind == BreachKind::FalseRecord) {
            if let Some(record) = &breach.record {
                let first = from.entry(record).or_insert(breach.found_on);
                *first = breach.found_on.min(*first);
            }
        }
        FalseRecords { from }
    }

    /// The record was found false by that day.
    fn holds(&self, record: &FollowUp, as_of: Date) -> bool {
        self.from.get(&record.id).is_some_and(|from| *from <= as_of)
    }
}

impl<'a> CustomerFile<'a> {
    /// The file of a customer at a project.
    pub(super) fn of(
        records: &'a OwnershipRecords,
        members: &BTreeSet<&Text>,
        project: &Text,
        as_of: Date,
    ) -> CustomerFile<'a> {
        let mut file = CustomerFile::default();
        let own = |customer: &Text, at: &Text| members.contains(customer) && at == project;
        file.follow_ups
            .extend(records.follow_ups.iter().filter(|one| own(&one.customer, &one.project)));
        file.changes.extend(records.changes.iter().filter(|one| own(&one.customer, &one.project)));
        file.settled(&FalseRecords::new(records), as_of)
    }

    /// All files there are, by customer and project.
    pub(super) fn all(
        records: &'a OwnershipRecords,
        families: &Families<'a>,
        as_of: Date,
    ) -> BTreeMap<(&'a Text, &'a Text), CustomerFile<'a>> {
        let mut files: BTreeMap<(&Text, &Text), CustomerFile<'_>> = BTreeMap::new();
        for one in &records.follow_ups {
            let key = (families.key(&one.customer), &one.project);
            files.entry(key).or_default().follow_ups.push(one);
        }
        for one in &records.changes {
            let key = (families.key(&one.customer), &one.project);
            files.entry(key).or_default().changes.push(one);
        }
        let false_records = FalseRecords::new(records);
        let settled =
            |(key, file): (_, CustomerFile<'a>)| (key, file.settled(&false_records, as_of));
        files.into_iter().map(settled).collect()
    }

    /// In the order of entry, without what was entered after the day, and false records apart.
    fn settled(mut self, false_records: &FalseRecords<'_>, as_of: Date) -> CustomerFile<'a> {
        self.follow_ups.retain(|one| one.recorded_at.date() <= as_of);
        self.changes.retain(|one| one.recorded_at.date() <= as_of);
        self.follow_ups.sort_by_key(|one| one.entered());
        self.changes.sort_by_key(|one| one.entered());
        (self.false_ones, self.follow_ups) =
            self.follow_ups.into_iter().partition(|one| false_records.holds(one, as_of));
        let mut firsts: BTreeMap<&Text, Entered<'_>> = BTreeMap::new();
        for one in self.follow_ups.iter().copied() {
            let first = *firsts.entry(&one.agent).or_insert(one.entered());
            let Some(server) = one.served_by.as_ref().filter(|by| **by != one.agent) else {
                continue;
            };
            let since = self.services.entry((server, one.day(), one.kind)).or_insert(first);
            *since = first.min(*since);
        }
        self
    }

    /// Nothing was entered.
    pub(super) fn is_empty(&self) -> bool {
        self.follow_ups.is_empty() && self.false_ones.is_empty() && self.changes.is_empty()
    }

    /// Whether an agent served the customer in the place of another, who has made up for it: a
    /// record of the same day and kind names him, of an agent who had a record before.
    pub(super) fn is_service(&self, record: &FollowUp) -> bool {
        let since = self.services.get(&(&record.agent, record.day(), record.kind));
        since.is_some_and(|since| *since < record.entered())
    }
}
