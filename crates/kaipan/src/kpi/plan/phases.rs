//! 跨期调整: what lines of a plan become when amounts move between periods of a year.

use super::rephasing::PlanPhase;
use super::sales_plan::SalesPlanLine;
use crate::Date;
use crate::Text;
use crate::error::{Code, Error, Input, Result};
use crate::kpi::period::PeriodKind;
use crate::number::{Figure, Unrounded, overflow, split};

/// The lines of one metric, kind of period and year.
pub(super) struct YearOfLines<'a> {
    pub(super) metric: &'a Text,
    pub(super) period: PeriodKind,
    pub(super) year: i32,
    /// Places of the lines, in the order of the plan.
    pub(super) lines: Vec<usize>,
}

/// A line with what it is to be.
pub(super) struct Phased<'a> {
    pub(super) line: &'a SalesPlanLine,
    /// The place of the phase that names it.
    pub(super) named: Option<usize>,
    pub(super) value: Figure,
}

impl YearOfLines<'_> {
    /// Σ of the lines before and after.
    pub(super) fn sums(&self, lines: &[Phased<'_>]) -> Result<(Figure, Figure)> {
        let own = || self.lines.iter().filter_map(|at| lines.get(*at));
        let sum = |mut values: Box<dyn Iterator<Item = Figure> + '_>| {
            values.try_fold(Figure::ZERO, Figure::checked_add).ok_or_else(overflow)
        };
        let before = sum(Box::new(own().map(|one| one.line.value)))?;
        Ok((before, sum(Box::new(own().map(|one| one.value)))?))
    }

    /// The place of the first phase that names a line of the year.
    pub(super) fn place(&self, lines: &[Phased<'_>]) -> Option<usize> {
        self.lines.iter().filter_map(|at| lines.get(*at)?.named).min()
    }

    /// The year's total is another.
    pub(super) fn total_differs(&self, before: Figure, after: Figure) -> Result<Error> {
        let difference = after.checked_sub(before).ok_or_else(overflow)?;
        let error = Error::new(Code::KpiRephaseTotal).with("metric", self.metric);
        let error = error.with("period", self.year).with("total", before).with("sum", after);
        Ok(error.with("difference", difference))
    }

    /// Spreads what the named lines leave of the year over its other lines that are not over, in the
    /// ratio of what they have, equally if they have nothing.
    pub(super) fn spread(
        &self,
        lines: &mut [Phased<'_>],
        today: Date,
        quantum: Figure,
    ) -> Result<Option<Error>> {
        let (before, after) = self.sums(lines)?;
        let open: Vec<usize> = self
            .lines
            .iter()
            .copied()
            .filter(|at| lines.get(*at).is_some_and(|one| one.is_open(today)))
            .collect();
        let mut own = Figure::ZERO;
        for one in open.iter().filter_map(|at| lines.get(*at)) {
            own = own.checked_add(one.value).ok_or_else(overflow)?;
        }
        let moved = before.checked_sub(after).ok_or_else(overflow)?;
        let left = own.checked_add(moved).ok_or_else(overflow)?;
        if moved.is_zero() {
            return Ok(None);
        }
        if open.is_empty() || left.is_negative() {
            return self.total_differs(before, after).map(Some);
        }
        let (steps, step) = (left.millionths(), quantum.millionths());
        if steps.checked_rem(step) != Some(0) {
            let error = Error::new(Code::KpiNotWhole).with("value", left).with("quantum", quantum);
            return Ok(Some(error));
        }
        let weight = |at: &usize| {
            let value = lines.get(*at).map_or(Figure::ZERO, |one| one.value);
            let weight = if own.is_zero() { Unrounded::ONE } else { Unrounded::from(value) };
            (weight, *at)
        };
        let weights: Vec<(Unrounded, usize)> = open.iter().map(weight).collect();
        let shares = split(steps.checked_div(step).ok_or_else(overflow)?, &weights)?;
        for (at, share) in open.into_iter().zip(shares) {
            let value = share.checked_mul(step).ok_or_else(overflow)?;
            if let Some(one) = lines.get_mut(at) {
                one.value = Figure::from_millionths(value);
            }
        }
        Ok(None)
    }
}

impl Phased<'_> {
    /// It is not over, and nobody says what it is to be.
    fn is_open(&self, today: Date) -> bool {
        self.named.is_none() && self.line.to >= today
    }
}

impl PlanPhase {
    /// What is wrong with it beside its line, each at its field.
    pub(super) fn errors(&self, line: &SalesPlanLine, today: Date) -> Vec<Error> {
        let mut errors = Vec::new();
        if self.value.is_negative() {
            let error = Error::new(Code::KpiTargetNegative).with("value", self.value);
            errors.push(error.at("value"));
        }
        if line.to < today {
            let error = Error::new(Code::KpiRephasePast).with("metric", &self.metric);
            errors.push(error.with("to", line.to).with("today", today).at("from"));
        }
        if line.from.month().0 != line.to.month().0 {
            let error = Error::new(Code::KpiRephaseYears).with("metric", &self.metric);
            errors.push(line.days().named_in(error).at("from"));
        }
        errors
    }

    /// No line of the plan is meant.
    pub(super) fn unknown(&self) -> Error {
        let error = Error::new(Code::KpiPlanLineUnknown).with("metric", &self.metric);
        let error = error.with("kind", self.period.word()).with("kind_zh", self.period.chinese());
        error.with("from", self.from).at("from")
    }
}

/// Puts errors at their phase.
pub(super) fn at_phase(errors: Vec<Error>, at: usize) -> impl Iterator<Item = Error> {
    errors.into_iter().map(move |error| error.at(at).within(Input::Phases))
}
