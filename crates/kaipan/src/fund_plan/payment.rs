//! A payment that goes out.

use super::plan::FundPurpose;
use crate::number::Money;
use crate::{Date, Text};
use kaipan_derive::boundary;

/// A payment that goes out.
#[boundary]
pub struct FundPayment {
    /// The host's key: the same key is the same payment.
    pub key: Text,
    /// The day.
    pub date: Date,
    /// What it is for.
    pub purpose: FundPurpose,
    /// Yuan, above zero.
    pub amount: Money,
    /// Id of the line of the plan; a payment without one is refused.
    pub plan_line: Option<Text>,
    /// The deal.
    pub deal: Option<Text>,
    /// Who is paid.
    pub payee: Option<Text>,
}
