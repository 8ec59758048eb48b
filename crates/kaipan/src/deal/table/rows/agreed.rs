//! What subscriptions and contracts have in common: guards, fields, effects.

use crate::deal::table::{DraftField, Effect};
use crate::deal::{DealGuard, DocumentKind};

/// What a subscription looks at, and what a row of its own looks at besides.
macro_rules! subscribed {
    ($($own:ident),* $(,)?) => {
        of_unit![
            $($own,)*
            NotExpired,
            PresalePermit,
            ToppedOut,
            SaleFiled,
            FreeOfEncumbrance,
            FirstRegistration,
            PriceConfirmed,
            IdentityRecorded,
            RequiredFields,
            CreditLimit,
            Questionnaire,
            PriceAgrees,
            AboveFloor,
            WithinFiled,
            FiledPriceKept,
            Authority,
            QuotaOpen,
            QuotaLeft,
            OfferKept,
            PlanOffered,
            ScheduleComplete,
            DepositAgreed,
            DepositReceived,
            MoneyBeforeSubscribing,
            DepositCap,
            SupervisedAccount,
            SigningAgreed,
            UnusualConfirmed,
        ]
    };
}
pub(super) use subscribed;

/// What a contract looks at that follows no subscription, and what a row of its own looks at
/// besides.
macro_rules! signed {
    ($($own:ident),* $(,)?) => {
        of_unit![
            $($own,)*
            NotExpired,
            PresalePermit,
            ToppedOut,
            SaleFiled,
            FreeOfEncumbrance,
            FirstRegistration,
            PriceConfirmed,
            Identified,
            RequiredFields,
            CreditLimit,
            Questionnaire,
            PriceAgrees,
            AboveFloor,
            WithinFiled,
            FiledPriceKept,
            Authority,
            QuotaOpen,
            QuotaLeft,
            OfferKept,
            PlanOffered,
            ScheduleComplete,
            DepositCap,
            DownPayment,
            MoneyBeforeSigning,
            SupervisedAccount,
            FinanceReviewed,
            UnusualConfirmed,
        ]
    };
}
pub(super) use signed;

/// As [`signed`], after a subscription: it is locked, its terms are kept, and the unit has been the
/// buyer's since.
pub(super) const SIGNED_AFTER_SUBSCRIPTION: &[DealGuard] = &[
    DealGuard::MayAct,
    DealGuard::NotLockedByChange,
    DealGuard::NoOpenTodo,
    DealGuard::BuyersNamed,
    DealGuard::BuyersKept,
    DealGuard::SubscriptionLocked,
    DealGuard::PresalePermit,
    DealGuard::ToppedOut,
    DealGuard::SaleFiled,
    DealGuard::FreeOfEncumbrance,
    DealGuard::FirstRegistration,
    DealGuard::PriceConfirmed,
    DealGuard::Identified,
    DealGuard::RequiredFields,
    DealGuard::CreditLimit,
    DealGuard::TermsKept,
    DealGuard::PriceAgrees,
    DealGuard::AboveFloor,
    DealGuard::WithinFiled,
    DealGuard::FiledPriceKept,
    DealGuard::Authority,
    DealGuard::QuotaOpen,
    DealGuard::QuotaLeft,
    DealGuard::OfferKept,
    DealGuard::PlanOffered,
    DealGuard::ScheduleComplete,
    DealGuard::DownPayment,
    DealGuard::MoneyBeforeSigning,
    DealGuard::SupervisedAccount,
    DealGuard::FinanceReviewed,
    DealGuard::ContractPrinted,
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
    DraftField::Quotas,
    DraftField::Confirmed,
];

/// The fields of a contract.
pub(super) const CONTRACT: &[DraftField] = &[
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
    DraftField::Quotas,
    DraftField::FilingNumber,
    DraftField::ESignatures,
    DraftField::Confirmed,
];

pub(super) const TAKE_SUBSCRIBED: &[Effect] = &[
    Effect::EndHold,
    Effect::EndReservation,
    Effect::NameBuyers,
    Effect::ChooseUnit,
    Effect::AgreePrice,
    Effect::AgreePayment,
    Effect::UseQuotas,
    Effect::Open(DocumentKind::Subscription),
    Effect::Snapshot(DocumentKind::Subscription),
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
    Effect::UseQuotas,
    Effect::Open(DocumentKind::Contract),
    Effect::Snapshot(DocumentKind::Contract),
    Effect::Take,
];

/// As [`TAKE_SIGNED`], where no subscription has made sincerity and booking money house money: at
/// once, and after a deposit contract, which leaves what is above the deposit.
pub(super) const TAKE_SIGNED_AT_ONCE: &[Effect] = &[
    Effect::EndHold,
    Effect::EndReservation,
    Effect::NameBuyers,
    Effect::ChooseUnit,
    Effect::AgreePrice,
    Effect::AgreePayment,
    Effect::UseQuotas,
    Effect::Open(DocumentKind::Contract),
    Effect::Snapshot(DocumentKind::Contract),
    Effect::BecomeDeposit,
    Effect::Take,
];
