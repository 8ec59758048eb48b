use crate::deal::{ChoosingTurn, LotteryEntry};
use crate::{Label, Text, Time};
use kaipan_derive::boundary;

/// A queue in which buyers choose their homes: what its events come to.
#[boundary]
pub struct ChoosingQueue {
    /// Its id.
    pub id: Text,
    /// How many events it had.
    #[boundary(default)]
    pub version: u32,
    /// State.
    #[boundary(default)]
    pub state: QueueState,
    /// Groups with a list, in the order in which the lists were closed: they are drawn in this
    /// order.
    pub groups: Vec<QueueGroup>,
    /// Turns in their order: those of each draw follow those before it.
    pub turns: Vec<QueueTurn>,
    /// Minutes that a buyer has to choose, once the queue is open.
    pub minutes: Option<u32>,
    /// When its last event was recorded.
    pub changed_at: Option<Time>,
}

/// State of a queue.
#[boundary]
pub enum QueueState {
    /// 准备: lists are closed and drawn.
    #[default]
    Preparing,
    /// 选房中.
    Open,
    /// 已结束.
    Ended,
}

/// A group of a lottery, for example families without a home first.
#[boundary]
pub struct QueueGroup {
    /// The group.
    pub group: Text,
    /// SHA-256 of its list, as it was recorded when the list was closed.
    pub list_hash: Text,
    /// When the list was closed.
    pub closed_at: Time,
    /// Its entries, ascending by number.
    #[boundary(required)]
    pub entries: Vec<LotteryEntry>,
    /// The seed, once it is drawn.
    pub seed: Option<Label>,
}

/// The turn of one registration.
#[boundary]
pub struct QueueTurn {
    /// The group; absent for turns by queue numbers.
    pub group: Option<Text>,
    /// Its number in the list or the queue.
    pub number: u32,
    /// The registration.
    pub registration: Text,
    /// State.
    #[boundary(default)]
    pub state: TurnState,
    /// When it was called.
    pub from: Option<Time>,
    /// The first moment at which its window is over.
    pub until: Option<Time>,
    /// The unit that was chosen.
    pub unit_no: Option<Text>,
}

/// State of a turn.
#[boundary]
pub enum TurnState {
    /// 等候.
    #[default]
    Waiting,
    /// 已叫号.
    Called,
    /// 过号: the buyer let it pass.
    Passed,
    /// 超时: its window was over.
    Lapsed,
    /// 已选房.
    Chosen,
}

impl ChoosingQueue {
    /// The place, from 1, and the turn of whoever may choose now.
    pub fn called(&self) -> Option<(u32, &QueueTurn)> {
        (1..).zip(&self.turns).find(|(_, turn)| turn.state == TurnState::Called)
    }

    /// Whose turn it is, as a command to choose a room (T28) asks for it. Registrations stand in
    /// lists by the id of their deal.
    pub fn choosing_turn(&self) -> Option<ChoosingTurn> {
        let (_, turn) = self.called()?;
        Some(ChoosingTurn {
            queue: self.id.clone(),
            version: self.version,
            deal: turn.registration.clone(),
            from: turn.from?,
            until: turn.until?,
        })
    }

    /// The place, from 1, and the turn that comes next.
    pub fn next(&self) -> Option<(u32, &QueueTurn)> {
        (1..).zip(&self.turns).find(|(_, turn)| turn.state == TurnState::Waiting)
    }
}

impl QueueState {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            QueueState::Preparing => "准备",
            QueueState::Open => "选房中",
            QueueState::Ended => "已结束",
        }
    }

    /// The name in English, to stand in a sentence.
    pub const fn english(self) -> &'static str {
        match self {
            QueueState::Preparing => "being prepared",
            QueueState::Open => "open",
            QueueState::Ended => "ended",
        }
    }
}
