//! What the events of a service come to.

use super::{ServiceChange, ServiceEvent};
use crate::deal::{next_version, replayed};
use crate::error::{Code, Error, Result};
use crate::service::{
    BranchTaken, DocumentReceived, PromisedDay, Service, ServiceKind, ServiceState,
};
use crate::{Text, Time};

impl Service {
    /// The service that its events come to, up to and with a moment if one is given.
    ///
    /// # Errors
    /// As [`Service::apply`], and `deal.event_time` for an event that was recorded before the one
    /// before it, each at its place.
    pub fn replay(
        id: Text,
        deal: Text,
        kind: ServiceKind,
        events: &[ServiceEvent],
        until: Option<Time>,
    ) -> Result<Service> {
        replayed(Service::new(id, deal, kind), events, until, Service::apply)
    }

    /// Takes the next event in.
    ///
    /// # Errors
    /// `deal.foreign_event` for an event of another service, `deal.event_order` for one that is
    /// not the next, `deal.event_schema` for one of another schema, [`Code::ServiceOtherKind`] where
    /// it was started for another deal or kind. The service is unchanged then.
    pub fn apply(&mut self, event: &ServiceEvent) -> Result<()> {
        let version = next_version(&self.id, self.version, event)?;
        if let ServiceChange::Started { deal, service_kind, .. } = &event.change
            && (*deal != self.deal || *service_kind != self.kind)
        {
            let error = Error::new(Code::ServiceOtherKind).with("service", &self.id);
            let error = error.with("found", service_kind.english()).with("deal", deal);
            return Err(error.with("found_zh", service_kind.chinese()).at("change"));
        }
        self.version = version;
        self.keys.extend(event.command.clone());
        self.change(&event.change);
        Ok(())
    }

    /// The change alone. Every change of the past is taken as it was decided then.
    fn change(&mut self, change: &ServiceChange) {
        match change {
            ServiceChange::Started {
                on, unit_no, buyers, bank, applied, months, replaces, ..
            } => {
                self.state = ServiceState::InProgress;
                self.applied_on = Some(*on);
                self.unit_no.clone_from(unit_no);
                self.buyers.clone_from(buyers);
                self.bank.clone_from(bank);
                (self.applied, self.months) = (*applied, *months);
                self.replaces.clone_from(replaces);
            }
            ServiceChange::StepDone { done } => self.steps.push(done.clone()),
            ServiceChange::StepUndone { step } => {
                self.steps.retain(|done| done.step != *step);
                (self.state, self.finished_on) = (ServiceState::InProgress, None);
            }
            ServiceChange::LoanApproved { amount } => self.approved = Some(*amount),
            ServiceChange::ApprovalUndone {} => (self.approved, self.waiting_for) = (None, None),
            ServiceChange::LoanDisbursed { paid } => {
                (self.disbursed, self.waiting_for) = (Some(paid.clone()), None);
            }
            ServiceChange::DisbursementUndone {} => self.disbursed = None,
            ServiceChange::WaitingNoted { waiting_for } => self.waiting_for = Some(*waiting_for),
            ServiceChange::BranchTaken { branch, on, waits } => {
                self.branch = waits.then(|| BranchTaken::new(branch.clone(), *on));
            }
            ServiceChange::BranchLeft { .. } => self.branch = None,
            ServiceChange::DocumentsReceived { documents, on } => {
                for document in documents {
                    if !self.has_document(document) {
                        self.documents.push(DocumentReceived::new(document.clone(), *on));
                    }
                }
            }
            ServiceChange::DocumentsReturned { documents } => {
                self.documents.retain(|one| !documents.contains(&one.document));
            }
            ServiceChange::DayPromised { step, on } => {
                self.promised.retain(|one| one.step != *step);
                self.promised.push(PromisedDay::new(step.clone(), *on));
            }
            ServiceChange::TodoOpened { todo } => self.todos.push(todo.clone()),
            ServiceChange::TodoDone { id } | ServiceChange::TodoDropped { id } => {
                self.todos.retain(|todo| todo.id != *id);
            }
            ServiceChange::Ended { state, on } => {
                (self.state, self.finished_on) = (*state, Some(*on));
                self.branch = None;
            }
        }
    }
}
