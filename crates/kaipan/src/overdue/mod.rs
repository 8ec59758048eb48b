//! What is overdue (逾期, handbook §6.6 to §6.10): late fees, aging, dunning, tasks, forecast.
//!
//! The engines borrow plain data: claims with due days and dated payments. A host with a ledger of its
//! own gives those, [`LedgerClaiming`] makes them of the library's. [`OverdueAssessing`] says what is owed and charged on a day, and when a contract
//! may be ended; [`Aging`] sorts what is owed by how long it is overdue;
//! [`Dunning`] says who is to be reminded, by which step, in which words.
//! [`OverdueTasking`] lists what is due or overdue of money, signing, services and deadlines.
//! [`CashForecasting`] says what will come in.

mod aging;
mod assessing;
mod balance;
mod claim;
mod columns;
mod day_counts;
mod dunning;
mod fees_beside;
mod forecast;
mod late_fee;
mod of_ledger;
mod prepaid;
mod sums;
mod tasks;
mod termination;
mod words;

pub use aging::{
    Aging, AgingBucket, AgingColumn, AgingDimension, AgingMode, AgingReport, AgingRow, AgingTable,
    DatedPrepayment,
};
pub use assessing::{
    AssessedClaim, AssessedDeal, LateFeePart, LateFeeWaiver, OverdueAssessing, OverdueAssessment,
    OverduePosting, OverdueTotals, PostedLateFee,
};
pub use claim::{ClaimDeal, ClaimPayment, ClaimReversal, MoneyClaim};
pub use columns::{
    AgedGroup, AssessedColumns, AssessedSums, ClaimColumns, NO_DAY, OverdueColumns, ReceiptColumns,
};
pub use dunning::{
    Dunning, DunningChannel, DunningLine, DunningList, DunningNotice, DunningPlan, DunningRecord,
    DunningResult, DunningStep, FollowedPromise, PaymentPromise, PromiseState, SigningNotice,
};
pub use forecast::{
    CashForecast, CashForecastPeriod, CashForecastRow, CashForecasting, CollectionKind,
    CollectionRate, ForecastAccount, ForecastPolicy, ForecastRelease, ForecastTotals, ForecastUnit,
    PlannedSales, ReleaseNode,
};
pub use late_fee::{
    GraceMode, LateFeeCap, LateFeeOrder, LateFeePolicy, LateFeeRates, LateFeeTier, LateRateUnit,
    TierMode, TierStart,
};
pub use of_ledger::{LedgerClaiming, LedgerClaims};
pub use tasks::{
    AgentDay, DayTask, GivenReason, OverdueKind, OverdueKindSum, OverdueReason, OverdueReasonSum,
    OverdueTaskList, OverdueTasking, TaskMatter,
};
pub use termination::{
    PaymentDemand, TerminationFlag, TerminationGround, TerminationMoney, TerminationPolicy,
};
