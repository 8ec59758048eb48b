use crate::deal::{Reservation, RoomConfirmation, StockCorrection, StockLock};
use crate::project::UnitState;
use crate::{Label, Text, Time};
use kaipan_derive::boundary;

/// Something that happened to the stock of a unit.
#[boundary(older = super::older::stock)]
pub struct StockEvent {
    /// 房号.
    pub unit_no: Text,
    /// Its place in the stream of the unit, from 1.
    pub version: u32,
    /// When it was recorded.
    pub at: Time,
    /// Who did it.
    pub by: Text,
    /// Why.
    pub reason: Option<Label>,
    /// The request for approval by which it was done, where it needed one. A request serves once.
    pub approval: Option<Text>,
    /// What changed.
    pub change: StockChange,
    /// The schema that it was written in; today's if absent. JSON of older schemas is brought up
    /// to today's when it is read.
    pub schema: Option<u32>,
}

/// What changed about the stock of a unit.
#[boundary]
pub enum StockChange {
    /// 放盘.
    Released {
        /// 推盘批次.
        batch: Option<Text>,
    },
    /// 收盘.
    Withdrawn {},
    /// 销控.
    Controlled {},
    /// 解除销控.
    Uncontrolled {},
    /// 预留.
    Reserved {
        /// For whom, until when.
        reservation: Reservation,
    },
    /// The reservation ended: given up, lapsed, or used by a document.
    ReservationEnded {},
    /// 选房确认.
    Held {
        /// For whom, until when.
        hold: RoomConfirmation,
    },
    /// The hold ended: lapsed, or used by a document.
    HoldEnded {},
    /// A document of a deal has it.
    Taken {
        /// The deal.
        deal: Text,
        /// Its state from now on.
        state: UnitState,
    },
    /// It came back from a deal.
    Returned {
        /// Its state from now on.
        state: UnitState,
        /// Its price needs confirmation before sale.
        #[boundary(required)]
        needs_price_confirmation: bool,
    },
    /// A change is pending.
    Locked {
        /// Which.
        lock: StockLock,
    },
    /// A change is no longer pending.
    Unlocked {
        /// Which.
        lock: StockLock,
    },
    /// Its data were corrected, as the signed paper says.
    Corrected {
        /// The paper.
        paper: Label,
        /// What was corrected, each with the old and the new.
        corrections: Vec<StockCorrection>,
    },
}
