//! How money goes to what is open by the policy (handbook §6.3, §28).

use super::Allocating;
use crate::Date;
use crate::error::Result;
use crate::ledger::book::{Account, ItemClass, ReceiptRow, ReceivableRow};
use crate::ledger::{AllocationPolicy, AllocationPool};
use crate::number::{Money, less};

/// In what order open receivables are paid within a pool: undated ones last, what is due before what
/// is paid in advance, then by class where penalties come first, by due date, by number of line.
type Rank = (bool, bool, ItemClass, Option<Date>, u32);

impl Allocating<'_> {
    /// What is free of a receipt goes to what is open on the day; if a posting is given, only to what was
    /// raised before that was recorded. Without one, what a person keeps free stays so for what was
    /// there when he said it.
    pub(super) fn spread(&mut self, receipt: u32, before: Option<u32>) -> Result<()> {
        let from = *self.ledger.receipts.get(receipt)?;
        let mut left = self.spendable(receipt)?;
        if from.home == Account::RefundDue || !left.is_positive() {
            return Ok(());
        }
        for pool in pools(&from, &self.policy.allocation) {
            for receivable in self.open_in(pool, &from, before)? {
                let open = self.ledger.receivables.get(receivable)?.open();
                let part = left.min(open.unwrap_or(Money::ZERO));
                if part.is_positive() {
                    self.pay(receipt, receivable, part)?;
                    left = less(left, part)?;
                }
            }
            if !left.is_positive() {
                break;
            }
        }
        Ok(())
    }

    /// What is open in a pool, in the order in which it is paid.
    fn open_in(&self, pool: Pool, from: &ReceiptRow, before: Option<u32>) -> Result<Vec<u32>> {
        let by_class = self.policy.allocation.penalty_first;
        let mut open: Vec<(Rank, u32)> = Vec::new();
        for at in &self.ledger.owners.get(from.owner)?.open {
            let row = self.ledger.receivables.get(*at)?;
            let is_reached = match before {
                Some(before) => row.posting < before,
                None => !from.kept || row.posting > from.posting,
            };
            if holds(pool, from, row) && is_reached {
                open.push((rank(row, self.day, by_class), *at));
            }
        }
        let names = &self.ledger.receivable_names;
        open.sort_by(|(a, one), (b, other)| {
            a.cmp(b).then_with(|| names.name(*one).ok().cmp(&names.name(*other).ok()))
        });
        Ok(open.into_iter().map(|(_, at)| at).collect())
    }

    /// What the policy can use of a receipt.
    pub(super) fn spendable(&self, receipt: u32) -> Result<Money> {
        let free = self.ledger.receipts.get(receipt)?.free;
        let waiting = self.waiting.values().flatten().filter(|one| one.receipt == receipt);
        let kept_back = Money::sum(waiting.map(|one| one.amount))?;
        Ok(less(free, kept_back)?.max(Money::ZERO))
    }

    /// Money that was paid in advance goes to what is open, what came first first.
    pub(super) fn apply_prepayments(&mut self) -> Result<()> {
        self.apply_free(|_, _| true)
    }

    /// The same of money that came in after a posting.
    pub(super) fn apply_after(&mut self, after: (Date, u32)) -> Result<()> {
        self.apply_free(|date, posting| (date, posting) > after)
    }

    fn apply_free(&mut self, fits: impl Fn(Date, u32) -> bool) -> Result<()> {
        if self.policy.allocation.manual_prepayments {
            return Ok(());
        }
        let free = self.ledger.owners.get(self.owner)?.free.clone();
        for receipt in self.by_day(free.into_iter())? {
            let row = self.ledger.receipts.get(receipt)?;
            if fits(row.date, row.posting) {
                self.spread(receipt, None)?;
            }
        }
        Ok(())
    }

    /// Money in the order in which it came in.
    pub(super) fn by_day(&self, money: impl Iterator<Item = u32>) -> Result<Vec<u32>> {
        let dated = money.map(|receipt| Ok((self.ledger.receipts.get(receipt)?.date, receipt)));
        let mut dated: Vec<(Date, u32)> = dated.collect::<Result<_>>()?;
        dated.sort_unstable();
        Ok(dated.into_iter().map(|(_, receipt)| receipt).collect())
    }
}

/// Money can pay a receivable at all.
pub(in crate::ledger::posting) fn can_pay(
    from: &ReceiptRow,
    to: &ReceivableRow,
    policy: &AllocationPolicy,
) -> bool {
    pools(from, policy).any(|pool| holds(pool, from, to))
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
