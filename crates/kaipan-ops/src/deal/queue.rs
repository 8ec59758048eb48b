//! `queue.decide`.

use super::given::{foreign, together};
use kaipan::deal::{
    ChoosingQueue, Lacking, QueueAction, QueueCommand, QueueContext, QueueDeciding, QueueDecision,
    QueueEvent, QueueGuard, QueueRejection, QueueRuling, QueueState, StaleStream, UnmetQueueGuard,
};
use kaipan::error::{Input, Lang, Result};
use kaipan::{RejectionClass, Text};
use kaipan_derive::boundary;

/// A command about a queue in which buyers choose.
#[boundary]
pub struct QueueDecideRequest {
    /// The queue.
    pub queue: GivenQueue,
    /// What is asked.
    pub command: QueueCommand,
    /// What the host knows as it asks.
    pub context: QueueContext,
}

/// A queue: its state, or its events from the first on.
#[boundary]
pub struct GivenQueue {
    /// The queue.
    pub id: Text,
    /// The state. Either this or `events`; a queue without both is new.
    pub state: Option<ChoosingQueue>,
    /// All events of the queue.
    pub events: Vec<QueueEvent>,
    /// The version that is expected: with another, the answer is a stale rejection.
    pub expected_version: Option<u32>,
}

/// The answer to a command about a queue: a decision, or a rejection.
#[boundary(answer)]
pub struct QueueAnswer {
    /// What follows, if it may be done.
    pub decision: Option<QueueDecision>,
    /// Why it may not be done.
    pub rejection: Option<QueueRejectionAnswer>,
}

/// Why a command about a queue is refused.
#[boundary(answer)]
pub struct QueueRejectionAnswer {
    /// Which of the three classes it is.
    pub class: RejectionClass,
    /// The row of the table, where guards are not met: `T28f`.
    pub row: Option<Text>,
    /// The guards that are not met: all of them. Nobody may waive one.
    pub guards: Vec<UnmetQueueGuardAnswer>,
    /// What was asked, where the table has no row for it.
    pub action: Option<QueueAction>,
    /// The state of the queue, where the table has no row.
    pub state: Option<QueueState>,
    /// What the table has for this state.
    pub allowed: Vec<QueueAction>,
    /// The queue, if it has moved on.
    pub stream: Option<StaleStream>,
    /// The rejection in Chinese.
    pub zh: String,
    /// The rejection in English.
    pub en: String,
}

/// A guard of a queue that is not met, for people.
#[boundary(answer)]
pub struct UnmetQueueGuardAnswer {
    /// The guard.
    pub guard: QueueGuard,
    /// What is lacking.
    pub lacking: Lacking,
    /// It is not met because something was not given.
    pub needs_input: bool,
    /// What has to hold and what is lacking, in Chinese.
    pub zh: String,
    /// The same in English.
    pub en: String,
}

impl From<UnmetQueueGuard> for UnmetQueueGuardAnswer {
    fn from(unmet: UnmetQueueGuard) -> UnmetQueueGuardAnswer {
        UnmetQueueGuardAnswer {
            guard: unmet.guard,
            needs_input: unmet.needs_input(),
            zh: unmet.message(Lang::Zh),
            en: unmet.message(Lang::En),
            lacking: unmet.lacking,
        }
    }
}

impl From<QueueRejection> for QueueRejectionAnswer {
    fn from(rejection: QueueRejection) -> QueueRejectionAnswer {
        let mut answer = QueueRejectionAnswer {
            class: RejectionClass::Stale,
            row: None,
            guards: Vec::new(),
            action: None,
            state: None,
            allowed: Vec::new(),
            stream: None,
            zh: rejection.message(Lang::Zh),
            en: rejection.message(Lang::En),
        };
        match rejection {
            QueueRejection::NotInTable { action, state, allowed } => {
                answer.class = RejectionClass::NotInTable;
                answer.action = Some(action);
                (answer.state, answer.allowed) = (Some(state), allowed);
            }
            QueueRejection::GuardsNotMet { row, guards } => {
                answer.class = RejectionClass::GuardsNotMet;
                answer.row = Some(row);
                answer.guards = guards.into_iter().map(UnmetQueueGuardAnswer::from).collect();
            }
            QueueRejection::Stale { stream } => answer.stream = Some(stream),
            _ => {}
        }
        answer
    }
}

impl GivenQueue {
    /// The state of it.
    ///
    /// # Errors
    /// As [`ChoosingQueue::replay`]; [`kaipan::error::Code::JsonTogether`] for state beside events;
    /// [`kaipan::error::Code::DealForeignEvent`] for the state of another queue. Places are below
    /// the queue.
    fn queue(&self) -> Result<ChoosingQueue> {
        match &self.state {
            None => ChoosingQueue::replay(self.id.clone(), &self.events, None)
                .map_err(|error| error.at("events")),
            Some(_) if !self.events.is_empty() => Err(together("events", "state")),
            Some(state) if state.id != self.id => {
                Err(foreign(&self.id, &state.id).at("id").at("state"))
            }
            Some(state) => Ok(state.clone()),
        }
    }
}

/// `queue.decide`: what follows from a command about a queue, or why it is refused.
///
/// # Errors
/// As [`QueueDeciding::decide`] and [`ChoosingQueue::replay`].
pub fn decide_queue(request: &QueueDecideRequest) -> Result<QueueAnswer> {
    let queue = request.queue.queue().map_err(|error| error.within(Input::Queue))?;
    let deciding = QueueDeciding::new(&queue, &request.context);
    let ruling =
        deciding.expected_version(request.queue.expected_version).decide(&request.command)?;
    Ok(match ruling {
        QueueRuling::Accepted { decision } => {
            QueueAnswer { decision: Some(decision), rejection: None }
        }
        QueueRuling::Rejected { rejection } => {
            QueueAnswer { decision: None, rejection: Some(rejection.into()) }
        }
        // A ruling has no third form in this version.
        _ => QueueAnswer { decision: None, rejection: None },
    })
}
