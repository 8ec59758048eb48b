//! What is asked about a service.

use super::{LoanWaiting, ServiceBuyer};
use crate::number::Money;
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// A command about one service.
#[boundary]
pub struct ServiceCommand {
    /// The host's key of the command: the same key with the same act is carried out once, however
    /// often it is sent. With another act it is refused.
    pub key: Option<Text>,
    /// What is to be done.
    pub act: ServiceAct,
}

/// What is to be done with a service. Days are the real ones.
#[boundary]
pub enum ServiceAct {
    /// 开始办理.
    Start {
        /// The day.
        on: Date,
        /// 房号.
        unit_no: Option<Text>,
        /// What kinds of buyers there are.
        buyers: Vec<ServiceBuyer>,
        /// The bank, of a loan; of a fund loan the bank that handles it.
        bank: Option<Text>,
        /// The loan that is applied for, yuan.
        amount: Option<Money>,
        /// 贷款期限: the months for which the loan is applied for.
        months: Option<u32>,
        /// The service at another bank that it takes the place of.
        replaces: Option<Text>,
    },
    /// 完成步骤.
    DoStep {
        /// The step; it is the next one.
        step: Text,
        /// The day.
        on: Date,
        /// 备案号, 不动产权证号….
        number: Option<Text>,
        /// What was approved or paid, yuan.
        amount: Option<Money>,
        /// The bank that paid.
        bank: Option<Text>,
        /// The account of the developer that the money came to.
        account: Option<Text>,
    },
    /// 退回一步: the last step was entered by mistake, or is to be done again.
    Back {
        /// The step; it is the last one that is done.
        step: Text,
        /// Why.
        reason: Option<Label>,
    },
    /// 进入分支.
    TakeBranch {
        /// The branch.
        branch: Text,
        /// The day.
        on: Date,
        /// What the bank has approved, yuan, where it is less than was applied for.
        amount: Option<Money>,
        /// The other bank.
        bank: Option<Text>,
        /// The documents that are asked for again.
        documents: Vec<Text>,
        /// Why.
        reason: Option<Label>,
    },
    /// 继续办理: out of the branch in which it waits.
    Resume {
        /// The day.
        on: Date,
        /// Why.
        reason: Option<Label>,
    },
    /// 终止办理: by hand.
    Cancel {
        /// The day.
        on: Date,
        /// Why.
        reason: Option<Label>,
    },
    /// 收到资料.
    ReceiveDocuments {
        /// Their codes.
        #[boundary(required)]
        documents: Vec<Text>,
        /// The day.
        on: Date,
    },
    /// 承诺日期: a day is promised for a step that is not done.
    Promise {
        /// The step.
        step: Text,
        /// The day.
        on: Date,
        /// Why.
        reason: Option<Label>,
    },
    /// 登记等待原因: what an approved loan waits for.
    NoteWaiting {
        /// What.
        waiting_for: LoanWaiting,
    },
    /// 完成待办.
    FinishTodo {
        /// Its id.
        todo: u32,
    },
}

/// What can be done with a service, one word each.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum ServiceAction {
    /// 开始办理.
    Start,
    /// 完成步骤.
    DoStep,
    /// 退回一步.
    Back,
    /// 进入分支.
    TakeBranch,
    /// 继续办理.
    Resume,
    /// 终止办理.
    Cancel,
    /// 收到资料.
    ReceiveDocuments,
    /// 承诺日期.
    Promise,
    /// 登记等待原因.
    NoteWaiting,
    /// 完成待办.
    FinishTodo,
}

impl ServiceAct {
    /// Its action.
    pub const fn action(&self) -> ServiceAction {
        match self {
            ServiceAct::Start { .. } => ServiceAction::Start,
            ServiceAct::DoStep { .. } => ServiceAction::DoStep,
            ServiceAct::Back { .. } => ServiceAction::Back,
            ServiceAct::TakeBranch { .. } => ServiceAction::TakeBranch,
            ServiceAct::Resume { .. } => ServiceAction::Resume,
            ServiceAct::Cancel { .. } => ServiceAction::Cancel,
            ServiceAct::ReceiveDocuments { .. } => ServiceAction::ReceiveDocuments,
            ServiceAct::Promise { .. } => ServiceAction::Promise,
            ServiceAct::NoteWaiting { .. } => ServiceAction::NoteWaiting,
            ServiceAct::FinishTodo { .. } => ServiceAction::FinishTodo,
        }
    }

    /// The step or branch that it names.
    pub(super) const fn code(&self) -> Option<&Text> {
        match self {
            ServiceAct::DoStep { step, .. }
            | ServiceAct::Back { step, .. }
            | ServiceAct::Promise { step, .. } => Some(step),
            ServiceAct::TakeBranch { branch, .. } => Some(branch),
            _ => None,
        }
    }

    /// The day it is done, where it names one that cannot lie ahead.
    pub(super) const fn day(&self) -> Option<Date> {
        match self {
            ServiceAct::Start { on, .. }
            | ServiceAct::DoStep { on, .. }
            | ServiceAct::TakeBranch { on, .. }
            | ServiceAct::Resume { on, .. }
            | ServiceAct::Cancel { on, .. }
            | ServiceAct::ReceiveDocuments { on, .. } => Some(*on),
            _ => None,
        }
    }

    /// Why.
    pub(super) const fn reason(&self) -> Option<&Label> {
        match self {
            ServiceAct::Back { reason, .. }
            | ServiceAct::TakeBranch { reason, .. }
            | ServiceAct::Resume { reason, .. }
            | ServiceAct::Cancel { reason, .. }
            | ServiceAct::Promise { reason, .. } => reason.as_ref(),
            _ => None,
        }
    }
}

impl ServiceAction {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            ServiceAction::Start => "开始办理",
            ServiceAction::DoStep => "完成步骤",
            ServiceAction::Back => "退回一步",
            ServiceAction::TakeBranch => "进入分支",
            ServiceAction::Resume => "继续办理",
            ServiceAction::Cancel => "终止办理",
            ServiceAction::ReceiveDocuments => "收到资料",
            ServiceAction::Promise => "承诺日期",
            ServiceAction::NoteWaiting => "登记等待原因",
            ServiceAction::FinishTodo => "完成待办",
        }
    }

    /// The name in English, to stand in a sentence.
    pub const fn english(self) -> &'static str {
        match self {
            ServiceAction::Start => "start",
            ServiceAction::DoStep => "do a step",
            ServiceAction::Back => "go back a step",
            ServiceAction::TakeBranch => "take a side branch",
            ServiceAction::Resume => "go on",
            ServiceAction::Cancel => "stop",
            ServiceAction::ReceiveDocuments => "note documents",
            ServiceAction::Promise => "promise a day",
            ServiceAction::NoteWaiting => "note what the loan waits for",
            ServiceAction::FinishTodo => "finish a to-do",
        }
    }
}
