//! Requests for approval, from the one who asks to the last signature.

use crate::course::{Deed, Step};
use crate::days::after;
use crate::failure::{Failure, Outcome};
use crate::record::About;
use crate::world::World;
use kaipan::approval::{
    ApprovalAsked, ApprovalCommand, ApprovalDecision, ApprovalKind, ApprovalRequest,
    ApprovalStatus, Deciding,
};
use kaipan::{StreamKind, StreamRead, Text, Time};

/// A request, and what is done once it is approved.
#[derive(Debug)]
pub(crate) struct Pending {
    pub(crate) request: ApprovalRequest,
    then: Then,
    about: About,
}

/// What is done once a request is approved.
#[derive(Debug, Clone, Copy)]
enum Then {
    /// About a sale.
    Sale(usize, Deed),
    /// A home that came back is priced again.
    Price(usize),
}

impl World<'_, '_, '_> {
    /// Somebody asks for approval of what is to be done with a deal.
    pub(crate) fn request(
        &mut self,
        now: Time,
        sale: usize,
        kind: ApprovalKind,
        then: Deed,
    ) -> Outcome {
        let (id, version) = (self.deal(sale)?.id.clone(), self.deal(sale)?.version);
        let read = StreamRead::new(StreamKind::Deal, id.clone(), version);
        let mut asked = self.asked(kind, id).with_about(vec![read]);
        if kind == ApprovalKind::AreaChange {
            // About the number of the document.
            let number = self.sale(sale)?.area.as_ref().map(|area| area.number.clone());
            asked.subject = number.ok_or_else(|| Failure::missing("area settlement"))?;
            asked.about.clear();
        }
        let (by, about) = (self.household(sale)?.agent.clone(), self.about(sale)?);
        self.submit(now, by, asked, about, Then::Sale(sale, then))
    }

    /// Somebody asks for approval of the price of a home that came back.
    pub(crate) fn request_price(&mut self, now: Time, unit: usize) -> Outcome {
        let subject = self.site.unit(unit)?.unit_no.clone();
        let asked = self.asked(ApprovalKind::StockChange, subject);
        let by = crate::team::Team::worker("data_clerk")?.person;
        let about = self.about_unit(unit);
        self.submit(now, by, asked, about, Then::Price(unit))
    }

    fn asked(&mut self, kind: ApprovalKind, subject: Text) -> ApprovalAsked {
        let asked = ApprovalAsked::new(kind, subject, self.site.node.clone());
        let asked = asked.with_reason(kind.chinese());
        match kind {
            ApprovalKind::StockChange | ApprovalKind::AreaChange => {
                asked.with_paper(self.number("Z"))
            }
            _ => asked,
        }
    }

    fn submit(
        &mut self,
        now: Time,
        by: Text,
        asked: ApprovalAsked,
        about: About,
        then: Then,
    ) -> Outcome {
        let command = ApprovalCommand::Submit { id: self.number("A"), asked };
        let decision = self.decide_approval(now, by, None, &command)?;
        self.write_approvals(&decision.events, &about)?;
        let request = decision.state.ok_or_else(|| Failure::missing("request"))?;
        self.requests.push(Pending { request, then, about });
        self.diary.add(after(now, 95)?, Step::Sign(self.requests.len() - 1))?;
        Ok(())
    }

    /// The next one signs a request; after the last signature what it was for is done.
    pub(crate) fn sign_request(&mut self, now: Time, at: usize) -> Outcome {
        let pending = self.requests.get(at).ok_or_else(|| Failure::missing("request"))?;
        let (request, then, about) = (pending.request.clone(), pending.then, pending.about.clone());
        let step = usize::try_from(request.step).unwrap_or(0).saturating_sub(1);
        let step = request.route.steps.get(step).ok_or_else(|| Failure::missing("step"))?;
        let signed = |role: &&Text| {
            let mut here = request.signatures.iter().filter(|one| one.step == request.step);
            here.any(|one| one.role == **role)
        };
        let role = step.roles.iter().find(|role| !signed(role));
        let role = role.ok_or_else(|| Failure::missing("role"))?;
        let by = self.team.signer(role).ok_or_else(|| Failure::missing(role))?;
        let command = ApprovalCommand::Approve { role: Some(role.clone()), note: None };
        let decision = self.decide_approval(now, by, Some(&request), &command)?;
        self.write_approvals(&decision.events, &about)?;
        let request = decision.state.ok_or_else(|| Failure::missing("request"))?;
        let is_approved = request.status == ApprovalStatus::Approved;
        if let Some(pending) = self.requests.get_mut(at) {
            pending.request = request.clone();
        }
        if !is_approved {
            self.diary.add(after(now, 70)?, Step::Sign(at))?;
            return Ok(());
        }
        match then {
            Then::Sale(sale, deed) => {
                self.sale_mut(sale)?.approvals.push(request);
                self.diary.add(after(now, 30)?, Step::Sale(sale, deed))?;
            }
            Then::Price(unit) => self.diary.add(after(now, 30)?, Step::PriceAgain(unit, at))?,
        }
        Ok(())
    }

    fn decide_approval(
        &self,
        now: Time,
        by: Text,
        state: Option<&ApprovalRequest>,
        command: &ApprovalCommand,
    ) -> Outcome<ApprovalDecision> {
        let deciding = Deciding::new(self.tree, &self.routes, by, now);
        let decision = deciding.assignments(&self.team.assignments).decide(state, command)?;
        match &decision.rejection {
            None => Ok(decision),
            Some(rejection) => Err(Failure::refused(command.word(), rejection)),
        }
    }
}
