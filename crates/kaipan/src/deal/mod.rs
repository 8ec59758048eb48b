//! The deal (交易): stock control and documents from registration to contract, as decisions over a
//! table (handbook §5).
//!
//! [`Deciding`] decides a command by the rows of [`transitions`]: [`DealGuard`]s have to hold, and
//! [`Effect`]s follow. [`UnitStock`], [`Deal`] and [`Quota`] are what their events come to. A
//! [`DealContext`] is what the host knows as it asks; [`SaleRules`] are the dated rules of law.
//! [`DealSnapshot`] keeps what was agreed.

mod batch;
mod command;
mod compare;
mod context;
mod deciding;
mod document;
mod event;
mod guard;
mod intake;
mod lottery;
mod mode;
mod queue;
mod quota;
mod received;
mod settlement;
mod slip;
mod stock;
mod table;
mod tasks;

pub use batch::{BatchUnit, BatchedUnit, StockBatch, StockBatchRuling};
pub use command::{DealAction, DealCommand, DealDraft, EndedBy};
pub use compare::{ChangedField, ComparedEvent, DealComparing, DealComparison, DealHistory};
pub use context::{
    BuyerFacts, ChoosingTurn, DealContext, DealPolicy, LeastReceived, LotterySeen, PriceApproval,
    ReceivedMoney,
};
pub use deciding::{
    DealDecision, DealOption, DealRejection, DealRuling, Deciding, StaleStream, WaivedGuard,
};
pub use document::{
    AgreedBefore, AgreedTerms, BuyerDetails, BuyerEdit, BuyerEdited, BuyerField, CloseReason, Deal,
    DealAgentShare, DealBuyer, DealDocument, DealPrice, DealSnapshot, DocumentKind, DocumentState,
    ESignature, FinanceTodo, SnapshotDates, SnapshotPayment, SnapshotPeople, SnapshotPrice,
    SnapshotTaken, SnapshotUnit, SnapshotWriting, TodoKind,
};
pub use event::{DealChange, DealEvent, EVENT_SCHEMA, StockChange, StockEvent, expect_events};
#[cfg(feature = "service")]
pub(crate) use event::{StreamEvent, next_version, older_service, replayed};
pub use guard::{DealGuard, Lacking, UnmetDealGuard, Waiver, input_name};
pub use intake::{
    DealIntake, IntakeList, IntakeOwner, IntakeTask, IntakeWay, MoneyNotice, OnlineRequest,
};
#[cfg(feature = "service")]
pub(crate) use lottery::sha256;
pub use lottery::{DrawnEntry, LotteryDraw, LotteryEntry, LotteryList};
pub use mode::{
    BuildingFacts, DepositContractRow, Encumbrance, GateRow, GateStrength, PayOutRow, PhaseFacts,
    RulesInForce, SaleFacts, SaleGates, SaleMode, SaleRules, SaleRulesFor, SaleRulesHeld,
    SaleStatus,
};
pub use queue::{
    ChoosingQueue, QueueAction, QueueChange, QueueCommand, QueueContext, QueueDeciding,
    QueueDecision, QueueEvent, QueueGroup, QueueGuard, QueueRejection, QueueRow, QueueRuling,
    QueueState, QueueTurn, TurnState, UnmetQueueGuard, queue_rows,
};
pub use quota::{FixedPriceOffer, OfferedUnit, Quota, QuotaChange, QuotaEvent, QuotaKind};
pub use settlement::{
    AfterSale, ChangeCount, ChangeFault, ChangeFee, ChangeLiability, ChangeMeasure, ChangeParty,
    ChangeSettlement, ChangeSettling, ChangeTodo, ChangedDiscounts, ChangedFrom, DealChangePolicy,
    FaultRemedy, FeeSide, LiabilityKind, SettledChange, SettlementTerms, SurplusUse,
};
pub use slip::{RoomSlip, RoomSlipWriting};
pub use stock::{
    OldHomeSale, Reservation, RoomConfirmation, StockCorrection, StockLock, TradeIn, UnitStock,
};
pub use table::{DraftField, Effect, RowApproval, Transition, Waiting, transition, transitions};
pub use tasks::{
    DealDeadlines, DealTask, DealTaskKind, DealTaskList, DealTasks, DeskRecord, DeskRecordKind,
};
