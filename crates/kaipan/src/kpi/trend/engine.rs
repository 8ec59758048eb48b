use super::point::{TrendPoint, TrendStep, TrendTable};
use crate::Date;
use crate::builder::{inputs, optional_inputs};
use crate::check::{Must, Span};
use crate::error::{Code, Error, Input, Result};
use crate::kpi::period::PeriodKind;
use crate::kpi::rounded::{divided, figure, quotient, rate};
use crate::number::{Figure, Rate, Unrounded, overflow};
use std::collections::HashMap;

/// Says how a figure changes from period to period (handbook §8.6).
///
/// ```
/// use kaipan::kpi::{PeriodKind, TrendPoint, Trending};
/// let point = |from: &str, to: &str, value: &str| -> kaipan::Result<TrendPoint> {
///     Ok(TrendPoint::new(from.parse()?, to.parse()?).with_value(value.parse()?))
/// };
/// let points = [point("2026-01-01", "2026-01-31", "40")?, point("2026-02-01", "2026-02-28", "50")?];
/// let table = Trending::new(PeriodKind::Month, &points).moving(2).table()?;
/// assert_eq!(table.steps[1].period_on_period.unwrap().to_string(), "0.25");
/// assert_eq!(table.steps[1].moving_average.unwrap().to_string(), "45");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Trending<'a> {
    kind: PeriodKind,
    points: &'a [TrendPoint],
    moving: Option<u32>,
    year_on_year: bool,
}

impl<'a> Trending<'a> {
    /// Of periods of one kind, the first one first, without a gap.
    pub const fn new(kind: PeriodKind, points: &'a [TrendPoint]) -> Trending<'a> {
        Trending { kind, points, moving: None, year_on_year: false }
    }

    optional_inputs! {
        /// Over how many periods the moving average goes.
        moving: u32;
    }

    inputs! {
        /// Whether each is compared with the same period a year before.
        year_on_year: bool;
    }

    /// The changes.
    ///
    /// # Errors
    /// [`Code::KpiYearOnYear`] of stages and cumulative figures; [`Code::KpiDatesTurned`],
    /// [`Code::KpiPeriodDays`], [`Code::KpiGap`] of periods; [`Code::KpiNumber`] of a moving average over
    /// nothing.
    pub fn table(&self) -> Result<TrendTable> {
        self.refuse()?;
        let by_day: HashMap<Date, Option<Figure>> =
            self.points.iter().map(|point| (point.from, point.value)).collect();
        let (mut steps, mut cumulative) = (Vec::with_capacity(self.points.len()), Figure::ZERO);
        let mut before = None;
        let year_before = |day| if self.year_on_year { self.kind.year_before(day) } else { None };
        for (at, point) in self.points.iter().enumerate() {
            if let Some(value) = point.value {
                cumulative = cumulative.checked_add(value).ok_or_else(overflow)?;
            }
            let year = year_before(point.from).and_then(|day| by_day.get(&day).copied().flatten());
            steps.push(TrendStep {
                period: self.kind.name(point.from).into(),
                value: point.value,
                period_on_period: change(point.value, before)?,
                year_on_year: change(point.value, year)?,
                moving_average: self.moving_average(at)?,
                cumulative,
            });
            before = point.value;
        }
        Ok(TrendTable { steps })
    }

    fn refuse(&self) -> Result<()> {
        let mut errors = Vec::new();
        if self.year_on_year && matches!(self.kind, PeriodKind::Stage | PeriodKind::Cumulative) {
            let error = Error::new(Code::KpiYearOnYear).with("kind", self.kind.word());
            errors.push(error.with("kind_zh", self.kind.chinese()).within(Input::YearOnYear));
        }
        let moving =
            self.moving.and_then(|of| Must::BePositive.refused(Code::KpiNumber, "moving", of));
        errors.extend(moving.map(|error| error.placed(Input::Moving)));
        let mut next = None;
        for (at, point) in self.points.iter().enumerate() {
            let span = Span::new(Some(point.from), Some(point.to));
            let is_one = match self.kind {
                PeriodKind::Stage | PeriodKind::Cumulative => true,
                kind => point.to <= kind.last(point.from),
            };
            let error = if span.turned().is_some() {
                Some(span.named_in(Error::new(Code::KpiDatesTurned)).at("to"))
            } else if !is_one {
                let error = span.named_in(Error::new(Code::KpiPeriodDays)).at("to");
                Some(error.with("kind", self.kind.word()).with("kind_zh", self.kind.chinese()))
            } else {
                let gap = next.filter(|next| *next != point.from);
                gap.map(|next| {
                    Error::new(Code::KpiGap)
                        .with("expected", next)
                        .with("day", point.from)
                        .at("from")
                })
            };
            errors.extend(error.map(|error| error.at(at).within(Input::Series)));
            next = point.to.add_days(1);
        }
        Error::collect(errors)
    }

    fn moving_average(&self, at: usize) -> Result<Option<Figure>> {
        let Some(of) = self.moving else { return Ok(None) };
        let count = usize::try_from(of).map_err(|_| overflow())?;
        let end = at.saturating_add(1);
        let Some(start) = end.checked_sub(count) else { return Ok(None) };
        let mut sum = 0_i128;
        for point in self.points.get(start..end).unwrap_or_default() {
            let Some(value) = point.value else { return Ok(None) };
            sum = sum.checked_add(i128::from(value.millionths())).ok_or_else(overflow)?;
        }
        let mean = quotient(sum, i128::from(of).saturating_mul(1_000_000))?;
        mean.map(|mean| figure(&mean, 2)).transpose()
    }
}

/// The change as a share of what was before, if that was above zero.
fn change(now: Option<Figure>, before: Option<Figure>) -> Result<Option<Rate>> {
    let Some((now, before)) = now.zip(before).filter(|(_, before)| before.is_positive()) else {
        return Ok(None);
    };
    let before = Unrounded::from(before);
    let change = divided(&Unrounded::from(now).sub(&before)?, &before)?;
    change.as_ref().map(rate).transpose()
}
