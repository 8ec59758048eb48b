//! Who is protected, and every registration that was looked at.

use crate::error::{Finding, told};
use crate::number::Fraction;
use crate::{Date, Text, Time};
use kaipan_derive::boundary;

/// Whose customer somebody is at a time.
#[boundary(answer)]
pub struct CustomerProtection {
    /// What was found.
    pub outcome: ProtectionOutcome,
    /// The channels that are protected: one, or several that share; none unless the outcome says so.
    pub holders: Vec<ProtectionHolder>,
    /// Every registration that is this customer's or may be, in the order in which they count.
    #[boundary(required)]
    pub candidates: Vec<ProtectionCandidate>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(CustomerProtection: findings);

/// What was found about a customer.
#[boundary]
pub enum ProtectionOutcome {
    /// No channel is protected.
    Nobody,
    /// One channel is.
    Protected,
    /// Several channels are, and share.
    Shared,
    /// It depends on whose a phone with its middle hidden is: a person decides.
    Ambiguous,
}

/// A channel that is protected.
#[boundary(answer)]
pub struct ProtectionHolder {
    /// The registration by which it is.
    pub registration: Text,
    /// The channel.
    pub channel: Text,
    /// The broker.
    pub broker: Option<Text>,
    /// The channel's share of the customer: 1 unless several share.
    pub share: Fraction,
    /// Since when.
    pub since: Time,
    /// The last day; absent if it lies behind the last day of the calendar.
    pub until: Option<Date>,
}

/// A registration that is the customer's, or may be.
#[boundary(answer)]
pub struct ProtectionCandidate {
    /// The registration.
    pub registration: Text,
    /// The channel.
    pub channel: Text,
    /// The broker.
    pub broker: Option<Text>,
    /// Its phone, with the middle hidden; absent if it cannot be read.
    pub phone: Option<Text>,
    /// Whether it is this customer's.
    pub matched: PhoneMatch,
    /// What has become of it.
    pub state: ProtectionState,
    /// The last day, of one that protects or has expired.
    pub until: Option<Date>,
    /// The registration that comes before it by the overlap rule, of one that would protect
    /// otherwise.
    pub behind: Option<Text>,
}

/// Whether a registration is this customer's.
#[boundary]
pub enum PhoneMatch {
    /// The whole phone is the same, or the customer's id.
    Sure,
    /// A phone with its middle hidden fits.
    Possible,
}

/// What has become of a registration at a time.
#[boundary]
pub enum ProtectionState {
    /// It protects.
    Protecting,
    /// 待到访: it protects from the visit on, and there was none yet.
    Waiting,
    /// It was entered later than the time looked at.
    Later,
    /// 已撤销: it was withdrawn or refused.
    Withdrawn,
    /// 案场客户: the sales office had met the customer before.
    OwnCustomer,
    /// 先到访后报备: the customer had come before it was registered.
    VisitBefore,
    /// 提前时间不足: it was registered too shortly before the visit.
    LeadTooShort,
    /// 逾期到访: the customer came after the days for that.
    VisitLate,
    /// 已过保护期: its last day is over.
    Expired,
    /// 已成交: the customer bought while it protected; it is used up.
    Dealt,
    /// No rule holds for its channel, project and day.
    NoRule,
}

impl ProtectionState {
    /// As Chinese messages call it.
    pub(super) fn chinese(self) -> &'static str {
        match self {
            ProtectionState::Protecting => "在保护期内",
            ProtectionState::Waiting => "待到访",
            ProtectionState::Later => "尚未录入",
            ProtectionState::Withdrawn => "已撤销",
            ProtectionState::OwnCustomer => "案场客户",
            ProtectionState::VisitBefore => "先到访后报备",
            ProtectionState::LeadTooShort => "报备提前时间不足",
            ProtectionState::VisitLate => "逾期到访",
            ProtectionState::Expired => "已过保护期",
            ProtectionState::Dealt => "已成交",
            ProtectionState::NoRule => "没有适用的规则",
        }
    }

    /// As English messages call it.
    pub(super) fn english(self) -> &'static str {
        match self {
            ProtectionState::Protecting => "protects",
            ProtectionState::Waiting => "waits for the visit",
            ProtectionState::Later => "not entered yet",
            ProtectionState::Withdrawn => "withdrawn",
            ProtectionState::OwnCustomer => "the office's own customer",
            ProtectionState::VisitBefore => "registered after the visit",
            ProtectionState::LeadTooShort => "registered too shortly before the visit",
            ProtectionState::VisitLate => "visit too late",
            ProtectionState::Expired => "expired",
            ProtectionState::Dealt => "used up by a deal",
            ProtectionState::NoRule => "no rule",
        }
    }
}
