//! Rows by which a subscription or contract goes on with other terms (换房, 更名, 变更, 延期: T18 to
//! T21), and by which a change is applied for.

use super::agreed::SUBSCRIPTION;
use super::base::{CONTROLLERS, by_request, of_deal, of_unit, only};
use crate::approval::ApprovalKind;
use crate::deal::table::{DraftField, Effect, Transition, Waiting};
use crate::deal::{DealAction, DealGuard, DocumentKind};
use crate::project::UnitState;

const AGREED: &[DocumentKind] = &[DocumentKind::Subscription, DocumentKind::Contract];
const TAKEN: &[UnitState] = &[UnitState::Subscribed, UnitState::Signed];

/// What every change of terms looks at first, and what a row of its own looks at besides.
macro_rules! changing {
    ($($own:ident),* $(,)?) => {
        &[
            DealGuard::MayAct,
            DealGuard::DocumentUnlocked,
            DealGuard::NoOtherChange,
            DealGuard::NoOpenTodo,
            DealGuard::ReasonGiven,
            $(DealGuard::$own,)*
            DealGuard::Settled,
            DealGuard::Approved,
        ]
    };
}

/// Another price or plan is looked at as the first was.
const REPRICED: &[DealGuard] = changing![
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
    UnusualConfirmed,
];

const AGREED_AGAIN: &[Effect] =
    &[Effect::AgreeAgain, Effect::UseQuotas, Effect::SnapshotAgain, Effect::SettleChange];

const TERMS: &[DraftField] = &[
    DraftField::Reason,
    DraftField::Price,
    DraftField::Plan,
    DraftField::Schedule,
    DraftField::Quotas,
    DraftField::Confirmed,
    DraftField::Settlement,
    DraftField::Paper,
];

/// The fields of a subscription, with the settlement.
const MOVED: &[DraftField] = &[
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
    DraftField::Settlement,
    DraftField::Paper,
];
const _: () = assert!(MOVED.len() == SUBSCRIPTION.len() + 2);

pub(super) const ROWS: &[Transition] = &[
    Transition {
        document: only(AGREED),
        takes: &[DraftField::Reason, DraftField::Pending],
        guards: &[
            DealGuard::MayAct,
            DealGuard::NotLockedByChange,
            DealGuard::ReasonGiven,
            DealGuard::ChangeNamed,
        ],
        effects: &[Effect::Pend],
        zh: "变更申请：换房、退房、更名在办，其他单据暂停",
        en: "apply for a change: it is pending, and keeps other documents away",
        ..of_deal("C1", DealAction::ApplyForChange, TAKEN)
    },
    Transition {
        document: only(AGREED),
        takes: &[DraftField::Reason, DraftField::Pending],
        guards: &[DealGuard::MayAct, DealGuard::ReasonGiven, DealGuard::ChangePending],
        effects: &[Effect::Unpend],
        zh: "撤回变更申请，或未获批准",
        en: "withdraw the application, or it was not approved",
        ..of_deal("C2", DealAction::WithdrawChange, TAKEN)
    },
    Transition {
        document: Waiting::New,
        to: Some(UnitState::Subscribed),
        roles: CONTROLLERS,
        approval: by_request(ApprovalKind::ChangeUnit),
        takes: MOVED,
        guards: of_unit![
            ReasonGiven,
            OldDealThere,
            OldDealFree,
            BuyersCarried,
            LoanReleased,
            FilingCancelled,
            NoTradeInPending,
            ListPriceKept,
            PresalePermit,
            ToppedOut,
            SaleFiled,
            FreeOfEncumbrance,
            FirstRegistration,
            PriceConfirmed,
            IdentityRecorded,
            RequiredFields,
            CreditLimit,
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
            DepositCap,
            SupervisedAccount,
            SigningAgreed,
            UnusualConfirmed,
            Settled,
            QuotasGiven,
            Approved,
        ],
        effects: &[
            Effect::EndHold,
            Effect::EndReservation,
            Effect::NameBuyers,
            Effect::ChooseUnit,
            Effect::AgreePrice,
            Effect::AgreePayment,
            Effect::UseQuotas,
            Effect::Open(DocumentKind::Subscription),
            Effect::Snapshot(DocumentKind::Subscription),
            Effect::SettleChange,
            Effect::Take,
            Effect::LeaveUnit,
        ],
        zh: "换房：新房源认购，款项转入，原交易关闭，原房源退回",
        en: "change the unit: the new one is subscribed, the money moves, the old deal ends and its unit comes back",
        ..of_deal("T18", DealAction::ChangeUnit, &[UnitState::OnSale, UnitState::Reserved])
    },
    Transition {
        document: only(AGREED),
        roles: CONTROLLERS,
        approval: by_request(ApprovalKind::ChangeName),
        takes: &[DraftField::Reason, DraftField::Buyers, DraftField::Settlement, DraftField::Paper],
        guards: changing![
            BuyersNamed,
            NotFiled,
            RelationAllowed,
            AreasKnown,
            Identified,
            RequiredFields,
            CreditLimit,
        ],
        effects: &[
            Effect::EndPending,
            Effect::NameBuyers,
            Effect::SnapshotAgain,
            Effect::SettleChange,
        ],
        zh: "更名：增、减、换买方或改份额，备案前，关系符合规定，留痕",
        en: "change the names: buyers added, removed, replaced, or other shares; before filing, kept as history",
        ..of_deal("T19", DealAction::ChangeNames, TAKEN)
    },
    Transition {
        document: only(AGREED),
        roles: CONTROLLERS,
        approval: by_request(ApprovalKind::ChangePlan),
        takes: TERMS,
        guards: REPRICED,
        effects: AGREED_AGAIN,
        zh: "变更付款方式：折扣重算，付款计划重排，收款重新核销",
        en: "change the payment plan: discounts and schedule anew, receipts matched again",
        ..of_deal("T20", DealAction::ChangePlan, TAKEN)
    },
    Transition {
        document: only(AGREED),
        roles: CONTROLLERS,
        approval: by_request(ApprovalKind::PriceChange),
        takes: TERMS,
        guards: REPRICED,
        effects: AGREED_AGAIN,
        zh: "变更价格、折扣：在权限内，付款计划重排，收款重新核销",
        en: "change the price or discounts: within authority, the schedule anew, receipts matched again",
        ..of_deal("T20", DealAction::ChangePrice, TAKEN)
    },
    Transition {
        document: only(&[DocumentKind::Subscription]),
        roles: CONTROLLERS,
        approval: by_request(ApprovalKind::Extension),
        takes: &[
            DraftField::Reason,
            DraftField::AgreedSigning,
            DraftField::Settlement,
            DraftField::Paper,
        ],
        guards: changing![],
        effects: &[Effect::ExtendSigning, Effect::SettleChange],
        zh: "延期签约：新的签约日更晚",
        en: "extend the signing date: to a later day",
        ..of_deal("T21", DealAction::ExtendSigning, &[UnitState::Subscribed])
    },
    Transition {
        document: only(AGREED),
        roles: CONTROLLERS,
        approval: by_request(ApprovalKind::Extension),
        takes: &[
            DraftField::Reason,
            DraftField::Schedule,
            DraftField::Settlement,
            DraftField::Paper,
        ],
        guards: changing![],
        effects: &[Effect::AgreeAgain, Effect::SettleChange],
        zh: "延期付款：只改日期，写明滞纳金起算日是否顺延",
        en: "extend the payment dates: days alone, and whether late fees begin later",
        ..of_deal("T21", DealAction::ExtendPayment, TAKEN)
    },
];
