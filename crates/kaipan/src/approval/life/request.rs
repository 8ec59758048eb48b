//! The state of a request for approval.

use crate::approval::asked::ApprovalAsked;
use crate::approval::route::{ApprovalStep, RouteTaken, SigningRule};
use crate::{Date, Label, StreamKind, StreamRead, Text, Time};
use kaipan_derive::boundary;

/// A request for approval as its events have made it (审批单).
#[boundary(answer)]
pub struct ApprovalRequest {
    /// Its id.
    pub id: Text,
    /// What is asked.
    pub asked: ApprovalAsked,
    /// Id of the person who asks.
    pub requested_by: Text,
    /// When it was submitted, the last time.
    pub requested_at: Time,
    /// Its status.
    pub status: ApprovalStatus,
    /// The route that it takes.
    pub route: RouteTaken,
    /// The step that waits for signatures, counted from 1.
    pub step: u32,
    /// The signatures since it was last submitted.
    pub signatures: Vec<Signature>,
    /// How many times it was submitted.
    pub round: u32,
    /// When its last event was.
    pub changed_at: Time,
    /// What was said with the last decision.
    pub note: Option<Label>,
    /// How many events it has.
    pub version: u32,
}

/// Status of a request for approval.
#[boundary]
pub enum ApprovalStatus {
    /// 审批中.
    Pending,
    /// 已批准.
    Approved,
    /// 已驳回.
    Rejected,
    /// 已退回: waits for the person who asked.
    Returned,
    /// 已撤回.
    Withdrawn,
    /// 已过期.
    Expired,
}

/// Somebody signed.
#[boundary(answer)]
pub struct Signature {
    /// The step, counted from 1.
    pub step: u32,
    /// Code of the role.
    pub role: Text,
    /// Id of the person.
    pub person: Text,
    /// Id of the person in whose place they signed.
    pub on_behalf_of: Option<Text>,
    /// When.
    pub at: Time,
}

impl ApprovalStatus {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            ApprovalStatus::Pending => "审批中",
            ApprovalStatus::Approved => "已批准",
            ApprovalStatus::Rejected => "已驳回",
            ApprovalStatus::Returned => "已退回",
            ApprovalStatus::Withdrawn => "已撤回",
            ApprovalStatus::Expired => "已过期",
        }
    }
}

impl ApprovalRequest {
    /// Its stream, with the version that this state is of.
    #[must_use]
    pub fn read(&self) -> StreamRead {
        StreamRead { kind: StreamKind::Approval, id: self.id.clone(), version: self.version }
    }

    /// The roles of the step that waits which have not signed; none when it does not wait.
    pub(in crate::approval) fn open_roles(&self) -> Vec<Text> {
        if self.status != ApprovalStatus::Pending {
            return Vec::new();
        }
        let roles = self.current_step().map(|step| step.roles.iter()).unwrap_or_default();
        let signed = |role: &&Text| {
            let mut here = self.signatures.iter().filter(|one| one.step == self.step);
            here.any(|one| one.role == **role)
        };
        roles.filter(|role| !signed(role)).cloned().collect()
    }

    pub(in crate::approval) fn current_step(&self) -> Option<&ApprovalStep> {
        self.route.steps.get(usize::try_from(self.step).ok()?.checked_sub(1)?)
    }

    /// The step that waits has the signatures that it needs.
    pub(super) fn has_signed_step(&self) -> bool {
        let Some(step) = self.current_step() else { return true };
        let open = self.open_roles().len();
        match step.rule {
            SigningRule::All => open == 0,
            SigningRule::Any => open < step.roles.len(),
        }
    }

    /// The last day on which it can be decided has passed.
    pub(in crate::approval) fn has_ended(&self, day: Date) -> bool {
        self.route.decide_by.is_some_and(|last| day > last)
    }
}
