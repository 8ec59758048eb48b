//! A unit's stock and a deal as a request gives them: the state, or the events that it comes to.

use kaipan::Text;
use kaipan::deal::{Deal, DealEvent, StockEvent, UnitStock};
use kaipan::error::{Code, Error, Result};
use kaipan_derive::boundary;

/// The stock of a unit: its state, or its events from the first on.
#[boundary]
pub struct GivenStock {
    /// 房号.
    pub unit_no: Text,
    /// The state. Either this or `events`; a unit without both has no event yet.
    pub state: Option<UnitStock>,
    /// All events of the unit.
    pub events: Vec<StockEvent>,
    /// The version that is expected: with another, the answer is a stale rejection.
    pub expected_version: Option<u32>,
}

/// A deal: its state, or its events from the first on.
#[boundary]
pub struct GivenDeal {
    /// The deal.
    pub id: Text,
    /// The state. Either this or `events`; a deal without both is new.
    pub state: Option<Deal>,
    /// All events of the deal.
    pub events: Vec<DealEvent>,
    /// The version that is expected: with another, the answer is a stale rejection.
    pub expected_version: Option<u32>,
}

impl GivenStock {
    /// The state of it.
    ///
    /// # Errors
    /// As [`UnitStock::replay`]; [`Code::JsonTogether`] for state beside events;
    /// [`Code::DealForeignEvent`] for the state of another unit. Places are below the stock.
    pub(super) fn stock(&self) -> Result<UnitStock> {
        match &self.state {
            None => UnitStock::replay(self.unit_no.clone(), &self.events, None)
                .map_err(|error| error.at("events")),
            Some(_) if !self.events.is_empty() => Err(together("events", "state")),
            Some(state) if state.unit_no != self.unit_no => {
                Err(foreign(&self.unit_no, &state.unit_no).at("unit_no").at("state"))
            }
            Some(state) => Ok(state.clone()),
        }
    }
}

impl GivenDeal {
    /// The state of it.
    ///
    /// # Errors
    /// As [`Deal::replay`]; [`Code::JsonTogether`] for state beside events;
    /// [`Code::DealForeignEvent`] for the state of another deal. Places are below the deal.
    pub(super) fn deal(&self) -> Result<Deal> {
        match &self.state {
            None => Deal::replay(self.id.clone(), &self.events, None)
                .map_err(|error| error.at("events")),
            Some(_) if !self.events.is_empty() => Err(together("events", "state")),
            Some(state) if state.id != self.id => {
                Err(foreign(&self.id, &state.id).at("id").at("state"))
            }
            Some(state) => Ok(state.clone()),
        }
    }
}

/// A field that cannot stand beside another.
pub(super) fn together(field: &'static str, other: &'static str) -> Error {
    Error::new(Code::JsonTogether).with("field", field).with("other", other).at(field)
}

/// The state or an event of another stream.
pub(super) fn foreign(stream: &Text, found: &Text) -> Error {
    Error::new(Code::DealForeignEvent).with("stream", stream).with("found", found)
}
