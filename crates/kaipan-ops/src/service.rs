//! `service.decide`, `service.due`, `service.disburse`, `service.replay`, `service.dates`,
//! `service.preset`: services after signing.

pub use kaipan::service::{DisbursementRuling, ServiceDates, ServiceDueList};

use kaipan::deal::{Deal, Lacking, SaleMode, StaleStream, expect_events};
use kaipan::error::{Code, Error, Input, Lang, Result};
use kaipan::json::read_lines;
use kaipan::service::{
    BankedLoan, DisbursementRow, FollowedService, LoanDisbursing, MissingPiece, Service,
    ServiceAction, ServiceCommand, ServiceContext, ServiceDeciding, ServiceDecision,
    ServiceDefinition, ServiceEvent, ServiceFollowing, ServiceGuard, ServiceKind, ServiceMove,
    ServiceRejection, ServiceRuling, ServiceState, UnmetServiceGuard,
};
use kaipan::{Date, RejectionClass, Text, Time, WorkingDays};
use kaipan_derive::boundary;
use std::borrow::Cow;

/// A command about a service.
#[boundary]
pub struct ServiceDecideRequest {
    /// The service.
    pub service: GivenService,
    /// The machine of the service; the preset of its kind and of how the home is sold if absent.
    pub definition: Option<ServiceDefinition>,
    /// What is asked.
    pub command: ServiceCommand,
    /// What the host knows as it asks.
    pub context: ServiceContext,
}

/// A service: its state, or its events from the first on.
#[boundary]
pub struct GivenService {
    /// The service.
    pub id: Text,
    /// The deal.
    pub deal: Text,
    /// What it is about.
    pub kind: ServiceKind,
    /// The state. Either this or `events`; a service without both is not started.
    pub state: Option<Service>,
    /// All events of the service.
    pub events: Vec<ServiceEvent>,
    /// The version that is expected: with another, the answer is a stale rejection.
    pub expected_version: Option<u32>,
}

/// The answer to a command about a service: a decision, or a rejection.
#[boundary(answer)]
pub struct ServiceAnswer {
    /// What follows, if it may be done.
    pub decision: Option<ServiceDecision>,
    /// Why it may not be done.
    pub rejection: Option<ServiceRejectionAnswer>,
}

/// Why a command about a service is refused.
#[boundary(answer)]
pub struct ServiceRejectionAnswer {
    /// Which of the three classes it is.
    pub class: RejectionClass,
    /// The guards that are not met: all of them.
    pub guards: Vec<UnmetServiceGuardAnswer>,
    /// What was asked, where the machine has no such move.
    pub action: Option<ServiceAction>,
    /// The step or branch that was named.
    pub code: Option<Text>,
    /// The state of the service, where the machine has no such move.
    pub state: Option<ServiceState>,
    /// The last step that is done.
    pub last_step: Option<Text>,
    /// The branch in which it waits.
    pub branch: Option<Text>,
    /// What the machine has here.
    pub allowed: Vec<ServiceMove>,
    /// The service, if it has moved on.
    pub stream: Option<StaleStream>,
    /// The rejection in Chinese.
    pub zh: String,
    /// The rejection in English.
    pub en: String,
}

/// A guard of a service that is not met, for people.
#[boundary(answer)]
pub struct UnmetServiceGuardAnswer {
    /// The guard.
    pub guard: ServiceGuard,
    /// What is lacking.
    pub lacking: Lacking,
    /// All that is lacking, of documents and of fields.
    pub missing: Vec<MissingPiece>,
    /// It is not met because something was not given.
    pub needs_input: bool,
    /// The law or regulation that sets it.
    pub law: Option<Text>,
    /// What has to hold and what is lacking, in Chinese.
    pub zh: String,
    /// The same in English.
    pub en: String,
}

impl From<UnmetServiceGuard> for UnmetServiceGuardAnswer {
    fn from(unmet: UnmetServiceGuard) -> UnmetServiceGuardAnswer {
        UnmetServiceGuardAnswer {
            guard: unmet.guard,
            needs_input: unmet.needs_input(),
            law: unmet.guard.law().map(Text::from),
            zh: unmet.message(Lang::Zh),
            en: unmet.message(Lang::En),
            lacking: unmet.lacking,
            missing: unmet.missing,
        }
    }
}

impl From<ServiceRejection> for ServiceRejectionAnswer {
    fn from(rejection: ServiceRejection) -> ServiceRejectionAnswer {
        let mut answer = ServiceRejectionAnswer {
            class: RejectionClass::Stale,
            guards: Vec::new(),
            action: None,
            code: None,
            state: None,
            last_step: None,
            branch: None,
            allowed: Vec::new(),
            stream: None,
            zh: rejection.message(Lang::Zh),
            en: rejection.message(Lang::En),
        };
        match rejection {
            ServiceRejection::NotInTable { action, code, state, last_step, branch, allowed } => {
                answer.class = RejectionClass::NotInTable;
                (answer.action, answer.state) = (Some(action), Some(state));
                (answer.code, answer.last_step, answer.branch) = (code, last_step, branch);
                answer.allowed = allowed;
            }
            ServiceRejection::GuardsNotMet { guards } => {
                answer.class = RejectionClass::GuardsNotMet;
                answer.guards = guards.into_iter().map(UnmetServiceGuardAnswer::from).collect();
            }
            ServiceRejection::Stale { stream } => answer.stream = Some(stream),
            _ => {}
        }
        answer
    }
}

impl GivenService {
    /// The state of it.
    ///
    /// # Errors
    /// As [`Service::replay`]; [`Code::JsonTogether`] for state beside events;
    /// [`Code::DealForeignEvent`] for the state of another service, [`Code::ServiceOtherKind`] for
    /// that of another deal or kind. Places are below the service.
    fn service(&self) -> Result<Service> {
        match &self.state {
            None => {
                let (id, deal) = (self.id.clone(), self.deal.clone());
                Service::replay(id, deal, self.kind, &self.events, None)
                    .map_err(|error| error.at("events"))
            }
            Some(_) if !self.events.is_empty() => Err(together("events", "state")),
            Some(state) if state.id != self.id => {
                let error = Error::new(Code::DealForeignEvent).with("stream", &self.id);
                Err(error.with("found", &state.id).at("id").at("state"))
            }
            Some(state) if state.deal != self.deal || state.kind != self.kind => {
                let error = Error::new(Code::ServiceOtherKind).with("service", &self.id);
                let error = error.with("found", self.kind.english()).with("deal", &self.deal);
                Err(error.with("found_zh", self.kind.chinese()).at("state"))
            }
            Some(state) => Ok(state.clone()),
        }
    }
}

/// A field that cannot stand beside another.
fn together(field: &'static str, other: &'static str) -> Error {
    Error::new(Code::JsonTogether).with("field", field).with("other", other).at(field)
}

/// `service.decide`: what follows from a command about a service, or why it is refused.
///
/// # Errors
/// As [`ServiceDeciding::decide`] and [`Service::replay`].
pub fn decide(request: &ServiceDecideRequest) -> Result<ServiceAnswer> {
    let service = request.service.service().map_err(|error| error.within(Input::Service))?;
    let ruling = ServiceDeciding::new(&service, &request.context)
        .definition(request.definition.as_ref())
        .expected_version(request.service.expected_version)
        .decide(&request.command)?;
    Ok(match ruling {
        ServiceRuling::Accepted { decision } => {
            ServiceAnswer { decision: Some(decision), rejection: None }
        }
        ServiceRuling::Rejected { rejection } => {
            ServiceAnswer { decision: None, rejection: Some(rejection.into()) }
        }
        // A ruling has no third form in this version.
        _ => ServiceAnswer { decision: None, rejection: None },
    })
}

/// Services, and the day to look at them.
#[boundary]
pub struct ServiceDueRequest {
    /// The day.
    pub today: Date,
    /// The services, each with the days of its deal.
    #[boundary(required)]
    pub services: Vec<FollowedService>,
    /// Machines of services, where they are not the presets.
    pub definitions: Vec<ServiceDefinition>,
    /// Days before its planned day from which on a step is listed.
    #[boundary(default)]
    pub ahead_days: u32,
    /// Which days are worked; Monday to Friday if absent.
    pub working_days: Option<WorkingDays>,
}

/// `service.due`: what is due or overdue on a day, and the sheet of all deals (客户事务流程表).
///
/// # Errors
/// As [`ServiceFollowing::list`].
pub fn due(request: &ServiceDueRequest) -> Result<ServiceDueList> {
    ServiceFollowing::new(&request.services, request.today)
        .definitions(&request.definitions)
        .ahead_days(request.ahead_days)
        .working_days(request.working_days.as_ref())
        .list()
}

/// A bank's list of loans that it has paid.
#[boundary]
pub struct ServiceDisburseRequest {
    /// The rows.
    #[boundary(required)]
    pub rows: Vec<DisbursementRow>,
    /// The loans that they can be about, each with what is known of its deal.
    #[boundary(required)]
    pub loans: Vec<BankedLoan>,
    /// Machines of loans, where they are not the presets.
    pub definitions: Vec<ServiceDefinition>,
    /// Who enters the list, and when; without facts, which are those of the loans.
    pub context: ServiceContext,
}

/// `service.disburse`: one answer for every row of a bank's list.
///
/// # Errors
/// As [`LoanDisbursing::decide`].
pub fn disburse(request: &ServiceDisburseRequest) -> Result<DisbursementRuling> {
    LoanDisbursing::new(&request.rows, &request.loans, &request.context)
        .definitions(&request.definitions)
        .decide()
}

/// The history of a service, and the moment to look at: a list of events, or the text in which a host
/// stores them, one event a line (NDJSON).
#[boundary]
pub struct ServiceReplayRequest {
    /// The service.
    pub id: Text,
    /// The deal.
    pub deal: Text,
    /// What it is about.
    pub kind: ServiceKind,
    /// All events of the service.
    pub events: Vec<ServiceEvent>,
    /// Or their text.
    pub lines: Option<String>,
    /// How many events the service has, if that is known: a shorter history is refused.
    pub expected_version: Option<u32>,
    /// The moment: events after it are left out. Without one all count.
    pub until: Option<Time>,
}

/// What the history of a service comes to.
#[boundary(answer)]
pub struct ServiceReplayResponse {
    /// The service.
    pub service: Service,
}

/// `service.replay`: the state that a history comes to, at any moment.
///
/// # Errors
/// As [`Service::replay`], [`read_lines`] and [`expect_events`]; [`Code::JsonTogether`] for a list
/// beside a text.
pub fn replay(request: &ServiceReplayRequest) -> Result<ServiceReplayResponse> {
    let events: Cow<'_, [ServiceEvent]> = match &request.lines {
        None => Cow::Borrowed(&request.events),
        Some(_) if !request.events.is_empty() => return Err(together("lines", "events")),
        Some(text) => Cow::Owned(read_lines(text).map_err(|error| error.at("lines"))?),
    };
    let place = |error: Error| match request.lines {
        Some(_) => error.at("lines"),
        None => error.within(Input::Events),
    };
    expect_events(events.len(), request.expected_version).map_err(place)?;
    let (id, deal) = (request.id.clone(), request.deal.clone());
    let service = Service::replay(id, deal, request.kind, &events, request.until).map_err(place)?;
    Ok(ServiceReplayResponse { service })
}

/// A deal with its services.
#[boundary]
pub struct ServiceDatesRequest {
    /// The deal.
    pub deal: Deal,
    /// Its services; those of other deals do not count.
    pub services: Vec<Service>,
}

/// `service.dates`: the days that planned days of services count from, as a deal and its services have
/// them.
///
/// # Errors
/// None.
pub fn dates(request: &ServiceDatesRequest) -> Result<ServiceDates> {
    Ok(ServiceDates::of(&request.deal, &request.services))
}

/// A kind of service.
#[boundary]
pub struct ServicePresetRequest {
    /// The kind; every kind if absent.
    pub kind: Option<ServiceKind>,
    /// How homes are sold; before they are completed if absent.
    pub mode: Option<SaleMode>,
}

/// Machines to begin with.
#[boundary(answer)]
pub struct ServicePresetResponse {
    /// The machines, in the order of a sale.
    #[boundary(required)]
    pub definitions: Vec<ServiceDefinition>,
}

/// `service.preset`: the machines of services as most houses have them.
///
/// # Errors
/// None.
pub fn preset(request: &ServicePresetRequest) -> Result<ServicePresetResponse> {
    let wanted = |kind: &ServiceKind| request.kind.is_none_or(|one| one == *kind);
    let mode = request.mode.unwrap_or_default();
    let kinds = ServiceKind::ALL.into_iter().filter(wanted);
    Ok(ServicePresetResponse {
        definitions: kinds.map(|kind| ServiceDefinition::preset_in(kind, mode)).collect(),
    })
}
