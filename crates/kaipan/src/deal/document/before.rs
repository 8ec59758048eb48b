use super::{DealBuyer, DealPrice};
use crate::Text;
use crate::payment::ScheduleLine;
use kaipan_derive::boundary;

/// What a deal had agreed before a document. If the document is void, it has been agreed again.
#[boundary]
#[derive(Default)]
pub struct AgreedBefore {
    /// The unit.
    pub unit_no: Option<Text>,
    /// 置业顾问.
    pub agent: Option<Text>,
    /// 渠道.
    pub channel: Option<Text>,
    /// The buyers.
    pub buyers: Vec<DealBuyer>,
    /// The price.
    pub price: Option<DealPrice>,
    /// The payment plan.
    pub plan: Option<Text>,
    /// What is due.
    pub schedule: Vec<ScheduleLine>,
    /// Quotas that the price had used.
    pub quotas: Vec<Text>,
}
