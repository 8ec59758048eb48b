//! The life of targets and plans: which command leads from which state to which.

use super::sales_target::TargetState;
use crate::error::{Code, Error};
use kaipan_derive::boundary;

/// What can be done with targets or a plan (handbook §8.12).
#[boundary]
pub enum TargetCommand {
    /// 上报.
    Report,
    /// 审核.
    Review,
    /// 批准.
    Approve,
    /// 退回 to draft, with a reason.
    Return,
    /// 修订: a new version of what is approved, as a draft, with a reason.
    Revise,
}

/// The transition table; a pair that is not in it is refused.
const TRANSITIONS: &[(TargetState, TargetCommand, TargetState)] = &[
    (TargetState::Draft, TargetCommand::Report, TargetState::Reported),
    (TargetState::Reported, TargetCommand::Review, TargetState::Reviewed),
    (TargetState::Reported, TargetCommand::Return, TargetState::Draft),
    (TargetState::Reviewed, TargetCommand::Approve, TargetState::Approved),
    (TargetState::Reviewed, TargetCommand::Return, TargetState::Draft),
    (TargetState::Approved, TargetCommand::Revise, TargetState::Draft),
];

impl TargetCommand {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            TargetCommand::Report => "上报",
            TargetCommand::Review => "审核",
            TargetCommand::Approve => "批准",
            TargetCommand::Return => "退回",
            TargetCommand::Revise => "修订",
        }
    }

    /// It cannot be done without saying why.
    pub(in crate::kpi) const fn needs_reason(self) -> bool {
        matches!(self, TargetCommand::Return | TargetCommand::Revise)
    }
}

impl TargetState {
    /// The state after a command; `None` if the command is not allowed in this state.
    pub fn after(self, command: TargetCommand) -> Option<TargetState> {
        let row = TRANSITIONS.iter().find(|(from, by, _)| *from == self && *by == command);
        row.map(|(_, _, to)| *to)
    }

    /// The commands allowed in this state.
    pub fn commands(self) -> Vec<TargetCommand> {
        let rows = TRANSITIONS.iter().filter(|(from, _, _)| *from == self);
        rows.map(|(_, by, _)| *by).collect()
    }

    /// The command is not in the table for this state; the error says what is possible.
    pub(in crate::kpi) fn not_allowed(self, command: &'static str, command_zh: &str) -> Error {
        let possible = self.commands();
        let names = |name: fn(TargetCommand) -> String, between: &str| {
            possible.iter().copied().map(name).collect::<Vec<_>>().join(between)
        };
        let chinese = |one: TargetCommand| format!("{}（“{}”）", one.chinese(), one.word());
        let error = Error::new(Code::KpiPlanState).with("state", self.word());
        let error = error.with("state_zh", self.chinese()).with("command", command);
        error
            .with("command_zh", command_zh)
            .with_long("possible", names(|one| one.word().to_owned(), ", "))
            .with_long("possible_zh", names(chinese, "、"))
    }
}
