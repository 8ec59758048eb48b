//! Σ of the days within the plan of the month.

use super::paying::Paid;
use super::plan::{FundPlanLine, FundPurpose};
use super::planning::FundPlanning;
use crate::Date;
use crate::error::{Code, Error, Result};
use crate::number::{Money, overflow};
use std::collections::BTreeMap;

/// What a plan is for that is not by purpose.
const ALL: [&str; 2] = ["全部", "all purposes"];

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

/// What of the month's plan is left after all that was paid in the month, for a purpose.
#[derive(Debug)]
pub(super) struct LeftOfMonth {
    /// The plan: of the purpose, or of all where that has less left.
    most: Money,
    paid: Money,
    /// Below zero where more was paid than planned.
    pub(super) left: Money,
    /// What the plan is for, in Chinese and in English.
    names: [&'static str; 2],
}

impl LeftOfMonth {
    /// An amount is more than what is left.
    pub(super) fn spent(&self, amount: Money) -> Option<Error> {
        let error = || {
            let [zh, en] = self.names;
            let error = Error::new(Code::FundPlanMonthSpent).with("most", self.most);
            let error = error.with("paid", self.paid).with("amount", amount);
            error.with("purpose", en).with("purpose_zh", zh)
        };
        (amount > self.left).then(error)
    }
}

impl FundPlanning<'_> {
    /// What is left of the month for a purpose: its plan less what was paid by lines and beside them.
    pub(super) fn left_of_month(
        &self,
        paid: &Paid<'_>,
        purpose: FundPurpose,
    ) -> Result<LeftOfMonth> {
        let of = |most: Money, names, one: Option<FundPurpose>| {
            let counts = |purpose: FundPurpose| one.is_none_or(|one| one == purpose);
            let line_counts =
                |at: usize| self.plan.lines.get(at).is_some_and(|line| counts(line.purpose));
            let by_line = paid.by_line.iter().filter(|(at, _)| line_counts(**at));
            let beside = paid.beside.iter().filter(|(purpose, _)| counts(**purpose));
            let amounts = by_line.map(|(_, amount)| *amount);
            let paid = Money::sum(amounts.chain(beside.map(|(_, amount)| *amount)))?;
            let left = most.checked_sub(paid).ok_or_else(overflow)?;
            Ok::<_, Error>(LeftOfMonth { most, paid, left, names })
        };
        let all = of(self.plan.amount, ALL, None)?;
        let Some(limit) = self.limit(purpose) else { return Ok(all) };
        let own = of(limit, [purpose.chinese(), purpose.word()], Some(purpose))?;
        Ok(if own.left <= all.left { own } else { all })
    }

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
        (planned > most).then(|| above(ALL, planned, most))
    }
}
