//! The engine that decides.

use super::apply::ServiceApplying;
use super::{ServiceRejection, ServiceRuling};
use crate::builder::optional_inputs;
use crate::deal::{StaleStream, sha256};
use crate::error::{At, Code, Error, Input, Result};
use crate::json::Write;
use crate::service::guard::ServiceLook;
use crate::service::{
    BranchLead, Service, ServiceAct, ServiceCommand, ServiceContext, ServiceDecision,
    ServiceDefinition, ServiceGuard, StepField, UnmetServiceGuard, UsedKey,
};
use crate::working_days::Calendar;
use crate::{StreamKind, Text, WorkingDays};
use std::borrow::Cow;

/// Decides what may be done with a service: events and the streams that were read, or a rejection with
/// all that is lacking (handbook §5.13).
///
/// ```
/// use kaipan::number::Money;
/// use kaipan::service::{
///     Service, ServiceAct, ServiceCommand, ServiceContext, ServiceDates, ServiceDeciding, ServiceFacts,
///     ServiceKind, ServiceRejection, ServiceRuling, ServiceState,
/// };
/// let facts = ServiceFacts::default().with_dates(ServiceDates::default().with_signing("2026-09-01".parse()?));
/// let context = ServiceContext::new("2026-09-02T10:00:00".parse()?, "王五")
///     .with_roles(vec!["service_officer".into()])
///     .with_facts(facts);
/// let mut filing = Service::new("S1", "D1", ServiceKind::Filing);
/// let start = ServiceCommand::new(ServiceAct::start("2026-09-02".parse()?)).with_key("K1");
/// let ServiceRuling::Accepted { decision } = ServiceDeciding::new(&filing, &context).decide(&start)? else {
///     panic!("the contract is signed")
/// };
/// for event in &decision.events { filing.apply(event)?; }
/// assert_eq!(filing.state, ServiceState::InProgress);
///
/// // The same command again does nothing, and a step without its documents is refused.
/// let ServiceRuling::Accepted { decision } = ServiceDeciding::new(&filing, &context).decide(&start)? else {
///     panic!("it was carried out")
/// };
/// assert!(decision.repeated && decision.events.is_empty());
/// let submit = ServiceCommand::new(ServiceAct::do_step("submitted", "2026-09-02".parse()?));
/// let ruling = ServiceDeciding::new(&filing, &context).decide(&submit)?;
/// let ServiceRuling::Rejected { rejection: ServiceRejection::GuardsNotMet { guards } } = ruling else {
///     panic!("documents are lacking")
/// };
/// let missing: Vec<&str> = guards[0].missing.iter().map(|one| one.en.as_str()).collect();
/// assert_eq!(missing, ["identity paper", "contract"]);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct ServiceDeciding<'a> {
    pub(super) service: &'a Service,
    pub(super) context: &'a ServiceContext,
    pub(super) definition: Option<&'a ServiceDefinition>,
    expected_version: Option<u32>,
}

/// What every guard of a command looks at, and which guards there are.
struct Asked<'a> {
    roles: &'a [Text],
    takes: &'a [StepField],
    guards: Vec<ServiceGuard>,
}

impl<'a> ServiceDeciding<'a> {
    /// A service, and what the host knows as it asks.
    pub fn new(service: &'a Service, context: &'a ServiceContext) -> ServiceDeciding<'a> {
        ServiceDeciding { service, context, definition: None, expected_version: None }
    }

    optional_inputs! {
        /// The machine of the service; the preset of its kind and of how the home is sold if absent.
        definition: &'a ServiceDefinition;
        /// The version of the service that the host expects.
        expected_version: u32;
    }

    /// What follows from a command, or why it is refused.
    ///
    /// # Errors
    /// As [`ServiceDefinition::check`]; [`Code::ServiceOtherKind`] for a definition of another kind,
    /// [`Code::ServiceStepsDiffer`] for one whose steps are not those that were done,
    /// [`Code::ServiceKeyReused`] for a key that another act has used,
    /// [`Code::ServiceFieldUnused`] for what the act does not take, [`Code::ServiceAmount`] for amounts
    /// that are not above zero, [`Code::ServiceDocumentUnknown`] for documents that nobody brings,
    /// [`Code::ServiceBlank`] for codes and keys that say nothing.
    pub fn decide(&self, command: &ServiceCommand) -> Result<ServiceRuling> {
        let definition = self.machine()?;
        let calendar = self.calendar()?;
        self.decide_by(&definition, &calendar, command)
    }

    /// As [`ServiceDeciding::decide`], by a definition that was looked at.
    pub(in crate::service) fn decide_by(
        &self,
        definition: &ServiceDefinition,
        calendar: &Calendar,
        command: &ServiceCommand,
    ) -> Result<ServiceRuling> {
        let service = self.service;
        let key = used_key(command)?;
        if let Some(key) = &key
            && let Some(used) = service.keys.iter().find(|used| used.key == key.key)
        {
            if used.hash != key.hash {
                let error = Error::new(Code::ServiceKeyReused).with("key", &key.key);
                return Err(error.at("key").within(Input::Command));
            }
            let mut decision = ServiceDecision::default();
            (decision.repeated, decision.reads) = (true, vec![service.read()]);
            return Ok(ServiceRuling::Accepted { decision });
        }
        if let Some(expected) = self.expected_version.filter(|one| *one != service.version) {
            let (kind, id) = (StreamKind::Service, service.id.clone());
            let stream = StaleStream { kind, id, expected, found: service.version };
            return Ok(rejected(ServiceRejection::Stale { stream }));
        }
        self.check(definition, &command.act)?;
        if !definition.has_move(service, &command.act) {
            return Ok(rejected(self.not_in_table(definition, &command.act)));
        }
        let unmet = self.unmet(definition, &command.act);
        if !unmet.is_empty() {
            return Ok(rejected(ServiceRejection::GuardsNotMet { guards: unmet }));
        }
        let applying = ServiceApplying::new(self, definition, calendar, &command.act, key);
        Ok(ServiceRuling::Accepted { decision: applying.run()? })
    }

    /// The guards that are not met.
    fn unmet(&self, definition: &ServiceDefinition, act: &ServiceAct) -> Vec<UnmetServiceGuard> {
        let Asked { roles, takes, guards } = asked(definition, act);
        let (service, context) = (self.service, self.context);
        ServiceLook { service, definition, act, context, roles, takes }.unmet(guards)
    }

    fn not_in_table(&self, definition: &ServiceDefinition, act: &ServiceAct) -> ServiceRejection {
        let service = self.service;
        ServiceRejection::NotInTable {
            action: act.action(),
            code: act.code().cloned(),
            state: service.state,
            last_step: service.last_step().map(|done| done.step.clone()),
            branch: service.branch.as_ref().map(|one| one.branch.clone()),
            allowed: definition.moves(service),
        }
    }

    /// The definition, which fits the service.
    pub(in crate::service) fn machine(&self) -> Result<Cow<'a, ServiceDefinition>> {
        let definition = match self.definition {
            Some(definition) => {
                definition.check().within(Input::Definition)?;
                Cow::Borrowed(definition)
            }
            None => {
                let mode = self.context.facts.mode.unwrap_or_default();
                Cow::Owned(ServiceDefinition::preset_in(self.service.kind, mode))
            }
        };
        definition.fits(self.service)?;
        Ok(definition)
    }

    pub(in crate::service) fn calendar(&self) -> Result<Calendar> {
        let days = self.context.working_days.as_ref();
        let calendar = days.map(WorkingDays::calendar).transpose();
        Ok(calendar.at("working_days").within(Input::Context)?.unwrap_or_default())
    }
}

fn rejected(rejection: ServiceRejection) -> ServiceRuling {
    ServiceRuling::Rejected { rejection }
}

/// The key of a command with the hash of its act.
fn used_key(command: &ServiceCommand) -> Result<Option<UsedKey>> {
    let Some(key) = &command.key else { return Ok(None) };
    if let Some(error) = crate::check::blank(Code::ServiceBlank, "key", key) {
        return Err(error.within(Input::Command));
    }
    let mut text = String::new();
    command.act.write(&mut text);
    Ok(Some(UsedKey { key: key.clone(), hash: sha256(&text).into() }))
}

/// Who may do it, what it takes, and what has to hold.
fn asked<'a>(definition: &'a ServiceDefinition, act: &'a ServiceAct) -> Asked<'a> {
    let (mut roles, mut takes): (&[Text], &[StepField]) = (&definition.roles, &[]);
    let mut guards = vec![ServiceGuard::MayAct, ServiceGuard::DayNotAhead];
    match act {
        ServiceAct::Start { .. } => {
            guards.push(ServiceGuard::FieldsGiven);
            guards.extend(&definition.requires);
        }
        ServiceAct::DoStep { step, .. } => {
            guards.push(ServiceGuard::DayInOrder);
            if let Some(step) = definition.step(step) {
                (roles, takes) = (&step.roles, &step.takes);
                guards.extend(of_fields(takes));
                guards.extend(&step.requires);
            }
        }
        ServiceAct::TakeBranch { branch, .. } => {
            guards.push(ServiceGuard::DayInOrder);
            if let Some(branch) = definition.branch(branch) {
                roles = &branch.roles;
                guards.extend(&branch.requires);
                match &branch.leads {
                    BranchLead::Does { step } => {
                        if let Some(step) = definition.step(step) {
                            takes = &step.takes;
                            guards.extend(of_fields(takes));
                            let in_full = ServiceGuard::ApprovedInFull;
                            guards.extend(step.requires.iter().filter(|one| **one != in_full));
                        }
                    }
                    BranchLead::Returns { after } if mirrors(definition, after.as_deref()) => {
                        guards.push(ServiceGuard::LoanStays);
                    }
                    _ => {}
                }
            }
        }
        ServiceAct::Resume { .. } => guards.push(ServiceGuard::DayInOrder),
        ServiceAct::Back { step, .. } => {
            guards.push(ServiceGuard::ReasonGiven);
            let step = definition.step(step);
            if step.is_some_and(|step| step.takes.contains(&StepField::Disbursed)) {
                guards.push(ServiceGuard::LoanStays);
            }
        }
        ServiceAct::Cancel { .. } => {
            guards.extend([ServiceGuard::DayInOrder, ServiceGuard::ReasonGiven]);
        }
        ServiceAct::FinishTodo { .. } => guards.push(ServiceGuard::TodoOpen),
        ServiceAct::ReceiveDocuments { .. }
        | ServiceAct::Promise { .. }
        | ServiceAct::NoteWaiting { .. } => {}
    }
    Asked { roles, takes, guards }
}

/// A step after this one is that of the payment, whose entry is mirrored as it is done again.
fn mirrors(definition: &ServiceDefinition, after: Option<&str>) -> bool {
    let steps = definition.steps.iter();
    let stays = after.and_then(|code| definition.steps.iter().position(|one| one.code == *code));
    let again = steps.skip(stays.map_or(0, |at| at.saturating_add(1)));
    again.flat_map(|step| &step.takes).any(|field| *field == StepField::Disbursed)
}

/// What has to hold of the fields of a step.
fn of_fields(takes: &[StepField]) -> impl Iterator<Item = ServiceGuard> + '_ {
    let of_field = |field: &StepField| -> &'static [ServiceGuard] {
        match field {
            StepField::Approved => &[ServiceGuard::WithinApplied],
            StepField::Disbursed => &[
                ServiceGuard::WithinApproved,
                ServiceGuard::BankAgrees,
                ServiceGuard::QuitNotAgreed,
            ],
            StepField::Number | StepField::Notice => &[],
        }
    };
    std::iter::once(ServiceGuard::FieldsGiven).chain(takes.iter().flat_map(of_field).copied())
}
