//! Days in the second ledger: what there is of something on each.

use super::auditor::{Auditor, Dated, Deal, Did, Outcome};
use super::doing::Doing;
use kaipan::{Date, Text};
use std::collections::BTreeMap;

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Watched {
    /// What a line comes to without what is waived.
    Owed(usize),
    Open(usize),
    Free(usize),
    /// What of which money pays which line.
    Pair(usize, usize),
}

/// What something that was done adds to what is watched.
fn moved(what: Watched, did: Did) -> i64 {
    match (what, did) {
        (Watched::Owed(own) | Watched::Open(own), Did::Raised { line, by, .. }) if line == own => {
            by
        }
        (Watched::Owed(own) | Watched::Open(own), Did::Waived { line, by, .. }) if line == own => {
            -by
        }
        (Watched::Free(own), Did::Held { money, by, .. }) if money == own => by,
        (Watched::Open(own), Did::Paid { line, by, .. }) if line == own => -by,
        (Watched::Free(own), Did::Paid { money, by, .. }) if money == own => -by,
        (Watched::Pair(from, to), Did::Paid { money, line, by, .. })
            if (money, line) == (from, to) =>
        {
            by
        }
        _ => 0,
    }
}

pub(super) fn sum<'a>(of: impl IntoIterator<Item = &'a Dated>, what: Watched) -> i64 {
    of.into_iter().map(|one| moved(what, one.did)).sum()
}

/// The due date of a line that is in force: that of the last day, of that the last recorded. What is taken
/// back gives none.
pub(super) fn due(of: &[Dated], line: usize, raised: Option<Date>) -> Option<Date> {
    let is_back = |posting: usize| {
        of.iter().any(|one| matches!(one.did, Did::Undated { of, .. } if of == posting))
    };
    let redates = of.iter().filter_map(|one| match one.did {
        Did::Redated { line: own, due, .. } if own == line && !is_back(one.posting) => {
            Some((one.day, one.posting, due))
        }
        _ => None,
    });
    redates.max_by_key(|(day, posting, _)| (*day, *posting)).map_or(raised, |(.., due)| due)
}

fn by_day<'a>(of: impl IntoIterator<Item = &'a Dated>, what: Watched) -> BTreeMap<Date, i64> {
    let mut days = BTreeMap::new();
    for one in of {
        *days.entry(one.day).or_default() += moved(what, one.did);
    }
    days
}

fn until(days: &BTreeMap<Date, i64>, day: Date) -> i64 {
    days.range(..=day).map(|(_, by)| by).sum()
}

impl Deal {
    /// What there is at the end of all days.
    pub(super) fn now(&self, what: Watched) -> i64 {
        sum(&self.dated, what)
    }

    /// What there is at the end of a day.
    pub(super) fn on(&self, day: Date, what: Watched) -> i64 {
        sum(self.dated.iter().filter(|one| one.day <= day), what)
    }

    /// The least that there is from a day on.
    pub(super) fn least(&self, what: Watched, from: Date) -> i64 {
        let days = by_day(&self.dated, what);
        let later = days.keys().filter(|day| **day > from).map(|day| until(&days, *day));
        later.fold(until(&days, from), i64::min)
    }

    /// Outstanding and prepaid, on a day or of all days.
    pub(super) fn balances(&self, on: Option<Date>) -> [i64; 2] {
        let there = |what| on.map_or_else(|| self.now(what), |day| self.on(day, what));
        let open = (0..self.lines.len()).map(|line| there(Watched::Open(line))).sum();
        let free = (0..self.money.len()).map(|money| there(Watched::Free(money))).sum();
        [open, free]
    }
}

impl Auditor {
    /// What a posting has recorded of what pays what: the day, the posting that brought the money, the
    /// line.
    pub(super) fn allocated(&self, key: &Text) -> BTreeMap<(Date, Text, Text), i64> {
        let mut sums = BTreeMap::new();
        for one in &self.postings[self.keys[key]].did {
            if let Did::Paid { deal, money, line, by } = one.did {
                let deal = &self.deals[deal];
                let brought = self.postings[deal.money[money].posting].key.clone();
                *sums.entry((one.day, brought, deal.lines[line].id.clone())).or_default() += by;
            }
        }
        sums
    }
}

impl Doing<'_> {
    /// Something is done on a day.
    pub(super) fn dated(&mut self, day: Date, did: Did) {
        let one = Dated { day, posting: self.of.postings.len(), did };
        self.of.deals[did.deal()].dated.push(one);
        self.did.push(one);
    }

    /// What is free of an item is not used by what is dated later.
    pub(super) fn unused(&self, deal: usize, item: &Text, amount: i64) -> Outcome {
        let of = &self.of.deals[deal];
        let there = (0..of.money.len()).filter(|one| {
            let (money, free) = (&of.money[*one], of.now(Watched::Free(*one)));
            money.item == *item && money.date <= self.date && free > 0
        });
        let there: Vec<usize> = there.collect();
        let free: i64 = there.iter().map(|one| of.now(Watched::Free(*one))).sum();
        let least = there.iter().map(|one| of.least(Watched::Free(*one), self.date).max(0));
        let is_used = amount <= free && amount > least.sum::<i64>();
        if is_used { Err("ledger.used_later") } else { Ok(()) }
    }

    /// On no day is less than nothing there, where what is posted makes it less.
    pub(super) fn guard(&self) -> Outcome {
        for deal in &self.deals {
            let of = &self.of.deals[*deal];
            let own = self.of.postings.len();
            let (new, before): (Vec<Dated>, Vec<Dated>) =
                of.dated.iter().partition(|one| one.posting == own);
            for one in &new {
                let watched = match one.did {
                    Did::Raised { line, .. } | Did::Waived { line, .. } => {
                        vec![Watched::Open(line)]
                    }
                    Did::Held { money, .. } => vec![Watched::Free(money)],
                    Did::Paid { money, line, .. } => {
                        vec![Watched::Free(money), Watched::Open(line), Watched::Pair(money, line)]
                    }
                    _ => vec![],
                };
                for what in watched {
                    let (before, by) = (by_day(&before, what), by_day(&new, what));
                    for day in before.keys().chain(by.keys()) {
                        let (was, by) = (until(&before, *day), until(&by, *day));
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
