//! Rows about the stock of a unit alone: T1 to T5, T8, T29, T31, T34.

use super::{DraftField, Effect, Transition, Waiting};
use crate::deal::{Action, Guard};
use crate::project::UnitState;

const OPERATORS: &[&str] = &["stock_controller", "sales_manager"];
/// A clock may do it: nobody's role is looked at.
const EVERYBODY: &[&str] = &[];
const AGENTS: &[&str] = &["sales_agent", "stock_controller", "sales_manager"];

const fn row(id: &'static str, action: Action, units: &'static [UnitState]) -> Transition {
    Transition {
        id,
        action,
        units,
        document: Waiting::NoDeal,
        to: None,
        roles: OPERATORS,
        takes: &[DraftField::Reason],
        guards: &[Guard::MayAct],
        effects: &[],
        zh: "",
        en: "",
        law: None,
    }
}

pub(super) const ROWS: &[Transition] = &[
    Transition {
        to: Some(UnitState::OnSale),
        takes: &[DraftField::Reason, DraftField::Batch],
        guards: &[
            Guard::MayAct,
            Guard::NotLockedByChange,
            Guard::PresalePermit,
            Guard::ToppedOut,
            Guard::SaleFiled,
            Guard::FreeOfEncumbrance,
            Guard::FirstRegistration,
            Guard::AreasKnown,
            Guard::PriceInForce,
            Guard::PriceConfirmed,
        ],
        effects: &[Effect::Release],
        zh: "放盘：有许可（现房为备案）、已执行表价、面积齐全",
        en: "release: with permit (completed homes: filed), a list price in force, and areas",
        law: Some("建房规〔2026〕3号"),
        ..row("T1", Action::Release, &[UnitState::NotReleased])
    },
    Transition {
        to: Some(UnitState::NotReleased),
        guards: &[Guard::MayAct, Guard::NotLockedByChange, Guard::NotHeldByAnother],
        effects: &[Effect::EndHold, Effect::Withdraw],
        zh: "收盘：没有生效单据",
        en: "withdraw: no document is active",
        ..row("T2", Action::Withdraw, &[UnitState::OnSale])
    },
    Transition {
        to: Some(UnitState::Controlled),
        guards: &[
            Guard::MayAct,
            Guard::ReasonGiven,
            Guard::NotLockedByChange,
            Guard::NotHeldByAnother,
        ],
        effects: &[Effect::EndHold, Effect::Control],
        zh: "销控：写明原因",
        en: "control: with a reason",
        ..row("T3", Action::Control, &[UnitState::OnSale])
    },
    Transition {
        to: Some(UnitState::OnSale),
        guards: &[Guard::MayAct, Guard::NotLockedByChange, Guard::PriceConfirmed],
        effects: &[Effect::Uncontrol],
        zh: "解除销控",
        en: "end the control",
        ..row("T3", Action::Uncontrol, &[UnitState::Controlled])
    },
    Transition {
        to: Some(UnitState::Reserved),
        roles: AGENTS,
        takes: &[DraftField::Reason, DraftField::Buyers, DraftField::Until],
        guards: &[
            Guard::MayAct,
            Guard::BuyersNamed,
            Guard::WithinReservation,
            Guard::NotLockedByChange,
            Guard::NotHeldByAnother,
            Guard::NotAllottedElsewhere,
        ],
        effects: &[Effect::EndHold, Effect::Reserve],
        zh: "预留：为登记客户保留，不收款，有期限",
        en: "reserve: for a named customer, no money, until a day",
        ..row("T4", Action::Reserve, &[UnitState::OnSale])
    },
    Transition {
        to: Some(UnitState::OnSale),
        roles: AGENTS,
        effects: &[Effect::EndReservation],
        zh: "解除预留",
        en: "end the reservation",
        ..row("T5", Action::EndReservation, &[UnitState::Reserved])
    },
    Transition {
        roles: AGENTS,
        takes: &[
            DraftField::Reason,
            DraftField::Buyers,
            DraftField::Agent,
            DraftField::Minutes,
            DraftField::Channel,
        ],
        guards: &[
            Guard::MayAct,
            Guard::BuyersNamed,
            Guard::WithinHold,
            Guard::NotLockedByChange,
            Guard::NotHeldByAnother,
            Guard::NotAllottedElsewhere,
            Guard::PriceConfirmed,
        ],
        effects: &[Effect::EndHold, Effect::Hold],
        zh: "选房确认：保留若干分钟，客户去收银",
        en: "confirm the room: it is held for minutes while the customer goes to the cashier",
        ..row("T8", Action::ConfirmRoom, &[UnitState::OnSale])
    },
    Transition {
        roles: AGENTS,
        effects: &[Effect::EndHold],
        zh: "解除选房确认",
        en: "end the hold",
        ..row("T8", Action::EndHold, &[UnitState::OnSale])
    },
    Transition {
        to: Some(UnitState::Reserved),
        roles: AGENTS,
        takes: &[DraftField::Reason, DraftField::Buyers, DraftField::Until, DraftField::OldHome],
        guards: &[
            Guard::MayAct,
            Guard::BuyersNamed,
            Guard::OldHomeNamed,
            Guard::PriceInForce,
            Guard::PriceConfirmed,
            Guard::NotLockedByChange,
            Guard::NotHeldByAnother,
            Guard::NotAllottedElsewhere,
        ],
        effects: &[Effect::EndHold, Effect::ReserveForTradeIn],
        zh: "以旧换新保留：写明旧房，锁定价格，有期限",
        en: "hold for a trade-in: the old home is named, the price is locked, until a day",
        ..row("T29", Action::HoldForTradeIn, &[UnitState::OnSale])
    },
    Transition {
        roles: EVERYBODY,
        guards: &[],
        effects: &[Effect::Lapse],
        zh: "到期失效：选房确认、预留",
        en: "lapse: of a hold or a reservation",
        ..row("T31", Action::Lapse, &[UnitState::OnSale, UnitState::Reserved])
    },
    Transition {
        roles: &["data_clerk", "senior_sales_manager"],
        takes: &[DraftField::Reason, DraftField::Paper],
        guards: &[Guard::MayAct, Guard::PaperGiven, Guard::Approved, Guard::NotLockedByChange],
        effects: &[Effect::Correct],
        zh: "更正房源资料：两人批准，写明签字文件",
        en: "correct stock data: approved, with the signed paper",
        ..row(
            "T34",
            Action::CorrectStock,
            &[
                UnitState::NotReleased,
                UnitState::OnSale,
                UnitState::Reserved,
                UnitState::Controlled,
            ],
        )
    },
];
