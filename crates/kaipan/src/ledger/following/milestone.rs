//! Milestones of revenue, as services reach them.

use crate::Date;
use crate::ledger::RevenueMilestone;
use crate::service::{ServiceChange, ServiceKind, ServiceState};

/// The step of a handover by which its notice is sent.
const NOTICE: &str = "notice";

impl RevenueMilestone {
    /// What an event of a service reaches, and on which day.
    #[must_use]
    pub fn of_service(kind: ServiceKind, change: &ServiceChange) -> Option<(Self, Date)> {
        match (kind, change) {
            (ServiceKind::Handover, ServiceChange::StepDone { done }) if done.step == NOTICE => {
                Some((RevenueMilestone::HandoverNotice, done.on))
            }
            (ServiceKind::Handover, ServiceChange::Ended { state: ServiceState::Done, on }) => {
                Some((RevenueMilestone::Handover, *on))
            }
            (ServiceKind::Title, ServiceChange::Ended { state: ServiceState::Done, on }) => {
                Some((RevenueMilestone::Title, *on))
            }
            _ => None,
        }
    }
}
