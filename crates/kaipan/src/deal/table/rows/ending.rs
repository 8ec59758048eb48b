//! Rows by which a subscription or contract ends (退定, 挞定, 退房: T14, T15, T17).

use super::base::{CONTROLLERS, by_request, of_deal, only};
use crate::approval::ApprovalKind;
use crate::deal::table::{DraftField, Effect, Transition};
use crate::deal::{CloseReason, DealAction, DealGuard, DocumentKind};
use crate::project::UnitState;

const TAKES: &[DraftField] = &[DraftField::Reason, DraftField::Settlement, DraftField::Paper];

/// What every end looks at, and what a row of its own looks at besides.
macro_rules! ending {
    ($($own:ident),* $(,)?) => {
        &[
            DealGuard::MayAct,
            DealGuard::DocumentUnlocked,
            DealGuard::NoOtherChange,
            DealGuard::NoOpenTodo,
            DealGuard::ReasonGiven,
            $(DealGuard::$own,)*
            DealGuard::Settled,
            DealGuard::QuotasGiven,
            DealGuard::Approved,
        ]
    };
}

/// The money is settled, the document closed, and the unit comes back to be priced again.
macro_rules! settled_and_closed {
    ($why:ident) => {
        &[
            Effect::EndPending,
            Effect::SettleChange,
            Effect::Close(CloseReason::$why),
            Effect::ReturnQuotas,
            Effect::ReturnUnconfirmed,
        ]
    };
}

pub(super) const ROWS: &[Transition] = &[
    Transition {
        document: only(&[DocumentKind::Subscription]),
        to: Some(UnitState::OnSale),
        roles: CONTROLLERS,
        approval: by_request(ApprovalKind::Refund),
        takes: TAKES,
        guards: ending![LoanReleased],
        effects: settled_and_closed!(Refunded),
        zh: "认购退定：未签约，经批准，扣手续费后退还，价格确认后再售",
        en: "refund the subscription: not signed, approved, returned less the fee; the unit is priced again",
        law: Some("民法典 §§586–588"),
        ..of_deal("T14", DealAction::RefundSubscription, &[UnitState::Subscribed])
    },
    Transition {
        document: only(&[DocumentKind::Subscription]),
        to: Some(UnitState::OnSale),
        roles: CONTROLLERS,
        approval: by_request(ApprovalKind::Quit),
        takes: TAKES,
        guards: ending![SigningPassed, ReminderPassed, LoanReleased],
        effects: settled_and_closed!(Forfeited),
        zh: "认购挞定：逾期未签约，已催签，没收法定定金，超出部分退还",
        en: "forfeit the subscription: not signed in time, reminded; the deposit in law is kept, the rest returned",
        law: Some("民法典 §§586–588"),
        ..of_deal("T15", DealAction::ForfeitSubscription, &[UnitState::Subscribed])
    },
    Transition {
        document: only(&[DocumentKind::Subscription, DocumentKind::Contract]),
        to: Some(UnitState::OnSale),
        roles: CONTROLLERS,
        approval: by_request(ApprovalKind::Quit),
        takes: TAKES,
        guards: ending![LoanReleased, FilingCancelled],
        effects: settled_and_closed!(Quit),
        zh: "退房：经批准，结算成立，贷款未发放或已解除，备案已撤销",
        en: "quit: approved and settled, the loan released, the filing cancelled",
        law: Some("民法典 §§585–588"),
        ..of_deal("T17", DealAction::Quit, &[UnitState::Subscribed, UnitState::Signed])
    },
];
