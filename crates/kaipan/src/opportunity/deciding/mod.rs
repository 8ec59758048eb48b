//! Decides on commands about the opportunities of a customer (handbook §9.2).

mod confirming;
mod ending;
mod moving;
mod opening;
mod recording;

use super::command::{OpportunityCommand, OpportunityDecision};
use super::event::OpportunityEvent;
use super::history::OpportunityHistory;
use super::policy::OpportunityPolicy;
use super::record::{Opportunity, OpportunityEnd};
use super::wrong_history::wrong_history;
use super::wrong_records::wrong_fields;
use crate::approval::ApprovalRequest;
use crate::builder::optional_inputs;
use crate::error::{Code, Error, Finding, Input, Result};
use crate::{Date, StreamKind, StreamRead, Text};
use std::collections::BTreeSet;

/// Decides on commands about the opportunities of one customer, by the stages, gates and reasons of
/// a policy. The history stays as it is: the host appends the events of the decision to the
/// customer's stream, while that has the version which the decision read.
///
/// ```
/// use kaipan::opportunity::{
///     OpportunityHistory, FollowUp, FollowUpKind, OpportunityCommand, OpportunityDeciding,
///     OpportunityPolicy, StagePreset,
/// };
/// let policy = OpportunityPolicy::new(StagePreset::NewHome.stages());
/// let mut history = OpportunityHistory::new("C1");
/// let (met, entered) = ("2026-03-01T10:00:00".parse()?, "2026-03-01T18:00:00".parse()?);
/// let visit = FollowUp::new("F1", "C1", "P1", "agent", FollowUpKind::Visit, met, entered);
/// let command =
///     OpportunityCommand::Record { follow_up: visit, opportunity: Some("O1".into()) };
/// let decision = OpportunityDeciding::new(&policy, &history).decide(&command)?;
/// assert_eq!(decision.events.len(), 2);
/// decision.events.iter().for_each(|event| history.evolve(event));
/// assert_eq!(history.open_in("P1").map(|one| one.stage.as_str()), Some("prospect"));
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct OpportunityDeciding<'a> {
    policy: &'a OpportunityPolicy,
    history: &'a OpportunityHistory,
    expected_version: Option<u32>,
    approval: Option<&'a ApprovalRequest>,
}

/// The events of a command, and what is told.
#[derive(Default)]
struct Decided {
    events: Vec<OpportunityEvent>,
    findings: Vec<Finding>,
    /// Id of the opportunity concerned.
    opportunity: Option<Text>,
}

impl<'a> OpportunityDeciding<'a> {
    /// Decides by a policy on the history of a customer.
    pub fn new(policy: &'a OpportunityPolicy, history: &'a OpportunityHistory) -> Self {
        OpportunityDeciding { policy, history, expected_version: None, approval: None }
    }

    optional_inputs! {
        /// The version of the customer's stream that the person who commands has seen; a history of
        /// another version is refused.
        expected_version: u32;
        /// The request for approval behind a confirmation, as it was decided: of the kind
        /// `opportunity_step`, about the id of the opportunity and the code of what is confirmed,
        /// `O1/review`.
        approval: &'a ApprovalRequest;
    }

    /// Decides on a command.
    ///
    /// # Errors
    /// [`Code::OpportunityStale`] for another version than the expected one. A command that the
    /// state does not allow: [`Code::OpportunityUnknown`], [`Code::OpportunityEnded`],
    /// [`Code::OpportunityOpenTwice`], [`Code::OpportunityMove`]. Guards that are not met, all of
    /// them: [`Code::OpportunityGate`], [`Code::OpportunityNoContact`],
    /// [`Code::OpportunityReason`], [`Code::OpportunityFieldMissing`]. A confirmation by a request
    /// for approval of something else, or that was not approved: [`Code::ApprovalOfAnother`],
    /// [`Code::ApprovalNotDecided`]. What cannot be: ids that are empty or taken, days in the wrong
    /// order, wrong policies, each with its place.
    pub fn decide(&self, command: &OpportunityCommand) -> Result<OpportunityDecision> {
        let mut errors = self.policy.wrong_rules();
        errors.extend(wrong_history(self.history));
        Error::collect(errors)?;
        if let Some(expected) = self.expected_version.filter(|seen| *seen != self.history.version) {
            let error = Error::new(Code::OpportunityStale).with("expected", expected);
            let error = error.with("found", self.history.version);
            return Err(error.within(Input::ExpectedVersion));
        }
        let decided = self.decided(command).map_err(|error| {
            error.each_place(&|place| {
                if place.input().is_none() {
                    place.within(Input::Command);
                }
            })
        })?;
        let mut after = self.history.clone();
        decided.events.iter().for_each(|event| after.evolve(event));
        let read = StreamRead {
            kind: StreamKind::Customer,
            id: self.history.customer.clone(),
            version: self.history.version,
        };
        let reads = std::iter::once(read).chain(self.approval.map(ApprovalRequest::read));
        let within = |found: Finding| match found.path.as_ref().and_then(|path| path.input()) {
            None => found.within(Input::Command),
            Some(_) => found,
        };
        let unused = self.unused_approval_told(command);
        Ok(OpportunityDecision {
            opportunity: decided.opportunity.and_then(|id| after.opportunity(&id).cloned()),
            findings: decided.findings.into_iter().map(within).chain(unused).collect(),
            events: decided.events,
            reads: reads.collect(),
        })
    }

    fn decided(&self, command: &OpportunityCommand) -> Result<Decided> {
        match command {
            OpportunityCommand::Record { follow_up, opportunity } => {
                self.follow_up(follow_up, opportunity.as_ref())
            }
            OpportunityCommand::Quote { quotation } => self.quote(quotation),
            OpportunityCommand::Open { opportunity, project, agent, on, fields } => {
                self.open(opportunity, project, agent, *on, fields)
            }
            OpportunityCommand::Describe { opportunity, on, fields } => {
                let open = self.opened_by(opportunity, *on)?;
                Error::collect(wrong_fields(fields, open.opened_on))?;
                let mut decided = Decided::of(OpportunityEvent::Described {
                    opportunity: opportunity.clone(),
                    on: *on,
                    fields: fields.clone(),
                });
                decided.opportunity = Some(opportunity.clone());
                decided.findings = self.names_told(fields);
                Ok(decided)
            }
            OpportunityCommand::Confirm { opportunity, item, on, by } => {
                self.confirmed(opportunity, item, *on, by)
            }
            OpportunityCommand::Move { opportunity, to, on, by, reason } => {
                self.moved(opportunity, to, *on, by, reason.as_ref())
            }
            OpportunityCommand::Win { opportunity, deal, on, by, reason, note } => {
                let end = OpportunityEnd {
                    on: *on,
                    by: by.clone(),
                    reason: reason.clone(),
                    deal: Some(deal.clone()),
                    note: note.clone(),
                };
                self.won(opportunity, end)
            }
            OpportunityCommand::Close { opportunity, on, by, reason, note } => {
                let end = OpportunityEnd {
                    on: *on,
                    by: by.clone(),
                    reason: Some(reason.clone()),
                    deal: None,
                    note: note.clone(),
                };
                self.closed(opportunity, end)
            }
        }
    }

    /// The open opportunity with an id, for a command of a day.
    fn opened_by(&self, id: &Text, on: Date) -> Result<&'a Opportunity> {
        let Some(found) = self.history.opportunity(id) else {
            let all = self.history.opportunities.iter();
            let known: BTreeSet<&str> = all.map(|one| one.id.as_str()).collect();
            let error = Error::new(Code::OpportunityUnknown).with("id", id);
            return Err(error.with_nearest(known, id).at("opportunity"));
        };
        if !found.is_open() {
            let last = found.end.as_ref().map_or(found.stage_since, |end| end.on);
            let error = Error::new(Code::OpportunityEnded).with("id", id).with("date", last);
            return Err(error.at("opportunity"));
        }
        if on < found.stage_since {
            let error = Error::new(Code::OpportunityEarly).with("date", on);
            return Err(error.with("last", found.stage_since).at("on"));
        }
        Ok(found)
    }
}

impl Decided {
    fn of(event: OpportunityEvent) -> Decided {
        Decided { events: vec![event], ..Decided::default() }
    }
}

#[cfg(test)]
mod tests;
