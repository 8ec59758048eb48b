//! Decisions and rejections with their texts in both languages.

use kaipan::deal::{
    DealAction, DealDecision, DealGuard, DealRejection, DealRuling, DocumentKind, Lacking,
    StaleStream, UnmetDealGuard,
};
use kaipan::error::Lang;
use kaipan::project::UnitState;
use kaipan::{RejectionClass, Text};
use kaipan_derive::boundary;

/// The answer to a command: a decision, or a rejection.
#[boundary(answer)]
pub struct DecisionAnswer {
    /// What follows, if it may be done.
    pub decision: Option<DealDecision>,
    /// Why it may not be done.
    pub rejection: Option<DealRejectionAnswer>,
}

/// Why a command is refused.
#[boundary(answer)]
pub struct DealRejectionAnswer {
    /// Which of the three classes it is.
    pub class: RejectionClass,
    /// The row of the table, where guards are not met: `T12`.
    pub row: Option<Text>,
    /// The guards that are not met: all of them.
    pub guards: Vec<UnmetDealGuardAnswer>,
    /// What was asked, where the table has no row for it.
    pub action: Option<DealAction>,
    /// The state of the unit, where the table has no row.
    pub unit: Option<UnitState>,
    /// The active document of the deal, where the table has no row.
    pub document: Option<DocumentKind>,
    /// What the table has for this state.
    pub allowed: Vec<DealAction>,
    /// The streams that have moved on.
    pub streams: Vec<StaleStream>,
    /// The rejection in Chinese.
    pub zh: String,
    /// The rejection in English.
    pub en: String,
}

/// A guard that is not met, for people.
#[boundary(answer)]
pub struct UnmetDealGuardAnswer {
    /// The guard.
    pub guard: DealGuard,
    /// What is lacking.
    pub lacking: Lacking,
    /// It is not met because something was not given.
    pub needs_input: bool,
    /// Codes of the roles that may waive it by a recorded approval; nobody if empty.
    pub waivable_by: Vec<Text>,
    /// The law or regulation that sets it.
    pub law: Option<Text>,
    /// What has to hold and what is lacking, in Chinese.
    pub zh: String,
    /// The same in English.
    pub en: String,
}

impl From<UnmetDealGuard> for UnmetDealGuardAnswer {
    fn from(unmet: UnmetDealGuard) -> UnmetDealGuardAnswer {
        let roles = unmet.guard.waiver().roles();
        UnmetDealGuardAnswer {
            guard: unmet.guard,
            needs_input: unmet.needs_input(),
            waivable_by: roles.iter().map(|role| Text::from(*role)).collect(),
            law: unmet.guard.law().map(Text::from),
            zh: unmet.message(Lang::Zh),
            en: unmet.message(Lang::En),
            lacking: unmet.lacking,
        }
    }
}

impl From<DealRuling> for DecisionAnswer {
    fn from(ruling: DealRuling) -> DecisionAnswer {
        match ruling {
            DealRuling::Accepted { decision } => {
                DecisionAnswer { decision: Some(decision), rejection: None }
            }
            DealRuling::Rejected { rejection } => {
                DecisionAnswer { decision: None, rejection: Some(rejection.into()) }
            }
            // A ruling has no third form in this version.
            _ => DecisionAnswer { decision: None, rejection: None },
        }
    }
}

impl From<DealRejection> for DealRejectionAnswer {
    fn from(rejection: DealRejection) -> DealRejectionAnswer {
        let (zh, en) = (rejection.message(Lang::Zh), rejection.message(Lang::En));
        let mut answer = DealRejectionAnswer {
            class: RejectionClass::Stale,
            row: None,
            guards: Vec::new(),
            action: None,
            unit: None,
            document: None,
            allowed: Vec::new(),
            streams: Vec::new(),
            zh,
            en,
        };
        match rejection {
            DealRejection::NotInTable { action, unit, document, allowed } => {
                answer.class = RejectionClass::NotInTable;
                answer.action = Some(action);
                (answer.unit, answer.document, answer.allowed) = (unit, document, allowed);
            }
            DealRejection::GuardsNotMet { row, guards } => {
                answer.class = RejectionClass::GuardsNotMet;
                answer.row = Some(row);
                answer.guards = guards.into_iter().map(UnmetDealGuardAnswer::from).collect();
            }
            DealRejection::Stale { streams } => answer.streams = streams,
            _ => {}
        }
        answer
    }
}
