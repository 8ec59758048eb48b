//! The state out of the events.

use super::event::{AreaSettlementChange, AreaSettlementEvent};
use super::state::{AreaSettlement, AreaSettlementStatus};
use crate::Text;
use crate::area_settlement::AreaSettlementSheet;
use crate::error::{Code, Error, Input, Result};
use crate::number::{Money, overflow};

impl AreaSettlement {
    /// The state after an event.
    ///
    /// # Errors
    /// [`Code::AreaEvent`] for an event of another deal, out of order, or that the status does not
    /// allow.
    pub fn evolve(
        state: Option<&AreaSettlement>,
        event: &AreaSettlementEvent,
    ) -> Result<AreaSettlement> {
        let expected = state.map_or(0, |state| state.version).saturating_add(1);
        if event.version != expected {
            return Err(misplaced(state, event).at("version"));
        }
        let before = match (state, &event.change) {
            (Some(before), _) if before.deal != event.deal => {
                return Err(misplaced(state, event).at("deal"));
            }
            (None, AreaSettlementChange::Submitted { number, sheet }) => {
                return submitted(event, number, sheet);
            }
            (Some(before), AreaSettlementChange::Submitted { number, sheet })
                if before.status == AreaSettlementStatus::Void =>
            {
                return submitted(event, number, sheet);
            }
            (Some(before), _) => before,
            (None, _) => return Err(misplaced(None, event).at("change")),
        };
        let mut after = before.clone();
        after.version = event.version;
        after.changed_at = event.at;
        if !after.apply(&event.change)? {
            return Err(misplaced(state, event).at("change"));
        }
        Ok(after)
    }

    /// Changes it as the event says, if its status allows that.
    fn apply(&mut self, change: &AreaSettlementChange) -> Result<bool> {
        use AreaSettlementStatus::{Approved, Collected, Collecting, Submitted, Void};
        match (change, self.status) {
            (AreaSettlementChange::Approved { approval }, Submitted) => {
                self.approval = Some(approval.clone());
                self.status = Approved;
            }
            (AreaSettlementChange::Executed {}, Approved) => {
                let is_done = self.outstanding()?.is_zero();
                self.status = if is_done { Collected } else { Collecting };
            }
            (AreaSettlementChange::Collected { amount }, Collecting) => {
                if !amount.is_positive() || *amount > self.outstanding()? {
                    return Ok(false);
                }
                self.moved = self.moved.checked_add(*amount).ok_or_else(overflow)?;
                if self.outstanding()?.is_zero() {
                    self.status = Collected;
                }
            }
            (AreaSettlementChange::Voided { reason }, Submitted | Approved) => {
                self.reason = Some(reason.clone());
                self.status = Void;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// The state out of all events of one deal's settlement, in any order: their versions say it.
    ///
    /// # Errors
    /// As [`AreaSettlement::evolve`], in [`Input::Events`]; [`Code::AreaBlank`] without events.
    pub fn replay(events: &[AreaSettlementEvent]) -> Result<AreaSettlement> {
        let mut ordered: Vec<(usize, &AreaSettlementEvent)> = events.iter().enumerate().collect();
        ordered.sort_by_key(|(_, event)| event.version);
        let mut state: Option<AreaSettlement> = None;
        for (at, event) in ordered {
            let after = AreaSettlement::evolve(state.as_ref(), event);
            state = Some(after.map_err(|error| error.at(at).within(Input::Events))?);
        }
        let none = || Error::new(Code::AreaBlank).with("field", "events").within(Input::Events);
        state.ok_or_else(none)
    }
}

/// The document that its first event makes.
fn submitted(
    event: &AreaSettlementEvent,
    number: &Text,
    sheet: &AreaSettlementSheet,
) -> Result<AreaSettlement> {
    if sheet.deal != event.deal {
        return Err(misplaced(None, event).at("deal"));
    }
    Ok(AreaSettlement {
        deal: event.deal.clone(),
        version: event.version,
        number: number.clone(),
        status: AreaSettlementStatus::Submitted,
        sheet: sheet.clone(),
        submitted_by: event.by.clone(),
        approval: None,
        moved: Money::ZERO,
        changed_at: event.at,
        reason: None,
    })
}

fn misplaced(state: Option<&AreaSettlement>, event: &AreaSettlementEvent) -> Error {
    let (deal, version) = state.map_or(("—", 0), |state| (state.deal.as_str(), state.version));
    let error = Error::new(Code::AreaEvent)
        .with("event", event.change.word())
        .with("event_zh", event.change.chinese());
    let error = error.with("version", event.version).with("deal", &event.deal);
    error.with("stream", deal).with("current", version)
}
