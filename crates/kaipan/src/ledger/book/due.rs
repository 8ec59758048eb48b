//! Due dates as they are on a day (handbook §6.1): the last that was given up to it and stands.

use super::dated::Underway;
use super::effect::Effect;
use super::ledger::Ledger;
use super::rows::PostingRow;
use crate::Date;
use crate::error::Result;

/// A day on which a due date was given, and that date.
type Given = (Date, Option<Date>);

impl Ledger {
    /// What a posting did was taken back by a day, as it was known at a place of the recorded order.
    pub(in crate::ledger) fn is_taken_back(
        &self,
        row: &PostingRow,
        by: Date,
        horizon: Option<u32>,
    ) -> Result<bool> {
        let Some(mirror) = row.mirrored_by else { return Ok(false) };
        let mirror = self.postings.get(mirror)?;
        Ok(mirror.date <= by && horizon.is_none_or(|horizon| mirror.order <= horizon))
    }

    /// The due date that a receivable has on a day: that of the last day up to it on which it was given
    /// one, whenever that was recorded. What was taken back by then gives none.
    pub(in crate::ledger) fn due_on(
        &self,
        receivable: u32,
        day: Date,
        underway: Underway,
    ) -> Result<Option<Date>> {
        let first = self.receivables.get(receivable)?.first_due;
        Ok(self.given(receivable, Some(day), underway, None)?.map_or(first, |(_, due)| due))
    }

    /// A receivable is due on another day from a day on. What is dated later holds against it.
    pub(in crate::ledger) fn redated(
        &self,
        receivable: u32,
        due: Option<Date>,
        underway: Underway,
    ) -> Result<Effect> {
        let row = self.receivables.get(receivable)?;
        let mut now = due;
        if self.has_later(row.owner, underway.date)?
            && let Some((on, later)) = self.given(receivable, None, underway, None)?
            && on > underway.date
        {
            now = later;
        }
        Ok(Effect::Dated { receivable, due, now, was: row.due, is_back: false })
    }

    /// The due date that a posting gave is taken back: that of what stands holds again.
    pub(in crate::ledger) fn redated_back(
        &self,
        receivable: u32,
        posting: u32,
        underway: Underway,
    ) -> Result<Effect> {
        let row = self.receivables.get(receivable)?;
        let without = |day| -> Result<Option<Date>> {
            let given = self.given(receivable, day, underway, Some(posting))?;
            Ok(given.map_or(row.first_due, |(_, due)| due))
        };
        let (due, now) = (without(Some(underway.date))?, without(None)?);
        Ok(Effect::Dated { receivable, due, now, was: row.due, is_back: true })
    }

    /// The last due date that was given up to a day, or on any, and stands on it. One posting can be left
    /// out.
    fn given(
        &self,
        receivable: u32,
        day: Option<Date>,
        underway: Underway,
        without: Option<u32>,
    ) -> Result<Option<Given>> {
        let is_by = |date: Date| day.is_none_or(|day| date <= day);
        let mut last: Option<Given> = None;
        let mut look = |on: Date, effect: Effect| {
            if let Effect::Dated { receivable: own, due, is_back: false, .. } = effect
                && own == receivable
                && last.is_none_or(|(known, _)| on >= known)
            {
                last = Some((on, due));
            }
        };
        for at in &self.owners.get(self.receivables.get(receivable)?.owner)?.postings {
            let row = self.postings.get(*at)?;
            let is_back = match row.mirrored_by {
                None => false,
                // It is taken back by what is being posted.
                Some(mirror) if mirror == self.postings.len()? => is_by(underway.date),
                Some(mirror) => is_by(self.postings.get(mirror)?.date),
            };
            if is_by(row.date) && !is_back && Some(*at) != without {
                self.effects_of(*at)?.iter().for_each(|effect| look(row.date, *effect));
            }
        }
        if is_by(underway.date) {
            for effect in self.effects.part(underway.effects, self.effects.len()?) {
                look(underway.date, *effect);
            }
        }
        Ok(last)
    }
}
