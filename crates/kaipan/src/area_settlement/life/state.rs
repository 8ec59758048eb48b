//! The document of a settlement as its events have made it.

use crate::area_settlement::sheet::{AreaMoneyWay, AreaSettlementSheet};
use crate::error::Result;
use crate::number::{Money, overflow};
use crate::{Label, StreamKind, StreamRead, Text, Time};
use kaipan_derive::boundary;

/// The settlement of one deal as a document (面积补差单).
///
/// A deal has one stream of it, whose id is that of the deal: so a deal is never settled twice. A
/// document that is void makes room for the next one.
#[boundary(answer)]
pub struct AreaSettlement {
    /// The deal.
    pub deal: Text,
    /// How many events there are.
    pub version: u32,
    /// Number of the document.
    pub number: Text,
    /// Its status.
    pub status: AreaSettlementStatus,
    /// What is settled; its findings name no place, since the request that they were about is gone.
    pub sheet: AreaSettlementSheet,
    /// Id of the person who submitted it.
    pub submitted_by: Text,
    /// Id of the request by which it was approved.
    pub approval: Option<Text>,
    /// What has been collected from the buyer or paid out to him so far, yuan.
    pub moved: Money,
    /// When its last event was.
    pub changed_at: Time,
    /// Why it is void.
    pub reason: Option<Label>,
}

/// Status of a settlement.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum AreaSettlementStatus {
    /// 已提交.
    Submitted,
    /// 已审批.
    Approved,
    /// 结算中: it is posted, and money is still to be collected or paid out.
    Collecting,
    /// 已结清.
    Collected,
    /// 已作废.
    Void,
}

impl AreaSettlementStatus {
    /// Every status.
    pub const ALL: &'static [AreaSettlementStatus] = &[
        AreaSettlementStatus::Submitted,
        AreaSettlementStatus::Approved,
        AreaSettlementStatus::Collecting,
        AreaSettlementStatus::Collected,
        AreaSettlementStatus::Void,
    ];

    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            AreaSettlementStatus::Submitted => "已提交",
            AreaSettlementStatus::Approved => "已审批",
            AreaSettlementStatus::Collecting => "结算中",
            AreaSettlementStatus::Collected => "已结清",
            AreaSettlementStatus::Void => "已作废",
        }
    }
}

impl AreaSettlement {
    /// Its stream, with the version that this state is of.
    #[must_use]
    pub fn read(&self) -> StreamRead {
        StreamRead {
            kind: StreamKind::AreaSettlement,
            id: self.deal.clone(),
            version: self.version,
        }
    }

    /// What is still to be collected or paid out, yuan. What is set off against the house price needs no
    /// money.
    ///
    /// # Errors
    /// Amounts outside the range of money.
    pub fn outstanding(&self) -> Result<Money> {
        let moves = |way| matches!(way, AreaMoneyWay::Receivable | AreaMoneyWay::Refund);
        let lines = self.sheet.money.iter().filter(|line| moves(line.way));
        let all = Money::sum(lines.map(|line| line.amount))?;
        all.checked_sub(self.moved).ok_or_else(overflow)
    }
}
