//! 以旧换新: holds that wait for the sale of an old home (T29, T30).

use super::{Look, fact, needs};
use crate::deal::TradeIn;
use crate::deal::guard::{Lacking, Situation};

/// Days that a hold for a trade-in may last where the policy says nothing.
const TRADE_IN_DAYS: u32 = 90;

impl Situation<'_> {
    /// Days that a hold for a trade-in may last.
    pub(in crate::deal) fn longest_trade_in(&self) -> u32 {
        self.context.policy.longest_trade_in.unwrap_or(TRADE_IN_DAYS)
    }
}

/// What the unit waits for.
fn pending<'a>(at: &Situation<'a>) -> Option<&'a TradeIn> {
    at.stock.and_then(|stock| stock.reservation.as_ref())?.trade_in.as_ref()
}

pub(super) fn old_home_named(at: &Situation<'_>) -> Look {
    match &at.draft.old_home {
        None => needs("old_home"),
        Some(home) => fact(!home.trim().is_empty()),
    }
}

/// The last day of the hold is not later than the policy allows. Where the draft names none, it is
/// the last that is allowed.
pub(super) fn within(at: &Situation<'_>) -> Look {
    let Some(until) = at.draft.until else { return Ok(()) };
    let most = at.longest_trade_in();
    match u32::try_from(until.days_since(at.today())) {
        Err(_) => Err(Lacking::Day { day: until }),
        Ok(found) if found > most => Err(Lacking::Count { most, found }),
        Ok(_) => Ok(()),
    }
}

pub(super) fn none_pending(at: &Situation<'_>) -> Look {
    fact(pending(at).is_none())
}

/// The sale of the old home is recorded, and has happened.
pub(super) fn old_home_sold(at: &Situation<'_>) -> Look {
    if pending(at).is_none() {
        return Err(Lacking::Fact {});
    }
    match &at.draft.old_home_sold {
        None => needs("old_home_sold"),
        Some(sale) if sale.sold_on > at.today() => Err(Lacking::Day { day: sale.sold_on }),
        Some(_) => Ok(()),
    }
}

/// The list price of the draft is the one that the hold has locked.
pub(super) fn locked_price(at: &Situation<'_>) -> Look {
    let Some(locked) = pending(at) else { return Err(Lacking::Fact {}) };
    let Some(price) = at.price() else { return needs("price") };
    match price.list_total == locked.list_total {
        true => Ok(()),
        false => Err(Lacking::Amount { needed: locked.list_total, found: price.list_total }),
    }
}
