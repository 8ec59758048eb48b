//! 换房: the money of a deal moves to a new one about another unit (T18, handbook §5.5).

use super::amounts::{above, due_by};
use super::asked::{document, plan, price, schedule};
use super::ended::{owes, return_loans};
use super::engine::missing;
use super::purse::{Purse, Taken, is_deposit, is_own_house, is_refundable, total};
use super::{
    ChangeCount, ChangeMeasure, ChangeSettlement, ChangeSettling, ChangeTodo, FeeSide,
    LiabilityKind, SurplusUse,
};
use crate::Text;
use crate::deal::{DocumentKind, ReceivedMoney, TodoKind};
use crate::error::{Code, Error, Input, Result};
use crate::money::{self, LedgerAccount, LedgerLeg, MoneyCategory};
use crate::number::{Money, less};

pub(super) fn settle(of: &ChangeSettling<'_>, to: &mut ChangeSettlement) -> Result<()> {
    let new_deal = target(of)?;
    let new_total = price(of)?.contract_total;
    plan(of)?;
    schedule(of, new_total)?;
    let old_total = of.old_total()?;
    (to.new_total, to.difference) = (Some(new_total), Some(less(new_total, old_total)?));
    let mut purse = Purse::new(of.received);

    to.handling_fee = of.fee(new_total)?;
    let side = of.change_policy().and_then(|policy| policy.fee_side).unwrap_or_default();
    let there = match side {
        FeeSide::OldUnit => purse.keep(to.handling_fee, money::HANDLING_FEE)?,
        FeeSide::NewUnit => Money::ZERO,
    };
    owes(to, LiabilityKind::HandlingFee, to.handling_fee, there)?;
    collect(to, new_deal, less(to.handling_fee, there)?);

    let own = purse.left(is_own_house)?;
    to.surplus = above(own, new_total)?;
    surplus(of, to, &mut purse)?;
    return_loans(of, to, &mut purse)?;
    to.kept = Money::sum([there, purse.left(|one| !is_refundable(one))?])?;
    let house = carry(of, to, &mut purse, new_deal)?;
    to.refundable = to.refund;
    to.shortfall = above(new_total, house)?;
    to.due_now = above(due_by(&of.draft.schedule, of.today())?, house)?;
    if to.transferred.is_positive() {
        to.todos.push(ChangeTodo {
            deal: new_deal.clone(),
            kind: TodoKind::Reallocate,
            amount: to.transferred,
            item: Text::constant(money::HOUSE_PAYMENT),
            account: None,
        });
    }
    count(of, to, new_deal, [old_total, new_total])?;
    to.record();
    to.record.to_deal = Some(new_deal.clone());
    to.leave()
}

/// The deal that it moves to, about another unit.
fn target<'a>(of: &ChangeSettling<'a>) -> Result<&'a Text> {
    let deal = of.to_deal.ok_or_else(|| missing("to_deal").within(Input::ToDeal))?;
    let unit = of.to_unit.ok_or_else(|| missing("to_unit").within(Input::ToUnit))?;
    if *deal == of.deal.id {
        return Err(Error::new(Code::ChangeSameDeal).with("deal", deal).within(Input::ToDeal));
    }
    if of.deal.unit_no.as_ref() == Some(unit) {
        return Err(Error::new(Code::ChangeSameUnit).with("unit_no", unit).within(Input::ToUnit));
    }
    Ok(deal)
}

/// The cashier collects a fee that no money is there for.
pub(super) fn collect(to: &mut ChangeSettlement, deal: &Text, amount: Money) {
    if amount.is_positive() {
        to.todos.push(ChangeTodo {
            deal: deal.clone(),
            kind: TodoKind::Collect,
            amount,
            item: Text::constant(money::HANDLING_FEE),
            account: None,
        });
    }
}

/// House money above the new price is returned, the deposit last, unless it is to stay as money
/// paid in advance.
pub(super) fn surplus<'a>(
    of: &ChangeSettling<'a>,
    to: &mut ChangeSettlement,
    purse: &mut Purse<'a>,
) -> Result<()> {
    let stays = of.terms().and_then(|terms| terms.surplus) == Some(SurplusUse::Prepayment);
    if stays || !to.surplus.is_positive() {
        return Ok(());
    }
    let mut taken = purse.take(to.surplus, |one| is_own_house(one) && !is_deposit(one))?;
    taken.extend(purse.take(less(to.surplus, total(&taken)?)?, is_deposit)?);
    for one in &taken {
        purse.give(one, LedgerAccount::RefundDue {}, None)?;
        to.todos.push(ChangeTodo {
            deal: of.deal.id.clone(),
            kind: TodoKind::Refund,
            amount: one.amount,
            item: one.from.item.clone(),
            account: one.from.account.clone(),
        });
    }
    to.refund = total(&taken)?;
    Ok(())
}

/// All that is left moves: out of the old deal and into the new one by the same amount. The house
/// money among it.
fn carry<'a>(
    of: &ChangeSettling<'a>,
    to: &mut ChangeSettlement,
    purse: &mut Purse<'a>,
    new_deal: &Text,
) -> Result<Money> {
    let moved = purse.take(purse.left(is_refundable)?, is_refundable)?;
    let mut room = of.draft.amount.unwrap_or(Money::ZERO);
    let mut arriving = Vec::new();
    for one in &moved {
        purse.give(one, LedgerAccount::Transfer {}, None)?;
        let out = less(Money::ZERO, one.amount)?;
        arriving.push(LedgerLeg::new(LedgerAccount::Transfer {}, one.from.item.clone(), out));
        arrive(&mut arriving, one, &mut room)?;
    }
    to.transferred = total(&moved)?;
    to.entries.extend(of.entry(&of.deal.id, std::mem::take(&mut purse.legs)));
    to.entries.extend(of.entry(new_deal, arriving));
    total(moved.iter().filter(|one| is_own_house(one.from)))
}

/// Money that was a deposit is one again up to what is agreed, and house money paid in advance
/// above it; what was paid for a difference of area is house money of the new unit.
fn arrive(legs: &mut Vec<LedgerLeg>, one: &Taken<'_>, room: &mut Money) -> Result<()> {
    let to_house = |one: &ReceivedMoney| {
        one.becomes_deposit() || one.kind_of_money() == MoneyCategory::AreaDifference
    };
    let deposit = if one.from.becomes_deposit() { one.amount.min(*room) } else { Money::ZERO };
    *room = less(*room, deposit)?;
    let rest = less(one.amount, deposit)?;
    if deposit.is_positive() {
        let item = Text::constant(money::DEPOSIT);
        legs.push(LedgerLeg::new(LedgerAccount::PreSale {}, item, deposit));
    }
    if rest.is_positive() {
        legs.push(match to_house(one.from) {
            true => {
                let item = Text::constant(money::HOUSE_PAYMENT);
                LedgerLeg::new(LedgerAccount::Prepayment {}, item, rest)
            }
            false => LedgerLeg::new(one.from.lies_in(), one.from.item.clone(), rest),
        });
    }
    Ok(())
}

/// What is returned counts in the collections on the day that it is paid.
pub(super) fn count_refund(of: &ChangeSettling<'_>, to: &mut ChangeSettlement) -> Result<()> {
    if to.refund.is_positive() {
        let amount = less(Money::ZERO, to.refund)?;
        let (measure, deal) = (ChangeMeasure::Collections, of.deal.id.clone());
        to.counts.push(ChangeCount { measure, deal, units: 0, amount });
    }
    Ok(())
}

/// One unit goes, and one comes; a contract that is left counts as signed again when the new one
/// is signed.
fn count(
    of: &ChangeSettling<'_>,
    to: &mut ChangeSettlement,
    new_deal: &Text,
    [old, new]: [Money; 2],
) -> Result<()> {
    let out = less(Money::ZERO, old)?;
    let mut count = |measure, deal: &Text, units, amount| {
        to.counts.push(ChangeCount { measure, deal: deal.clone(), units, amount });
    };
    count(ChangeMeasure::Subscriptions, &of.deal.id, -1, out);
    if document(of)?.kind == DocumentKind::Contract {
        count(ChangeMeasure::Signings, &of.deal.id, -1, out);
    }
    count(ChangeMeasure::Subscriptions, new_deal, 1, new);
    count_refund(of, to)
}
