//! Recorded approvals: those that waive a guard, and those of a price.

use super::Desk;
use kaipan::approval::{ApprovalKind, ApprovalRequest, ApprovalStatus, Signature};
use kaipan::deal::{DealGuard, DealPrice, WaivedGuard};
use kaipan::{StreamKind, Text};

impl Desk<'_> {
    /// Who has waived a guard, if somebody has who may.
    pub(super) fn waiver(&self, guard: DealGuard) -> Option<WaivedGuard> {
        let roles = guard.waiver().roles();
        if roles.is_empty() || self.context.approvals.is_empty() {
            return None;
        }
        self.context.approvals.iter().filter(|one| self.counts(one)).find_map(|request| {
            let waives = match request.asked.kind {
                ApprovalKind::BelowFloor if guard == DealGuard::AboveFloor => {
                    self.agreed_price().is_some_and(|price| covers(request, price))
                }
                ApprovalKind::Waiver if guard != DealGuard::AboveFloor => {
                    request.asked.waives.iter().any(|word| *word == *guard.word())
                }
                _ => false,
            };
            let mut signatures = request.signatures.iter();
            let by = signatures
                .find(|one| self.signed(request, one) && roles.contains(&one.role.as_str()))?;
            waives.then(|| WaivedGuard {
                guard,
                approval: request.id.clone(),
                version: request.version,
                role: by.role.clone(),
            })
        })
    }

    /// A role has approved this price, or one below it.
    pub(super) fn approved_price(&self, role: &Text, price: &DealPrice) -> bool {
        self.context.approvals.iter().filter(|one| self.counts(one)).any(|request| {
            matches!(request.asked.kind, ApprovalKind::SpecialDiscount | ApprovalKind::BelowFloor)
                && covers(request, price)
                && request
                    .signatures
                    .iter()
                    .any(|one| one.role == *role && self.signed(request, one))
        })
    }

    /// It was approved, and is about this deal, or about this unit for this deal or a buyer of it.
    fn counts(&self, request: &ApprovalRequest) -> bool {
        let asked = &request.asked;
        let of_unit = asked.subject == self.stock.unit_no;
        let for_us = asked.about.iter().any(|read| match read.kind {
            StreamKind::Deal => read.id == self.deal.id,
            StreamKind::Customer => self.buyers().iter().any(|one| one.customer == read.id),
            _ => false,
        });
        let of_another = |kind, id| kind == StreamKind::Deal && id != &self.deal.id;
        request.status == ApprovalStatus::Approved
            && (of_unit || asked.subject == self.deal.id)
            && !asked.about.iter().any(|read| of_another(read.kind, &read.id))
            && (!of_unit || for_us || asked.kind == ApprovalKind::PriceBill)
    }

    /// Nobody approves what he asks for himself, nor before he signs it, nor as 置业顾问.
    fn signed(&self, request: &ApprovalRequest, one: &Signature) -> bool {
        let asks =
            |person: &Text| *person == self.context.person || *person == request.requested_by;
        one.at <= self.context.now
            && one.role != "sales_agent"
            && !asks(&one.person)
            && !one.on_behalf_of.as_ref().is_some_and(asks)
    }
}

fn covers(request: &ApprovalRequest, price: &DealPrice) -> bool {
    request.asked.amount.is_some_and(|lowest| price.deal_total >= lowest)
}
