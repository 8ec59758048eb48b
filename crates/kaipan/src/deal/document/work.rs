use super::{AgreedBefore, CloseReason, DocumentKind, DocumentState};
use crate::deal::{OldHomeSale, Reservation, TradeIn};
use crate::number::Money;
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
    /// When the contract was last printed, of a subscription.
    pub printed_at: Option<Time>,
    /// 以旧换新: what the booking waits for.
    pub trade_in: Option<TradeIn>,
    /// The sale of the old home, of a subscription after a trade-in.
    pub old_home_sold: Option<OldHomeSale>,
    /// When it became active.
    pub active_at: Option<Time>,
    /// The state of the unit before it, to which it goes back if the document is void.
    pub unit_before: Option<UnitState>,
    /// The reservation of the unit that it took, which counts again if the document is void and the
    /// reservation has not run out.
    pub reservation_before: Option<Reservation>,
    /// What was agreed before it, of a document that took the place of another.
    pub before: Option<Box<AgreedBefore>>,
    /// The last day it holds: a registration, a booking.
    pub valid_until: Option<Date>,
    /// 定金 agreed, of a deposit contract or subscription, yuan.
    pub deposit: Option<Money>,
    /// 约定签约日, of a subscription.
    pub agreed_signing: Option<Date>,
    /// 约定交付日, of a deposit contract or contract.
    pub handover: Option<Date>,
    /// 违约责任, of a deposit contract.
    pub liabilities: Option<Text>,
}

impl DealDocument {
    /// It counts: it is active.
    pub fn is_active(&self) -> bool {
        self.state == DocumentState::Active
    }
}
