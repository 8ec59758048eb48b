//! Running a loan to its end: month by month, with what changes it on the way.

use super::way::{Course, Start};
use crate::error::{Code, Error, Result};
use crate::number::{Money, Rate};
use crate::payment::loan::check::{Act, CheckedLoan, LoanEvent, outside};
use crate::payment::loan::schedule::{LoanChangeResult, LoanMonth};
use std::iter::Peekable;
use std::slice::Iter;

/// A loan on its way, month by month.
pub(in crate::payment::loan) struct Run<'a, C> {
    pub(in crate::payment::loan) course: C,
    pub(in crate::payment::loan) first: Option<Money>,
    pub(in crate::payment::loan) last: Money,
    /// The months paid so far.
    pub(in crate::payment::loan) months: u32,
    pub(in crate::payment::loan) changes: Vec<LoanChangeResult>,
    events: Peekable<Iter<'a, LoanEvent>>,
    annual: Rate,
    errors: Vec<Error>,
}

impl<'a, C: Course> Run<'a, C> {
    pub(in crate::payment::loan) fn begin(
        loan: &'a CheckedLoan<'_>,
        start: &Start,
    ) -> Result<Run<'a, C>> {
        Ok(Run {
            course: C::begin(start).ok_or_else(loan_overflow)?,
            first: None,
            last: Money::ZERO,
            months: 0,
            changes: Vec::with_capacity(loan.events.len()),
            events: loan.events.iter().peekable(),
            annual: loan.annual,
            errors: Vec::new(),
        })
    }

    /// Runs to the end, giving every month to `each`. What is not the same for every caller is
    /// kept small: it is compiled for each of them.
    #[inline]
    pub(in crate::payment::loan) fn go(&mut self, mut each: impl FnMut(LoanMonth)) -> Result<()> {
        while let Some(month) = self.next_month()? {
            each(month);
            let until = self.events.peek().map_or(u32::MAX, |event| event.month);
            let paid = self.course.steady(self.months, until, &mut each);
            self.months = paid.ok_or_else(loan_overflow)?;
        }
        Ok(())
    }

    /// Pays a month, with what changes in it; at the end, what was wrong on the way.
    fn next_month(&mut self) -> Result<Option<LoanMonth>> {
        if self.course.left() == 0 {
            let late = self.events.by_ref();
            let late = late.map(|event| outside(*event, self.months).at(event.index).at("changes"));
            self.errors.extend(late);
            return Error::collect(std::mem::take(&mut self.errors)).map(|()| None);
        }
        self.months = self.months.saturating_add(1);
        let month = self.months;
        while let Some(event) = self.events.next_if(|e| e.month == month && e.act.is_rate()) {
            if let Act::Rate(new) = event.act {
                self.annual = new;
                self.course.reset(Some(millionths(new))).ok_or_else(loan_overflow)?;
            }
            self.note_change()?;
        }
        let mut row = self.course.pay(month).ok_or_else(loan_overflow)?;
        while self.course.left() > 0 {
            let Some(event) = self.events.next_if(|event| event.month == month) else { break };
            match too_much(event, &row) {
                Some(error) => self.errors.push(error.at(event.index).at("changes")),
                None => {
                    repay(&mut self.course, event, &mut row).ok_or_else(loan_overflow)?;
                    self.note_change()?;
                }
            }
        }
        self.first = self.first.or(Some(row.payment));
        self.last = row.payment;
        Ok(Some(row))
    }

    /// Notes what the change of this month led to.
    fn note_change(&mut self) -> Result<()> {
        let change = || {
            Some(LoanChangeResult {
                month: self.months,
                annual_rate: self.annual,
                balance: self.course.balance()?,
                payment: self.course.next_payment()?,
                months_left: self.course.left(),
            })
        };
        let change = change().ok_or_else(loan_overflow)?;
        self.changes.push(change);
        Ok(())
    }
}

/// A part repayment must leave something.
fn too_much(event: &LoanEvent, row: &LoanMonth) -> Option<Error> {
    let Act::Prepay(amount, _) = event.act else { return None };
    if amount < row.balance {
        return None;
    }
    let error = Error::new(Code::LoanPrepayTooMuch).with("month", event.month);
    let error = error.with("balance", row.balance);
    Some(error.with("amount", amount).at("amount"))
}

/// Carries out an early repayment after a month's payment.
fn repay<C: Course>(course: &mut C, event: &LoanEvent, row: &mut LoanMonth) -> Option<()> {
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

/// A checked rate as the courses count it.
pub(in crate::payment::loan) fn millionths(annual: Rate) -> u32 {
    u32::try_from(annual.millionths()).unwrap_or(0)
}

/// An amount of the loan past the range of a [`Money`].
pub(in crate::payment::loan) fn loan_overflow() -> Error {
    Error::new(Code::NumberOverflow).at("principal")
}
