//! Calls and visits.

use super::store::FactStore;
use crate::Text;
use crate::kpi::fact::{Fact, FactKind};
use crate::opportunity::{FollowUp, FollowUpKind};
use std::collections::BTreeMap;

/// Which contacts of a customer with a project came first.
#[derive(Debug, Clone, Default)]
pub(super) struct Contacts {
    /// Key of the first call and the first visit of a customer in a project.
    first: BTreeMap<(Text, Text), [Option<Text>; 2]>,
}

const FIRST: &str = "first";
const RETURN: &str = "return";

/// The key of the fact of a follow-up.
pub(super) fn key_of(follow_up: &FollowUp) -> Text {
    format!("follow_up/{}", follow_up.id).into()
}

impl Contacts {
    /// From the facts so far.
    pub(super) fn new(facts: &[Fact]) -> Contacts {
        let mut contacts = Contacts::default();
        for fact in facts.iter().filter(|fact| fact.detail.as_deref() == Some(FIRST)) {
            let place = match fact.kind {
                FactKind::Call => 0,
                FactKind::Visit => 1,
                _ => continue,
            };
            if let Some(slot) = contacts.of(fact).and_then(|own| own.get_mut(place)) {
                *slot = Some(fact.key.clone());
            }
        }
        contacts
    }

    fn of(&mut self, fact: &Fact) -> Option<&mut [Option<Text>; 2]> {
        let key = (fact.customer.clone()?, fact.node.clone()?);
        Some(self.first.entry(key).or_default())
    }

    /// The first visit of a customer in a project, else the first call.
    pub(super) fn first<'s>(
        &self,
        store: &'s FactStore<'_>,
        customer: &Text,
        node: &Text,
    ) -> Option<&'s Fact> {
        let [call, visit] = self.first.get(&(customer.clone(), node.clone()))?;
        store.get(visit.as_ref().or(call.as_ref())?)
    }

    /// Takes a follow-up in.
    pub(super) fn take(&mut self, store: &mut FactStore<'_>, one: &FollowUp) {
        self.take_customer(store, one);
        let (kind, place) = match one.kind {
            FollowUpKind::Call => (FactKind::Call, 0),
            FollowUpKind::Visit => (FactKind::Visit, 1),
            FollowUpKind::Other => return,
        };
        let mut fact = Fact::new(key_of(one), kind, one.at.date());
        fact.recorded_on = Some(one.recorded_at.date());
        fact.node = Some(one.project.clone());
        fact.customer = Some(one.customer.clone());
        fact.agent = Some(one.agent.clone());
        fact.media.clone_from(&one.media);
        fact.sub_media.clone_from(&one.sub_media);
        fact.campaign.clone_from(&one.campaign);
        fact.grade.clone_from(&one.grade);
        let Some(own) = self.of(&fact) else { return };
        let before = own.get(place).cloned().flatten();
        let is_first = before
            .as_ref()
            .and_then(|key| store.get(key))
            .is_none_or(|first| fact.date < first.date);
        fact.detail = Some(Text::constant(if is_first { FIRST } else { RETURN }));
        if is_first {
            if let Some(key) = &before {
                // It was entered first, and came later.
                store.revise(key, |fact| {
                    fact.detail = Some(Text::constant(RETURN));
                    fact.of = None;
                });
            }
            if let Some(slot) = own.get_mut(place) {
                *slot = Some(fact.key.clone());
            }
        }
        let [call, visit] = own.clone();
        store.add(fact);
        after_call(store, call.as_ref(), visit.as_ref());
    }

    /// 新增客户: the day of the first record.
    fn take_customer(&self, store: &mut FactStore<'_>, one: &FollowUp) {
        let key: Text = format!("customer/{}", one.customer).into();
        let day = one.at.date();
        if store.contains(&key) {
            store.revise(&key, |fact| fact.date = fact.date.min(day));
            return;
        }
        let mut fact = Fact::new(key, FactKind::NewCustomer, day);
        fact.recorded_on = Some(one.recorded_at.date());
        fact.node = Some(one.project.clone());
        fact.customer = Some(one.customer.clone());
        fact.agent = Some(one.agent.clone());
        fact.media.clone_from(&one.media);
        fact.sub_media.clone_from(&one.sub_media);
        store.add(fact);
    }
}

/// A first visit goes back to the first call, if that was not after it.
fn after_call(store: &mut FactStore<'_>, call: Option<&Text>, visit: Option<&Text>) {
    let Some((call, visit)) = call.zip(visit) else { return };
    let day = |key: &Text| store.get(key).map(|fact| fact.date);
    let came_first = day(call).zip(day(visit)).is_some_and(|(call, visit)| call <= visit);
    store.revise(visit, |fact| fact.of = came_first.then(|| call.clone()));
}
