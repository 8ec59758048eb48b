use super::{CloseReason, DocumentKind, DocumentState};
use crate::project::UnitState;
use crate::{Date, Text, Time};
use kaipan_derive::boundary;

/// One document of a deal.
#[boundary]
pub struct DealDocument {
    /// What it is.
    pub kind: DocumentKind,
    /// Its number, drawn when it becomes active.
    pub number: Option<Text>,
    /// State.
    #[boundary(default)]
    pub state: DocumentState,
    /// Why it was closed, once it is.
    pub closed: Option<CloseReason>,
    /// 审核锁定: it can be read and not changed.
    pub locked: bool,
    /// 财务审核.
    pub finance_reviewed: bool,
    /// When it became active.
    pub active_at: Option<Time>,
    /// The state of the unit before it, to which it goes back if the document is void.
    pub unit_before: Option<UnitState>,
    /// The last day it holds: a registration, a booking.
    pub valid_until: Option<Date>,
    /// 约定签约日, of a subscription.
    pub agreed_signing: Option<Date>,
    /// 约定交付日, of a deposit contract or contract.
    pub handover: Option<Date>,
}

impl DealDocument {
    /// It counts: it is active.
    pub fn is_active(&self) -> bool {
        self.state == DocumentState::Active
    }
}
