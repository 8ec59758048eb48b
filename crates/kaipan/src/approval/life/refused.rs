//! Rejections, and the words for a command that is not in the table.

use super::command::ApprovalCommand;
use super::decision::{ApprovalDecision, ApprovalRejection, UnmetApprovalGuard};
use super::request::{ApprovalRequest, ApprovalStatus};
use super::transition::ApprovalTransition;
use crate::RejectionClass;
use crate::error::{Code, Finding};
use crate::rejection::not_in_table;

/// Nothing happens, for these reasons.
pub(super) fn rejected(
    state: Option<&ApprovalRequest>,
    class: RejectionClass,
    reasons: Vec<impl Into<UnmetApprovalGuard>>,
) -> ApprovalDecision {
    let reasons = reasons.into_iter().map(Into::into).collect();
    ApprovalDecision {
        events: Vec::new(),
        reads: state.map(ApprovalRequest::read).into_iter().collect(),
        state: state.cloned(),
        rejection: Some(ApprovalRejection { class, reasons }),
        findings: Vec::new(),
    }
}

impl From<Finding> for UnmetApprovalGuard {
    fn from(reason: Finding) -> UnmetApprovalGuard {
        UnmetApprovalGuard { reason, who_may: Vec::new() }
    }
}

/// The command is not in the table for this status; the reason lists those that are.
pub(super) fn not_allowed(status: Option<ApprovalStatus>, command: &ApprovalCommand) -> Finding {
    not_in_table(
        Code::ApprovalNotAllowed,
        status.map(|status| [status.word(), status.chinese()]),
        [command.word(), command.chinese()],
        &ApprovalTransition::allowed(status),
    )
}
