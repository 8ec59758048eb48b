//! What a command that is allowed changes: the settlement, the deal, the ledger.

use super::command::AreaSettlementCommand;
use super::deciding::Seen;
use super::event::AreaSettlementChange;
use super::state::AreaSettlement;
use crate::Text;
use crate::area_settlement::{AreaMoneyWay, AreaSettlementSheet};
use crate::deal::{Deal, DealChange, DealEvent, FinanceTodo, TodoKind};
use crate::error::{Result, Told};
use crate::money::{AREA_DIFFERENCE, HOUSE_PAYMENT, LedgerAccount, LedgerEntry, LedgerLeg};
use crate::number::{Money, overflow};

/// What a command that is allowed does to the settlement; none for a command that lacks what its row
/// has asked for.
pub(super) fn change(seen: &Seen<'_>) -> Option<AreaSettlementChange> {
    Some(match seen.command {
        AreaSettlementCommand::Submit { number, .. } => AreaSettlementChange::Submitted {
            number: number.clone(),
            sheet: Box::new(kept(seen.sheet?)),
        },
        AreaSettlementCommand::Approve {} => {
            AreaSettlementChange::Approved { approval: seen.approval?.id.clone() }
        }
        AreaSettlementCommand::Execute {} => AreaSettlementChange::Executed {},
        AreaSettlementCommand::Collect { amount } => {
            AreaSettlementChange::Collected { amount: *amount }
        }
        AreaSettlementCommand::Void { reason } => {
            AreaSettlementChange::Voided { reason: reason.clone() }
        }
    })
}

/// A sheet as it is kept: places of findings are those of the request that it was computed from.
fn kept(sheet: &AreaSettlementSheet) -> AreaSettlementSheet {
    let mut sheet = sheet.clone();
    sheet.each_finding(&mut |told| told.path = None);
    sheet
}

/// What posting does to the deal and to the ledger: the contract total changes; a refund is for the
/// cashier to pay out, and house money becomes a refund that is due.
pub(super) fn posted(seen: &Seen<'_>) -> Result<(Vec<DealEvent>, Vec<LedgerEntry>)> {
    let (AreaSettlementCommand::Execute {}, Some(state), Some(deal)) =
        (seen.command, seen.state, seen.deal)
    else {
        return Ok((Vec::new(), Vec::new()));
    };
    let amount = state.sheet.amount;
    let mut events = Vec::new();
    if !amount.is_zero() {
        events.push(event(seen, deal, 1, DealChange::AreaSettled { amount })?);
    }
    let Some((todo, entry)) = refund(seen, state, deal)? else { return Ok((events, Vec::new())) };
    events.push(todo);
    Ok((events, vec![entry]))
}

fn refund(
    seen: &Seen<'_>,
    state: &AreaSettlement,
    deal: &Deal,
) -> Result<Option<(DealEvent, LedgerEntry)>> {
    let lines = state.sheet.money.iter().filter(|line| line.way == AreaMoneyWay::Refund);
    let amount = Money::sum(lines.map(|line| line.amount))?;
    if amount.is_zero() {
        return Ok(None);
    }
    let version = state.version.checked_add(1).ok_or_else(overflow)?;
    let out = Money::ZERO.checked_sub(amount).ok_or_else(overflow)?;
    let legs = vec![
        LedgerLeg::new(LedgerAccount::Prepayment {}, HOUSE_PAYMENT, out),
        LedgerLeg::new(LedgerAccount::RefundDue {}, AREA_DIFFERENCE, amount),
    ];
    let key = Text::of(format_args!("{}/area/{version}", state.deal));
    let entry = LedgerEntry::new(key, seen.at.date(), seen.at, legs).with_deal(deal.id.clone());
    Ok(Some((todo(seen, deal, amount)?, entry)))
}

/// The to-do of a refund: the second event of the deal.
fn todo(seen: &Seen<'_>, deal: &Deal, amount: Money) -> Result<DealEvent> {
    let todo = FinanceTodo {
        id: deal.version.checked_add(2).ok_or_else(overflow)?,
        kind: TodoKind::Refund,
        amount,
        item: Text::constant(AREA_DIFFERENCE),
        account: None,
    };
    event(seen, deal, 2, DealChange::TodoOpened { todo })
}

/// One of the events that the deal has next.
fn event(seen: &Seen<'_>, deal: &Deal, next: u32, change: DealChange) -> Result<DealEvent> {
    let version = deal.version.checked_add(next).ok_or_else(overflow)?;
    Ok(DealEvent::new(deal.id.clone(), version, seen.at, seen.by.clone(), change))
}
