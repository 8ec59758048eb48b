//! What a change of a deal comes to in money (变更结算, handbook §§5.4 and 5.5): refunded, forfeited,
//! kept, moved, still to be paid, and what the cashier has to do.

mod agreed;
mod amounts;
mod answer;
mod asked;
mod ended;
mod engine;
mod moved;
mod policy;
mod purse;
mod settled;
mod situation;
mod terms;

pub(in crate::deal) use amounts::{largest_deposit, share};
pub use answer::{
    ChangeCount, ChangeLiability, ChangeMeasure, ChangeParty, ChangeSettlement, ChangeTodo,
    ChangedDiscounts, LiabilityKind,
};
pub use engine::ChangeSettling;
pub use policy::{ChangeFee, DealChangePolicy, FeeSide};
pub use settled::SettledChange;
pub use terms::{AfterSale, ChangeFault, ChangedFrom, FaultRemedy, SettlementTerms, SurplusUse};
