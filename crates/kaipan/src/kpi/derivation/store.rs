//! The facts while they are derived.

use super::departments::Departments;
use crate::kpi::fact::Fact;
use crate::{Date, Text};
use std::collections::{BTreeMap, BTreeSet};

/// Facts by key, with what has changed.
#[derive(Debug, Clone, Default)]
pub(super) struct FactStore<'a> {
    departments: Departments<'a>,
    facts: BTreeMap<Text, Fact>,
    /// The keys of the facts of each deal, the earliest first: by day, then by version, of which the
    /// longer is the later.
    of_deals: BTreeMap<Text, BTreeSet<Place>>,
    changed: BTreeSet<Text>,
    withdrawn: BTreeSet<Text>,
}

/// The place of a fact among those of its deal.
type Place = (Date, usize, Text);

fn place(fact: &Fact) -> Place {
    (fact.date, fact.key.len(), fact.key.clone())
}

impl<'a> FactStore<'a> {
    pub(super) fn new(facts: Vec<Fact>, departments: Departments<'a>) -> FactStore<'a> {
        let mut store = FactStore { departments, ..FactStore::default() };
        facts.into_iter().for_each(|fact| store.put(fact));
        store
    }

    fn put(&mut self, fact: Fact) {
        if let Some(deal) = &fact.deal {
            self.of_deals.entry(deal.clone()).or_default().insert(place(&fact));
        }
        self.facts.insert(fact.key.clone(), fact);
    }

    pub(super) fn get(&self, key: &Text) -> Option<&Fact> {
        self.facts.get(key)
    }

    pub(super) fn contains(&self, key: &Text) -> bool {
        self.facts.contains_key(key)
    }

    /// A fact that was not there. Without a department it has that of its agent on its day.
    pub(super) fn add(&mut self, mut fact: Fact) {
        if let (None, Some(agent)) = (&fact.department, &fact.agent) {
            fact.department = self.departments.of(agent, fact.date).cloned();
        }
        self.withdrawn.remove(&fact.key);
        self.changed.insert(fact.key.clone());
        self.put(fact);
    }

    /// Brings a fact up to date, if that changes it.
    pub(super) fn revise(&mut self, key: &Text, change: impl FnOnce(&mut Fact)) {
        let Some(fact) = self.facts.get_mut(key) else { return };
        let before = fact.clone();
        change(fact);
        if *fact != before {
            fact.version = fact.version.saturating_add(1);
            self.changed.insert(key.clone());
        }
    }

    /// Completes a fact that the same record has made: that is no new version.
    pub(super) fn complete(&mut self, key: &Text, change: impl FnOnce(&mut Fact)) {
        if let Some(fact) = self.facts.get_mut(key) {
            change(fact);
        }
    }

    /// A fact that there is no longer.
    pub(super) fn withdraw(&mut self, key: &Text) {
        if let Some(fact) = self.facts.remove(key) {
            if let Some(own) = fact.deal.as_ref().and_then(|deal| self.of_deals.get_mut(deal)) {
                own.remove(&place(&fact));
            }
            self.changed.remove(key);
            self.withdrawn.insert(key.clone());
        }
    }

    /// The facts of a deal, the earliest first.
    pub(super) fn of_deal(&self, deal: &Text) -> impl Iterator<Item = &Fact> {
        let places = self.of_deals.get(deal).into_iter().flatten();
        places.filter_map(|(.., key)| self.facts.get(key))
    }

    /// The facts, the keys that changed, the keys that went.
    pub(super) fn ended(self) -> (Vec<Fact>, Vec<Text>, Vec<Text>) {
        let changed = self.changed.into_iter().collect();
        (self.facts.into_values().collect(), changed, self.withdrawn.into_iter().collect())
    }
}
