//! Opening an opportunity, by the first reception or by hand.

use super::{Decided, OpportunityDeciding};
use crate::check::blank;
use crate::error::{Code, Error, Finding, Result};
use crate::opportunity::event::OpportunityEvent;
use crate::opportunity::record::{Opportunity, OpportunityFields, OpportunityState};
use crate::opportunity::refused::twice;
use crate::opportunity::wrong_records::{Names, wrong_fields};
use crate::{Date, Text};

impl OpportunityDeciding<'_> {
    /// Opens an opportunity by hand, after a first contact.
    pub(super) fn open(
        &self,
        id: &Text,
        project: &Text,
        agent: &Text,
        on: Date,
        fields: &OpportunityFields,
    ) -> Result<Decided> {
        let named = [("project", project), ("agent", agent)];
        let mut errors: Vec<Error> = named
            .into_iter()
            .filter_map(|(field, id)| blank(Code::OpportunityEmpty, field, id))
            .collect();
        errors.extend(self.taken(id));
        errors.extend(wrong_fields(fields, on));
        if let Some(open) = self.history.open_in(project) {
            let error = Error::new(Code::OpportunityOpenTwice).with("project", project);
            errors.push(error.with("id", &open.id).at("project"));
        }
        if let Some((other, end)) = self.history.open_until_after(project, on) {
            let error = Error::new(Code::OpportunityOverlap).with("date", on);
            errors.push(error.with("id", &other.id).with("end", end).at("on"));
        }
        let mut contacts = self.history.follow_ups.iter();
        if !contacts.any(|one| {
            one.kind.can_be_first_contact() && one.project == *project && one.day() <= on
        }) {
            errors.push(Error::new(Code::OpportunityNoContact).with("project", project).at("on"));
        }
        Error::collect(errors)?;
        let mut decided = self.opened(id, project, agent, on, fields)?;
        decided.findings = self.names_told(fields);
        Ok(decided)
    }

    /// The event of opening, in the first stage.
    pub(super) fn opened(
        &self,
        id: &Text,
        project: &Text,
        agent: &Text,
        on: Date,
        fields: &OpportunityFields,
    ) -> Result<Decided> {
        // A policy without stages is refused before.
        let first = self.policy.stages.first().ok_or_else(|| Error::new(Code::OpportunityStage))?;
        let opportunity = Opportunity {
            id: id.clone(),
            customer: self.history.customer.clone(),
            project: project.clone(),
            agent: agent.clone(),
            opened_on: on,
            stage: first.code.clone(),
            stage_since: on,
            state: OpportunityState::Active,
            fields: fields.clone(),
            confirmations: Vec::new(),
            end: None,
        };
        let mut decided = Decided::of(OpportunityEvent::Opened { opportunity });
        decided.opportunity = Some(id.clone());
        Ok(decided)
    }

    /// Why an id is none for a new opportunity.
    pub(super) fn taken(&self, id: &Text) -> Option<Error> {
        let same = self.history.opportunities.iter().position(|one| one.id == *id);
        let taken = same.map(|first| twice("opportunity", id, first.saturating_add(1)));
        blank(Code::OpportunityEmpty, "opportunity", id).or(taken)
    }

    /// Names of the fields that the policy does not know.
    pub(super) fn names_told(&self, fields: &OpportunityFields) -> Vec<Finding> {
        let told = Names::in_fields(fields).told(self.policy);
        told.into_iter().map(|found| found.at("fields")).collect()
    }
}
