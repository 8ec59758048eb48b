//! The transition table: which command is allowed in which status, under which guards.

use super::command::ApprovalCommand;
use super::guard::Guard::{self, *};
use super::request::ApprovalStatus::{self, *};

/// One row of the transition table of approvals. A pair that is not in it is refused.
#[derive(Debug, Clone, Copy)]
pub struct ApprovalTransition {
    /// The status before; none while there is no request.
    pub from: Option<ApprovalStatus>,
    /// Word of the command.
    pub command: &'static str,
    /// What must hold, all of it.
    pub(super) guards: &'static [Guard],
    /// Words of the events that follow.
    pub events: &'static [&'static str],
    /// The statuses that may follow.
    pub to: &'static [ApprovalStatus],
    /// Who may do it and what comes of it, in Chinese.
    pub chinese: &'static str,
    /// The same in English.
    pub english: &'static str,
}

/// What must hold for a new request, and for one that is submitted anew.
const ASKED: &[Guard] = &[InOrder, Routed, Paper, Reason];

const TABLE: &[ApprovalTransition] = &[
    ApprovalTransition {
        from: None,
        command: "submit",
        guards: ASKED,
        events: &["submitted"],
        to: &[Pending],
        chinese: "任何人提交，按路线等待第一步签字",
        english: "anybody submits it; it waits for the first step of its route",
    },
    ApprovalTransition {
        from: Some(Pending),
        command: "approve",
        guards: &[InOrder, InTime, MaySign],
        events: &["signed", "approved"],
        to: &[Pending, Approved],
        chinese: "当前步骤的岗位签字；末步签齐即批准",
        english: "a role of the step that waits signs; with the last step it is approved",
    },
    ApprovalTransition {
        from: Some(Pending),
        command: "reject",
        guards: &[InOrder, InTime, MaySign, Note],
        events: &["rejected"],
        to: &[Rejected],
        chinese: "当前步骤的岗位驳回，审批结束",
        english: "a role of the step that waits rejects it, which ends it",
    },
    ApprovalTransition {
        from: Some(Pending),
        command: "return",
        guards: &[InOrder, InTime, MaySign, Note],
        events: &["returned"],
        to: &[Returned],
        chinese: "当前步骤的岗位退回申请人修改",
        english: "a role of the step that waits gives it back to be mended",
    },
    ApprovalTransition {
        from: Some(Pending),
        command: "withdraw",
        guards: &[InOrder, Requester],
        events: &["withdrawn"],
        to: &[Withdrawn],
        chinese: "申请人撤回",
        english: "the person who asked withdraws it",
    },
    ApprovalTransition {
        from: Some(Returned),
        command: "withdraw",
        guards: &[InOrder, Requester],
        events: &["withdrawn"],
        to: &[Withdrawn],
        chinese: "申请人撤回被退回的申请",
        english: "the person who asked withdraws what was given back",
    },
    ApprovalTransition {
        from: Some(Returned),
        command: "resubmit",
        guards: &[InOrder, Requester, SameSubject, Routed, Paper, Reason],
        events: &["resubmitted"],
        to: &[Pending],
        chinese: "申请人修改后重新提交，按现行路线从第一步签起",
        english: "the person who asked submits it anew; it begins with the first step of the route of that day",
    },
    ApprovalTransition {
        from: Some(Pending),
        command: "expire",
        guards: &[InOrder, Ended],
        events: &["expired"],
        to: &[Expired],
        chinese: "过了最后审批日",
        english: "the last day on which it can be decided has passed",
    },
    ApprovalTransition {
        from: Some(Returned),
        command: "expire",
        guards: &[InOrder, Ended],
        events: &["expired"],
        to: &[Expired],
        chinese: "退回后过了最后审批日",
        english: "it was given back, and the last day has passed",
    },
];

impl ApprovalTransition {
    /// The whole table.
    pub const fn table() -> &'static [ApprovalTransition] {
        TABLE
    }

    /// The row of a status and a command; none if the command is not allowed.
    pub(super) fn of(
        from: Option<ApprovalStatus>,
        command: &ApprovalCommand,
    ) -> Option<&'static ApprovalTransition> {
        TABLE.iter().find(|row| row.from == from && row.command == command.word())
    }

    /// Words of the commands that a status allows.
    pub(super) fn allowed(from: Option<ApprovalStatus>) -> Vec<&'static str> {
        TABLE.iter().filter(|row| row.from == from).map(|row| row.command).collect()
    }
}
