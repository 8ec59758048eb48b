//! What is due about presale permits: their homes are entered, and all put on sale at once.

use super::DealTaskKind;
use super::listing::Listing;
use crate::Text;
use crate::deal::UnitStock;
use crate::error::{Code, Error, Input, Result, finding};
use crate::project::{PresalePermit, Unit, UnitState};
use std::collections::HashMap;

/// Homes and how each stands in the stock.
pub(super) struct Homes<'a> {
    homes: &'a [Unit],
    stock: HashMap<&'a Text, UnitState>,
}

impl<'a> Homes<'a> {
    pub(super) fn new(homes: &'a [Unit], stock: &'a [UnitStock]) -> Homes<'a> {
        let stock = stock.iter().map(|one| (&one.unit_no, one.state)).collect();
        Homes { homes, stock }
    }

    /// Homes of a permit, and those of them that are kept from sale: not released, or held by the company.
    fn of(&self, permit: &PresalePermit) -> (u32, u32) {
        let (mut all, mut kept) = (0_u32, 0_u32);
        for home in self.homes.iter().filter(|home| permit.covers(home)) {
            all = all.saturating_add(1);
            let state = self.stock.get(&home.unit_no).copied().unwrap_or(home.state);
            if matches!(state, UnitState::NotReleased | UnitState::Controlled) {
                kept = kept.saturating_add(1);
            }
        }
        (all, kept)
    }
}

impl Listing<'_> {
    /// A permit that is in force: without a home it is to be entered, with homes that are kept from sale it
    /// is to be opened.
    pub(super) fn permit(
        &mut self,
        at: usize,
        permit: &PresalePermit,
        homes: &Homes<'_>,
    ) -> Result<()> {
        let today = self.now.date();
        if !permit.in_force(today) {
            return Ok(());
        }
        let (all, kept) = homes.of(permit);
        let (kind, days) = match (all, kept) {
            (0, _) => (DealTaskKind::PermitEntryDue, self.deadlines.permit_entry_days),
            (_, 0) => return Ok(()),
            _ => (DealTaskKind::PermitReleaseDue, self.deadlines.permit_release_days),
        };
        let (permit_no, issued) = (&permit.number, permit.issued_on);
        let due = issued.add_days(days).ok_or_else(|| {
            let error = Error::new(Code::PaymentDueDate).with("date", issued).with("months", 0);
            error.with("days", days).at("issued_on").at(at).within(Input::Permits)
        })?;
        let mut task = self.task(kind, due);
        task.subject = Some(permit_no.clone());
        task.homes = (kind == DealTaskKind::PermitReleaseDue).then_some(kept);
        if task.overdue {
            let days = task.days_left.unsigned_abs();
            let told = match kind {
                DealTaskKind::PermitEntryDue => {
                    finding!(
                        Code::DealPermitEntryLate,
                        permit = permit_no,
                        date = issued,
                        due,
                        days
                    )
                }
                _ => finding!(
                    Code::DealPermitReleaseLate,
                    permit = permit_no,
                    date = issued,
                    due,
                    days,
                    count = kept
                ),
            };
            self.tell(told, at, Input::Permits);
        }
        self.tasks.push(task.worded());
        Ok(())
    }
}
