use crate::{Date, Text, Time};
use kaipan_derive::boundary;

/// Something that has to be entered: what happened at the sales desk on the same day, what a written
/// instruction changes within a day (handbook §23).
#[boundary]
pub struct DeskRecord {
    /// Its id.
    pub id: Text,
    /// What happened.
    pub kind: DeskRecordKind,
    /// The day it happened, or the day of the written instruction.
    pub day: Date,
    /// The deal. Subscriptions, changes and receipts have one.
    pub deal: Option<Text>,
    /// 房号, of what is instructed for one unit.
    pub unit_no: Option<Text>,
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
    /// 价格调整, by a written instruction.
    PriceAdjustment,
    /// 面积调整, by a written instruction.
    AreaAdjustment,
    /// 房源资料, by a written instruction, such as a presale permit.
    StockData,
}

impl DeskRecordKind {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            DeskRecordKind::Subscription => "认购",
            DeskRecordKind::Change => "变更",
            DeskRecordKind::Receipt => "收款",
            DeskRecordKind::PriceAdjustment => "价格调整",
            DeskRecordKind::AreaAdjustment => "面积调整",
            DeskRecordKind::StockData => "房源资料",
        }
    }

    /// The name in English, to stand in a sentence.
    pub const fn english(self) -> &'static str {
        match self {
            DeskRecordKind::Subscription => "subscription",
            DeskRecordKind::Change => "change",
            DeskRecordKind::Receipt => "receipt",
            DeskRecordKind::PriceAdjustment => "price adjustment",
            DeskRecordKind::AreaAdjustment => "area adjustment",
            DeskRecordKind::StockData => "stock data",
        }
    }

    /// A written instruction asks for it.
    pub(super) const fn is_instructed(self) -> bool {
        matches!(
            self,
            DeskRecordKind::PriceAdjustment
                | DeskRecordKind::AreaAdjustment
                | DeskRecordKind::StockData
        )
    }
}
