//! Running a loan to its end: month by month, with what changes it on the way.

use super::way::{Course, Start};
use crate::error::{Code, Error, Result};
use crate::number::{Money, Rate};
use crate::payment::loan::check::{Act, CheckedLoan, Event, outside};
use crate::payment::loan::schedule::{LoanChangeResult, LoanMonth};

/// A course that has come to its end.
pub(in crate::payment::loan) struct Run<C> {
    pub(in crate::payment::loan) course: C,
    pub(in crate::payment::loan) first: Money,
    pub(in crate::payment::loan) last: Money,
    pub(in crate::payment::loan) months: u32,
    pub(in crate::payment::loan) changes: Vec<LoanChangeResult>,
}

/// Runs a loan to its end, giving every month to `each`.
pub(in crate::payment::loan) fn run<C: Course>(
    loan: &CheckedLoan<'_>,
    start: &Start,
    each: &mut dyn FnMut(LoanMonth),
) -> Result<Run<C>> {
    let mut course = C::begin(start).ok_or_else(overflow)?;
    let mut events = loan.events.iter().peekable();
    let mut errors = Vec::new();
    let mut changes = Vec::with_capacity(loan.events.len());
    let mut annual = loan.annual;
    let (mut first, mut last, mut month) = (None, Money::ZERO, 0_u32);
    while course.left() > 0 {
        month = month.saturating_add(1);
        while let Some(event) = events.next_if(|e| e.month == month && e.act.is_rate()) {
            if let Act::Rate(new) = event.act {
                annual = new;
                course.reset(Some(millionths(new))).ok_or_else(overflow)?;
            }
            changes.push(change(&course, month, annual).ok_or_else(overflow)?);
        }
        let mut row = course.pay(month).ok_or_else(overflow)?;
        while let Some(event) = events.next_if(|e| e.month == month && course.left() > 0) {
            match too_much(event, &row) {
                Some(error) => errors.push(error.at(event.index).at("changes")),
                None => {
                    repay(&mut course, event, &mut row).ok_or_else(overflow)?;
                    changes.push(change(&course, month, annual).ok_or_else(overflow)?);
                }
            }
        }
        first = first.or(Some(row.payment));
        last = row.payment;
        each(row);
        let until = events.peek().map_or(u32::MAX, |event| event.month);
        month = course.steady(month, until, each).ok_or_else(overflow)?;
    }
    let late = events.map(|event| outside(*event, month).at(event.index).at("changes"));
    errors.extend(late);
    Error::collect(errors)?;
    Ok(Run { course, first: first.unwrap_or_default(), last, months: month, changes })
}

/// A part repayment must leave something.
fn too_much(event: &Event, row: &LoanMonth) -> Option<Error> {
    let Act::Prepay(amount, _) = event.act else { return None };
    if amount < row.balance {
        return None;
    }
    let error = Error::new(Code::LoanPrepayTooMuch).with("month", event.month);
    let error = error.with("balance", row.balance);
    Some(error.with("amount", amount).at("amount"))
}

/// Carries out an early repayment after a month's payment.
fn repay<C: Course>(course: &mut C, event: &Event, row: &mut LoanMonth) -> Option<()> {
    let repaid = match event.act {
        Act::Prepay(amount, effect) => {
            course.prepay(amount, effect)?;
            amount
        }
        _ => {
            course.close();
            row.balance
        }
    };
    row.prepaid = Some(row.prepaid.unwrap_or_default().checked_add(repaid)?);
    row.balance = course.balance()?;
    Some(())
}

fn change<C: Course>(course: &C, month: u32, annual: Rate) -> Option<LoanChangeResult> {
    Some(LoanChangeResult {
        month,
        annual_rate: annual,
        balance: course.balance()?,
        payment: course.next_payment()?,
        months_left: course.left(),
    })
}

/// A checked rate as the courses count it.
pub(in crate::payment::loan) fn millionths(annual: Rate) -> u32 {
    u32::try_from(annual.millionths()).unwrap_or(0)
}

/// An amount of the loan past the range of a [`Money`].
pub(in crate::payment::loan) fn overflow() -> Error {
    Error::new(Code::NumberOverflow).at("principal")
}
