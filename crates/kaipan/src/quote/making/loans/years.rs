//! The loans of a quote year by year.

use crate::number::Money;
use crate::payment::loan::{LoanMonth, LoanSchedule};
use crate::quote::LoanYear;

/// Years that so many months reach into, as far as room is made for them.
pub(super) fn of(months: u32) -> usize {
    usize::try_from(months.div_ceil(12).min(100)).unwrap_or(0)
}

/// Adds a month to the years of its loan.
pub(super) fn add_month(years: &mut Vec<LoanYear>, month: &LoanMonth) -> Option<()> {
    match years.last_mut().filter(|last| month.month <= last.year.saturating_mul(12)) {
        Some(last) => {
            last.payment = last.payment.checked_add(month.payment)?;
            last.principal = last.principal.checked_add(month.principal)?;
            last.interest = last.interest.checked_add(month.interest)?;
            last.balance = month.balance;
        }
        None => years.push(LoanYear {
            year: month.month.saturating_sub(1).checked_div(12)?.checked_add(1)?,
            payment: month.payment,
            principal: month.principal,
            interest: month.interest,
            balance: month.balance,
        }),
    }
    Some(())
}

/// What months shown to the fen leave of a loan's totals (where nothing is rounded inside) falls
/// into its last year, so that the years add up.
pub(super) fn settle(years: &mut [LoanYear], loan: &LoanSchedule) -> Option<()> {
    let sum = |amount: fn(&LoanYear) -> Money, years: &[LoanYear]| {
        years.iter().try_fold(Money::ZERO, |sum, year| sum.checked_add(amount(year)))
    };
    let principal = loan.principal.checked_sub(sum(|year| year.principal, years)?)?;
    let interest = loan.total_interest.checked_sub(sum(|year| year.interest, years)?)?;
    let last = years.last_mut()?;
    last.principal = last.principal.checked_add(principal)?;
    last.interest = last.interest.checked_add(interest)?;
    last.payment = last.principal.checked_add(last.interest)?;
    Some(())
}

/// Adds the years of a loan to those of all.
pub(super) fn add_all(all: &mut Vec<LoanYear>, years: Vec<LoanYear>) -> Option<()> {
    if all.is_empty() {
        *all = years;
        return Some(());
    }
    for (at, own) in years.into_iter().enumerate() {
        match all.get_mut(at) {
            None => all.push(own),
            Some(year) => {
                year.payment = year.payment.checked_add(own.payment)?;
                year.principal = year.principal.checked_add(own.principal)?;
                year.interest = year.interest.checked_add(own.interest)?;
                year.balance = year.balance.checked_add(own.balance)?;
            }
        }
    }
    Some(())
}
