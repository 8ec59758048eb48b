//! The state out of the events.

use super::event::{ApprovalChange, ApprovalEvent};
use super::request::{ApprovalRequest, ApprovalStatus, Signature};
use crate::error::{Code, Error, Input, Result};

impl ApprovalRequest {
    /// The state after an event.
    ///
    /// # Errors
    /// [`Code::ApprovalEventVersion`] for one that does not follow the last,
    /// [`Code::ApprovalEventOfAnother`] for one of another request, [`Code::ApprovalEventState`]
    /// for one that the state does not allow.
    pub fn evolve(
        state: Option<&ApprovalRequest>,
        event: &ApprovalEvent,
    ) -> Result<ApprovalRequest> {
        let expected = state.map_or(0, |state| state.version).saturating_add(1);
        if event.version != expected {
            let error = Error::new(Code::ApprovalEventVersion).with("version", event.version);
            return Err(error.with("expected", expected).at("version"));
        }
        let Some(before) = state else {
            return submitted(event).ok_or_else(|| misplaced(None, event));
        };
        if before.id != event.request {
            let error = Error::new(Code::ApprovalEventOfAnother).with("request", &event.request);
            return Err(error.with("id", &before.id).at("request"));
        }
        let mut after = before.clone();
        after.version = event.version;
        after.changed_at = event.at;
        after.note = None;
        after.apply(event).ok_or_else(|| misplaced(Some(before.status), event))?;
        Ok(after)
    }

    /// Changes it as the event says; none if its status does not allow that.
    fn apply(&mut self, event: &ApprovalEvent) -> Option<()> {
        use ApprovalStatus::{Approved, Expired, Pending, Rejected, Returned, Withdrawn};
        let from: &[ApprovalStatus] = match &event.change {
            ApprovalChange::Submitted { .. } => &[],
            ApprovalChange::Resubmitted { .. } => &[Returned],
            ApprovalChange::Withdrawn { .. } | ApprovalChange::Expired {} => &[Pending, Returned],
            _ => &[Pending],
        };
        if !from.contains(&self.status) {
            return None;
        }
        match &event.change {
            ApprovalChange::Submitted { .. } => return None,
            ApprovalChange::Signed { step, role, on_behalf_of, note } => {
                let is_open = *step == self.step && self.open_roles().contains(role);
                if !is_open {
                    return None;
                }
                self.note.clone_from(note);
                self.signatures.push(Signature {
                    step: *step,
                    role: role.clone(),
                    person: event.by.clone(),
                    on_behalf_of: on_behalf_of.clone(),
                    at: event.at,
                });
                if self.has_signed_step() {
                    self.step = self.step.checked_add(1)?;
                }
            }
            // Only when every step has been signed.
            ApprovalChange::Approved {} => {
                if self.current_step().is_some() {
                    return None;
                }
                self.status = Approved;
            }
            ApprovalChange::Rejected { note, .. } => {
                self.note = Some(note.clone());
                self.status = Rejected;
            }
            ApprovalChange::Returned { note, .. } => {
                self.note = Some(note.clone());
                self.status = Returned;
            }
            ApprovalChange::Withdrawn { note } => {
                self.note.clone_from(note);
                self.status = Withdrawn;
            }
            ApprovalChange::Resubmitted { asked, route } => {
                self.asked = asked.clone();
                self.route = route.clone();
                self.requested_at = event.at;
                self.status = Pending;
                self.signatures = Vec::new();
                self.step = 1;
                self.round = self.round.checked_add(1)?;
            }
            ApprovalChange::Expired {} => self.status = Expired,
        }
        Some(())
    }

    /// The state out of all events of one request, in any order: their versions say it.
    ///
    /// # Errors
    /// As [`ApprovalRequest::evolve`], and [`Code::ApprovalNoEvents`]; in [`Input::Events`].
    pub fn replay(events: &[ApprovalEvent]) -> Result<ApprovalRequest> {
        let mut ordered: Vec<(usize, &ApprovalEvent)> = events.iter().enumerate().collect();
        ordered.sort_by_key(|(_, event)| event.version);
        let mut state: Option<ApprovalRequest> = None;
        for (at, event) in ordered {
            let after = ApprovalRequest::evolve(state.as_ref(), event);
            state = Some(after.map_err(|error| error.at(at).within(Input::Events))?);
        }
        state.ok_or_else(|| Error::new(Code::ApprovalNoEvents).within(Input::Events))
    }
}

/// The request that its first event makes.
fn submitted(event: &ApprovalEvent) -> Option<ApprovalRequest> {
    let ApprovalChange::Submitted { asked, route } = &event.change else { return None };
    Some(ApprovalRequest {
        id: event.request.clone(),
        asked: asked.clone(),
        requested_by: event.by.clone(),
        requested_at: event.at,
        status: ApprovalStatus::Pending,
        route: route.clone(),
        step: 1,
        signatures: Vec::new(),
        round: 1,
        changed_at: event.at,
        note: None,
        version: event.version,
    })
}

fn misplaced(status: Option<ApprovalStatus>, event: &ApprovalEvent) -> Error {
    let (word, word_zh) = match status {
        Some(status) => (status.word(), status.chinese()),
        None => ("not there", "不存在"),
    };
    let error = Error::new(Code::ApprovalEventState)
        .with("event", event.change.word())
        .with("event_zh", event.change.chinese());
    let error = error.with("status", word).with("status_zh", word_zh);
    error.with("version", event.version).at("change")
}
