//! What can be done with a request for approval.

use crate::approval::asked::ApprovalAsked;
use crate::{Label, Text};
use kaipan_derive::boundary;

/// What can be done with a request for approval.
#[boundary]
pub enum ApprovalCommand {
    /// 提交: makes the request.
    Submit {
        /// Its id.
        id: Text,
        /// What is asked.
        asked: ApprovalAsked,
    },
    /// 批准.
    Approve {
        /// Code of the role; needed by somebody who may sign as several.
        role: Option<Text>,
        /// What is said.
        note: Option<Label>,
    },
    /// 驳回: ends the request.
    Reject {
        /// Code of the role; needed by somebody who may sign as several.
        role: Option<Text>,
        /// Why.
        note: Label,
    },
    /// 退回修改: back to the person who asked.
    Return {
        /// Code of the role; needed by somebody who may sign as several.
        role: Option<Text>,
        /// Why.
        note: Label,
    },
    /// 撤回, by the person who asked.
    Withdraw {
        /// What is said.
        note: Option<Label>,
    },
    /// 重新提交, by the person who asked, after a return.
    Resubmit {
        /// What is asked now: of the same kind, about the same.
        asked: ApprovalAsked,
    },
    /// 过期: after the last day on which it can be decided.
    Expire {},
}

impl ApprovalCommand {
    /// The name in Chinese.
    pub const fn chinese(&self) -> &'static str {
        match self {
            ApprovalCommand::Submit { .. } => "提交",
            ApprovalCommand::Approve { .. } => "批准",
            ApprovalCommand::Reject { .. } => "驳回",
            ApprovalCommand::Return { .. } => "退回",
            ApprovalCommand::Withdraw { .. } => "撤回",
            ApprovalCommand::Resubmit { .. } => "重新提交",
            ApprovalCommand::Expire {} => "过期",
        }
    }
}
