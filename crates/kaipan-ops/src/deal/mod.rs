//! `stock.decide`, `stock.batch`, `stock.room_slip`, `deal.decide`, `deal.options`, `deal.replay`, `deal.compare`,
//! `deal.tasks`, `deal.rules`, `deal.intake`, `deal.settle_change`, `deal.settle_area`, `deal.decide_area_settlement`,
//! `deal.import_survey`, `queue.decide`, `lottery.draw`: deals as decisions over a table, and
//! what stands beside them.

mod answer;
#[cfg(feature = "area_settlement")]
mod area;
mod batch;
mod compare;
mod decide;
mod given;
mod intake;
pub mod lottery;
mod options;
mod queue;
mod replay;
mod rules;
mod settle;
mod slip;
mod tasks;

pub use answer::{DealRejectionAnswer, DecisionAnswer, UnmetDealGuardAnswer};
#[cfg(feature = "area_settlement")]
pub use area::{
    AreaSettlementDecision, AreaSettlementSheet, DealDecideAreaSettlementRequest,
    DealImportSurveyRequest, DealSettleAreaRequest, FeesOfArea, ImportedSurvey,
    decide_area_settlement, import_survey, settle_area,
};
pub use batch::{
    StockBatchRequest, StockBatchResponse, UnitOfBatch, UnitOfBatchAnswer, decide_batch,
};
pub use compare::{DealCompareRequest, DealComparison, compare};
pub use decide::{DealDecideRequest, StockDecideRequest, decide, decide_stock};
pub use given::{GivenDeal, GivenStock};
pub use intake::{DealIntakeRequest, IntakeList, intake};
pub use options::{DealOptionAnswer, DealOptionsRequest, DealOptionsResponse, options};
pub use queue::{
    GivenQueue, QueueAnswer, QueueDecideRequest, QueueRejectionAnswer, UnmetQueueGuardAnswer,
    decide_queue,
};
pub use replay::{DealReplayRequest, DealReplayResponse, replay};
pub use rules::{DealRulesRequest, SaleRulesHeld, rules};
pub use settle::{ChangeSettleRequest, ChangeSettlement, settle_change};
pub use slip::{RoomSlip, StockRoomSlipRequest, room_slip};
pub use tasks::{DealTaskList, DealTasksRequest, tasks};
