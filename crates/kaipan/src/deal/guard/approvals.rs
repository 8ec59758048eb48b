//! Which requests for approval count: those about this deal, unit or offer that were approved, as
//! signed by others than the one who asks (handbook §5.8, §22.7).

use super::{DealGuard, Lacking, Situation, Waiver};
use crate::approval::{ApprovalKind, ApprovalRequest, ApprovalStatus, Signature};
use crate::deal::{DealPrice, Effect};
use crate::number::Money;
use crate::{StreamKind, StreamRead, Text};

/// The role that asks for approval, and does not give it.
pub(super) const ASKING: &str = "sales_agent";

impl<'a> Situation<'a> {
    /// The request that waives a guard, and the signature that may: of the guard's kind, signed by a
    /// role that may waive it.
    pub(in crate::deal) fn waiving(
        &self,
        guard: DealGuard,
    ) -> Option<(&'a ApprovalRequest, &'a Signature)> {
        let roles = guard.waiver().roles();
        if roles.is_empty() || self.context.approvals.is_empty() {
            return None;
        }
        let mut requests = self.approved().filter(|request| self.waives(request, guard));
        requests.find_map(|request| {
            let mut signatures = self.counting(request);
            let by = signatures.find(|one| roles.contains(&one.role.as_str()))?;
            Some((request, by))
        })
    }

    /// The request that the row asks for, or the role whose signature is lacking.
    pub(in crate::deal) fn row_approval(&self) -> Result<Option<&'a ApprovalRequest>, Lacking> {
        let Some(asked) = self.row.approval else { return Ok(None) };
        let variant = self.variant(asked.kind.command());
        let approves = variant.map(|variant| variant.approves.as_slice()).unwrap_or_default();
        let mut lacking = asked.signed_by.first().copied().map(Text::constant);
        for request in self.approved().filter(|request| request.asked.kind == asked.kind) {
            if !self.covers(request) || self.was_used(request) {
                continue;
            }
            let signed = |role: &str| self.counting(request).any(|one| one.role == *role);
            let missing = match approves {
                [] => asked
                    .signed_by
                    .iter()
                    .find(|role| !signed(role))
                    .map(|role| Text::constant(role)),
                roles if roles.iter().any(|role| signed(role)) => None,
                roles => roles.first().cloned(),
            };
            match missing {
                None if self.counting(request).next().is_some() && self.by_different(request) => {
                    return Ok(Some(request));
                }
                None => {}
                Some(role) => lacking = Some(role),
            }
        }
        let role = lacking.or_else(|| approves.first().cloned());
        Err(Lacking::Request { about: asked.kind, role })
    }

    /// The request by which the price was approved by a role.
    pub(in crate::deal) fn price_approved_by(
        &self,
        role: &Text,
        price: &DealPrice,
    ) -> Option<&'a ApprovalRequest> {
        self.approved().find(|request| {
            let kind = request.asked.kind;
            matches!(kind, ApprovalKind::SpecialDiscount | ApprovalKind::BelowFloor)
                && covers_price(request, price)
                && self.counting(request).any(|one| one.role == *role)
        })
    }

    /// The request by which the list total of a price was approved before it is in force: a bill
    /// about the unit that names this amount.
    pub(in crate::deal) fn bill_approved(&self, price: &DealPrice) -> Option<&'a ApprovalRequest> {
        let mut requests = self.approved();
        requests.find(|request| {
            request.asked.kind == ApprovalKind::PriceBill
                && request.asked.amount == Some(price.list_total)
                && self.counting(request).next().is_some()
        })
    }

    /// The requests about this deal, this unit or this offer that were approved. One about the unit
    /// is for the deal or the customers that it names among its streams, and for no other; only the
    /// bill that brings the price of a unit is for whoever buys it.
    fn approved(&self) -> impl Iterator<Item = &'a ApprovalRequest> + use<'a, '_> {
        let subjects = [
            self.deal.map(|deal| &deal.id),
            self.unit_no(),
            self.draft.offer.as_ref().map(|offer| &offer.code),
            self.changed_from().map(|from| &from.deal.id),
        ];
        let approved = self.context.approvals.iter();
        approved.filter(move |request| {
            let of_deal = |read: &StreamRead| {
                read.kind != StreamKind::Deal
                    || Some(&read.id) == self.deal.map(|deal| &deal.id)
                    || Some(&read.id) == self.changed_deal().map(|deal| &deal.id)
            };
            request.status == ApprovalStatus::Approved
                && subjects.contains(&Some(&request.asked.subject))
                && request.asked.about.iter().all(of_deal)
                && self.is_for_this_buyer(request)
        })
    }

    /// A request about the unit names the deal, or a buyer, where there is one.
    fn is_for_this_buyer(&self, request: &ApprovalRequest) -> bool {
        let about = |kind: StreamKind, id: &Text| {
            request.asked.about.iter().any(|read| read.kind == kind && read.id == *id)
        };
        let is_about_unit = Some(&request.asked.subject) == self.unit_no()
            && request.asked.kind != ApprovalKind::PriceBill;
        let of_deal = self.deal.is_some_and(|deal| about(StreamKind::Deal, &deal.id));
        let mut buyers = self.buyers().iter();
        let nobody = self.deal.is_none() && self.buyers().is_empty();
        !is_about_unit
            || nobody
            || of_deal
            || buyers.any(|buyer| about(StreamKind::Customer, &buyer.customer))
    }

    /// The request is of the kind that waives this guard, and says so.
    fn waives(&self, request: &ApprovalRequest, guard: DealGuard) -> bool {
        match (request.asked.kind, guard) {
            (ApprovalKind::BelowFloor, DealGuard::AboveFloor) => {
                self.price().is_some_and(|price| covers_price(request, price))
            }
            (ApprovalKind::Waiver, DealGuard::AboveFloor) => false,
            (ApprovalKind::Waiver, _) if guard.waiver() != Waiver::Nobody => {
                request.asked.waives.iter().any(|word| *word == *guard.word())
            }
            _ => false,
        }
    }

    /// The signatures that count: nobody approves what he asks for himself, in his own name or in
    /// another's, nor before he signs it; and 置业顾问 ask, and approve nothing.
    fn counting<'r>(&self, request: &'r ApprovalRequest) -> impl Iterator<Item = &'r Signature> {
        let askers = [&self.context.person, &request.requested_by].map(Text::clone);
        let now = self.context.now;
        request.signatures.iter().filter(move |one| {
            one.at <= now
                && one.role != *ASKING
                && !askers.contains(&one.person)
                && one.on_behalf_of.as_ref().is_none_or(|person| !askers.contains(person))
        })
    }

    /// Where a row asks for several roles, each has signed by another person.
    fn by_different(&self, request: &ApprovalRequest) -> bool {
        let roles = self.row.approval.map_or(&[][..], |asked| asked.signed_by);
        let signatures: Vec<&Signature> = self.counting(request).collect();
        by_a_person_each(roles, &signatures, &mut Vec::new())
    }

    /// What was done by a request is done: it serves once.
    fn was_used(&self, request: &ApprovalRequest) -> bool {
        let mut edits = self.deal.iter().flat_map(|deal| &deal.buyer_edits);
        let mut deals = self.deal.into_iter().chain(self.changed_deal());
        let by_deal = deals.any(|deal| deal.approvals.contains(&request.id));
        let by_unit = self.stock.is_some_and(|stock| stock.approvals.contains(&request.id));
        by_deal || by_unit || edits.any(|edit| edit.approval.as_ref() == Some(&request.id))
    }

    /// A request for an offer names the lowest price that it approves; one for a refund that names an
    /// amount covers what is returned. One for a change that is settled covers what it returns and
    /// the seller pays besides, and one for another price the lowest deal total.
    fn covers(&self, request: &ApprovalRequest) -> bool {
        let named = request.asked.amount;
        if let Some(amount) = named.filter(|_| self.row.effects.contains(&Effect::SettleChange)) {
            return match request.asked.kind {
                ApprovalKind::PriceChange => {
                    self.price().is_some_and(|price| covers_price(request, price))
                }
                _ => self.settled_refund().is_none_or(|refund| refund <= amount),
            };
        }
        if let Some(offer) = &self.draft.offer {
            let lowest = offer.lowest();
            return named.zip(lowest).is_some_and(|(approved, lowest)| lowest >= approved);
        }
        let Some(most) = named.filter(|_| request.asked.kind == ApprovalKind::Refund) else {
            return true;
        };
        let todo = self.todo().map(|todo| todo.amount);
        let received = self.context.received.iter().flatten().map(|one| one.amount);
        let asked = todo.map_or_else(|| Money::sum(received).ok(), Some);
        asked.is_some_and(|asked| asked <= most)
    }
}

/// A request about a price names the lowest deal total that it approves.
fn covers_price(request: &ApprovalRequest, price: &DealPrice) -> bool {
    request.asked.amount.is_some_and(|lowest| price.deal_total >= lowest)
}

/// Every role has a signature by a person of its own.
fn by_a_person_each<'s>(
    roles: &[&str],
    signatures: &[&'s Signature],
    taken: &mut Vec<&'s Text>,
) -> bool {
    let [role, others @ ..] = roles else { return true };
    for one in signatures.iter().filter(|one| one.role == **role) {
        if taken.contains(&&one.person) {
            continue;
        }
        taken.push(&one.person);
        if by_a_person_each(others, signatures, taken) {
            return true;
        }
        taken.pop();
    }
    false
}
