//! Claims as they are on a day, by what was recorded up to a horizon.

use super::{ClaimPayment, MoneyClaim};
use crate::Date;
use chrono::Datelike;

/// 1970-01-01, the day that is numbered 0.
const DAYS_BEFORE: i32 = 719_163;

/// The number of a day: days since 1970-01-01.
pub(in crate::overdue) fn day_number(day: Date) -> i32 {
    day.naive().num_days_from_ce().saturating_sub(DAYS_BEFORE)
}

/// Which claims and payments count: those of business days up to the day, recorded up to the
/// horizon. What was never numbered counts in any case.
#[derive(Debug, Clone, Copy)]
pub(in crate::overdue) struct ClaimsOfDay {
    pub(in crate::overdue) as_of: Date,
    pub(in crate::overdue) horizon: Option<u32>,
}

/// A claim on a day.
#[derive(Debug, Clone)]
pub(in crate::overdue) struct ClaimOfDay<'a> {
    /// Its place in the list of claims.
    pub(in crate::overdue) at: usize,
    pub(in crate::overdue) claim: &'a MoneyClaim,
    /// The payments that count, by day; of one day what was given back comes last.
    pub(in crate::overdue) payments: Vec<(usize, &'a ClaimPayment)>,
}

impl ClaimsOfDay {
    pub(in crate::overdue) fn is_recorded(self, number: Option<u32>) -> bool {
        self.horizon.is_none_or(|horizon| number.is_none_or(|number| number <= horizon))
    }

    fn counts(self, payment: &ClaimPayment) -> bool {
        let reversed = payment.reversed.as_ref();
        let is_reversed =
            reversed.is_some_and(|one| one.on <= self.as_of && self.is_recorded(one.recorded));
        payment.on <= self.as_of && self.is_recorded(payment.recorded) && !is_reversed
    }

    /// The claim is there on the day.
    pub(in crate::overdue) fn has(self, claim: &MoneyClaim) -> bool {
        claim.since.is_none_or(|since| since <= self.as_of) && self.is_recorded(claim.recorded)
    }

    /// The claim is there on the day, and less was paid for it than it comes to.
    pub(in crate::overdue) fn is_owed(self, claim: &MoneyClaim) -> bool {
        let counted = claim.payments.iter().filter(|payment| self.counts(payment));
        let paid = counted.map(|payment| i128::from(payment.amount.fen())).sum::<i128>();
        self.has(claim) && paid < i128::from(claim.amount.fen())
    }

    /// The claims that there are on the day.
    pub(in crate::overdue) fn of<'a>(
        self,
        claims: &'a [MoneyClaim],
    ) -> impl Iterator<Item = ClaimOfDay<'a>> {
        let there = claims.iter().enumerate().filter(move |(_, claim)| self.has(claim));
        there.map(move |(at, claim)| {
            let payments = claim.payments.iter().enumerate();
            let mut payments: Vec<(usize, &ClaimPayment)> =
                payments.filter(|(_, payment)| self.counts(payment)).collect();
            payments.sort_by_key(|(_, payment)| {
                (payment.on, payment.amount.is_negative(), payment.amount)
            });
            ClaimOfDay { at, claim, payments }
        })
    }
}
