//! State from history: on any day, up to any version.

use super::{DealEvent, StockEvent};
use crate::deal::{Deal, UnitStock};
use crate::error::{At, Code, Error, Result};
use crate::{Text, Time};

impl UnitStock {
    /// The stock that a unit's events come to, up to and with a moment if one is given.
    ///
    /// # Errors
    /// As [`UnitStock::apply`], and [`Code::DealEventTime`] for an event that was recorded before
    /// the one before it, each at its place.
    pub fn replay(unit_no: Text, events: &[StockEvent], until: Option<Time>) -> Result<UnitStock> {
        let mut stock = UnitStock::new(unit_no);
        let mut before: Option<Time> = None;
        for (at, event) in events.iter().enumerate() {
            in_time(&mut before, event.at).at(at)?;
            if until.is_some_and(|until| event.at > until) {
                break;
            }
            stock.apply(event).at(at)?;
        }
        Ok(stock)
    }
}

impl Deal {
    /// The deal that its events come to, up to and with a moment if one is given.
    ///
    /// # Errors
    /// As [`Deal::apply`], and [`Code::DealEventTime`] for an event that was recorded before the
    /// one before it, each at its place.
    pub fn replay(id: Text, events: &[DealEvent], until: Option<Time>) -> Result<Deal> {
        let mut deal = Deal::new(id);
        let mut before: Option<Time> = None;
        for (at, event) in events.iter().enumerate() {
            in_time(&mut before, event.at).at(at)?;
            if until.is_some_and(|until| event.at > until) {
                break;
            }
            deal.apply(event).at(at)?;
        }
        Ok(deal)
    }
}

/// A stream has as many events as its host knows it to have, or more.
///
/// # Errors
/// [`Code::EventsShort`] for fewer.
pub fn expect_events(found: usize, expected: Option<u32>) -> Result<()> {
    let expected = expected.filter(|many| u32::try_from(found).is_ok_and(|found| found < *many));
    let error =
        |expected| Error::new(Code::EventsShort).with("expected", expected).with("found", found);
    expected.map_or(Ok(()), |expected| Err(error(expected)))
}

/// Events were recorded one after the other.
pub(in crate::deal) fn in_time(before: &mut Option<Time>, at: Time) -> Result<()> {
    if let Some(before) = before.filter(|before| at < *before) {
        return Err(Error::new(Code::DealEventTime)
            .with("time", at.in_words())
            .with("before", before.in_words())
            .at("at"));
    }
    *before = Some(at);
    Ok(())
}
