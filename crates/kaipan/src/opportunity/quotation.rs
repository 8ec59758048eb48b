//! Quotations as they were given to customers (报价记录, handbook §9.2).

use crate::number::Money;
use crate::{Date, Label, Text, Time};
use kaipan_derive::boundary;

/// A quotation that a customer was given.
#[boundary]
pub struct Quotation {
    /// Id.
    pub id: Text,
    /// Id of the customer.
    pub customer: Text,
    /// Id of the project.
    pub project: Text,
    /// The unit.
    pub unit_no: Text,
    /// Id of the sales agent.
    pub agent: Text,
    /// When it was given.
    pub recorded_at: Time,
    /// Decides between quotations of one time: the smaller was given first.
    #[boundary(default)]
    pub sequence: u32,
    /// List total, yuan.
    pub list_total: Option<Money>,
    /// Total that was quoted, yuan.
    pub total: Money,
    /// Payment plan.
    pub plan: Option<Text>,
    /// Price list.
    pub price_list: Option<Text>,
    /// Last day on which it holds; without it, it holds until the next one of the unit.
    pub valid_until: Option<Date>,
    /// In words.
    pub note: Option<Label>,
}

impl Quotation {
    /// Its place in the order in which quotations were given: time, sequence, id.
    pub(crate) fn given(&self) -> (Time, u32, &Text) {
        (self.recorded_at, self.sequence, &self.id)
    }
}
