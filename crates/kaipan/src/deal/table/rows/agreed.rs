//! What subscriptions and contracts have in common: guards, fields, effects.

use super::base::of_unit;
use crate::deal::table::{DraftField, Effect};
use crate::deal::{DealGuard, DocumentKind};

/// What a price that is agreed looks at.
pub(super) const SUBSCRIBED: &[DealGuard] = of_unit![
    NotExpired,
    PresalePermit,
    ToppedOut,
    SaleFiled,
    FreeOfEncumbrance,
    FirstRegistration,
    PriceConfirmed,
    Identified,
    RequiredFields,
    Questionnaire,
    PriceAgrees,
    AboveFloor,
    WithinFiled,
    Authority,
    QuotaLeft,
    PlanOffered,
    ScheduleComplete,
    DepositAgreed,
    DepositReceived,
    DepositCap,
    SupervisedAccount,
    SigningAgreed,
    PromiseKept,
    UnusualConfirmed,
];

pub(super) const SIGNED: &[DealGuard] = of_unit![
    PresalePermit,
    ToppedOut,
    SaleFiled,
    FreeOfEncumbrance,
    FirstRegistration,
    PriceConfirmed,
    Identified,
    RequiredFields,
    PriceAgrees,
    AboveFloor,
    WithinFiled,
    Authority,
    QuotaLeft,
    PlanOffered,
    ScheduleComplete,
    DownPayment,
    SupervisedAccount,
    PromiseKept,
    FinanceReviewed,
    UnusualConfirmed,
];

/// As [`SIGNED`]: the subscription is locked, and the unit has been the buyer's since.
pub(super) const SIGNED_AFTER_SUBSCRIPTION: &[DealGuard] = &[
    DealGuard::MayAct,
    DealGuard::NotLockedByChange,
    DealGuard::NoOpenTodo,
    DealGuard::BuyersNamed,
    DealGuard::SubscriptionLocked,
    DealGuard::PresalePermit,
    DealGuard::ToppedOut,
    DealGuard::SaleFiled,
    DealGuard::FreeOfEncumbrance,
    DealGuard::FirstRegistration,
    DealGuard::PriceConfirmed,
    DealGuard::Identified,
    DealGuard::RequiredFields,
    DealGuard::PriceAgrees,
    DealGuard::AboveFloor,
    DealGuard::WithinFiled,
    DealGuard::Authority,
    DealGuard::QuotaLeft,
    DealGuard::PlanOffered,
    DealGuard::ScheduleComplete,
    DealGuard::DownPayment,
    DealGuard::SupervisedAccount,
    DealGuard::PromiseKept,
    DealGuard::FinanceReviewed,
    DealGuard::UnusualConfirmed,
];

pub(super) const SUBSCRIPTION: &[DraftField] = &[
    DraftField::Reason,
    DraftField::Buyers,
    DraftField::Agent,
    DraftField::Channel,
    DraftField::Number,
    DraftField::Amount,
    DraftField::Price,
    DraftField::Plan,
    DraftField::Schedule,
    DraftField::AgreedSigning,
    DraftField::Handover,
    DraftField::Confirmed,
];

pub(super) const TAKE_SUBSCRIBED: &[Effect] = &[
    Effect::EndHold,
    Effect::EndReservation,
    Effect::NameBuyers,
    Effect::ChooseUnit,
    Effect::AgreePrice,
    Effect::AgreePayment,
    Effect::Open(DocumentKind::Subscription),
    Effect::BecomeDeposit,
    Effect::Take,
];

pub(super) const TAKE_SIGNED: &[Effect] = &[
    Effect::EndHold,
    Effect::EndReservation,
    Effect::NameBuyers,
    Effect::ChooseUnit,
    Effect::AgreePrice,
    Effect::AgreePayment,
    Effect::Open(DocumentKind::Contract),
    Effect::Take,
];
