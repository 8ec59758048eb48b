//! Spans of numbers that nobody has touched.

use super::book::{IssuedVouchers, VoucherBook};

/// Numbers from one to another, both included.
pub(super) type Sequences = (u32, u32);

impl VoucherBook {
    /// The numbers that nobody has, in rising order.
    pub(super) fn registered(&self) -> Vec<Sequences> {
        self.without(self.issued.iter().map(|span| (span.from, span.to)))
    }

    /// The numbers without a voucher below the highest that has one: issued or not.
    pub(super) fn skipped(&self) -> Vec<Sequences> {
        let Some(highest) = self.vouchers.last().map(|one| one.sequence) else { return Vec::new() };
        let all = self.without(std::iter::empty());
        let below = all.into_iter().filter(|(from, _)| *from < highest);
        below.collect()
    }

    /// All numbers but those that stand in `vouchers` and these, which are in rising order.
    fn without(&self, taken: impl Iterator<Item = Sequences>) -> Vec<Sequences> {
        let used = self.vouchers.iter().map(|one| (one.sequence, one.sequence));
        let mut taken: Vec<Sequences> = taken.chain(used).collect();
        taken.sort_unstable();
        let mut free = Vec::new();
        let mut next = Some(self.from);
        for (from, to) in taken {
            let Some(first) = next else { break };
            if let Some(last) = from.checked_sub(1).filter(|last| *last >= first) {
                free.push((first, last));
            }
            next = to.checked_add(1);
        }
        free.extend(next.filter(|first| *first <= self.to).map(|first| (first, self.to)));
        free
    }

    /// The lowest numbers that nobody has, so many of them; none if there are fewer.
    pub(super) fn lowest(&self, count: u32) -> Option<Vec<Sequences>> {
        let mut left = count;
        let mut found = Vec::new();
        for (from, to) in self.registered() {
            if left == 0 {
                break;
            }
            let taken = left.min(length((from, to)));
            found.push((from, from.saturating_add(taken).saturating_sub(1)));
            left = left.saturating_sub(taken);
        }
        (left == 0).then_some(found)
    }

    /// Gives a holder numbers, in their place among the others.
    pub(super) fn give(&mut self, holder: &crate::Text, (from, to): Sequences) {
        let at = self.issued.partition_point(|span| span.from < from);
        self.issued.insert(at, IssuedVouchers { holder: holder.clone(), from, to });
    }

    /// Takes numbers from whoever has them all in one span; false if nobody does.
    pub(super) fn take(&mut self, holder: &crate::Text, (from, to): Sequences) -> bool {
        let has = |span: &IssuedVouchers| {
            span.holder == *holder && span.from <= from && from <= to && to <= span.to
        };
        let Some(at) = self.issued.iter().position(has) else { return false };
        let span = self.issued.remove(at);
        let above = to.checked_add(1).filter(|first| *first <= span.to);
        if let Some(first) = above {
            self.issued
                .insert(at, IssuedVouchers { holder: holder.clone(), from: first, to: span.to });
        }
        let below = from.checked_sub(1).filter(|last| *last >= span.from);
        if let Some(last) = below {
            self.issued
                .insert(at, IssuedVouchers { holder: holder.clone(), from: span.from, to: last });
        }
        true
    }
}

/// How many numbers there are.
pub(super) fn length((from, to): Sequences) -> u32 {
    to.saturating_sub(from).saturating_add(1)
}

/// How many numbers there are in all.
pub(super) fn count(spans: &[Sequences]) -> u32 {
    spans.iter().fold(0, |sum, span| sum.saturating_add(length(*span)))
}
