//! Rows about bookings (预定: T9 to T11, T31).

use super::base::{CONTROLLERS, EVERYBODY, by_request, of_deal, of_unit, only};
use crate::approval::ApprovalKind;
use crate::deal::table::{DraftField, Effect, Transition, Waiting};
use crate::deal::{CloseReason, DealAction, DealGuard, DocumentKind, TodoKind};
use crate::project::UnitState;

pub(super) const ROWS: &[Transition] = &[
    Transition {
        document: Waiting::For { kinds: &[DocumentKind::Registration], or_new: true },
        to: Some(UnitState::Booked),
        takes: &[
            DraftField::Reason,
            DraftField::Buyers,
            DraftField::Agent,
            DraftField::Channel,
            DraftField::Number,
            DraftField::Amount,
            DraftField::Until,
        ],
        guards: of_unit![
            NoTradeInPending,
            NotExpired,
            PresalePermit,
            ToppedOut,
            SaleFiled,
            FreeOfEncumbrance,
            PriceConfirmed,
            UntilAhead,
            BookingMoney,
            SupervisedAccount
        ],
        effects: &[
            Effect::EndHold,
            Effect::EndReservation,
            Effect::NameBuyers,
            Effect::ChooseUnit,
            Effect::Open(DocumentKind::Booking),
            Effect::Take,
        ],
        zh: "预定：已收预定金",
        en: "book: the booking money is received",
        ..of_deal("T9", DealAction::Book, &[UnitState::OnSale, UnitState::Reserved])
    },
    Transition {
        document: only(&[DocumentKind::Booking]),
        to: Some(UnitState::OnSale),
        roles: CONTROLLERS,
        approval: by_request(ApprovalKind::Refund),
        guards: &[
            DealGuard::MayAct,
            DealGuard::DocumentUnlocked,
            DealGuard::NotLockedByChange,
            DealGuard::NoOpenTodo,
            DealGuard::ReasonGiven,
            DealGuard::MoneyKnown,
            DealGuard::Approved,
        ],
        effects: &[
            Effect::Todo(TodoKind::Refund),
            Effect::Close(CloseReason::Refunded),
            Effect::EndReservation,
            Effect::Return,
        ],
        zh: "退定：经批准，退还预定金；以旧换新保留同此",
        en: "refund the booking, or a hold for a trade-in: approved, its money is returned",
        ..of_deal("T10", DealAction::RefundBooking, &[UnitState::Booked, UnitState::Reserved])
    },
    Transition {
        document: only(&[DocumentKind::Booking]),
        to: Some(UnitState::OnSale),
        roles: CONTROLLERS,
        approval: by_request(ApprovalKind::Quit),
        guards: &[
            DealGuard::MayAct,
            DealGuard::DocumentUnlocked,
            DealGuard::NotLockedByChange,
            DealGuard::NoOpenTodo,
            DealGuard::ExpiredOrGivenUp,
            DealGuard::MoneyKnown,
            DealGuard::Approved,
        ],
        effects: &[
            Effect::Todo(TodoKind::Forfeit),
            Effect::Close(CloseReason::Forfeited),
            Effect::Return,
        ],
        zh: "挞定：客户放弃或到期，预定金转收入",
        en: "forfeit the booking: given up or expired, its money becomes income",
        ..of_deal("T11", DealAction::ForfeitBooking, &[UnitState::Booked])
    },
    Transition {
        document: only(&[DocumentKind::Booking]),
        to: Some(UnitState::OnSale),
        roles: EVERYBODY,
        guards: &[DealGuard::Expired, DealGuard::MoneyKnown],
        effects: &[
            Effect::Todo(TodoKind::RefundOrForfeit),
            Effect::Close(CloseReason::Expired),
            Effect::Return,
        ],
        zh: "预定到期失效：预定金待退或没收，另行批准",
        en: "a booking lapses: its money is refunded or forfeited by a later approved command",
        ..of_deal("T31", DealAction::Lapse, &[UnitState::Booked])
    },
];
