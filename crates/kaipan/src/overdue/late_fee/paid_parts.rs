//! What was paid of a claim and not given back, by the day on which it was paid.

use super::accrual::AccruedPart;

/// Parts that were paid and have stayed so. What was given back is what came in last.
#[derive(Debug, Default)]
pub(in crate::overdue) struct PaidParts {
    /// The day of payment, counted from the due day, and fen.
    parts: Vec<(i32, i64)>,
}

impl PaidParts {
    pub(in crate::overdue) fn clear(&mut self) {
        self.parts.clear();
    }

    /// Takes the parts of a claim one after the other, by day.
    pub(in crate::overdue) fn take(&mut self, part: &AccruedPart) {
        if part.is_given_back {
            self.give_back(part.amount);
        } else if part.is_paid {
            self.parts.push((part.until, part.amount));
        }
    }

    fn give_back(&mut self, fen: i64) {
        let mut left = fen;
        while left > 0 {
            let Some((_, last)) = self.parts.last_mut() else { break };
            let back = left.min(*last);
            *last = last.saturating_sub(back);
            left = left.saturating_sub(back);
            if *last == 0 {
                self.parts.pop();
            }
        }
    }

    /// What was paid too late: the days by which it was, and fen.
    pub(in crate::overdue) fn late(&self) -> impl Iterator<Item = (u32, i64)> {
        let late = self.parts.iter().filter(|(day, _)| *day > 0);
        late.filter_map(|(day, fen)| Some((u32::try_from(*day).ok()?, *fen)))
    }
}
