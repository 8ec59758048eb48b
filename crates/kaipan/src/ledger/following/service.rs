//! What follows from the events of a service.

use super::shortfall::Shortfall;
use crate::Text;
use crate::error::Result;
use crate::ledger::book::Ledger;
use crate::ledger::{LedgerAct, LedgerCommand, RevenueMilestone};
use crate::service::{Service, ServiceChange, ServiceEvent, ServiceTodoKind};

impl LedgerCommand {
    /// What follows for the ledger from an event of a service, in the order given: the milestone of
    /// revenue that it reaches, unless it was reached before; what the bank does not lend, which the
    /// buyer owes from then on.
    ///
    /// # Errors
    /// [`Code::LedgerDealUnknown`](crate::error::Code::LedgerDealUnknown) for a deal that the ledger
    /// does not keep.
    pub fn of_service(
        ledger: &Ledger,
        service: &Service,
        event: &ServiceEvent,
    ) -> Result<Vec<LedgerCommand>> {
        let change = &event.change;
        let reached = RevenueMilestone::of_service(service.kind, change);
        let loan = service.kind.loan_item().filter(|_| is_of_shortfall(change));
        if reached.is_none() && loan.is_none() {
            return Ok(Vec::new());
        }
        let deal = service.deal.clone();
        let owner = ledger.owners.get(ledger.deal(&deal)?)?;
        let mut acts = Vec::new();
        let mut date = event.at.date();
        if let Some((milestone, on)) = reached.filter(|(one, _)| !owner.milestones.contains(one)) {
            acts.push(LedgerAct::Reach { deal, milestone });
            date = on;
        }
        if let Some(loan) = loan {
            acts.extend(Shortfall { ledger, owner, service, loan }.acts(change)?);
        }
        let key = |number: usize| {
            let (service, version) = (&event.service, event.version);
            match number {
                0 => Text::of(format_args!("event/{service}/{version}")),
                number => Text::of(format_args!("event/{service}/{version}/{number}")),
            }
        };
        let each = acts.into_iter().enumerate();
        Ok(each.map(|(at, act)| LedgerCommand::new(key(at), act).with_date(date)).collect())
    }
}

fn is_of_shortfall(change: &ServiceChange) -> bool {
    match change {
        ServiceChange::TodoOpened { todo } => todo.kind == ServiceTodoKind::Shortfall,
        ServiceChange::TodoDropped { .. } => true,
        _ => false,
    }
}
