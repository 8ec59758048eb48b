//! Rows about registrations (认筹: T6, T7, T22, T26, T28, T31).

use super::base::{AGENTS, CONTROLLERS, EVERYBODY, NO_UNIT, by_request, of_deal, only};
use crate::approval::ApprovalKind;
use crate::deal::table::{DraftField, Effect, Transition};
use crate::deal::{CloseReason, DealAction, DealGuard, DocumentKind, TodoKind};
use crate::project::UnitState;

pub(super) const ROWS: &[Transition] = &[
    Transition {
        takes: &[
            DraftField::Reason,
            DraftField::Buyers,
            DraftField::Agent,
            DraftField::Channel,
            DraftField::Number,
            DraftField::QueueNumber,
            DraftField::Amount,
            DraftField::Until,
        ],
        guards: &[
            DealGuard::MayAct,
            DealGuard::BuyersNamed,
            DealGuard::QueueNumberGiven,
            DealGuard::PresalePermit,
            DealGuard::SaleFiled,
            DealGuard::FreeOfEncumbrance,
            DealGuard::ConstructionPermit,
            DealGuard::SincerityAmount,
            DealGuard::UntilAhead,
        ],
        effects: &[
            Effect::NameBuyers,
            Effect::ChooseUnit,
            Effect::Queue,
            Effect::Open(DocumentKind::Registration),
        ],
        zh: "认筹：取得许可后登记，给排队号",
        en: "register: after the permit, with a number in the queue",
        law: Some("商品房销售管理办法 §22"),
        ..of_deal("T6", DealAction::Register, NO_UNIT)
    },
    Transition {
        document: only(&[DocumentKind::Registration]),
        guards: &[
            DealGuard::MayAct,
            DealGuard::DocumentUnlocked,
            DealGuard::NoOpenTodo,
            DealGuard::MoneyKnown,
        ],
        effects: &[Effect::Todo(TodoKind::Refund), Effect::Close(CloseReason::Refunded)],
        zh: "退号：诚意金全额退还",
        en: "cancel the registration: all sincerity money is returned",
        ..of_deal("T7", DealAction::CancelRegistration, NO_UNIT)
    },
    Transition {
        document: only(&[DocumentKind::Registration]),
        roles: CONTROLLERS,
        approval: by_request(ApprovalKind::Void),
        guards: &[
            DealGuard::MayAct,
            DealGuard::ReasonGiven,
            DealGuard::NoMoneyReceived,
            DealGuard::NoOpenTodo,
            DealGuard::EnteredThisPeriod,
            DealGuard::Approved,
        ],
        effects: &[Effect::Close(CloseReason::Void)],
        zh: "作废认筹：录入错误，未收款，当期，经批准",
        en: "void a registration: entered by mistake, without money, in this period, approved",
        ..of_deal("T22", DealAction::Void, NO_UNIT)
    },
    Transition {
        document: only(&[DocumentKind::Registration]),
        takes: &[DraftField::Reason, DraftField::LotteryNumber],
        guards: &[
            DealGuard::MayAct,
            DealGuard::NotExpired,
            DealGuard::LotteryNumberGiven,
            DealGuard::NotInLottery,
            DealGuard::ListOpen,
        ],
        effects: &[Effect::EnterLottery],
        zh: "摇号登记：认筹有效，名单未截止",
        en: "enter the lottery: with an active registration, before the list is closed",
        ..of_deal("T26", DealAction::EnterLottery, NO_UNIT)
    },
    Transition {
        document: only(&[DocumentKind::Registration]),
        roles: AGENTS,
        takes: &[DraftField::Reason, DraftField::Agent, DraftField::Minutes],
        guards: &[
            DealGuard::MayAct,
            DealGuard::InTurn,
            DealGuard::NotExpired,
            DealGuard::DocumentUnlocked,
            DealGuard::WithinHold,
            DealGuard::NotLockedByChange,
            DealGuard::NotHeldByAnother,
            DealGuard::NotAllottedElsewhere,
            DealGuard::PriceConfirmed,
        ],
        effects: &[Effect::EndHold, Effect::ChooseUnit, Effect::Hold],
        zh: "按序选房：轮到该号、在时限内，保留若干分钟",
        en: "choose in order: in its turn and window, the unit is held for minutes",
        ..of_deal("T28", DealAction::ChooseRoom, &[UnitState::OnSale])
    },
    Transition {
        document: only(&[DocumentKind::Registration]),
        roles: EVERYBODY,
        guards: &[DealGuard::Expired, DealGuard::MoneyKnown],
        effects: &[Effect::Todo(TodoKind::Refund), Effect::Close(CloseReason::Expired)],
        zh: "认筹到期失效：诚意金退还",
        en: "a registration lapses: its sincerity money is returned",
        ..of_deal("T31", DealAction::Lapse, NO_UNIT)
    },
];
