//! Records for the tests of this area.

use super::follow_up::{FollowUp, FollowUpKind};
use super::record::{Opportunity, OpportunityState};

/// A call of customer C1 at project P1, entered as it took place.
pub(crate) fn follow_up(id: &str, at: &str) -> FollowUp {
    let at = at.parse().unwrap();
    FollowUp::new(id, "C1", "P1", "agent", FollowUpKind::Call, at, at)
}

/// An open opportunity of the same, of March 1st 2026 in the first stage of the preset.
pub(super) fn opportunity(id: &str) -> Opportunity {
    let day = "2026-03-01".parse().unwrap();
    Opportunity::new(id, "C1", "P1", "agent", day, "prospect", day, OpportunityState::Active)
}
