//! The transition table: which command is allowed in which status, under which guards.

use super::command::AreaSettlementCommand;
use super::guard::SettlementGuard::{self, *};
use super::state::AreaSettlementStatus::{self, *};

/// One row of the transition table of area settlements. A pair that is not in it is refused: above all,
/// one that is posted cannot be made void.
#[derive(Debug, Clone, Copy)]
pub struct AreaSettlementRow {
    /// The status before; none while there is no document.
    pub from: Option<AreaSettlementStatus>,
    /// Word of the command.
    pub command: &'static str,
    /// What must hold, all of it.
    pub(super) guards: &'static [SettlementGuard],
    /// The statuses that may follow.
    pub to: &'static [AreaSettlementStatus],
    /// What it is, in Chinese.
    pub chinese: &'static str,
    /// The same in English.
    pub english: &'static str,
}

/// What must hold for a new document.
const SUBMIT: &[SettlementGuard] = &[ByArea, Chosen, Kept, UnderContract, Confirmed];
/// What must hold for one after another that is void.
const SUBMIT_AGAIN: &[SettlementGuard] = &[InOrder, ByArea, Chosen, Kept, UnderContract, Confirmed];

const TABLE: &[AreaSettlementRow] = &[
    AreaSettlementRow {
        from: None,
        command: "submit",
        guards: SUBMIT,
        to: &[Submitted],
        chinese: "按合同和测绘成果算出补差，提交审批",
        english: "the settlement of a contract and a survey waits for approval",
    },
    AreaSettlementRow {
        from: Some(Void),
        command: "submit",
        guards: SUBMIT_AGAIN,
        to: &[Submitted],
        chinese: "前一张单据作废后重新提交",
        english: "a new one, after the one before it was void",
    },
    AreaSettlementRow {
        from: Some(Submitted),
        command: "approve",
        guards: &[InOrder, ApprovedBy],
        to: &[Approved],
        chinese: "凭已批准的面积变更审批",
        english: "by an approved request for a change of area",
    },
    AreaSettlementRow {
        from: Some(Submitted),
        command: "void",
        guards: &[InOrder, Reason],
        to: &[Void],
        chinese: "说明原因作废",
        english: "for a reason",
    },
    AreaSettlementRow {
        from: Some(Approved),
        command: "execute",
        guards: &[InOrder, UnderContract],
        to: &[Collecting, Collected],
        chinese: "过账：买受人补款列为应收，出卖人退款列为财务待办；没有款项的直接结清",
        english: "it is posted: what the buyer owes is receivable, a refund is a to-do of the cashier; without money it is finished",
    },
    AreaSettlementRow {
        from: Some(Approved),
        command: "void",
        guards: &[InOrder, Reason],
        to: &[Void],
        chinese: "过账之前说明原因作废",
        english: "before it is posted, for a reason",
    },
    AreaSettlementRow {
        from: Some(Collecting),
        command: "collect",
        guards: &[InOrder, Fits],
        to: &[Collecting, Collected],
        chinese: "收到补款或付出退款，全部收付后结清",
        english: "money comes in or goes out; with all of it, it is finished",
    },
];

impl AreaSettlementRow {
    /// The whole table.
    pub const fn table() -> &'static [AreaSettlementRow] {
        TABLE
    }

    /// The row of a status and a command; none if the command is not allowed.
    pub(super) fn of(
        from: Option<AreaSettlementStatus>,
        command: &AreaSettlementCommand,
    ) -> Option<&'static AreaSettlementRow> {
        TABLE.iter().find(|row| row.from == from && row.command == command.word())
    }

    /// Words of the commands that a status allows.
    pub(super) fn allowed(from: Option<AreaSettlementStatus>) -> Vec<&'static str> {
        TABLE.iter().filter(|row| row.from == from).map(|row| row.command).collect()
    }
}
