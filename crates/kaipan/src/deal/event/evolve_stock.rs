//! What the events of a unit come to.

use super::schema::todays;
use super::{StockChange, StockEvent};
use crate::deal::UnitStock;
use crate::error::{Code, Error, Result};
use crate::project::UnitState;

impl UnitStock {
    /// Takes the next event in.
    ///
    /// # Errors
    /// [`Code::DealForeignEvent`] for an event of another unit, [`Code::DealEventOrder`] for one
    /// that is not the next, [`Code::EventSchema`] for one of another schema. The stock is unchanged then.
    pub fn apply(&mut self, event: &StockEvent) -> Result<()> {
        if event.unit_no != self.unit_no {
            let error = Error::new(Code::DealForeignEvent).with("stream", &self.unit_no);
            return Err(error.with("found", &event.unit_no).at("unit_no"));
        }
        let next = self.version.checked_add(1).ok_or_else(|| Error::new(Code::NumberOverflow))?;
        if event.version != next {
            let error = Error::new(Code::DealEventOrder).with("next", next);
            return Err(error.with("found", event.version).at("version"));
        }
        todays(event.schema)?;
        self.version = next;
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
    pub(in crate::deal) fn change(&mut self, change: &StockChange) {
        match change {
            StockChange::Released { batch } => {
                self.state = UnitState::OnSale;
                self.batch.clone_from(batch);
            }
            StockChange::Withdrawn {} => {
                self.state = UnitState::NotReleased;
                self.batch = None;
            }
            StockChange::Controlled {} => self.state = UnitState::Controlled,
            StockChange::Uncontrolled {} => self.state = UnitState::OnSale,
            StockChange::Reserved { reservation } => {
                self.state = UnitState::Reserved;
                self.reservation = Some(reservation.clone());
            }
            StockChange::ReservationEnded {} => {
                self.reservation = None;
                if self.state == UnitState::Reserved {
                    self.state = UnitState::OnSale;
                }
            }
            StockChange::Held { hold } => self.hold = Some(hold.clone()),
            StockChange::HoldEnded {} => self.hold = None,
            StockChange::Taken { deal, state } => {
                self.state = *state;
                self.deal = Some(deal.clone());
            }
            StockChange::Returned { state, needs_price_confirmation } => {
                self.state = *state;
                self.deal = None;
                self.needs_price_confirmation = *needs_price_confirmation;
            }
            StockChange::Locked { lock } => {
                if !self.locks.contains(lock) {
                    self.locks.push(*lock);
                }
            }
            StockChange::Unlocked { lock } => self.locks.retain(|one| one != lock),
            StockChange::Corrected { .. } => self.needs_price_confirmation = false,
        }
    }
}
