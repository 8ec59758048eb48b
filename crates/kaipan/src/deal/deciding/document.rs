//! Effects on the deal and its documents.

use super::apply::{Applying, missing};
use super::{offer, stock};
use crate::deal::document::take;
use crate::deal::{
    BuyerEdited, CloseReason, DealChange, DealDocument, DocumentKind, DocumentState, StockChange,
};
use crate::error::Result;
use crate::project::UnitState;

/// The buyers, agent and channel of the draft, if it names any of them.
pub(super) fn name_buyers(on: &mut Applying<'_>) -> Result<()> {
    let draft = on.at.draft;
    if draft.buyers.is_empty() && draft.agent.is_none() && draft.channel.is_none() {
        return Ok(());
    }
    on.deal(DealChange::BuyersNamed {
        buyers: on.at.buyers().to_vec(),
        agent: on.at.agent().cloned(),
        channel: on.at.channel().cloned(),
    })
}

/// The unit of the stock is that of the deal; a registration may name none.
pub(super) fn choose_unit(on: &mut Applying<'_>) -> Result<()> {
    let Some(stock) = on.at.stock else { return Ok(()) };
    let known = on.at.deal.and_then(|deal| deal.unit_no.as_ref());
    if known == Some(&stock.unit_no) {
        return Ok(());
    }
    on.deal(DealChange::UnitChosen { unit_no: stock.unit_no.clone() })
}

pub(super) fn queue(on: &mut Applying<'_>) -> Result<()> {
    match on.at.draft.queue_number {
        Some(number) => on.deal(DealChange::Queued { number }),
        None => Ok(()),
    }
}

pub(super) fn enter_lottery(on: &mut Applying<'_>) -> Result<()> {
    let number = on.at.draft.lottery_number.ok_or_else(|| missing("lottery_number"))?;
    on.deal(DealChange::LotteryEntered { number })
}

pub(super) fn agree_price(on: &mut Applying<'_>) -> Result<()> {
    match on.at.draft.price.clone() {
        Some(price) => on.deal(DealChange::PriceAgreed { price }),
        None => Ok(()),
    }
}

/// A plan or a schedule that is given is agreed; the other stays as it was.
pub(super) fn agree_payment(on: &mut Applying<'_>) -> Result<()> {
    let draft = on.at.draft;
    if draft.plan.is_none() && draft.schedule.is_empty() {
        return Ok(());
    }
    let plan = on.at.plan().ok_or_else(|| missing("plan"))?.clone();
    let schedule = on.at.schedule().to_vec();
    on.deal(DealChange::PaymentAgreed { plan, schedule })
}

pub(super) fn open(on: &mut Applying<'_>, kind: DocumentKind) -> Result<()> {
    let at = on.at;
    let before = at.deal.filter(|_| on.active.is_some()).map(|deal| Box::new(deal.agreed()));
    if on.active.is_some() {
        on.close(CloseReason::Converted)?;
    }
    let of_trade_in = on.row.to == Some(UnitState::Reserved);
    let reserved = on.decision.stock.iter().find_map(|event| match &event.change {
        StockChange::Reserved { reservation } => Some(reservation),
        _ => None,
    });
    let document = DealDocument {
        kind,
        number: at.draft.number.clone(),
        state: DocumentState::Active,
        closed: None,
        locked: false,
        finance_reviewed: false,
        printed_at: None,
        trade_in: reserved.and_then(|reservation| reservation.trade_in.clone()),
        old_home_sold: at.draft.old_home_sold.clone(),
        active_at: Some(at.context.now),
        before,
        unit_before: at.stock.map(|stock| stock.state),
        reservation_before: at.stock.and_then(|stock| stock.reservation.clone()),
        valid_until: match of_trade_in {
            true => Some(stock::trade_in_until(on)?),
            false => at.draft.until,
        },
        deposit: match kind {
            DocumentKind::DepositContract | DocumentKind::Subscription => at.draft.amount,
            _ => None,
        },
        agreed_signing: at.draft.agreed_signing,
        handover: at.handover(),
        liabilities: at.draft.liabilities.clone(),
    };
    on.active = Some(kind);
    on.deal(DealChange::DocumentOpened { document })
}

impl Applying<'_> {
    pub(super) fn close(&mut self, why: CloseReason) -> Result<()> {
        match self.active.take() {
            Some(document) => self.deal(DealChange::DocumentClosed { document, why }),
            None => Ok(()),
        }
    }
}

/// What was agreed is kept as it is.
pub(super) fn snapshot(on: &mut Applying<'_>, kind: DocumentKind) -> Result<()> {
    match take(on.at, kind)? {
        Some(snapshot) => {
            let hash = snapshot.hash();
            on.deal(DealChange::SnapshotTaken { snapshot: Box::new(snapshot), hash })
        }
        None => Err(missing("unit")),
    }
}

/// The active document is void, the unit is as it was before it, and the document that it took the
/// place of counts again, with what was agreed then. The uses of quotas do not count.
pub(super) fn void(on: &mut Applying<'_>) -> Result<()> {
    let deal = on.at.deal.ok_or_else(|| missing("deal"))?;
    let active = deal.active();
    let before = active.and_then(|document| document.unit_before);
    let kept = active.and_then(|document| document.reservation_before.as_ref());
    let kept = kept.filter(|one| one.trade_in.is_none() && on.at.today() <= one.until);
    offer::return_quotas(on)?;
    on.close(CloseReason::Void)?;
    let documents = deal.documents.iter().rev();
    let converted = documents.into_iter().find(|one| one.closed == Some(CloseReason::Converted));
    if let Some(document) = converted {
        on.deal(DealChange::DocumentReopened { document: document.kind })?;
    }
    let deal_id = deal.id.clone();
    if let Some(document) = converted.filter(|document| document.trade_in.is_some()) {
        let until = document.valid_until.ok_or_else(|| missing("until"))?;
        stock::reserve_until(on, until, document.trade_in.clone())?;
        return on.stock(StockChange::Taken { deal: deal_id, state: UnitState::Reserved });
    }
    match (converted.and_then(|one| one.kind.unit_state()), before) {
        (Some(state), _) => on.stock(StockChange::Taken { deal: deal_id, state }),
        (None, Some(UnitState::Reserved)) => {
            stock::return_to(on, UnitState::OnSale, false)?;
            match kept {
                Some(one) => on.stock(StockChange::Reserved { reservation: one.clone() }),
                None => Ok(()),
            }
        }
        (None, None) => stock::return_to(on, UnitState::OnSale, false),
        (None, Some(state)) => stock::return_to(on, state, false),
    }
}

/// Data of a buyer are changed in the contract, with who, when, why, the old and the new.
pub(super) fn edit_buyer(on: &mut Applying<'_>) -> Result<()> {
    let edit = on.at.draft.buyer_edit.as_ref().ok_or_else(|| missing("buyer_edit"))?;
    let mut buyers = on.at.deal.iter().flat_map(|deal| &deal.contract_buyers);
    let buyer = buyers.find(|buyer| buyer.customer == edit.customer);
    let buyer = buyer.ok_or_else(|| missing("buyer_edit"))?;
    on.deal(DealChange::BuyerEdited {
        edit: BuyerEdited {
            customer: edit.customer.clone(),
            field: edit.field,
            old: buyer.value(edit.field),
            new: edit.value.clone(),
            by: on.at.context.person.clone(),
            at: on.at.context.now,
            reason: on.at.draft.reason.clone(),
            approval: on.approval.cloned(),
        },
    })
}
