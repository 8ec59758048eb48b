//! Targets and plans move by the request for their approval (handbook §8.12, §22.7).

use super::command::TargetCommand;
use crate::Text;
use crate::approval::{ApprovalKind, ApprovalRequest, ApprovalStatus};
use crate::error::{At, Code, Error, Input, Result};

/// The request by which targets or a plan move: of which kind, about what, and which roles review.
pub(in crate::kpi) struct MovedBy<'a> {
    pub(in crate::kpi) approval: Option<&'a ApprovalRequest>,
    pub(in crate::kpi) kind: ApprovalKind,
    pub(in crate::kpi) subject: Text,
    pub(in crate::kpi) reviewers: &'a [Text],
}

impl MovedBy<'_> {
    /// Refuses a command that the request does not bear. Reporting is submitting the request; the
    /// review is there when every reviewer has signed; a revision needs none.
    pub(in crate::kpi) fn bears(&self, command: TargetCommand) -> Result<()> {
        if command == TargetCommand::Revise {
            return Ok(());
        }
        let Some(request) = self.approval else {
            let error = Error::new(Code::ApprovalMissing).with("subject", &self.subject);
            return Err(error.within(Input::Approval));
        };
        let status = match command {
            TargetCommand::Report => ApprovalStatus::Pending,
            TargetCommand::Approve => ApprovalStatus::Approved,
            // One that goes on: it waits for the last signature, or has it.
            TargetCommand::Review if request.status == ApprovalStatus::Approved => request.status,
            TargetCommand::Review => ApprovalStatus::Pending,
            TargetCommand::Return if has_failed(request.status) => request.status,
            _ => ApprovalStatus::Returned,
        };
        request.require(self.kind, &self.subject, status).within(Input::Approval)?;
        if matches!(command, TargetCommand::Review | TargetCommand::Approve) {
            Error::collect(self.unsigned(request))?;
        }
        Ok(())
    }

    /// Reviewers that have not signed.
    fn unsigned(&self, request: &ApprovalRequest) -> Vec<Error> {
        let has_signed = |role: &&Text| request.signatures.iter().any(|one| one.role == **role);
        let lacking = self.reviewers.iter().filter(|role| !has_signed(role));
        let error = |role: &Text| {
            let error = Error::new(Code::KpiReviewLacks).with("subject", &self.subject);
            error.with("role", role).at("signatures").within(Input::Approval)
        };
        lacking.map(error).collect()
    }
}

/// It will not be approved as it stands.
const fn has_failed(status: ApprovalStatus) -> bool {
    matches!(
        status,
        ApprovalStatus::Rejected
            | ApprovalStatus::Returned
            | ApprovalStatus::Withdrawn
            | ApprovalStatus::Expired
    )
}
