//! Rows about holds for a trade-in (以旧换新: T29, T31). Their document is a booking, the unit is
//! reserved, and money is returned in full when the old home is not sold.

use super::base::{EVERYBODY, of_deal, of_unit, only};
use crate::deal::table::{DraftField, Effect, Transition, Waiting};
use crate::deal::{CloseReason, DealAction, DealGuard, DocumentKind, TodoKind};
use crate::project::UnitState;

pub(super) const ROWS: &[Transition] = &[
    Transition {
        document: Waiting::For { kinds: &[DocumentKind::Registration], or_new: true },
        to: Some(UnitState::Reserved),
        takes: &[
            DraftField::Reason,
            DraftField::Buyers,
            DraftField::Agent,
            DraftField::Channel,
            DraftField::Number,
            DraftField::Until,
            DraftField::OldHome,
        ],
        guards: of_unit![
            NotExpired,
            OldHomeNamed,
            WithinTradeIn,
            PresalePermit,
            ToppedOut,
            SaleFiled,
            FreeOfEncumbrance,
            PriceInForce,
            PriceConfirmed,
            SupervisedAccount,
        ],
        effects: &[
            Effect::EndHold,
            Effect::NameBuyers,
            Effect::ChooseUnit,
            Effect::ReserveForTradeIn,
            Effect::Open(DocumentKind::Booking),
            Effect::Take,
        ],
        zh: "以旧换新保留：写明旧房，锁定价格，有期限；可收预定金，失效全额退还",
        en: "hold for a trade-in: the old home is named, the price is locked, until a day; booking money may be taken and is returned in full on lapse",
        ..of_deal("T29", DealAction::HoldForTradeIn, &[UnitState::OnSale])
    },
    Transition {
        document: only(&[DocumentKind::Booking]),
        to: Some(UnitState::OnSale),
        roles: EVERYBODY,
        guards: &[DealGuard::Expired, DealGuard::MoneyKnown],
        effects: &[
            Effect::Todo(TodoKind::Refund),
            Effect::Close(CloseReason::Expired),
            Effect::EndReservation,
            Effect::Return,
        ],
        zh: "以旧换新保留到期失效：预定金全额退还",
        en: "a hold for a trade-in lapses: its money is returned in full",
        ..of_deal("T31", DealAction::Lapse, &[UnitState::Reserved])
    },
];
