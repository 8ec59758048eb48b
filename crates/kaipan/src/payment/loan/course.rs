//! The course of a loan: month by month, with what changes it on the way.

use super::check::{Act, Event, Loan, outside};
use super::schedule::LoanChangeResult;
use super::terms::{LoanConvention, PrepayEffect, RepaymentMethod};
use crate::error::{Code, Error, Result};
use crate::number::{Money, Rate};

/// A loan at the beginning of its course.
#[derive(Clone, Copy)]
pub(super) struct Start {
    /// Fen.
    pub(super) principal: i64,
    pub(super) months: u32,
    /// Annual, in millionths.
    pub(super) rate: u32,
    /// Not [`RepaymentMethod::Bullet`].
    pub(super) repayment: RepaymentMethod,
    pub(super) convention: LoanConvention,
}

/// What is shown of a month, in fen.
#[derive(Clone, Copy)]
pub(super) struct Row {
    pub(super) month: u32,
    pub(super) payment: i64,
    pub(super) principal: i64,
    pub(super) interest: i64,
    pub(super) prepaid: Option<i64>,
    pub(super) balance: i64,
}

/// A way of counting a loan. `None` is an amount past the range of a [`Money`].
pub(super) trait Course: Copy {
    fn begin(start: &Start) -> Option<Self>;
    /// Pays a month; asked for only while months are left.
    fn pay(&mut self, month: u32) -> Option<Row>;
    /// Pays the months after `month` and before `until` that are like any other, if it knows a
    /// quick way; gives the last month paid. At least one month is left.
    fn steady(&mut self, month: u32, _until: u32, _each: &mut impl FnMut(Row)) -> u32 {
        month
    }
    /// Months left.
    fn left(&self) -> u32;
    /// Balance, fen, as shown.
    fn balance(&self) -> Option<i64>;
    /// Takes this off the balance; it is less than the balance shown.
    fn take(&mut self, fen: i64) -> Option<()>;
    /// Counts the payment anew, at this rate, from balance and months left.
    fn reset(&mut self, rate: Option<u32>) -> Option<()>;
    /// Keeps the payment (the monthly principal, for equal principal) and ends when it is enough.
    fn keep(&mut self, left: u32);
    /// Ends here.
    fn close(&mut self);
    /// Σ interest so far, fen, as shown.
    fn interest(&self) -> Option<i64>;
    /// How much more interest `other` has had, fen, as shown.
    fn saved_against(&self, other: &Self) -> Option<i64>;

    /// Pays part of the balance early.
    fn prepay(&mut self, fen: i64, effect: PrepayEffect) -> Option<()> {
        self.take(fen)?;
        match effect {
            PrepayEffect::LowerPayment => self.reset(None),
            PrepayEffect::ShorterTerm => {
                self.keep(self.left());
                // How long that takes is seen by trying.
                let mut trial = *self;
                let mut months = 0_u32;
                while trial.left() > 0 {
                    months = months.saturating_add(1);
                    trial.pay(months)?;
                }
                self.keep(months);
                Some(())
            }
        }
    }

    /// The payment of the next month, as shown; 0 when none is left.
    fn next_payment(&self) -> Option<i64> {
        let mut trial = *self;
        if trial.left() == 0 { Some(0) } else { trial.pay(0).map(|row| row.payment) }
    }
}

/// A course that has come to its end.
pub(super) struct Run<C> {
    pub(super) course: C,
    pub(super) first: i64,
    pub(super) last: i64,
    pub(super) months: u32,
    pub(super) changes: Vec<LoanChangeResult>,
}

/// Runs a loan to its end, giving every month to `each`.
pub(super) fn run<C: Course>(
    loan: &Loan<'_>,
    start: &Start,
    mut each: impl FnMut(Row),
) -> Result<Run<C>> {
    let mut course = C::begin(start).ok_or_else(overflow)?;
    let mut events = loan.events.iter().peekable();
    let mut errors = Vec::new();
    let mut changes = Vec::with_capacity(loan.events.len());
    let mut annual = loan.annual;
    let (mut first, mut last, mut month) = (None, 0, 0_u32);
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
        month = course.steady(month, until, &mut each);
    }
    let late = events.map(|event| outside(*event, month).at(event.index).at("changes"));
    errors.extend(late);
    Error::collect(errors)?;
    Ok(Run { course, first: first.unwrap_or(0), last, months: month, changes })
}

/// A part repayment must leave something.
fn too_much(event: &Event, row: &Row) -> Option<Error> {
    let Act::Prepay(amount, _) = event.act else { return None };
    if amount.fen() < row.balance {
        return None;
    }
    let error = Error::new(Code::LoanPrepayTooMuch).with("month", event.month);
    let error = error.with("balance", Money::from_fen(row.balance));
    Some(error.with("amount", amount).at("amount"))
}

/// Carries out an early repayment after a month's payment.
fn repay<C: Course>(course: &mut C, event: &Event, row: &mut Row) -> Option<()> {
    let fen = match event.act {
        Act::Prepay(amount, effect) => {
            course.prepay(amount.fen(), effect)?;
            amount.fen()
        }
        _ => {
            course.close();
            row.balance
        }
    };
    row.prepaid = Some(row.prepaid.unwrap_or(0).checked_add(fen)?);
    row.balance = course.balance()?;
    Some(())
}

fn change<C: Course>(course: &C, month: u32, annual: Rate) -> Option<LoanChangeResult> {
    Some(LoanChangeResult {
        month,
        annual_rate: annual,
        balance: Money::from_fen(course.balance()?),
        payment: Money::from_fen(course.next_payment()?),
        months_left: course.left(),
    })
}

/// A checked rate as the courses count it.
pub(super) fn millionths(annual: Rate) -> u32 {
    u32::try_from(annual.millionths()).unwrap_or(0)
}

/// An amount of the loan past the range of a [`Money`].
pub(super) fn overflow() -> Error {
    Error::new(Code::NumberOverflow).at("principal")
}
