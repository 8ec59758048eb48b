//! The place of later money in the second ledger: day after day, what is missing is freed.

use super::auditor::{Deal, Doing};
use super::days::Watched;
use kaipan::Date;

impl Deal {
    /// Pairs that can give way to money from a day on, the last money first.
    fn yielding(&self, (money, receivable): (usize, usize), on: Date) -> Vec<usize> {
        let mut yielding: Vec<usize> = (0..self.pairs.len())
            .filter(|pair| {
                let (from, to, paid) = self.pairs[*pair];
                let is_later = self.money[from].date > self.money[money].date;
                to == receivable
                    && paid > 0
                    && is_later
                    && !self.by_hand.contains(&(from, to))
                    && self.counts_on(*pair) > on
            })
            .collect();
        yielding.sort_by_key(|pair| {
            let from = self.pairs[*pair].0;
            std::cmp::Reverse((self.money[from].date, from))
        });
        yielding
    }

    /// The last day from which anything of a pair has counted.
    fn counts_on(&self, pair: usize) -> Date {
        let days = self.dated.iter().filter(
            |(_, did)| matches!(did, super::auditor::Did::Paid { pair: own, .. } if *own == pair),
        );
        days.map(|(day, _)| *day).max().unwrap()
    }

    /// What of a pair can be freed by a day, as nothing before a first day is touched.
    fn can_free(&self, pair: usize, first: Date, by: Date) -> i64 {
        let before = Deal::until(&self.by_day(Watched::Pair(pair), &self.dated), first);
        (self.least(Watched::Pair(pair), by) - before).max(0)
    }

    fn days_from(&self, on: Date) -> Vec<Date> {
        let mut days: Vec<Date> = self.dated.iter().map(|(day, _)| *day).collect();
        days.push(on);
        days.retain(|day| *day >= on);
        days.sort_unstable();
        days.dedup();
        days
    }
}

impl Doing<'_> {
    /// What money can pay of a receivable from a day on, if it takes the place of later money.
    pub(super) fn reach(&self, deal: usize, pair: (usize, usize), day: Date) -> i64 {
        let (of, on) = (&self.of.deals[deal], self.counts_from(deal, pair, day));
        let open = of.by_day(Watched::Open(pair.1), &of.dated);
        let yielding = of.yielding(pair, on);
        let there = |day: Date| {
            let gives = yielding.iter().map(|one| of.can_free(*one, on, day)).sum::<i64>();
            Deal::until(&open, day) + gives
        };
        let most = of.days_from(on).into_iter().map(there).min().unwrap();
        most.min(of.least(Watched::Free(pair.0), on)).max(0)
    }

    pub(super) fn take_place(&mut self, deal: usize, pair: (usize, usize), day: Date, amount: i64) {
        let on = self.counts_from(deal, pair, day);
        let of = &self.of.deals[deal];
        let yielding = of.yielding(pair, on);
        for day in of.days_from(on) {
            for one in &yielding {
                let of = &self.of.deals[deal];
                let open = Deal::until(&of.by_day(Watched::Open(pair.1), &of.dated), day);
                let part = (amount - open).min(of.can_free(*one, on, day));
                if part > 0 {
                    let from = of.pairs[*one].0;
                    self.pay(deal, (from, pair.1), -part, day);
                    self.displaced.push((day, from));
                }
            }
        }
    }
}
