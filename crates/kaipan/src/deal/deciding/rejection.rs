//! Why a command is refused: three classes that a host can tell apart.

use crate::deal::{Action, DocumentKind, UnmetGuard};
use crate::project::UnitState;
use crate::{StreamKind, Text};
use kaipan_derive::boundary;

/// Why a command is refused.
#[boundary]
pub enum Rejection {
    /// The table has no row for it in this state.
    NotInTable {
        /// What was asked.
        action: Action,
        /// The state of the unit.
        unit: Option<UnitState>,
        /// The active document of the deal.
        document: Option<DocumentKind>,
        /// What the table has for this state.
        #[boundary(required)]
        allowed: Vec<Action>,
    },
    /// Guards are not met: all of them.
    GuardsNotMet {
        /// The row of the table: `T12`.
        row: Text,
        /// The guards, each with what is lacking.
        #[boundary(required)]
        guards: Vec<UnmetGuard>,
    },
    /// Somebody has changed a stream since it was read.
    Stale {
        /// The streams.
        #[boundary(required)]
        streams: Vec<StaleStream>,
    },
}

/// A stream that has another version than was expected.
#[boundary]
pub struct StaleStream {
    /// What it is about.
    pub kind: StreamKind,
    /// Its id.
    pub id: Text,
    /// The version that was expected.
    pub expected: u32,
    /// The version that it has.
    pub found: u32,
}
