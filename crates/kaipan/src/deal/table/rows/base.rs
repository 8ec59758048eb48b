//! What rows have in common: roles, guards of a unit, a row to begin from.

use crate::approval::ApprovalKind;
use crate::deal::table::{DraftField, RowApproval, Transition, Waiting};
use crate::deal::{DealAction, DealGuard, DocumentKind};
use crate::organisation::command;
use crate::project::UnitState;

pub(super) const AGENTS: &[&str] = &["sales_agent", "stock_controller", "sales_manager"];
pub(super) const CONTROLLERS: &[&str] = &["stock_controller", "sales_manager"];
pub(super) const MANAGERS: &[&str] = &["sales_manager"];
pub(super) const OFFICERS: &[&str] = &["marketing_officer", "sales_manager"];
pub(super) const FINANCE: &[&str] = &["finance_officer"];
pub(super) const CASHIERS: &[&str] = &["cashier", "finance_officer"];
/// A clock may do it: nobody's role is looked at.
pub(super) const EVERYBODY: &[&str] = &[];

/// A row that is not about a unit.
pub(super) const NO_UNIT: &[UnitState] = &[];

pub(super) const fn only(kinds: &'static [DocumentKind]) -> Waiting {
    Waiting::For { kinds, or_new: false }
}

/// A row about the stock of a unit alone.
pub(super) const fn of_stock(
    id: &'static str,
    action: DealAction,
    units: &'static [UnitState],
) -> Transition {
    Transition { document: Waiting::NoDeal, roles: CONTROLLERS, ..of_deal(id, action, units) }
}

/// A row about a deal.
pub(super) const fn of_deal(
    id: &'static str,
    action: DealAction,
    units: &'static [UnitState],
) -> Transition {
    Transition {
        id,
        action,
        units,
        document: Waiting::New,
        to: None,
        roles: AGENTS,
        takes: &[DraftField::Reason],
        command: command_of(action),
        approval: None,
        guards: &[DealGuard::MayAct],
        effects: &[],
        zh: "",
        en: "",
        law: None,
    }
}

/// A request for approval of this kind, by whatever route it takes.
pub(super) const fn by_request(kind: ApprovalKind) -> Option<RowApproval> {
    Some(RowApproval { kind, signed_by: &[] })
}

/// The command of the organisation that an action is.
const fn command_of(action: DealAction) -> &'static str {
    match action {
        DealAction::Release => command::STOCK_RELEASE,
        DealAction::Withdraw => command::STOCK_WITHDRAW,
        DealAction::Control | DealAction::Uncontrol => command::STOCK_CONTROL,
        DealAction::Reserve | DealAction::EndReservation | DealAction::HoldForTradeIn => {
            command::STOCK_RESERVE
        }
        DealAction::Register | DealAction::CancelRegistration | DealAction::EnterLottery => {
            command::DEAL_REGISTER
        }
        DealAction::ConfirmRoom | DealAction::EndHold | DealAction::ChooseRoom => {
            command::DEAL_CONFIRM_ROOM
        }
        DealAction::Book => command::DEAL_BOOK,
        DealAction::Subscribe | DealAction::SubscribeTradeIn => command::DEAL_SUBSCRIBE,
        DealAction::RefundBooking
        | DealAction::ForfeitBooking
        | DealAction::EndDepositContract
        | DealAction::Lapse => command::DEAL_QUIT,
        DealAction::Lock => command::DEAL_LOCK,
        DealAction::Unlock => command::DEAL_UNLOCK,
        DealAction::Sign | DealAction::SignDepositContract | DealAction::PrintContract => {
            command::CONTRACT_SIGN
        }
        DealAction::Void => command::DEAL_VOID,
        DealAction::CorrectStock => command::STOCK_EDIT,
        DealAction::ReviewFinance => command::CONTRACT_REVIEW,
        DealAction::OpenOffer => command::DISCOUNT_SPECIAL,
        DealAction::EditContractBuyer => command::CUSTOMER_EDIT,
        DealAction::FinishTodo => command::REFUND_PAY,
        DealAction::RefundSubscription | DealAction::ForfeitSubscription | DealAction::Quit => {
            command::DEAL_QUIT
        }
        DealAction::ApplyForChange
        | DealAction::WithdrawChange
        | DealAction::ChangeUnit
        | DealAction::ChangeNames
        | DealAction::ChangePlan
        | DealAction::ChangePrice
        | DealAction::ExtendSigning
        | DealAction::ExtendPayment => command::DEAL_CHANGE,
    }
}

/// What every document about a unit looks at first.
macro_rules! of_unit {
    ($($guard:ident),* $(,)?) => {
        &[
            DealGuard::MayAct,
            DealGuard::NotLockedByChange,
            DealGuard::SameCustomer,
            DealGuard::NotHeldByAnother,
            DealGuard::NotAllottedElsewhere,
            DealGuard::DocumentUnlocked,
            DealGuard::NoOpenTodo,
            DealGuard::BuyersNamed,
            DealGuard::BuyersKept,
            $(DealGuard::$guard),*
        ]
    };
}
pub(super) use of_unit;
