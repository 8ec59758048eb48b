//! How money goes to receivables and comes back in the second ledger.

use super::auditor::{Did, Doing, Outcome, pool};
use super::days::{Watched, netted};
use kaipan::Date;
use kaipan::Text;
use kaipan::ledger::LedgerActKind;
use std::collections::BTreeSet;

impl Doing<'_> {
    /// On the day, and what is left on the later days on which something changes.
    pub(super) fn spread(&mut self, deal: usize, money: usize) {
        self.spread_from(deal, money, self.date);
        self.spread_displaced(deal);
    }

    pub(super) fn spread_displaced(&mut self, deal: usize) {
        while let Some(first) = self.displaced.iter().min().copied() {
            self.displaced.retain(|one| *one != first);
            self.spread_from(deal, first.1, first.0);
        }
    }

    fn spread_from(&mut self, deal: usize, money: usize, from: Date) {
        self.spread_on(deal, money, from);
        for day in self.later(deal).into_iter().filter(|day| *day > from) {
            self.spread_on(deal, money, day);
        }
    }

    fn spread_on(&mut self, deal: usize, money: usize, day: Date) {
        let of = &self.of.deals[deal];
        let own = pool(&of.money[money].item);
        let fits = |one: &usize| pool(&of.receivables[*one].item) == own;
        let mut open: Vec<usize> = (0..of.receivables.len()).filter(fits).collect();
        open.sort_by_key(|one| {
            let one = &of.receivables[*one];
            let ahead = one.due.is_some_and(|due| due > day);
            (one.due.is_none(), ahead, one.due, one.seq, one.id.clone())
        });
        for receivable in open {
            let part = self.reach(deal, (money, receivable), day);
            if part > 0 {
                self.take_place(deal, (money, receivable), day, part);
                self.pay(deal, (money, receivable), part, day);
            }
        }
    }

    pub(super) fn spread_all(&mut self, deal: usize) {
        self.spread_after(deal, None);
    }

    /// Of the money that came in after a posting.
    fn spread_after(&mut self, deal: usize, posting: Option<usize>) {
        for money in 0..self.of.deals[deal].money.len() {
            let of = &self.of.deals[deal];
            if of.free(money) > 0 && Some(of.money[money].posting) > posting {
                self.spread(deal, money);
            }
        }
    }

    /// Takes free money of an item that was there on the date; what is lacking.
    pub(super) fn take(&mut self, deal: usize, item: &Text, mut amount: i64) -> i64 {
        for money in 0..self.of.deals[deal].money.len() {
            let of = &self.of.deals[deal];
            let one = &of.money[money];
            let is_there = one.item == *item && one.date <= self.date && of.free(money) > 0;
            let part = of.least(Watched::Free(money), self.date).min(amount);
            if is_there && part > 0 {
                self.hold(deal, money, -part);
                amount -= part;
            }
        }
        amount
    }

    /// Frees what a receivable was paid with, the last pair first, of what was there on the date.
    pub(super) fn free_receivable(
        &mut self,
        deal: usize,
        receivable: usize,
        mut amount: i64,
        on_any_day: bool,
    ) {
        for pair in (0..self.of.deals[deal].pairs.len()).rev() {
            let of = &self.of.deals[deal];
            let (money, to, paid) = of.pairs[pair];
            let part = paid.min(amount);
            let was_there = on_any_day || of.money[money].date <= self.date;
            if to == receivable && part > 0 && was_there {
                self.free_pair(deal, pair, part);
                amount -= part;
            }
        }
    }

    pub(super) fn drop_house(&mut self, deal: usize) {
        for receivable in 0..self.of.deals[deal].receivables.len() {
            let one = &self.of.deals[deal].receivables[receivable];
            if !matches!(pool(&one.item), "house" | "loan") {
                continue;
            }
            let paid = self.of.deals[deal].paid(receivable);
            self.free_receivable(deal, receivable, paid, true);
            let gone = self.of.deals[deal].open(receivable);
            if gone > 0 {
                self.change(deal, receivable, -gone);
            }
        }
    }

    pub(super) fn adjust(&mut self, deal: usize, receivable: usize, by: i64) -> Outcome {
        let one = &self.of.deals[deal].receivables[receivable];
        let most = one.amount + by - one.waived;
        if most < 0 {
            return Err("ledger.below_zero");
        }
        let excess = self.of.deals[deal].paid(receivable) - most;
        if excess > 0 {
            self.free_receivable(deal, receivable, excess, false);
            if self.of.deals[deal].paid(receivable) > most {
                return Err("ledger.paid_later");
            }
        }
        self.change(deal, receivable, by);
        Ok(())
    }

    pub(super) fn mirror(&mut self, key: &Text) -> Outcome {
        let at = self.posted(key)?;
        let one = &self.of.postings[at];
        if one.is_mirror {
            return Err("ledger.reversal_of_reversal");
        }
        if one.is_mirrored {
            return Err("ledger.reversed_twice");
        }
        let lasts = matches!(
            one.kind,
            LedgerActKind::OpenDeal
                | LedgerActKind::Sign
                | LedgerActKind::EndDeal
                | LedgerActKind::Verify
                | LedgerActKind::Close
        );
        if lasts {
            return Err("ledger.not_reversed");
        }
        if self.date < one.date {
            return Err("ledger.before_original");
        }
        let (bank, is_allocation) = (one.bank, one.kind == LedgerActKind::Allocate);
        for did in netted(&one.did).into_iter().rev() {
            self.back(did)?;
        }
        if !is_allocation {
            let opens = |did: &Did| match did {
                Did::Raised { by, .. } => *by > 0,
                Did::Waived { by, .. } | Did::Paid { by, .. } => *by < 0,
                _ => false,
            };
            let opened = netted(&self.did).into_iter().filter(opens);
            let deals: BTreeSet<usize> = opened.map(|did| did.deal()).collect();
            deals.into_iter().for_each(|deal| self.spread_after(deal, Some(at)));
        }
        self.bank -= bank;
        Ok(())
    }

    pub(super) fn back(&mut self, did: Did) -> Outcome {
        match did {
            Did::MadeReceivable { .. }
            | Did::MadeMoney { .. }
            | Did::MadePair { .. }
            | Did::ByHand { .. } => {}
            Did::Raised { deal, receivable, by } => return self.adjust(deal, receivable, -by),
            Did::Waived { deal, receivable, by } => {
                self.of.deals[deal].receivables[receivable].waived -= by;
                self.dated(self.date, Did::Waived { deal, receivable, by: -by });
            }
            Did::Dated { deal, receivable, before } => {
                let one = &mut self.of.deals[deal].receivables[receivable];
                let now = std::mem::replace(&mut one.due, before);
                self.did.push(Did::Dated { deal, receivable, before: now });
            }
            Did::Held { deal, money, by } => {
                let mut lacking = by - self.of.deals[deal].free(money);
                for pair in (0..self.of.deals[deal].pairs.len()).rev() {
                    let (from, _, paid) = self.of.deals[deal].pairs[pair];
                    let part = paid.min(lacking);
                    if from == money && part > 0 {
                        self.free_pair(deal, pair, part);
                        lacking -= part;
                    }
                }
                if by > 0 && self.of.deals[deal].free(money) < by {
                    return Err("ledger.money_used");
                }
                self.hold(deal, money, -by);
            }
            Did::Paid { deal, pair, by } => {
                let of = &self.of.deals[deal];
                let (money, receivable, paid) = of.pairs[pair];
                if by > 0 {
                    self.free_pair(deal, pair, paid.min(by));
                } else {
                    let back = self.room(deal, (money, receivable), self.date).min(-by);
                    self.pay(deal, (money, receivable), back, self.date);
                }
            }
        }
        Ok(())
    }
}
