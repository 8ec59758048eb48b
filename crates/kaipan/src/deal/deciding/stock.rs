//! Effects on the stock of a unit.

use super::apply::{Applying, missing};
use crate::Date;
use crate::deal::{Reservation, RoomConfirmation, StockChange, TradeIn};
use crate::error::{Code, Error, Input, Result};
use crate::number::{Money, Rounding, UnitPrice};
use crate::pricing::{per_area, total_of};
use crate::project::{Unit, UnitState};

pub(super) fn reserve(on: &mut Applying<'_>) -> Result<()> {
    let until = on.at.draft.until.ok_or_else(|| missing("until"))?;
    reserve_until(on, until, None)
}

pub(super) fn reserve_for_trade_in(on: &mut Applying<'_>) -> Result<()> {
    let unit = on.at.unit().ok_or_else(|| missing("unit"))?;
    let until = trade_in_until(on)?;
    let old_home = on.at.draft.old_home.clone().ok_or_else(|| missing("old_home"))?;
    let (list_price, list_total) = list_prices(unit).ok_or_else(|| missing("list_price"))?;
    reserve_until(on, until, Some(TradeIn { old_home, list_price, list_total }))
}

/// The last day of a hold for a trade-in: of the draft, else the last that the policy allows.
pub(super) fn trade_in_until(on: &Applying<'_>) -> Result<Date> {
    let most = on.at.longest_trade_in();
    let until = on.at.draft.until.or_else(|| on.at.today().add_days(most));
    until.ok_or_else(|| missing("until"))
}

/// A reservation for the first buyer.
pub(super) fn reserve_until(
    on: &mut Applying<'_>,
    until: Date,
    trade_in: Option<TradeIn>,
) -> Result<()> {
    let customer = on.at.buyer().ok_or_else(|| missing("buyers"))?.clone();
    on.stock(StockChange::Reserved { reservation: Reservation { customer, until, trade_in } })
}

pub(super) fn end_reservation(on: &mut Applying<'_>) -> Result<()> {
    let reserved = on.at.stock.is_some_and(|stock| stock.reservation.is_some());
    if reserved { on.stock(StockChange::ReservationEnded {}) } else { Ok(()) }
}

/// The most minutes whose seconds fit in 32 bits.
const MOST_MINUTES: u32 = 71_582_788;

pub(super) fn hold(on: &mut Applying<'_>) -> Result<()> {
    let customer = on.at.buyer().ok_or_else(|| missing("buyers"))?.clone();
    let agent = on.at.draft.agent.as_ref().unwrap_or(&on.at.context.person).clone();
    let minutes = on.at.draft.minutes.ok_or_else(|| missing("minutes"))?;
    let seconds = minutes.checked_mul(60);
    let until = seconds.and_then(|seconds| on.at.context.now.add_seconds(seconds));
    let until = until.ok_or_else(|| {
        let error = Error::new(Code::DealDeadlineLong).with("field", "minutes");
        let error = error.with("found", minutes).with("most", MOST_MINUTES);
        error.at("minutes").at("draft").within(Input::Command)
    })?;
    on.stock(StockChange::Held { hold: RoomConfirmation { customer, agent, until } })
}

pub(super) fn end_hold(on: &mut Applying<'_>) -> Result<()> {
    let held = on.at.stock.is_some_and(|stock| stock.hold.is_some());
    if held { on.stock(StockChange::HoldEnded {}) } else { Ok(()) }
}

pub(super) fn correct(on: &mut Applying<'_>) -> Result<()> {
    let paper = on.at.draft.paper.clone().ok_or_else(|| missing("paper"))?;
    let corrections = on.at.draft.corrections.clone();
    on.stock(StockChange::Corrected { paper, corrections })
}

/// Whatever has run out ends. A hold for a trade-in ends with its booking, which returns the money.
pub(super) fn lapse(on: &mut Applying<'_>) -> Result<()> {
    let Some(stock) = on.at.stock else { return Ok(()) };
    if stock.hold.as_ref().is_some_and(|hold| on.at.context.now >= hold.until) {
        on.stock(StockChange::HoldEnded {})?;
    }
    let reservation = stock.reservation.as_ref().filter(|one| one.trade_in.is_none());
    match reservation.is_some_and(|one| on.at.today() > one.until) {
        true => on.stock(StockChange::ReservationEnded {}),
        false => Ok(()),
    }
}

pub(super) fn take(on: &mut Applying<'_>) -> Result<()> {
    let deal = on.deal_id()?;
    let state = on.row.to.ok_or_else(|| missing("stock"))?;
    on.stock(StockChange::Taken { deal, state })
}

pub(super) fn give_back(on: &mut Applying<'_>, needs_price_confirmation: bool) -> Result<()> {
    let state = on.row.to.ok_or_else(|| missing("stock"))?;
    return_to(on, state, needs_price_confirmation)
}

pub(super) fn return_to(
    on: &mut Applying<'_>,
    state: UnitState,
    needs_price_confirmation: bool,
) -> Result<()> {
    match on.at.stock {
        None => Ok(()),
        Some(_) => on.stock(StockChange::Returned { state, needs_price_confirmation }),
    }
}

/// The list prices in force, of which one follows from the other; none if the unit has neither.
fn list_prices(unit: &Unit) -> Option<(UnitPrice, Money)> {
    let area = unit.building_area;
    match (unit.list_price, unit.list_total) {
        (Some(price), Some(total)) => Some((price, total)),
        (Some(price), None) => Some((price, total_of(price, area, &Rounding::FEN).ok()?)),
        (None, Some(total)) => Some((per_area(total, area).ok()?, total)),
        (None, None) => None,
    }
}
