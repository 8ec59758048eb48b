//! Late fees (违约金, handbook §6.6): what a contract agrees, and what follows for one claim.

mod accrual;
mod check;
mod paid_parts;
mod policy;
mod rates;

pub(super) use accrual::{Accrual, AccruedPart};
pub(super) use paid_parts::PaidParts;
pub use policy::{
    GraceMode, LateFeeCap, LateFeeOrder, LateFeePolicy, LateFeeRates, LateFeeTier, LateRateUnit,
    TierMode, TierStart,
};
pub(super) use rates::DailyRates;
