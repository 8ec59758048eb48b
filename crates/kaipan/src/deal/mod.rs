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
mod quota;
mod stock;
mod table;

pub use command::{DealAction, DealCommand, DealDraft, EndedBy};
pub use context::{
    BuyerFacts, ChoosingTurn, DealContext, DealPolicy, LeastReceived, PriceApproval, ReceivedMoney,
};
pub use deciding::{
    DealDecision, DealOption, DealRejection, DealRuling, Deciding, StaleStream, WaivedGuard,
};
pub use document::{
    AgentShare, AgreedTerms, BuyerDetails, BuyerEdit, BuyerEdited, BuyerField, CloseReason, Deal,
    DealBuyer, DealDocument, DealPrice, DealSnapshot, DocumentKind, DocumentState, ESignature,
    FinanceTodo, SnapshotDates, SnapshotPayment, SnapshotPeople, SnapshotPrice, SnapshotTaken,
    SnapshotUnit, SnapshotWriting, TodoKind,
};
pub use event::{DealChange, DealEvent, StockChange, StockEvent};
pub use guard::{DealGuard, Lacking, UnmetDealGuard, Waiver};
pub use lottery::{DrawnEntry, LotteryDraw, LotteryEntry, LotteryList};
pub use mode::{
    BuildingFacts, DepositContractRow, Encumbrance, GateRow, GateStrength, PayOutRow, PhaseFacts,
    RulesInForce, SaleFacts, SaleGates, SaleMode, SaleRules, SaleStatus,
};
pub use quota::{FixedPriceOffer, OfferedUnit, Quota, QuotaChange, QuotaEvent, QuotaKind};
pub use stock::{OldHomeSale, Reservation, RoomHold, StockLock, TradeIn, UnitStock};
pub use table::{DraftField, Effect, RowApproval, Transition, Waiting, transition, transitions};
