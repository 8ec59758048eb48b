//! The answer to a command.

use super::Rejection;
use crate::deal::{DealEvent, Guard, StockEvent};
use crate::money::Entry;
use crate::{StreamRead, Text};
use kaipan_derive::boundary;

/// The answer to a command.
#[boundary]
pub enum Ruling {
    /// It may be done.
    Accepted {
        /// What follows.
        decision: Decision,
    },
    /// It may not be done.
    Rejected {
        /// Why not.
        rejection: Rejection,
    },
}

/// What follows from a command: events, entries, and every stream that was read. The host appends
/// the events in one transaction, while every stream still has the version that was seen.
#[boundary]
#[derive(Default)]
pub struct Decision {
    /// Events of the unit's stock.
    pub stock: Vec<StockEvent>,
    /// Events of the deal.
    pub deal: Vec<DealEvent>,
    /// Money that moves, each entry coming to zero.
    pub entries: Vec<Entry>,
    /// The streams that were read.
    #[boundary(required)]
    pub reads: Vec<StreamRead>,
    /// Guards that were waived.
    pub waived: Vec<WaivedGuard>,
}

/// A guard that was waived by an approval on record.
#[boundary]
pub struct WaivedGuard {
    /// The guard.
    pub guard: Guard,
    /// The approval.
    pub approval: Text,
    /// The role that gave it.
    pub role: Text,
}
