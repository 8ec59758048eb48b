//! Rejections, and the words for a command that is not in the table.

use super::command::ApprovalCommand;
use super::decision::{ApprovalDecision, ApprovalRejection, UnmetApprovalGuard};
use super::request::{ApprovalRequest, ApprovalStatus};
use super::transition::ApprovalTransition;
use crate::RejectionClass;
use crate::error::{Code, Finding, Input, finding};

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
    let allowed = ApprovalTransition::allowed(status);
    let allowed = if allowed.is_empty() { "—".to_owned() } else { allowed.join(", ") };
    let (word, word_zh) = match status {
        Some(status) => (status.word(), status.chinese()),
        None => ("not there", "不存在"),
    };
    let found = finding!(
        Code::ApprovalNotAllowed,
        status = word,
        status_zh = word_zh,
        command = command.word(),
        command_zh = command.chinese(),
        allowed
    );
    found.within(Input::Command)
}
