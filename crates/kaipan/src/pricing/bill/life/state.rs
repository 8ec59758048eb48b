//! The life of a price bill: states, commands, and which command leads where.

use kaipan_derive::boundary;

/// State of a price bill. Executed bills never change again, except to be superseded.
#[boundary]
pub enum BillState {
    /// 草稿.
    #[default]
    Draft,
    /// 待审批.
    PendingApproval,
    /// 已审批.
    Approved,
    /// 已执行.
    Executed,
    /// 已被取代.
    Superseded,
    /// 已驳回.
    Rejected,
    /// 已作废.
    Void,
}

/// What can be done with a bill.
#[boundary]
pub enum BillCommand {
    /// 提交审批.
    Submit,
    /// 撤回 to draft.
    Withdraw,
    /// 批准.
    Approve,
    /// 驳回.
    Reject,
    /// 执行: the new prices take effect.
    Execute,
    /// 取代: a later bill has taken its place.
    Supersede,
    /// 作废.
    Void,
}

/// The transition table; a pair that is not in it is refused.
const TRANSITIONS: &[(BillState, BillCommand, BillState)] = &[
    (BillState::Draft, BillCommand::Submit, BillState::PendingApproval),
    (BillState::Draft, BillCommand::Void, BillState::Void),
    (BillState::PendingApproval, BillCommand::Approve, BillState::Approved),
    (BillState::PendingApproval, BillCommand::Reject, BillState::Rejected),
    (BillState::PendingApproval, BillCommand::Withdraw, BillState::Draft),
    (BillState::PendingApproval, BillCommand::Void, BillState::Void),
    (BillState::Approved, BillCommand::Execute, BillState::Executed),
    (BillState::Approved, BillCommand::Void, BillState::Void),
    (BillState::Executed, BillCommand::Supersede, BillState::Superseded),
];

impl BillState {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            BillState::Draft => "草稿",
            BillState::PendingApproval => "待审批",
            BillState::Approved => "已审批",
            BillState::Executed => "已执行",
            BillState::Superseded => "已被取代",
            BillState::Rejected => "已驳回",
            BillState::Void => "已作废",
        }
    }

    /// Whether the bill may still be executed: it is a draft, waits for approval or is approved.
    pub const fn is_open(self) -> bool {
        matches!(self, BillState::Draft | BillState::PendingApproval | BillState::Approved)
    }

    /// The state after a command; `None` if the command is not allowed in this state.
    pub fn after(self, command: BillCommand) -> Option<BillState> {
        let row = TRANSITIONS.iter().find(|(from, by, _)| *from == self && *by == command);
        row.map(|(_, _, to)| *to)
    }

    /// The commands allowed in this state.
    pub fn commands(self) -> Vec<BillCommand> {
        let rows = TRANSITIONS.iter().filter(|(from, _, _)| *from == self);
        rows.map(|(_, by, _)| *by).collect()
    }
}

impl BillCommand {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            BillCommand::Submit => "提交审批",
            BillCommand::Withdraw => "撤回",
            BillCommand::Approve => "批准",
            BillCommand::Reject => "驳回",
            BillCommand::Execute => "执行",
            BillCommand::Supersede => "取代",
            BillCommand::Void => "作废",
        }
    }
}
