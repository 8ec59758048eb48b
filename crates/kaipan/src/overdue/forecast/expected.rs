//! When what is owed is due, and what is expected of it.

use super::kind::CollectionKind;
use super::policy::ForecastPolicy;
use crate::Date;
use crate::error::{Code, Finding, Input, Result, finding};
use crate::number::{Money, Rounding, Unrounded};
use crate::overdue::claim::{ClaimDeal, MoneyClaim};
use crate::overdue::day_counts::past_calendar;

/// What is owed of a claim, with the day it is due and what is expected of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct ExpectedMoney {
    pub(super) kind: CollectionKind,
    pub(super) owed: Money,
    /// 应付日期: by contract; of a loan without one the day on which it is expected.
    pub(super) due: Date,
    pub(super) amount: Money,
    pub(super) on: Date,
}

/// The day on which the money of a claim would come in. A loan comes by its promised day, else so many days
/// after signing, and not before its pay-out anchor.
pub(super) fn cash_day(
    claim: &MoneyClaim,
    deal: Option<&ClaimDeal>,
    policy: &ForecastPolicy,
) -> Result<Option<Date>> {
    if !claim.is_loan() {
        return Ok(claim.due);
    }
    if claim.promised.is_some() {
        return Ok(claim.promised);
    }
    let signed = deal.and_then(|deal| deal.signed_on).zip(policy.loan_cycle_days);
    let cycle = signed.map(|(day, days)| {
        let far = || past_calendar("loan_cycle_days", days, day).within(Input::ForecastPolicy);
        day.add_days(days).ok_or_else(far)
    });
    let cycle = cycle.transpose()?;
    let day = cycle.or(claim.due);
    Ok(match (day, claim.not_before) {
        (Some(day), Some(first)) => Some(day.max(first)),
        (day, first) => day.or(first),
    })
}

/// A loan that is promised before its pay-out anchor: the promised day counts, and that is told.
pub(super) fn early_promise(claim: &MoneyClaim) -> Option<Finding> {
    let (day, first) = claim.promised.zip(claim.not_before).filter(|(day, first)| day < first)?;
    let told = || {
        let claim = &claim.id;
        finding!(Code::OverduePromiseBeforeAnchor, claim, day, first).at("promised")
    };
    claim.is_loan().then(told)
}

/// What is expected of an amount whose money would come in on a day. How likely and late that is follows from
/// the days overdue by contract. What is overdue as the forecast begins comes from its first day on.
pub(super) fn expected(
    claim: &MoneyClaim,
    owed: Money,
    cash: Date,
    policy: &ForecastPolicy,
    [as_of, from]: [Date; 2],
) -> Result<ExpectedMoney> {
    let kind = CollectionKind::of(claim.category());
    let due = claim.due.unwrap_or(cash);
    let overdue = u32::try_from(as_of.days_since(due)).unwrap_or(0);
    let (at, probability, lag) = policy.rate(kind, overdue)?;
    let amount = Unrounded::from(owed).mul(&Unrounded::from(probability))?;
    let amount = Rounding::FEN.round(&amount)?;
    let begin = cash.max(from);
    let far = || past_calendar("lag_days", lag, begin).at(at).at("rates");
    let on = begin.add_days(lag).ok_or_else(|| far().within(Input::ForecastPolicy))?;
    Ok(ExpectedMoney { kind, owed, due, amount, on })
}
