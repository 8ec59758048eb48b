//! The table of queues: what may be done in which state, by whom, under which guards.

use super::{QueueAction, QueueGuard, QueueState};

/// A row of the table.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct QueueRow {
    /// Its name: that of the handbook, with a letter where that has one for several.
    pub id: &'static str,
    /// What is done.
    pub action: QueueAction,
    /// The state that it begins in.
    pub from: QueueState,
    /// The state afterwards. A queue in which nobody is left to choose ends by itself.
    pub to: QueueState,
    /// The roles that may do it, by code; anybody, a clock too, if empty.
    pub roles: &'static [&'static str],
    /// What has to hold.
    pub guards: &'static [QueueGuard],
    /// What it is, in Chinese.
    pub zh: &'static str,
    /// What it is, in English.
    pub en: &'static str,
}

const DESK: &[&str] = &["stock_controller", "sales_manager"];
const AGENTS: &[&str] = &["sales_agent", "stock_controller", "sales_manager"];

const fn end(from: QueueState) -> QueueRow {
    QueueRow {
        id: "T28g",
        action: QueueAction::End,
        from,
        to: QueueState::Ended,
        roles: DESK,
        guards: &[QueueGuard::MayAct, QueueGuard::NobodyCalled, QueueGuard::ReasonNamed],
        zh: "提前结束：写明原因，如房源已选完、取消开盘",
        en: "end the queue early, with a reason, such as that no unit is left",
    }
}

const ROWS: &[QueueRow] = &[
    QueueRow {
        id: "T27a",
        action: QueueAction::CloseList,
        from: QueueState::Preparing,
        to: QueueState::Preparing,
        roles: DESK,
        guards: &[QueueGuard::MayAct, QueueGuard::GroupNew],
        zh: "名单截止：记录名单的哈希，随后公布",
        en: "close a list: its hash is recorded, to be published",
    },
    QueueRow {
        id: "T27b",
        action: QueueAction::Draw,
        from: QueueState::Preparing,
        to: QueueState::Preparing,
        roles: DESK,
        guards: &[
            QueueGuard::MayAct,
            QueueGuard::ListClosed,
            QueueGuard::EarlierGroupsDrawn,
            QueueGuard::HashBeforeSeed,
            QueueGuard::SeedPublished,
        ],
        zh: "摇号：各组依次，种子在名单截止之后公布",
        en: "draw: one group after the other, by a seed published after the list was closed",
    },
    QueueRow {
        id: "T28a",
        action: QueueAction::TakeNumbers,
        from: QueueState::Preparing,
        to: QueueState::Preparing,
        roles: DESK,
        guards: &[QueueGuard::MayAct, QueueGuard::AllDrawn],
        zh: "按排队号排序，不摇号",
        en: "take queue numbers in their order, without a draw",
    },
    QueueRow {
        id: "T28b",
        action: QueueAction::Open,
        from: QueueState::Preparing,
        to: QueueState::Open,
        roles: DESK,
        guards: &[QueueGuard::MayAct, QueueGuard::AllDrawn, QueueGuard::SomebodyWaits],
        zh: "开始选房：定下每人的时限",
        en: "open the queue, with the window that everybody has",
    },
    QueueRow {
        id: "T28c",
        action: QueueAction::CallNext,
        from: QueueState::Open,
        to: QueueState::Open,
        roles: DESK,
        guards: &[QueueGuard::MayAct, QueueGuard::NobodyCalled, QueueGuard::SomebodyWaits],
        zh: "叫号：下一位开始计时",
        en: "call the next, whose window begins",
    },
    QueueRow {
        id: "T28d",
        action: QueueAction::Pass,
        from: QueueState::Open,
        to: QueueState::Open,
        roles: AGENTS,
        guards: &[QueueGuard::MayAct, QueueGuard::InTurn],
        zh: "过号：客户放弃本次选房",
        en: "pass: the buyer lets the turn go",
    },
    QueueRow {
        id: "T28e",
        action: QueueAction::Lapse,
        from: QueueState::Open,
        to: QueueState::Open,
        roles: &[],
        guards: &[QueueGuard::WindowOver],
        zh: "超时：时限已过",
        en: "the turn lapses: its window is over",
    },
    QueueRow {
        id: "T28f",
        action: QueueAction::Choose,
        from: QueueState::Open,
        to: QueueState::Open,
        roles: AGENTS,
        guards: &[
            QueueGuard::MayAct,
            QueueGuard::InTurn,
            QueueGuard::WithinWindow,
            QueueGuard::UnitLeft,
        ],
        zh: "选房：在自己的时限内选定一套",
        en: "choose a unit within one's window",
    },
    end(QueueState::Preparing),
    end(QueueState::Open),
];

/// Every row.
pub fn queue_rows() -> impl Iterator<Item = &'static QueueRow> {
    ROWS.iter()
}

/// The row for an action in a state.
pub(super) fn row(action: QueueAction, state: QueueState) -> Option<&'static QueueRow> {
    ROWS.iter().find(|row| row.action == action && row.from == state)
}
