//! Where a walk stops: on which day which posting does what.

use super::Allocating;
use crate::Date;
use crate::error::Result;
use crate::ledger::LedgerActKind;
use crate::number::plus;

/// What is done in a walk on a day, by which posting.
pub(super) type Stop = (Date, u32, What);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    /// The posting, with its facts.
    Itself,
    /// What a person said in it of a line that was raised later.
    Said,
    /// An allocation by the policy, once more on a later day that was known then.
    Again,
}

impl Allocating<'_> {
    /// What comes after the posting itself, in the order of days and within a day in that of recording.
    /// What people said by the day is known, and what waits is kept back.
    pub(super) fn stops(&mut self) -> Result<Vec<Stop>> {
        let own = self.step;
        let mut stops = Vec::new();
        let postings = self.ledger.owners.get(self.owner)?.postings.clone();
        for at in &postings {
            let (date, kind, mirror) = {
                let row = self.ledger.postings.get(*at)?;
                (row.date, row.kind, row.mirrored_by)
            };
            if date > self.from {
                stops.push((date, *at, What::Itself));
            }
            let mirror = mirror.filter(|mirror| *mirror != own.posting);
            if let Some(mirror) = mirror
                && self.ledger.postings.get(mirror)?.date <= self.from
            {
                self.mirrored.insert(*at);
                continue;
            }
            self.step = self.recorded_step(*at)?;
            let said = self.said()?;
            for one in &said {
                let day = self.ledger.counts_from(one, date)?;
                if day > self.from && day > date {
                    stops.push((day, *at, What::Said));
                }
                if date <= self.from && day <= self.from {
                    let paid = self.paid_of(one.receipt, one.receivable)?;
                    let known = self.by_hand.entry((one.receipt, one.receivable)).or_default();
                    *known = plus(*known, one.amount)?.min(paid);
                } else if date <= self.from {
                    self.waiting.entry(*at).or_default().push(*one);
                }
            }
            if kind == LedgerActKind::Allocate && said.is_empty() {
                self.again((date, *at), &postings, &mut stops)?;
            }
        }
        self.step = own;
        for one in self.own {
            let day = self.ledger.counts_from(one, self.from)?;
            if day > self.from {
                stops.push((day, own.posting, What::Said));
            }
        }
        if own.kind == LedgerActKind::Allocate && self.own.is_empty() {
            self.again((self.from, own.posting), &postings, &mut stops)?;
        }
        stops.sort_unstable();
        stops.dedup();
        Ok(stops)
    }

    /// An allocation by the policy reaches the later days that were known when it was recorded.
    fn again(
        &self,
        (date, posting): (Date, u32),
        postings: &[u32],
        stops: &mut Vec<Stop>,
    ) -> Result<()> {
        for other in postings.iter().filter(|other| **other < posting) {
            let day = self.ledger.postings.get(*other)?.date;
            if day > date.max(self.from) {
                stops.push((day, posting, What::Again));
            }
        }
        Ok(())
    }
}
