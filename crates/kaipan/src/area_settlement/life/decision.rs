//! What comes of a command.

use super::event::AreaSettlementEvent;
use super::state::AreaSettlement;
use crate::deal::DealEvent;
use crate::error::{Finding, told};
use crate::money::LedgerEntry;
use crate::{RejectionClass, StreamRead};
use kaipan_derive::boundary;

/// What comes of a command: events, entries and the streams that were read, or a rejection.
#[boundary(answer)]
pub struct AreaSettlementDecision {
    /// The events to append to the stream of the settlement; none if it was rejected.
    #[boundary(required)]
    pub events: Vec<AreaSettlementEvent>,
    /// The events to append to the stream of the deal: what the difference makes of the contract total,
    /// and the cashier's to-do of a refund.
    pub deal_events: Vec<DealEvent>,
    /// Entries for the ledger, each of legs that come to zero.
    pub entries: Vec<LedgerEntry>,
    /// The streams that were read, with the versions that were seen. All of it is appended only while
    /// every stream still has this version.
    #[boundary(required)]
    pub reads: Vec<StreamRead>,
    /// The settlement afterwards; as it was, if the command was rejected.
    pub state: Option<AreaSettlement>,
    /// Why nothing happens.
    pub rejection: Option<AreaSettlementRejection>,
    /// What a person should read about what is settled.
    pub findings: Vec<Finding>,
}

/// Why a command is rejected. The state stays as it was.
#[boundary(answer)]
pub struct AreaSettlementRejection {
    /// Of which of the three classes it is.
    pub class: RejectionClass,
    /// Everything that is lacking.
    #[boundary(required)]
    pub reasons: Vec<Finding>,
}

told!(AreaSettlementRejection: reasons);
told!(AreaSettlementDecision: rejection, findings);
