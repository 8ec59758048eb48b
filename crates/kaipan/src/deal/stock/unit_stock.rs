use super::{Reservation, RoomConfirmation, StockLock};
use crate::project::UnitState;
use crate::{Text, Time};
use kaipan_derive::boundary;

/// The stock of one unit: what its events come to.
#[boundary]
pub struct UnitStock {
    /// 房号.
    pub unit_no: Text,
    /// How many events it had.
    #[boundary(default)]
    pub version: u32,
    /// 销控状态.
    #[boundary(default)]
    pub state: UnitState,
    /// The deal whose active document has it.
    pub deal: Option<Text>,
    /// 选房确认, until it lapses.
    pub hold: Option<RoomConfirmation>,
    /// 预留: for whom and until when.
    pub reservation: Option<Reservation>,
    /// What is pending.
    pub locks: Vec<StockLock>,
    /// 推盘批次 it was released in.
    pub batch: Option<Text>,
    /// It has come back from a deal, and its price needs confirmation before sale.
    pub needs_price_confirmation: bool,
    /// Requests for approval by which its data were corrected. Each serves once.
    pub approvals: Vec<Text>,
    /// When its last event was recorded.
    pub changed_at: Option<Time>,
}

impl UnitStock {
    /// A document has it: booked, promised, subscribed or signed.
    pub fn is_taken(&self) -> bool {
        self.state.in_active_deal()
    }
}
