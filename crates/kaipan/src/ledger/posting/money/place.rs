//! The place of later money (先到先核): what is entered with an earlier date takes the place of receipts
//! of a later one, which are free again from the day on which they paid (handbook §6.1).

use crate::Date;
use crate::error::{Code, Result, finding};
use crate::ledger::LedgerAct;
use crate::ledger::book::{Ledger, Watched};
use crate::ledger::posting::entering::Entering;
use crate::number::{Money, less, negative, plus};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Amounts by day, each until the next.
type ByDay = BTreeMap<Date, Money>;

/// An allocation whose place can be taken: of a later receipt, made by the policy.
#[derive(Debug)]
struct Yielding {
    date: Date,
    receipt: u32,
    /// How much of it can be freed by each day.
    by_day: ByDay,
    freed: Money,
}

impl Entering<'_> {
    /// How much a receipt can pay of a receivable from a day on, where it takes the place of later ones.
    pub(in crate::ledger::posting) fn reachable(
        &self,
        receipt: u32,
        receivable: u32,
        day: Date,
    ) -> Result<Money> {
        let room = self.room(receipt, receivable, day)?;
        let from = self.ledger.receipts.get(receipt)?;
        let on = self.counts_from(receipt, receivable, day)?;
        let (free, _) = self.least(from.owner, (Watched::Free(receipt), from.free), on)?;
        if room >= free {
            return Ok(room);
        }
        let yielding = self.yielding(receipt, receivable, on)?;
        if yielding.is_empty() {
            return Ok(room);
        }
        let open =
            self.ledger.by_day(from.owner, Watched::Open(receivable), on, self.underway())?;
        let mut most = free;
        for day in days(&open, &yielding) {
            let mut there = until(&open, day);
            for one in &yielding {
                there = plus(there, until(&one.by_day, day))?;
            }
            most = most.min(there);
        }
        Ok(most.max(Money::ZERO))
    }

    /// Makes room for an amount of a receipt in a receivable from a day on: what later ones paid is
    /// freed on the day from which it is in the way, the last of them first. Whether there is room now.
    pub(in crate::ledger::posting) fn take_place(
        &mut self,
        receipt: u32,
        receivable: u32,
        day: Date,
        amount: Money,
    ) -> Result<bool> {
        let (owner, on) =
            (self.ledger.receipts.get(receipt)?.owner, self.counts_from(receipt, receivable, day)?);
        if !self.ledger.has_later(owner, on)?
            || amount > self.reachable(receipt, receivable, day)?
        {
            return Ok(false);
        }
        let open = self.ledger.by_day(owner, Watched::Open(receivable), on, self.underway())?;
        let mut yielding = self.yielding(receipt, receivable, on)?;
        let mut freed = Money::ZERO;
        for day in days(&open, &yielding) {
            let mut lacking = less(less(amount, until(&open, day))?, freed)?;
            for one in &mut yielding {
                let part = less(until(&one.by_day, day), one.freed)?.min(lacking);
                if part.is_positive() {
                    self.ledger.allocate(one.receipt, receivable, negative(part)?, day)?;
                    self.displaced.insert((day, one.receipt));
                    self.tell_place(one.receipt, receivable, (part, day))?;
                    one.freed = plus(one.freed, part)?;
                    freed = plus(freed, part)?;
                    lacking = less(lacking, part)?;
                }
            }
        }
        Ok(true)
    }

    /// What pays a receivable after a day and can give way to a receipt, the last receipt first.
    fn yielding(&self, receipt: u32, receivable: u32, on: Date) -> Result<Vec<Yielding>> {
        let own = self.ledger.receipts.get(receipt)?;
        let mut yielding = Vec::new();
        let mut at = self.ledger.receivables.get(receivable)?.allocations;
        while let Some(one) = at {
            let row = self.ledger.allocations.get(one)?;
            at = row.next_of_receivable;
            let date = self.ledger.receipts.get(row.receipt)?.date;
            if row.by_hand || !row.amount.is_positive() || row.on <= on || date <= own.date {
                continue;
            }
            let paid = self.ledger.by_day(own.owner, Watched::Paid(one), on, self.underway())?;
            let before = until(&paid, on);
            let (mut by_day, mut least) = (ByDay::new(), None);
            for (day, there) in paid.into_iter().rev() {
                let so_far = least.map_or(there, |least: Money| least.min(there));
                least = Some(so_far);
                by_day.insert(day, less(so_far, before)?.max(Money::ZERO));
            }
            yielding.push(Yielding { date, receipt: row.receipt, by_day, freed: Money::ZERO });
        }
        yielding.sort_by_key(|one| Reverse((one.date, one.receipt)));
        Ok(yielding)
    }

    fn tell_place(
        &mut self,
        receipt: u32,
        receivable: u32,
        (amount, day): (Money, Date),
    ) -> Result<()> {
        let posting = self.ledger.receipts.get(receipt)?.posting;
        let is_own = posting == self.ledger.postings.len()?;
        let key = if is_own { self.key } else { self.ledger.keys.name(posting)? };
        let receivable = self.ledger.receivable_names.name(receivable)?;
        let told = finding!(Code::LedgerPlaceTaken, key, receivable, amount, day);
        self.tell(told.at("act"));
        Ok(())
    }
}

impl Ledger {
    /// What a person said that the money of a posting pays is marked.
    pub(in crate::ledger::posting) fn name_by_hand(
        &mut self,
        act: &LedgerAct,
        brought: (u32, u32),
    ) -> Result<()> {
        let (lines, (first, count)) = match act {
            LedgerAct::Receive { receipt } => (&receipt.allocations, brought),
            LedgerAct::Transfer { transfer } => (&transfer.allocations, brought),
            LedgerAct::Allocate { receipt, allocations } => match self.keys.find(receipt) {
                Some(posting) => (allocations, self.postings.get(posting)?.receipts),
                None => return Ok(()),
            },
            _ => return Ok(()),
        };
        for line in lines {
            let Some(receivable) = self.receivable_names.find(&line.receivable) else { continue };
            for receipt in first..first.saturating_add(count) {
                if let Some(at) = self.allocation(receipt, receivable)? {
                    self.allocations.get_mut(at)?.by_hand = true;
                }
            }
        }
        Ok(())
    }
}

/// The amount on a day.
fn until(by_day: &ByDay, day: Date) -> Money {
    by_day.range(..=day).next_back().map_or(Money::ZERO, |(_, amount)| *amount)
}

/// The days on which something changes, in order.
fn days(open: &ByDay, yielding: &[Yielding]) -> Vec<Date> {
    let mut days: Vec<Date> = open.keys().copied().collect();
    days.extend(yielding.iter().flat_map(|one| one.by_day.keys().copied()));
    days.sort_unstable();
    days.dedup();
    days
}
