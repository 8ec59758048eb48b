//! Allocation (核销): what money pays (handbook §6.3, §28).

use crate::error::{Code, Error, Result};
use crate::ledger::book::{Account, ItemClass, ReceiptRow, ReceivableRow, Watched};
use crate::ledger::posting::entering::Entering;
use crate::ledger::{AllocationLine, AllocationPolicy, AllocationPool};
use crate::number::{Money, less, plus};
use crate::{Date, Text};

/// In what order open receivables are paid within a pool: undated ones last, what is due before what
/// is paid in advance, then by class where penalties come first, by due date, by number of line.
type Rank = (bool, bool, ItemClass, Option<Date>, u32);

impl Entering<'_> {
    /// Money paid in advance is applied, as the cashier says or else by the policy.
    pub(in crate::ledger::posting) fn allocate(
        &mut self,
        receipt: &Text,
        lines: &[AllocationLine],
    ) -> Result<()> {
        let posting = self.ledger.keys.find(receipt).ok_or_else(|| {
            Error::new(Code::LedgerPostingUnknown).with("key", receipt).at("receipt")
        })?;
        let (first, count) = self.ledger.postings.get(posting)?.receipts;
        let receipts = first..first.saturating_add(count);
        let mut free = Money::ZERO;
        for at in receipts.clone() {
            let row = self.ledger.receipts.get(at)?;
            if self.date < row.date {
                let error = Error::new(Code::LedgerAllocationEarly).with("date", self.date);
                return Err(error.with("day", row.date).at("receipt"));
            }
            if row.home != Account::RefundDue {
                free = plus(free, row.free)?;
            }
        }
        if !free.is_positive() {
            return Err(Error::new(Code::LedgerNothingFree).with("key", receipt).at("receipt"));
        }
        for at in receipts {
            if !lines.is_empty() {
                self.explicit(at, lines)?;
                return Ok(());
            }
            self.spread(at)?;
        }
        Ok(())
    }

    /// What the cashier says that a receipt pays.
    pub(in crate::ledger::posting) fn explicit(
        &mut self,
        receipt: u32,
        lines: &[AllocationLine],
    ) -> Result<()> {
        for (at, line) in lines.iter().enumerate() {
            self.one(receipt, line).map_err(|error| error.at(at).at("allocations"))?;
        }
        self.spread_displaced()
    }

    fn one(&mut self, receipt: u32, line: &AllocationLine) -> Result<()> {
        self.positive(line.amount, "amount")?;
        let receivable = self.receivable(&line.receivable)?;
        let (from, to) =
            (*self.ledger.receipts.get(receipt)?, *self.ledger.receivables.get(receivable)?);
        if from.owner != to.owner {
            let error = Error::new(Code::LedgerOtherOwner).with("receivable", &line.receivable);
            return Err(error.at("receivable"));
        }
        if !pools(&from, &self.policy.allocation).any(|pool| holds(pool, &from, &to)) {
            let error = Error::new(Code::LedgerWrongPool).with("receivable", &line.receivable);
            let error = error.with("item", self.ledger.items.name(from.item)?);
            return Err(error.at("receivable"));
        }
        if self.take_place(receipt, receivable, self.date, line.amount)? {
            return self.ledger.allocate(receipt, receivable, line.amount, self.date);
        }
        let open = to.open().unwrap_or(Money::ZERO);
        if line.amount > open {
            let error = Error::new(Code::LedgerOverAllocated).with("receivable", &line.receivable);
            let error = error.with("amount", line.amount).with("left", open);
            return Err(error.at("amount"));
        }
        if line.amount > from.free {
            let error = Error::new(Code::LedgerShort).with("amount", line.amount);
            let error = error.with("item", self.ledger.items.name(from.item)?);
            let lacking = less(line.amount, from.free)?;
            return Err(error.with("lacking", lacking).at("amount"));
        }
        self.unused_by(receipt, receivable, line.amount)?;
        self.ledger.allocate(receipt, receivable, line.amount, self.date)
    }

    /// Nothing dated later uses so much of what a receipt has and a receivable takes.
    fn unused_by(&self, receipt: u32, receivable: u32, amount: Money) -> Result<()> {
        let (from, to) =
            (self.ledger.receipts.get(receipt)?, self.ledger.receivables.get(receivable)?);
        let on = self.counts_from(receipt, receivable, self.date)?;
        let open = to.open().unwrap_or(Money::ZERO);
        for (what, now) in [(Watched::Open(receivable), open), (Watched::Free(receipt), from.free)]
        {
            let (least, day) = self.least(from.owner, (what, now), on)?;
            if amount > least {
                let lack = (day, less(amount, least)?);
                return Err(self.used_later(what, lack)?.at("amount"));
            }
        }
        Ok(())
    }

    /// What is free of a receipt goes to what is open, by the policy: what is free and open on the day
    /// and on every later one. Where something of the owner is dated later, it takes the place of later
    /// receipts, and the rest goes on the later day from which it can.
    pub(in crate::ledger::posting) fn spread(&mut self, receipt: u32) -> Result<()> {
        self.spread_from(receipt, self.date)?;
        self.spread_displaced()
    }

    /// Receipts whose place was taken go to what is open from that day on, the earliest first.
    fn spread_displaced(&mut self) -> Result<()> {
        while let Some((day, receipt)) = self.displaced.pop_first() {
            self.spread_from(receipt, day)?;
        }
        Ok(())
    }

    fn spread_from(&mut self, receipt: u32, from: Date) -> Result<()> {
        let owner = self.ledger.receipts.get(receipt)?.owner;
        if self.spread_on(receipt, from)? || !self.ledger.has_later(owner, from)? {
            return Ok(());
        }
        for day in self.ledger.days_after(owner, from, self.underway())? {
            if self.spread_on(receipt, day)? {
                break;
            }
        }
        Ok(())
    }

    /// What is free of a receipt from a day on goes to what is open from it on. Whether nothing is left
    /// that could go on a later day.
    fn spread_on(&mut self, receipt: u32, day: Date) -> Result<bool> {
        let from = *self.ledger.receipts.get(receipt)?;
        if from.home == Account::RefundDue || !from.free.is_positive() {
            return Ok(true);
        }
        let (mut left, mut done) = (from.free, true);
        let has_later = self.ledger.has_later(from.owner, day)?;
        for pool in pools(&from, &self.policy.allocation) {
            let by_class = self.policy.allocation.penalty_first;
            let mut open: Vec<(Rank, u32)> = Vec::new();
            let owner = self.ledger.owners.get(from.owner)?;
            // Where something is dated later, what is paid by it counts too: its place can be taken.
            for at in if has_later { &owner.receivables } else { &owner.open } {
                let row = self.ledger.receivables.get(*at)?;
                if holds(pool, &from, row) {
                    open.push((rank(row, day, by_class), *at));
                }
            }
            let names = &self.ledger.receivable_names;
            open.sort_by(|(a, one), (b, other)| {
                a.cmp(b).then_with(|| names.name(*one).ok().cmp(&names.name(*other).ok()))
            });
            for (_, receivable) in open {
                if !left.is_positive() {
                    return Ok(true);
                }
                let part = match has_later {
                    true => self.reachable(receipt, receivable, day)?,
                    false => self.room(receipt, receivable, day)?,
                };
                if part.is_positive() {
                    if has_later {
                        self.take_place(receipt, receivable, day, part)?;
                    }
                    self.ledger.allocate(receipt, receivable, part, day)?;
                    left = less(left, part)?;
                }
                let open = self.ledger.receivables.get(receivable)?.open();
                done &= !open.is_some_and(Money::is_positive);
            }
        }
        Ok(done || !left.is_positive())
    }

    /// Money that an owner has paid in advance goes to what is open, what came first first.
    pub(in crate::ledger::posting) fn apply_prepayments(&mut self, owner: u32) -> Result<()> {
        self.apply_free(owner, |_| true)
    }

    /// The same of free money that fits.
    pub(in crate::ledger::posting) fn apply_free(
        &mut self,
        owner: u32,
        fits: impl Fn(&ReceiptRow) -> bool,
    ) -> Result<()> {
        if self.policy.allocation.manual_prepayments {
            return Ok(());
        }
        for receipt in self.ledger.owners.get(owner)?.free.clone() {
            if fits(self.ledger.receipts.get(receipt)?) {
                self.spread(receipt)?;
            }
        }
        Ok(())
    }

    /// A receivable by its id.
    pub(in crate::ledger::posting) fn receivable(&self, id: &Text) -> Result<u32> {
        self.ledger.receivable_names.find(id).ok_or_else(|| {
            let error = Error::new(Code::LedgerReceivableUnknown).with("receivable", id);
            error.at("receivable")
        })
    }
}

/// A pool in which money looks for something to pay.
#[derive(Clone, Copy)]
enum Pool {
    /// Its own.
    Own,
    /// House money and charges together.
    HouseAndCharges,
    /// One that the policy names.
    Named(AllocationPool),
}

/// The pools of a receipt, in their order.
fn pools<'p>(
    from: &ReceiptRow,
    policy: &'p AllocationPolicy,
) -> impl Iterator<Item = Pool> + use<'p> {
    let own = from.category.pool();
    let joined = policy.penalty_first && matches!(own, AllocationPool::House);
    let first = if joined { Pool::HouseAndCharges } else { Pool::Own };
    let passes = policy.passes.iter().filter(move |pass| pass.from == own);
    std::iter::once(first).chain(passes.map(|pass| Pool::Named(pass.to)))
}

fn holds(pool: Pool, from: &ReceiptRow, to: &ReceivableRow) -> bool {
    let pool_of = to.category.pool();
    match pool {
        Pool::Own => {
            let own = from.category.pool();
            pool_of == own && (!own.is_by_item() || from.item == to.item)
        }
        Pool::HouseAndCharges => {
            matches!(pool_of, AllocationPool::House | AllocationPool::Charge)
        }
        Pool::Named(named) => pool_of == named,
    }
}

fn rank(row: &ReceivableRow, today: Date, by_class: bool) -> Rank {
    let in_advance = row.due.is_some_and(|due| due > today);
    let class = if by_class { row.class } else { ItemClass::Principal };
    (row.due.is_none(), in_advance, class, row.due, row.seq)
}
