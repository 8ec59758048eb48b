//! What can be done with a settlement.

use crate::number::Money;
use crate::{Label, Text};
use kaipan_derive::boundary;

/// What can be done with a settlement.
#[boundary]
pub enum AreaSettlementCommand {
    /// 提交: makes the document of a settlement that is computed with the command.
    Submit {
        /// Its number.
        number: Text,
        /// 确认无误: what looks like a mistake was looked at and is meant.
        confirmed: bool,
    },
    /// 审批, by a request for approval that is given beside the command: of the kind `area_change`,
    /// about the number of the document.
    Approve {},
    /// 执行: it is posted. What the buyer owes is receivable, what the seller owes is to be paid out.
    Execute {},
    /// 收付款: money was collected from the buyer or paid out to him.
    Collect {
        /// Yuan, above zero.
        amount: Money,
    },
    /// 作废, before it is posted.
    Void {
        /// Why.
        reason: Label,
    },
}

impl AreaSettlementCommand {
    /// The name in Chinese.
    pub const fn chinese(&self) -> &'static str {
        match self {
            AreaSettlementCommand::Submit { .. } => "提交",
            AreaSettlementCommand::Approve {} => "审批",
            AreaSettlementCommand::Execute {} => "执行",
            AreaSettlementCommand::Collect { .. } => "收付款",
            AreaSettlementCommand::Void { .. } => "作废",
        }
    }
}
