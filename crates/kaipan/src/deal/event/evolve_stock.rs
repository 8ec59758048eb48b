//! What the events of a unit come to.

use super::stream::next_version;
use super::{StockChange, StockEvent};
use crate::deal::UnitStock;
use crate::error::Result;
use crate::project::UnitState;

impl UnitStock {
    /// Takes the next event in.
    ///
    /// # Errors
    /// `deal.foreign_event` for an event of another unit, `deal.event_order` for one that is
    /// not the next, `deal.event_schema` for one of another schema. The stock is unchanged then.
    pub fn apply(&mut self, event: &StockEvent) -> Result<()> {
        self.version = next_version(&self.unit_no, self.version, event)?;
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
