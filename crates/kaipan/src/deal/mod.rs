//! The deal (交易): stock control and documents from registration to contract, as decisions over a
//! table (handbook §5).

mod command;
mod context;
mod deciding;
mod document;
mod event;
mod guard;
mod lottery;
mod mode;
mod received;
mod stock;
mod table;

pub use command::{DealAction, DealCommand, DealDraft, EndedBy};
pub use context::{
    BuyerFacts, DealContext, DealPolicy, GivenApproval, PriceApproval, QuotaLeft, ReceivedMoney,
};
pub use deciding::{
    DealDecision, DealOption, DealRejection, DealRuling, Deciding, StaleStream, WaivedGuard,
};
pub use document::{
    CloseReason, Deal, DealBuyer, DealDocument, DealPrice, DocumentKind, DocumentState,
    FinanceTodo, TodoKind,
};
pub use event::{DealChange, DealEvent, StockChange, StockEvent};
pub use guard::{DealGuard, Lacking, UnmetDealGuard, Waiver};
pub use lottery::{DrawnEntry, LotteryDraw, LotteryEntry, LotteryList};
pub use mode::{
    BuildingFacts, DepositContractRow, Encumbrance, GateRow, GateStrength, PayOutRow, PhaseFacts,
    RulesInForce, SaleFacts, SaleGates, SaleMode, SaleRules, SaleStatus,
};
pub use stock::{Reservation, RoomHold, StockLock, TradeIn, UnitStock};
pub use table::{DraftField, Effect, Transition, Waiting, transition, transitions};
