use crate::deal::LotteryEntry;
use crate::{Label, Text, Time};
use kaipan_derive::boundary;

/// Something that happened to a queue.
#[boundary(older = crate::deal::event::older_queue)]
pub struct QueueEvent {
    /// The queue.
    pub queue: Text,
    /// Its place in the stream of the queue, from 1.
    pub version: u32,
    /// When it was recorded.
    pub at: Time,
    /// Who did it.
    pub by: Text,
    /// Why.
    pub reason: Option<Label>,
    /// What changed.
    pub change: QueueChange,
    /// The schema that it was written in; today's if absent. JSON of older schemas is brought up
    /// to today's when it is read.
    pub schema: Option<u32>,
}

/// What changed about a queue. Places count from 1.
#[boundary]
pub enum QueueChange {
    /// 名单截止.
    ListClosed {
        /// The group.
        group: Text,
        /// SHA-256 of the list.
        list_hash: Text,
        /// The entries, ascending by number.
        #[boundary(required)]
        entries: Vec<LotteryEntry>,
    },
    /// 摇号.
    Drawn {
        /// The group.
        group: Text,
        /// The seed.
        seed: Label,
        /// When the seed was published.
        seed_published: Time,
        /// The numbers of the list in the order drawn.
        #[boundary(required)]
        order: Vec<u32>,
    },
    /// 按排队号.
    NumbersTaken {
        /// The entries, ascending by number.
        #[boundary(required)]
        entries: Vec<LotteryEntry>,
    },
    /// 开始选房.
    Opened {
        /// Minutes that each buyer has to choose.
        minutes: u32,
    },
    /// 叫号.
    Called {
        /// Whose turn it is.
        place: u32,
        /// The first moment at which the window is over.
        until: Time,
    },
    /// 过号.
    Passed {
        /// Whose turn it was.
        place: u32,
    },
    /// 超时.
    Lapsed {
        /// Whose turn it was.
        place: u32,
    },
    /// 已选房.
    Chosen {
        /// Whose turn it was.
        place: u32,
        /// The unit.
        unit_no: Text,
    },
    /// 已结束.
    Ended {},
}
