//! Milestones of revenue, as services reach them.

use crate::error::Result;
use crate::ledger::book::Ledger;
use crate::ledger::{LedgerAct, LedgerCommand, RevenueMilestone};
use crate::service::{Service, ServiceChange, ServiceEvent, ServiceKind, ServiceState};
use crate::{Date, Text};

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

impl LedgerCommand {
    /// What follows for the ledger from an event of a service: the milestone that it reaches, unless
    /// it was reached before.
    ///
    /// # Errors
    /// [`Code::LedgerDealUnknown`](crate::error::Code::LedgerDealUnknown) for a milestone of a deal
    /// that the ledger does not keep.
    pub fn of_service(
        ledger: &Ledger,
        service: &Service,
        event: &ServiceEvent,
    ) -> Result<Option<LedgerCommand>> {
        let reached = RevenueMilestone::of_service(service.kind, &event.change);
        let Some((milestone, on)) = reached else { return Ok(None) };
        let deal = service.deal.clone();
        let row = ledger.owners.get(ledger.deal(&deal)?)?;
        if row.milestones.contains(&milestone) {
            return Ok(None);
        }
        let key = Text::of(format_args!("event/{}/{}", event.service, event.version));
        let act = LedgerAct::Reach { deal, milestone };
        Ok(Some(LedgerCommand::new(key, act).with_date(on)))
    }
}
