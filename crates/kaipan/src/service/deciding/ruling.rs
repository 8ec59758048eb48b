use crate::deal::StaleStream;
use crate::error::{Finding, Lang, told};
use crate::money::LedgerEntry;
use crate::service::{ServiceAction, ServiceEvent, ServiceState, UnmetServiceGuard};
use crate::{StreamRead, Text};
use kaipan_derive::boundary;

/// The answer to a command about a service.
#[boundary]
pub enum ServiceRuling {
    /// It may be done.
    Accepted {
        /// What follows.
        decision: ServiceDecision,
    },
    /// It may not be done.
    Rejected {
        /// Why not.
        rejection: ServiceRejection,
    },
}

/// What follows from a command about a service. The host appends the events in one transaction, while
/// every stream still has the version that was seen.
#[boundary]
#[derive(Default)]
pub struct ServiceDecision {
    /// Events of the service; none if the command was carried out before.
    #[boundary(required)]
    pub events: Vec<ServiceEvent>,
    /// Money that moves, each entry coming to zero: a loan that has arrived, or what takes that back.
    pub entries: Vec<LedgerEntry>,
    /// The streams that were read.
    #[boundary(required)]
    pub reads: Vec<StreamRead>,
    /// The command was carried out before, under the same key: nothing follows.
    pub repeated: bool,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(ServiceDecision: findings);

/// Why a command about a service is refused.
#[boundary]
pub enum ServiceRejection {
    /// The machine has no such move here.
    NotInTable {
        /// What was asked.
        action: ServiceAction,
        /// The step or branch that was named.
        code: Option<Text>,
        /// The state of the service.
        state: ServiceState,
        /// The last step that is done.
        last_step: Option<Text>,
        /// The branch in which it waits.
        branch: Option<Text>,
        /// What the machine has here.
        #[boundary(required)]
        allowed: Vec<ServiceMove>,
    },
    /// Guards are not met: all of them.
    GuardsNotMet {
        /// The guards, each with what is lacking.
        #[boundary(required)]
        guards: Vec<UnmetServiceGuard>,
    },
    /// Somebody has changed the service since it was read.
    Stale {
        /// The service.
        stream: StaleStream,
    },
}

/// A move that the machine of a service has.
#[boundary]
#[derive(PartialOrd, Ord, Hash)]
pub struct ServiceMove {
    /// What is done.
    pub action: ServiceAction,
    /// The step or branch.
    pub code: Option<Text>,
}

impl ServiceRejection {
    /// Why, in a sentence; the guards say what each of them lacks.
    pub fn message(&self, lang: Lang) -> String {
        match (self, lang) {
            (ServiceRejection::NotInTable { action, code, state, .. }, Lang::Zh) => {
                let code = code.as_ref().map(|code| format!("（“{code}”）")).unwrap_or_default();
                format!("事务“{}”时不能办理“{}”{code}", state.chinese(), action.chinese())
            }
            (ServiceRejection::NotInTable { action, code, state, .. }, Lang::En) => {
                let code = code.as_ref().map(|code| format!(" (\"{code}\")")).unwrap_or_default();
                let (action, state) = (action.english(), state.english());
                format!("it is not possible to {action}{code} (service: {state})")
            }
            (ServiceRejection::GuardsNotMet { guards }, Lang::Zh) => {
                format!("有 {} 个条件未满足", guards.len())
            }
            (ServiceRejection::GuardsNotMet { guards }, Lang::En) => match guards.len() {
                1 => "1 condition is not met".to_owned(),
                count => format!("{count} conditions are not met"),
            },
            (ServiceRejection::Stale { .. }, Lang::Zh) => {
                "数据已被他人更改，请刷新后重试".to_owned()
            }
            (ServiceRejection::Stale { .. }, Lang::En) => {
                "somebody has changed it meanwhile: read it again and retry".to_owned()
            }
        }
    }
}
