//! The sale that a deal is about: its facts, those of the deal that it came from, what is known of it.

use super::contacts::Contacts;
use super::source::{FactPolicy, FactUnit};
use super::store::FactStore;
use crate::deal::Deal;
use crate::kpi::fact::{Fact, FactKind};
use crate::{Date, Text};
use std::collections::{BTreeMap, HashMap};

/// What is looked up while events are taken in.
pub(super) struct Known<'a> {
    pub(super) units: HashMap<&'a str, &'a FactUnit>,
    pub(super) policy: &'a FactPolicy,
}

/// The facts that a deal stands on; those of the deal it came from after a change of unit.
#[derive(Debug, Clone, Default)]
pub(super) struct Chain {
    pub(super) subscription: Option<Text>,
    pub(super) signing: Option<Text>,
}

/// The facts that a deal stands on.
pub(super) fn chain(store: &FactStore<'_>, deal: &Text) -> Chain {
    let mut chain = Chain::default();
    for fact in store.of_deal(deal) {
        match fact.kind {
            FactKind::Subscription => chain.subscription = Some(fact.key.clone()),
            FactKind::Signing => chain.signing = Some(fact.key.clone()),
            _ => {}
        }
    }
    if let Some(moved) = store.of_deal(deal).find(|fact| fact.kind == FactKind::UnitChange)
        && let Some(origin) = moved.of.as_ref().and_then(|key| store.get(key))
    {
        match origin.kind {
            FactKind::Signing if chain.signing.is_none() => {
                chain.signing = Some(origin.key.clone());
                chain.subscription = origin.of.clone().or(chain.subscription);
            }
            FactKind::Subscription if chain.subscription.is_none() => {
                chain.subscription = Some(origin.key.clone());
            }
            _ => {}
        }
    }
    chain
}

/// The deal and those that it came from by changes of unit.
pub(super) fn lineage<'d>(deals: &'d BTreeMap<Text, Deal>, deal: &'d Text) -> Vec<&'d Text> {
    let mut all = vec![deal];
    while let Some(from) = all.last().and_then(|last| {
        let changes = &deals.get(*last)?.changes;
        changes.iter().find_map(|settled| settled.from_deal.as_ref())
    }) {
        if all.contains(&from) {
            break;
        }
        all.push(from);
    }
    all
}

/// A fact is of a deal as it stands: its home, buyer, agent, channel.
pub(super) fn stands(fact: &mut Fact, deal: &Deal, known: &Known<'_>) {
    fact.unit.clone_from(&deal.unit_no);
    fact.customer = deal.first_buyer().cloned();
    fact.agent.clone_from(&deal.agent);
    fact.channel.clone_from(&deal.channel);
    let unit = deal.unit_no.as_ref().and_then(|unit| known.units.get(unit.as_str()));
    if let Some(unit) = unit {
        fact.node = Some(unit.node.clone());
        fact.product.clone_from(&unit.product);
        fact.layout.clone_from(&unit.layout);
    }
}

/// A fact of a deal with everything that is known of the deal.
pub(super) fn fact_of(
    store: &FactStore<'_>,
    known: &Known<'_>,
    contacts: &Contacts,
    deal: &Deal,
    (key, kind, day): (Text, FactKind, Date),
) -> Fact {
    let mut fact = Fact::new(key, kind, day);
    fact.deal = Some(deal.id.clone());
    stands(&mut fact, deal, known);
    if let Some(price) = &deal.price {
        fact.area = Some(price.area);
        fact.amount = Some(price.contract_total);
        fact.list_amount = Some(price.list_total);
    }
    let whose = fact.customer.clone().zip(fact.node.clone());
    let first = whose.and_then(|(customer, node)| contacts.first(store, &customer, &node));
    if let Some(first) = first {
        fact.media.clone_from(&first.media);
        fact.sub_media.clone_from(&first.sub_media);
        fact.campaign.clone_from(&first.campaign);
    }
    fact
}
