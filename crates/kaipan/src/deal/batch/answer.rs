use crate::Text;
use crate::deal::DealRuling;
use crate::error::{Finding, told};
use kaipan_derive::boundary;

/// What follows from one command for many units.
#[boundary(answer)]
pub struct StockBatchRuling {
    /// The units that were chosen, in the order given.
    #[boundary(required)]
    pub units: Vec<BatchedUnit>,
    /// For how many it may be done.
    pub accepted: u32,
    /// For how many it may not be done.
    pub rejected: u32,
    /// The decisions stand: every unit was accepted, or each stands by itself.
    #[boundary(required)]
    pub stands: bool,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(StockBatchRuling: findings);

/// One unit of a batch.
#[boundary(answer)]
pub struct BatchedUnit {
    /// 房号.
    pub unit_no: Text,
    /// The decision or the rejection. Absent where it could be done, and nothing is done because
    /// another unit is rejected.
    pub ruling: Option<DealRuling>,
}
