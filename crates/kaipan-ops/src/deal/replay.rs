//! `deal.replay`.

use kaipan::deal::{Deal, DealEvent, StockEvent, UnitStock};
use kaipan::error::{Input, Result};
use kaipan::{Text, Time};
use kaipan_derive::boundary;

/// Histories of a unit and a deal, and the moment to look at.
#[boundary]
#[derive(Default)]
pub struct DealReplayRequest {
    /// 房号, if the history of a unit is given.
    pub unit_no: Option<Text>,
    /// All events of the unit.
    pub stock: Vec<StockEvent>,
    /// The deal, if its history is given.
    pub deal_id: Option<Text>,
    /// All events of the deal.
    pub deal: Vec<DealEvent>,
    /// The moment: events after it are left out. Without one all count.
    pub until: Option<Time>,
}

/// What histories come to.
#[boundary(answer)]
pub struct DealReplayResponse {
    /// The stock of the unit.
    pub stock: Option<UnitStock>,
    /// The deal.
    pub deal: Option<Deal>,
}

/// `deal.replay`: the state that histories come to, at any moment.
///
/// # Errors
/// As [`UnitStock::replay`] and [`Deal::replay`], at the place of the event.
pub fn replay(request: &DealReplayRequest) -> Result<DealReplayResponse> {
    let unit = request.unit_no.clone();
    let stock = unit.map(|unit| UnitStock::replay(unit, &request.stock, request.until));
    let stock = stock.transpose().map_err(|error| error.within(Input::Stock))?;
    let id = request.deal_id.clone();
    let deal = id.map(|id| Deal::replay(id, &request.deal, request.until));
    let deal = deal.transpose().map_err(|error| error.within(Input::Deal))?;
    Ok(DealReplayResponse { stock, deal })
}
