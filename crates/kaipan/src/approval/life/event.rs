//! What happened to a request for approval.

use crate::approval::asked::ApprovalAsked;
use crate::approval::route::RouteTaken;
use crate::{Label, Text, Time};
use kaipan_derive::boundary;

/// Something that happened to a request for approval.
#[boundary(answer)]
pub struct ApprovalEvent {
    /// Id of the request.
    pub request: Text,
    /// Its place in the stream, counted from 1.
    pub version: u32,
    /// When.
    pub at: Time,
    /// Id of the person.
    pub by: Text,
    /// What.
    pub change: ApprovalChange,
}

/// What happened.
#[boundary]
pub enum ApprovalChange {
    /// 提交.
    Submitted {
        /// What is asked.
        asked: ApprovalAsked,
        /// The route that it takes.
        route: RouteTaken,
    },
    /// 签字: a role signed.
    Signed {
        /// The step, counted from 1.
        step: u32,
        /// Code of the role.
        role: Text,
        /// Id of the person in whose place it was signed.
        on_behalf_of: Option<Text>,
        /// What was said.
        note: Option<Label>,
    },
    /// 批准: the last step has its signatures.
    Approved {},
    /// 驳回.
    Rejected {
        /// Code of the role.
        role: Text,
        /// Id of the person in whose place it was done.
        on_behalf_of: Option<Text>,
        /// Why.
        note: Label,
    },
    /// 退回修改.
    Returned {
        /// Code of the role.
        role: Text,
        /// Id of the person in whose place it was done.
        on_behalf_of: Option<Text>,
        /// Why.
        note: Label,
    },
    /// 撤回.
    Withdrawn {
        /// What was said.
        note: Option<Label>,
    },
    /// 重新提交; the signatures begin anew.
    Resubmitted {
        /// What is asked now.
        asked: ApprovalAsked,
        /// The route that it takes now.
        route: RouteTaken,
    },
    /// 过期.
    Expired {},
}

impl ApprovalChange {
    /// The name in Chinese.
    pub const fn chinese(&self) -> &'static str {
        match self {
            ApprovalChange::Submitted { .. } => "提交",
            ApprovalChange::Signed { .. } => "签字",
            ApprovalChange::Approved {} => "批准",
            ApprovalChange::Rejected { .. } => "驳回",
            ApprovalChange::Returned { .. } => "退回",
            ApprovalChange::Withdrawn { .. } => "撤回",
            ApprovalChange::Resubmitted { .. } => "重新提交",
            ApprovalChange::Expired {} => "过期",
        }
    }
}
