use crate::number::{Money, UnitPrice};
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// 预留: a unit is kept for a named customer.
#[boundary]
pub struct Reservation {
    /// The customer.
    pub customer: Text,
    /// The last day it is kept.
    pub until: Date,
    /// 以旧换新: it holds until the old home is sold, with money and at a price that stays.
    pub trade_in: Option<TradeIn>,
}

/// 以旧换新: the old home whose sale a reservation waits for. Money paid is returned in full when
/// the condition fails.
#[boundary]
pub struct TradeIn {
    /// The old home.
    pub old_home: Label,
    /// The list price that stays, yuan per m² of building area.
    pub list_price: UnitPrice,
    /// The list total that stays.
    pub list_total: Money,
}

/// The old home of a trade-in was sold.
#[boundary]
pub struct OldHomeSale {
    /// The day.
    pub sold_on: Date,
    /// The contract, or what else proves it.
    pub paper: Label,
}
