//! What is due about holds, reservations and quotas.

use super::DealTaskKind;
use super::listing::{Listing, lapse, ran_out};
use crate::deal::{Quota, Reservation, RoomConfirmation, UnitStock};
use crate::error::Input;

impl Listing<'_> {
    pub(super) fn stock(&mut self, at: usize, stock: &UnitStock) {
        if let Some(hold) = &stock.hold {
            self.hold(at, stock, hold);
        }
        // A reservation for a trade-in ends with the booking of its deal.
        let reservation = stock.reservation.as_ref().filter(|one| one.trade_in.is_none());
        if let Some(reservation) = reservation {
            self.reservation(at, stock, reservation);
        }
    }

    fn hold(&mut self, at: usize, stock: &UnitStock, hold: &RoomConfirmation) {
        let left = hold.until.seconds_since(self.now);
        if left > i64::from(self.deadlines.ending_minutes).saturating_mul(60) {
            return;
        }
        let mut task = self.task(DealTaskKind::HoldEnds, hold.until.date());
        task.overdue = self.now >= hold.until;
        task.due_at = Some(hold.until);
        // Whole minutes: those that are left, or have passed.
        task.minutes_left = left.checked_div(60).and_then(|minutes| i32::try_from(minutes).ok());
        if task.overdue {
            task.command = lapse(Some(stock.state), None);
            let told = ran_out("the hold of the room", "选房确认", hold.until.in_words());
            self.tell(told.unit(&stock.unit_no).at("hold"), at, Input::Stock);
        }
        task.unit_no = Some(stock.unit_no.clone());
        task.customer = Some(hold.customer.clone());
        task.agent = Some(hold.agent.clone());
        self.tasks.push(task.worded());
    }

    fn reservation(&mut self, at: usize, stock: &UnitStock, reservation: &Reservation) {
        if !self.is_near(reservation.until, self.deadlines.ending_days) {
            return;
        }
        let mut task = self.task(DealTaskKind::ReservationEnds, reservation.until);
        if task.overdue {
            task.command = lapse(Some(stock.state), None);
            let told = ran_out("the reservation", "预留", reservation.until);
            self.tell(told.unit(&stock.unit_no).at("reservation"), at, Input::Stock);
        }
        task.unit_no = Some(stock.unit_no.clone());
        task.customer = Some(reservation.customer.clone());
        self.tasks.push(task.worded());
    }

    /// The last day of a quota that was not ended; an offer lapses by a command.
    pub(super) fn quota(&mut self, at: usize, quota: &Quota) {
        let Some(until) = quota.until.filter(|_| !quota.ended) else { return };
        if !self.is_near(until, self.deadlines.ending_days) {
            return;
        }
        let mut task = self.task(DealTaskKind::QuotaEnds, until);
        task.subject = Some(quota.id.clone());
        if task.overdue {
            self.tell(ran_out("the quota", "名额", until), at, Input::Quotas);
            task.command = lapse(None, None);
            if let Some(command) = &mut task.command {
                command.draft.quotas = vec![quota.id.clone()];
            }
        }
        self.tasks.push(task.worded());
    }
}
