use super::{QueueAction, QueueEvent, QueueGuard, QueueState};
use crate::deal::{Lacking, StaleStream};
use crate::error::Lang;
use crate::{StreamRead, Text};
use kaipan_derive::boundary;

/// The answer to a command about a queue.
#[boundary]
pub enum QueueRuling {
    /// It may be done.
    Accepted {
        /// What follows.
        decision: QueueDecision,
    },
    /// It may not be done.
    Rejected {
        /// Why not.
        rejection: QueueRejection,
    },
}

/// What follows from a command about a queue. The host appends the events in one transaction, while
/// every stream still has the version that was seen.
#[boundary]
#[derive(Default)]
pub struct QueueDecision {
    /// Events of the queue.
    #[boundary(required)]
    pub events: Vec<QueueEvent>,
    /// The streams that were read.
    #[boundary(required)]
    pub reads: Vec<StreamRead>,
}

/// Why a command about a queue is refused.
#[boundary]
pub enum QueueRejection {
    /// The table has no row for it in this state.
    NotInTable {
        /// What was asked.
        action: QueueAction,
        /// The state of the queue.
        state: QueueState,
        /// What the table has for this state.
        #[boundary(required)]
        allowed: Vec<QueueAction>,
    },
    /// Guards are not met: all of them.
    GuardsNotMet {
        /// The row of the table: `T28f`.
        row: Text,
        /// The guards, each with what is lacking.
        #[boundary(required)]
        guards: Vec<UnmetQueueGuard>,
    },
    /// Somebody has changed the queue since it was read.
    Stale {
        /// The queue.
        stream: StaleStream,
    },
}

/// A guard of a queue that is not met.
#[boundary]
pub struct UnmetQueueGuard {
    /// The guard.
    pub guard: QueueGuard,
    /// What is lacking.
    pub lacking: Lacking,
}

impl UnmetQueueGuard {
    /// It is not met because something was not given.
    pub fn needs_input(&self) -> bool {
        matches!(self.lacking, Lacking::NeedsInput { .. })
    }

    /// What has to hold and what is lacking, as a sentence.
    pub fn message(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => format!("须{}：{}", self.guard.chinese(), self.lacking.message(lang)),
            Lang::En => {
                format!(
                    "it is required that {}: {}",
                    self.guard.english(),
                    self.lacking.message(lang)
                )
            }
        }
    }
}

impl QueueRejection {
    /// Why, in a sentence; the guards say what each of them lacks.
    pub fn message(&self, lang: Lang) -> String {
        match (self, lang) {
            (QueueRejection::NotInTable { action, state, .. }, Lang::Zh) => {
                format!("选房队列“{}”时不能办理“{}”", state.chinese(), action.chinese())
            }
            (QueueRejection::NotInTable { action, state, .. }, Lang::En) => {
                format!("it is not possible to {} (queue: {})", action.english(), state.english())
            }
            (QueueRejection::GuardsNotMet { guards, .. }, Lang::Zh) => {
                format!("有 {} 个条件未满足", guards.len())
            }
            (QueueRejection::GuardsNotMet { guards, .. }, Lang::En) => match guards.len() {
                1 => "1 condition is not met".to_owned(),
                count => format!("{count} conditions are not met"),
            },
            (QueueRejection::Stale { .. }, Lang::Zh) => "数据已被他人更改，请刷新后重试".to_owned(),
            (QueueRejection::Stale { .. }, Lang::En) => {
                "somebody has changed it meanwhile: read it again and retry".to_owned()
            }
        }
    }
}
