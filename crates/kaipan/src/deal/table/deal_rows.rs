//! Rows about a deal and its unit: T6, T7, T9 to T13, T16, T22 to T26, T30, T31, T35.

use super::{DraftField, Effect, Transition, Waiting};
use crate::deal::{Action, CloseReason, DocumentKind, Guard, TodoKind};
use crate::project::UnitState;

const AGENTS: &[&str] = &["sales_agent", "stock_controller", "sales_manager"];
const CONTROLLERS: &[&str] = &["stock_controller", "sales_manager"];
const MANAGERS: &[&str] = &["sales_manager"];
const OFFICERS: &[&str] = &["marketing_officer", "sales_manager"];
const FINANCE: &[&str] = &["finance_officer"];
/// A clock may do it: nobody's role is looked at.
const EVERYBODY: &[&str] = &[];

const NO_UNIT: &[UnitState] = &[];

const fn only(kinds: &'static [DocumentKind]) -> Waiting {
    Waiting::For { kinds, or_new: false }
}

const fn row(id: &'static str, action: Action, units: &'static [UnitState]) -> Transition {
    Transition {
        id,
        action,
        units,
        document: Waiting::New,
        to: None,
        roles: AGENTS,
        takes: &[DraftField::Reason],
        guards: &[Guard::MayAct],
        effects: &[],
        zh: "",
        en: "",
        law: None,
    }
}

/// What every document about a unit looks at first.
macro_rules! of_unit {
    ($($guard:ident),* $(,)?) => {
        &[
            Guard::MayAct,
            Guard::NotLockedByChange,
            Guard::SameCustomer,
            Guard::NotHeldByAnother,
            Guard::NotAllottedElsewhere,
            Guard::DocumentUnlocked,
            Guard::NoOpenTodo,
            Guard::BuyersNamed,
            $(Guard::$guard),*
        ]
    };
}

/// What a price that is agreed looks at.
const SUBSCRIBED: &[Guard] = of_unit![
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

const SIGNED: &[Guard] = of_unit![
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
const SIGNED_AFTER_SUBSCRIPTION: &[Guard] = &[
    Guard::MayAct,
    Guard::NotLockedByChange,
    Guard::NoOpenTodo,
    Guard::BuyersNamed,
    Guard::SubscriptionLocked,
    Guard::PresalePermit,
    Guard::ToppedOut,
    Guard::SaleFiled,
    Guard::FreeOfEncumbrance,
    Guard::FirstRegistration,
    Guard::PriceConfirmed,
    Guard::Identified,
    Guard::RequiredFields,
    Guard::PriceAgrees,
    Guard::AboveFloor,
    Guard::WithinFiled,
    Guard::Authority,
    Guard::QuotaLeft,
    Guard::PlanOffered,
    Guard::ScheduleComplete,
    Guard::DownPayment,
    Guard::SupervisedAccount,
    Guard::PromiseKept,
    Guard::FinanceReviewed,
    Guard::UnusualConfirmed,
];

const SUBSCRIPTION: &[DraftField] = &[
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

const TAKE_SUBSCRIBED: &[Effect] = &[
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

const TAKE_SIGNED: &[Effect] = &[
    Effect::EndHold,
    Effect::EndReservation,
    Effect::NameBuyers,
    Effect::ChooseUnit,
    Effect::AgreePrice,
    Effect::AgreePayment,
    Effect::Open(DocumentKind::Contract),
    Effect::Take,
];

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
            Guard::MayAct,
            Guard::BuyersNamed,
            Guard::PresalePermit,
            Guard::SaleFiled,
            Guard::FreeOfEncumbrance,
            Guard::SincerityAmount,
        ],
        effects: &[Effect::NameBuyers, Effect::Queue, Effect::Open(DocumentKind::Registration)],
        zh: "认筹：取得许可后登记，给排队号",
        en: "register: after the permit, with a number in the queue",
        law: Some("商品房销售管理办法 §22"),
        ..row("T6", Action::Register, NO_UNIT)
    },
    Transition {
        document: only(&[DocumentKind::Registration]),
        guards: &[Guard::MayAct, Guard::DocumentUnlocked, Guard::NoOpenTodo],
        effects: &[Effect::Todo(TodoKind::Refund), Effect::Close(CloseReason::Refunded)],
        zh: "退号：诚意金全额退还",
        en: "cancel the registration: all sincerity money is returned",
        ..row("T7", Action::CancelRegistration, NO_UNIT)
    },
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
            NotExpired,
            PresalePermit,
            ToppedOut,
            SaleFiled,
            FreeOfEncumbrance,
            PriceConfirmed,
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
        ..row("T9", Action::Book, &[UnitState::OnSale, UnitState::Reserved])
    },
    Transition {
        document: only(&[DocumentKind::Booking]),
        to: Some(UnitState::OnSale),
        roles: CONTROLLERS,
        guards: &[
            Guard::MayAct,
            Guard::DocumentUnlocked,
            Guard::NotLockedByChange,
            Guard::NoOpenTodo,
            Guard::ReasonGiven,
            Guard::Approved,
        ],
        effects: &[
            Effect::Todo(TodoKind::Refund),
            Effect::Close(CloseReason::Refunded),
            Effect::Return,
        ],
        zh: "退定：经批准，退还预定金",
        en: "refund the booking: approved, the booking money is returned",
        ..row("T10", Action::RefundBooking, &[UnitState::Booked])
    },
    Transition {
        document: only(&[DocumentKind::Booking]),
        to: Some(UnitState::OnSale),
        roles: CONTROLLERS,
        guards: &[
            Guard::MayAct,
            Guard::DocumentUnlocked,
            Guard::NotLockedByChange,
            Guard::NoOpenTodo,
            Guard::Expired,
            Guard::Approved,
        ],
        effects: &[
            Effect::Todo(TodoKind::Forfeit),
            Effect::Close(CloseReason::Forfeited),
            Effect::Return,
        ],
        zh: "挞定：客户放弃或到期，预定金转收入",
        en: "forfeit the booking: given up or expired, its money becomes income",
        ..row("T11", Action::ForfeitBooking, &[UnitState::Booked])
    },
    Transition {
        document: Waiting::For {
            kinds: &[DocumentKind::Registration, DocumentKind::Booking],
            or_new: true,
        },
        to: Some(UnitState::Subscribed),
        takes: SUBSCRIPTION,
        guards: SUBSCRIBED,
        effects: TAKE_SUBSCRIBED,
        zh: "认购：定价格、折扣、付款方式、签约日，收定金",
        en: "subscribe: price, discounts, plan and signing date are agreed, the deposit is received",
        law: Some("民法典 §586"),
        ..row(
            "T12",
            Action::Subscribe,
            &[UnitState::OnSale, UnitState::Reserved, UnitState::Booked],
        )
    },
    Transition {
        document: only(&[DocumentKind::Subscription, DocumentKind::Contract]),
        roles: MANAGERS,
        guards: &[Guard::MayAct, Guard::DocumentUnlocked, Guard::NoOpenTodo],
        effects: &[Effect::Lock],
        zh: "审核锁定",
        en: "approve and lock",
        ..row("T13", Action::Lock, &[UnitState::Subscribed, UnitState::Signed])
    },
    Transition {
        document: only(&[DocumentKind::Subscription, DocumentKind::Contract]),
        roles: MANAGERS,
        guards: &[Guard::MayAct, Guard::ReasonGiven],
        effects: &[Effect::Unlock],
        zh: "解除锁定：写明原因",
        en: "unlock: with a reason",
        ..row("T13", Action::Unlock, &[UnitState::Subscribed, UnitState::Signed])
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
        ..row("T16", Action::Sign, &[UnitState::Subscribed])
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
        ..row("T16", Action::Sign, &[UnitState::OnSale, UnitState::Reserved])
    },
    Transition {
        document: Waiting::For { kinds: &DocumentKind::ALL, or_new: false },
        roles: MANAGERS,
        guards: &[
            Guard::MayAct,
            Guard::ReasonGiven,
            Guard::DocumentUnlocked,
            Guard::NoMoneyReceived,
            Guard::NoOpenTodo,
            Guard::EnteredToday,
        ],
        effects: &[Effect::Void],
        zh: "作废：录入错误，未收款，当期",
        en: "void: entered by mistake, without money, in this period",
        ..row(
            "T22",
            Action::Void,
            &[UnitState::Booked, UnitState::Promised, UnitState::Subscribed, UnitState::Signed],
        )
    },
    Transition {
        document: only(&[DocumentKind::Registration]),
        roles: MANAGERS,
        guards: &[
            Guard::MayAct,
            Guard::ReasonGiven,
            Guard::NoMoneyReceived,
            Guard::NoOpenTodo,
            Guard::EnteredToday,
        ],
        effects: &[Effect::Close(CloseReason::Void)],
        zh: "作废认筹：录入错误，未收款，当期",
        en: "void a registration: entered by mistake, without money, in this period",
        ..row("T22", Action::Void, NO_UNIT)
    },
    Transition {
        document: Waiting::For { kinds: &[DocumentKind::Registration], or_new: true },
        to: Some(UnitState::Promised),
        roles: OFFICERS,
        takes: &[
            DraftField::Reason,
            DraftField::Buyers,
            DraftField::Agent,
            DraftField::Channel,
            DraftField::Number,
            DraftField::Amount,
            DraftField::Price,
            DraftField::Handover,
            DraftField::Confirmed,
        ],
        guards: of_unit![
            NotExpired,
            DepositContractAllowed,
            ConstructionPermit,
            DepositAccount,
            Identified,
            PriceAgrees,
            AboveFloor,
            WithinFiled,
            Authority,
            DepositAgreed,
            DepositReceived,
            DepositCap,
            HandoverPromised,
            SupervisedAccount,
            UnusualConfirmed,
        ],
        effects: &[
            Effect::NameBuyers,
            Effect::ChooseUnit,
            Effect::AgreePrice,
            Effect::Open(DocumentKind::DepositContract),
            Effect::BecomeDeposit,
            Effect::Take,
        ],
        zh: "签定金合同：现房销售，有施工许可证，定金入监管账户",
        en: "sign a deposit contract: completed-home sale, construction permit, supervised deposit account",
        law: Some("建房规〔2026〕3号"),
        ..row("T23", Action::SignDepositContract, &[UnitState::NotReleased])
    },
    Transition {
        document: only(&[DocumentKind::DepositContract]),
        to: Some(UnitState::NotReleased),
        roles: CONTROLLERS,
        takes: &[DraftField::Reason, DraftField::EndedBy],
        guards: &[
            Guard::MayAct,
            Guard::DocumentUnlocked,
            Guard::NotLockedByChange,
            Guard::NoOpenTodo,
            Guard::EndReasonGiven,
            Guard::Approved,
        ],
        effects: &[Effect::SettleDepositContract, Effect::Return],
        zh: "解除定金合同：买方违约、卖方逾期或协商一致",
        en: "end the deposit contract: by the buyer's default, the seller's delay, or agreement",
        law: Some("民法典 §§586–588"),
        ..row("T24", Action::EndDepositContract, &[UnitState::Promised])
    },
    Transition {
        document: only(&[DocumentKind::DepositContract]),
        to: Some(UnitState::Subscribed),
        takes: SUBSCRIPTION,
        guards: SUBSCRIBED,
        effects: TAKE_SUBSCRIBED,
        zh: "定金合同转认购：现房已备案，约定不变",
        en: "deposit contract to subscription: the sale is filed, what was promised is kept",
        law: Some("建房规〔2026〕3号"),
        ..row("T25", Action::Subscribe, &[UnitState::Promised])
    },
    Transition {
        document: only(&[DocumentKind::DepositContract]),
        to: Some(UnitState::Signed),
        roles: OFFICERS,
        takes: SUBSCRIPTION,
        guards: SIGNED,
        effects: TAKE_SIGNED,
        zh: "定金合同转签约：现房已备案，约定不变",
        en: "deposit contract to contract: the sale is filed, what was promised is kept",
        law: Some("建房规〔2026〕3号"),
        ..row("T25", Action::Sign, &[UnitState::Promised])
    },
    Transition {
        document: only(&[DocumentKind::Registration]),
        takes: &[DraftField::Reason, DraftField::QueueNumber],
        guards: &[Guard::MayAct, Guard::NotExpired],
        effects: &[Effect::Queue],
        zh: "摇号登记：认筹有效",
        en: "enter the lottery: with an active registration",
        ..row("T26", Action::EnterLottery, NO_UNIT)
    },
    Transition {
        document: only(&[DocumentKind::Registration]),
        roles: EVERYBODY,
        guards: &[Guard::Expired],
        effects: &[Effect::Todo(TodoKind::Refund), Effect::Close(CloseReason::Expired)],
        zh: "认筹到期失效：诚意金退还",
        en: "a registration lapses: its sincerity money is returned",
        ..row("T31", Action::Lapse, NO_UNIT)
    },
    Transition {
        document: only(&[DocumentKind::Booking]),
        to: Some(UnitState::OnSale),
        roles: EVERYBODY,
        guards: &[Guard::Expired],
        effects: &[
            Effect::Todo(TodoKind::RefundOrForfeit),
            Effect::Close(CloseReason::Expired),
            Effect::Return,
        ],
        zh: "预定到期失效：预定金待退或没收，另行批准",
        en: "a booking lapses: its money is refunded or forfeited by a later approved command",
        ..row("T31", Action::Lapse, &[UnitState::Booked])
    },
    Transition {
        document: only(&[DocumentKind::Subscription, DocumentKind::Contract]),
        roles: FINANCE,
        guards: &[Guard::MayAct],
        effects: &[Effect::Review],
        zh: "财务审核",
        en: "finance review",
        ..row("T35", Action::ReviewFinance, &[UnitState::Subscribed, UnitState::Signed])
    },
];
