//! What was subscribed, which the contract keeps (T16, T20).

use super::{Look, named};
use crate::Text;
use crate::deal::guard::{Lacking, Situation};
use crate::deal::{DealPrice, DocumentKind};
use crate::payment::ScheduleLine;

/// The contract has price, plan, amounts and deposit of the subscription that it follows. Days of a
/// schedule may be set by now. Who signs after the day agreed may have lost a discount for signing
/// in time: the price may be higher then, from the same list price. Everything else is a change
/// that is approved (T20).
pub(super) fn kept(at: &Situation<'_>) -> Look {
    let subscribed =
        at.deal.and_then(|deal| Some((deal, deal.active_of(DocumentKind::Subscription)?)));
    let Some((deal, document)) = subscribed else { return Ok(()) };
    let draft = at.draft;
    if let (Some(agreed), Some(plan)) = (&deal.plan, &draft.plan)
        && agreed != plan
    {
        return Err(named(agreed, 1));
    }
    if let (Some(needed), Some(found)) = (document.deposit, draft.amount)
        && needed != found
    {
        return Err(Lacking::Amount { needed, found });
    }
    let is_late = document.agreed_signing.is_some_and(|day| day < at.today());
    if let (Some(agreed), Some(price)) = (&deal.price, &draft.price) {
        list_kept(agreed, price)?;
        if is_late && price.deal_total > agreed.deal_total {
            return Ok(());
        }
        price_kept(agreed, price)?;
    }
    if draft.schedule.is_empty() { Ok(()) } else { amounts_kept(&deal.schedule, &draft.schedule) }
}

/// List price, list total and area.
fn list_kept(agreed: &DealPrice, price: &DealPrice) -> Look {
    if price.list_total != agreed.list_total {
        return Err(Lacking::Amount { needed: agreed.list_total, found: price.list_total });
    }
    if price.list_price != agreed.list_price {
        return Err(Lacking::UnitPrice { needed: agreed.list_price, found: price.list_price });
    }
    match price.area == agreed.area {
        true => Ok(()),
        false => Err(Lacking::Area { needed: agreed.area, found: price.area }),
    }
}

/// Discounts, deal price and totals.
fn price_kept(agreed: &DealPrice, price: &DealPrice) -> Look {
    let totals =
        [(agreed.deal_total, price.deal_total), (agreed.contract_total, price.contract_total)];
    if let Some((needed, found)) = totals.into_iter().find(|(needed, found)| needed != found) {
        return Err(Lacking::Amount { needed, found });
    }
    if price.deal_price != agreed.deal_price {
        return Err(Lacking::UnitPrice { needed: agreed.deal_price, found: price.deal_price });
    }
    match price.discounts == agreed.discounts {
        true => Ok(()),
        false => Err(named(&Text::of(&agreed.discounts), 1)),
    }
}

/// The lines that are part of the price, each with its amount.
fn amounts_kept(agreed: &[ScheduleLine], schedule: &[ScheduleLine]) -> Look {
    let in_price = |line: &&ScheduleLine| line.in_price;
    let mut lines = schedule.iter().filter(in_price);
    for needed in agreed.iter().filter(in_price) {
        let kept = lines
            .next()
            .is_some_and(|line| (line.item, line.amount) == (needed.item, needed.amount));
        if !kept {
            return Err(named(&Text::of(&needed.name), 1));
        }
    }
    match lines.next() {
        Some(more) => Err(named(&Text::of(&more.name), 1)),
        None => Ok(()),
    }
}
