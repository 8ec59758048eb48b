//! The balance of one claim on a day, run through its payments.

use super::claim::{ClaimOfDay, day_number};
use super::late_fee::{Accrual, AccruedPart, DailyRates, LateFeePolicy};
use crate::Date;
use crate::error::Result;

/// A claim after its payments up to a day. Days are counted from the due day; for a claim without
/// one all are day 0.
pub(super) struct ClaimBalance<'a> {
    pub(super) accrual: Accrual<'a>,
    /// What was unpaid until when, what is unpaid last.
    pub(super) parts: Vec<AccruedPart>,
    pub(super) last_paid: Option<i32>,
    pub(super) today: i32,
}

/// How a claim is run: by which policy, with what beside it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Running<'a> {
    pub(super) policy: &'a LateFeePolicy,
    pub(super) rates: &'a DailyRates,
    pub(super) as_of: Date,
    pub(super) contract_total: Option<i64>,
    /// Waivers of the late fee by their days, counted from the due day, in fen.
    pub(super) waived: &'a [(i32, i64)],
}

/// Days from the due day of a claim to a day.
pub(super) fn from_due(due: Option<Date>, day: Date) -> i32 {
    due.map_or(0, |due| day_number(day).saturating_sub(day_number(due)))
}

impl<'a> Running<'a> {
    /// # Errors
    /// More was paid than is owed, or given back than was paid, at the payment.
    pub(super) fn run(&self, of_day: &ClaimOfDay<'_>) -> Result<ClaimBalance<'a>> {
        let claim = of_day.claim;
        let bearing = claim.due.filter(|_| self.policy.bears(claim.category()));
        let due = bearing.map(day_number);
        let mut accrual = Accrual::new(self.policy, self.rates, due, claim.amount.fen())
            .with(self.contract_total, self.waived);
        let mut parts = Vec::new();
        let mut last_paid = None;
        for (at, payment) in &of_day.payments {
            let day = from_due(claim.due, payment.on);
            accrual.waive(day)?;
            let paid = accrual.pay(day, payment.amount.fen(), &mut |part| parts.push(part));
            paid.map_err(|error| {
                error.with("claim", &claim.id).at("amount").at(*at).at("payments")
            })?;
            if payment.amount.is_positive() {
                last_paid = Some(day);
            }
        }
        let today = from_due(claim.due, self.as_of);
        accrual.waive(today)?;
        accrual.unpaid_parts(today, &mut |part| parts.push(part))?;
        Ok(ClaimBalance { accrual, parts, last_paid, today })
    }
}
