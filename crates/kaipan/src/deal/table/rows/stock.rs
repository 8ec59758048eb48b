//! Rows about the stock of a unit alone: T1 to T5, T8, T31, T34.

use super::base::{AGENTS, EVERYBODY, of_stock};
use crate::approval::ApprovalKind;
use crate::deal::table::{DraftField, Effect, RowApproval, Transition};
use crate::deal::{DealAction, DealGuard};
use crate::project::UnitState;

pub(super) const ROWS: &[Transition] = &[
    Transition {
        to: Some(UnitState::OnSale),
        takes: &[DraftField::Reason, DraftField::Batch],
        guards: &[
            DealGuard::MayAct,
            DealGuard::NotLockedByChange,
            DealGuard::PresalePermit,
            DealGuard::ToppedOut,
            DealGuard::SaleFiled,
            DealGuard::FreeOfEncumbrance,
            DealGuard::FirstRegistration,
            DealGuard::AreasKnown,
            DealGuard::EntryApproved,
            DealGuard::PriceInForce,
            DealGuard::FloorInForce,
            DealGuard::PriceConfirmed,
            DealGuard::PreparationDone,
        ],
        effects: &[Effect::Release],
        zh: "放盘：有许可（现房为备案）、已执行表价、已定底价、面积齐全",
        en: "release: with permit (completed homes: filed), a list price in force, a floor price, and areas",
        law: Some("建房规〔2026〕3号"),
        ..of_stock("T1", DealAction::Release, &[UnitState::NotReleased])
    },
    Transition {
        to: Some(UnitState::NotReleased),
        guards: &[DealGuard::MayAct, DealGuard::NotLockedByChange, DealGuard::NotHeldByAnother],
        effects: &[Effect::EndHold, Effect::Withdraw],
        zh: "收盘：没有生效单据",
        en: "withdraw: no document is active",
        ..of_stock("T2", DealAction::Withdraw, &[UnitState::OnSale])
    },
    Transition {
        to: Some(UnitState::Controlled),
        guards: &[
            DealGuard::MayAct,
            DealGuard::ReasonGiven,
            DealGuard::NotLockedByChange,
            DealGuard::NotHeldByAnother,
        ],
        effects: &[Effect::EndHold, Effect::Control],
        zh: "销控：写明原因",
        en: "control: with a reason",
        ..of_stock("T3", DealAction::Control, &[UnitState::OnSale])
    },
    Transition {
        to: Some(UnitState::OnSale),
        guards: &[DealGuard::MayAct, DealGuard::NotLockedByChange, DealGuard::PriceConfirmed],
        effects: &[Effect::Uncontrol],
        zh: "解除销控",
        en: "end the control",
        ..of_stock("T3", DealAction::Uncontrol, &[UnitState::Controlled])
    },
    Transition {
        to: Some(UnitState::Reserved),
        roles: AGENTS,
        takes: &[DraftField::Reason, DraftField::Buyers, DraftField::Until],
        guards: &[
            DealGuard::MayAct,
            DealGuard::BuyersNamed,
            DealGuard::WithinReservation,
            DealGuard::NotLockedByChange,
            DealGuard::NotHeldByAnother,
            DealGuard::NotAllottedElsewhere,
        ],
        effects: &[Effect::EndHold, Effect::Reserve],
        zh: "预留：为登记客户保留，不收款，有期限",
        en: "reserve: for a named customer, no money, until a day",
        ..of_stock("T4", DealAction::Reserve, &[UnitState::OnSale])
    },
    Transition {
        to: Some(UnitState::OnSale),
        roles: AGENTS,
        guards: &[DealGuard::MayAct, DealGuard::NoTradeInPending],
        effects: &[Effect::EndReservation],
        zh: "解除预留",
        en: "end the reservation",
        ..of_stock("T5", DealAction::EndReservation, &[UnitState::Reserved])
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
            DealGuard::MayAct,
            DealGuard::BuyersNamed,
            DealGuard::WithinHold,
            DealGuard::NotLockedByChange,
            DealGuard::NotHeldByAnother,
            DealGuard::NotAllottedElsewhere,
            DealGuard::PriceConfirmed,
        ],
        effects: &[Effect::EndHold, Effect::Hold],
        zh: "选房确认：保留若干分钟，客户去收银",
        en: "confirm the room: it is held for minutes while the customer goes to the cashier",
        ..of_stock("T8", DealAction::ConfirmRoom, &[UnitState::OnSale])
    },
    Transition {
        roles: AGENTS,
        guards: &[DealGuard::MayAct, DealGuard::HoldThere],
        effects: &[Effect::EndHold],
        zh: "解除选房确认",
        en: "end the hold",
        ..of_stock("T8", DealAction::EndHold, &[UnitState::OnSale])
    },
    Transition {
        roles: EVERYBODY,
        guards: &[DealGuard::Expired],
        effects: &[Effect::Lapse],
        zh: "到期失效：选房确认、预留",
        en: "lapse: of a hold or a reservation",
        ..of_stock("T31", DealAction::Lapse, &[UnitState::OnSale, UnitState::Reserved])
    },
    Transition {
        approval: Some(RowApproval {
            kind: ApprovalKind::StockData,
            signed_by: &["regional_gm", "senior_sales_manager"],
        }),
        zh: "更正未放盘房源的资料：地区公司总经理和高级经理两人签字，写明签字文件",
        en: "correct data of a unit that is not released: signed by two, with the signed paper",
        ..corrected(&[UnitState::NotReleased])
    },
    Transition {
        approval: Some(RowApproval {
            kind: ApprovalKind::StockChange,
            signed_by: &["senior_sales_manager"],
        }),
        guards: &[
            DealGuard::MayAct,
            DealGuard::NoTradeInPending,
            DealGuard::PaperGiven,
            DealGuard::CorrectionsGiven,
            DealGuard::Approved,
            DealGuard::NotLockedByChange,
        ],
        zh: "更正已放盘房源的资料：经高级经理批准，写明签字文件；以旧换新保留中不得更正",
        en: "correct data of a unit that was released: approved by the senior manager, with the signed paper, and not while it waits for a trade-in",
        ..corrected(&[UnitState::OnSale, UnitState::Reserved, UnitState::Controlled])
    },
];

/// A row that corrects stock data.
const fn corrected(units: &'static [UnitState]) -> Transition {
    Transition {
        roles: &["data_clerk", "operator", "senior_sales_manager"],
        takes: &[DraftField::Reason, DraftField::Paper, DraftField::Corrections],
        guards: &[
            DealGuard::MayAct,
            DealGuard::PaperGiven,
            DealGuard::CorrectionsGiven,
            DealGuard::Approved,
            DealGuard::NotLockedByChange,
        ],
        effects: &[Effect::Correct],
        ..of_stock("T34", DealAction::CorrectStock, units)
    }
}
