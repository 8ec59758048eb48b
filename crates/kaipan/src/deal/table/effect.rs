//! What follows from an action.

use crate::deal::{CloseReason, DocumentKind, TodoKind};

/// What follows from an action, one word each; a row has them in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Effect {
    /// 放盘, with its batch.
    Release,
    /// 收盘.
    Withdraw,
    /// 销控.
    Control,
    /// 解除销控.
    Uncontrol,
    /// 预留 for the first buyer of the draft.
    Reserve,
    /// 预留 for the first buyer, until his old home is sold, at the list price of today; the deal has
    /// it.
    ReserveForTradeIn,
    /// The reservation ends, if there is one.
    EndReservation,
    /// 选房确认 for the first buyer of the draft.
    Hold,
    /// The hold ends, if there is one.
    EndHold,
    /// The stock data were corrected.
    Correct,
    /// The buyers, agent and channel of the draft, if it names any.
    NameBuyers,
    /// The unit of the stock is that of the deal.
    ChooseUnit,
    /// The number in the queue.
    Queue,
    /// The price of the draft.
    AgreePrice,
    /// The plan and schedule of the draft.
    AgreePayment,
    /// The quotas of the draft that the deal has not used before are used.
    UseQuotas,
    /// What was agreed is kept as it is, and its hash.
    Snapshot(DocumentKind),
    /// The contract was printed.
    Print,
    /// Data of a buyer are changed in the contract.
    EditBuyer,
    /// The active document, if there is one, is closed as converted, and a new one is opened.
    Open(DocumentKind),
    /// The active document is closed.
    Close(CloseReason),
    /// The active document is void, and the one that it took the place of counts again.
    Void,
    /// The unit goes to the deal, in the state of the row.
    Take,
    /// The unit comes back, in the state of the row.
    Return,
    /// The unit comes back, and its price needs confirmation before sale.
    ReturnUnconfirmed,
    /// The active document is locked.
    Lock,
    /// The active document is unlocked.
    Unlock,
    /// Finance has reviewed it.
    Review,
    /// What was received before becomes the deposit: an entry that comes to zero.
    BecomeDeposit,
    /// The cashier has to do this with everything that was received.
    Todo(TodoKind),
    /// The cashier has done what the draft names.
    FinishTodo,
    /// Money of a lapsed booking goes this way after all.
    SettleTodo(TodoKind),
    /// A fixed-price offer is opened.
    OpenOffer,
    /// A quota has run out.
    EndQuota,
    /// How a deposit contract ends, by whose fault: money to be returned or forfeited.
    SettleDepositContract,
    /// Whatever has run out ends: a hold, a reservation.
    Lapse,
}
