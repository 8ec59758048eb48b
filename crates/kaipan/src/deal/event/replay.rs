//! State from history: on any day, up to any version.

use super::stream::replayed;
use super::{DealEvent, StockEvent};
use crate::deal::{Deal, UnitStock};
use crate::error::{Code, Error, Result};
use crate::{Text, Time};

impl UnitStock {
    /// The stock that a unit's events come to, up to and with a moment if one is given.
    ///
    /// # Errors
    /// As [`UnitStock::apply`], and [`Code::DealEventTime`] for an event that was recorded before
    /// the one before it, each at its place.
    pub fn replay(unit_no: Text, events: &[StockEvent], until: Option<Time>) -> Result<UnitStock> {
        replayed(UnitStock::new(unit_no), events, until, UnitStock::apply)
    }
}

impl Deal {
    /// The deal that its events come to, up to and with a moment if one is given.
    ///
    /// # Errors
    /// As [`Deal::apply`], and [`Code::DealEventTime`] for an event that was recorded before the
    /// one before it, each at its place.
    pub fn replay(id: Text, events: &[DealEvent], until: Option<Time>) -> Result<Deal> {
        replayed(Deal::new(id), events, until, Deal::apply)
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
