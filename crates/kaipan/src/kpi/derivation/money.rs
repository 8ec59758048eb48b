//! Money that was received and refunded, and commission.

use super::sale::{Chain, Known, chain, stands};
use super::store::FactStore;
use crate::Text;
use crate::deal::Deal;
use crate::error::Result;
use crate::kpi::fact::{Fact, FactKind};
use crate::money::{LedgerAccount, LedgerEntry};
use crate::number::{Money, overflow};
use std::collections::BTreeMap;

/// The key of the fact of an entry: of one item, that of the entry.
pub(super) fn key_of(entry: &LedgerEntry, item: &Text) -> Text {
    format!("{}/{item}", entry.key).into()
}

/// Takes an entry in: what came into a bank or left it of house money, by item. Transfers touch no bank
/// and count nothing. Says whether it made a fact.
pub(super) fn take(
    store: &mut FactStore<'_>,
    known: &Known<'_>,
    deals: &BTreeMap<Text, Deal>,
    entry: &LedgerEntry,
) -> Result<bool> {
    let mut items: Vec<(&Text, Money)> = Vec::new();
    for leg in &entry.legs {
        let is_bank = matches!(leg.account, LedgerAccount::Bank { .. });
        if !is_bank || !known.policy.is_house(&leg.item) {
            continue;
        }
        match items.iter_mut().find(|(item, _)| *item == &leg.item) {
            // What comes into a bank is a debit, below zero.
            Some((_, sum)) => *sum = sum.checked_sub(leg.amount).ok_or_else(overflow)?,
            None => {
                let amount = Money::ZERO.checked_sub(leg.amount).ok_or_else(overflow)?;
                items.push((&leg.item, amount));
            }
        }
    }
    items.retain(|(_, amount)| !amount.is_zero());
    let earned = commission(store, entry)?;
    let made = earned || !items.is_empty();
    for (item, amount) in items {
        let mut fact = Fact::new(key_of(entry, item), FactKind::Collection, entry.date);
        fact.detail = Some(item.clone());
        fact.recorded_on = Some(entry.recorded_at.date());
        fact.amount = Some(amount);
        if let Some(deal) = &entry.deal {
            let Chain { subscription, signing } = chain(store, deal);
            let origin = signing.clone().or(subscription);
            // Before the sale it is of the deal as it stands; the sale then takes it over.
            match origin.as_ref().and_then(|key| store.get(key)).cloned() {
                Some(of) => belongs(&mut fact, &of),
                None => waits(store, known, deals.get(deal), &mut fact),
            }
            // Finance knows house money from the day on which it recognises the sale.
            let recognised = signing.as_ref().and_then(|key| store.get(key)?.finance_date);
            fact.finance_date = recognised.map(|day| day.max(entry.date));
            fact.of = origin;
            fact.deal = Some(deal.clone());
        }
        store.add(fact);
    }
    Ok(made)
}

/// Money is of whom and what a fact of its deal is.
fn belongs(fact: &mut Fact, of: &Fact) {
    let of = of.clone();
    (fact.node, fact.unit, fact.customer) = (of.node, of.unit, of.customer);
    (fact.agent, fact.channel, fact.media) = (of.agent, of.channel, of.media);
    fact.department = of.department;
    (fact.sub_media, fact.campaign) = (of.sub_media, of.campaign);
    (fact.product, fact.layout) = (of.product, of.layout);
}

/// Money that no sale has taken over is of its deal as it stands, and of the medium by which its customer
/// was registered.
fn waits(store: &FactStore<'_>, known: &Known<'_>, deal: Option<&Deal>, fact: &mut Fact) {
    let Some(deal) = deal else { return };
    let is_meant =
        |fact: &&Fact| matches!(fact.kind, FactKind::Registration | FactKind::DepositContract);
    if let Some(of) = store.of_deal(&deal.id).filter(is_meant).last().cloned() {
        belongs(fact, &of);
    }
    stands(fact, deal, known);
}

/// Money of a deal that no sale has taken over.
fn waiting(store: &FactStore<'_>, deal: &Text) -> Vec<Text> {
    let is_own = |fact: &&Fact| fact.kind == FactKind::Collection && fact.of.is_none();
    store.of_deal(deal).filter(is_own).map(|fact| fact.key.clone()).collect()
}

/// Money that came before a home was chosen is of that home.
pub(super) fn chosen(store: &mut FactStore<'_>, known: &Known<'_>, deal: &Deal) {
    for key in waiting(store, &deal.id) {
        store.revise(&key, |fact| stands(fact, deal, known));
    }
}

/// The sale has never been that had taken over the money of its deal.
pub(super) fn give_back(store: &mut FactStore<'_>, known: &Known<'_>, deal: &Deal, sale: &Text) {
    let own = store.of_deal(&deal.id);
    let own =
        own.filter(|fact| fact.kind == FactKind::Collection && fact.of.as_ref() == Some(sale));
    let own: Vec<Text> = own.map(|fact| fact.key.clone()).collect();
    for key in own {
        let Some(mut fact) = store.get(&key).cloned() else { continue };
        fact.of = None;
        waits(store, known, Some(deal), &mut fact);
        store.revise(&key, |kept| *kept = fact);
    }
}

/// A sale takes over the money that its deal had before it.
pub(super) fn take_over(store: &mut FactStore<'_>, deal: &Text, sale: &Text) {
    let Some(of) = store.get(sale).cloned() else { return };
    for key in waiting(store, deal) {
        store.revise(&key, |fact| {
            belongs(fact, &of);
            fact.of = Some(sale.clone());
        });
    }
}

/// What a deal has cost in commission: earned, and going back below zero. Who it is owed to is the agent,
/// unless it is the channel of the sale.
fn commission(store: &mut FactStore<'_>, entry: &LedgerEntry) -> Result<bool> {
    let legs = entry.legs.iter().filter(|leg| leg.account == LedgerAccount::CommissionCost {});
    let cost = Money::sum(legs.map(|leg| leg.amount))?;
    if cost.is_zero() {
        return Ok(false);
    }
    // What is spent is a debit, below zero.
    let amount = Money::ZERO.checked_sub(cost).ok_or_else(overflow)?;
    let key = format!("{}/commission", entry.key);
    let mut fact = Fact::new(key, FactKind::Commission, entry.date);
    fact.recorded_on = Some(entry.recorded_at.date());
    fact.finance_date = Some(entry.date);
    fact.amount = Some(amount);
    fact.agent.clone_from(&entry.payee);
    if let Some(deal) = &entry.deal {
        let Chain { subscription, signing } = chain(store, deal);
        let origin = signing.or(subscription);
        if let Some(origin) = origin.as_ref().and_then(|key| store.get(key)) {
            let of = origin.clone();
            if of.channel.is_some() && of.channel == entry.payee {
                fact.agent = None;
            }
            (fact.node, fact.unit, fact.customer) = (of.node, of.unit, of.customer);
            (fact.channel, fact.media, fact.sub_media) = (of.channel, of.media, of.sub_media);
            (fact.product, fact.layout, fact.campaign) = (of.product, of.layout, of.campaign);
        }
        fact.of = origin;
        fact.deal = Some(deal.clone());
    }
    store.add(fact);
    Ok(true)
}
