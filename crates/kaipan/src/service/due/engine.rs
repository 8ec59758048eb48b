//! Lists what is due.

use super::sheet::{SheetEntry, sheet};
use super::{DueStep, DueTodo, FollowedService, ServiceDueList};
use crate::builder::{inputs, optional_inputs};
use crate::check::with_repeats;
use crate::deal::SaleMode;
use crate::error::{At, Code, Error, Finding, Input, InputPlace, Lang, Result, finding, shown};
use crate::service::{
    MissingPiece, PlannedStep, Service, ServiceDefinition, ServiceGuard, ServiceKind, ServiceState,
    ServiceTodo,
};
use crate::working_days::Calendar;
use crate::{Date, Text, WorkingDays};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Lists what is due on a day over many services, and draws up their sheet (handbook §5.13). What is
/// overdue is told, and refuses nothing.
///
/// ```
/// use kaipan::service::{
///     FollowedService, Service, ServiceDates, ServiceFollowing, ServiceKind, StepStanding,
/// };
/// let dates = ServiceDates::default().with_signing("2026-09-01".parse()?);
/// let filing = FollowedService::new(Service::new("S1", "D1", ServiceKind::Filing)).with_dates(dates);
/// let list = ServiceFollowing::new(&[filing], "2026-09-15".parse()?).list()?;
/// assert_eq!((list.steps[0].step.as_str(), list.steps[0].days_left), ("submitted", -4));
/// let standing: Vec<_> = list.sheet.rows[0].cells.iter().map(|cell| cell.standing).collect();
/// assert_eq!(standing, [StepStanding::Overdue, StepStanding::Planned]);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct ServiceFollowing<'a> {
    pub(super) services: &'a [FollowedService],
    today: Date,
    ahead_days: u32,
    definitions: &'a [ServiceDefinition],
    pub(super) working_days: Option<&'a WorkingDays>,
}

impl<'a> ServiceFollowing<'a> {
    /// These services on a day.
    pub fn new(services: &'a [FollowedService], today: Date) -> ServiceFollowing<'a> {
        ServiceFollowing { services, today, ahead_days: 0, definitions: &[], working_days: None }
    }

    inputs! {
        /// Days before its planned day from which on a step is listed; on the day itself if absent.
        ahead_days: u32;
        /// Machines of services, where they are not the presets.
        definitions: &'a [ServiceDefinition];
    }

    optional_inputs! {
        /// Which days are worked; Monday to Friday if absent.
        working_days: &'a WorkingDays;
    }

    /// The list and the sheet.
    ///
    /// # Errors
    /// [`Code::ServiceTwice`] for a service or a definition that is given twice; as
    /// [`ServiceDefinition::check`]; [`Code::ServiceStepsDiffer`] for services whose steps are not
    /// those of their definition; [`Code::PaymentWorkingDay`] for a calendar that cannot be,
    /// [`Code::PaymentDueDate`] for planned days outside the calendar.
    pub fn list(&self) -> Result<ServiceDueList> {
        let errors = self.wrong();
        let calendar = self.working_days.map(WorkingDays::calendar).transpose();
        let calendar = match calendar.within(Input::WorkingDays) {
            Err(error) => return Err(error.after(errors)),
            Ok(calendar) => calendar.unwrap_or_default(),
        };
        Error::collect(errors)?;
        let machines = self.machines();
        let mut listing = Listing {
            today: self.today,
            ahead: self.ahead_days,
            steps: Vec::new(),
            todos: Vec::new(),
            findings: Vec::new(),
        };
        let mut entries: Vec<SheetEntry<'_>> = Vec::with_capacity(self.services.len());
        let mut errors = Vec::new();
        for (at, followed) in self.services.iter().enumerate() {
            let place = |error: Error| {
                let error = error.moved(&|input| held(input, at));
                error.unless_placed(|error| error.at(at).within(Input::Services))
            };
            let Some(machine) = machines.get(&of(followed)) else { continue };
            match planned(machine, followed, &calendar) {
                Err(error) => errors.push(place(error)),
                Ok(planned) => {
                    listing.service(at, machine, &followed.service, &planned);
                    entries.push(SheetEntry { service: &followed.service, planned });
                }
            }
        }
        Error::collect(errors)?;
        listing.findings.extend(self.several());
        // The steps of a kind are the same in both modes.
        let mut columns: Vec<&ServiceDefinition> = machines.values().map(|one| &**one).collect();
        columns.dedup_by_key(|one| one.kind);
        let sheet = sheet(&columns, &entries, self.today);
        listing.list(sheet)
    }

    pub(super) fn wrong(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        let twice =
            |id: &str, first| Error::new(Code::ServiceTwice).with("id", id).with("first", first);
        for (at, one, again) in with_repeats(self.services, |one| &one.service.id) {
            let place = |error: Error| error.at("id").at("service").at(at).within(Input::Services);
            errors.extend(again.map(|first| place(twice(&one.service.id, first))));
        }
        for (at, one, again) in with_repeats(self.definitions, |one| one.kind) {
            let place = |error: Error| error.at(at).within(Input::Definitions);
            errors.extend(again.map(|first| place(twice(one.kind.word(), first).at("kind"))));
            errors.extend(one.check().err().map(place));
        }
        errors
    }

    /// The machine of every kind of service that is followed, in every mode of sale.
    pub(super) fn machines(&self) -> BTreeMap<MachineOf, Cow<'a, ServiceDefinition>> {
        let mut machines = BTreeMap::new();
        for (kind, completed) in self.services.iter().map(of) {
            machines.entry((kind, completed)).or_insert_with(|| {
                let mode = if completed { SaleMode::Completed } else { SaleMode::Presale };
                let own = self.definitions.iter().find(|one| one.kind == kind);
                let preset = || Cow::Owned(ServiceDefinition::preset_in(kind, mode));
                own.map_or_else(preset, Cow::Borrowed)
            });
        }
        machines
    }

    /// Deals with several services of one kind that are not closed.
    fn several(&self) -> Vec<Finding> {
        let open = self.services.iter().enumerate();
        let open = open.filter(|(_, one)| !one.service.state.is_closed());
        let open: Vec<(usize, &Service)> = open.map(|(at, one)| (at, &one.service)).collect();
        let again = with_repeats(&open, |(_, one)| (&one.deal, one.kind));
        let told = again.filter_map(|(_, (at, one), first)| {
            first?;
            let (kind, kind_zh) = (one.kind.english(), one.kind.chinese());
            let told = finding!(Code::ServiceSeveral, deal = one.deal, kind, kind_zh);
            Some(told.at("service").at(*at).within(Input::Services))
        });
        told.collect()
    }
}

/// What decides the machine of a service: its kind, and that the home is sold completed.
pub(super) type MachineOf = (ServiceKind, bool);

pub(super) fn of(followed: &FollowedService) -> MachineOf {
    (followed.service.kind, followed.mode == Some(SaleMode::Completed))
}

/// The planned days of a service that fits its definition.
pub(super) fn planned(
    machine: &ServiceDefinition,
    followed: &FollowedService,
    calendar: &Calendar,
) -> Result<Vec<PlannedStep>> {
    machine.fits(&followed.service)?;
    machine.planned(&followed.service, &followed.dates, calendar)
}

/// Where a list holds the service that a definition does not fit.
fn held(input: Input, at: usize) -> Option<InputPlace> {
    let place = || InputPlace::of(Input::Services).then(at).then("service");
    (input == Input::Service).then(place)
}

struct Listing {
    today: Date,
    ahead: u32,
    steps: Vec<DueStep>,
    todos: Vec<DueTodo>,
    findings: Vec<Finding>,
}

impl Listing {
    fn service(
        &mut self,
        at: usize,
        machine: &ServiceDefinition,
        service: &Service,
        planned: &[PlannedStep],
    ) {
        for todo in &service.todos {
            self.todo(at, service, todo);
        }
        if !matches!(service.state, ServiceState::NotStarted | ServiceState::InProgress) {
            return;
        }
        let waiting = machine.steps.iter().zip(planned).enumerate();
        let waiting = waiting.filter(|(_, (_, one))| one.done.is_none());
        for (place, (step, one)) in waiting {
            let Some(day) = one.planned else { continue };
            let days_left = self.days_until(day);
            if i64::from(days_left) > i64::from(self.ahead) {
                continue;
            }
            let next = place == service.steps.len();
            let needs_all = step.requires.contains(&ServiceGuard::DocumentsComplete);
            let missing = machine.documents_of(&service.buyers).into_iter();
            let missing = missing.filter(|one| needs_all && !service.has_document(&one.code));
            let overdue = days_left < 0;
            if overdue && next {
                let days = days_left.unsigned_abs();
                let (kind, kind_zh) = (service.kind.english(), service.kind.chinese());
                let (step, step_zh) = (&step.en, &step.zh);
                let told = finding!(
                    Code::ServiceOverdue,
                    deal = service.deal,
                    kind,
                    kind_zh,
                    step,
                    step_zh,
                    day,
                    days
                );
                self.findings.push(told.at("service").at(at).within(Input::Services));
            }
            self.steps.push(DueStep {
                deal: service.deal.clone(),
                unit_no: service.unit_no.clone(),
                service: service.id.clone(),
                kind: service.kind,
                step: step.code.clone(),
                zh: step.zh.clone(),
                en: step.en.clone(),
                planned: day,
                days_left,
                overdue,
                next,
                branch: service.branch.as_ref().map(|one| one.branch.clone()),
                roles: step.roles.clone(),
                missing_documents: missing
                    .map(|one| MissingPiece::new(one.code.clone(), one.zh.clone(), one.en.clone()))
                    .collect(),
            });
        }
    }

    fn todo(&mut self, at: usize, service: &Service, todo: &ServiceTodo) {
        let days_left = todo.due.map(|due| self.days_until(due));
        let overdue = days_left.is_some_and(|left| left < 0);
        if let (true, Some(due), Some(left)) = (overdue, todo.due, days_left) {
            let (what, what_zh) = (todo.kind.english(), todo.kind.chinese());
            let days = left.unsigned_abs();
            let told = finding!(
                Code::ServiceTodoLate,
                deal = service.deal,
                what,
                what_zh,
                day = due,
                days
            );
            self.findings.push(told.at("service").at(at).within(Input::Services));
        }
        self.todos.push(DueTodo {
            deal: service.deal.clone(),
            unit_no: service.unit_no.clone(),
            service: service.id.clone(),
            kind: service.kind,
            days_left,
            overdue,
            zh: in_words(todo, Lang::Zh),
            en: in_words(todo, Lang::En),
            todo: todo.clone(),
        });
    }

    fn days_until(&self, day: Date) -> i32 {
        // The calendar of four digits has less than 2³¹ days.
        i32::try_from(day.days_since(self.today)).unwrap_or(i32::MAX)
    }

    fn list(mut self, sheet: super::ServiceSheet) -> Result<ServiceDueList> {
        fn step(one: &DueStep) -> (Date, &Text, ServiceKind, &Text) {
            (one.planned, &one.deal, one.kind, &one.service)
        }
        fn todo(one: &DueTodo) -> (Option<Date>, &Text, ServiceKind, &Text, u32) {
            (one.todo.due, &one.deal, one.kind, &one.service, one.todo.id)
        }
        self.steps.sort_by(|a, b| step(a).cmp(&step(b)));
        self.todos.sort_by(|a, b| todo(a).cmp(&todo(b)));
        let steps = self.steps.iter().filter(|one| one.overdue).count();
        let overdue = steps.saturating_add(self.todos.iter().filter(|one| one.overdue).count());
        let overdue = u32::try_from(overdue).map_err(|_| Error::new(Code::NumberOverflow))?;
        let Listing { steps, todos, findings, .. } = self;
        Ok(ServiceDueList { steps, todos, overdue, sheet, findings })
    }
}

/// What is to be done, with its amount, its bank, or how many documents.
fn in_words(todo: &ServiceTodo, lang: Lang) -> String {
    let what = match lang {
        Lang::Zh => todo.kind.chinese(),
        Lang::En => todo.kind.english(),
    };
    let more = match (&todo.amount, &todo.bank, todo.documents.len(), lang) {
        (Some(amount), ..) => shown(&amount.to_string(), "yuan", lang),
        (None, Some(bank), _, Lang::Zh) => format!("“{bank}”"),
        (None, Some(bank), _, Lang::En) => format!("\"{bank}\""),
        (None, None, 0, _) => return what.to_owned(),
        (None, None, count, Lang::Zh) => format!("{count} 份"),
        (None, None, count, Lang::En) => format!("documents: {count}"),
    };
    match lang {
        Lang::Zh => format!("{what}：{more}"),
        Lang::En => format!("{what}: {more}"),
    }
}
