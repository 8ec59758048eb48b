//! Columns that are read and written.

use crate::check::outside_calendar;
use crate::error::{Code, Error, Input, Result};
use crate::number::Money;
use kaipan_derive::boundary;

/// In the place of a day: there is none.
pub const NO_DAY: i32 = i32::MIN;

/// Claims as columns, a row each. A column that may be empty is left out by an empty slice.
#[derive(Debug, Clone, Copy, Default)]
pub struct ClaimColumns<'a> {
    /// Due days, in days since 1970-01-01; [`NO_DAY`] where there is none.
    pub due: &'a [i32],
    /// Amounts, in fen.
    pub amounts: &'a [i64],
    /// The days on which they arose, or empty; [`NO_DAY`] where it is not known. Before it there is no
    /// claim.
    pub since: &'a [i32],
    /// Whether late fees are charged, or empty: on all.
    pub bearing: &'a [bool],
    /// Contract totals of their deals in fen, for caps by those, or empty; 0 where it is not known.
    pub contract_totals: &'a [i64],
    /// The group that each counts in, from 0, for aging, or empty: all in one.
    pub groups: &'a [u16],
}

/// Receipts as columns, a row each, in any order; those that are in the order of their claims are
/// quicker.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReceiptColumns<'a> {
    /// The row of the claim that each pays, from 0.
    pub claims: &'a [u32],
    /// Days on which the money came in, in days since 1970-01-01.
    pub days: &'a [i32],
    /// Amounts in fen; below zero it was given back.
    pub amounts: &'a [i64],
}

/// Where an assessment is written: one element a claim.
#[derive(Debug)]
pub struct AssessedColumns<'a> {
    /// What is owed, in fen.
    pub outstanding: &'a mut [i64],
    /// Days overdue, if something is owed; else 0.
    pub overdue_days: &'a mut [u32],
    /// 参考违约金, in fen.
    pub late_fees: &'a mut [i64],
}

/// Sums over all claims.
#[boundary(answer)]
#[derive(Copy, Default)]
pub struct AssessedSums {
    /// Claims that there are on the day.
    pub claims: u32,
    /// What is owed.
    pub outstanding: Money,
    /// What of it is overdue.
    pub overdue: Money,
    /// 参考违约金.
    pub late_fee: Money,
}

/// What is owed by the claims of a group.
#[boundary(answer)]
#[derive(Default)]
pub struct AgedGroup {
    /// Claims of which there are amounts.
    pub claims: u32,
    /// Not due yet.
    pub not_due: Money,
    /// Overdue, bucket by bucket.
    #[boundary(required)]
    pub buckets: Vec<Money>,
    /// Without a due day.
    pub undated: Money,
}

impl ClaimColumns<'_> {
    /// # Errors
    /// [`Code::OverdueColumns`] for columns of different lengths; [`Code::NumberBetween`] for a day
    /// outside the calendar.
    pub(super) fn check(&self) -> Result<()> {
        let rows = self.amounts.len();
        let columns = [
            ("due", self.due.len(), false),
            ("since", self.since.len(), true),
            ("bearing", self.bearing.len(), true),
            ("contract_totals", self.contract_totals.len(), true),
            ("groups", self.groups.len(), true),
        ];
        let wrong = columns
            .into_iter()
            .filter(|(_, len, optional)| *len != rows && !(*optional && *len == 0));
        let errors = wrong.map(|(field, len, _)| of_length(field, len, rows, Input::Claims));
        let days = [("due", self.due), ("since", self.since)].into_iter();
        let days = days.filter_map(|(field, days)| outside_calendar(field, days, Some(NO_DAY)));
        Error::collect(errors.chain(days.map(|error| error.within(Input::Claims))).collect())
    }
}

impl ReceiptColumns<'_> {
    /// # Errors
    /// As [`ClaimColumns::check`].
    pub(super) fn check(&self) -> Result<()> {
        let rows = self.claims.len();
        let columns = [("days", self.days.len()), ("amounts", self.amounts.len())];
        let wrong = columns.into_iter().filter(|(_, len)| *len != rows);
        let errors = wrong.map(|(field, len)| of_length(field, len, rows, Input::Received));
        let days = outside_calendar("days", self.days, None);
        let days = days.map(|error| error.within(Input::Received));
        Error::collect(errors.chain(days).collect())
    }
}

impl AssessedColumns<'_> {
    /// # Errors
    /// As [`ClaimColumns::check`].
    pub(super) fn check(&self, rows: usize) -> Result<()> {
        let columns = [
            ("outstanding", self.outstanding.len()),
            ("overdue_days", self.overdue_days.len()),
            ("late_fees", self.late_fees.len()),
        ];
        let wrong = columns.into_iter().filter(|(_, len)| *len != rows);
        let errors = wrong.map(|(field, len)| of_length(field, len, rows, Input::Claims));
        Error::collect(errors.collect())
    }
}

fn of_length(field: &'static str, found: usize, expected: usize, input: Input) -> Error {
    let error = Error::new(Code::OverdueColumns).with("field", field).with("found", found);
    error.with("expected", expected).at(field).within(input)
}
