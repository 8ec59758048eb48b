use crate::{Date, Text, Time};
use kaipan_derive::boundary;

/// Something that happened at the sales desk and has to be entered the same day (`domain-2` §23).
#[boundary]
pub struct DeskRecord {
    /// Its id.
    pub id: Text,
    /// What happened.
    pub kind: DeskRecordKind,
    /// The deal.
    pub deal: Text,
    /// The day it happened.
    pub day: Date,
    /// Who has to enter it.
    pub agent: Option<Text>,
    /// When it was entered; not yet if absent.
    pub recorded_at: Option<Time>,
}

/// What happened at the sales desk.
#[boundary]
pub enum DeskRecordKind {
    /// 认购.
    Subscription,
    /// 变更.
    Change,
    /// 收款.
    Receipt,
}

impl DeskRecordKind {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            DeskRecordKind::Subscription => "认购",
            DeskRecordKind::Change => "变更",
            DeskRecordKind::Receipt => "收款",
        }
    }

    /// The name in English, to stand in a sentence.
    pub const fn english(self) -> &'static str {
        match self {
            DeskRecordKind::Subscription => "subscription",
            DeskRecordKind::Change => "change",
            DeskRecordKind::Receipt => "receipt",
        }
    }
}
