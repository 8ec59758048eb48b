//! What happened to one customer, as the stream of the customer has it.

use super::event::OpportunityEvent;
use super::follow_up::FollowUp;
use super::quotation::Quotation;
use super::record::{Opportunity, OpportunityEnd, OpportunityState};
use crate::{Date, Text};
use kaipan_derive::boundary;

/// The follow-ups, opportunities and quotations of one customer.
#[boundary]
pub struct OpportunityHistory {
    /// Id of the customer.
    pub customer: Text,
    /// How many events the customer's stream has.
    #[boundary(default)]
    pub version: u32,
    /// The follow-ups, in any order.
    pub follow_ups: Vec<FollowUp>,
    /// The opportunities, in any order.
    pub opportunities: Vec<Opportunity>,
    /// The quotations, in any order.
    pub quotations: Vec<Quotation>,
}

impl OpportunityHistory {
    /// The history that these events tell.
    pub fn replay<'e>(
        customer: impl Into<Text>,
        events: impl IntoIterator<Item = &'e OpportunityEvent>,
    ) -> OpportunityHistory {
        let mut history = OpportunityHistory::new(customer);
        events.into_iter().for_each(|event| history.evolve(event));
        history
    }

    /// Takes one event in. An event of an opportunity that is not there changes nothing but the
    /// version.
    pub fn evolve(&mut self, event: &OpportunityEvent) {
        self.version = self.version.saturating_add(1);
        match event {
            OpportunityEvent::FollowedUp { follow_up } => self.followed_up(follow_up),
            OpportunityEvent::Quoted { quotation } => self.quotations.push(quotation.clone()),
            OpportunityEvent::Opened { opportunity } => {
                self.opportunities.push(opportunity.clone())
            }
            OpportunityEvent::Described { opportunity, fields, .. } => {
                self.change(opportunity, |one| one.fields.clone_from(fields));
            }
            OpportunityEvent::Confirmed { opportunity, confirmation } => {
                self.change(opportunity, |one| one.confirmations.push(confirmation.clone()));
            }
            OpportunityEvent::Moved { opportunity, to, on, .. } => {
                self.change(opportunity, |one| {
                    one.stage.clone_from(to);
                    one.stage_since = *on;
                });
            }
            OpportunityEvent::Won { opportunity, end } => {
                self.end(opportunity, OpportunityState::Deal, end);
            }
            OpportunityEvent::Closed { opportunity, end } => {
                self.end(opportunity, OpportunityState::Closed, end);
            }
        }
    }

    /// The open opportunity in a project.
    pub fn open_in(&self, project: &str) -> Option<&Opportunity> {
        self.opportunities.iter().find(|one| one.is_open() && one.project == *project)
    }

    /// The opportunity in a project that ended after a day, with the day of its end: another that
    /// began on that day would have been open beside it.
    pub(super) fn open_until_after(
        &self,
        project: &str,
        day: Date,
    ) -> Option<(&Opportunity, Date)> {
        let own = self.opportunities.iter().filter(|one| one.project == *project);
        let ended = own.filter_map(|one| Some((one, one.end.as_ref()?.on)));
        ended.filter(|(_, end)| *end > day).max_by_key(|(one, end)| (*end, &one.id))
    }

    /// The opportunity with an id.
    pub fn opportunity(&self, id: &str) -> Option<&Opportunity> {
        self.opportunities.iter().find(|one| one.id == *id)
    }

    /// The latest grade of intention is that of the open opportunity.
    fn followed_up(&mut self, follow_up: &FollowUp) {
        self.follow_ups.push(follow_up.clone());
        let open = |one: &&mut Opportunity| one.is_open() && one.project == follow_up.project;
        let open = self.opportunities.iter_mut().find(open);
        if let Some((open, grade)) = open.zip(follow_up.grade.as_ref()) {
            open.fields.grade = Some(grade.clone());
        }
    }

    fn change(&mut self, id: &Text, change: impl FnOnce(&mut Opportunity)) {
        if let Some(found) = self.opportunities.iter_mut().find(|one| one.id == *id) {
            change(found);
        }
    }

    fn end(&mut self, id: &Text, state: OpportunityState, end: &OpportunityEnd) {
        self.change(id, |one| {
            one.state = state;
            one.end = Some(end.clone());
        });
    }
}
