//! Rows about contracts (签约, and what is done with a subscription or contract: T13, T16, T22, T35).

use super::agreed::{SIGNED, SIGNED_AFTER_SUBSCRIPTION, SUBSCRIPTION, TAKE_SIGNED};
use super::base::{FINANCE, MANAGERS, OFFICERS, of_deal, only};
use crate::deal::table::{Effect, Transition, Waiting};
use crate::deal::{DealAction, DealGuard, DocumentKind};
use crate::project::UnitState;

pub(super) const ROWS: &[Transition] = &[
    Transition {
        document: only(&[DocumentKind::Subscription, DocumentKind::Contract]),
        roles: MANAGERS,
        guards: &[DealGuard::MayAct, DealGuard::DocumentUnlocked, DealGuard::NoOpenTodo],
        effects: &[Effect::Lock],
        zh: "审核锁定",
        en: "approve and lock",
        ..of_deal("T13", DealAction::Lock, &[UnitState::Subscribed, UnitState::Signed])
    },
    Transition {
        document: only(&[DocumentKind::Subscription, DocumentKind::Contract]),
        roles: MANAGERS,
        guards: &[DealGuard::MayAct, DealGuard::ReasonGiven],
        effects: &[Effect::Unlock],
        zh: "解除锁定：写明原因",
        en: "unlock: with a reason",
        ..of_deal("T13", DealAction::Unlock, &[UnitState::Subscribed, UnitState::Signed])
    },
    Transition {
        document: only(&[DocumentKind::Subscription]),
        to: Some(UnitState::Signed),
        roles: OFFICERS,
        takes: SUBSCRIPTION,
        guards: SIGNED_AFTER_SUBSCRIPTION,
        effects: TAKE_SIGNED,
        zh: "签约：认购已锁定，已收首期或全款",
        en: "sign: the subscription is locked, the down payment or the whole price is received",
        ..of_deal("T16", DealAction::Sign, &[UnitState::Subscribed])
    },
    Transition {
        document: Waiting::For { kinds: &[DocumentKind::Registration], or_new: true },
        to: Some(UnitState::Signed),
        roles: OFFICERS,
        takes: SUBSCRIPTION,
        guards: SIGNED,
        effects: TAKE_SIGNED,
        zh: "直接签约",
        en: "sign at once",
        ..of_deal("T16", DealAction::Sign, &[UnitState::OnSale, UnitState::Reserved])
    },
    Transition {
        document: Waiting::For { kinds: &DocumentKind::ALL, or_new: false },
        roles: MANAGERS,
        guards: &[
            DealGuard::MayAct,
            DealGuard::ReasonGiven,
            DealGuard::DocumentUnlocked,
            DealGuard::NoMoneyReceived,
            DealGuard::NoOpenTodo,
            DealGuard::EnteredToday,
        ],
        effects: &[Effect::Void],
        zh: "作废：录入错误，未收款，当期",
        en: "void: entered by mistake, without money, in this period",
        ..of_deal(
            "T22",
            DealAction::Void,
            &[UnitState::Booked, UnitState::Promised, UnitState::Subscribed, UnitState::Signed],
        )
    },
    Transition {
        document: only(&[DocumentKind::Subscription, DocumentKind::Contract]),
        roles: FINANCE,
        guards: &[DealGuard::MayAct],
        effects: &[Effect::Review],
        zh: "财务审核",
        en: "finance review",
        ..of_deal("T35", DealAction::ReviewFinance, &[UnitState::Subscribed, UnitState::Signed])
    },
];
