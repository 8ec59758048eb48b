//! What the events of a deal and of the stock make.

use super::contacts::Contacts;
use super::source::{ContractUpdate, FactPolicy, FactUnit, FinanceSale};
use super::store::FactStore;
use crate::deal::{
    CloseReason, Deal, DealChange, DealEvent, DocumentKind, SettledChange, StockChange, StockEvent,
    TodoKind,
};
use crate::error::Result;
use crate::kpi::fact::{Fact, FactKind};
use crate::number::{Money, overflow};
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
pub(super) fn chain(store: &FactStore, deal: &Text) -> Chain {
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

/// A fact of a deal with everything that is known of the deal.
fn fact_of(
    store: &FactStore,
    known: &Known<'_>,
    contacts: &Contacts,
    deal: &Deal,
    (key, kind, day): (Text, FactKind, Date),
) -> Fact {
    let mut fact = Fact::new(key, kind, day);
    fact.deal = Some(deal.id.clone());
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

/// Takes an event in that its deal, one of these, has applied already; `before` is the deal without it.
pub(super) fn take(
    store: &mut FactStore,
    known: &Known<'_>,
    contacts: &Contacts,
    (before, deals): (&Deal, &BTreeMap<Text, Deal>),
    event: &DealEvent,
) -> Result<()> {
    let Some(deal) = deals.get(&event.deal) else { return Ok(()) };
    let day = event.at.date();
    let key = |part: &str| Text::from(format!("{}/{}{part}", event.deal, event.version));
    match &event.change {
        DealChange::DocumentOpened { document } => {
            let add = |store: &mut FactStore, key: Text, kind: FactKind, of: Option<Text>| {
                let mut fact = fact_of(store, known, contacts, deal, (key, kind, day));
                fact.of = of;
                store.add(fact);
            };
            match document.kind {
                DocumentKind::Booking => {}
                DocumentKind::Registration => add(store, key(""), FactKind::Registration, None),
                DocumentKind::DepositContract => {
                    add(store, key(""), FactKind::DepositContract, None);
                }
                DocumentKind::Subscription => add(store, key(""), FactKind::Subscription, None),
                DocumentKind::Contract => {
                    if chain(store, &deal.id).subscription.is_none() {
                        // A direct contract is a subscription and a signing on one day.
                        add(store, key("/subscription"), FactKind::Subscription, None);
                    }
                    let of = chain(store, &deal.id).subscription;
                    add(store, key(""), FactKind::Signing, of);
                    let has_loan =
                        deal.schedule.iter().any(|line| known.policy.is_loan(line.item.word()));
                    store.complete(&key(""), |fact| {
                        fact.detail = has_loan.then(|| Text::constant("loan"));
                    });
                    if known.policy.finance_sale == FinanceSale::Signing {
                        store.complete(&key(""), |fact| fact.finance_date = Some(day));
                        recognise(store, deals, &deal.id, day);
                    }
                }
            }
        }
        DealChange::DocumentClosed { document, why } => {
            closed(store, (before, deal), (*document, *why), (key(""), day));
        }
        DealChange::TodoOpened { todo } if is_refund(todo.kind) => {
            // Finance confirms a cancellation when the money is dealt with.
            for key in cancellations(store, &deal.id, Some(day)) {
                store.revise(&key, |fact| fact.finance_date = None);
            }
        }
        DealChange::TodoDone { .. } if !deal.todos.iter().any(|todo| is_refund(todo.kind)) => {
            for key in cancellations(store, &deal.id, None) {
                store.revise(&key, |fact| fact.finance_date = Some(day));
            }
        }
        DealChange::ChangeSettled { settled } => {
            moved(store, known, contacts, deal, settled, (key(""), day))?;
        }
        _ => {}
    }
    Ok(())
}

const fn is_refund(kind: TodoKind) -> bool {
    matches!(kind, TodoKind::Refund | TodoKind::Forfeit | TodoKind::RefundOrForfeit)
}

/// Cancellations of a deal: of a day, or those that finance has not confirmed.
fn cancellations(store: &FactStore, deal: &Text, day: Option<Date>) -> Vec<Text> {
    let own = store.of_deal(deal).filter(|fact| {
        let is_meant = match day {
            Some(day) => fact.finance_date == Some(day),
            None => fact.finance_date.is_none(),
        };
        fact.kind == FactKind::Cancellation && is_meant
    });
    own.map(|fact| fact.key.clone()).collect()
}

/// The deal and those that it came from by changes of unit.
fn lineage<'d>(deals: &'d BTreeMap<Text, Deal>, deal: &'d Text) -> Vec<&'d Text> {
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

/// Finance recognises a sale on a day, and the house money and changes that came before it.
fn recognise(store: &mut FactStore, deals: &BTreeMap<Text, Deal>, deal: &Text, day: Date) {
    let Chain { signing: Some(signing), .. } = chain(store, deal) else { return };
    store.revise(&signing, |fact| fact.finance_date = Some(day));
    let lineage = lineage(deals, deal);
    let own = lineage.into_iter().flat_map(|deal| store.of_deal(deal));
    let waits = |fact: &&Fact| {
        let is_meant = matches!(fact.kind, FactKind::Collection | FactKind::UnitChange);
        is_meant && fact.finance_date.is_none()
    };
    let waiting: Vec<Text> = own.filter(waits).map(|fact| fact.key.clone()).collect();
    for key in waiting {
        store.revise(&key, |fact| fact.finance_date = Some(day.max(fact.date)));
    }
}

/// A document was closed.
fn closed(
    store: &mut FactStore,
    (before, deal): (&Deal, &Deal),
    (document, why): (DocumentKind, CloseReason),
    (key, day): (Text, Date),
) {
    let kind = match document {
        DocumentKind::Registration => FactKind::Registration,
        DocumentKind::DepositContract => FactKind::DepositContract,
        DocumentKind::Subscription => FactKind::Subscription,
        DocumentKind::Contract => FactKind::Signing,
        DocumentKind::Booking => return,
    };
    let own = store.of_deal(&deal.id).filter(|fact| fact.kind == kind).map(|fact| fact.key.clone());
    let own: Option<Text> = own.last();
    if why == CloseReason::Void {
        // A mistake of entry has never been.
        if let Some(own) = own {
            store.withdraw(&own);
        }
        return;
    }
    let (kind, detail) = match (document, why) {
        (DocumentKind::Registration, CloseReason::Refunded) => {
            (FactKind::RegistrationCancelled, "refund")
        }
        (DocumentKind::Registration, CloseReason::Expired) => {
            (FactKind::RegistrationCancelled, "expired")
        }
        (DocumentKind::Subscription | DocumentKind::Contract, CloseReason::Refunded) => {
            (FactKind::Cancellation, "refund")
        }
        (DocumentKind::Subscription | DocumentKind::Contract, CloseReason::Forfeited) => {
            (FactKind::Cancellation, "forfeit")
        }
        (DocumentKind::Subscription | DocumentKind::Contract, CloseReason::Quit) => {
            (FactKind::Cancellation, "quit")
        }
        _ => return,
    };
    let Chain { subscription, signing } = chain(store, &deal.id);
    let origin = match document {
        DocumentKind::Contract => signing.or(subscription),
        DocumentKind::Subscription => subscription,
        _ => own,
    };
    let Some(origin) = origin.and_then(|key| store.get(&key).cloned()) else { return };
    let waits = before.todos.iter().any(|todo| is_refund(todo.kind));
    let fact = Fact {
        of: Some(origin.key.clone()),
        deal: Some(deal.id.clone()),
        unit: deal.unit_no.clone().or(origin.unit.clone()),
        key,
        kind,
        detail: Some(Text::constant(detail)),
        date: day,
        performance_date: None,
        finance_date: (!waits).then_some(day),
        recorded_on: None,
        version: 0,
        ..origin
    };
    store.add(fact);
}

/// A change of unit counts as a difference of amounts on its day; a change of price likewise.
fn moved(
    store: &mut FactStore,
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

/// Takes in what became known of a contract.
pub(super) fn update(
    store: &mut FactStore,
    policy: &FactPolicy,
    deals: &BTreeMap<Text, Deal>,
    update: &ContractUpdate,
) {
    let Chain { signing: Some(signing), .. } = chain(store, &update.deal) else { return };
    if let Some(total) = update.settled_total {
        store.revise(&signing, |fact| fact.finance_amount = Some(total));
    }
    if let Some(day) = update.filed_on.filter(|_| policy.finance_sale == FinanceSale::Filing) {
        recognise(store, deals, &update.deal, day);
    }
}

/// Takes an event of the stock in: units that are offered, and no longer.
pub(super) fn take_stock(store: &mut FactStore, known: &Known<'_>, event: &StockEvent) {
    let (kind, batch) = match &event.change {
        StockChange::Released { batch } => (FactKind::Released, batch.clone()),
        StockChange::Withdrawn {} => (FactKind::Withdrawn, None),
        _ => return,
    };
    let key = format!("{}/{}", event.unit_no, event.version);
    let mut fact = Fact::new(key, kind, event.at.date());
    fact.unit = Some(event.unit_no.clone());
    fact.batch = batch;
    if let Some(unit) = known.units.get(event.unit_no.as_str()) {
        fact.node = Some(unit.node.clone());
        fact.product.clone_from(&unit.product);
        fact.layout.clone_from(&unit.layout);
        fact.area = unit.area;
        fact.list_amount = unit.list_total;
    }
    store.add(fact);
}
