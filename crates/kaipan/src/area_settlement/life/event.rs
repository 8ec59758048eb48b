//! What happened to a settlement.

use crate::area_settlement::sheet::AreaSettlementSheet;
use crate::number::Money;
use crate::{Label, Text, Time};
use kaipan_derive::boundary;

/// Something that happened to a settlement.
#[boundary(answer)]
pub struct AreaSettlementEvent {
    /// The deal.
    pub deal: Text,
    /// Its place in the stream, counted from 1.
    pub version: u32,
    /// When.
    pub at: Time,
    /// Id of the person.
    pub by: Text,
    /// What.
    pub change: AreaSettlementChange,
}

/// What happened.
#[boundary]
pub enum AreaSettlementChange {
    /// 提交.
    Submitted {
        /// Number of the document.
        number: Text,
        /// What is settled.
        sheet: Box<AreaSettlementSheet>,
    },
    /// 审批.
    Approved {
        /// Id of the request by which it was approved.
        approval: Text,
    },
    /// 执行: it was posted.
    Executed {},
    /// 收付款.
    Collected {
        /// Yuan.
        amount: Money,
    },
    /// 作废.
    Voided {
        /// Why.
        reason: Label,
    },
}

impl AreaSettlementChange {
    /// The name in Chinese.
    pub const fn chinese(&self) -> &'static str {
        match self {
            AreaSettlementChange::Submitted { .. } => "提交",
            AreaSettlementChange::Approved { .. } => "审批",
            AreaSettlementChange::Executed {} => "执行",
            AreaSettlementChange::Collected { .. } => "收付款",
            AreaSettlementChange::Voided { .. } => "作废",
        }
    }
}
