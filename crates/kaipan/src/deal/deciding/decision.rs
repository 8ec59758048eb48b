//! The answer to a command.

use super::DealRejection;
use crate::deal::{DealEvent, DealGuard, QuotaEvent, StockEvent};
use crate::error::{Finding, told};
use crate::money::LedgerEntry;
use crate::{StreamRead, Text};
use kaipan_derive::boundary;

/// The answer to a command.
#[boundary]
pub enum DealRuling {
    /// It may be done.
    Accepted {
        /// What follows.
        decision: DealDecision,
    },
    /// It may not be done.
    Rejected {
        /// Why not.
        rejection: DealRejection,
    },
}

/// What follows from a command: events, entries, and every stream that was read. The host appends
/// the events in one transaction, while every stream still has the version that was seen.
#[boundary]
#[derive(Default)]
pub struct DealDecision {
    /// Events of the unit's stock.
    pub stock: Vec<StockEvent>,
    /// Events of the deal.
    pub deal: Vec<DealEvent>,
    /// Events of quotas that are used, given back, opened or ended.
    pub quotas: Vec<QuotaEvent>,
    /// Money that moves, each entry coming to zero.
    pub entries: Vec<LedgerEntry>,
    /// The streams that were read.
    #[boundary(required)]
    pub reads: Vec<StreamRead>,
    /// Guards that were waived.
    pub waived: Vec<WaivedGuard>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(DealDecision: findings);

/// A guard that was waived by an approval on record.
#[boundary]
pub struct WaivedGuard {
    /// The guard.
    pub guard: DealGuard,
    /// The request for approval.
    pub approval: Text,
    /// The version of its stream.
    pub version: u32,
    /// The role that signed it and may waive the guard.
    pub role: Text,
}
