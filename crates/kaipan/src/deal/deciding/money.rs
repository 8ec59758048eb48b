//! Money of a decision: what becomes the deposit, what is returned, what is forfeited, and what the
//! cashier has still to do.

use super::apply::{Applying, missing};
use crate::Text;
use crate::deal::{
    CloseReason, DealAction, DealChange, EndedBy, FinanceTodo, ReceivedMoney, TodoKind,
};
use crate::error::Result;
use crate::money::{self, LedgerAccount, LedgerEntry, LedgerLeg};
use crate::number::{Money, less};

/// Sincerity and booking money become the deposit, up to what is agreed; what is above it becomes
/// house money paid in advance (handbook §6.3, 7). A deposit contract takes no house money: what is
/// above its deposit stays what it is until the home may be sold.
pub(super) fn become_deposit(on: &mut Applying<'_>) -> Result<()> {
    let agreed = on.at.draft.amount.unwrap_or(Money::ZERO);
    let received = on.at.context.received.as_deref().unwrap_or_default();
    let paid: Vec<Money> =
        received.iter().filter(|one| one.item == money::DEPOSIT).map(|one| one.amount).collect();
    let mut room = less(agreed, Money::sum(paid)?)?.max(Money::ZERO);
    let mut legs = Vec::new();
    for one in received.iter().filter(|one| is_presale(one)) {
        let deposit = one.amount.min(room);
        room = less(room, deposit)?;
        let rest = match on.at.row.action {
            DealAction::SignDepositContract => Money::ZERO,
            _ => less(one.amount, deposit)?,
        };
        let moved = Money::sum([deposit, rest])?;
        if moved.is_zero() {
            continue;
        }
        legs.push(LedgerLeg::new(
            LedgerAccount::PreSale {},
            one.item.clone(),
            less(Money::ZERO, moved)?,
        ));
        for (account, item, amount) in [
            (LedgerAccount::PreSale {}, money::DEPOSIT, deposit),
            (LedgerAccount::Prepayment {}, money::HOUSE_PAYMENT, rest),
        ] {
            if amount.is_positive() {
                legs.push(LedgerLeg::new(account, Text::from(item), amount));
            }
        }
    }
    enter(on, legs)
}

/// The cashier gives back what was received. Booking money alone can be kept, or is decided about
/// later.
pub(super) fn todo(on: &mut Applying<'_>, kind: TodoKind) -> Result<()> {
    let received = on.at.context.received.clone().ok_or_else(|| missing("received"))?;
    let mut legs = Vec::new();
    for one in received.iter().filter(|one| one.amount.is_positive()) {
        let kind = match kind {
            TodoKind::Forfeit | TodoKind::RefundOrForfeit if one.item != money::BOOKING => {
                TodoKind::Refund
            }
            kind => kind,
        };
        match kind {
            TodoKind::Refund => {
                move_to(&mut legs, one, one.amount, LedgerAccount::RefundDue {})?;
                open(on, kind, one, one.amount)?;
            }
            TodoKind::Forfeit => {
                move_to(&mut legs, one, one.amount, LedgerAccount::ChargeIncome {})?;
            }
            TodoKind::RefundOrForfeit
            | TodoKind::Transfer
            | TodoKind::Collect
            | TodoKind::Reallocate => open(on, kind, one, one.amount)?,
        }
    }
    enter(on, legs)
}

/// The cashier has done it. What he paid out is an entry of his own in the ledger.
pub(super) fn finish_todo(on: &mut Applying<'_>) -> Result<()> {
    let id = on.at.draft.todo.ok_or_else(|| missing("todo"))?;
    on.deal(DealChange::TodoDone { id })
}

/// Money of a booking that lapsed is returned or kept after all.
pub(super) fn settle_todo(on: &mut Applying<'_>, kind: TodoKind) -> Result<()> {
    let todo = on.at.todo().ok_or_else(|| missing("todo"))?;
    let (amount, account) = (todo.amount, todo.account.clone());
    let one = ReceivedMoney { item: todo.item.clone(), amount, account, category: None };
    on.deal(DealChange::TodoDone { id: todo.id })?;
    let mut legs = Vec::new();
    match kind {
        TodoKind::Refund => {
            move_to(&mut legs, &one, one.amount, LedgerAccount::RefundDue {})?;
            open(on, kind, &one, one.amount)?;
        }
        _ => move_to(&mut legs, &one, one.amount, LedgerAccount::ChargeIncome {})?,
    }
    enter(on, legs)
}

/// A deposit contract ends (T24): by the buyer's default what law allows of the deposit is
/// forfeited; by the seller's delay it is returned with what the contract says, double at most; by
/// agreement it is returned. What is above the deposit in law, and what is no deposit, is returned
/// in any case.
pub(super) fn deposit_contract(on: &mut Applying<'_>) -> Result<()> {
    let received = on.at.context.received.clone().ok_or_else(|| missing("received"))?;
    let ended_by = on.at.draft.ended_by.ok_or_else(|| missing("ended_by"))?;
    let price = on.at.price().ok_or_else(|| missing("price"))?;
    let mut room = on.at.largest_deposit(price).unwrap_or(Money::ZERO);
    let mut legs = Vec::new();
    for one in received.iter().filter(|one| one.amount.is_positive()) {
        let forfeited = match ended_by {
            EndedBy::BuyerDefault if one.item == money::DEPOSIT => one.amount.min(room),
            EndedBy::BuyerDefault | EndedBy::SellerLate | EndedBy::Agreement => Money::ZERO,
        };
        room = less(room, forfeited)?;
        let returned = less(one.amount, forfeited)?;
        if forfeited.is_positive() {
            move_to(&mut legs, one, forfeited, LedgerAccount::ChargeIncome {})?;
        }
        if returned.is_positive() {
            move_to(&mut legs, one, returned, LedgerAccount::RefundDue {})?;
            open(on, TodoKind::Refund, one, returned)?;
        }
    }
    let besides = on.at.draft.amount.filter(|amount| amount.is_positive());
    if let Some(amount) = besides.filter(|_| ended_by == EndedBy::SellerLate) {
        let item = Text::constant(money::DEPOSIT);
        legs.push(LedgerLeg::new(
            LedgerAccount::ChargeIncome {},
            item.clone(),
            less(Money::ZERO, amount)?,
        ));
        legs.push(LedgerLeg::new(LedgerAccount::RefundDue {}, item.clone(), amount));
        let one = ReceivedMoney { item, amount, account: None, category: None };
        open(on, TodoKind::Refund, &one, amount)?;
    }
    enter(on, legs)?;
    let why = match ended_by {
        EndedBy::BuyerDefault => CloseReason::Forfeited,
        EndedBy::SellerLate | EndedBy::Agreement => CloseReason::Refunded,
    };
    on.close(why)
}

fn is_presale(one: &ReceivedMoney) -> bool {
    let presale = one.item == money::SINCERITY || one.item == money::BOOKING;
    presale && one.amount.is_positive()
}

fn move_to(
    legs: &mut Vec<LedgerLeg>,
    one: &ReceivedMoney,
    amount: Money,
    account: LedgerAccount,
) -> Result<()> {
    let out = less(Money::ZERO, amount)?;
    legs.push(LedgerLeg::new(one.lies_in(), one.item.clone(), out));
    legs.push(LedgerLeg::new(account, one.item.clone(), amount));
    Ok(())
}

fn open(on: &mut Applying<'_>, kind: TodoKind, one: &ReceivedMoney, amount: Money) -> Result<()> {
    let id = on.next_of_deal()?;
    let todo =
        FinanceTodo { id, kind, amount, item: one.item.clone(), account: one.account.clone() };
    on.deal(DealChange::TodoOpened { todo })
}

/// An entry of these legs, with a key of its own.
fn enter(on: &mut Applying<'_>, legs: Vec<LedgerLeg>) -> Result<()> {
    if legs.is_empty() {
        return Ok(());
    }
    let (deal, version) = (on.deal_id()?, on.next_of_deal()?);
    let key = Text::of(format_args!("{deal}/{version}"));
    let now = on.at.context.now;
    let entry = LedgerEntry {
        key,
        deal: Some(deal),
        customer: None,
        payee: None,
        date: now.date(),
        recorded_at: now,
        sequence: 0,
        legs,
    };
    on.decision.entries.push(entry);
    Ok(())
}
