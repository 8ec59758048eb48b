//! A deal goes on with other terms: 更名, 变更付款方式, 变更价格, 延期 (T19 to T21).

use super::amounts::{above, due_by};
use super::asked::{buyers, document, plan, price, schedule};
use super::ended::owes;
use super::engine::{missing, of_draft};
use super::moved::{collect, count_refund, surplus};
use super::purse::{Purse, is_loan, is_own_house};
use super::{
    ChangeCount, ChangeMeasure, ChangeSettlement, ChangeSettling, ChangeTodo, LiabilityKind,
};
use crate::Text;
use crate::deal::{DealAction, DealBuyer, DocumentKind, TodoKind};
use crate::error::{Code, Error, Result};
use crate::money::{self};
use crate::number::{Money, less};
use crate::payment::ScheduleLine;

pub(super) fn settle(of: &ChangeSettling<'_>, to: &mut ChangeSettlement) -> Result<()> {
    let old_total = of.old_total()?;
    to.new_total = Some(old_total);
    match of.action {
        DealAction::ChangeNames => names(of)?,
        DealAction::ExtendSigning => signing(of, to)?,
        DealAction::ExtendPayment => payment(of, to)?,
        _ => price_or_plan(of, to)?,
    }
    let new_total = to.new_total.unwrap_or(old_total);
    to.difference = Some(less(new_total, old_total)?);
    to.handling_fee = of.fee(new_total)?;
    owes(to, LiabilityKind::HandlingFee, to.handling_fee, Money::ZERO)?;
    collect(to, &of.deal.id, to.handling_fee);
    count(of, to)?;
    to.record();
    to.leave()
}

/// Who buys, or with which shares, is another than before.
fn names(of: &ChangeSettling<'_>) -> Result<()> {
    if of.draft.buyers.is_empty() {
        return Err(of_draft(missing("buyers"), "buyers"));
    }
    buyers(of)?;
    let key = |one: &DealBuyer| (one.customer.clone(), one.share, one.relation.clone());
    let [before, after] =
        [&of.deal.buyers, &of.draft.buyers].map(|all| all.iter().map(key).collect::<Vec<_>>());
    match before == after {
        true => Err(of_draft(Error::new(Code::ChangeNothing), "buyers")),
        false => Ok(()),
    }
}

/// The signing date is later than it was, and not past.
fn signing(of: &ChangeSettling<'_>, to: &mut ChangeSettlement) -> Result<()> {
    let before = document(of)?.agreed_signing;
    let Some(day) = of.draft.agreed_signing else {
        return Err(of_draft(missing("agreed_signing"), "agreed_signing"));
    };
    let least = before.map_or(of.today(), |before| before.max(of.today()));
    if day < of.today() || before.is_some_and(|before| day <= before) {
        let error = Error::new(Code::ChangeNotLater).with("day", day).with("before", least);
        return Err(of_draft(error, "agreed_signing"));
    }
    to.record.old_signing = before;
    Ok(())
}

/// The lines and amounts are as before, no day is earlier, and one is later.
fn payment(of: &ChangeSettling<'_>, to: &mut ChangeSettlement) -> Result<()> {
    let new = &of.draft.schedule;
    if new.is_empty() {
        return Err(of_draft(missing("schedule"), "schedule"));
    }
    let same = |a: &ScheduleLine, b: &ScheduleLine| {
        (a.seq, a.item, a.amount, a.in_price) == (b.seq, b.item, b.amount, b.in_price)
    };
    let old = &of.deal.schedule;
    let differs = old.len() != new.len() || old.iter().zip(new).any(|(a, b)| !same(a, b));
    if differs {
        return Err(of_draft(Error::new(Code::ChangeAmountsMoved), "schedule"));
    }
    for (at, (before, after)) in old.iter().zip(new).enumerate() {
        if let (Some(before), Some(day)) = (before.due, after.due)
            && day < before
        {
            let error = Error::new(Code::ChangeNotLater).with("day", day).with("before", before);
            return Err(of_draft(error.at("due").at(at), "schedule"));
        }
    }
    if old.iter().zip(new).all(|(before, after)| before.due == after.due) {
        return Err(of_draft(Error::new(Code::ChangeNothing), "schedule"));
    }
    to.record.late_fee_moves = of.terms().is_some_and(|terms| terms.late_fee_moves);
    due(of, to)
}

/// Another price, or another plan, with its schedule.
fn price_or_plan(of: &ChangeSettling<'_>, to: &mut ChangeSettlement) -> Result<()> {
    let changes_price = of.action == DealAction::ChangePrice;
    if changes_price {
        price(of)?;
    } else if of.draft.plan.is_none() {
        return Err(of_draft(missing("plan"), "plan"));
    }
    plan(of)?;
    let draft = of.draft;
    let old = of.old_price()?;
    let by_discounts = of.discounts.map(|again| again.difference).unwrap_or(Money::ZERO);
    let by_price = match &draft.price {
        Some(price) => price.contract_total,
        None => Money::sum([old.contract_total, by_discounts])?,
    };
    schedule(of, by_price)?;
    let new_total = of.deal.plus_area_difference(by_price)?;
    let price_stays = draft.price.as_ref().is_none_or(|price| price == old);
    let plan_stays = draft.plan.is_none() || draft.plan == of.deal.plan;
    let schedule_stays = draft.schedule.is_empty() || draft.schedule == of.deal.schedule;
    let nothing = if changes_price { price_stays } else { plan_stays && schedule_stays };
    if nothing {
        let field = if changes_price { "price" } else { "plan" };
        return Err(of_draft(Error::new(Code::ChangeNothing), field));
    }
    to.new_total = Some(new_total);
    let mut purse = Purse::new(of.received);
    let house = purse.left(|one| is_own_house(one) || is_loan(one))?;
    to.surplus = above(house, new_total)?.min(to.own_house);
    surplus(of, to, &mut purse)?;
    to.refundable = to.refund;
    to.entries.extend(of.entry(&of.deal.id, std::mem::take(&mut purse.legs)));
    due(of, to)?;
    let left = purse.left(|one| is_own_house(one) || is_loan(one))?;
    if left.is_positive() {
        to.todos.push(ChangeTodo {
            deal: of.deal.id.clone(),
            kind: TodoKind::Reallocate,
            amount: left,
            item: Text::constant(money::HOUSE_PAYMENT),
            account: None,
        });
    }
    Ok(())
}

/// What is still to be paid of the new total, and what of it is due by today.
fn due(of: &ChangeSettling<'_>, to: &mut ChangeSettlement) -> Result<()> {
    let house = Purse::new(of.received).left(|one| is_own_house(one) || is_loan(one))?;
    let house = less(house, to.refund)?;
    to.shortfall = above(to.new_total.unwrap_or(Money::ZERO), house)?;
    let due = above(due_by(&of.draft.schedule, of.today())?, house)?;
    // A settled difference of area is no line of the schedule, and can take from what is owed.
    to.due_now = due.min(to.shortfall);
    Ok(())
}

/// A difference of the price counts on the day of the change; names and days count nothing.
fn count(of: &ChangeSettling<'_>, to: &mut ChangeSettlement) -> Result<()> {
    count_refund(of, to)?;
    let Some(amount) = to.difference.filter(|amount| !amount.is_zero()) else { return Ok(()) };
    let signed = document(of)?.kind == DocumentKind::Contract;
    let signings = signed.then_some(ChangeMeasure::Signings);
    for measure in [ChangeMeasure::Subscriptions].into_iter().chain(signings) {
        to.counts.push(ChangeCount { measure, deal: of.deal.id.clone(), units: 0, amount });
    }
    Ok(())
}
