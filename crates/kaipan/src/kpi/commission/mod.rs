//! 提成、佣金: what persons and channels have earned for deals, and what goes back (handbook §8.9).

mod deal;
mod earning;
mod engine;
mod flat;
mod scheme;
mod sheet;
mod tiered;

pub use deal::{CommissionReceipt, CommissionShare, CommissionedDeal};
pub use engine::Commissioning;
pub use scheme::{
    CommissionMeasure, CommissionPay, CommissionScheme, CommissionTier, CommissionTierMode,
};
pub use sheet::{
    CommissionKind, CommissionLine, CommissionOfTier, CommissionSheet, CommissionTotal,
};
