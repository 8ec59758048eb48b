//! Rows about contracts (签约, and what is done with a subscription or contract: T13, T16, T22, T35,
//! handbook §9.6).

use super::agreed::{
    CONTRACT, SIGNED_AFTER_SUBSCRIPTION, TAKE_SIGNED, TAKE_SIGNED_AT_ONCE, signed,
};
use super::base::{
    AGENTS, CONTROLLERS, FINANCE, MANAGERS, OFFICERS, by_request, of_deal, of_unit, only,
};
use crate::approval::ApprovalKind;
use crate::deal::table::{DraftField, Effect, Transition, Waiting};
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
        guards: &[DealGuard::MayAct, DealGuard::ReasonGiven, DealGuard::DocumentLocked],
        effects: &[Effect::Unlock],
        zh: "解除锁定：写明原因",
        en: "unlock: with a reason",
        ..of_deal("T13", DealAction::Unlock, &[UnitState::Subscribed, UnitState::Signed])
    },
    Transition {
        document: only(&[DocumentKind::Subscription]),
        to: Some(UnitState::Signed),
        roles: OFFICERS,
        takes: CONTRACT,
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
        takes: CONTRACT,
        guards: signed![NoTradeInPending, ListPriceKept],
        effects: TAKE_SIGNED_AT_ONCE,
        zh: "直接签约",
        en: "sign at once",
        ..of_deal("T16", DealAction::Sign, &[UnitState::OnSale, UnitState::Reserved])
    },
    Transition {
        document: only(&[DocumentKind::Subscription]),
        roles: OFFICERS,
        guards: &[
            DealGuard::MayAct,
            DealGuard::NotLockedByChange,
            DealGuard::NoOpenTodo,
            DealGuard::SubscriptionLocked,
            DealGuard::Identified,
            DealGuard::DownPayment,
            DealGuard::MoneyBeforeSigning,
            DealGuard::SupervisedAccount,
            DealGuard::FinanceReviewed,
        ],
        effects: &[Effect::Print],
        zh: "打印合同：已收首期或全款，财务已审核",
        en: "print the contract: the down payment or the whole price is received, finance has reviewed",
        ..of_deal("T16", DealAction::PrintContract, &[UnitState::Subscribed])
    },
    void(
        &[
            DocumentKind::Booking,
            DocumentKind::DepositContract,
            DocumentKind::Subscription,
            DocumentKind::Contract,
        ],
        &[UnitState::Booked, UnitState::Promised, UnitState::Subscribed, UnitState::Signed],
    ),
    // A hold for a trade-in.
    void(&[DocumentKind::Booking], &[UnitState::Reserved]),
    Transition {
        document: only(&[DocumentKind::Contract]),
        roles: AGENTS,
        approval: by_request(ApprovalKind::CustomerEdit),
        takes: &[DraftField::Reason, DraftField::BuyerEdit],
        guards: &[
            DealGuard::MayAct,
            DealGuard::NotLockedByChange,
            DealGuard::ReasonGiven,
            DealGuard::BuyerEditGiven,
            DealGuard::Approved,
        ],
        effects: &[Effect::EditBuyer],
        zh: "修改合同客户资料：经批准，只改合同，留痕",
        en: "change data of a buyer in the contract: approved, in the contract alone, kept as history",
        ..of_deal("E1", DealAction::EditContractBuyer, &[UnitState::Signed])
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

/// A document that was entered by mistake is void.
const fn void(kinds: &'static [DocumentKind], units: &'static [UnitState]) -> Transition {
    Transition {
        document: only(kinds),
        roles: CONTROLLERS,
        approval: by_request(ApprovalKind::Void),
        takes: &[DraftField::Reason],
        guards: &[
            DealGuard::MayAct,
            DealGuard::ReasonGiven,
            DealGuard::DocumentUnlocked,
            DealGuard::NoMoneyReceived,
            DealGuard::NoOpenTodo,
            DealGuard::EnteredThisPeriod,
            DealGuard::QuotasGiven,
            DealGuard::Approved,
        ],
        effects: &[Effect::EndReservation, Effect::Void],
        zh: "作废：录入错误，未收款，当期，经批准",
        en: "void: entered by mistake, without money, in this period, approved",
        ..of_deal("T22", DealAction::Void, units)
    }
}
