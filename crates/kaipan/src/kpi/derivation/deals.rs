//! What the events of a deal and of the stock make.

use super::changes::{changes_of, moved, signed_otherwise};
use super::contacts::Contacts;
use super::money::{chosen, give_back, take_over};
use super::sale::{Chain, Known, chain, fact_of, lineage};
use super::source::{ContractUpdate, FactPolicy, FinanceSale};
use super::store::FactStore;
use crate::deal::{
    CloseReason, Deal, DealChange, DealEvent, DocumentKind, StockChange, StockEvent, TodoKind,
};
use crate::error::Result;
use crate::kpi::fact::{Fact, FactKind};
use crate::number::{Money, overflow};
use crate::{Date, Text};
use std::collections::BTreeMap;

/// Takes an event in that its deal, one of these, has applied already; `before` is the deal without it.
pub(super) fn take(
    store: &mut FactStore<'_>,
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
            let add = |store: &mut FactStore<'_>, key: Text, kind: FactKind, of: Option<Text>| {
                let about = (key.clone(), kind, day);
                let mut fact = fact_of(store, known, contacts, deal, about);
                fact.of = of;
                store.add(fact);
                if kind == FactKind::Subscription {
                    take_over(store, &deal.id, &key);
                }
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
                    signed_otherwise(store, deals, &key(""), key("/price"))?;
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
        DealChange::UnitChosen { .. } => chosen(store, known, deal),
        DealChange::DocumentClosed { document, why } => {
            closed(store, known, (before, deals), (*document, *why), (key(""), event))?;
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
fn cancellations(store: &FactStore<'_>, deal: &Text, day: Option<Date>) -> Vec<Text> {
    let own = store.of_deal(deal).filter(|fact| {
        let is_meant = match day {
            Some(day) => fact.finance_date == Some(day),
            None => fact.finance_date.is_none(),
        };
        fact.kind == FactKind::Cancellation && is_meant
    });
    own.map(|fact| fact.key.clone()).collect()
}

/// Finance recognises a sale on a day, and the house money and changes that came before it.
fn recognise(store: &mut FactStore<'_>, deals: &BTreeMap<Text, Deal>, deal: &Text, day: Date) {
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

/// A document has never been, and what it made with it. Finance does not know the money of a contract that
/// has never been.
fn void(
    store: &mut FactStore<'_>,
    known: &Known<'_>,
    (of, deals): (&Deal, &BTreeMap<Text, Deal>),
    own: &Text,
) {
    let deal = &of.id;
    let is_signing = store.get(own).is_some_and(|fact| fact.kind == FactKind::Signing);
    for key in [own.clone(), format!("{own}/subscription").into(), format!("{own}/price").into()] {
        store.withdraw(&key);
        give_back(store, known, of, &key);
    }
    // Of a contract that has never been the subscription stays.
    if let Some(sale) = chain(store, deal).subscription {
        take_over(store, deal, &sale);
    }
    if is_signing {
        let lineage = lineage(deals, deal);
        let money = lineage.into_iter().flat_map(|deal| store.of_deal(deal));
        let money = money.filter(|fact| fact.kind == FactKind::Collection);
        let money: Vec<Text> = money.map(|fact| fact.key.clone()).collect();
        for key in money {
            store.revise(&key, |fact| fact.finance_date = None);
        }
    }
}

/// A document was closed.
fn closed(
    store: &mut FactStore<'_>,
    known: &Known<'_>,
    (before, deals): (&Deal, &BTreeMap<Text, Deal>),
    (document, why): (DocumentKind, CloseReason),
    (key, event): (Text, &DealEvent),
) -> Result<()> {
    let Some(deal) = deals.get(&event.deal) else { return Ok(()) };
    let day = event.at.date();
    let kind = match document {
        DocumentKind::Registration => FactKind::Registration,
        DocumentKind::DepositContract => FactKind::DepositContract,
        DocumentKind::Subscription => FactKind::Subscription,
        DocumentKind::Contract => FactKind::Signing,
        DocumentKind::Booking => return Ok(()),
    };
    let own = store.of_deal(&deal.id).filter(|fact| fact.kind == kind).map(|fact| fact.key.clone());
    let own: Option<Text> = own.last();
    if why == CloseReason::Void {
        // A mistake of entry has never been.
        if let Some(own) = own {
            void(store, known, (deal, deals), &own);
        }
        return Ok(());
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
        _ => return Ok(()),
    };
    let Chain { subscription, signing } = chain(store, &deal.id);
    let origin = match document {
        DocumentKind::Contract => signing.or(subscription),
        DocumentKind::Subscription => subscription,
        _ => own,
    };
    let Some(origin) = origin.and_then(|key| store.get(&key).cloned()) else { return Ok(()) };
    // What the sale had come to goes, with every change of it.
    let changes = changes_of(store, deals, &deal.id, &origin.key)?;
    let whole = |amount: Option<Money>| {
        amount.map(|amount| amount.checked_add(changes).ok_or_else(overflow)).transpose()
    };
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
        amount: whole(origin.amount)?,
        finance_amount: whole(origin.finance_amount)?,
        version: 0,
        ..origin
    };
    store.add(fact);
    Ok(())
}

/// Takes in what became known of a contract.
pub(super) fn update(
    store: &mut FactStore<'_>,
    policy: &FactPolicy,
    deals: &BTreeMap<Text, Deal>,
    update: &ContractUpdate,
) -> Result<()> {
    let Chain { signing: Some(signing), .. } = chain(store, &update.deal) else { return Ok(()) };
    if let Some(total) = update.settled_total {
        // Changes since the signing are facts of their own.
        let changes = changes_of(store, deals, &update.deal, &signing)?;
        let own = total.checked_sub(changes).ok_or_else(overflow)?;
        store.revise(&signing, |fact| fact.finance_amount = Some(own));
    }
    if let Some(day) = update.filed_on.filter(|_| policy.finance_sale == FinanceSale::Filing) {
        recognise(store, deals, &update.deal, day);
    }
    Ok(())
}

/// Takes an event of the stock in: units that are offered, and no longer.
pub(super) fn take_stock(store: &mut FactStore<'_>, known: &Known<'_>, event: &StockEvent) {
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
