//! 换房、改价: what changes the total of a sale without ending it.

use super::contacts::Contacts;
use super::sale::{Chain, Known, chain, fact_of, lineage};
use super::store::FactStore;
use crate::deal::{Deal, SettledChange};
use crate::error::Result;
use crate::kpi::fact::{Fact, FactKind};
use crate::number::{Money, overflow};
use crate::{Date, Text};
use std::collections::BTreeMap;

/// Σ of the changes of a sale so far, of a deal and those that it came from.
pub(super) fn changes_of(
    store: &FactStore<'_>,
    deals: &BTreeMap<Text, Deal>,
    deal: &Text,
    sale: &Text,
) -> Result<Money> {
    let lineage = lineage(deals, deal);
    let own = lineage.into_iter().flat_map(|deal| store.of_deal(deal));
    let is_change =
        |fact: &&Fact| fact.kind == FactKind::UnitChange && fact.of.as_ref() == Some(sale);
    Money::sum(own.filter(is_change).filter_map(|fact| fact.amount))
}

/// What was signed is another total than what was subscribed: a change of price on the day of signing.
pub(super) fn signed_otherwise(
    store: &mut FactStore<'_>,
    deals: &BTreeMap<Text, Deal>,
    signing: &Text,
    key: Text,
) -> Result<()> {
    let Some(signed) = store.get(signing).cloned() else { return Ok(()) };
    let (Some(subscription), Some(deal)) = (&signed.of, &signed.deal) else { return Ok(()) };
    let changes = changes_of(store, deals, deal, subscription)?;
    let subscribed = store.get(subscription).and_then(|fact| fact.amount);
    let (Some(subscribed), Some(total)) = (subscribed, signed.amount) else { return Ok(()) };
    let before = Money::sum([subscribed, changes])?;
    if before == total {
        return Ok(());
    }
    let difference = total.checked_sub(before).ok_or_else(overflow)?;
    let fact = Fact {
        key,
        kind: FactKind::UnitChange,
        detail: Some(Text::constant("price")),
        amount: Some(difference),
        finance_date: None,
        area: None,
        list_amount: None,
        ..signed
    };
    store.add(fact);
    Ok(())
}

/// A change of unit counts as a difference of amounts on its day; a change of price likewise.
pub(super) fn moved(
    store: &mut FactStore<'_>,
    known: &Known<'_>,
    contacts: &Contacts,
    deal: &Deal,
    settled: &SettledChange,
    (key, day): (Text, Date),
) -> Result<()> {
    if settled.to_deal.is_some() {
        // The deal that it moved to tells of it.
        return Ok(());
    }
    let own = chain(store, &deal.id);
    let (detail, origin) = match &settled.from_deal {
        Some(from) => {
            // What the new deal opened is no sale of its own.
            let opened = store
                .of_deal(&deal.id)
                .filter(|fact| matches!(fact.kind, FactKind::Subscription | FactKind::Signing));
            let opened: Vec<Text> = opened.map(|fact| fact.key.clone()).collect();
            opened.iter().for_each(|key| store.withdraw(key));
            let Chain { subscription, signing } = chain(store, from);
            ("unit", signing.or(subscription))
        }
        None => ("price", own.signing.or(own.subscription)),
    };
    let (Some(origin), Some(old), Some(new)) = (origin, settled.old_total, settled.new_total)
    else {
        return Ok(());
    };
    if settled.from_deal.is_none() && old == new {
        return Ok(());
    }
    let difference: Money = new.checked_sub(old).ok_or_else(overflow)?;
    let mut fact = fact_of(store, known, contacts, deal, (key, FactKind::UnitChange, day));
    fact.detail = Some(Text::constant(detail));
    fact.of = Some(origin);
    fact.amount = Some(difference);
    (fact.area, fact.list_amount) = (None, None);
    // Finance knows of it where it knows of the contract.
    let recognised = fact.of.as_ref().and_then(|key| store.get(key)?.finance_date);
    fact.finance_date = recognised.map(|recognised| recognised.max(day));
    store.add(fact);
    Ok(())
}
