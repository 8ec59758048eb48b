//! Ending an opportunity, with a deal or without.

use super::{Decided, OpportunityDeciding};
use crate::Text;
use crate::check::blank;
use crate::error::{Code, Error, Result};
use crate::opportunity::event::OpportunityEvent;
use crate::opportunity::policy::OpportunityOutcome;
use crate::opportunity::record::OpportunityEnd;

impl OpportunityDeciding<'_> {
    /// Ends it with a deal, in a stage that allows it.
    pub(super) fn won(&self, id: &Text, end: OpportunityEnd) -> Result<Decided> {
        let stage = self.stage_of(self.opened_by(id, end.on)?)?;
        let mut errors = self.wrong_end(&end, OpportunityOutcome::Won);
        errors
            .extend(end.deal.as_ref().and_then(|deal| blank(Code::OpportunityEmpty, "deal", deal)));
        if !stage.wins {
            let error = Error::new(Code::OpportunityNoWin).with("stage_zh", &stage.name);
            errors.push(error.with("stage_en", &stage.name_en).at("opportunity"));
        }
        Error::collect(errors)?;
        let mut decided = Decided::of(OpportunityEvent::Won { opportunity: id.clone(), end });
        decided.opportunity = Some(id.clone());
        Ok(decided)
    }

    /// Ends it without a deal, for a reason.
    pub(super) fn closed(&self, id: &Text, end: OpportunityEnd) -> Result<Decided> {
        self.opened_by(id, end.on)?;
        Error::collect(self.wrong_end(&end, OpportunityOutcome::Lost))?;
        let mut decided = Decided::of(OpportunityEvent::Closed { opportunity: id.clone(), end });
        decided.opportunity = Some(id.clone());
        Ok(decided)
    }

    fn wrong_end(&self, end: &OpportunityEnd, outcome: OpportunityOutcome) -> Vec<Error> {
        let reason = end.reason.as_ref().and_then(|reason| self.wrong_reason(reason, outcome));
        blank(Code::OpportunityEmpty, "by", &end.by).into_iter().chain(reason).collect()
    }

    /// A reason that is empty, or that the policy does not list for this end.
    fn wrong_reason(&self, reason: &Text, outcome: OpportunityOutcome) -> Option<Error> {
        if reason.is_empty() {
            return Some(Error::new(Code::OpportunityReason).with("field", "reason").at("reason"));
        }
        let listed = self.policy.reasons.iter().filter(|one| one.outcome == outcome);
        let codes: Vec<&str> = listed.map(|one| one.code.as_str()).collect();
        if self.policy.reasons.is_empty() || codes.contains(&reason.as_str()) {
            return None;
        }
        let error = Error::new(Code::OpportunityReasonUnknown).with("reason", reason);
        Some(error.with_nearest(codes, reason).at("reason"))
    }
}
