//! 保护期: how long a registration protects, and for which channels and projects that holds.

use crate::channel::registration::ChannelRegistration;
use crate::check::Span;
use crate::{Date, Text};
use kaipan_derive::boundary;

/// How long a registration protects, in days; the last day is protected to its end.
#[boundary]
pub enum ProtectionKind {
    /// 报备—成交: from the registration until the deal.
    RegisterDeal {
        /// Days from the registration.
        days: u32,
    },
    /// 报备—到访—成交: from the registration until the visit, and from the visit until the deal.
    RegisterVisitDeal {
        /// Days from the registration within which the customer must come.
        visit_days: u32,
        /// Days from the visit within which the customer must buy.
        deal_days: u32,
    },
    /// 到访—成交: only from the visit on, until the deal.
    VisitDeal {
        /// Days from the visit.
        days: u32,
    },
}

impl ProtectionKind {
    /// The days of each period, with the name of its field.
    pub(super) fn days(&self) -> Vec<(&'static str, u32)> {
        match *self {
            ProtectionKind::RegisterDeal { days } | ProtectionKind::VisitDeal { days } => {
                vec![("days", days)]
            }
            ProtectionKind::RegisterVisitDeal { visit_days, deal_days } => {
                vec![("visit_days", visit_days), ("deal_days", deal_days)]
            }
        }
    }
}

/// How registrations of a channel protect. The rule of the day of registration counts until the
/// protection ends.
///
/// A rule for the channel and the project comes before one for the channel, that before one for the
/// project, and that before one for everybody.
#[boundary]
pub struct ProtectionRule {
    /// The channel; every one if absent.
    pub channel: Option<Text>,
    /// The project; every one if absent.
    pub project: Option<Text>,
    /// First day.
    pub valid_from: Option<Date>,
    /// Last day.
    pub valid_to: Option<Date>,
    /// How long it protects.
    pub protection: ProtectionKind,
    /// 提前报备: so many minutes the registration must lie before the visit.
    #[boundary(default)]
    pub lead_minutes: u32,
}

impl ProtectionRule {
    pub(super) fn is_for(&self, registration: &ChannelRegistration, day: Date) -> bool {
        self.channel.as_ref().is_none_or(|channel| *channel == registration.channel)
            && self.project.as_ref().is_none_or(|project| *project == registration.project)
            && self.valid().contains(day)
    }

    /// How near a rule is: that of a channel is nearer than that of a project.
    pub(super) fn nearness(&self) -> (bool, bool) {
        (self.channel.is_some(), self.project.is_some())
    }

    /// Whether both rules would hold for one registration, and neither is nearer.
    pub(super) fn competes(&self, other: &ProtectionRule) -> bool {
        (&self.channel, &self.project) == (&other.channel, &other.project)
            && self.valid().meets(other.valid())
    }

    fn valid(&self) -> Span<Date> {
        Span::new(self.valid_from, self.valid_to)
    }
}
