//! Planned and real days of the steps of a service.

use super::{DayKind, PlannedFrom, Service, ServiceDates, ServiceDefinition, ServiceStep};
use crate::error::{Code, Error, Result};
use crate::working_days::Calendar;
use crate::{Date, Text};
use kaipan_derive::boundary;

/// A step with its planned and its real day.
#[boundary(answer)]
pub struct PlannedStep {
    /// The step.
    pub step: Text,
    /// The planned day: the one promised, else the anchor's and so many days, and no earlier than the
    /// step may be. Absent while the anchor is not known.
    pub planned: Option<Date>,
    /// The real day, once it is done.
    pub done: Option<Date>,
}

impl ServiceDefinition {
    /// The planned and real day of every step of a service. A step that counts from an earlier one
    /// counts from its real day, before it is known from its planned day.
    ///
    /// # Errors
    /// [`Code::PaymentDueDate`] for a day outside the calendar.
    pub(super) fn planned(
        &self,
        service: &Service,
        dates: &ServiceDates,
        calendar: &Calendar,
    ) -> Result<Vec<PlannedStep>> {
        let mut planned: Vec<PlannedStep> = Vec::with_capacity(self.steps.len());
        for step in &self.steps {
            let promised = service.promised.iter().find(|one| one.step == step.code);
            let anchor = |of: &PlannedFrom| match of {
                PlannedFrom::Started {} => service.applied_on,
                PlannedFrom::Step { step } => {
                    let earlier = planned.iter().find(|one| one.step == *step);
                    earlier.and_then(|one| one.done.or(one.planned))
                }
                other => other.day_in(dates),
            };
            let day = match (promised, anchor(&step.from)) {
                (Some(promised), _) => Some(promised.on),
                (None, None) => None,
                (None, Some(from)) => {
                    let earliest = step.not_before.as_ref().and_then(anchor);
                    Some(step.day_after(from, calendar)?).max(earliest)
                }
            };
            let done = service.done(&step.code).map(|done| done.on);
            planned.push(PlannedStep { step: step.code.clone(), planned: day, done });
        }
        Ok(planned)
    }
}

impl ServiceStep {
    fn day_after(&self, from: Date, calendar: &Calendar) -> Result<Date> {
        match (self.day_kind, u32::try_from(self.days)) {
            (DayKind::Working, Ok(days)) => days_after(from, days, DayKind::Working, calendar),
            _ => from.shift_days(self.days).ok_or_else(|| outside(from, self.days)),
        }
    }
}

/// The day so many days after another: natural days, or working days of which the first after the
/// day is 1.
pub(super) fn days_after(
    from: Date,
    days: u32,
    kind: DayKind,
    calendar: &Calendar,
) -> Result<Date> {
    let day = match kind {
        DayKind::Natural => from.add_days(days),
        DayKind::Working if days == 0 => calendar.on_or_after(from),
        DayKind::Working => calendar.nth_after(from, days),
    };
    day.ok_or_else(|| outside(from, days))
}

fn outside(from: Date, days: impl std::fmt::Display) -> Error {
    Error::new(Code::PaymentDueDate).with("date", from).with("months", 0).with("days", days)
}
