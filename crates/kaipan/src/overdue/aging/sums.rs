//! Sums of a row, as they grow claim by claim.

use super::answer::AgingRow;
use super::bucket::AgingBucket;
use crate::error::Result;
use crate::number::{Money, overflow};
use crate::overdue::claim::ClaimDeal;
use crate::{Date, Label, Text};

/// What one claim adds to a row.
#[derive(Debug, Default)]
pub(super) struct AgedClaim {
    pub(super) receivable: Money,
    pub(super) not_due: Money,
    pub(super) undated: Money,
    /// Amounts by days overdue.
    pub(super) overdue: Vec<(u32, Money)>,
    pub(super) next_due: Option<Date>,
}

/// A row that grows.
#[derive(Debug, Clone)]
pub(super) struct Sums {
    receivable: Money,
    not_due: Money,
    undated: Money,
    buckets: Vec<Money>,
    prepayment: Money,
    claims: u32,
    overdue_days: u32,
    next_due: Option<Date>,
}

impl AgedClaim {
    /// It has no amount.
    pub(super) fn is_nothing(&self) -> bool {
        self.not_due.is_zero() && self.undated.is_zero() && self.overdue.is_empty()
    }
}

impl Sums {
    pub(super) fn new(buckets: usize) -> Sums {
        Sums {
            receivable: Money::ZERO,
            not_due: Money::ZERO,
            undated: Money::ZERO,
            buckets: vec![Money::ZERO; buckets],
            prepayment: Money::ZERO,
            claims: 0,
            overdue_days: 0,
            next_due: None,
        }
    }

    pub(super) fn claim(&mut self, claim: &AgedClaim, buckets: &[AgingBucket]) -> Result<()> {
        add(&mut self.receivable, claim.receivable)?;
        add(&mut self.not_due, claim.not_due)?;
        add(&mut self.undated, claim.undated)?;
        for (days, amount) in &claim.overdue {
            let bucket = buckets.iter().position(|bucket| bucket.has(*days));
            if let Some(sum) = bucket.and_then(|at| self.buckets.get_mut(at)) {
                add(sum, *amount)?;
            }
            self.overdue_days = self.overdue_days.max(*days);
        }
        self.claims = self.claims.checked_add(1).ok_or_else(overflow)?;
        let due = self.next_due.into_iter().chain(claim.next_due);
        self.next_due = due.min();
        Ok(())
    }

    pub(super) fn prepaid(&mut self, amount: Money) -> Result<()> {
        add(&mut self.prepayment, amount)
    }

    pub(super) fn row(
        self,
        key: Option<Text>,
        [zh, en]: [Label; 2],
        deal: Option<&ClaimDeal>,
    ) -> Result<AgingRow> {
        let overdue = Money::sum(self.buckets.iter().copied())?;
        let outstanding = Money::sum([self.not_due, overdue, self.undated])?;
        Ok(AgingRow {
            key,
            zh,
            en,
            receivable: self.receivable,
            not_due: self.not_due,
            buckets: self.buckets,
            undated: self.undated,
            outstanding,
            overdue,
            prepayment: self.prepayment,
            net: outstanding.checked_sub(self.prepayment).ok_or_else(overflow)?,
            claims: self.claims,
            overdue_days: self.overdue_days,
            nearest_due: self.next_due,
            deal: deal.cloned(),
        })
    }
}

fn add(sum: &mut Money, amount: Money) -> Result<()> {
    *sum = sum.checked_add(amount).ok_or_else(overflow)?;
    Ok(())
}
