//! Σ of the days within the plan of the month.

use super::plan::{FundPlanLine, FundPurpose};
use super::planning::FundPlanning;
use crate::Date;
use crate::error::{Code, Error, Result};
use crate::number::{Money, overflow};
use std::collections::BTreeMap;

/// What the lines of the days come to as of a day, and which of them go above the month's plan.
#[derive(Debug, Default)]
pub(super) struct WithinMonth {
    /// What counts of the lines that are within it, in all.
    pub(super) planned: Money,
    /// The same by purpose.
    pub(super) by_purpose: BTreeMap<FundPurpose, Money>,
    /// Places of the lines that are not, with why.
    pub(super) above: BTreeMap<usize, Error>,
}

impl FundPlanning<'_> {
    /// Goes through the lines in the order in which they were reported. A line that would go above the
    /// month's plan is left out, so that a smaller one after it may still fit. Of days that have passed
    /// what was paid counts, since the rest has lapsed. A line that was reported late is none.
    pub(super) fn within_month(
        &self,
        as_of: Date,
        paid: &BTreeMap<usize, Money>,
    ) -> Result<WithinMonth> {
        let mut within = WithinMonth::default();
        for (at, line) in self.plan.lines.iter().enumerate() {
            let is_known = line.reported_on.is_none_or(|on| on <= as_of);
            if !is_known || self.late(line).is_some() {
                continue;
            }
            let counted = match line.date < as_of {
                true => paid.get(&at).copied().unwrap_or(Money::ZERO),
                false => line.amount,
            };
            let add = |sum: Money| sum.checked_add(counted).ok_or_else(overflow);
            let of_purpose = within.by_purpose.get(&line.purpose).copied().unwrap_or(Money::ZERO);
            let (planned, of_purpose) = (add(within.planned)?, add(of_purpose)?);
            if let Some(error) = self.above(line, planned, of_purpose) {
                within.above.insert(at, error);
            } else {
                within.planned = planned;
                within.by_purpose.insert(line.purpose, of_purpose);
            }
        }
        Ok(within)
    }

    /// What may go out for a purpose; all of it where the month is not planned by purpose.
    pub(super) fn limit(&self, purpose: FundPurpose) -> Option<Money> {
        if self.plan.purposes.is_empty() {
            return None;
        }
        let row = self.plan.purposes.iter().find(|row| row.purpose == purpose);
        Some(row.map_or(Money::ZERO, |row| row.amount))
    }

    fn above(&self, line: &FundPlanLine, planned: Money, of_purpose: Money) -> Option<Error> {
        let above = |[zh, en]: [&str; 2], sum: Money, most: Money| {
            let error = Error::new(Code::FundPlanOverMonth).with("sum", sum).with("most", most);
            error.with("purpose", en).with("purpose_zh", zh)
        };
        let limit = self.limit(line.purpose).filter(|limit| of_purpose > *limit);
        if let Some(limit) = limit {
            let names = [line.purpose.chinese(), line.purpose.word()];
            return Some(above(names, of_purpose, limit));
        }
        let most = self.plan.amount;
        (planned > most).then(|| above(["全部", "all purposes"], planned, most))
    }
}
