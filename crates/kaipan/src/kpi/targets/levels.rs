//! At which levels of the organisation targets are reported, reviewed and approved.

use super::command::TargetCommand;
use crate::approval::{ApprovalRequest, Signature};
use crate::error::{At, Code, Error, Input, Result};
use crate::organisation::{Assignment, OrgKind, OrgTree};
use crate::{Date, Text};
use kaipan_derive::boundary;

/// 分级: the levels of the organisation at which targets move (handbook §8.12). Somebody must have
/// done it who has a role at a node of the level: the node of the request, or one above it.
#[boundary]
#[derive(Default)]
pub struct TargetLevels {
    /// Who reports has a role at this level: the project.
    pub report: Option<OrgKind>,
    /// One of those who reviewed signed for a role at this level: the city company.
    pub review: Option<OrgKind>,
    /// One of those who approved signed for a role at this level: the headquarters.
    pub approve: Option<OrgKind>,
}

impl TargetLevels {
    /// Refuses a request with which nobody of the level has done what the command is.
    pub(super) fn hold(
        &self,
        command: TargetCommand,
        request: &ApprovalRequest,
        tree: &OrgTree<'_>,
        assignments: &[Assignment],
    ) -> Result<()> {
        let level = match command {
            TargetCommand::Report => self.report,
            TargetCommand::Review => self.review,
            TargetCommand::Approve => self.approve,
            TargetCommand::Return | TargetCommand::Revise => None,
        };
        let Some(level) = level else { return Ok(()) };
        let at_level = |person: &Text, role: Option<&Text>, day: Date| -> Result<bool> {
            let path = tree.path(&request.asked.node, day);
            let path = path.map_err(|error| error.placed(Input::Approval));
            let nodes: Vec<Text> =
                path?.iter().filter(|one| one.kind == level).map(|one| one.id.clone()).collect();
            let own =
                assignments.iter().filter(|one| one.person == *person && one.days().contains(day));
            let mut own = own.filter(|one| role.is_none_or(|role| one.role == *role));
            Ok(own.any(|one| nodes.contains(&one.node)))
        };
        let mut is_held = false;
        if command == TargetCommand::Report {
            is_held = at_level(&request.requested_by, None, request.requested_at.date())?;
        } else {
            for Signature { person, role, on_behalf_of, at, .. } in &request.signatures {
                let signer = on_behalf_of.as_ref().unwrap_or(person);
                is_held = is_held || at_level(signer, Some(role), at.date())?;
            }
        }
        if is_held {
            return Ok(());
        }
        let error = Error::new(Code::KpiTargetLevel).with("level", level.word());
        let error = error.with("level_zh", level.chinese()).with("command", command.word());
        let error = error.with("command_zh", command.chinese());
        Err::<(), Error>(error).at("signatures").within(Input::Approval)
    }
}
