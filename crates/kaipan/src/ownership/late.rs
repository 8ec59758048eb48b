//! By when records must be entered (handbook §23).

use super::policy::OwnershipPolicy;
use crate::error::{At, Error, Input, Result};
use crate::opportunity::FollowUp;
use crate::working_days::Calendar;
use crate::{Date, Text, WorkingDays};
use kaipan_derive::boundary;

/// A record that was entered late.
#[boundary(answer)]
pub struct LateEntry {
    /// Id of the record.
    pub record: Text,
    /// Id of the sales agent.
    pub agent: Text,
    /// Id of the customer.
    pub customer: Text,
    /// Id of the project.
    pub project: Text,
    /// The day of the event.
    pub event: Date,
    /// The last day on which it was in time.
    pub deadline: Date,
    /// The day on which it was entered.
    pub recorded_on: Date,
    /// Days after the deadline, days off counted.
    pub days_late: u32,
}

/// The deadlines for entries.
pub(super) struct Entries {
    calendar: Calendar,
    working_days: u32,
}

impl Entries {
    /// The deadlines of a policy, unless these errors came before; a calendar that cannot be is one
    /// more.
    pub(super) fn after(
        policy: &OwnershipPolicy,
        days: Option<&WorkingDays>,
        errors: Vec<Error>,
    ) -> Result<Entries> {
        let calendar = days.map(WorkingDays::calendar).transpose().within(Input::WorkingDays);
        match calendar {
            Err(error) => Err(error.after(errors)),
            Ok(calendar) => {
                Error::collect(errors)?;
                let calendar = calendar.unwrap_or_default();
                Ok(Entries { calendar, working_days: policy.entry_working_days })
            }
        }
    }

    /// The last day on which an event of a day is entered in time. At the end of the calendar
    /// nothing is late.
    pub(super) fn deadline(&self, event: Date) -> Date {
        self.calendar.nth_from(event, self.working_days).unwrap_or(Date::LAST)
    }

    /// The record, if it was entered after its deadline.
    pub(super) fn late(&self, record: &FollowUp) -> Option<LateEntry> {
        let (deadline, recorded_on) = (self.deadline(record.day()), record.recorded_at.date());
        let days = u32::try_from(recorded_on.days_since(deadline)).ok();
        days.filter(|days| *days > 0).map(|days_late| LateEntry {
            record: record.id.clone(),
            agent: record.agent.clone(),
            customer: record.customer.clone(),
            project: record.project.clone(),
            event: record.day(),
            deadline,
            recorded_on,
            days_late,
        })
    }
}
