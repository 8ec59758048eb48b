//! Loans that are not paid out yet, and when they are expected.

use super::ServiceFollowing;
use super::engine::{of, planned};
use crate::error::{At, Error, Input, Result};
use crate::service::StepField;
use crate::working_days::Calendar;
use crate::{Date, Text, WorkingDays};

/// A loan that is not paid out yet.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AwaitedLoan<'a> {
    pub(crate) deal: &'a Text,
    /// The item of its money.
    pub(crate) item: &'static str,
    /// The day that was promised for its pay-out.
    pub(crate) promised: Option<Date>,
    /// The planned day.
    pub(crate) planned: Option<Date>,
}

impl<'a> ServiceFollowing<'a> {
    /// The loans among the services that are neither closed nor paid out.
    ///
    /// # Errors
    /// As [`ServiceFollowing::list`].
    pub(crate) fn awaited_loans(&self) -> Result<Vec<AwaitedLoan<'a>>> {
        Error::collect(self.wrong())?;
        let calendar = self.working_days.map(WorkingDays::calendar).transpose();
        let calendar: Calendar = calendar.within(Input::WorkingDays)?.unwrap_or_default();
        let machines = self.machines();
        let mut awaited = Vec::new();
        for (at, followed) in self.services.iter().enumerate() {
            let service = &followed.service;
            let machine = machines.get(&of(followed));
            let (Some(item), Some(machine)) = (service.kind.loan_item(), machine) else { continue };
            let steps = planned(machine, followed, &calendar);
            let steps = steps.map_err(|error| error.at(at).within(Input::Services))?;
            let pay_out = machine.steps.iter().zip(&steps);
            let mut pay_out =
                pay_out.filter(|(step, _)| step.takes.contains(&StepField::Disbursed));
            let Some((step, day)) = pay_out.next() else { continue };
            if service.state.is_closed() || day.done.is_some() {
                continue;
            }
            let promised = service.promised.iter().find(|one| one.step == step.code);
            awaited.push(AwaitedLoan {
                deal: &service.deal,
                item,
                promised: promised.map(|one| one.on),
                planned: day.planned,
            });
        }
        Ok(awaited)
    }
}
