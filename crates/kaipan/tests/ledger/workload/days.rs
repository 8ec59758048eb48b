//! Days in the second ledger: what there is of something on each.

use super::auditor::{Deal, Did, Doing, Outcome};
use kaipan::{Date, Text};
use std::collections::BTreeMap;

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Watched {
    Open(usize),
    Free(usize),
    Pair(usize),
}

impl Deal {
    fn moved(&self, what: Watched, did: Did) -> i64 {
        match (what, did) {
            (Watched::Open(own), Did::Raised { receivable, by, .. }) if receivable == own => by,
            (Watched::Open(own), Did::Waived { receivable, by, .. }) if receivable == own => -by,
            (Watched::Free(own), Did::Held { money, by, .. }) if money == own => by,
            (Watched::Open(own), Did::Paid { pair, by, .. }) if self.pairs[pair].1 == own => -by,
            (Watched::Free(own), Did::Paid { pair, by, .. }) if self.pairs[pair].0 == own => -by,
            (Watched::Pair(own), Did::Paid { pair, by, .. }) if pair == own => by,
            _ => 0,
        }
    }

    pub(super) fn by_day(&self, what: Watched, of: &[(Date, Did)]) -> BTreeMap<Date, i64> {
        let mut days = BTreeMap::new();
        for (day, did) in of {
            *days.entry(*day).or_default() += self.moved(what, *did);
        }
        days
    }

    pub(super) fn until(days: &BTreeMap<Date, i64>, day: Date) -> i64 {
        days.range(..=day).map(|(_, by)| by).sum()
    }

    /// The least that there is from a day on.
    pub(super) fn least(&self, what: Watched, from: Date) -> i64 {
        let days = self.by_day(what, &self.dated);
        let later = days.keys().filter(|day| **day > from).map(|day| Deal::until(&days, *day));
        later.fold(Deal::until(&days, from), i64::min)
    }
}

impl Doing<'_> {
    pub(super) fn dated(&mut self, day: Date, did: Did) {
        self.of.deals[did.deal()].dated.push((day, did));
        self.did.push(did);
    }

    pub(super) fn counts_from(
        &self,
        deal: usize,
        (money, receivable): (usize, usize),
        day: Date,
    ) -> Date {
        let of = &self.of.deals[deal];
        day.max(of.money[money].date).max(of.receivables[receivable].raised_on)
    }

    /// What money can pay of a receivable from a day on.
    pub(super) fn room(&self, deal: usize, pair: (usize, usize), day: Date) -> i64 {
        let (of, on) = (&self.of.deals[deal], self.counts_from(deal, pair, day));
        let free = of.least(Watched::Free(pair.0), on);
        free.min(of.least(Watched::Open(pair.1), on)).max(0)
    }

    /// Days after that of the posting on which something of a deal changes.
    pub(super) fn later(&self, deal: usize) -> Vec<Date> {
        let days = self.of.deals[deal].dated.iter().map(|(day, _)| *day);
        let mut days: Vec<Date> = days.filter(|day| *day > self.date).collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    /// Frees what a pair still pays on every later day, and the rest on later days.
    pub(super) fn free_pair(&mut self, deal: usize, pair: usize, mut amount: i64) {
        let days = std::iter::once(self.date).chain(self.later(deal));
        for day in days {
            let of = &self.of.deals[deal];
            let (money, receivable, _) = of.pairs[pair];
            let part = of.least(Watched::Pair(pair), day).min(amount);
            if part > 0 {
                self.pay(deal, (money, receivable), -part, day);
                amount -= part;
            }
        }
    }

    /// What is free of an item is not used by what is dated later.
    pub(super) fn unused(&self, deal: usize, item: &Text, amount: i64) -> Outcome {
        let of = &self.of.deals[deal];
        let there = (0..of.money.len()).filter(|one| {
            of.money[*one].item == *item && of.money[*one].date <= self.date && of.free(*one) > 0
        });
        let there: Vec<usize> = there.collect();
        let free: i64 = there.iter().map(|one| of.free(*one)).sum();
        let least = there.iter().map(|one| of.least(Watched::Free(*one), self.date).max(0));
        let is_used = amount <= free && amount > least.sum::<i64>();
        if is_used { Err("ledger.used_later") } else { Ok(()) }
    }

    /// On no day is less than nothing there, where what is posted makes it less.
    pub(super) fn guard(&self) -> Outcome {
        let mut deals: Vec<usize> = self.did.iter().map(Did::deal).collect();
        deals.sort_unstable();
        deals.dedup();
        for deal in deals {
            let of = &self.of.deals[deal];
            let is_new = |did: &&Did| {
                let lists = matches!(
                    did,
                    Did::MadeReceivable { .. }
                        | Did::MadeMoney { .. }
                        | Did::MadePair { .. }
                        | Did::ByHand { .. }
                        | Did::Dated { .. }
                );
                did.deal() == deal && !lists
            };
            let count = self.did.iter().filter(is_new).count();
            let (before, new) = of.dated.split_at(of.dated.len() - count);
            for (_, did) in new {
                let watched = match *did {
                    Did::Raised { receivable, .. } | Did::Waived { receivable, .. } => {
                        vec![Watched::Open(receivable)]
                    }
                    Did::Held { money, .. } => vec![Watched::Free(money)],
                    Did::Paid { pair, .. } => {
                        let (money, receivable, _) = of.pairs[pair];
                        vec![Watched::Free(money), Watched::Open(receivable), Watched::Pair(pair)]
                    }
                    _ => vec![],
                };
                for what in watched {
                    let (before, by) = (of.by_day(what, before), of.by_day(what, new));
                    for day in before.keys().chain(by.keys()) {
                        let (was, by) = (Deal::until(&before, *day), Deal::until(&by, *day));
                        if by < 0 && was + by < 0 {
                            return Err("ledger.used_later");
                        }
                    }
                }
            }
        }
        Ok(())
    }
}

/// What a posting did, with what it did to each pair as one, where the last of it stands.
pub(super) fn netted(did: &[Did]) -> Vec<Did> {
    let mut netted = Vec::new();
    for (at, one) in did.iter().enumerate() {
        let Did::Paid { deal, pair, .. } = *one else {
            netted.push(*one);
            continue;
        };
        let own = |did: &Did| match did {
            Did::Paid { deal: other, pair: of, by } if (*other, *of) == (deal, pair) => Some(*by),
            _ => None,
        };
        if did[at + 1..].iter().any(|did| own(did).is_some()) {
            continue;
        }
        netted.push(Did::Paid { deal, pair, by: did.iter().filter_map(own).sum() });
    }
    netted
}
