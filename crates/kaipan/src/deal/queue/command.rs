use crate::deal::LotteryEntry;
use crate::{Label, Text, Time};
use kaipan_derive::boundary;

/// What is to be done with a queue.
#[boundary]
pub enum QueueCommand {
    /// 名单截止: nobody can be added any more, and the hash of the list is recorded.
    CloseList {
        /// The group.
        group: Text,
        /// The entries, in any order.
        #[boundary(required)]
        entries: Vec<LotteryEntry>,
    },
    /// 摇号 (T27).
    Draw {
        /// The group.
        group: Text,
        /// The public figure that was named beforehand, exactly as published.
        seed: Label,
        /// When it was published: after the list was closed.
        seed_published: Time,
    },
    /// 按排队号: turns in the order of the numbers, without a draw.
    TakeNumbers {
        /// The entries, in any order.
        #[boundary(required)]
        entries: Vec<LotteryEntry>,
    },
    /// 开始选房.
    Open {
        /// Minutes that each buyer has to choose.
        minutes: u32,
    },
    /// 叫号: the next one may choose.
    CallNext {},
    /// 过号: the buyer lets it pass.
    Pass {
        /// The registration whose turn it is.
        registration: Text,
    },
    /// 超时: the window is over.
    Lapse {},
    /// 选房 (T28).
    Choose {
        /// The registration whose turn it is.
        registration: Text,
        /// The unit.
        unit_no: Text,
    },
    /// 结束: before everybody had his turn, with a reason.
    End {
        /// Why.
        reason: Option<Label>,
    },
}

/// What can be done with a queue, one word each.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum QueueAction {
    /// 名单截止.
    CloseList,
    /// 摇号.
    Draw,
    /// 按排队号.
    TakeNumbers,
    /// 开始选房.
    Open,
    /// 叫号.
    CallNext,
    /// 过号.
    Pass,
    /// 超时.
    Lapse,
    /// 选房.
    Choose,
    /// 结束.
    End,
}

impl QueueCommand {
    /// Its action.
    pub const fn action(&self) -> QueueAction {
        match self {
            QueueCommand::CloseList { .. } => QueueAction::CloseList,
            QueueCommand::Draw { .. } => QueueAction::Draw,
            QueueCommand::TakeNumbers { .. } => QueueAction::TakeNumbers,
            QueueCommand::Open { .. } => QueueAction::Open,
            QueueCommand::CallNext {} => QueueAction::CallNext,
            QueueCommand::Pass { .. } => QueueAction::Pass,
            QueueCommand::Lapse {} => QueueAction::Lapse,
            QueueCommand::Choose { .. } => QueueAction::Choose,
            QueueCommand::End { .. } => QueueAction::End,
        }
    }
}

impl QueueAction {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            QueueAction::CloseList => "名单截止",
            QueueAction::Draw => "摇号",
            QueueAction::TakeNumbers => "按排队号",
            QueueAction::Open => "开始选房",
            QueueAction::CallNext => "叫号",
            QueueAction::Pass => "过号",
            QueueAction::Lapse => "超时",
            QueueAction::Choose => "选房",
            QueueAction::End => "结束",
        }
    }

    /// The name in English, to stand in a sentence.
    pub const fn english(self) -> &'static str {
        match self {
            QueueAction::CloseList => "close a list",
            QueueAction::Draw => "draw",
            QueueAction::TakeNumbers => "take queue numbers",
            QueueAction::Open => "open the queue",
            QueueAction::CallNext => "call the next",
            QueueAction::Pass => "pass",
            QueueAction::Lapse => "let the turn lapse",
            QueueAction::Choose => "choose",
            QueueAction::End => "end the queue",
        }
    }
}
