//! Effects of changes (T14, T15, T17 to T21): the money is settled by the engine that shows it
//! beforehand.

use super::apply::{Applying, missing, next};
use super::document;
use crate::Text;
use crate::deal::document::take;
use crate::deal::{
    ChangeSettlement, ChangeTodo, CloseReason, Deal, DealChange, DealEvent, FinanceTodo,
    QuotaChange, QuotaEvent, StockChange, StockEvent, UnitStock,
};
use crate::error::Result;
use crate::number::Money;
use crate::project::UnitState;

pub(super) fn pend(on: &mut Applying<'_>) -> Result<()> {
    let lock = on.at.draft.pending.ok_or_else(|| missing("pending"))?;
    on.stock(StockChange::Locked { lock })
}

pub(super) fn unpend(on: &mut Applying<'_>) -> Result<()> {
    let lock = on.at.draft.pending.ok_or_else(|| missing("pending"))?;
    on.stock(StockChange::Unlocked { lock })
}

pub(super) fn end_pending(on: &mut Applying<'_>) -> Result<()> {
    let own = on.at.own_lock();
    let locks = on.at.stock.map(|stock| stock.locks.as_slice()).unwrap_or_default();
    match own.filter(|lock| locks.contains(lock)) {
        Some(lock) => on.stock(StockChange::Unlocked { lock }),
        None => Ok(()),
    }
}

fn settlement(on: &Applying<'_>) -> Result<ChangeSettlement> {
    on.at.settlement().ok_or_else(|| missing("received"))?.clone()
}

/// Money moves as the settlement has it. A change of unit has a part for each of the two deals.
pub(super) fn settle(on: &mut Applying<'_>) -> Result<()> {
    let settlement = settlement(on)?;
    let own = on.deal_id()?;
    for todo in settlement.todos.iter().filter(|todo| todo.deal == own) {
        let todo = opened(todo, on.next_of_deal()?);
        on.deal(DealChange::TodoOpened { todo })?;
    }
    let mut record = settlement.record;
    if let Some(from) = on.at.changed_from() {
        (record.from_deal, record.to_deal) = (Some(from.deal.id.clone()), None);
        // The deal that is left has what was returned and charged.
        (record.refund, record.handling_fee) = (Money::ZERO, Money::ZERO);
    }
    on.deal(DealChange::ChangeSettled { settled: Box::new(record) })?;
    on.decision.entries.extend(settlement.entries);
    Ok(())
}

fn opened(todo: &ChangeTodo, id: u32) -> FinanceTodo {
    let ChangeTodo { kind, amount, item, account, .. } = todo.clone();
    FinanceTodo { id, kind, amount, item, account }
}

/// Price, plan and schedule of the draft; what it does not give stays.
pub(super) fn agree_again(on: &mut Applying<'_>) -> Result<()> {
    if let Some(price) = on.at.draft.price.clone() {
        on.deal(DealChange::PriceAgreed { price })?;
    }
    document::agree_payment(on)
}

pub(super) fn extend_signing(on: &mut Applying<'_>) -> Result<()> {
    let day = on.at.draft.agreed_signing.ok_or_else(|| missing("agreed_signing"))?;
    on.deal(DealChange::SigningExtended { agreed_signing: day })
}

/// What is agreed now is kept, where all of it is known.
pub(super) fn snapshot_again(on: &mut Applying<'_>) -> Result<()> {
    let Some(kind) = on.active else { return Ok(()) };
    match take(on.at, kind)? {
        Some(snapshot) => {
            let hash = snapshot.hash();
            on.deal(DealChange::SnapshotTaken { snapshot: Box::new(snapshot), hash })
        }
        None => Ok(()),
    }
}

/// The deal that is left ends as a change of unit, and its unit comes back, to be priced again
/// before it is sold. This comes last: its events are of other streams than those before.
pub(super) fn leave_unit(on: &mut Applying<'_>) -> Result<()> {
    let from = on.at.changed_from().ok_or_else(|| missing("changed_from"))?;
    let settlement = settlement(on)?;
    for todo in settlement.todos.iter().filter(|todo| todo.deal == from.deal.id) {
        let todo = opened(todo, next_of(on, &from.deal)?);
        left(on, &from.deal, DealChange::TodoOpened { todo })?;
    }
    let settled = Box::new(settlement.record);
    left(on, &from.deal, DealChange::ChangeSettled { settled })?;
    if let Some(document) = from.deal.active().map(|document| document.kind) {
        let why = CloseReason::ChangedUnit;
        left(on, &from.deal, DealChange::DocumentClosed { document, why })?;
    }
    give_quotas_back(on, &from.deal)?;
    for lock in &from.stock.locks {
        came_back(on, &from.stock, StockChange::Unlocked { lock: *lock })?;
    }
    let (state, needs_price_confirmation) = (UnitState::OnSale, true);
    came_back(on, &from.stock, StockChange::Returned { state, needs_price_confirmation })
}

/// The quotas of a deal can be used again. The new deal may have used one of them just now.
fn give_quotas_back(on: &mut Applying<'_>, deal: &Deal) -> Result<()> {
    if deal.quotas.is_empty() {
        return Ok(());
    }
    let known = on.at.known_quotas();
    for id in &deal.quotas {
        let version = known.get(&id).ok_or_else(|| missing("quotas"))?.version;
        let before = on.decision.quotas.iter().filter(|event| event.quota == *id).count();
        on.decision.quotas.push(QuotaEvent {
            quota: id.clone(),
            version: next(version, before)?,
            at: on.at.context.now,
            by: on.at.context.person.clone(),
            reason: on.at.draft.reason.clone(),
            change: QuotaChange::Returned { deal: deal.id.clone() },
            schema: None,
        });
    }
    left(on, deal, DealChange::QuotasReturned { quotas: deal.quotas.clone() })
}

/// The version that the next event of another deal has.
fn next_of(on: &Applying<'_>, deal: &Deal) -> Result<u32> {
    let before = on.decision.deal.iter().filter(|event| event.deal == deal.id).count();
    next(deal.version, before)
}

/// An event of the deal that is left.
fn left(on: &mut Applying<'_>, deal: &Deal, change: DealChange) -> Result<()> {
    let version = next_of(on, deal)?;
    on.decision.deal.push(DealEvent {
        deal: deal.id.clone(),
        version,
        at: on.at.context.now,
        by: on.at.context.person.clone(),
        reason: on.at.draft.reason.clone(),
        approval: on.approval.cloned(),
        change,
        schema: None,
    });
    Ok(())
}

/// An event of the unit that is left.
fn came_back(on: &mut Applying<'_>, stock: &UnitStock, change: StockChange) -> Result<()> {
    let unit_no: &Text = &stock.unit_no;
    let before = on.decision.stock.iter().filter(|event| event.unit_no == *unit_no).count();
    on.decision.stock.push(StockEvent {
        unit_no: unit_no.clone(),
        version: next(stock.version, before)?,
        at: on.at.context.now,
        by: on.at.context.person.clone(),
        reason: on.at.draft.reason.clone(),
        approval: None,
        change,
        schema: None,
    });
    Ok(())
}
