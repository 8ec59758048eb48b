//! What the events of a deal come to.

use super::stream::next_version;
use super::{DealChange, DealEvent};
use crate::deal::{CloseReason, Deal, DealDocument, DocumentKind, DocumentState, SnapshotTaken};
use crate::error::Result;

impl Deal {
    /// Takes the next event in.
    ///
    /// # Errors
    /// `deal.foreign_event` for an event of another deal, `deal.event_order` for one that is
    /// not the next, `deal.event_schema` for one of another schema. The deal is unchanged then.
    pub fn apply(&mut self, event: &DealEvent) -> Result<()> {
        self.version = next_version(&self.id, self.version, event)?;
        self.changed_at = Some(event.at);
        if let Some(request) = &event.approval
            && !self.approvals.contains(request)
        {
            self.approvals.push(request.clone());
        }
        self.change(&event.change);
        Ok(())
    }

    /// The change alone. Every change of the past is taken as it was decided then.
    pub(in crate::deal) fn change(&mut self, change: &DealChange) {
        match change {
            DealChange::BuyersNamed { buyers, agent, channel } => {
                self.buyers.clone_from(buyers);
                self.agent.clone_from(agent);
                self.channel.clone_from(channel);
            }
            DealChange::UnitChosen { unit_no } => self.unit_no = Some(unit_no.clone()),
            DealChange::Queued { number } => self.queue_number = Some(*number),
            DealChange::LotteryEntered { number } => self.lottery_number = Some(*number),
            DealChange::PriceAgreed { price } => self.price = Some(price.clone()),
            DealChange::PaymentAgreed { plan, schedule } => {
                self.plan = Some(plan.clone());
                self.schedule.clone_from(schedule);
            }
            DealChange::DocumentOpened { document } => self.documents.push(document.clone()),
            DealChange::DocumentClosed { document: kind, why } => {
                let active = |one: &&mut DealDocument| one.is_active() && one.kind == *kind;
                if let Some(document) = self.documents.iter_mut().find(active) {
                    document.state = DocumentState::Closed;
                    document.closed = Some(*why);
                    let before = document.before.clone().filter(|_| *why == CloseReason::Void);
                    if let Some(before) = before {
                        self.agree_again(*before);
                    }
                }
            }
            DealChange::DocumentReopened { document: kind } => {
                let documents = self.documents.iter_mut().rev();
                if let Some(document) = documents.into_iter().find(|one| one.kind == *kind) {
                    document.state = DocumentState::Active;
                    document.closed = None;
                }
            }
            DealChange::Locked {} => self.on_active(|document| document.locked = true),
            DealChange::Unlocked {} => self.on_active(|document| document.locked = false),
            DealChange::FinanceReviewed {} => {
                self.on_active(|document| document.finance_reviewed = true);
            }
            DealChange::QuotasUsed { quotas } => self.quotas.extend_from_slice(quotas),
            DealChange::QuotasReturned { quotas } => self.quotas.retain(|id| !quotas.contains(id)),
            DealChange::SnapshotTaken { snapshot, hash } => {
                self.snapshots.push(SnapshotTaken {
                    document: snapshot.document,
                    at: snapshot.at,
                    hash: hash.clone(),
                });
                if snapshot.document == DocumentKind::Contract {
                    self.contract_buyers.clone_from(&snapshot.people.buyers);
                }
            }
            DealChange::ContractPrinted { at } => {
                self.on_active(|document| document.printed_at = Some(*at));
            }
            DealChange::BuyerEdited { edit } => {
                let mut buyers = self.contract_buyers.iter_mut();
                if let Some(buyer) = buyers.find(|buyer| buyer.customer == edit.customer) {
                    buyer.set(edit.field, edit.new.clone());
                }
                self.buyer_edits.push(edit.clone());
            }
            DealChange::TodoOpened { todo } => self.todos.push(todo.clone()),
            DealChange::ChangeSettled { settled } => {
                self.changes.push((**settled).clone());
                if settled.changes_terms() {
                    // What was reviewed and printed says what no longer holds.
                    self.on_active(|document| {
                        (document.finance_reviewed, document.printed_at) = (false, None);
                    });
                }
            }
            DealChange::AreaSettled { amount } => self.area_difference = Some(*amount),
            DealChange::SigningExtended { agreed_signing } => {
                self.on_active(|document| document.agreed_signing = Some(*agreed_signing));
            }
            DealChange::TodoDone { id } => self.todos.retain(|todo| todo.id != *id),
        }
    }

    fn on_active(&mut self, change: impl FnOnce(&mut DealDocument)) {
        if let Some(document) = self.documents.iter_mut().find(|one| one.is_active()) {
            change(document);
        }
    }
}
