//! What a command that is allowed changes.

use super::command::ApprovalCommand;
use super::deciding::Seen;
use super::event::ApprovalChange;
use crate::approval::signing::Signer;
use crate::{Label, Text};

/// What a command that is allowed does.
pub(super) fn changes(seen: &Seen<'_>) -> Option<ApprovalChange> {
    let route = || seen.found.as_ref().map(|found| found.taken.clone());
    let signed = |note: &Label, make: fn(Signer, Label) -> ApprovalChange| {
        seen.signer.as_ref().ok().map(|signer| make(signer.clone(), note.clone()))
    };
    match seen.command {
        ApprovalCommand::Submit { asked, .. } => {
            Some(ApprovalChange::Submitted { asked: asked.clone(), route: route()? })
        }
        ApprovalCommand::Resubmit { asked } => {
            Some(ApprovalChange::Resubmitted { asked: asked.clone(), route: route()? })
        }
        ApprovalCommand::Approve { note, .. } => {
            let Signer { role, on_behalf_of, .. } = seen.signer.as_ref().ok()?.clone();
            let step = seen.state?.step;
            Some(ApprovalChange::Signed { step, role, on_behalf_of, note: note.clone() })
        }
        ApprovalCommand::Reject { note, .. } => signed(note, |by, note| ApprovalChange::Rejected {
            role: by.role,
            on_behalf_of: by.on_behalf_of,
            note,
        }),
        ApprovalCommand::Return { note, .. } => signed(note, |by, note| ApprovalChange::Returned {
            role: by.role,
            on_behalf_of: by.on_behalf_of,
            note,
        }),
        ApprovalCommand::Withdraw { note } => {
            Some(ApprovalChange::Withdrawn { note: note.clone() })
        }
        ApprovalCommand::Expire {} => Some(ApprovalChange::Expired {}),
    }
}

impl ApprovalCommand {
    /// The role that was named, for a command of somebody who signs.
    pub(super) const fn role(&self) -> Option<Option<&Text>> {
        match self {
            ApprovalCommand::Approve { role, .. }
            | ApprovalCommand::Reject { role, .. }
            | ApprovalCommand::Return { role, .. } => Some(role.as_ref()),
            _ => None,
        }
    }
}
