//! The engine: a plan, and the payments that were made.

use super::payment::FundPayment;
use super::plan::{FundPlan, FundPlanLine};
use crate::builder::inputs;
use crate::check::{Must, with_repeats};
use crate::error::{Code, Error, Input, Result};
use crate::number::Money;
use crate::{Date, Text};

/// A fund plan with the payments that were made (handbook §28.4).
///
/// ```
/// use kaipan::fund_plan::*;
/// let day = |text: &str| text.parse::<kaipan::Date>();
/// let line = FundPlanLine::new("L-1", day("2026-09-15")?, FundPurpose::Refund, "100000".parse()?)
///     .with_reported_on(day("2026-09-14")?)
///     .with_approval("SP-2");
/// let plan = FundPlan::new(day("2026-09-01")?, "500000".parse()?)
///     .with_approval("SP-1")
///     .with_lines(vec![line]);
/// let pay = |on: &str| -> kaipan::Result<FundPaymentAnswer> {
///     let payment = FundPayment::new("FK-1", day(on)?, FundPurpose::Refund, "60000".parse()?);
///     FundPlanning::new(&plan).pay(&payment.with_plan_line("L-1"))
/// };
/// assert_eq!(pay("2026-09-15")?.left_after.to_string(), "40000.00");
/// // A day later the line has lapsed.
/// assert_eq!(pay("2026-09-16").unwrap_err().code().as_str(), "fund_plan.other_day");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct FundPlanning<'a> {
    pub(super) plan: &'a FundPlan,
    pub(super) payments: &'a [FundPayment],
}

impl<'a> FundPlanning<'a> {
    /// The plan of a month.
    pub fn new(plan: &'a FundPlan) -> FundPlanning<'a> {
        FundPlanning { plan, payments: &[] }
    }

    inputs! {
        /// The payments that were made, in the order in which they were recorded.
        payments: &'a [FundPayment];
    }

    /// The line with an id.
    pub(super) fn line(&self, id: &Text) -> Option<(usize, &'a FundPlanLine)> {
        self.plan.lines.iter().enumerate().find(|(_, line)| line.id == *id)
    }

    /// How many days before its day a line is to be reported.
    pub(super) fn days_ahead(&self) -> u32 {
        self.plan.days_ahead.unwrap_or(1)
    }

    /// Refuses what cannot be.
    pub(crate) fn checked(&self) -> Result<()> {
        let mut wrong = self.wrong_month();
        let wrong_lines = self.wrong_lines().into_iter();
        wrong.extend(wrong_lines.map(|error| error.at("lines")));
        let mut wrong: Vec<Error> =
            wrong.into_iter().map(|error| error.within(Input::Plan)).collect();
        for (at, payment) in self.payments.iter().enumerate() {
            let error = not_positive(payment.amount);
            wrong.extend(error.map(|error| error.at(at).within(Input::Payments)));
        }
        Error::collect(wrong)
    }

    fn wrong_month(&self) -> Vec<Error> {
        let plan = self.plan;
        let figure = |amount| Must::NotBeNegative.refused(Code::FundPlanFigure, "amount", amount);
        let mut wrong: Vec<Error> = figure(plan.amount).into_iter().collect();
        for (at, row, first) in with_repeats(&plan.purposes, |row| row.purpose) {
            let place = |error: Error| error.at(at).at("purposes");
            wrong.extend(figure(row.amount).map(place));
            let twice = first.map(|_| repeated(row.purpose.word()).at("purpose"));
            wrong.extend(twice.map(place));
        }
        if plan.purposes.is_empty() || !wrong.is_empty() {
            return wrong;
        }
        match Money::sum(plan.purposes.iter().map(|row| row.amount)) {
            Ok(sum) if sum == plan.amount => {}
            Ok(sum) => {
                let error = Error::new(Code::FundPlanMonthSum).with("amount", plan.amount);
                wrong.push(error.with("sum", sum).at("amount"));
            }
            Err(error) => wrong.push(error.at("purposes")),
        }
        wrong
    }

    fn wrong_lines(&self) -> Vec<Error> {
        let mut wrong = Vec::new();
        for (at, line, first) in with_repeats(&self.plan.lines, |line| &line.id) {
            wrong.extend(not_positive(line.amount).map(|error| error.at(at)));
            wrong.extend(first.map(|_| repeated(&line.id).at("id").at(at)));
            if month_of(line.date) != month_of(self.plan.month) {
                let error = Error::new(Code::FundPlanOtherMonth).with("day", line.date);
                let month = month_of(self.plan.month);
                wrong.push(error.with("month", month).at("date").at(at));
            }
        }
        wrong
    }
}

pub(super) fn not_positive(amount: Money) -> Option<Error> {
    Must::BePositive.refused(Code::FundPlanFigure, "amount", amount)
}

fn repeated(name: &str) -> Error {
    Error::new(Code::FundPlanRepeated).with("name", name)
}

/// The month of a day, as `2026-09`.
pub(super) fn month_of(day: Date) -> String {
    day.to_string().get(..7).unwrap_or_default().to_owned()
}
