//! Facts of the second ledger: what comes, what leaves, what changes, and the opposite of each.

use super::auditor::{Dated, Deal, Did, Money, Outcome, Step, pool};
use super::days::Watched;
use super::doing::Doing;
use kaipan::ledger::LedgerActKind;
use kaipan::{Date, Text};

impl Deal {
    /// Money in the order of its days.
    pub(super) fn money_by_day(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.money.len()).collect();
        order.sort_by_key(|money| (self.money[*money].date, *money));
        order
    }
}

impl Doing<'_> {
    /// Something is new in a list of a deal.
    pub(super) fn listed(&mut self, did: Did) {
        self.did.push(Dated { day: self.date, posting: self.of.postings.len(), did });
    }

    pub(super) fn bring(&mut self, deal: usize, item: &Text, amount: i64, kept: bool) -> usize {
        let (money, posting) = (self.of.deals[deal].money.len(), self.of.postings.len());
        let brought = Money { item: item.clone(), date: self.date, posting, kept };
        self.of.deals[deal].money.push(brought);
        self.listed(Did::MadeMoney { deal });
        self.dated(self.date, Did::Held { deal, money, by: amount });
        money
    }

    /// Takes free money of an item that was there on the date; what is lacking.
    pub(super) fn take(&mut self, deal: usize, item: &Text, mut amount: i64) -> i64 {
        for money in self.of.deals[deal].money_by_day() {
            let of = &self.of.deals[deal];
            let one = &of.money[money];
            let is_there =
                one.item == *item && one.date <= self.date && of.now(Watched::Free(money)) > 0;
            let part = of.least(Watched::Free(money), self.date).min(amount);
            if is_there && part > 0 {
                self.dated(self.date, Did::Held { deal, money, by: -part });
                amount -= part;
            }
        }
        amount
    }

    /// The lines of house and loan come to nothing.
    pub(super) fn drop_house(&mut self, deal: usize) {
        for line in 0..self.of.deals[deal].lines.len() {
            let of = &self.of.deals[deal];
            let owed = of.on(self.date, Watched::Owed(line));
            if matches!(pool(&of.lines[line].item), "house" | "loan") && owed > 0 {
                self.dated(self.date, Did::Raised { deal, line, by: -owed });
            }
        }
    }

    /// A deal does not end before a day on which something was charged for the house.
    pub(super) fn nothing_charged_later(&self, deal: usize) -> Outcome {
        let of = &self.of.deals[deal];
        let is_charged = (0..of.lines.len()).any(|line| {
            let is_house = matches!(pool(&of.lines[line].item), "house" | "loan");
            is_house && of.now(Watched::Owed(line)) > 0
        });
        if is_charged { Err("ledger.used_later") } else { Ok(()) }
    }

    pub(super) fn adjust(&mut self, deal: usize, line: usize, by: i64) -> Outcome {
        if self.of.deals[deal].now(Watched::Owed(line)) + by < 0 {
            return Err("ledger.below_zero");
        }
        self.dated(self.date, Did::Raised { deal, line, by });
        Ok(())
    }

    pub(super) fn redate(&mut self, deal: usize, line: usize, becomes: Option<Date>) {
        self.dated(self.date, Did::Redated { deal, line, due: becomes });
    }

    fn owes_again(&self, deal: usize, line: usize) -> Outcome {
        let of = &self.of.deals[deal];
        let refused = of.ended_on.is_some() && pool(&of.lines[line].item) != "charge";
        if refused { Err("ledger.deal_ended") } else { Ok(()) }
    }

    /// The opposite of what a posting did, last first.
    pub(super) fn mirror(&mut self, key: &Text) -> Outcome {
        let at = self.of.posted(key)?;
        let one = &self.of.postings[at];
        if matches!(one.step, Step::Mirrored { .. }) {
            return Err("ledger.reversal_of_reversal");
        }
        if one.mirrored_by.is_some() {
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
        self.bank -= one.bank;
        let (did, step) = (one.did.clone(), one.step);
        for Dated { did, .. } in did.into_iter().rev() {
            match did {
                Did::Raised { deal, line, by } => {
                    if by < 0 {
                        self.owes_again(deal, line)?;
                    }
                    self.adjust(deal, line, -by)?;
                }
                Did::Waived { deal, line, by } => {
                    self.owes_again(deal, line)?;
                    self.dated(self.date, Did::Waived { deal, line, by: -by });
                }
                Did::Redated { deal, .. } => self.dated(self.date, Did::Undated { deal, of: at }),
                Did::Held { deal, money, by } => {
                    self.dated(self.date, Did::Held { deal, money, by: -by });
                }
                Did::Undated { .. }
                | Did::MadeLine { .. }
                | Did::MadeMoney { .. }
                | Did::Instructed { .. }
                | Did::Paid { .. } => continue,
            }
            self.touch(did.deal(), Step::Mirrored { of: at });
        }
        if let Step::Allocated { deal, .. } = step {
            self.touch(deal, Step::Mirrored { of: at });
        }
        Ok(())
    }
}
