use crate::Text;
use crate::deal::{DealEvent, StockEvent};
use kaipan_derive::boundary;

/// What happened to a deal, to its unit, or to both.
#[boundary]
#[derive(Default)]
pub struct DealHistory {
    /// 房号, if the history of a unit is given.
    pub unit_no: Option<Text>,
    /// All events of the unit.
    pub stock: Vec<StockEvent>,
    /// The deal, if its history is given.
    pub deal_id: Option<Text>,
    /// All events of the deal.
    pub deal: Vec<DealEvent>,
}
