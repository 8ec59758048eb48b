//! Recording follow-ups and quotations.

use super::{Decided, OpportunityDeciding};
use crate::Text;
use crate::check::blank;
use crate::error::{At, Code, Error, Finding, Result, finding};
use crate::opportunity::event::OpportunityEvent;
use crate::opportunity::follow_up::{FollowUp, occurrences};
use crate::opportunity::quotation::Quotation;
use crate::opportunity::record::{OpportunityFields, OpportunityState};
use crate::opportunity::refused::twice;
use crate::opportunity::wrong_records::{
    Names, missing, occurrence_told, wrong_follow_up, wrong_quotation,
};

impl OpportunityDeciding<'_> {
    /// Records a follow-up; the first call or visit of a project opens an opportunity.
    pub(super) fn follow_up(&self, follow_up: &FollowUp, id: Option<&Text>) -> Result<Decided> {
        let mut errors = wrong_follow_up(follow_up);
        errors.extend(self.of_another(&follow_up.customer));
        let same = self.history.follow_ups.iter().position(|one| one.id == follow_up.id);
        errors.extend(same.map(|first| twice("id", &follow_up.id, first.saturating_add(1))));
        errors.extend(missing(follow_up, self.policy));
        let mut errors: Vec<Error> =
            errors.into_iter().map(|error| error.at("follow_up")).collect();
        let opens = self.opens(follow_up);
        if opens {
            errors.extend(match id {
                Some(id) => self.taken(id),
                None => blank(Code::OpportunityEmpty, "opportunity", ""),
            });
        }
        Error::collect(errors)?;
        let mut decided =
            Decided::of(OpportunityEvent::FollowedUp { follow_up: follow_up.clone() });
        let open = self.history.open_in(&follow_up.project);
        decided.opportunity = open.map(|one| one.id.clone());
        if let Some(id) = id.filter(|_| opens) {
            let day = follow_up.day();
            let opened =
                self.opened(id, &follow_up.project, &follow_up.agent, day, &fields_of(follow_up))?;
            decided.events.extend(opened.events);
            decided.opportunity = opened.opportunity;
        }
        if decided.opportunity.is_none() {
            decided.findings.push(self.none_open_told(&follow_up.project));
        }
        decided.findings.extend(self.own_occurrence_told(follow_up));
        let names = Names::of(follow_up).told(self.policy);
        decided.findings.extend(names.into_iter().map(|found| found.at("follow_up")));
        Ok(decided)
    }

    /// Records a quotation.
    pub(super) fn quote(&self, quotation: &Quotation) -> Result<Decided> {
        let mut errors = wrong_quotation(quotation);
        errors.extend(self.of_another(&quotation.customer));
        let same = self.history.quotations.iter().position(|one| one.id == quotation.id);
        errors.extend(same.map(|first| twice("id", &quotation.id, first.saturating_add(1))));
        Error::collect(errors).at("quotation")?;
        let mut decided = Decided::of(OpportunityEvent::Quoted { quotation: quotation.clone() });
        let open = self.history.open_in(&quotation.project);
        decided.opportunity = open.map(|one| one.id.clone());
        Ok(decided)
    }

    fn of_another(&self, customer: &Text) -> Option<Error> {
        let error = || {
            let error = Error::new(Code::OpportunityCustomer).with("id", customer);
            error.with("other", &self.history.customer).at("customer")
        };
        (*customer != self.history.customer && !customer.is_empty()).then(error)
    }

    /// Why a follow-up belongs to no opportunity: all have ended, or the customer has neither called
    /// nor come yet.
    fn none_open_told(&self, project: &Text) -> Finding {
        let has_had = self.history.opportunities.iter().any(|one| one.project == *project);
        let found = if has_had {
            finding!(Code::OpportunityReturned, project)
        } else {
            Error::new(Code::OpportunityNoContact).with("project", project).finding()
        };
        found.at("project").at("follow_up")
    }

    /// Whether a follow-up opens an opportunity: the first call or visit of the project, and by policy
    /// one after a loss. One of a day before the loss that was entered later belongs to what was lost.
    fn opens(&self, follow_up: &FollowUp) -> bool {
        let project = &follow_up.project;
        let late = self.history.open_until_after(project, follow_up.day()).is_some();
        if late || !follow_up.kind.can_be_first_contact() {
            return false;
        }
        let mut own = self.history.opportunities.iter().filter(|one| one.project == *project);
        own.all(|one| self.policy.reopens_on_return && one.state == OpportunityState::Closed)
    }

    /// What the agent says about first or return, where the records say otherwise.
    fn own_occurrence_told(&self, follow_up: &FollowUp) -> Option<Finding> {
        let mut all = self.history.follow_ups.clone();
        all.push(follow_up.clone());
        let found = occurrences(&all).last().copied()?;
        occurrence_told(follow_up, found).map(|told| told.at("follow_up"))
    }
}

/// What the first reception says about the opportunity.
fn fields_of(follow_up: &FollowUp) -> OpportunityFields {
    OpportunityFields {
        media: follow_up.media.clone(),
        sub_media: follow_up.sub_media.clone(),
        campaign: follow_up.campaign.clone(),
        grade: follow_up.grade.clone(),
        ..OpportunityFields::default()
    }
}
