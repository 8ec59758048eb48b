//! What is wrong with a loan before it is computed, and when its changes take place.

use super::rate::{LoanRate, in_range};
use super::terms::{LoanChange, LoanTerms, MOST_MONTHS, PrepayEffect, RepaymentMethod};
use crate::Date;
use crate::error::{At, Code, Error, Result};
use crate::number::{Money, Rate};
use chrono::Datelike;

/// The longest loan that is repaid once at maturity, in months (handbook §4.4).
const MOST_BULLET_MONTHS: u32 = 12;
/// More changes than a loan of a hundred years needs; a bound for the work.
const MOST_CHANGES: usize = 240;

/// Terms that have been checked.
pub(super) struct CheckedLoan<'a> {
    pub(super) terms: &'a LoanTerms,
    /// Annual rate at the start.
    pub(super) annual: Rate,
    /// In order of time.
    pub(super) events: Vec<LoanEvent>,
}

/// A change, with the month it takes place in.
#[derive(Clone, Copy)]
pub(super) struct LoanEvent {
    /// Its place in [`LoanTerms::changes`].
    pub(super) index: usize,
    pub(super) month: u32,
    /// Which field said when.
    pub(super) said: &'static str,
    pub(super) act: Act,
}

#[derive(Clone, Copy)]
pub(super) enum Act {
    /// Before the month's payment.
    Rate(Rate),
    /// After it.
    Prepay(Money, PrepayEffect),
    /// After it.
    PayOff,
}

impl Act {
    pub(super) fn is_rate(self) -> bool {
        matches!(self, Act::Rate(_))
    }
}

impl LoanTerms {
    /// The due date of a month from 1 on, if the first is given.
    #[inline]
    pub(super) fn due(&self, month: u32) -> Option<Date> {
        self.first_payment.and_then(|first| due_after(first, month))
    }
}

// Apart, so that what fills a month's row stays small enough to be inlined.
#[inline(never)]
fn due_after(first: Date, month: u32) -> Option<Date> {
    first.add_months(i32::try_from(month).ok()?.checked_sub(1)?)
}

/// Checks terms; every error at once, with its place in the terms.
pub(super) fn check(terms: &LoanTerms) -> Result<CheckedLoan<'_>> {
    let mut errors = Vec::new();
    if !terms.principal.is_positive() {
        errors.push(not_positive("principal", terms.principal).at("principal"));
    }
    let months = terms.months;
    let bullet = terms.repayment == RepaymentMethod::Bullet;
    let wrong_months = wrong_months(months, terms.repayment);
    if let (None, Some(first)) = (&wrong_months, terms.first_payment)
        && terms.due(months).is_none()
    {
        let error = Error::new(Code::LoanPastCalendar).with("date", first);
        errors.push(error.with("months", months).at("first_payment"));
    }
    errors.extend(wrong_months);
    let (annual, wrong_rate) = annual(&terms.rate, months);
    errors.extend(wrong_rate);
    let mut events = Vec::new();
    if bullet && !terms.changes.is_empty() {
        errors.push(Error::new(Code::LoanBulletChange).at("changes"));
    } else if terms.changes.len() > MOST_CHANGES {
        let error = Error::new(Code::LoanChangeCount).with("count", terms.changes.len());
        errors.push(error.with("limit", MOST_CHANGES).at("changes"));
    } else {
        events = check_changes(terms, &mut errors);
    }
    Error::collect(errors)?;
    Ok(CheckedLoan { terms, annual, events })
}

/// What is wrong with a loan whatever its amount, with its place in the terms.
pub(crate) fn wrong_terms(months: u32, rate: &LoanRate, repayment: RepaymentMethod) -> Vec<Error> {
    let mut errors: Vec<Error> = wrong_months(months, repayment).into_iter().collect();
    errors.extend(annual(rate, months).1);
    errors
}

/// A loan that runs no month, or more than any loan does.
#[cfg(feature = "service")]
pub(crate) fn no_term(months: u32) -> Option<Error> {
    wrong_months(months, RepaymentMethod::EqualInstalment)
}

fn wrong_months(months: u32, repayment: RepaymentMethod) -> Option<Error> {
    let (code, limit) = if !(1..=MOST_MONTHS).contains(&months) {
        (Code::LoanMonths, MOST_MONTHS)
    } else if repayment == RepaymentMethod::Bullet && months > MOST_BULLET_MONTHS {
        (Code::LoanBulletMonths, MOST_BULLET_MONTHS)
    } else {
        return None;
    };
    Some(Error::new(code).with("months", months).with("limit", limit).at("months"))
}

/// The annual rate at the start, and what is wrong with it.
fn annual(rate: &LoanRate, months: u32) -> (Rate, Vec<Error>) {
    let mut errors = Vec::new();
    errors
        .extend(rate.published_as().and_then(|preset| preset.check_term(months).at("rate").err()));
    let annual = rate.of_term(months).at("rate");
    let annual = annual.map_err(|error| errors.push(error)).unwrap_or_default();
    (annual, errors)
}

fn check_changes(terms: &LoanTerms, errors: &mut Vec<Error>) -> Vec<LoanEvent> {
    let mut events: Vec<LoanEvent> = Vec::with_capacity(terms.changes.len());
    for (index, change) in terms.changes.iter().enumerate() {
        let (month, date, act) = match *change {
            LoanChange::Rate { month, date, annual } => (month, date, Act::Rate(annual)),
            LoanChange::Prepay { month, date, amount, effect } => {
                (month, date, Act::Prepay(amount, effect))
            }
            LoanChange::PayOff { month, date } => (month, date, Act::PayOff),
        };
        let mut refuse = |error: Error| errors.push(error.at(index).at("changes"));
        match act {
            Act::Rate(annual) => {
                if let Err(error) = in_range(annual) {
                    refuse(error.at("annual"));
                }
            }
            Act::Prepay(amount, _) if !amount.is_positive() => {
                refuse(not_positive("amount", amount).at("amount"));
            }
            Act::Prepay(..) | Act::PayOff => {}
        }
        let (month, said) = match (month, date, terms.first_payment) {
            (Some(month), None, _) => (month, "month"),
            (None, Some(date), Some(first)) => (month_of(date, first, act), "date"),
            (None, Some(date), None) => {
                refuse(Error::new(Code::LoanChangeUndated).with("date", date).at("date"));
                continue;
            }
            _ => {
                refuse(Error::new(Code::LoanChangeWhen));
                continue;
            }
        };
        let event = LoanEvent { index, month, said, act };
        if month == 0 {
            refuse(outside(event, terms.months));
            continue;
        }
        let order = |event: &LoanEvent| (event.month, !event.act.is_rate());
        if let Some(before) = events.last()
            && order(before) > order(&event)
        {
            let error = Error::new(Code::LoanChangeOrder).with("month", month);
            refuse(error.with("before", before.month).at(said));
            continue;
        }
        events.push(event);
    }
    events
}

/// A change that the loan is over for, or that comes before it; `end` is its last month.
pub(super) fn outside(event: LoanEvent, end: u32) -> Error {
    // The last payment leaves nothing to repay early.
    let last = if event.act.is_rate() { end } else { end.saturating_sub(1) };
    let error = Error::new(Code::LoanChangeOutside).with("month", event.month);
    error.with("last", last).at(event.said)
}

fn not_positive(field: &'static str, value: Money) -> Error {
    let error = Error::new(Code::LoanAmount).with("field", field).with("value", value);
    error.with("rule_zh", "大于 0").with("rule_en", "above 0")
}

/// The month of a change by date: the first payment on or after it, or, for a rate, the month
/// after that, whose interest begins on that payment's day. A date before the loan is month 1.
fn month_of(date: Date, first: Date, act: Act) -> u32 {
    let index = |date: Date| {
        let year = date.naive().year();
        year.saturating_mul(12).saturating_add_unsigned(date.naive().month0())
    };
    // Payments fall into every month of the calendar, one each.
    let mut after = index(date).saturating_sub(index(first));
    if first.add_months(after).is_some_and(|due| due < date) {
        after = after.saturating_add(1);
    }
    let month = after.saturating_add(if act.is_rate() { 2 } else { 1 });
    u32::try_from(month).unwrap_or(0).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_find_their_month() {
        let date = |text: &str| text.parse::<Date>().unwrap();
        let first = date("2026-01-31");
        let pay = |text| month_of(date(text), first, Act::PayOff);
        let rate = |text| month_of(date(text), first, Act::Rate(Rate::ZERO));
        // Payments: 1-31, 2-28, 3-31, …; interest of month 1 begins on 2025-12-31.
        assert_eq!([pay("2020-05-05"), pay("2026-01-31"), pay("2026-02-01")], [1, 1, 2]);
        assert_eq!([pay("2026-02-28"), pay("2026-03-01"), pay("2027-01-31")], [2, 3, 13]);
        assert_eq!([rate("2025-12-31"), rate("2026-01-01"), rate("2026-01-31")], [1, 2, 2]);
        assert_eq!([rate("2026-02-28"), rate("2026-03-01"), rate("2020-01-01")], [3, 4, 1]);
    }
}
