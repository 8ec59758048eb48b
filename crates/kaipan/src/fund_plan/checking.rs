//! What a plan comes to on a day.

use super::paying::Paid;
use super::plan::FundPlanLine;
use super::planning::{FundPlanning, month_of};
use super::sheet::{FundLinePosition, FundLineState, FundPlanSheet, FundPurposePosition};
use super::within_month::WithinMonth;
use crate::Date;
use crate::error::{Error, Finding, Input, Result};
use crate::number::{Money, overflow};
use std::collections::BTreeMap;

impl FundPlanning<'_> {
    /// What is planned, paid, lapsed and open as of a day. What came later changes nothing in it.
    ///
    /// # Errors
    /// As [`FundPlanning::pay`] for a plan that cannot be; sums outside the range of money.
    pub fn check(&self, as_of: Date) -> Result<FundPlanSheet> {
        self.checked()?;
        let (mut paid, mut findings) = (Paid::default(), Vec::new());
        for (at, payment) in self.payments.iter().enumerate().filter(|(_, one)| one.date <= as_of) {
            if let Err(error) = self.take(&mut paid, payment)? {
                let all: Vec<Finding> = error.reasons().map(Finding::from).collect();
                findings.extend(all.into_iter().map(|one| one.at(at).within(Input::Payments)));
            }
        }
        let within = self.within_month(as_of, &paid.by_line)?;
        let mut lines = Vec::new();
        for (at, line) in self.known(as_of) {
            let place = |error: Error| error.finding().at(at).at("lines").within(Input::Plan);
            findings.extend(self.late(line).map(|error| place(error.at("reported_on"))));
            findings.extend(within.above.get(&at).cloned().map(|error| place(error.at("amount"))));
            lines.push(self.position(as_of, (at, line), &paid, &within)?);
        }
        let minus = |from: Money, less: Money| from.checked_sub(less).ok_or_else(overflow);
        Ok(FundPlanSheet {
            as_of,
            month: first_day(self.plan.month),
            amount: self.plan.amount,
            planned: within.planned,
            paid: Money::sum(paid.by_line.values().copied())?,
            lapsed: Money::sum(lines.iter().map(|line| line.lapsed))?,
            room: minus(self.plan.amount, within.planned)?,
            unplanned: paid.unplanned,
            purposes: self.purposes(&paid.by_line, &within)?,
            lines,
            findings,
        })
    }

    /// The lines that were reported by a day.
    fn known(&self, as_of: Date) -> impl Iterator<Item = (usize, &FundPlanLine)> {
        let lines = self.plan.lines.iter().enumerate();
        lines.filter(move |(_, line)| line.reported_on.is_none_or(|on| on <= as_of))
    }

    fn position(
        &self,
        as_of: Date,
        (at, line): (usize, &FundPlanLine),
        all_paid: &Paid<'_>,
        within: &WithinMonth,
    ) -> Result<FundLinePosition> {
        let paid = all_paid.by_line.get(&at).copied().unwrap_or(Money::ZERO);
        let open = line.amount.checked_sub(paid).ok_or_else(overflow)?;
        let has_passed = line.date < as_of;
        let refused = within.above.contains_key(&at) || self.late(line).is_some();
        let state = if open.is_zero() {
            FundLineState::Paid
        } else if refused {
            FundLineState::Refused
        } else if !self.not_approved(line).is_empty() {
            FundLineState::NotApproved
        } else if has_passed {
            FundLineState::Lapsed
        } else if line.date == as_of {
            FundLineState::Open
        } else {
            FundLineState::Planned
        };
        let payable = matches!(state, FundLineState::Open | FundLineState::Planned);
        let lapsed = has_passed && state == FundLineState::Lapsed;
        let of_month = self.left_of_month(all_paid, line.purpose)?.left.max(Money::ZERO);
        Ok(FundLinePosition {
            line: line.id.clone(),
            date: line.date,
            amount: line.amount,
            paid,
            left: if payable { open.min(of_month) } else { Money::ZERO },
            lapsed: if lapsed { open } else { Money::ZERO },
            state,
        })
    }

    fn purposes(
        &self,
        paid: &BTreeMap<usize, Money>,
        within: &WithinMonth,
    ) -> Result<Vec<FundPurposePosition>> {
        let of = |row: &super::plan::FundPlanPurpose| {
            let purpose = row.purpose;
            let lines = self.plan.lines.iter().enumerate();
            let own = lines.filter(|(_, line)| line.purpose == purpose);
            let paid = Money::sum(own.filter_map(|(at, _)| paid.get(&at).copied()))?;
            let planned = within.by_purpose.get(&purpose).copied().unwrap_or(Money::ZERO);
            let room = row.amount.checked_sub(planned).ok_or_else(overflow)?;
            Ok(FundPurposePosition { purpose, amount: row.amount, planned, paid, room })
        };
        self.plan.purposes.iter().map(of).collect()
    }
}

/// The first day of a month.
fn first_day(day: Date) -> Date {
    format!("{}-01", month_of(day)).parse().unwrap_or(day)
}
