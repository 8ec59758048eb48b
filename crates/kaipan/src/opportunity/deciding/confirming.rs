//! Confirming what gates ask for.

use super::{Decided, OpportunityDeciding};
use crate::approval::{ApprovalKind, ApprovalRequest, ApprovalStatus};
use crate::check::blank;
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::opportunity::command::OpportunityCommand;
use crate::opportunity::event::OpportunityEvent;
use crate::opportunity::record::OpportunityConfirmation;
use crate::opportunity::stages::StageGate;
use crate::{Date, Text};

impl OpportunityDeciding<'_> {
    /// Confirms something about an open opportunity, by an approval where one is given.
    pub(super) fn confirmed(
        &self,
        opportunity: &Text,
        item: &Text,
        on: Date,
        by: &Text,
    ) -> Result<Decided> {
        self.opened_by(opportunity, on)?;
        let blank =
            [blank(Code::OpportunityEmpty, "item", item), blank(Code::OpportunityEmpty, "by", by)];
        let mut errors: Vec<Error> = blank.into_iter().flatten().collect();
        let subject = format!("{opportunity}/{item}");
        let about = (ApprovalKind::OpportunityStep, subject.as_str());
        let approved =
            ApprovalRequest::require_given(self.approval, false, about, ApprovalStatus::Approved);
        errors.extend(approved.err());
        Error::collect(errors)?;
        let (item, by) = (item.clone(), by.clone());
        let approval = self.approval.map(|request| request.id.clone());
        let told = self.asks_for(&item);
        let confirmation = OpportunityConfirmation { item, on, by, approval };
        let opportunity = opportunity.clone();
        let event = OpportunityEvent::Confirmed { opportunity: opportunity.clone(), confirmation };
        let mut decided = Decided::of(event);
        decided.opportunity = Some(opportunity);
        decided.findings.extend(told);
        Ok(decided)
    }

    /// A request for approval beside a command that stands on none.
    pub(super) fn unused_approval_told(&self, command: &OpportunityCommand) -> Option<Finding> {
        let is_used = matches!(command, OpportunityCommand::Confirm { .. });
        let request = self.approval.filter(|_| !is_used)?;
        Some(finding!(Code::ApprovalUnused, id = request.id).within(Input::Approval))
    }

    /// A confirmation that no gate asks for.
    fn asks_for(&self, item: &Text) -> Option<Finding> {
        let gates = self.policy.stages.iter().flat_map(|stage| &stage.gates);
        let known = gates.filter_map(|gate| match gate {
            StageGate::Confirmed { item, .. } => Some(item.as_str()),
            _ => None,
        });
        let known: Vec<&str> = known.collect();
        (!known.contains(&item.as_str()))
            .then(|| finding!(Code::OpportunityConfirmation, item = item).at("item"))
    }
}
