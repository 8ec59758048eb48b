//! What a person said before is not undone by what is said now.

use super::{Allocating, ByDay, Pair};
use crate::Date;
use crate::error::{Code, Error, Result};
use crate::ledger::LedgerActKind;
use crate::number::{Money, less, plus};
use std::collections::BTreeMap;

impl Allocating<'_> {
    /// What a person said before is not undone by what is said now. What takes a posting back, raises a
    /// plan, ends a deal or comes from another area can undo it.
    pub(super) fn keeps_words(&self, before: &ByDay, walked: &ByDay) -> Result<()> {
        let kind = self.step.kind;
        let can_undo = matches!(
            kind,
            LedgerActKind::Reverse
                | LedgerActKind::Delete
                | LedgerActKind::Raise
                | LedgerActKind::EndDeal
                | LedgerActKind::Enter
        );
        if can_undo || before.is_empty() {
            return Ok(());
        }
        let mut words: BTreeMap<Pair, BTreeMap<Date, Money>> = BTreeMap::new();
        for one in &self.ledger.owners.get(self.owner)?.instructions {
            let row = self.ledger.postings.get(one.posting)?;
            if row.mirrored_by.is_none() {
                let pair = words.entry((one.receipt, one.receivable)).or_default();
                let sum = pair.entry(self.ledger.counts_from(one, row.date)?).or_default();
                *sum = plus(*sum, one.amount)?;
            }
        }
        for (pair, days) in words {
            let mut said = Money::ZERO;
            for (day, amount) in days {
                said = plus(said, amount)?;
                let was = self.paid_by(pair, day, before, before)?.min(said);
                let lacking = less(was, self.paid_by(pair, day, before, walked)?.min(said))?;
                if day > self.from && lacking.is_positive() {
                    return Err(self.word_undone(pair.1, lacking, day)?);
                }
            }
        }
        Ok(())
    }

    /// What a pair had paid by a day, with one timeline in the place of the other.
    fn paid_by(
        &self,
        (receipt, receivable): Pair,
        day: Date,
        before: &ByDay,
        with: &ByDay,
    ) -> Result<Money> {
        let of_pair = |sums: &ByDay, until: Option<Date>| {
            let own = sums.iter().filter(|((on, from, to), _)| {
                (*from, *to) == (receipt, receivable) && until.is_none_or(|until| *on <= until)
            });
            Money::sum(own.map(|(_, amount)| *amount))
        };
        let first = less(self.paid_of(receipt, receivable)?, of_pair(before, None)?)?;
        plus(first, of_pair(with, Some(day))?)
    }

    fn word_undone(&self, receivable: u32, lacking: Money, day: Date) -> Result<Error> {
        let name = self.ledger.receivable_names.name(receivable)?;
        let error = match self.step.kind {
            LedgerActKind::Adjust => {
                Error::new(Code::LedgerPaidLater).with("receivable", name).at("by")
            }
            _ => Error::new(Code::LedgerUsedLater).with("name", name),
        };
        Ok(error.with("date", self.from).with("amount", lacking).with("day", day))
    }
}
